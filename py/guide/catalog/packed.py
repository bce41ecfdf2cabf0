"""Values that most openings do without: in a memory snapshot they lie packed until asked for.

    Later(value) -> pack() -> bytes -> get() -> value

Every opening of the popup reads the whole heap from the disk, so what is in it costs time whether
it is used or not. Packed, the vocabulary is a tenth as large; unpacking it takes 20 ms, once.
"""

import pickle
import zlib
from collections.abc import Iterator, Mapping
from typing import cast

LEVEL = 9


class Later[T]:
    """A value; `pack` puts it away, and the next `get` brings it back."""

    def __init__(self, value: T) -> None:
        """Have the value at hand."""
        self._value: T | None = value
        self._packed = b""

    def get(self) -> T:
        """Return the value."""
        if self._value is None:
            # Our own bytes, packed at the build and shipped in the snapshot.
            self._value = cast("T", pickle.loads(zlib.decompress(self._packed)))  # noqa: S301
        return self._value

    def pack(self) -> None:
        """Keep only the bytes, as long as nobody asks."""
        if not self._packed:
            whole = pickle.dumps(self._value, pickle.HIGHEST_PROTOCOL)
            self._packed = zlib.compress(whole, LEVEL)
        self._value = None


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

    def pack(self) -> None:
        """Keep only the bytes of each, as long as nobody asks."""
        for value in self._values.values():
            value.pack()


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

    def pack(self) -> None:
        """Keep only the bytes, as long as nobody asks."""
        self._table.pack()
