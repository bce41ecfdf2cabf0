"""One thing has one word: the build names what to say instead. Each case was seen to fail."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from guide.catalog import loading
from packager.content_check import glossary

CONTENT = loading.read_all(files("guide") / "content")
TEMPLATES = loading.read_all(files("guide") / "templates")
EN, HE = "text/en/screens.toml", "text/he/screens.toml"
EN_TERMS, HE_TERMS = "text/en/writing/glossary.toml", "text/he/writing/glossary.toml"
LETTER = "text/en/letters/follow_up.default.txt.j2"
TAGGED = "text/en/letters/clarification.default.txt.j2"
ROOT = Path(__file__).parents[3]
MISTAKES = {
    "a word": (EN, 'empty = "No cases yet."', 'empty = "No Tickets yet."',
               f"{EN}: ui.cases.empty says “tickets”; say “case”"),
    "a word with glued letters": (HE, 'empty = "אין עדיין פניות."', 'empty = "אין ובתיק כלום."',
                                  f"{HE}: ui.cases.empty says “תיק”; say “פנייה”"),
    "a form of a sentence that counts": (EN, 'other = "{count} bytes"', 'other = "{count} mail"',
                                         f"{EN}: ui.sizes.bytes says “mail”; say “email”"),
    "a letter's text": (LETTER, "What is the status", "What of this matter",
                        f"{LETTER}:17: says “matter”; say “case”"),
    "a sentence inside a tag": (TAGGED, '~ ":" if past', '~ " is no Follow-up" if past',
                                f"{TAGGED}:13: says “follow-up”; say “reminder”"),
    "a term that one language lacks": (HE_TERMS, "email = {", "e_mail = {",
                                       (f"{EN_TERMS}: terms has email, which {HE_TERMS} lacks; "
                                        "correct it or add it there")),
}  # fmt: skip
RIGHT = {
    "words between quotation marks": (EN, 'empty = "No cases yet."', 'empty = "No “mail” yet."'),
    "part of a longer word": (EN, 'empty = "No cases yet."', 'empty = "Mailbox and download."'),
    "an address": (EN, 'empty = "No cases yet."', 'empty = "Code from otp@tm1.openai.com."'),
    "OpenAI's own name": (EN, 'empty = "No cases yet."', 'empty = "Under Security and login."'),
    "words to search for": ("text/en/categories.toml", '"refund", "charged', '"bot", "charged'),
    "words that people say": ("text/en/advice.toml", '"key", "api"', '"key", "login"'),
}


def told(file: str, old: str, new: str) -> list[str]:
    """Return what is told when one place of the content is changed."""
    assert CONTENT[file].count(old) == 1
    changed = CONTENT | {file: CONTENT[file].replace(old, new)}
    return list(glossary.mistakes(loading.build(changed, TEMPLATES)))


@pytest.mark.parametrize(("file", "old", "new", "line"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_word_to_avoid_is_told_with_what_to_say(file: str, old: str, new: str, line: str) -> None:
    assert line in told(file, old, new)


@pytest.mark.parametrize(("file", "old", "new"), RIGHT.values(), ids=RIGHT.keys())
def test_what_is_not_ours_or_another_word_is_left_alone(file: str, old: str, new: str) -> None:
    assert told(file, old, new) == []


def test_an_excuse_excuses_its_words_at_its_key_only() -> None:
    lines = told(EN_TERMS, '"guide.bot_loops.title" =', '"guide.no_reply.title" =')
    assert lines == [
        "text/en/guide.toml: guide.bot_loops.title says “bot”; say “automated assistant”"
    ]


def test_what_the_stores_show_is_read_too(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "extension/_locales", tmp_path / "extension/_locales")
    place = "extension/_locales/he/messages.json"
    (tmp_path / place).write_text(json.dumps({"name": {"message": "הבוט"}}), encoding="utf-8")
    whole = loading.build(CONTENT, TEMPLATES)
    assert list(glossary.in_stores(ROOT, whole)) == []
    assert list(glossary.in_stores(tmp_path, whole)) == [
        f"{place}: name says “בוט”; say “מענה אוטומטי”"
    ]
