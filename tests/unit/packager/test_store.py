"""What a store shows of the extension: a name without anybody's mark, texts within its limits."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.languages import LOCALES

ROOT = Path(__file__).parents[3]
# The smallest of the three stores': Edge takes 45 characters for a name, and all of them 132 for
# the description. A text that is longer is refused when it is sent in.
NAME, SUMMARY = 45, 132
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
