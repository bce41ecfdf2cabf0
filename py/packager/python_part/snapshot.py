"""Python's heap after everything was imported, and the archive it boots from.

The snapshot is made in Node by make_snapshot.mjs; extension/engine/engine.js describes its format
and restores it; sitecustomize.py says what is not in it. The archive is what the popup boots from
should the snapshot not do, and where modules come from that are imported later.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from packager import archive, programs, runner
from packager.content_check.ask_guide import COMPILED
from packager.errors import BuildError
from packager.python_part import bytecode, stdlib, wheel

HERE = Path(__file__).parent
SHELF = "content.bin"  # And guide.catalog.packed.
GUIDE = "guide.zip"
ARCHIVE = "python.zip"
LOADER = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")


def make_guide(root: Path, packages: Path, folder: Path) -> None:
    """Write guide.zip, the bytecode of the guide of the tree at `root`."""
    with runner.scratch(folder.parent) as made:
        files = archive.read(wheel.make(root, made))
    sources = {name: data for name, data in files.items() if name.endswith(".py")}
    code = bytecode.of(sources, packages, folder.parent, bare=True)
    archive.write(folder / GUIDE, code, packed=False)


def make_archive(code: Iterable[Path], content: Path, packages: Path, folder: Path) -> None:
    """Write python.zip, bytecode and compiled content; content.bin, the shelf; and lock.json.

    The last names no package.
    """
    from pyodide_lock import PyodideLockSpec  # noqa: PLC0415  # As slow to import as all else.

    files = {name: data for part in code for name, data in archive.read(part).items()}
    files[f"guide/{COMPILED}"] = (content / COMPILED).read_bytes()
    shutil.copyfile(content / SHELF, folder / SHELF)
    # Stored, not deflated: it is read at each start, and the extension's zip packs it anyway.
    archive.write(folder / ARCHIVE, files, packed=False)
    lock = PyodideLockSpec.from_json(packages / "pyodide-lock.json")
    lock.packages = {}
    lock.to_json(folder / "lock.json")


def make_snapshot(archive_folder: Path, library: Path, packages: Path, folder: Path) -> None:
    """Write snapshot.json and snapshot.bin.

    What keeps out of the heap what no turn asks for comes from the folder `library`.

    Raises BuildError, most likely since the guide cannot be imported.
    """
    for name in LOADER:
        shutil.copyfile(packages / name, folder / name)
    for name in (SHELF, "lock.json"):
        shutil.copyfile(archive_folder / name, folder / name)
    files = archive.read(archive_folder / ARCHIVE)
    files[stdlib.LEAN] = (library / stdlib.LEAN).read_bytes()
    archive.write(folder / ARCHIVE, files, packed=False)
    try:
        programs.node([HERE / "make_snapshot.mjs", folder, folder])
    except BuildError as error:
        if "No module named" in str(error):
            hint = "if the guide needs it, take it off py/packager/python_part/stdlib.toml"
            raise BuildError(f"{error}; {hint}") from error
        raise
    for path in folder.iterdir():
        if path.stem != "snapshot":
            path.unlink()


def make_none(folder: Path) -> None:
    """Write what stands for the heap in a package that has none, as engine.js reads it.

    Both files are there, so that no browser has to complain of one that it cannot find.
    """
    (folder / "snapshot.json").write_text("null\n", encoding="utf-8")
    (folder / "snapshot.bin").write_bytes(b"")


def check_bytecode(packages: Path, folder: Path) -> None:
    """Ask Pyodide for the number of its bytecode, compare, and note it in `folder`.

    Raises BuildError.
    """
    said = programs.node([HERE / "ask_bytecode.mjs", packages]).strip()
    try:
        bytecode.check(bytes.fromhex(said))
    except ValueError as error:
        message = f"Pyodide did not tell its bytecode's number but {said!r}; build again"
        raise BuildError(message) from error
    (folder / "magic.hex").write_text(said)
