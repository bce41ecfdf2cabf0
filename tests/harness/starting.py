"""Starts browsers, and ends them whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.harness import browsers_found
from tests.harness.browser import Browser
from tests.harness.chromium import Chromium
from tests.harness.firefox import Firefox
from tests.harness.help_site import HelpSite

BROWSERS: dict[str, type[Chromium | Firefox]] = {"chromium": Chromium, "firefox": Firefox}


@contextmanager
def bare(name: str, site: HelpSite, locale: str) -> Iterator[Browser]:
    """Run a browser in the person's language that nobody listens to: what benchmarks want."""
    browser = BROWSERS[name](browsers_found.find(name), site, languages=locale)
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
