"""Tables: below a heading that names a secret stands one in each row.

A heading is a line of short cells, one of which is nothing but the name: "| user | password |",
"name,url,pin". What the rows have in that column is the secret, whatever it looks like; in HTML,
the cell after the one that names it, too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.redact import patterns, values
from guide.redact.lexicon import Mention, has
from guide.redact.nearby import TextRead
from guide.redact.patterns import Span

_KINDS = {
    "password": "password",
    "answer": "password",
    "strong_code": "one_time_code",
    "cvv": "cvv",
    "api_key": "api_key",
    "token": "session_token",
    "israeli_id": "national_id",
    "document": "national_id",
    "bank": "iban",
}
_NUMBERS = frozenset({"national_id", "iban"})  # Of whatever else stands there, none is one.
_DRAWN_ONLY = frozenset({"api_key", "session_token"})  # "Key | Value" has other things, too.
# What parts the cells of a line; aligned columns last.
_SIGNS = tuple(map(re.compile, (r"\|", r"\t", ";", ",(?! )", r" {2,}")))
# Finds «|---|:-:|», not «| a |».
_RULE = re.compile(r"[\s|:=+-]{3,}")
# Finds «</td><td>tiger</td>», not «</td>».
_NEXT_CELL = re.compile(
    r":?</(?:t[hd]|dt|key|b|strong|label|span|name)>\s{0,9}"
    r"<(?:td|dd|string|span|value|code|p)[^<>]{0,60}>\s{0,9}(?P<value>[^<>\n]{3,80}?)\s{0,9}</"
)
# Finds «t.z.», not «sent.».
_SHORTENED = re.compile(r"\w{1,3}(?:\.\w{1,3})+\.")
# Finds «12-170-1637282», not «12.50».
_NUMBER = re.compile(r"[A-Z]{0,2}\d(?:[ /-]?\d){6,20}")
_LONGEST, _MOST_WORDS, _MOST_ROWS = 32, 4, 200
_LONGEST_LINE = 400
_MOST_MORE = 16  # Characters of a heading beside the name: "Wi-Fi password".
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str

    @property
    def shown(self) -> str:
        return self.text.strip(" \t\r\"'`*_")


def find(reading: TextRead, mentions: Iterable[Mention]) -> Iterator[Span]:
    """Yield the cells below headings, and after labels, that name a secret."""
    done, line = 0, -1  # Rows are read once for each heading, whatever stands in them.
    for mention in mentions:
        kind = next((_KINDS[role] for role in mention.roles if role in _KINDS), "")
        if not kind:
            continue
        here = reading.folded.text.rfind("\n", 0, mention.start) + 1
        begun = 0 if here == line else done
        line = line if mention.start < begun else here
        for cell in _cells_of(reading.folded.text, mention, begun):
            done = max(done, cell.start + len(cell.text))
            if _is_secret(reading, cell.shown, kind):
                start = cell.start + cell.text.index(cell.shown)
                yield kind, start, start + len(cell.shown)


def _cells_of(text: str, name: Mention, done: int) -> Iterator[_Cell]:
    """Yield the cells that this name is the heading or the label of; tables begin after `done`."""
    if tagged := _NEXT_CELL.match(text, name.end):
        yield _Cell(tagged.start("value"), tagged["value"])
    line = text.rfind("\n", 0, name.start) + 1
    end = text.find("\n", name.end)
    if end < 0 or end - line > _LONGEST_LINE or name.start < done:
        return
    for sign in _SIGNS:
        heading = _split(text, line, end, sign)
        column = _column(heading, name) if _is_heading(heading) else -1
        if column >= 0:
            yield from _below(text, end + 1, sign, (len(heading), column))
            return


def _split(text: str, start: int, end: int, sign: re.Pattern[str]) -> list[_Cell]:
    """Return the cells of the line text[start:end]."""
    cells = []
    for match in sign.finditer(text, start, end):
        cells.append(_Cell(start, text[start : match.start()]))
        start = match.end()
    return [*cells, _Cell(start, text[start:end])]


def _is_heading(cells: list[_Cell]) -> bool:
    """Tell whether these are the headings of columns: two or more, short, and no sentences."""
    shown = [cell.shown for cell in cells if cell.shown]
    return len(shown) > 1 and all(
        len(one) <= _LONGEST
        and len(one.split()) <= _MOST_WORDS
        and (one[-1] not in ".!?:" or _SHORTENED.fullmatch(one))
        and not one.isdigit()
        for one in shown
    )


def _column(heading: list[_Cell], name: Mention) -> int:
    """Return which of the cells is the name and little more; -1 for none."""
    for column, cell in enumerate(heading):
        if cell.start <= name.start and name.end <= cell.start + len(cell.text):
            fits = len(cell.shown) <= name.end - name.start + _MOST_MORE
            return column if fits else -1
    return -1


def _below(text: str, start: int, sign: re.Pattern[str], place: tuple[int, int]) -> Iterator[_Cell]:
    """Yield the cell of each row below; the first line of another shape ends the table."""
    count, column = place
    for _ in range(_MOST_ROWS):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if not _RULE.fullmatch(text, start, stop):
            row = _split(text, start, min(stop, start + _LONGEST_LINE), sign)
            if len(row) != count:
                return
            yield row[column]
        if stop == len(text):
            return
        start = stop + 1


def _is_secret(reading: TextRead, shown: str, kind: str) -> bool:
    """Tell whether a cell holds the secret, and does not only say something of it: "expired"."""
    low = shown.lower()
    if len(shown) < _LEAST or values.is_placeholder(low):
        return False
    if (values.is_moment(low) and not low.isdigit()) or all(
        has(reading.words.not_values, word) for word in low.split()
    ):
        return False
    if kind in _DRAWN_ONLY:
        return " " not in shown and patterns.is_random(shown)
    if kind in _NUMBERS:
        return _NUMBER.fullmatch(shown) is not None
    if kind == "cvv":
        return shown.isdigit() and len(shown) < _LEAST + 2
    return any(map(str.isalnum, shown))
