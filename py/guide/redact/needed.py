"""What stands where a secret could stand, and is what support needs: told by its form.

Numbers of requests in subject lines, what the text itself calls an order or a case, dates written
out, models of phones, ids of runs that were cut.
"""

import re
from collections.abc import Iterable

from guide.redact import values
from guide.redact.fold import Folded
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span

_TOLD = frozenset({"password", "one_time_code"})
_KINDS = _TOLD | {"secret", "session_token"}
# As help desks write them.
# Finds «Re: [CAS-249894-R0RK]» and «[04090481] Cannot», not «[a]».
_TICKET = re.compile(
    r"^(?:[^\n\[:]{1,12}:[^\n\[]{0,60})?\[ ?(?P<id>#?(?=[A-Z-]*\d)[A-Z0-9-]{4,20}) ?\]",
    re.MULTILINE,
)
# After a version.
# Finds «1.2026.693 (1746395072)», not «(1746395072)».
_BUILD = re.compile(r"\d\.\d[\d.]{0,12} \((?P<id>\d{2,12})\)")
# Finds «22 November 2026» and «10:30 we», not «November 22».
_DATED = re.compile(
    r"\d{1,2}\.? [^\W\d_]{3,12},? (?:19|20)\d\d|[^\W\d_]{3,12} \d{1,2},? (?:19|20)\d\d"
    r"|\A\d{1,2}:\d\d(?::\d\d)? "
)
# Of version 7: they begin with the time.
# Finds «0199a7c4-51fe-7b20-9e0d», not «0199a7c4».
_CUT_UUID = re.compile(r"01[0-9a-f]{6}-[0-9a-f]{4}(?:-7[0-9a-f]{0,3}(?:-[0-9a-f]{0,12}){0,2})?")
# Finds «13T» and «3310», not «Nokia».
_MODEL = re.compile(r"\d{1,4}[A-Za-z]{0,2}|[A-Z]\d{1,3}")
# Finds «my Nokia », not «my nokia ».
_MAKER = re.compile(r"(?<=[^.!?:] |\w-)(?P<word>[A-Z][a-z]{2,11}|OPPO|LG|HTC|ZTE) \Z")
_LEAST, _BEFORE = 6, 24


class Needed:
    """What one text has of these; `named` are the places of what it calls an order or a case."""

    def __init__(
        self, folded: Folded, words: SecretWords, named: Iterable[tuple[int, int]]
    ) -> None:
        """Look for numbers of requests once."""
        self._folded, self._words = folded, words
        brackets = _TICKET.finditer(folded.text) if "[" in folded.text else ()
        builds = _BUILD.finditer(folded.text) if "(" in folded.text else ()
        self._tickets = {match.span("id") for match in (*brackets, *builds)}
        ids = (folded.low[start:end] for start, end in (*named, *self._tickets))
        self._ids = {shown for shown in ids if len(shown) >= _LEAST and _has_digits(shown)}

    def has(self, span: Span) -> bool:
        """Tell whether what was found there is none."""
        kind, start, end = span
        if kind not in _KINDS:
            return False
        shown = self._folded.low[start:end]
        return (
            (start, end) in self._tickets
            or (kind in _TOLD and shown in self._ids)
            or bool(_DATED.search(shown))
            or (kind != "password" and bool(_CUT_UUID.fullmatch(shown)))
            or (kind == "one_time_code" and self._is_model(start, end))
        )

    def _is_model(self, start: int, end: int) -> bool:
        """Tell whether a phone's maker stands right before: "my Nokia 3310"."""
        text = self._folded.text
        if not _MODEL.fullmatch(text, start, end):
            return False
        maker = _MAKER.search(text, max(0, start - _BEFORE), start)
        return maker is not None and not self._is_known(maker["word"].lower())

    def _is_known(self, word: str) -> bool:
        return word in self._words.roles or word in self._words.known


def _has_digits(shown: str) -> bool:
    return any(map(str.isdigit, shown)) and not values.is_moment(shown)
