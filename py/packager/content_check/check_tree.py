"""What hangs on the guide outside its folder: manifest, store words, pins, corpora, made files.

Lines name files from the root of the tree.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.catalog.records import Catalog
from guide.ids import CategoryId
from packager import generated
from packager.content_check import glossary
from packager.content_check.check_ids import ids_of, pages_of_ours
from packager.triage_training import corpus

TEXT = "py/guide/content/text"
SETS = ("tuning", "test", "exam")


def mistakes(root: Path, whole: Catalog) -> Iterator[str]:
    """Yield a line for each mistake in the tree at `root`."""
    yield from _permissions(root, whole)
    yield from _store_words(root, whole)
    yield from glossary.in_stores(root, whole)
    yield from _pages(root)
    yield from _pyodide(root)
    yield from _texts_to_learn_from(whole)
    yield from generated.mistakes(root)


def _permissions(root: Path, whole: Catalog) -> Iterator[str]:
    manifest = tomllib.loads((root / "extension" / "manifest.toml").read_text(encoding="utf-8"))
    asked = {
        name.removeprefix("https://").removesuffix("/*").replace(".", "_")
        for part in manifest.values()
        for key in ("permissions", "optional_permissions", "host_permissions")
        for name in part.get(key, ())
    }
    for locale, words in whole.words.items():
        said = words.get("privacy", {}).get("permissions", {}).get("points", {})
        place = f"{TEXT}/{locale}/privacy.toml: privacy.permissions.points"
        yield from _missing(place, said, asked, "extension/manifest.toml asks for it: explain it")
        yield from _missing(
            "extension/manifest.toml: permissions", asked, said, f"{TEXT} explains it: take it away"
        )


def _missing(place: str, has: Iterable[str], wanted: Iterable[str], repair: str) -> Iterator[str]:
    yield from (f"{place} lacks {odd}; {repair}" for odd in sorted({*wanted} - {*has}))


def _store_words(root: Path, whole: Catalog) -> Iterator[str]:
    for locale in whole.languages.ids:
        name = f"extension/_locales/{locale.replace('-', '_')}/messages.json"
        if not (root / name).exists():
            yield f"{name} is missing; the stores show the extension's name from it: write it"
        listed = f"py/packager/store/text/{locale}.toml"
        if not (root / listed).exists():
            yield f"{listed} is missing; the stores describe the extension by it: write it"


def _pages(root: Path) -> Iterator[str]:
    place = "extension/popup/effects.js"
    found = re.search(r"PAGES = new Set\((\[.*?\])\)", (root / place).read_text(encoding="utf-8"))
    pages = pages_of_ours()
    opened: list[str] = json.loads(found[1]) if found else []
    yield from _missing(
        f"{place}: PAGES", opened, pages, "Surface in surroundings.py has it: add it"
    )
    yield from _missing(
        f"{place}: PAGES", pages, opened, "Surface in surroundings.py lacks it: take it away"
    )


def _pyodide(root: Path) -> Iterator[str]:
    """Compare the versions of the packages that ship, wherever they are written."""
    extension, supply = root / "extension", root / "py" / "packager" / "supply"
    wanted: Mapping[str, str] = _json(extension / "package.json")["dependencies"]
    locked = _json(extension / "package-lock.json")["packages"]
    listed = (supply / "components.toml").read_text(encoding="utf-8")
    pinned = (supply / "pins.toml").read_text(encoding="utf-8")
    for name, version in wanted.items():
        if locked.get(f"node_modules/{name}", {}).get("version") != version:
            place = "extension/package-lock.json"
            yield f"{place} does not lock {name} {version}; run: npm install, in extension"
        for place, text, said in (
            ("components.toml", listed, f"pkg:npm/{name}@{version}"),
            ("pins.toml", pinned, f"{name} {version}"),
        ):
            if name in text and said not in text:
                yield (
                    f"py/packager/supply/{place} does not have {said}; "
                    "docs/supply-chain.md says how to raise a version"
                )


def _json(path: Path) -> Any:  # noqa: ANN401  # JSON is any.
    return json.loads(path.read_text(encoding="utf-8"))


def _texts_to_learn_from(whole: Catalog) -> Iterator[str]:
    for name in SETS:
        for locale in whole.languages.ids:
            place = f"tests/fixtures/triage/{name}.{locale}.tsv"
            if not (corpus.CORPORA / f"{name}.{locale}.tsv").exists():
                yield f"{place} is missing; write texts as people write them"
                continue
            right = {row.categories[0] for row in corpus.rows(name, locale)}
            for category in ids_of(CategoryId):
                if category not in right:
                    yield f"{place}: no text is of {category}; write some"
