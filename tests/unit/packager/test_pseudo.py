"""Pseudo-languages: what a program reads stays whole, and all the rest is not English any more."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from guide.catalog import loading
from guide.screens import view
from packager import pseudo
from packager.content_check import check, check_words

PY = Path(__file__).parents[3] / "py"
CONTENT = PY / "guide" / "content"
MADE: dict[str, Any] = tomllib.loads((CONTENT / pseudo.FILE).read_text(encoding="utf-8"))

LONGEST = sorted(MADE["names"], key=len, reverse=True)
NAMES = re.compile(rf"\b(?:{'|'.join(map(re.escape, LONGEST))})\b")
TEMPLATES = loading.read_all(PY / "guide" / "templates")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return all content with the pseudo-languages in it."""
    folder = pseudo.tree(PY, tmp_path_factory.mktemp("pseudo") / "py") / "guide" / "content"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".toml", ".j2"}
    }


def test_the_content_with_them_has_no_mistake(content: dict[str, str]) -> None:
    """Places, letters and forms as in any language. Seen to fail with {places} in other letters."""
    assert check.check(content, TEMPLATES) == []


@pytest.mark.parametrize("locale", MADE["languages"])
def test_no_plain_word_is_left_in_them(locale: str, content: dict[str, str]) -> None:
    for name, text in content.items():
        if not re.fullmatch(rf"text/{locale}/\w+\.toml", name):
            continue
        for key, word in check_words.flat(tomllib.loads(text)).items():
            if key.partition(".")[0] not in MADE["as_they_are"]:
                rest = re.sub(pseudo.WHOLE, "", NAMES.sub("", str(word)))
                assert not re.findall(r"[a-z]{3,}", rest), (name, key)


@pytest.mark.parametrize("locale", MADE["languages"])
def test_no_plain_word_is_left_where_the_guide_cannot_run(
    locale: str, content: dict[str, str]
) -> None:
    """Seen to fail with a sentence written into static.html.j2."""
    whole = loading.build(content, TEMPLATES)
    pages = [view.static_guide(whole, locale), view.problem(whole, locale, "bad_state", "state: 1")]
    pages += [view.static_page(whole, locale, surface) for surface in view.PAGES]
    for page in pages:
        shown = re.sub(r"<[^>]*>|&\w+;|state: 1|bad_state", " ", page)
        assert not re.findall(r"[a-z]{3,}", re.sub(pseudo.WHOLE, "", NAMES.sub("", shown)))


def test_a_text_grows_and_its_ends_are_marked() -> None:
    writing = pseudo.writing(["ChatGPT"], {"letters": "abc", "written": "áƀç", "longer": 40})
    assert writing.plain("abc {a} <b>c</b> a@b.com ChatGPT") == "áƀç {a} <b>ç</b> a@b.com ChatGPT"
    grown = writing.word("a" * 20)
    assert 26 <= len(grown) <= 28


def test_a_letter_keeps_its_tags_and_changes_the_sentences_in_them() -> None:
    writing = pseudo.writing([], {"letters": "abc", "written": "áƀç"})
    text = 'ab {{ b.say("cab", a) }} {{ "a cab" if c }} {% include "ab/c.txt.j2" %}'
    assert writing.letter(text) == (
        'áƀ {{ b.say("cab", a) }} {{ "á çáƀ" if c }} {% include "ab/c.txt.j2" %}'
    )


def test_a_sentence_that_counts_gets_the_forms_of_the_language(content: dict[str, str]) -> None:
    for locale, made in MADE["languages"].items():
        table = tomllib.loads(content[f"text/{locale}/screens.toml"])
        assert [*table["ui"]["sizes"]["bytes"]] == [*made["plurals"], "other"]
