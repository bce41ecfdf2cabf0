"""Browsers for the tests: one for each kind and language, reset between tests.

A test that takes `browser` or `launch` fails when the extension complains on any console. A staged
failure says what it expects, `@pytest.mark.complains(chromium="a pattern")`; then it must be said.
"""

import shutil
import tomllib
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.harness import browsers_found, help_site
from tests.harness.axe import Look
from tests.harness.browser import Browser, Launch
from tests.harness.complaints import FAILED, check_complaints
from tests.harness.help_site import HelpSite
from tests.harness.pictures import KeepPicture, keeping
from tests.harness.popup import Popup
from tests.harness.shared import Shared
from tests.harness.staging import Stage, can_be_held
from tests.harness.starting import BROWSERS, started
from tests.remarks import remarking

TEXT = Path(__file__).parent.parent.parent / "py" / "guide" / "content" / "text"

SHARED = frozenset({"running", "staging"})  # Fixtures that keep one browser for many tests.

type Words = dict[str, Any]


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers of staged failures, and of what only a build with a snapshot has."""
    config.addinivalue_line(
        "markers", "complains(chromium=, firefox=): patterns of complaints on purpose"
    )
    config.addinivalue_line("markers", "snapshot: of what a build without it lacks")


@pytest.hookimpl(tryfirst=True)  # Before xdist reads the groups.
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests that share a browser to one process; others may go to any."""
    for item in items:
        if item.config.getoption("--no-snapshot") and item.get_closest_marker("snapshot"):
            item.add_marker(pytest.mark.skip(reason="that build has no snapshot, and all code"))
        if isinstance(item, pytest.Function) and SHARED.intersection(item.fixturenames):
            chosen = item.callspec.params
            group = f"{chosen['browser_name']}-{chosen['locale']}"
            item.add_marker(pytest.mark.xdist_group(group))


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
    """The kind of browser; one of it is on this machine from now on."""
    name = str(request.param)
    capturing = request.config.pluginmanager.getplugin("capturemanager")
    with capturing.global_and_fixture_disabled():
        browsers_found.find(name, say=browsers_found.say_on_stderr)
    return name


@pytest.fixture(scope="session", params=("he", "en"))
def locale(request: pytest.FixtureRequest) -> str:
    """The language of the person's browser."""
    return str(request.param)


@pytest.fixture
def words(locale: str) -> Words:
    """What the product says, as the content files have it."""
    files = sorted((TEXT / locale).glob("*.toml"))
    return {k: v for f in files for k, v in tomllib.loads(f.read_text(encoding="utf-8")).items()}


@pytest.fixture(scope="session")
def own_start(request: pytest.FixtureRequest) -> str:
    """By which way a popup of the build under test starts a Python of its own."""
    return "archive" if request.config.getoption("--no-snapshot") else "snapshot"


@pytest.fixture(scope="session")
def site() -> Iterator[HelpSite]:
    with help_site.serving() as serving:
        yield serving


@pytest.fixture(scope="session")
def running(
    browser_name: str, locale: str, site: HelpSite, built: dict[str, Path]
) -> Iterator[Shared]:
    """One browser with the built extension, for all tests of its kind and language."""
    with Shared(lambda: started(browser_name, site, locale, built[browser_name])) as shared:
        yield shared


@pytest.fixture
def browser(running: Shared, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser as after installation, on the help site."""
    yield running.as_installed(remarking(request.node))
    check_complaints(running.browser, request.node)


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
            check_complaints(browser, request.node)


@pytest.fixture(scope="session")
def staging(
    browser_name: str,
    locale: str,
    site: HelpSite,
    built: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stage]:
    """One browser with an extension that goes wrong at will, for all tests that stage something."""
    folder = tmp_path_factory.mktemp("staging") / "extension"
    shutil.copytree(built[browser_name], folder)
    can_be_held(folder)
    with Shared(lambda: started(browser_name, site, locale, folder)) as shared:
        yield Stage(shared, folder)


@pytest.fixture
def stage(staging: Stage, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """An extension as after installation, with which nothing goes wrong as yet."""
    staging.goes_well()
    staging.shared.as_installed(remarking(request.node))
    yield staging
    check_complaints(staging.browser, request.node)


@pytest.fixture
def keep_picture(browser_name: str) -> KeepPicture:
    return keeping(browser_name)


@pytest.fixture
def look(tools: Path, keep_picture: KeepPicture) -> Iterator[Look]:  # noqa: ARG001  # axe-core is a tool.
    """What looks at any place that a test comes to; the test fails for all that it has found."""
    looking = Look(keep_picture)
    yield looking
    assert not looking.faults, "\n".join(looking.faults)


@pytest.fixture
def variant(built: dict[str, Path], browser_name: str, tmp_path: Path) -> Path:
    """A copy of the built extension, for the test to damage."""
    return Path(shutil.copytree(built[browser_name], tmp_path / "variant"))
