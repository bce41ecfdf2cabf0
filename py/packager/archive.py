"""Zip files that are the same bytes for the same content: sorted, dated 1980, one file mode."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from packager import hashes

type Files = Mapping[str, bytes]

# The earliest date a zip can carry.
EPOCH = (1980, 1, 1, 0, 0, 0)
MODE = 0o100644 << 16
# Level 9 takes four times as long and saves one percent.
LEVEL = 6
# zipfile would otherwise write the machine it runs on.
UNIX = 3


def read(path: Path) -> dict[str, bytes]:
    """Return the files of a zip by their names, without its folders."""
    with zipfile.ZipFile(path) as archive:
        return {
            item.filename: archive.read(item) for item in archive.infolist() if not item.is_dir()
        }


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by their names with slashes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in hashes.walk(folder)}


def write(path: Path, files: Files, *, packed: bool) -> None:
    """Write a zip; `packed` deflates its files, otherwise they are stored as they are."""
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            item = zipfile.ZipInfo(name, EPOCH)
            item.external_attr = MODE
            item.create_system = UNIX
            archive.writestr(item, files[name], compress_type=method, compresslevel=LEVEL)
