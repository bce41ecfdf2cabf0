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
def bare(name: str, site: HelpSite, locale: str, profile: Path | None = None) -> Iterator[Browser]:
    """Run a browser in the person's language that nobody listens to: what benchmarks want.

    With the profile in a folder, which stays, or with one of its own.
    """
    found = browsers_found.find(name)
    browser = BROWSERS[name](found, site, languages=locale, profile=profile)
    try:
        yield browser
    finally:
        browser.quit()


@contextmanager
def started(
    name: str,
    site: HelpSite,
    locale: str,
    extension: Path | None = None,
    profile: Path | None = None,
) -> Iterator[Browser]:
    """Run one for tests, with the extension in a folder, or yet without."""
    with bare(name, site, locale, profile) as browser:
        browser.prepare()
        if extension:
            browser.install(extension)
        yield browser
