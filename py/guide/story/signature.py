"""The name with which a person signs, or which they say is theirs.

"Regards, Dana Levi"          after a closing word, to the end of its line
"I want it back. Dana Levi"   the last sentence, nothing else in it
"my name is Dana Levi"

A name has no shape of its own in Hebrew, nor where capitals are left out: there it takes a closing
word that nothing but a name follows, or a given name that is known. Who signs for a firm, as
support does in what was pasted, is not the person.
"""

import re
from collections.abc import Iterator

from guide.story.cues import Cues, Found, Text
from guide.text.hebrew import is_hebrew

MOST = 3  # Words of a name.
REST = 80  # Characters of a signature that may follow the name: a firm, a place, a number.
_WORD = r"(?:[^\W\d_]\.|[^\W\d_]+(?:[-'’\"״][^\W\d_]+)*)"
_NAME = rf"(?:[A-Za-z]{{2,4}}\. )?{_WORD}(?: {_WORD}){{0,{MOST - 1}}}"
# After "my name is".
# Finds «: Dana Levi», not «: 12».
_AFTER = re.compile(rf"[\s:]+({_NAME})")
# After a closing word: the name, to the end of the line or to a comma.
# Finds «,\nDana Levi», not «, 12».
_CLOSED = re.compile(rf"[ ,.!–—-]*\s*({_NAME})(?=\s*(?:[,|(\n]|[.!]\s*(?:\n|$)|[–—-]\s|$))")
# Finds «\n- Dana», not «non-stop».
_DASHED = re.compile(rf"(?:\n|[.!?)])\s*[-–—~] ?({_NAME})\s*\.?\s*$")
# Finds «. Dana Levi, Haifa», not «. 12».
_LAST = re.compile(rf"(?:[.!?)]\s+|\n\s*)({_NAME})(?P<more>,[^,.\n]{{2,30}})?\s*[.!]?\s*$")
# Finds «ואני», not «מזרחי».
_GOES_ON = re.compile(r"ו[אילהעש]|(?:אני|בן|בת|and|from|i|i'm|but|here)$", re.IGNORECASE)


def find(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield the name; `cues` is the table [signature]."""
    for way in (_told, _closed, _alone):
        for start, end in way(text, cues):
            yield Found("name", text.raw[start:end].strip(" ."), start, end)


def _told(text: Text, cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield what follows "my name is"; after "I am" only a given name that is known."""
    for kind in ("told", "i_am"):
        for cue in cues[kind].finditer(text.low):
            if m := _AFTER.match(text.raw, cue.end()):
                span = (m.start(1), _until(text, *m.span(1)))
                if kind == "told" or _is_given(text, cues, *span):
                    if kind == "i_am" and is_hebrew(m[1]):
                        span = (span[0], span[0] + len(m[1].split()[0]))  # "I am Dana from Haifa".
                    yield from _own(text, cues, span, sure=True)


def _until(text: Text, start: int, end: int) -> int:
    """Return where a name ends in a sentence that goes on: "my name is Dana and I ..."."""
    stop = start
    for m in re.finditer(r"\S+", text.raw[start:end]):
        goes_on = _GOES_ON.match(m[0]) or not (m[0][0].isupper() or is_hebrew(m[0]))
        if m.start() and goes_on:
            break
        stop = start + m.end()
    return stop


def _closed(text: Text, cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield what follows a closing word, to the end of its line."""
    for kind in ("closing", "thanks"):
        for cue in cues[kind].finditer(text.low):
            m = _CLOSED.match(text.raw, cue.end())
            if m and len(text.low[m.end(1) :].strip()) <= REST:
                yield from _own(text, cues, m.span(1), sure=kind == "closing")


def _alone(text: Text, cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield a last line, or a last sentence, that is nothing but a name."""
    tail = max(0, len(text.raw) - REST)
    if m := _DASHED.search(text.raw, tail) or _LAST.search(text.raw, tail):
        start, end = m.span(1)
        more = m.groupdict().get("more")
        if _is_given(text, cues, start, end) or (len(m[1].split()) > 1 and not more):
            yield from _own(text, cues, (start, end), sure=False)


def _own(text: Text, cues: Cues, span: tuple[int, int], *, sure: bool) -> Iterator[tuple[int, int]]:
    """Yield the part of a span that is a name, without the title before it."""
    start, end = span
    if title := cues["titles"].match(text.low, start, end):
        start = end - len(text.low[title.end() : end].lstrip(" ."))
    words = text.raw[start:end].split()
    after = (end, min(len(text.low), end + REST))
    if (
        not words
        or _is_no_name(text, cues, start, end)
        or text.has(cues["of_a_firm"], after)
        or len(words[0]) == 1
        or (is_hebrew(words[0]) and len(words) >= MOST and not sure)
    ):
        return
    capital = all(word[0].isupper() for word in words) and not text.raw[start:end].isupper()
    given = _is_given(text, cues, start, end)
    if given or capital or (sure and is_hebrew(words[0])):
        yield start, end


def _is_given(text: Text, cues: Cues, start: int, end: int) -> bool:
    """Tell whether a given name stands there, with no Hebrew letter glued in front."""
    m = cues["given"].match(text.low, start, end)
    return m is not None and cues.bare("given", m[0]) == 0


def _is_no_name(text: Text, cues: Cues, start: int, end: int) -> bool:
    said = cues["no_name"].finditer(text.low, start, end)
    return any(cues.bare("no_name", m[0]) == 0 for m in said)
