"""Values that most openings do without: they lie packed until asked for.

    Later(value) -> pack() -> bytes -> get() -> value
                 -> lay(shelf) -> a place on the shelf -> get() -> value

Every opening of the popup reads the whole heap from the disk, so what is in it costs time whether
it is used or not. Packed, the vocabulary is a tenth as large; unpacking it takes 20 ms, once.

In the extension the bytes lie on a shelf: one file that Python reads from whichever way it was
started, since in the heap and in the archive they would be in the package twice.
"""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

LEVEL = 9
SHELF = "/lib/content.bin"  # Where the engine puts it, before the first turn.


class Later[T]:
    """A value; `pack` puts it away, and the next `get` brings it back."""

    def __init__(self, value: T) -> None:
        """Have the value at hand."""
        self._value: T | None = value
        self._packed = b""
        self._place: tuple[int, int] | None = None  # On the shelf: where it begins, how long it is.

    def get(self) -> T:
        """Return the value."""
        if self._value is None:
            # Our own bytes, packed at the build and shipped in the snapshot.
            packed = _taken(*self._place) if self._place else self._packed
            self._value = cast("T", pickle.loads(zlib.decompress(packed)))  # noqa: S301
        return self._value

    def pack(self) -> None:
        """Keep only the bytes, as long as nobody asks."""
        if not self._packed and not self._place:
            self._packed = _compressed(self._value)
        self._value = None

    def lay(self, shelf: bytearray) -> None:
        """Put the bytes on the shelf, at its end. What is inside must lie there before."""
        packed = _compressed(self.get())
        self._place = (len(shelf), len(packed))
        self._value, self._packed = None, b""
        shelf += packed


def _compressed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), LEVEL)


def _taken(start: int, size: int) -> bytes:
    """Return bytes from the shelf. Raises OSError where there is none."""
    with open(SHELF, "rb") as shelf:  # noqa: PTH123  # Nothing else here needs pathlib.
        shelf.seek(start)
        return shelf.read(size)


class LaterEach[K, V](Mapping[K, V]):
    """A table of values of which one is asked for and the others are not."""

    def __init__(self, table: Mapping[K, V]) -> None:
        """Have all of them at hand."""
        self._values = {key: Later(value) for key, value in table.items()}

    def __getitem__(self, key: K) -> V:
        """Return a value."""
        return self._values[key].get()

    def __iter__(self) -> Iterator[K]:
        """Go through the keys."""
        return iter(self._values)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._values)

    @property
    def laters(self) -> Iterable[Later[V]]:
        """What lies packed."""
        return self._values.values()


class LaterTable[K, V](Mapping[K, V]):
    """A table that is asked for seldom, and then as a whole."""

    def __init__(self, table: Mapping[K, V]) -> None:
        """Have it at hand."""
        self._table = Later(table)

    def __getitem__(self, key: K) -> V:
        """Return a value."""
        return self._table.get()[key]

    def __iter__(self) -> Iterator[K]:
        """Go through the keys."""
        return iter(self._table.get())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._table.get())

    @property
    def laters(self) -> Iterable[Later[Mapping[K, V]]]:
        """What lies packed."""
        return (self._table,)
