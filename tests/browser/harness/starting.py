"""Starts browsers, and ends them whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness import finding
from harness.browser import Browser
from harness.chromium import Chromium
from harness.firefox import Firefox
from harness.help_site import HelpSite

BROWSERS: dict[str, type[Chromium | Firefox]] = {"chromium": Chromium, "firefox": Firefox}


@contextmanager
def bare(name: str, site: HelpSite, locale: str) -> Iterator[Browser]:
    """Run a browser in the person's language that nobody listens to: what benchmarks want."""
    browser = BROWSERS[name](finding.find(name), site, languages=locale)
    try:
        yield browser
    finally:
        browser.quit()


@contextmanager
def started(
    name: str, site: HelpSite, locale: str, extension: Path | None = None
) -> Iterator[Browser]:
    """Run one for tests, with the extension in a folder, or yet without."""
    with bare(name, site, locale) as browser:
        browser.prepare()
        if extension:
            browser.install(extension)
        yield browser
