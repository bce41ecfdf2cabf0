"""What more than one kind of test needs: the built extension."""

import subprocess
import sys
from pathlib import Path

import pytest

from packager import npm

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def built() -> dict[str, Path]:
    """Build what has changed, and return the folder of each browser's extension."""
    run = subprocess.run(
        [sys.executable, "build.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, f"build.py failed:\n{run.stdout}\n{run.stderr}"
    return {name: ROOT / "dist" / name for name in ("chromium", "firefox")}


@pytest.fixture(scope="session")
def tools() -> Path:
    """The node_modules with the tests' own tools in it: axe-core, addons-linter, typescript."""
    return npm.install(ROOT / "extension", tools=True)
