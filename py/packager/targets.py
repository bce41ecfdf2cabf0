"""The folder of each browser's extension: the same files, but for what each store demands.

Mozilla wants libraries as they were released, byte for byte. The Chromium stores reject a
package in which an address of remote code is merely present, used or not: there the loader's
default address goes.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

from packager import manifest
from packager.errors import BuildError

TARGETS = ("chromium", "firefox")
# In the source tree for people and tools, not for browsers.
SHELL = ("*.js", "*.css")
RELEASED = ("idiomorph.esm.js",)
ENGINE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
# In pyodide.mjs: (what is there, what comes there). The engine gives its own address anyway.
EDITS = (
    ("`https://cdn.jsdelivr.net/pyodide/v${U}/full/`", '"./"'),
    ("//# sourceMappingURL=pyodide.mjs.map\n", ""),
)


def assemble(
    extension: Path, made: Mapping[str, Path], target: str, version: str, folder: Path
) -> None:
    """Fill `folder` with a browser's extension from the folders of the steps, by their names.

    Raises BuildError.
    """
    text = manifest.make(extension / "manifest.toml", target, version)
    (folder / "manifest.json").write_text(text, encoding="utf-8", newline="\n")
    _copy(extension, made, folder)
    if target == "chromium":
        disarm(folder / "engine" / "pyodide.mjs")


def _copy(extension: Path, made: Mapping[str, Path], folder: Path) -> None:
    for pattern in SHELL:
        for path in extension.glob(pattern):
            shutil.copyfile(path, folder / path.name)
    shutil.copytree(extension / "_locales", folder / "_locales")
    shutil.copytree(made["icons"], folder / "icons")
    shutil.copytree(made["pages"], folder, dirs_exist_ok=True)
    shutil.copytree(made["archive"], folder / "engine")
    shutil.copytree(made["snapshot"], folder / "engine", dirs_exist_ok=True)
    for name in RELEASED:
        shutil.copyfile(made["packages"] / name, folder / name)
    for name in ENGINE:
        shutil.copyfile(made["packages"] / name, folder / "engine" / name)


def disarm(loader: Path) -> None:
    """Take the addresses out of Pyodide's loader. Raises BuildError if it is not as expected."""
    text = loader.read_text(encoding="utf-8")
    for old, new in EDITS:
        if text.count(old) != 1:
            message = f"{loader.name} has no {old}; see what it loads now, and mend targets.EDITS"
            raise BuildError(message)
        text = text.replace(old, new)
    loader.write_text(text, encoding="utf-8", newline="")
