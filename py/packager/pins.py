"""Third parties' files that ship, each pinned by its SHA-256 in pins.toml.

The package managers verify what they download; this verifies what lies on the disk when it is
packed, by name, on every machine: wheels of one release differ between platforms, the Python
files in them do not.
"""

import importlib.util
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from packager import digest
from packager.errors import BuildError

PINS = Path(__file__).with_name("pins.toml")


def read() -> Mapping[str, Mapping[str, str]]:
    """Return the pins: {"npm" | "python": {path: SHA-256 in hex}}."""
    return tomllib.loads(PINS.read_text(encoding="utf-8"))


def npm(modules: Path) -> Iterator[Path]:
    """Yield the pinned files below node_modules. Raises BuildError at the first that differs."""
    repair = f"delete {modules.parent.name}/{modules.name} and build again"
    for name, pin in read()["npm"].items():
        yield _verified(modules / name, name, pin, repair)


def python() -> Iterator[tuple[str, Path]]:
    """Yield (name in the archive, file) of the pinned Python libraries. Raises BuildError."""
    for name, pin in read()["python"].items():
        package = name.partition("/")[0]
        repair = f"run: uv sync --reinstall-package {package}"
        yield name, _verified(_site(package) / name, name, pin, repair)


def _site(package: str) -> Path:
    """Return the folder that holds a package of the environment the build runs in."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        message = f"the Python package {package} is not installed; run: uv sync"
        raise BuildError(message)
    return Path(found.origin).parent.parent


def _verified(path: Path, name: str, pin: str, repair: str) -> Path:
    if not path.exists():
        message = f"{name} is missing, and it ships in the extension; {repair}"
        raise BuildError(message)
    if digest.of_file(path) != pin:
        message = f"{name} is not the file that py/packager/pins.toml pins by its hash; {repair}"
        raise BuildError(message)
    return path
