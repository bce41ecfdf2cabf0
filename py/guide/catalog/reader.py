"""Content files, read into their types: one reader for all of them.

    text of files -> Source -> values; each mistake a line: file: key, what is wrong; the repair

A Source gathers its mistakes, so that who writes content is told all of them at once. What could
not be read is left out of what it returns; `stop` raises them, so whatever goes on after it is
whole.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAliasType, get_args, get_origin

from guide.errors import ContentError
from guide.protocol.codec import Mismatch, decode
from guide.protocol.mismatches import mismatches


def is_table_of(folder: str, path: str) -> bool:
    """Tell whether a content file is one of a folder's own tables (and not of a folder in it)."""
    own, _, name = path.rpartition("/")
    return own == folder and name.endswith(".toml")


def home_of(alias: TypeAliasType) -> str:
    """Return a Literal with the module that declares it, in words: Locale in ids.py."""
    module = str(alias.__module__).removeprefix("guide.").replace(".", "/")
    return f"{alias.__name__} in {module}.py"


class Source:
    """Reads content files (path -> text) into their types, and notes what is wrong with them.

    `problems` are the lines so far, `broken` the files that could not be read as they should.
    `folder`, with its slash, stands before the paths where they are told.
    """

    def __init__(self, content: Mapping[str, str], folder: str = "") -> None:
        """Read of these files."""
        self._content = content
        self._folder = folder
        self._parsed: dict[str, Mapping[str, Any]] = {}
        self.problems: list[str] = []
        self.broken: set[str] = set()

    def note(self, name: str, problem: str, repair: str) -> None:
        """Note a mistake in a file: `problem` begins with the key it is about."""
        self._tell(f"{name}: {problem}; {repair}")

    def known(self, name: str, named: Iterable[tuple[str, str, bool]]) -> None:
        """Note what a file names and nobody knows: place, name, whether it is known."""
        for place, one, known in named:
            if not known:
                self.note(name, f"{place} names {one}, which is not known", "add or correct it")

    def stop(self) -> None:
        """Raise ContentError with all that was noted, if anything was."""
        if self.problems:
            raise ContentError("\n".join(self.problems))

    def toml(self, name: str) -> Mapping[str, Any]:
        """Return a whole file as it is written; nothing of one that cannot be read."""
        if name not in self._content:
            self.broken.add(name)
            self._tell(f"{name} is missing; add the file")
            return {}
        if name in self._parsed:
            return self._parsed[name]
        try:
            self._parsed[name] = tomllib.loads(self._content[name])
        except tomllib.TOMLDecodeError as error:
            self._break(name, f"is not TOML: {error}", "correct that line")
        return self._parsed.get(name, {})

    def folder(self, name: str) -> dict[str, Any]:
        """Return the tables of all files of a folder as one; each table stands in one file."""
        found: dict[str, Any] = {}
        paths = sorted(path for path in self._content if is_table_of(name, path))
        for path in paths:
            for key, value in self.toml(path).items():
                if key in found:
                    self.note(path, f"{key} stands in another file, too", "join them")
                found[key] = value
        if not paths:
            self._tell(f"{name}/ is missing; add the folder with its files")
        return found

    def file(self, name: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
        """Return a file as `shape`; of a table only what could be read, of a record None."""
        whole = self.toml(name)
        return _nothing(shape) if name in self.broken else self._read(name, shape, whole)

    def part(self, name: str, key: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
        """Return what stands under one key of a file, as `file` does."""
        whole = self.toml(name)
        if key in whole:
            return self._read(name, shape, whole[key], (key,))
        if whole:
            self._break(name, f"{key} is missing", "add it")
        return _nothing(shape)

    def only(self, name: str, keys: Iterable[str]) -> None:
        """Note what stands in a file that is read in parts, and is none of them."""
        for key in sorted(self.toml(name).keys() - {*keys}):
            self.note(name, f"{key} is not known; known are {', '.join(keys)}", "correct it")

    def table(self, name: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
        """Return a file that is one table of `shape`."""
        return self.file(name, Mapping[str, shape])

    def ordered(self, name: str, key: str, shape: Any) -> Any:  # noqa: ANN401  # Any shape.
        """Return a table in the order that the file tells beside it."""
        order: tuple[str, ...] = self.part(name, "order", tuple[str, ...])
        found: dict[str, Any] = self.part(name, key, Mapping[str, shape])
        named = self.toml(name).get(key, {})
        if name not in self.broken:
            self.alike(name, ("order", order), (f"the table {key}", named))
        return {item: found[item] for item in order if item in found}

    def alike(
        self, name: str, has: tuple[str, Iterable[str]], wanted: tuple[str, Iterable[str]]
    ) -> None:
        """Note each id that one place of a file lacks or has too many, beside another place.

        Both are (place in words, ids); `wanted` may be a place of any file.
        """
        (place, ids), (where, others) = has, wanted
        for odd in sorted({*others} - {*ids}):
            self.note(name, f"{place} lacks {odd}, which {where} has", "add it")
        for odd in sorted({*ids} - {*others}):
            self.note(name, f"{place} has {odd}, which {where} lacks", "correct it or add it there")

    def ids(self, name: str, place: str, has: Iterable[str], alias: TypeAliasType) -> None:
        """Note each id that a table lacks or has too many, beside those that code declares."""
        if name not in self.broken:
            self.alike(name, (place, has), (home_of(alias), get_args(alias.__value__)))

    def learned[Table, Model](
        self, name: str, table: Table | None, model: Callable[[Table], Model]
    ) -> Model | None:
        """Return the model of a table that `--renew` wrote; notes where its parts do not fit."""
        if table is None:
            return None
        try:
            return model(table)
        except ValueError as error:
            self.note(name, f"cells: {error}", "write it anew: uv run build.py --renew")
        return None

    def _tell(self, line: str) -> None:
        if self._folder + line not in self.problems:
            self.problems.append(self._folder + line)

    def _break(self, name: str, problem: str, repair: str) -> None:
        self.broken.add(name)
        self.note(name, problem, repair)

    def _read(
        self,
        name: str,
        shape: Any,  # noqa: ANN401  # As above.
        value: object,
        at: tuple[str, ...] = (),
    ) -> Any:  # noqa: ANN401  # As above.
        try:
            return decode(shape, value)
        except Mismatch:
            wrong = list(mismatches(shape, value))
        for mismatch in wrong:
            place = ".".join((*at, *mismatch.place))
            repair = "add it" if mismatch.problem == "is missing" else "correct it"
            self._break(name, f"{place} {mismatch.problem}", repair)
        if get_origin(shape) is not Mapping or not isinstance(value, dict):
            return _nothing(shape)
        lost = {mismatch.place[0] for mismatch in wrong}
        return decode(shape, {key: item for key, item in value.items() if key not in lost})


def _nothing(shape: Any) -> Any:  # noqa: ANN401  # As above.
    """Return what stands for a value that could not be read."""
    return {Mapping: {}, tuple: ()}.get(get_origin(shape))
