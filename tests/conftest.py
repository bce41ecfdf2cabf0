"""What more than one kind of test needs: the built extension, and the tools that judge it.

Tests run in several processes at once; what they share on the disk is made by one of them, under
the lock that build.py takes, while the others wait.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from packager.supply import npm
from tests.bytecode import Bytecode
from tests.reliability import Reliability
from tests.remarks import Remarks

ROOT = Path(__file__).parent.parent
WORKSHOP = ROOT / ".build"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options: to renew what the tests document, and to test the other build."""
    parser.addoption("--renew-docs", action="store_true", help="write docs/reliability.md anew")
    parser.addoption(
        "--no-snapshot", action="store_true", help="test what build.py --no-snapshot builds"
    )
    parser.addoption(
        "--record-requests", type=Path, help="a folder to write the guide's requests into"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker of rows in docs/reliability.md."""
    config.addinivalue_line("markers", "fault(what): what the test stages, a row of the table")
    config.addinivalue_line("markers", "early: takes long, so that others should run beside it")
    config.pluginmanager.register(Reliability(config))
    config.pluginmanager.register(Remarks())
    config.pluginmanager.register(Bytecode())
    if folder := config.getoption("--record-requests"):
        from tests.recording import Recording  # noqa: PLC0415  # It reads the guide's content.

        config.pluginmanager.register(Recording(folder))


@pytest.hookimpl(tryfirst=True)  # Before xdist reads the groups.
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, each on its own: at the end, all would wait for it."""
    for item in items:
        if item.get_closest_marker("early"):
            item.add_marker(pytest.mark.xdist_group(item.name))
    items.sort(key=lambda item: item.get_closest_marker("early") is None)


@pytest.fixture(scope="session")
def tools() -> Path:
    """The node_modules with the tests' own tools in it: axe-core, addons-linter, typescript."""
    WORKSHOP.mkdir(exist_ok=True)
    with FileLock(WORKSHOP / "lock"):
        return npm.install(ROOT / "extension", tools=True)


def build(*options: str, prefix: str = "") -> dict[str, Path]:
    """Run build.py with these options; return the folder, of this prefix, of each browser."""
    run = subprocess.run(
        [sys.executable, "build.py", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"build.py failed:\n{run.stdout}\n{run.stderr}"
    return {name: ROOT / "dist" / f"{prefix}{name}" for name in ("chromium", "firefox")}


@pytest.fixture(scope="session")
def plain(tools: Path) -> dict[str, Path]:  # noqa: ARG001  # Installed later, they would replace what is read.
    """Build what has changed without a snapshot, and return the folder of each browser."""
    return build("--no-snapshot", prefix="plain-")


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest) -> dict[str, Path]:
    """Build what has changed, and return the folder of each browser's extension."""
    if request.config.getoption("--no-snapshot"):
        return dict(request.getfixturevalue("plain"))
    request.getfixturevalue("tools")  # Installed later, they would replace what is read.
    return build()
