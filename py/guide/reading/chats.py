"""A pasted chat: whose turn each line is, so that the person's own words are not read as support's.

    "[09:31] me: why?"   "me (08:40): why?"   "[me] why?"   "You  12:15" above what they said

It is a chat where the person and somebody else both have a turn in the same shape, and one of them
more than one, or "you" and "me" speak: a form has a line «Customer: Dana» once. Where support alone
was copied, most lines have turns of one name, or turns with a time.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from guide.reading.rules import AnswerRules
from guide.text.phrases import folded

type TurnPart = Literal["label", "person"]

_MANY = 3  # Turns of one name: «Note: » stands twice in a letter, too.
_WORDS = 3  # Of a name; "Chat handed over to: Billing" is none.
_LONGEST = 300  # Characters of a line that begins with a name; of a longer one its beginning.
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_NAME = r"[^\s:\[\]()*>•\d-][^:\[\]()\n•]{0,30}?"
_TIME = re.compile(r"\d")
_SHAPES = (
    # Finds «[09:31] me: », «10:02 You: », «Otto (08:47): », «Fintan (OpenAI): », «**You:** ».
    re.compile(
        rf"\s*(?:[\[(]?{_CLOCK}[\])]?[\s,–-]+)?\*{{0,2}}(?P<name>{_NAME})"
        r"(?:\s*[(\[][^()\[\]]{1,20}[)\]])?\s?\*{0,2}:\*{0,2}\s+(?=\S)",
        re.IGNORECASE,
    ),
    # Finds «[me] », not «[Yes] [No]».
    re.compile(rf"\s*\[(?P<name>{_NAME})\]\s+(?=[^\s\[])"),
    # Finds «Otto 20:54: », «Otto 20:54 | », not «Plan 2: ».
    re.compile(
        rf"\s*\*{{0,2}}(?P<name>{_NAME})\*{{0,2}}\s+{_CLOCK}\s*[:|]\s+(?=\S)",
        re.IGNORECASE,
    ),
    # Finds «You  12:15», «Support • just now», on lines of their own.
    re.compile(
        rf"\s*\*{{0,2}}(?P<name>{_NAME})\*{{0,2}}(?:\s*[•·|,–-]\s*|\s+)[\[(]?"
        rf"(?:{_CLOCK}|just now|now|עכשיו|הרגע)[\])]?\s*$",
        re.IGNORECASE,
    ),
)
_ALONE = 3  # The shape whose lines have nothing but the name.


@dataclass(frozen=True, slots=True)
class Chat:
    """Where names stand in a chat's lines: line -> characters of the name, and who is speaking."""

    shape: int
    labels: Mapping[int, int]
    persons: frozenset[int]

    def turns(self, lines: Sequence[str]) -> Iterator[tuple[str, TurnPart | None]]:
        """Yield the lines with what they are; a name before what support says is one of its own.

        A person's turn ends at the next one, where names stand before the words at an empty line.
        """
        speaks = False
        for at, line in enumerate(lines):
            if at in self.labels:
                speaks = at in self.persons
            elif not line.strip() and self.shape != _ALONE:
                speaks = False
            end = 0 if speaks else self.labels.get(at, 0)
            if end:
                yield line[:end].rstrip(), "label"
            if line[end:] or not end:
                yield line[end:], "person" if speaks else None


def read(rules: AnswerRules, lines: Sequence[str]) -> Chat | None:
    """Return the turns of a chat, None where the lines are none."""
    for shape, pattern in enumerate(_SHAPES):
        matches = ((at, pattern.match(line[:_LONGEST])) for at, line in enumerate(lines))
        found = {at: match for at, match in matches if match and _is_name(match["name"])}
        names = {at: folded(match["name"]).strip(" *") for at, match in found.items()}
        often = Counter(names.values())
        own = often.keys() & {*rules.mail.chat.pronouns, *rules.mail.chat.roles}
        alone = not own and _is_of_support_alone(lines, found.values(), often)
        if own == often.keys() or not (own or alone):
            continue
        if alone or max(often.values()) > 1 or not own.isdisjoint(rules.mail.chat.pronouns):
            # «Please note: » is a name only once, and of the sentence.
            ends = {
                at: match.end() if often[names[at]] > 1 or _TIME.search(match[0]) else 0
                for at, match in found.items()
            }
            return Chat(shape, ends, frozenset(at for at in names if names[at] in own))
    return None


def _is_of_support_alone(
    lines: Sequence[str], found: Collection[re.Match[str]], often: Mapping[str, int]
) -> bool:
    """Tell whether only support has turns here: several with a time, or most lines of one name."""
    timed = sum(bool(_TIME.search(match[0])) for match in found)
    filled = sum(bool(line.strip()) for line in lines)
    most = max(often.values(), default=0)
    return timed > 1 or (most >= _MANY and 2 * most > filled)


def _is_name(name: str) -> bool:
    return len(name.split()) <= _WORDS
