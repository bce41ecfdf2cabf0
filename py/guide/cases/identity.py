"""The person's identity number: only a letter under the law has it, and nothing else ever does."""

import re
from collections.abc import Mapping

from guide.model import Case

FIELD = "identity_number"
SHORTEST = 5  # Digits of the shortest number of this kind in use anywhere.


def hidden(case: Case, text: str, names: Mapping[str, str]) -> str:
    """Return the text without the case's identity number, however its digits are grouped.

    `names` are the placeholders of the text's language.
    """
    digits = [one for one in case.answer(FIELD) if one.isalnum()]
    if len(digits) < SHORTEST:
        return text
    grouped = r"[\s.-]?".join(map(re.escape, digits))
    # A letter beside it is a word that it was glued to: only more digits make it another number.
    return re.sub(rf"(?<!\d){grouped}(?!\d)", names["national_id"], text)
