"""How old the child is that a story tells of, as the field `child_age` has it.

"my son is 11"      under_13
"הבת שלי בת 14"     teen
"I am 45"           the person's own: tells nothing of the child
"""

import re
from collections.abc import Iterator, Mapping

from guide.story.cues import Text
from guide.story.reader import StoryRules

YOUNGEST, TEEN, ADULT, OLDEST = 4, 13, 18, 25  # Years; outside of them it is no child of theirs.
NEAR = 14  # Characters before an age in which "I am" stands.
# Finds «13 years old», «she's 13.» and «בן 13», not «it is 13 dollars».
_AGE = re.compile(
    r"(?<![\w.$€£₪-])(?P<a>\d{1,2})[ -]?(?:years?|yrs?|yr|y)(?:[ -]old|[/ ]?o\b)"
    r"|\b(?:is|he's|she's|hes|shes|aged?|turned|only|just)\s(?P<b>\d{1,2})"
    r"(?=\s*(?:[.,;!?)]|$|(?:and|now|but|so|in|years)\b))(?![.,]\d)"
    r"|(?<![א-ת])[ושה]{0,2}(?:בן|בת|בני|בנות)\s(?:ה-?)?(?P<c>\d{1,2})(?![\d%]|[.,:]\d)"
)
# Right before an age: it is the person's own.
# Finds «i'm », not «he is ».
_OWN = re.compile(r"(?:\b(?:i'm|i am|im|we are|we're)|(?<![א-ת])ו?ש?אני)\b\W*(?:only |just |a )?$")


def told(rules: StoryRules, story: str) -> Mapping[str, str]:
    """Return child_age where the story tells of a child, and of its age alone."""
    text = Text(story)
    if not text.has(rules.cues["child"]["words"], (0, len(text.low))):
        return {}
    groups = {_group(age) for age in _ages(text) if YOUNGEST <= age <= OLDEST}
    return {"child_age": groups.pop()} if len(groups) == 1 else {}


def _ages(text: Text) -> Iterator[int]:
    for m in _AGE.finditer(text.low):
        if not _OWN.search(text.low, max(0, m.start() - NEAR), m.start()):
            yield int(m["a"] or m["b"] or m["c"])


def _group(age: int) -> str:
    return "under_13" if age < TEEN else "teen" if age < ADULT else "adult"
