"""The case file on paper: both browsers print all of it, in order, numbered, nothing torn."""

from pathlib import Path
from typing import Any

from tests.case_files import ACCOUNT, INVOICE, PASSWORD, PHONE, TOLD, long_case
from tests.harness import pdf
from tests.harness.axe import Look
from tests.harness.browser import A4, LETTER, Browser
from tests.harness.pictures import PICTURES
from tests.harness.popup import Popup
from tests.harness.staging import packed

PAPERS = {"A4": A4, "Letter": LETTER}
BLOCKS = """
    const blocks = [...document.querySelectorAll(".sheet > :not(.page-number)")];
    const text = blocks.map(one => one.innerText).join("\\n");
    return [text, document.querySelectorAll(".sheet").length]"""
TORN = """
    const lines = one => new Set([...one.getClientRects()].map(({ bottom }) => Math.round(bottom)));
    const torn = [...document.querySelectorAll(".whole")].filter(one => lines(one).size > 1);
    return torn.map(one => one.textContent)"""
EDGE = 0.02  # Of the paper's width and height: nothing may stand nearer to its edge.


def test_the_case_file_is_printed_whole_and_in_order(
    browser: Browser, locale: str, words: dict[str, Any], look: Look, tmp_path: Path
) -> None:
    """Seen to fail in Firefox with ligatures, which are other words in the PDF, and with a paper
    that was laid on its sheets only after it was printed.
    """
    page = _at_case_file(browser, locale)
    look(page, f"case_file.{locale}")
    text, sheets = page.evaluate(BLOCKS)
    assert sheets > 3
    assert page.evaluate(TORN) == []
    for name, paper in PAPERS.items():
        file = tmp_path / f"{locale}.{name}.pdf"
        browser.print_page("case_file", file, paper)
        pdf.pictures(file, PICTURES / browser.name / "case_file")
        printed = pdf.pages(file)
        assert len(printed) == sheets, f"{name}: no page is white, none spills over"
        numbered = [
            words["case_file"]["page"].format(number=number, total=sheets)
            for number in range(1, sheets + 1)
        ]
        for said, shown in zip(numbered, printed, strict=True):
            assert not pdf.bag(said) - pdf.bag(shown), f"{name}: {said}"
        assert pdf.bag("\n".join(printed)) == pdf.bag("\n".join((text, *numbered))), name
        whole = "\n".join(printed)
        at = [whole.find(f"4471/{number}") for number in (*range(1, 61), *range(101, 126))]
        assert at == sorted(at), f"{name}: in order"
        assert -1 not in at, f"{name}: numbers stay in one piece"
        for start, top, end, bottom in pdf.inked(file):
            assert min(start, top) > EDGE, name
            assert max(end, bottom) < 1 - EDGE, name
    assert ACCOUNT in whole
    assert INVOICE in whole
    assert PASSWORD not in whole


def test_the_reader_decides_what_is_hidden_and_the_text_is_saved(
    browser: Browser, locale: str, words: dict[str, Any], tmp_path: Path
) -> None:
    browser.downloads_to(tmp_path)
    page = _at_case_file(browser, locale)
    assert PHONE in page.text(".file")
    page.click("#reader-forum")
    page.wait_for("#reader-forum[aria-pressed='true']")
    page.wait_until(lambda: PHONE not in page.text(".file"), "a hidden phone number")
    page.wait_for(".sheet .page-number")
    page.click("#save-markdown")

    def saved() -> list[Path]:
        return [path for path in tmp_path.glob("*.md") if path.stat().st_size]

    (file,) = browser.wait_until(saved, "a file that is saved")
    text = file.read_text(encoding="utf-8")
    assert words["readers"]["forum"]["name"] in text
    assert TOLD[locale]["goal"] in text
    for own in (PHONE, ACCOUNT, INVOICE, PASSWORD):
        assert own not in text


def _at_case_file(browser: Browser, locale: str) -> Popup:
    """Open the case file of a long case by its row in the popup."""
    browser.store(state=packed(long_case(locale)))
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.wait_for_screen("case")
    popup.click("#page-case_file")
    page = browser.own_page("case_file")
    page.wait_for_guide()
    page.wait_for(".sheet .page-number")
    return page
