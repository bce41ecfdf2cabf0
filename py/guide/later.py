"""A value that most openings do without: in a memory snapshot it lies packed until it is asked for.

    Later(make) -> get() -> value -> pack() -> bytes -> get() -> value

Every opening of the popup reads the whole heap from the disk, so what is in it costs time whether
it is used or not. Packed, the vocabulary is a tenth as large; unpacking it takes 20 ms, once.
"""

import pickle
import zlib
from collections.abc import Callable
from typing import cast


class Later[T]:
    """A value made by `make`, now; `pack` puts it away and the next `get` brings it back."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Make the value, so that a mistake in its content is told at once."""
        self._value: T | None = make()
        self._packed = b""

    def get(self) -> T:
        """Return the value."""
        if self._value is None:
            # Our own bytes, packed at the build and shipped in the snapshot.
            self._value = cast("T", pickle.loads(zlib.decompress(self._packed)))  # noqa: S301
            self._packed = b""
        return self._value

    def pack(self) -> None:
        """Keep only the bytes, as long as nobody asks."""
        if self._value is not None:
            self._packed = zlib.compress(pickle.dumps(self._value, pickle.HIGHEST_PROTOCOL), 9)
            self._value = None
