"""What a store shows of the extension: a name without anybody's mark, texts within its limits."""

import json
import re
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from packager.errors import BuildError
from packager.shell_part import manifest
from packager.store import justification, kit
from packager.store import words as store_words
from tests.languages import LOCALES
from tests.tables import each_row

ROOT = Path(__file__).parents[3]
# The smallest of the three stores': all of them show the same name and summary.
NAME = min(limits.name for limits in kit.STORES.values())
SUMMARY = min(limits.summary for limits in kit.STORES.values())
MARKS = re.compile(r"openai|gpt|codex|sora", re.IGNORECASE)
NOT_THEIRS = {"en": "Not made by OpenAI. ", "he": "לא רשמי ולא של OpenAI. "}


def words(locale: str) -> dict[str, str]:
    """Return what the browsers and stores show, by its key."""
    file = ROOT / "extension" / "_locales" / locale.replace("-", "_") / "messages.json"
    read = json.loads(file.read_text(encoding="utf-8"))
    return {key: word["message"] for key, word in read.items()}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_name_has_a_mark_of_somebody_else(locale: str) -> None:
    """Extensions are taken down for it. Seen to fail with "Support Guide for ChatGPT"."""
    said = words(locale)
    assert not [said[key] for key in ("name", "short_name") if MARKS.search(said[key])]
    assert len(said["name"]) <= NAME


def test_no_project_and_no_key_has_a_mark_either() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    manifest = tomllib.loads((ROOT / "extension" / "manifest.toml").read_text(encoding="utf-8"))
    id_ = manifest["firefox"]["browser_specific_settings"]["gecko"]["id"]
    assert not [name for name in (project["name"], id_) if MARKS.search(name)]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_thing_a_store_says_is_whose_it_is_not(locale: str) -> None:
    """Seen to fail with "Unofficial." at the end, where a list of extensions cuts it off."""
    said = words(locale)["description"]
    assert said.startswith(NOT_THEIRS[locale])
    assert len(said) <= SUMMARY


STORES = tuple(kit.STORES)
OPAQUE = "chromium/engine/snapshot.bin"
SUMMED = ("chromium.zip", OPAQUE, "chromium/popup.js", "firefox.zip", "source.zip")
SUMS = "".join(f"{'0' * 64}  {name}\n" for name in SUMMED)


@pytest.mark.parametrize("store", STORES)
def test_what_a_store_asks_for_is_whole_in_each_language(store: str) -> None:
    """Within the store's limits, or `files` refuses it. Seen to fail without a tile in Hebrew."""
    found = kit.files(ROOT, store, SUMS)
    texts = {"name.txt", "summary.txt", "description.txt", *kit.PICTURES}
    texts |= {"search-terms.txt"} if kit.STORES[store].terms else set()
    wanted = {f"{locale}/{name}" for locale in LOCALES for name in texts}
    assert found.keys() == wanted | {"privacy.md", "review.txt", "logo-300.png"}
    assert [name for name, data in found.items() if not data.strip()] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_description_says_first_whose_it_is_not(locale: str) -> None:
    first = store_words.read(ROOT, locale).description.splitlines()[0]
    assert first.startswith(
        {"en": "Not made by OpenAI", "he": "לא רשמי: התוסף לא של OpenAI"}[locale]
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_a_mark_stands_only_where_it_says_for_whom_it_is(locale: str) -> None:
    """Stores call it keyword spam, and owners of marks worse. Seen to fail with one more."""
    said = store_words.read(ROOT, locale)
    assert len(re.findall("ChatGPT", said.description)) == 1
    everything = [*said.search_terms, said.picture["headline"], *said.picture["points"]]
    assert [text for text in everything if MARKS.search(text)] == []


TOO_LONG = {
    "a name": ({"name": "n" * 46}, "name has 46 characters; it may have 1 to 45"),
    "a summary": ({"summary": "s" * 133}, "summary has 133 characters; it may have 1 to 132"),
    "a short description": (
        {"description": "d"},
        "description has 1 characters; it may have 250 to 10000",
    ),
    "terms": ({"search_terms": ["t" * 31]}, "search_terms may be 7, of 30 characters each"),
    "no term": ({"search_terms": ["t"] * 8}, "search_terms may be 7, of 30 characters each"),
}


@each_row(("changed", "told"), TOO_LONG.values())
def test_a_text_that_a_store_would_not_take_is_told(changed: dict[str, Any], told: str) -> None:
    said = replace(store_words.read(ROOT, "en"), **changed)
    assert list(kit.too_long(said, kit.STORES["edge"])) == [told]


@pytest.mark.parametrize("target", ["chromium", "firefox"])
def test_each_permission_of_a_package_has_its_reason_from_the_manifest(target: str) -> None:
    """Seen to fail with reasons of the other browser's permissions, and without those of hosts."""
    source = ROOT / "extension" / "manifest.toml"
    whole = json.loads(manifest.make(source, target, "1"))
    kinds = ("permissions", "optional_permissions", "host_permissions")
    reasons = justification.justified(source, target)
    assert reasons.keys() == {name for kind in kinds for name in whole.get(kind, ())}
    assert reasons["storage"] == "storage keeps the person's cases on their machine."
    assert reasons["https://help.openai.com/*"].startswith("The one site: ")


def test_a_permission_without_a_reason_is_refused(tmp_path: Path) -> None:
    """Seen to fail with reasons that may be empty."""
    text = (ROOT / "extension" / "manifest.toml").read_text(encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(
        text.replace('permissions = ["storage"', 'permissions = ["tabs", "storage"'), "utf-8"
    )
    with pytest.raises(BuildError, match="nowhere why tabs is asked for"):
        justification.justified(tmp_path / "manifest.toml", "chromium")


def test_a_language_whose_words_for_the_stores_are_missing_is_told(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "extension" / "_locales", tmp_path / "extension" / "_locales")
    with pytest.raises(BuildError, match=r"py/packager/store/text/he\.toml is missing"):
        store_words.read(tmp_path, "he")


def test_reviewers_get_the_sums_of_what_they_look_at() -> None:
    """Of the package they have, the sources, and what is opaque in it. Seen to fail with all."""
    lines = kit.notes("chromium", SUMS).splitlines()
    named = [line.partition("  ")[2] for line in lines if line.startswith("0" * 64)]
    assert named == ["chromium.zip", OPAQUE, "source.zip"]


@each_row(("kind", "size"), [("store", (1280, 800)), ("tile", (440, 280))])
def test_the_pictures_have_the_size_that_stores_take(kind: str, size: tuple[int, int]) -> None:
    """In each language, without transparency. Seen to fail with a tile of 441 pixels."""
    for locale in LOCALES:
        with Image.open(ROOT / "docs" / "screens" / f"{kind}.{locale}.png") as picture:
            assert (picture.size, picture.mode) == (size, "RGB"), locale
