"""Hears in the browser itself what an extension asks a network for, answered or not.

Chromium writes it all down (--log-net-log), Firefox tells an observer of its requests. Chromium
does not say who opened a page: every page that came after the first counts as the extension's.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.harness import browsers_found
from tests.harness.browser import Browser
from tests.harness.chromium import Chromium
from tests.harness.firefox import Firefox
from tests.harness.help_site import HelpSite

OBSERVE = """
    window.harnessAsked = [];
    window.harnessObserver = {
      observe(subject) {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
        const { triggeringPrincipal: asks, loadingPrincipal: loads } = loadInfo;
        const policy = asks?.addonPolicy ?? loads?.addonPolicy;
        if (policy) window.harnessAsked.push([policy.id, URI.spec]);
      },
    };
    Services.obs.addObserver(window.harnessObserver, "http-on-opening-request");
"""


@contextmanager
def recorded(
    name: str, site: HelpSite, locale: str, extension: Path, folder: Path
) -> Iterator[tuple[Browser, list[str]]]:
    """Run a browser with the extension, and yield it with the addresses the extension asks for.

    The list is filled when the block has ended. `folder` takes Chromium's log.
    """
    watched = {"chromium": _chromium, "firefox": _firefox}[name]
    with watched(site, locale, folder) as (browser, asked):
        browser.prepare()
        browser.install(extension)
        yield browser, asked


@contextmanager
def _chromium(site: HelpSite, locale: str, folder: Path) -> Iterator[tuple[Browser, list[str]]]:
    log, asked = folder / "net-log.json", list[str]()
    found = browsers_found.find("chromium")
    browser = Chromium(found, site, languages=locale, flags=(f"--log-net-log={log}",))
    try:
        yield browser, asked
    finally:
        browser.quit()
    asked += _logged(log, browser.origin)


@contextmanager
def _firefox(site: HelpSite, locale: str, _: Path) -> Iterator[tuple[Browser, list[str]]]:
    browser, asked = Firefox(browsers_found.find("firefox"), site, languages=locale), list[str]()
    try:
        browser.chrome(OBSERVE)
        yield browser, asked
        heard = browser.chrome("return window.harnessAsked")
        asked += [url for who, url in heard if who == browser.extension]
    finally:
        browser.quit()


def _logged(log: Path, origin: str) -> list[str]:
    """Return the address of each request in the log that the extension began, or may have."""
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    starts = [event["params"] for event in events if "initiator" in event.get("params", {})]
    pages = [str(start["url"]) for start in starts if start["request_type"] == "main frame"]
    return [str(start["url"]) for start in starts if start["initiator"] == origin] + pages[1:]
