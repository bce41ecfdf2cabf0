"""What lets others onto one's screen: ids and passwords of AnyDesk, TeamViewer and their like."""

import re
from collections.abc import Iterator

from guide.redact import nearby, owners, personal
from guide.redact.fold import WORD
from guide.redact.nearby import Seen
from guide.redact.patterns import Span

KIND = "one_time_code"
# Finds «123 456 789», not «12 345».
_ID = re.compile(
    r"\d(?<![\w+#$€₪£]\d)(?<!\d[.,:/-]\d)(?:\d{0,2}(?:[ -]\d{3}){2,3}|\d{3}(?:[ -]\d{4}){2}"
    r"|\d{3} ?\d{4} ?\d{4}|\d{8,9}|\d{5})(?![\w%]|[.,:/-]\d| \d)"
)
# Finds « / 9vztr8», not « / open».
_THEN = re.compile(
    r"(?:[ \t]{0,2}[/|,;][ \t]{0,2}|,?[ \t](?=(?:and|then|ו)))"
    r"(?:(?:and|then|the|ואז|ו)[ \t]?-?){0,3}(?P<value>(?=[a-z]{0,11}\d)[A-Za-z0-9]{4,12})(?![\w.])"
)
# Finds «K7Q2M9», not «WINDOWS».
_SHORT = re.compile(r"(?<![\w.,:/#-])(?=[A-Z]{0,7}\d)(?=\d{0,7}[A-Z])[A-Z0-9]{6,8}(?![\w/-]|\.\d)")
_BESIDE, _NEAR, _MOST_WORDS = 130, 24, 3


def find(seen: Seen) -> Iterator[Span]:
    """Yield such numbers and what follows them, in this and the next sentence."""
    name, text = seen.mention, seen.folded.text
    first, stop = max(0, name.start - _BESIDE), name.end + _BESIDE
    for pattern in (_ID, _SHORT):
        for match in pattern.finditer(text, first, stop):
            if _is_order(seen, match) or personal.is_phone(match[0]):
                continue
            yield KIND, match.start(), match.end()
            if then := _THEN.match(text, match.end()):
                yield "password", *then.span("value")


def _is_order(seen: Seen, match: re.Match[str]) -> bool:
    """Tell whether this is what support needs; an "id" here is the screen's."""
    before = WORD.findall(seen.folded.low[max(0, match.start() - _NEAR) : match.start()])
    if any(word in seen.words.id_nouns for word in before[-_MOST_WORDS:]):
        return False
    owned = owners.owner_of(seen.folded, seen.words, match.start()) == owners.ID
    return owned or nearby.is_owned(seen, match)
