"""Zip files that are the same bytes for the same content: sorted, dated 1980, one file mode.

Deflated by a pinned libdeflate: what zlib makes hangs on the zlib that this Python was built with.
"""

import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import IO

import deflate

from packager import hashes

type Files = Mapping[str, bytes]

# The earliest date a zip can carry.
EPOCH = (1980, 1, 1, 0, 0, 0)
MODE = 0o100644 << 16
# libdeflate's best makes of our files 8.6 MB in ten seconds; zlib 9.1 in two, and 8.9 at its best.
LEVEL = 12
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
    with path.open("wb") as file, zipfile.ZipFile(file, "w") as archive:
        for name in sorted(files):
            item = zipfile.ZipInfo(name, EPOCH)
            item.external_attr = MODE
            item.create_system = UNIX
            if packed:
                _add_deflated(archive, file, item, files[name])
            else:
                archive.writestr(item, files[name])


def _add_deflated(
    archive: zipfile.ZipFile, out: IO[bytes], item: zipfile.ZipInfo, data: bytes
) -> None:
    """Add a file as zipfile does, which itself has no way in for what is deflated already."""
    packed = _deflated(data)
    item.compress_type = zipfile.ZIP_DEFLATED
    item.file_size, item.compress_size, item.CRC = len(data), len(packed), zlib.crc32(data)
    item.header_offset = archive.start_dir
    out.write(item.FileHeader(zip64=False) + packed)
    archive.start_dir = out.tell()
    archive.filelist.append(item)
    archive.NameToInfo[item.filename] = item


@lru_cache
def _deflated(data: bytes) -> bytes:
    """Return these bytes deflated; the zips for all browsers share most files."""
    return bytes(deflate.deflate_compress(data, LEVEL))
