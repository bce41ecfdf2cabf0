"""All cases as one table: CSV by RFC 4180, for a spreadsheet, with a row a case.

A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from guide.case_file import masking, rules
from guide.follow_up import due
from guide.ids import Locale
from guide.model import Case
from guide.situation import Situation

# A spreadsheet reads these as the beginning of a formula, also behind spaces or a tab, and where
# they are written in full width.
_BEGIN_FORMULAS = tuple("=+-@＝＋－＠")
_MARK = "\ufeff"  # By it the usual spreadsheets know UTF-8.


def name(now: str) -> str:
    """Return the name of a file written at this time."""
    return f"support-guide-{now[:10]}.csv"


class Row(NamedTuple):
    """A case as its cells see it; `hide` keeps what nobody should find in a file."""

    situation: Situation
    words: Mapping[str, Any]
    case: Case
    hide: masking.Hide


COLUMNS: Mapping[str, Callable[[Row], str]] = {
    "id": lambda row: row.case.id,
    "created": lambda row: row.case.created[:10],
    "category": lambda row: _named(row, "categories", row.case.category or ""),
    "topic": lambda row: _named(row, "topics", row.case.topic),
    "status": lambda row: str(row.words["ui"]["status"][_status(row)]),
    "title": lambda row: row.hide(row.case.answer("goal")),
    "story": lambda row: row.hide(row.case.story or row.case.answer("happened")),
    "messages": lambda row: str(len(row.case.sent)),
    "last_sent": lambda row: row.case.sent[-1].at[:10] if row.case.sent else "",
    "answers": lambda row: str(len(row.case.replies)),
    "last_answer": lambda row: row.case.replies[-1].at[:10] if row.case.replies else "",
    "case_number": lambda row: row.case.case_number or row.case.answer("earlier_case"),
    "amount": lambda row: row.hide(row.case.answer("amount")),
    "charge_date": lambda row: row.case.answer("charge_date"),
    "ended": lambda row: row.case.closed.at[:10] if row.case.closed else "",
}


def write(situation: Situation, locale: Locale) -> str:
    """Return all cases, oldest first, under the names of the columns in this language."""
    words = situation.catalog.words[locale]
    rule = rules.for_catalog(situation.catalog).readers["myself"]
    lines = [line(words["table"][name] for name in COLUMNS)]
    for case in situation.state.cases:
        row = Row(situation, words, case, masking.hiding(situation, case, rule, locale))
        lines.append(line(of(row) for of in COLUMNS.values()))
    return _MARK + "".join(lines)


def _status(row: Row) -> str:
    return due.status(row.situation.catalog, row.case, row.situation.turn.now)


def _named(row: Row, section: str, name: str) -> str:
    """Return the name of a category or topic; one that only a newer guide knows by its id."""
    return str(row.words[section][name]["name"]) if name in row.words[section] else name


def line(cells: Iterable[str]) -> str:
    """Return cells as one line of CSV."""
    return ",".join(map(cell, cells)) + "\r\n"


def cell(text: str) -> str:
    """Return a cell in quotation marks, harmless to whoever opens the table."""
    harmless = f"'{text}" if text.lstrip().startswith(_BEGIN_FORMULAS) else text
    return '"' + harmless.replace('"', '""') + '"'
