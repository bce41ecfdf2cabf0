"""Every screen in languages that nobody speaks: nothing is cut, left over or on the wrong side.

`uv run build.py --pseudo` makes them: in one all is longer, the other is from right to left.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import build
from tests.harness.axe import Faults
from tests.harness.browser import Browser
from tests.harness.help_site import HelpSite
from tests.harness.languages import PSEUDO, clipped, left_over, narrowed, unmirrored
from tests.harness.pictures import KeepPicture
from tests.harness.popup import Popup
from tests.harness.staging import packed
from tests.harness.starting import started
from tests.harness.steps import PEOPLE, tour
from tests.states import with_cases

LANGUAGES = PSEUDO["languages"]
WIDTHS = (400, 320)
# Their letters are of neither language, so that what is left over is not theirs.
PERSON = PEOPLE["he"]
OWN = f"{PERSON.story} {PERSON.answers} noa levi example Asia Jerusalem he-IL support-guide"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
SPOKEN = "const { lang, dir } = document.documentElement; return [lang, dir]"
PAGES = ("options", "privacy", "diagnostics", "case_file")


@pytest.fixture(scope="session")
def pseudo_built(tools: Path) -> dict[str, Path]:  # noqa: ARG001  # As for the build without.
    """Build with the pseudo-languages what has changed, and return the folder of each browser."""
    return build("--pseudo", prefix="pseudo-")


@pytest.fixture(scope="module")
def pseudo_browser(
    browser_name: str, site: HelpSite, pseudo_built: dict[str, Path]
) -> Iterator[Browser]:
    with started(browser_name, site, "en", pseudo_built[browser_name]) as browser:
        yield browser


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, pseudo_browser: Browser) -> str:
    """A pseudo-language, which the person has chosen."""
    pseudo_browser.reset()
    pseudo_browser.store(state=packed({"version": 1, "settings": {"locale": request.param}}))
    return str(request.param)


def _look(popup: Popup, place: str, found: Faults) -> None:
    """Note what is wrong with what is shown."""
    found.note(f"{place}, left over", left_over(popup, OWN))
    found.note(f"{place}, clipped", clipped(popup))
    direction = popup.evaluate("return getComputedStyle(document.querySelector('main')).direction")
    if direction == "rtl":
        found.note(f"{place}, not mirrored", unmirrored(popup))


def test_every_screen_speaks_a_pseudo_language_and_nothing_is_cut(
    pseudo_browser: Browser, language: str, keep_picture: KeepPicture
) -> None:
    """Seen to fail with a word written into a template, with `white-space: nowrap` on buttons, and
    with a `margin-left`.
    """
    popup, found = pseudo_browser.popup, Faults()
    spoken = [language, LANGUAGES[language]["direction"]]
    for screen in tour(popup, PERSON):
        popup.evaluate(OPEN_ALL)
        assert popup.evaluate(SPOKEN) == spoken, screen
        for width in WIDTHS:
            found.note(f"{screen} at {width} px", narrowed(popup, width))
            _look(popup, f"{screen} at {width} px", found)
            keep_picture(popup, f"{screen}.{language}.{width}.png")
    assert not found.faults, "\n".join(found.faults)


def test_the_pages_beside_the_popup_do_so_too(
    pseudo_browser: Browser, language: str, keep_picture: KeepPicture
) -> None:
    found = Faults()
    state = with_cases(PERSON.story, current="c1") | {"settings": {"locale": language}}
    for surface in PAGES:
        pseudo_browser.reset()
        of_case = {"place": {"screen": "case"}} if surface == "case_file" else {}
        pseudo_browser.store(state=packed(state | of_case))
        popup = pseudo_browser.popup
        popup.open()
        popup.wait_for_guide()
        if not of_case:
            popup.click("#open-menu")
        if surface == "diagnostics":
            popup.click("#page-options")
            pseudo_browser.own_page("options").click("#page-diagnostics")
        else:
            popup.click(f"#page-{surface}")
        page = pseudo_browser.own_page(surface)
        page.wait_for_guide()
        page.evaluate(OPEN_ALL)
        for width in (1024, 320):
            found.note(f"{surface} at {width} px", narrowed(page, width))
            _look(page, f"{surface} at {width} px", found)
            keep_picture(page, f"{surface}.{language}.{width}.png")
    assert not found.faults, "\n".join(found.faults)


def test_one_of_several_languages_is_chosen_from_a_menu(
    pseudo_browser: Browser, language: str
) -> None:
    popup = pseudo_browser.popup
    popup.open()
    popup.wait_for_guide()
    popup.click("#switch-language")
    popup.click("#switch-en")
    popup.wait_until(
        lambda: popup.evaluate("return document.documentElement.lang") == "en", "English"
    )
    popup.click("#switch-language")
    popup.click(f"#switch-{language}")
    popup.wait_until(
        lambda: popup.evaluate("return document.documentElement.lang") == language, language
    )


@pytest.mark.parametrize("language", ["ar-XB"], indirect=True)
def test_the_checks_themselves_find_what_is_wrong(pseudo_browser: Browser, language: str) -> None:
    popup = pseudo_browser.popup
    popup.open()
    popup.wait_for_guide()
    assert popup.evaluate(SPOKEN)[0] == language
    assert (left_over(popup, OWN), clipped(popup), unmirrored(popup)) == ([], [], [])
    popup.evaluate(
        """
        document.querySelector("#describe").append("Write it");
        document.querySelector("#already-wrote").title = "I wrote already";
        document.querySelector("#title").style.cssText = "overflow: hidden; max-height: 9px";
        document.querySelector("#ask").style.marginLeft = "40px";
        document.querySelector(".turns").classList.remove("turns");
        """
    )
    told = {one.split(" in ")[0] for one in left_over(popup, OWN)}
    assert told == {"wrote already", "Write"}
    assert any("title" in one for one in clipped(popup))
    assert any("ask" in one for one in unmirrored(popup))
    assert any("svg" in one for one in unmirrored(popup))
