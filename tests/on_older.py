"""Which of the reviews' tests an older version of the guide fails: each should, it was found there.

    uv run python -m tests.on_older TREE [FILE ...]

TREE is a built clone of that version: `git worktree add TREE 1405f11`, and `uv run build.py` in it.
It is only read. The tests run with its `py/guide` in place of ours, and without our fixtures.
Prints a line a test, and ends with 1 if one passes there: it witnesses nothing.
"""

import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
REVIEWS = ROOT / "tests" / "unit" / "reviews"
# No settings, fixtures or bytecode of ours: they would bring our own guide, or write into TREE.
PYTEST = "-P -m pytest -c /dev/null --noconftest -p no:cacheprovider --import-mode=importlib"
REPORT = ("-q", "--tb=no", "-rA", f"--rootdir={ROOT}")
OUTCOME = re.compile(r"^(X?PASS|X?FAIL|ERROR)(?:ED)? \S+::(\w+)", re.MULTILINE)


def outcomes(tree: Path, files: Iterable[Path]) -> dict[str, list[bool]]:
    """Return for each test whether its rows fail in that tree. Raises ValueError if none ran."""
    path = os.pathsep.join((str(tree / "py"), str(ROOT)))
    run = subprocess.run(
        [sys.executable, *PYTEST.split(), *REPORT, *map(str, files)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    found: dict[str, list[bool]] = defaultdict(list)
    for outcome, name in OUTCOME.findall(run.stdout):
        found[name].append(not outcome.endswith("PASS"))
    if not found:
        raise ValueError(f"no test ran:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return dict(found)


def main(arguments: list[str]) -> int:
    """Print what fails in that tree; return 1 if a test passes there with all its rows."""
    tree, *names = map(Path, arguments)
    found = outcomes(tree.resolve(), names or sorted(REVIEWS.glob("test_*.py")))
    for name, failed in found.items():
        said = "fails " if any(failed) else "PASSES"
        print(f"{said} there, {sum(failed)} of {len(failed)}: {name}")  # noqa: T201  # A command.
    return int(not all(map(any, found.values())))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
