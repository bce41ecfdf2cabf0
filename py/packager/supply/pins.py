"""Third parties' files that ship, each pinned by its SHA-256 in pins.toml.

The package managers verify what they download; this verifies what lies on the disk when it is
packed, by name, on every machine: wheels of one release differ between platforms, the Python
files in them do not.
"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.machinery import PathFinder
from pathlib import Path

from packager import hashes
from packager.errors import BuildError

PINS = Path(__file__).with_name("pins.toml")


def read() -> Mapping[str, Mapping[str, str]]:
    """Return the pins: {"npm" | "python" | "licences": {path: SHA-256 in hex}}."""
    return tomllib.loads(PINS.read_text(encoding="utf-8"))


def npm(modules: Path) -> Iterator[Path]:
    """Yield the pinned files below node_modules. Raises BuildError at the first that differs."""
    repair = f"delete {modules.parent.name}/{modules.name} and build again"
    for name, pin in read()["npm"].items():
        yield _verified(modules / name, name, pin, repair)


def python(table: str = "python") -> Iterator[tuple[str, Path]]:
    """Yield (name, file) of a table's files of installed Python packages.

    Raises BuildError at the first that differs.
    """
    for name, pin in read()[table].items():
        package = name.partition("/")[0].partition("-")[0]  # Also of jinja2-3.1.6.dist-info.
        repair = f"run: uv sync --reinstall-package {package}"
        yield name, _verified(_site(package) / name, name, pin, repair)


def released(package: Path, names: Mapping[str, str]) -> None:
    """Compare files of a built package with their releases: {place in the package: pinned name}.

    Raises BuildError at the first that differs.
    """
    pinned = read()["npm"]
    for place, name in names.items():
        _verified(package / place, name, pinned[name], f"{place} must ship as released")


def _site(package: str) -> Path:
    """Return the folder that holds a package of the environment the build runs in."""
    found = PathFinder.find_spec(package)
    if found is None or found.origin is None:
        message = f"the Python package {package} is not installed; run: uv sync"
        raise BuildError(message)
    return Path(found.origin).parent.parent


def _verified(path: Path, name: str, pin: str, repair: str) -> Path:
    if not path.exists():
        message = f"{name} is missing, and it ships in the extension; {repair}"
        raise BuildError(message)
    if hashes.of_file(path) != pin:
        message = (
            f"{name} is not the file that py/packager/supply/pins.toml pins by its hash; {repair}"
        )
        raise BuildError(message)
    return path
