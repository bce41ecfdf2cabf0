"""`build.py --renew`: makes every committed file anew that is made from others.

    ask_guide renew ROOT -> what packager.generated lists
    tests.renewal        -> the letters that the tests keep
    pytest --renew-docs  -> pictures and reliability.md, which only browsers can make

Each runs in an interpreter of its own, as the guide's content is read once in each.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from packager import programs
from packager.content_check import ask_guide
from packager.errors import BuildError


def renew(root: Path, say: Callable[[str], None], *, browsers: bool) -> None:
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
    if browsers:
        _by_browsers(root)


def _by_browsers(root: Path) -> None:
    command = [sys.executable, "-m", "pytest", "tests/browser", "--renew-docs"]
    if subprocess.run(command, cwd=root, check=False).returncode:  # noqa: S603  # Our own words.
        raise BuildError("docs/screens and docs/reliability.md: a browser test failed; see above")
