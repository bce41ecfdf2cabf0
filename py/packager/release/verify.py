"""`--verify`: the same bytes again, from source.zip alone, in a second folder.

Nothing that may differ between two machines is the same there: path, time zone, user, home,
language, hash seed and file mode. Only the installed packages are, and these are pinned.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packager import hashes
from packager.errors import BuildError
from packager.release import sources
from packager.supply import npm

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "USER": "somebody-else",
    "LOGNAME": "somebody-else",
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "1700000000",
}
UMASK = 0o077


def verify(root: Path, arguments: Iterable[str], names: Iterable[str]) -> int:
    """Build anew with `arguments` and compare; return how many files are the same.

    `names` are the files and folders of dist to compare. Raises BuildError naming what differs.
    """
    with tempfile.TemporaryDirectory(prefix="support guide ") as place:
        second = Path(place) / "a second folder"
        sources.unpack(root / "dist" / sources.NAME, second)
        npm.copy(root / "extension", second / "extension")
        _build(second, arguments, Path(place) / "home")
        one, other = (_read(each / "dist", names) for each in (root, second))
    if found := list(differences(one, other)):
        raise BuildError("\n  ".join(("the second build is not the same:", *found)))
    return len(one)


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each file that is not in both, or not the same: {name: digest}."""
    for name in sorted({*one, *other}):
        if name not in other:
            yield f"{name} is only in the first"
        elif name not in one:
            yield f"{name} is only in the second"
        elif one[name] != other[name]:
            yield f"{name} differs"


def _build(tree: Path, arguments: Iterable[str], home: Path) -> None:
    home.mkdir()
    done = subprocess.run(  # noqa: S603  # Our own command.
        [sys.executable, tree / "build.py", *arguments],
        cwd=home,
        env=os.environ | ELSEWHERE | {"HOME": str(home)},
        umask=UMASK,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        error = BuildError(f"the second build failed: {done.stderr.strip()}")
        error.add_note(done.stdout)
        raise error


def _read(dist: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the digests of the files that `dist` has under these names."""
    paths = [path for name in names for path in _below(dist / name)]
    return {path.relative_to(dist).as_posix(): hashes.of_file(path) for path in paths}


def _below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from hashes.walk(path)
    elif path.exists():
        yield path
