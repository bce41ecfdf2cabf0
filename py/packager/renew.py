"""`build.py --renew`: makes every committed file anew that is made from others.

    ask_guide renew ROOT -> what packager.generated lists
    tests.renewal        -> the letters that the tests keep
    tests.take_pictures  -> the pictures in docs/screens, by a browser
    tests.engine_requests -> packager/engine_part/reached.json, by a build with all code
    pytest --renew-docs  -> docs/reliability.md, which only all browser tests can tell

Each runs in an interpreter of its own, as the guide's content is read once in each.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from packager import programs
from packager.content_check import ask_guide
from packager.errors import BuildError


def renew(root: Path, say: Callable[[str], None]) -> None:
    """Renew what is stale below `root` and say its path. Raises BuildError."""
    path = (root / "py", root)
    said = programs.python(
        ask_guide.__name__, "renew", root, path=path, docstrings=True
    ).splitlines()
    if (root / "tests" / "renewal.py").exists():
        said += programs.python("tests.renewal", path=path).splitlines()
    for name in said:
        say(f" + {name}")
    say(f"{len(said)} files renewed." if said else "Nothing was stale.")


def take_pictures(root: Path) -> None:
    """Take the pictures in docs/screens anew; it builds, too. Raises BuildError."""
    _run(root, "docs/screens: no picture could be taken; see above", "tests.take_pictures")


def watch_engine(root: Path) -> None:
    """Watch anew which of Pyodide's functions the guide reaches. Raises BuildError."""
    told = "py/packager/engine_part/reached.json: the guide could not be watched; see above"
    _run(root, told, "tests.engine_requests")


def by_browsers(root: Path) -> None:
    """Run all browser tests, and write down what they tell. Raises BuildError, as above."""
    told = "docs/reliability.md: a browser test failed; see above"
    _run(root, told, "pytest", "tests/browser", "--renew-docs")


def _run(root: Path, told: str, *arguments: str) -> None:
    command = [sys.executable, "-m", *arguments]
    if subprocess.run(command, cwd=root, check=False).returncode:  # noqa: S603  # Our own words.
        raise BuildError(told)
