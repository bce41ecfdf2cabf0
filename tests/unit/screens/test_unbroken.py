"""Numbers, ids and addresses in one piece and in their own order, in any text."""

from hypothesis import given
from hypothesis import strategies as st

from guide.screens.widgets.unbroken import LONGEST, runs
from tests.tables import each_row


@each_row(
    ("text", "pieces"),
    [
        ("התקשרתי מ־+972 52-555-0143 אתמול", ["+972 52-555-0143"]),
        ("חשבונית INV-2026-000123, סכום 20.00 USD.", ["INV-2026-000123", "20.00 USD"]),
        ("הנחה של -20% תוך 3–5 ימים", ["-20%", "3–5"]),
        ("ב-20 בנובמבר", ["20"]),  # The hyphen belongs to the word before.
        ("כתבו אל dana@example.org, (או $20.00)", ["dana@example.org", "$20.00"]),
        ("שתי הזמנות: 17 24", ["17", "24"]),
        ("https://chatgpt.com/c/1?x=2 ו־20 ₪", ["https://chatgpt.com/c/1?x=2", "20"]),
        ("ChatGPT Plus ו־well-known", []),
    ],
)
def test_what_is_one_piece(text: str, pieces: list[str]) -> None:
    assert [run.text for run in runs(text) if run.ltr] == pieces


@given(st.text(alphabet="אב a1-+@./% –$\n()", max_size=60))
def test_the_pieces_together_are_the_text(text: str) -> None:
    found = runs(text)
    assert "".join(run.text for run in found) == text
    assert all(run.ltr for run in found if run.whole)


def test_a_long_address_may_break() -> None:
    (run,) = runs("https://example.org/" + "a" * LONGEST)
    assert run.ltr
    assert not run.whole
