"""A letter as Markdown, read by markdown-it: the same words, and nothing made of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide.letters import as_markdown, prose

READ = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What our letters have on purpose; anything else would be made of a person's words.
MEANT = {
    *("paragraph", "heading", "bullet_list", "ordered_list", "list_item", "blockquote", "hr"),
    *("text", "softbreak", "hardbreak", "inline"),
}
LETTERS = {
    "en": "Hello,\n\nI paid *twice* for [Plus](x) <b>\n20 USD_each_, a_b & c\n- one\n- two\n\nBye",
    "he": "שלום,\n\nחויבתי *פעמיים* על _Plus_\n> ציטוט\n> של תשובה\n\n1. שאלה\nתשובה\n2. עוד אחת",
    "what begins a line": "# no heading\n---\n===\n+++\n~~~\n```\n    four\n> said\n| a |\n|---|",
    "hidden": "my password is [password removed] and [הסיסמה הוסרה]: x",
    "links": "See https://chatgpt.com/c/a_b_c?x=1&y=*2* or <https://evil.example/>",
}


def kinds(text: str) -> set[str]:
    tokens = [one for token in READ.parse(text) for one in (token, *(token.children or ()))]
    return {re.sub("_(?:open|close)$", "", token.type) for token in tokens}


def words(text: str) -> list[str]:
    """Return the words a reader of the rendered text sees; a list's own signs are drawn."""
    lines = [
        "".join("\n" if one.type.endswith("break") else one.content for one in token.children or ())
        for token in READ.parse(text)
        if token.type == "inline"
    ]
    return re.findall(r"[^\s\u00a0]+", "\n".join(lines))


def plain_words(text: str) -> list[str]:
    bare = re.sub(r"^\s*(?:(?:[-+]|\d{1,9}[.)])(?=\s)|>)*", "", text, flags=re.MULTILINE)
    return re.findall(r"[^\s\u00a0]+", bare)


@pytest.mark.parametrize("text", LETTERS.values(), ids=LETTERS.keys())
def test_a_letter_as_markdown_reads_as_the_same_words(text: str) -> None:
    """Seen to fail: without an escape of "_", of "[", of a "#" at the start of a line."""
    made = as_markdown.write("", [text])
    assert kinds(made) <= MEANT
    assert words(made) == plain_words(text)


@given(st.text(alphabet='abא 1.#*_`[]<>()!|~=-+\\&;:"\n', max_size=80))
def test_nothing_is_made_of_a_person_s_signs(text: str) -> None:
    made = as_markdown.write("", [prose.clean(text)])
    assert kinds(made) <= MEANT


def test_the_subject_is_a_heading_and_the_messages_stand_apart() -> None:
    made = as_markdown.write("Refund #1", ["one", "two"])
    assert made == "# Refund #1\n\none\n\n---\n\ntwo\n"


def test_lines_that_follow_each_other_stay_lines() -> None:
    tokens = READ.parse(as_markdown.write("", ["Amount: 20\nDate: 21"]))
    assert any(one.type == "hardbreak" for token in tokens for one in token.children or ())


def test_a_letter_that_is_markdown_loses_its_signs_for_plain_text() -> None:
    own = "**Error:**\n\n```\nboom\n```\n\n- **Surface:** web\n\nI wrote **this** myself"
    assert as_markdown.plain(own) == "Error:\n\nboom\n\n- Surface: web\n\nI wrote **this** myself"
