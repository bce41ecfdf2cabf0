"""Browsers for the tests: one for each kind and language, reset between tests.

A test that takes `browser` or `launch` fails when the extension complains on any console. A staged
failure says what it expects: `@pytest.mark.complains("a pattern")`, and then it must be said.
"""

from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness import help_site
from harness.browser import Browser, Launch
from harness.help_site import HelpSite
from harness.judging import FAILED, judge
from harness.popup import Popup
from harness.starting import BROWSERS, started


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews the pictures of the README."""
    parser.addoption("--renew-docs", action="store_true", help="write docs/screens/*.png anew")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker of staged failures."""
    config.addinivalue_line("markers", "complains(pattern): the extension complains, on purpose")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell the fixtures whether their test has failed: then a picture is worth keeping."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session", params=BROWSERS)
def browser_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session", params=("he", "en"))
def locale(request: pytest.FixtureRequest) -> str:
    """The language of the person's browser."""
    return str(request.param)


@pytest.fixture(scope="session")
def site() -> Iterator[HelpSite]:
    with help_site.serving() as serving:
        yield serving


@pytest.fixture(scope="session")
def running(
    browser_name: str, locale: str, site: HelpSite, built: dict[str, Path]
) -> Iterator[Browser]:
    """One browser with the built extension, for all tests of its kind and language."""
    with started(browser_name, site, locale, built[browser_name]) as browser:
        yield browser


@pytest.fixture
def browser(running: Browser, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser as after installation, on the help site."""
    running.reset()
    running.take_complaints()
    yield running
    judge(running, request.node)


@pytest.fixture
def popup(browser: Browser) -> Popup:
    """The popup of `browser`, not yet open."""
    return browser.popup


@pytest.fixture
def launch(
    browser_name: str, locale: str, site: HelpSite, request: pytest.FixtureRequest
) -> Iterator[Launch]:
    """Start browsers of the test's own; they are closed when it ends."""
    with ExitStack() as stack:
        own: list[Browser] = []

        def start(extension: Path | None) -> Browser:
            own.append(stack.enter_context(started(browser_name, site, locale, extension)))
            return own[-1]

        yield start
        for browser in own:
            judge(browser, request.node)
