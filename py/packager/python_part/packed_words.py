"""The heap's pages out of snapshot.bin, as extension/engine/packed-words.js describes it."""

from collections.abc import Iterator
from struct import calcsize, pack, unpack_from

HEAD = "<3I"  # How many items there are in
ARRAYS = "IIH"  # each of these arrays.
RARE = 65_535


def unpacked(file: bytes) -> bytes:
    """Return the pages; none of an empty file, which stands for no heap."""
    if not file:
        return b""
    known, rare, places = _arrays(file)
    others = iter(rare)
    words = (next(others) if place == RARE else known[place] for place in places)
    return pack(f"<{len(places)}I", *words)


def _arrays(file: bytes) -> Iterator[tuple[int, ...]]:
    at = calcsize(HEAD)
    for kind, count in zip(ARRAYS, unpack_from(HEAD, file), strict=True):
        items = f"<{count}{kind}"
        yield unpack_from(items, file, at)
        at += calcsize(items)
