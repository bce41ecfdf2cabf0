"""The first run: one tab at installation, and none ever after; what is new waits in the foot."""

from pathlib import Path

import pytest

from tests.harness.axe import COLOURS, Faults, barriers
from tests.harness.browser import WELCOME, Browser, Launch
from tests.harness.help_site import HELP
from tests.harness.pictures import KeepPicture
from tests.harness.popup import Popup
from tests.harness.staging import packed

pytestmark = pytest.mark.usefixtures("tools")  # axe-core is one of them.
WIDTHS = (800, 360, 200)
HIDDEN, PINNED = "הסמל שלו מחכה", "הסמל שלו בסרגל"

hebrew = pytest.mark.parametrize("locale", ["he"], indirect=True)


def look(page: Popup, name: str, locale: str, keep_picture: KeepPicture) -> None:
    """See that nothing is cut off, and that it is no barrier to anybody."""
    found = Faults()
    for width in WIDTHS:
        page.set_width(width)
        found.note(f"{name} at {width} px", page.cut_off())
        keep_picture(page, f"{name}.{locale}.{width}.png")
    for colours in COLOURS:
        page.set_colours(colours)
        page.settle()
        found.note(f"{name}, {colours}", barriers(page))
        keep_picture(page, f"{name}.{locale}.{colours}.png")
    page.set_width(0)
    assert not found.faults, "\n".join(found.faults)


def to_english(page: Popup) -> None:
    page.click("#switch-language")
    page.wait_for("html[lang='en'] #title")


@hebrew
def test_a_tab_says_once_where_the_icon_is(
    launch: Launch, built: dict[str, Path], browser_name: str, keep_picture: KeepPicture
) -> None:
    """And in which language; seen to fail at 200 px with settings in two columns."""
    browser = launch(None)
    browser.add(built[browser_name])
    page = browser.own_page(WELCOME)
    page.wait_for_guide()
    page.wait_for("#where", text=HIDDEN)
    # Firefox has it for a while only, and alone says so. Seen to fail: only the README did.
    assert page.has("#temporary-title") == (browser_name == "firefox")
    look(page, WELCOME, "he", keep_picture)
    browser.pin_icon()
    page.wait_for("#where", text=PINNED)
    to_english(page)
    look(page, WELCOME, "en", keep_picture)
    browser.close_page(WELCOME)
    browser.popup.open()
    browser.popup.wait_for_guide()
    browser.popup.wait_for("html[lang='en'] #title")
    assert not browser.popup.has("#to-news")
    browser.update()
    browser.popup.open()
    browser.popup.wait_for_guide()
    assert not any(f"/{WELCOME}.html" in url for url in browser.tabs())


@hebrew
def test_what_is_new_waits_in_the_foot(browser: Browser, keep_picture: KeepPicture) -> None:
    """For whom an older guide has kept something; seen to fail at 200 px with tabs in one line."""
    browser.store(state=packed({"version": 3}))
    popup = browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.click("#to-news")
    page = browser.own_page("news")
    page.wait_for_guide()
    look(page, "news", "he", keep_picture)
    to_english(page)
    look(page, "news", "en", keep_picture)
    assert not page.has("#to-news")
    browser.bring_forward(HELP + "/")
    popup.open()
    popup.wait_for_guide()
    assert not popup.has("#to-news")
