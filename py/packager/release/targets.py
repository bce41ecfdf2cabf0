"""The folder of each browser's extension: the same files, but for what each store demands.

Mozilla wants libraries as they were released, byte for byte. The Chromium stores reject a
package in which an address of remote code is merely present, used or not: there the loader's
default address goes.
"""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from packager.engine_part import engine
from packager.errors import BuildError
from packager.release import remote_code
from packager.shell_part import manifest, scripts
from packager.supply import pins

TARGETS = ("chromium", "firefox")
# The background as each browser has it; an offscreen document is Chromium's alone.
ONLY: Mapping[str, tuple[str, ...]] = {
    "chromium": ("service-worker.js", "offscreen.html", "offscreen.js"),
    "firefox": ("event-page.js",),
}
# Libraries' files: (their place in the extension, their name in pins.toml).
RELEASED: Mapping[str, str] = {
    "idiomorph.esm.js": "idiomorph/dist/idiomorph.esm.js",
    "engine/pyodide.mjs": "pyodide/pyodide.mjs",
}
# The same where Pyodide's code is as released, too.
CODE: Mapping[str, str] = {
    "engine/pyodide.asm.wasm": "pyodide/pyodide.asm.wasm",
    "engine/pyodide.asm.js": "pyodide/pyodide.asm.js",
}
# By file: (what is there, what comes there). The engine gives its own address anyway.
EDITS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "engine/pyodide.mjs": (
        ("`https://cdn.jsdelivr.net/pyodide/v${U}/full/`", '"./"'),
        ("//# sourceMappingURL=pyodide.mjs.map\n", ""),
    ),
    # A comment tells where a loop was learned, by the address of a script.
    "idiomorph.esm.js": (("https://github.com/patrick-steele-idem/", ""),),
}


def assemble(
    extension: Path, made: Mapping[str, Path], target: str, version: str, folder: Path
) -> None:
    """Fill `folder` with a browser's extension from the folders of the steps, by their names.

    Raises BuildError.
    """
    text = manifest.make(extension / "manifest.toml", target, version)
    (folder / "manifest.json").write_text(text, encoding="utf-8", newline="\n")
    _copy(extension, made, folder)
    for other in {*ONLY} - {target}:
        for name in ONLY[other]:
            (folder / name).unlink()
    edited = EDITS if target == "chromium" else {}
    for name, edits in edited.items():
        disarm(folder / name, edits)
    unchanged = {place: RELEASED[place] for place in RELEASED.keys() - edited.keys()}
    is_cut = not (folder / next(iter(CODE))).exists()
    pins.released(folder, unchanged if is_cut else {**unchanged, **CODE})
    if target == "chromium":
        remote_code.check(folder)


def _copy(extension: Path, made: Mapping[str, Path], folder: Path) -> None:
    for path in scripts.sources(extension, "*.css"):
        shutil.copyfile(path, folder / path.name)
    shutil.copytree(extension / "_locales", folder / "_locales")
    shutil.copytree(made["icons"], folder / "icons")
    shutil.copytree(made["pages"], folder, dirs_exist_ok=True)
    shutil.copytree(made["scripts"], folder, dirs_exist_ok=True)
    shutil.copytree(made["archive"], folder / "engine")
    shutil.copytree(made["snapshot"], folder / "engine", dirs_exist_ok=True)
    unwanted = shutil.ignore_patterns(engine.DESCRIPTION)
    shutil.copytree(made["engine"], folder / "engine", ignore=unwanted, dirs_exist_ok=True)
    shutil.copytree(made["notices"], folder, dirs_exist_ok=True)
    for place in RELEASED:
        shutil.copyfile(made["packages"] / Path(place).name, folder / place)


def disarm(script: Path, edits: Sequence[tuple[str, str]]) -> None:
    """Take addresses out of a script. Raises BuildError if it is not as expected."""
    text = script.read_text(encoding="utf-8")
    for old, new in edits:
        if text.count(old) != 1:
            message = f"{script.name} has no {old}; see what it loads now, and mend targets.EDITS"
            raise BuildError(message)
        text = text.replace(old, new)
    script.write_text(text, encoding="utf-8", newline="")
