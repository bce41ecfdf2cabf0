"""The JavaScript packages: installed as the lock says, and the files that ship taken out.

`npm ci` checks each download against the lock's integrity hash; `pins` then checks the files.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from packager import programs
from packager.supply import pins

# Nothing of a package runs at installation; nothing but the packages is asked for.
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")


def take(extension: Path, folder: Path) -> None:
    """Put the pinned files of the installed packages, by their own names, into `folder`."""
    install(extension)
    for path in pins.npm(extension / "node_modules"):
        shutil.copyfile(path, folder / path.name)


def install(extension: Path, *, tools: bool = False) -> Path:
    """Install what package-lock.json names and return node_modules; `tools` are the tests' own."""
    modules = extension / "node_modules"
    if not _complete(extension, tools=tools):
        programs.npm(["ci", *QUIETLY, *(() if tools else ("--omit=dev",))], cwd=extension)
    return modules


def copy(extension: Path, other: Path) -> None:
    """Give another tree's extension what is installed here, without the tests' own tools."""
    for place, package in _locked(extension).items():
        if not package.get("dev") and (extension / place).is_dir():
            # Packages lie in packages: these have come with those around them.
            shutil.copytree(extension / place, other / place, dirs_exist_ok=True)


def _locked(extension: Path) -> dict[str, dict[str, Any]]:
    """Return the packages of the lock by their place below `extension`."""
    lock = json.loads((extension / "package-lock.json").read_text(encoding="utf-8"))
    return {place: package for place, package in lock["packages"].items() if place}


def _complete(extension: Path, *, tools: bool) -> bool:
    """Tell whether every package of the lock is there in its version."""
    return all(
        _version(extension / place) == package["version"]
        for place, package in _locked(extension).items()
        if not package.get("optional") and (tools or not package.get("dev"))
    )


def _version(package: Path) -> str | None:
    manifest = package / "package.json"
    if not manifest.exists():
        return None
    version: str | None = json.loads(manifest.read_text(encoding="utf-8")).get("version")
    return version
