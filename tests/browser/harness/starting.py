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
def started(
    name: str, site: HelpSite, locale: str, extension: Path | None = None
) -> Iterator[Browser]:
    """Run a browser in the person's language, with the extension in a folder, or yet without."""
    browser = BROWSERS[name](finding.find(name), site, languages=locale)
    try:
        browser.prepare()
        if extension:
            browser.install(extension)
        yield browser
    finally:
        browser.quit()
