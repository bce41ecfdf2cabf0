"""The toolbar icon lights up on the help site, and nowhere else."""

from pathlib import Path

import pytest

from tests.harness.browser import Browser, Launch
from tests.harness.help_site import ELSEWHERE, HELP, REFUNDS

# Of all tabs, by address ("" for other sites'). To go to a tab would light its icon anew.
ICONS = """
const api = globalThis.browser ?? chrome;
const isOn = (id) => api.action.isEnabled(%s);
const icons = {};
for (const { id, url = "" } of await api.tabs.query({})) icons[url] = await isOn(id);
return icons;
"""
TAB = {"chromium": "id", "firefox": "{ tabId: id }"}

hebrew = pytest.mark.parametrize("locale", ["he"], indirect=True)


def wait_for_icon(browser: Browser, active: bool) -> None:  # noqa: FBT001 - the table's column.
    browser.wait_until(lambda: browser.icon_is_active() is active, f"an icon that is {active}")


@hebrew
def test_the_icon_follows_the_address_of_the_tab(browser: Browser) -> None:
    """Seen to fail in Chromium with a background deaf to `tabs.onUpdated`."""
    for url, active in (
        (HELP + REFUNDS, True),
        (ELSEWHERE, False),
        (HELP, True),
        ("about:blank", False),
        (ELSEWHERE + "/help.openai.com/", False),
    ):
        browser.go(url)
        wait_for_icon(browser, active)


@hebrew
def test_tabs_that_were_open_before_installation_are_right(
    launch: Launch, built: dict[str, Path], browser_name: str
) -> None:
    """Seen to fail in Chromium: the tabs are not looked at; the icon is not switched off first."""
    browser = launch(None)
    browser.open_tab(HELP + REFUNDS)
    browser.open_tab(ELSEWHERE)
    browser.install(built[browser_name])
    icons = {HELP + "/": True, HELP + REFUNDS: True, "": False}
    seen = ICONS % TAB[browser_name]
    browser.wait_until(lambda: browser.background(seen) == icons, f"icons {icons}")
    wait_for_icon(browser, active=False)
    browser.bring_forward(HELP + REFUNDS)
    wait_for_icon(browser, active=True)
    browser.popup.open()
    browser.popup.wait_for_guide()
    assert browser.popup.screen() == "start"
