"""What a parent's story tells of a child: how old it is, and the address of its account.

    "my son is 11", "הבת שלי בת 14"       -> child_age, as the field's choice
    "... with his school email x@example.org" -> child_email
    "I am his mother, y@example.org"      -> reply_email
    "I am 45"                             the person's own age: tells nothing of the child

An address is a child's where no word of the person's own stands nearer; of several the first.
"""

import re
from collections.abc import Iterator, Mapping

from guide.story import shapes
from guide.story.addresses import NOWHERE
from guide.story.cues import Cues, Text

# Years: OpenAI's ages for an account, and for one without a parent. Outside of 4 to 25 it is no
# child of theirs.
YOUNGEST, TEEN, ADULT, OLDEST = 4, 13, 18, 25
CHILDS, PARENTS = "child_email", "reply_email"
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


def told(story: str, cues: Cues) -> Mapping[str, str]:
    """Return child_age, child_email and the parent's reply_email, where a story tells them.

    `cues` is table [children].
    """
    text = Text(story)
    found = _age(text, cues)
    for start, end in shapes.mail(text):
        before = text.sentence(start)[0], start
        theirs, own = text.last(cues["child"], before), text.last(cues["own"], before)
        if theirs > own:
            found.setdefault(CHILDS, shapes.address(text, start, end))
        elif own > NOWHERE:
            found.setdefault(PARENTS, shapes.address(text, start, end))
    if CHILDS not in found:
        found.pop(PARENTS, None)  # It is the account's, as in any other story.
    return found


def _age(text: Text, cues: Cues) -> dict[str, str]:
    """Return it where the story tells of a child, and of its age alone."""
    if not text.has(cues["named"], (0, len(text.low))):
        return {}
    groups = {_group(age) for age in _ages(text) if YOUNGEST <= age <= OLDEST}
    return {"child_age": groups.pop()} if len(groups) == 1 else {}


def _ages(text: Text) -> Iterator[int]:
    for m in _AGE.finditer(text.low):
        if not _OWN.search(text.low, max(0, m.start() - NEAR), m.start()):
            yield int(m["a"] or m["b"] or m["c"])


def _group(age: int) -> str:
    return "under_13" if age < TEEN else "teen" if age < ADULT else "adult"
