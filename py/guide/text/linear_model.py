"""A linear model that was learned: a table of small numbers, a row a feature, a column a name.

    features -> rows that are known -> their sums / sqrt(how many) + start -> one number a name

Linear, so that it can be said which words spoke for a name. A cell is four bits, for a coarse
table is as good as a fine one and a quarter of its size. The cells of a row lie side by side in one
large integer: adding two rows is one addition, which makes it quick without any library.
"""

import math
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import batched

MIDDLE = 8  # The cell that stands for nothing; cells are 1 to 15.
FINEST = 7  # The farthest from the middle.
_MOST = 4096  # Features of one text: their sums still fit into two bytes.
_BATCH = 16  # Rows whose sums of cells still fit into a byte: 16 times 15.

type Sums = list[float]


@dataclass(frozen=True, slots=True)
class LinearTable:
    """A table as `--renew` writes it; `made_of` is a hash of what it was learned from.

    `step` is what one step of a cell weighs, `start` what each column begins with. `features` and
    `cells` are packed (`packed`): the features one a line, and half a byte a cell, row after row,
    of each row the first column lowest.
    """

    made_of: str
    step: float
    start: tuple[float, ...]
    features: str
    cells: str


class LinearModel:
    """A LinearTable, ready to be asked."""

    def __init__(self, table: LinearTable, columns: int, least: int = 1) -> None:
        """Unpack the table. Raises ValueError when a part of it has not the size it should.

        A text of fewer features than `least` is weighed as if it had as many: of a few words none
        should decide.
        """
        self._least = least
        self._step = table.step
        self._start = table.start
        self._features = unpacked(table.features).decode()
        self._cells = unpacked(table.cells)
        self._width = (columns + 1) // 2
        rows = len(self._features.splitlines())
        if len(table.start) != columns or len(self._cells) != self._width * rows:
            raise ValueError("columns, start, features and cells do not fit together")

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        """The number of each feature's row; made late, since it lies packed as one text."""
        return {name: at for at, name in enumerate(self._features.splitlines())}

    def known(self, features: Iterable[str]) -> dict[str, int]:
        """Return the features that have a row, each with its row."""
        numbers, cells, width = self._rows, self._cells, self._width
        found = [feature for feature in features if feature in numbers][:_MOST]
        places = [numbers[feature] * width for feature in found]
        rows = [int.from_bytes(cells[at : at + width], "little") for at in places]
        return dict(zip(found, rows, strict=True))

    def sums(self, rows: Collection[int]) -> Sums:
        """Return what known features weigh together, with the start: a number for each column."""
        scale, nothing = self._scale(rows), MIDDLE * len(rows)
        added = self._added(rows)
        return [
            start + scale * (cell - nothing)
            for start, cell in zip(self._start, added, strict=False)
        ]

    def weights(self, rows: Collection[int], column: int) -> list[float]:
        """Return what each known feature weighs for a column beside the others."""
        scale, place = self._scale(rows), 4 * column
        return [scale * ((row >> place & 0x0F) - MIDDLE) for row in rows]

    def _scale(self, rows: Collection[int]) -> float:
        return self._step / math.sqrt(max(len(rows), self._least))

    def _added(self, rows: Iterable[int]) -> list[int]:
        low, words = _every(0x0F, 1, self._width), 0x00FF
        total = [0, 0, 0, 0]
        mask = _every(words, 2, self._width + 1)
        for some in batched(rows, _BATCH, strict=False):
            even = sum(row & low for row in some)
            odd = sum(row >> 4 & low for row in some)
            for at, part in enumerate((even, odd, even >> 8, odd >> 8)):
                total[at] += part & mask
        return _interleaved(total, self._width)


def _every(value: int, size: int, width: int) -> int:
    """Return `value` in every field of `size` bytes of `width` bytes."""
    return int.from_bytes(value.to_bytes(size, "little") * (-(-width // size)), "little")


def _interleaved(total: Sequence[int], width: int) -> list[int]:
    """Return the sums of all cells of four integers: of cells 0, 4, 8, ..., of 1, 5, 9, ..."""
    fields = -(-width // 2)
    columns = [_fields(one, fields) for one in total]
    return [cell for four in zip(*columns, strict=True) for cell in four]


def _fields(whole: int, count: int) -> Sequence[int]:
    return memoryview(whole.to_bytes(2 * count, "little")).cast("H")


def packed(whole: bytes) -> str:
    """Return bytes as a text of seven bits without quotes: deflated, in base 85."""
    import base64  # noqa: PLC0415  # The extension, which has the table ready, has no such module.

    return base64.b85encode(zlib.compress(whole, 9)).decode()


def unpacked(text: str) -> bytes:
    """Return the bytes that `packed` was given. Raises ValueError."""
    import base64  # noqa: PLC0415  # As above.

    try:
        return zlib.decompress(base64.b85decode(text))
    except zlib.error as error:
        raise ValueError("not packed as it should be") from error
