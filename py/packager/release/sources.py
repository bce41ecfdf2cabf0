"""source.zip: everything that a build needs but the packages it installs, and nothing else.

Mozilla's reviewers build from it, and so does `--verify`.
"""

from collections.abc import Iterator
from pathlib import Path

from packager import archive, hashes

NAME = "source.zip"
# Without the tests: they build nothing.
TOPS = (
    ".python-version",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "build.py",
    "docs/architecture.md",
    "docs/development.md",
    "docs/privacy.md",
    "docs/supply-chain.md",
    "extension",
    "py",
    "pyproject.toml",
)


def tops(root: Path) -> tuple[Path, ...]:
    """Return the files and folders of a tree that are its sources, where they are there."""
    return tuple(root / name for name in TOPS if (root / name).exists())


def make(root: Path, folder: Path) -> None:
    """Write the zip of the tree at `root`."""
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in _walk(root)}
    archive.write(folder / NAME, files, packed=True)


def unpack(file: Path, root: Path) -> None:
    """Lay a source.zip out as a tree at `root`."""
    for name, data in archive.read(file).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _walk(root: Path) -> Iterator[Path]:
    for top in tops(root):
        if top.is_dir():
            yield from hashes.walk(top)
        else:
            yield top
