"""Content files, read into their types; what is wrong is told by file and key."""

import tomllib
from collections.abc import Mapping
from typing import Any

from guide.errors import ContentError
from guide.protocol.codec import Mismatch, decode


def is_table_of(folder: str, path: str) -> bool:
    """Tell whether a content file is one of a folder's own tables (and not of a folder in it)."""
    own, _, name = path.rpartition("/")
    return own == folder and name.endswith(".toml")


class Source:
    """Reads parts of content files into their types, and names file and key when it cannot."""

    def __init__(self, content: Mapping[str, str]) -> None:
        """Read of these files: path -> text."""
        self._content = content

    def toml(self, name: str) -> dict[str, Any]:
        """Return a whole file."""
        if name not in self._content:
            raise ContentError(f"{name} is missing; add the file")
        try:
            return tomllib.loads(self._content[name])
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"{name}: is not TOML: {error}") from error

    def folder(self, name: str) -> dict[str, Any]:
        """Return the tables of all files of a folder as one; each table stands in one file."""
        found: dict[str, Any] = {}
        for path in sorted(p for p in self._content if is_table_of(name, p)):
            for key, value in self.toml(path).items():
                if key in found:
                    raise ContentError(f"{path}: {key} stands in another file, too; join them")
                found[key] = value
        if not found:
            raise ContentError(f"{name}/ is missing; add the folder with its files")
        return found

    def part(self, name: str, key: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
        """Return what stands under one key of a file, as `shape`."""
        whole = self.toml(name)
        if key not in whole:
            raise ContentError(f"{name}: {key} is missing; add it")
        return self._read(name, shape, whole[key], (key,))

    def table(self, name: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
        """Return a file that is one table of `shape`."""
        return self._read(name, Mapping[str, shape], self.toml(name))

    def ordered(self, name: str, key: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
        """Return a table in the order that the file tells beside it."""
        order: tuple[str, ...] = self.part(name, "order", tuple[str, ...])
        found: dict[str, Any] = self.part(name, key, Mapping[str, shape])
        for odd in sorted(set(order) ^ set(found)):
            where = "order" if odd in found else key
            raise ContentError(f"{name}: {where} lacks {odd}; add it, or take it away")
        return {item: found[item] for item in order}

    @staticmethod
    def _read(name: str, shape: Any, value: object, at: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
        try:
            return decode(shape, value)
        except Mismatch as mismatch:
            place = ".".join((*at, *mismatch.place))
            raise ContentError(f"{name}: {place} {mismatch.problem}; repair it") from mismatch
