"""A language is declared once: no code names one, and one that is not known falls back."""

import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from guide import door
from guide.catalog import languages, loading
from guide.errors import ContentError
from packager.shell_part import scripts
from tests.languages import LANGUAGES, LOCALES
from tests.unit.conftest import Person

ROOT = Path(__file__).parents[3]
EXTENSION = ROOT / "extension"
CONTENT = loading.read_all(files("guide") / "content")
PSEUDO = tomllib.loads(CONTENT["pseudo.toml"])["languages"]

# An id as code would name one: in quotes, as a selector, an attribute or a folder.
IDS = "|".join([*LOCALES, *PSEUDO, *(code for one in LANGUAGES.each.values() for code in one.also)])
NAMED = re.compile(
    rf"[\"'`](?:{IDS})[\"'`:-]|lang\((?:{IDS})\)|lang=[\"']?(?:{IDS})\b|\b(?:{IDS})/"
)
# File -> why it may name a language, and how often.
AGREED = {
    "extension/manifest.toml": ("the browsers' default folder of _locales", 1),
    "py/guide/catalog/loading.py": ("an example in a docstring", 2),
    "py/packager/content_check/check_phrases.py": ("an example in a docstring", 2),
    "py/packager/content_check/address_list.py": ("an address of the help site", 1),
    "py/guide/redact/slot_ties.py": ("the pronoun", 1),
    "py/guide/redact/slots.py": ("the pronoun", 1),
    "py/packager/pseudo.py": ("an example in a docstring", 1),
}


def sources() -> Iterator[Path]:
    """Yield all code and markup that ships, or makes what ships."""
    yield from (path for path in (ROOT / "py").rglob("*.py") if "content" not in path.parts)
    yield from (ROOT / "py").rglob("*.mjs")
    yield from (ROOT / "py" / "guide" / "templates").iterdir()
    for pattern in ("*.js", "*.css", "*.html", "*.ts"):
        yield from scripts.sources(EXTENSION, pattern)
    yield from (EXTENSION / name for name in ("manifest.toml", "contract.d.ts", "globals.d.ts"))


def test_no_code_names_a_language() -> None:
    """Seen to fail with `lang="en"` in a template, `== "he"` in Python and :lang(he) in a style."""
    found = {
        path.relative_to(ROOT).as_posix(): len(NAMED.findall(path.read_text(encoding="utf-8")))
        for path in sources()
    }
    named = {name: count for name, count in found.items() if count}
    assert named == {name: count for name, (_, count) in AGREED.items()}


def test_the_browsers_know_the_extension_in_each_language() -> None:
    folders = {path.name for path in (EXTENSION / "_locales").iterdir()}
    assert folders == {locale.replace("-", "_") for locale in LOCALES}
    manifest = tomllib.loads((EXTENSION / "manifest.toml").read_text(encoding="utf-8"))
    assert manifest["all"]["default_locale"] == LANGUAGES.fallback


@pytest.mark.parametrize("unknown", ["xx", "", "EN", "he-IL"])
def test_a_language_that_is_not_known_falls_back(unknown: str) -> None:
    """Stored by a version that had it, or the browser's. Seen to fail as an unreadable state."""
    person = Person(locale=unknown, state={"version": 1, "settings": {"locale": unknown}})
    assert person.does("opened")["lang"] == LANGUAGES.fallback
    assert person.problem == ""


def test_a_language_of_a_request_that_is_not_known_is_that_of_the_guide() -> None:
    case = {"id": "c1", "created": "2026-11-20T10:00:00+02:00", "story": "refund"}
    case |= {"category": "billing", "letter_locale": "xx"}
    state = {"version": 1, "cases": [case], "current": "c1", "place": {"screen": "request"}}
    shown = Person(locale="he", state=state).does("opened")
    assert 'id="letter" lang="he" dir="rtl"' in shown["html"]


@pytest.mark.parametrize("event", ["choose_locale", "choose_letter"])
def test_nobody_chooses_a_language_that_there_is_not(event: str) -> None:
    person = Person()
    person.types("story", "I want a refund")
    assert person.does(event, locale="xx")["problem"]["code"] == "bad_turn"


def test_a_problem_is_told_in_the_fallback_where_the_language_is_not_known() -> None:
    answer = json.loads(door.turn(json.dumps({"locale": "xx", "state": {"settings": 1}})))
    assert (answer["lang"], answer["dir"]) == ("en", "ltr")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('fallback = "en"', 'fallback = "fr"', "fallback is fr, which is no language here"),
        ('order = ["he", "en"]', 'order = ["he"]', "order lacks en"),
        ('direction = "rtl"', 'direction = "up"', "languages.he.direction should be one of"),
        ('name = "English"\n', "", "languages.en.name is missing"),
    ],
)
def test_a_mistake_in_the_languages_is_told_by_key(old: str, new: str, told: str) -> None:
    broken = {languages.FILE: CONTENT[languages.FILE].replace(old, new)}
    with pytest.raises(ContentError, match=rf"languages\.toml: .*{re.escape(told)}"):
        languages.read(broken)


def test_a_language_writes_each_letter_that_unicode_names_after_its_script() -> None:
    """Seen to fail with those of ASCII alone."""
    letters = [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isalpha()]
    for language in loading.load().languages.each.values():
        named = [it for it in letters if unicodedata.name(it, "").startswith(language.script)]
        assert [it for it in letters if language.writes(it)] == named


def test_a_text_in_other_letters_is_foreign() -> None:
    english, hebrew = LANGUAGES["en"], LANGUAGES["he"]
    assert english.is_foreign("שלום לך, it is")
    assert not english.is_foreign("שלום, it is me")
    assert hebrew.is_foreign("ChatGPT Plus לא")
    assert not english.is_foreign("123 !?")
