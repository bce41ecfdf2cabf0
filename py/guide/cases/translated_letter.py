"""A letter whose words the browser has translated, as far as it has.

case -> what is in another language -> the translations that there are -> the case as it is told
"""

from dataclasses import dataclass

from guide.cases import translation
from guide.letters import letter_rules, writer
from guide.letters.brief import Mask
from guide.model import Case, Translation
from guide.situation import Situation


@dataclass(frozen=True, slots=True)
class TranslatedLetter:
    """A case as its letter tells it; `missing` are the texts that have no translation yet.

    `below` is what the letter ends with: the person's own words, where they want that, else "".
    """

    case: Case
    made: tuple[Translation, ...]
    missing: tuple[Translation, ...]
    below: str


def of(situation: Situation, case: Case, mask: Mask) -> TranslatedLetter:
    """Return the case in the letter's language, as far as it is translated."""
    target = situation.letter_locale
    wanted: tuple[Translation, ...] = ()
    if may(situation, case):
        wanted = translation.wanted(situation.catalog, case, target, mask)
    made = translation.made(case, wanted)
    fields = {one.field for one in made}
    missing = tuple(one for one in wanted if one.field not in fields)
    below = _below(situation, case, made) if case.with_originals else ""
    return TranslatedLetter(translation.applied(case, made), made, missing, below)


def may(situation: Situation, case: Case) -> bool:
    """Tell whether there is, or can be, a translation; elsewhere no text need be looked at."""
    return situation.turn.device.translates or bool(case.translations)


def _below(situation: Situation, case: Case, made: tuple[Translation, ...]) -> str:
    """Return the end of the letter; in a chat it is a message of its own."""
    rules = letter_rules.for_catalog(situation.catalog)
    pause = writer.PAUSE if case.channel in rules.chat.channels else "\n\n"
    lead = situation.catalog.words[situation.letter_locale]["ways"]["translate"]["below"]
    texts = "\n\n".join(one.original for one in made)
    return f"{pause}{lead}\n\n{texts}" if texts else ""
