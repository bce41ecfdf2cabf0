"""Ten times the content, in a copy of the sources: synthetic kinds of problem and languages.

Each category gets nine twins, and the languages get sisters until all content has over ten times
its bytes: with them grow the words of each category, the letters and the vocabulary of triage.
What is written is what an author would write; the lists of ids in the code are edited likewise.
"""

import shutil
import tomllib
from collections.abc import Callable, Mapping
from itertools import batched
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import tomli_w

from guide.catalog import loading
from guide.ids import Locale
from guide.text.linear_model import MIDDLE, packed, unpacked
from guide.triage.vocabulary import CATEGORIES, MODEL

LOCALES = loading.load().languages.ids
TIMES = 10
LANGUAGES = 14  # Added to ours; `growth.py` prints how much content that makes.
FAR = -9.0  # Where triage starts with a twin: it is not mistaken for its original.

type Table = dict[str, Any]

SISTERS: Mapping[str, Locale] = {  # Each new language, and the one it is a copy of.
    f"x{ascii_lowercase[number]}": LOCALES[number % len(LOCALES)] for number in range(LANGUAGES)
}
TWINS: tuple[str, ...] = tuple(
    f"{category}_{number}" for number in range(2, TIMES + 1) for category in CATEGORIES
)


def grow(root: Path) -> None:
    """Make the content of the tree at `root` grow."""
    content = root / "py" / "guide" / "content"
    _add_categories(content)
    _add_locales(content)
    _add_ids(root / "py" / "guide")
    _add_icons(root / "py" / "guide" / "templates" / "icons.html.j2")


def size(root: Path) -> int:
    """Return the bytes of all content of the tree at `root`."""
    content = root / "py" / "guide" / "content"
    return sum(path.stat().st_size for path in content.rglob("*") if path.is_file())


def _add_categories(content: Path) -> None:
    _revise(content / "categories.toml", _more_categories)
    _revise(content / "letters.toml", _more_letters)
    _revise(content / MODEL, _more_columns)
    for locale in LOCALES:
        _revise(content / "text" / locale / "categories.toml", _more_words)
        _revise(content / "text" / locale / "question.toml", _more_options)


def _more_categories(data: Table) -> None:
    data["order"] += TWINS
    data["categories"] |= _twinned(data["categories"])


def _more_letters(data: Table) -> None:
    for kind in data["kinds"].values():
        for some in (*kind.get("also", {}).values(), kind.get("only", [])):
            some += [twin for twin in TWINS if _original(twin) in some]


def _more_options(data: Table) -> None:
    options = data["question"]["options"]
    options |= _twinned(options)


def _more_columns(data: Table) -> None:
    """Give each topic twins that weigh nothing, so that every ranking goes through them, too."""
    width, twins = len(data["topics"]) // 2, range(2, TIMES + 1)
    nothing = bytes([MIDDLE << 4 | MIDDLE]) * width * len(twins)
    rows = batched(unpacked(data["cells"]), width, strict=True)
    data["cells"] = packed(b"".join(bytes(row) + nothing for row in rows))
    data["start"] += [FAR] * (2 * width * len(twins))
    for key in ("topics", "categories"):
        data[key] += [f"{name}_{number}" for number in twins for name in data[key]]


def _more_words(data: Table) -> None:
    words = data["categories"]
    words |= {
        twin: {**own, "name": f"{own['name']} ({twin.rpartition('_')[2]})"}
        for twin, own in _twinned(words).items()
    }


def _twinned(table: Mapping[str, Any]) -> Table:
    """Return what a table has for categories, for their twins."""
    return {twin: table[_original(twin)] for twin in TWINS if _original(twin) in table}


def _original(twin: str) -> str:
    return twin.rpartition("_")[0]


def _add_locales(content: Path) -> None:
    _revise(content / "languages.toml", _more_languages)
    for sister, locale in SISTERS.items():
        shutil.copytree(content / "text" / locale, content / "text" / sister)


def _more_languages(data: Table) -> None:
    data["order"] += SISTERS
    data["languages"] |= {
        sister: {**data["languages"][locale], "name": sister, "also": []}
        for sister, locale in SISTERS.items()
    }


def _add_ids(guide: Path) -> None:
    """Name the new ids in the code, which knows them so that mypy does."""
    last = f'    "{CATEGORIES[-1]}",\n'
    twins = "".join(f'    "{twin}",\n' for twin in TWINS)
    _replace(guide / "ids.py", f"{last}]", f"{last}{twins}]")


def _add_icons(path: Path) -> None:
    """Give each twin its original's icon: the templates' table has a line for each."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    icons = {line.split('"')[1]: line for line in lines if line.startswith('  "')}
    last = icons[CATEGORIES[-1]]
    more = [icons[_original(twin)].replace(_original(twin), twin, 1) for twin in TWINS]
    _replace(path, last, last + "".join(more))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        message = f"{path.name} has no {old} once; see how its ids are listed now"
        raise ValueError(message)
    path.write_text(text.replace(old, new), encoding="utf-8")


def _revise(path: Path, change: Callable[[Table], None]) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    change(data)
    _write(path, data)


def _write(path: Path, data: Table) -> None:
    path.write_text(tomli_w.dumps(data), encoding="utf-8")
