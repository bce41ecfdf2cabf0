"""Edits of source files as a person would make them: an id in a list, a table at a file's end.

Each raises BuildError if the place is not there: then the file has changed, and its recipe with it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packager.content_check.unwritten import MARK
from packager.errors import BuildError

PLACES = re.compile(r"\{\w*\}")
BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Tree:
    """The files of the tree at `root`, named from there; `changed` gathers those edited."""

    root: Path
    changed: dict[str, None]

    def text(self, name: str) -> str:
        """Return a file's text."""
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.changed[name] = None

    def append(self, name: str, text: str) -> None:
        """Put something at the end of a file, after an empty line."""
        self.write(name, f"{self.text(name).rstrip()}\n\n{text.strip()}\n")

    def put(self, name: str, before: str, line: str) -> None:
        """Put a line before the first line that is `before`, a pattern."""
        self._sub(name, rf"^(?={before})", f"{line}\n")

    def into_list(self, name: str, start: str, item: str) -> None:
        """Put a text at the end of the list that begins behind `start`, a pattern."""
        found = re.search(rf"{start}\[(.*?)\]", self.text(name), re.DOTALL | re.MULTILINE)
        if not found:
            raise BuildError(f"{name}: no list behind {start}; has it moved?")
        inner = found[1].rstrip()
        glue = "" if inner.endswith(",") or not inner else ","
        space = "\n    " if "\n" in found[1] else " " if inner else ""
        end = ",\n" if "\n" in found[1] else ""
        whole = f'{inner}{glue}{space}"{item}"{end}'
        text = self.text(name)
        self.write(name, text[: found.start(1)] + whole + text[found.end(1) :])

    def _sub(self, name: str, pattern: str, new: str) -> None:
        text, count = re.subn(pattern, lambda _: new, self.text(name), count=1, flags=re.MULTILINE)
        if not count:
            raise BuildError(f"{name}: nothing looks like {pattern}; has it moved?")
        self.write(name, text)

    def toml(self, name: str) -> dict[str, Any]:
        """Return a TOML file's values."""
        return tomllib.loads(self.text(name))

    def like(self, name: str, key: str, model: str, new: str) -> None:
        """Add, at the end of a file, a table `key.new` that is as `key.model` is."""
        at = [*key.split("."), new] if key else [new]
        table: Any = self.toml(name)
        for part in at[:-1]:
            table = table[part]
        self.append(name, "\n".join(written(table[model], at)))


def unwritten(value: Any, *, whole: bool = False) -> Any:  # noqa: ANN401  # TOML is any.
    """Return a value of words with every text still to be written, its places kept.

    `whole` keeps the length of lists; else of words, one says that they are still to be written.
    """
    if isinstance(value, Mapping):
        return {key: unwritten(item, whole=whole) for key, item in value.items()}
    if isinstance(value, list):
        # Twelve months are twelve lists.
        lists = [unwritten(item) for item in value if whole or isinstance(item, list)]
        return lists or [unwritten("")][: len(value)]
    return f"{' '.join((MARK, *PLACES.findall(value)))}]" if isinstance(value, str) else value


def written(table: Mapping[str, Any], at: list[str]) -> Iterator[str]:
    """Yield the lines of a TOML table: its values, then the tables in it."""
    values = {
        key: value for key, value in table.items() if not isinstance(value, dict) or not value
    }
    if values or not table:
        yield f"[{'.'.join(map(_key, at))}]" if at else ""
        yield from (f"{_key(key)} = {_value(value)}" for key, value in values.items())
        yield ""
    for key, inner in table.items():
        if key not in values:
            yield from written(inner, [*at, key])


def _key(key: str) -> str:
    return key if BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:  # noqa: ANN401  # As above.
    match value:
        case bool():
            return str(value).lower()
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'"{escaped}"'
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            return "{}" if not value else str(value)
    return str(value)
