"""A Python that is there already answers the popup; without it, or when it dies, nothing is lost.

Seen to fail: with `keeper.js` not imported (no host), with `catch` taken out of `Found.turn` (the
popup gives up with the host), with PATIENCE_MS at an hour (a host that hangs holds the popup for
ever), with the watch over the lock left out (a dead host is waited for), with ALONE_MS at an hour
in the last test, and with `engine.keep` not looked at.
"""

from pathlib import Path

import pytest

from harness.browser import Browser, Launch
from harness.help_site import ELSEWHERE, HELP
from harness.popup import Popup
from harness.walking import PEOPLE, to_first, to_start

pytestmark = pytest.mark.parametrize("locale", ["he"], indirect=True)

OWN = ("snapshot", "archive")
ANSWERING = "    if (!isAsk(data)) return;\n"
# What the host does at its second turn, in the place of answering it.
FAULTS = {"hangs": "return", "dies": "return close()"}


def engine(popup: Popup) -> str:
    """Tell by which way the popup reaches Python."""
    return str(popup.evaluate("return document.documentElement.dataset.engine"))


def edit(file: Path, old: str, new: str) -> None:
    """Change the built extension in one place."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old} in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_on_the_help_site_a_living_engine_answers(browser: Browser, locale: str) -> None:
    browser.wait_for_host()
    to_first(browser.popup, PEOPLE[locale])
    assert engine(browser.popup) == "host"


def test_switched_off_it_goes_at_once_and_the_popup_starts_its_own(
    browser: Browser, locale: str
) -> None:
    browser.wait_for_host()
    browser.keep_host(keep=False)
    browser.open_tab(HELP)
    to_first(browser.popup, PEOPLE[locale])
    assert engine(browser.popup) in OWN
    assert not browser.has_host()
    browser.popup.close_by_focus_loss()
    browser.keep_host(keep=True)
    browser.popup.open()
    browser.popup.wait_for_guide()
    assert engine(browser.popup) == "host"
    assert browser.popup.screen() == "first"


def test_it_may_be_killed_while_the_person_types(browser: Browser, locale: str) -> None:
    browser.wait_for_host()
    popup, story = browser.popup, PEOPLE[locale].story
    to_start(popup, PEOPLE[locale])
    popup.type("#field-story", story)
    browser.kill_host()
    popup.click("#describe")
    popup.wait_for_screen("first")
    assert engine(popup) in OWN
    _has_kept(popup, story)


def test_the_background_may_be_killed_while_the_person_types(browser: Browser, locale: str) -> None:
    browser.wait_for_host()
    popup, story = browser.popup, PEOPLE[locale].story
    to_start(popup, PEOPLE[locale])
    popup.type("#field-story", story)
    browser.kill_background()
    popup.click("#describe")
    popup.wait_for_screen("first")
    _has_kept(popup, story)


@pytest.mark.parametrize("fault", FAULTS)
def test_when_it_fails_in_mid_turn_the_turn_is_taken_again(
    launch: Launch, variant: Path, locale: str, fault: str
) -> None:
    second = f"    if ((self.turns = (self.turns ?? 0) + 1) === 2) {FAULTS[fault]};\n"
    edit(variant / "host.js", ANSWERING, ANSWERING + second)
    browser = launch(variant)
    browser.wait_for_host()
    popup, story = browser.popup, PEOPLE[locale].story
    to_start(popup, PEOPLE[locale])
    assert engine(popup) == "host"
    popup.type("#field-story", story)
    popup.click("#describe")
    popup.wait_for_screen("first")
    assert engine(popup) in OWN
    _has_kept(popup, story)


def test_it_goes_when_the_last_help_tab_has_been_closed_for_a_while(
    launch: Launch, variant: Path
) -> None:
    edit(variant / "hosting.js", "ALONE_MS = 60_000", "ALONE_MS = 500")
    browser = launch(variant)
    browser.wait_for_host()
    browser.open_tab(HELP)
    browser.go(ELSEWHERE)
    assert browser.has_host(), "a help tab is still open"
    browser.bring_forward(HELP + "/")
    browser.go(ELSEWHERE)
    browser.wait_for_no_host()
    browser.go(HELP)
    browser.wait_for_host()


def _has_kept(popup: Popup, story: str) -> None:
    popup.click("#change-category")
    popup.wait_for_screen("start")
    assert popup.value("#field-story") == story
