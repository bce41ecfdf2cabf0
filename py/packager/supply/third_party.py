"""THIRD_PARTY.txt: what others made of what ships, where its source is, and under which terms.

components.toml says what there is; the terms themselves are the files of `licences`, taken from
the releases that components.toml names, and the licence files of what is installed.
"""

import textwrap
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packager.errors import BuildError
from packager.supply import pins

HERE = Path(__file__).parent
LIST = HERE / "components.toml"
TEXTS = HERE / "licences"
NAME = "THIRD_PARTY.txt"
RULE = "=" * 78
HEAD = """\
What others made of Support Guide

Support Guide is under the MIT licence. It carries the software listed here, each under its own
terms, which follow the list. The source of each can be had at its address, for nothing.
"""


@dataclass(frozen=True)
class Component:
    """Something that others made; fields as components.toml explains them."""

    name: str
    licence: str
    source: str
    texts: tuple[str, ...]
    version: str = ""
    purl: str = ""
    inside: str = ""
    changes: str = ""
    pins: tuple[str, ...] = ()

    def pinned(self) -> dict[str, str]:
        """Return this component's own files: {name in the release: SHA-256}."""
        tables = pins.read()
        every = {**tables["npm"], **tables["python"]}
        return {
            name: pin for name, pin in every.items() if self.pins and name.startswith(self.pins)
        }


def components() -> tuple[Component, ...]:
    """Return all components, in the order of components.toml."""
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))["component"]
    return tuple(Component(**{key: _value(value) for key, value in one.items()}) for one in listed)


def _value(value: Any) -> Any:  # noqa: ANN401  # TOML.
    return tuple(value) if isinstance(value, list) else value


def make(packages: Path, folder: Path) -> None:
    """Write the notices; `packages` has the pinned files of the npm packages. Raises BuildError."""
    files = dict(pins.python("licences"))
    files |= {path.name: path for path in TEXTS.glob("*.txt")}
    files["idiomorph/LICENSE"] = packages / "LICENSE"
    texts = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    (folder / NAME).write_text(notices(components(), texts), encoding="utf-8", newline="\n")


def notices(parts: Sequence[Component], texts: Mapping[str, str]) -> str:
    """Return the whole text: each component, then each text once. Raises BuildError."""
    used: dict[str, list[str]] = {}
    for part in parts:
        for name in part.texts:
            used.setdefault(name, []).append(part.name)
    if lost := sorted(used.keys() - texts.keys()):
        message = f"components.toml names {lost[0]}, which is not in py/packager/licences; add it"
        raise BuildError(message)
    sections = [HEAD, *("\n".join(_listed(part)) for part in parts)]
    sections += [f"{RULE}\n{', '.join(of)}\n{RULE}\n\n{texts[n].strip()}" for n, of in used.items()]
    return "\n\n".join(section.strip("\n") for section in sections) + "\n"


def _listed(part: Component) -> Iterator[str]:
    yield f"{part.name} {part.version}".strip()
    told = {
        "Licence": part.licence,
        "Source": part.source,
        "Inside": part.inside,
        "Changes": part.changes,
    }
    for label, value in told.items():
        if value:
            yield textwrap.fill(
                f"  {label}: {value}",
                width=78,
                subsequent_indent="    ",
                break_long_words=False,
                break_on_hyphens=False,
            )
