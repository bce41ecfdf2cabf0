"""Zip files that are the same bytes for the same content: sorted, dated 1980, one file mode.

Deflated by a pinned libdeflate: what zlib makes hangs on the zlib that this Python was built with.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import deflate

from packager import hashes

type Files = Mapping[str, bytes]

# The earliest date a zip can carry.
EPOCH = (1980, 1, 1, 0, 0, 0)
MODE = 0o100644 << 16
# libdeflate's best (12) makes our files a thousandth smaller, in more than twice the time.
LEVEL = 10
ROOM = 40_000_000  # Bytes of what is kept: of the last few builds.
KEPT = "deflated"  # The folder, below that of the steps, with what was deflated before.
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


def write(path: Path, files: Files, *, packed: bool, kept: Path | None = None) -> None:
    """Write a zip; `packed` deflates its files, otherwise they are stored as they are.

    What is deflated is taken from the folder `kept`, and put there: most files do not change from
    one build to the next, and the zips for all browsers share them.
    """
    deflated = _deflated(files.values(), kept) if packed else {}
    with path.open("wb") as file, zipfile.ZipFile(file, "w") as archive:
        for name in sorted(files):
            item = zipfile.ZipInfo(name, EPOCH)
            item.external_attr = MODE
            item.create_system = UNIX
            if packed:
                _add_deflated(archive, file, item, files[name], deflated[files[name]])
            else:
                archive.writestr(item, files[name])


def _add_deflated(
    archive: zipfile.ZipFile, out: IO[bytes], item: zipfile.ZipInfo, data: bytes, packed: bytes
) -> None:
    """Add a file as zipfile does, which itself has no way in for what is deflated already."""
    item.compress_type = zipfile.ZIP_DEFLATED
    item.file_size, item.compress_size, item.CRC = len(data), len(packed), zlib.crc32(data)
    item.header_offset = archive.start_dir
    out.write(item.FileHeader(zip64=False) + packed)
    archive.start_dir = out.tell()
    archive.filelist.append(item)
    archive.NameToInfo[item.filename] = item


def _deflated(texts: Iterable[bytes], kept: Path | None) -> dict[bytes, bytes]:
    """Return each of these bytes deflated, the largest begun first."""
    largest_first = sorted({*texts}, key=lambda data: (-len(data), data))
    with ThreadPoolExecutor() as pool:
        made = pool.map(lambda data: _from(kept, data), largest_first)
        return dict(zip(largest_first, made, strict=True))


def _from(kept: Path | None, data: bytes) -> bytes:
    """Return these bytes deflated, as `kept` has them if it does."""
    file = kept / f"{hashlib.sha256(data).hexdigest()}.{LEVEL}" if kept else None
    if file and file.exists() and _inflates(packed := file.read_bytes(), data):
        file.touch()
        return packed
    packed = bytes(deflate.deflate_compress(data, LEVEL))
    if file:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(packed)
    return packed


def _inflates(packed: bytes, data: bytes) -> bool:
    """Tell whether these bytes become that: a file on a disk may be broken."""
    try:
        return zlib.decompress(packed, -zlib.MAX_WBITS) == data
    except zlib.error:
        return False


def sweep(kept: Path) -> None:
    """Take away what was asked for longest ago, as far as there is more than room for."""
    room = ROOM
    for file in sorted(kept.iterdir(), key=lambda one: -one.stat().st_mtime):
        room -= file.stat().st_size
        if room < 0:
            file.unlink()
