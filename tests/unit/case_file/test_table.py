"""All cases as a table: read back by another reader, and harmless in a spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide import compiled_content
from guide.case_file import table
from guide.ids import Locale
from guide.model import Case
from guide.protocol import state_cache
from guide.situation import Situation
from guide.state import State
from guide.surroundings import Device, Turn
from tests.case_files import PASSWORD, long_case
from tests.languages import LOCALES
from tests.tables import each_row

TURN = Turn(now="2026-11-29T10:00:00+02:00", locale="en", device=Device("", "", "", ""), page=None)


def rows_of(state: State, locale: Locale = "en") -> list[list[str]]:
    text = table.write(Situation(TURN, compiled_content.load(), state), locale)
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline="")))


@pytest.mark.parametrize("locale", LOCALES)
def test_each_case_is_a_row_below_the_names_of_the_columns(locale: Locale) -> None:
    state: State = state_cache.read(long_case(locale))
    empty = Case("c2", "2026-11-28T09:00:00+02:00", category="other", topic="of a newer guide")
    names, first, second = rows_of(replace(state, cases=(*state.cases, empty)), locale)
    assert names == list(compiled_content.load().catalog.words[locale]["table"].values())
    known = dict(zip(table.COLUMNS, first, strict=True))
    assert (known["messages"], known["last_sent"], known["answers"]) == ("2", "2026-11-27", "1")
    assert (known["case_number"], known["charge_date"]) == ("05871234", "2026-11-20")
    assert PASSWORD not in "".join(first)
    assert second[list(table.COLUMNS).index("topic")] == "of a newer guide"


@each_row(
    ("text",),
    [
        ("=1+1",),
        ("+1",),
        ("-1",),
        ("@SUM(A1)",),
        ("  =cmd()",),
        ("\t=1",),
        ("\r=1",),
        ("＝1",),
    ],
)
def test_what_a_spreadsheet_takes_for_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert table.cell(text) == f'"\'{text}"'


texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)


@given(st.lists(texts, min_size=1, max_size=5))
def test_cells_come_back_as_they_were(cells: list[str]) -> None:
    """Seen to fail without the doubled quotation marks."""
    line = table.line(cells)
    (read,) = csv.reader(io.StringIO(line, newline=""))
    harmless = [one.removeprefix("'") if one[:1] == "'" else one for one in read]
    assert [one.removeprefix("'") for one in cells] == harmless
