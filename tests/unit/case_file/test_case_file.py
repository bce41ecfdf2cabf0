"""The case file: all of a case in order, masked for its reader, and the same as Markdown."""

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide import compiled_content
from guide.case_file import markdown, writing
from guide.case_file.parts import CaseFile, FileLine, Item, Paragraph, WrittenMessage
from guide.ids import FileReader, Locale
from guide.model import Answer, Case
from guide.protocol import state_cache
from guide.situation import Situation
from guide.state import State
from guide.surroundings import Device, Turn
from tests import naughty
from tests.case_files import (
    ACCOUNT,
    CASE_NUMBER,
    IDENTITY,
    INVOICE,
    OTHER_MAIL,
    PASSWORD,
    PHONE,
    TOLD,
    long_case,
)
from tests.harness.pdf import bag
from tests.languages import LOCALES

if TYPE_CHECKING:
    from tests.unit.conftest import Person

READERS: tuple[FileReader, ...] = get_args(FileReader.__value__)
NOW = "2026-11-29T10:00:00+02:00"
COMPILED = compiled_content.load()
TURN = Turn(now=NOW, locale="en", device=Device("", "", "", ""), page=None)


def situation_of(case: Case) -> Situation:
    state = State(cases=(case,), current=case.id)
    return Situation(TURN, COMPILED, state)


def case_of(locale: Locale, **changed: object) -> Case:
    state: State = state_cache.read(long_case(locale, lines=3))
    assert state.case
    return replace(state.case, **changed)  # type: ignore[arg-type]


def file_of(reader: FileReader, locale: Locale, **changed: object) -> CaseFile:
    case = case_of(locale, **changed)
    return writing.write(situation_of(case), case, reader, locale)


def texts_of(file: CaseFile) -> list[str]:
    """Return all that stands in a file, in order."""
    found = [file.title]
    below = (part for one in file.sections for part in (one.heading, *one.parts))
    for part in (*file.head, *below):
        match part:
            case str():
                found.append(part)
            case FileLine(label, value):
                found += (label, value)
            case Item(text, _, value):
                found += (text, value)
            case WrittenMessage(day, direction, channel, subject, text):
                found += (day, direction, channel, subject, text)
            case Paragraph(text):
                found.append(text)
    return [text for text in (*found, file.note) if text]


@pytest.mark.parametrize("locale", LOCALES)
def test_what_was_written_stands_in_order_with_its_exact_text(locale: Locale) -> None:
    """Seen to fail with letters before all answers."""
    case, words = case_of(locale), COMPILED.catalog.words[locale]["case_file"]
    file = file_of("myself", locale)
    (past,) = (section.parts for section in file.sections if section.id == "past")
    messages = [part for part in past if isinstance(part, WrittenMessage)]
    directions = [words[name] for name in ("to_openai", "from_openai", "to_openai")]
    assert [one.direction for one in messages] == directions
    days = {"en": ["21", "24", "27"], "he": ["21", "24", "27"]}[locale]
    assert [one.day.split()[0] for one in messages] == days
    assert messages[2].text == case.sent[1].text
    assert messages[1].channel == messages[0].channel != messages[2].channel


# Who may see what: the person's phone, account and name; somebody else's address; ids.
SEEN = {
    "myself": {PHONE, ACCOUNT, OTHER_MAIL, INVOICE, CASE_NUMBER},
    "bank": {ACCOUNT, INVOICE, CASE_NUMBER},
    "authority": {ACCOUNT, INVOICE, CASE_NUMBER},
    "forum": set(),
}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reader", READERS)
def test_each_reader_sees_what_is_theirs_and_nobody_a_password_or_an_identity_number(
    reader: FileReader, locale: Locale
) -> None:
    """Seen to fail with `national_id` among what is shown to oneself."""
    text = markdown.write(file_of(reader, locale)).replace("\\", "")
    all_of_it = {PHONE, ACCOUNT, OTHER_MAIL, INVOICE, CASE_NUMBER, PASSWORD, IDENTITY}
    assert {one for one in all_of_it if one in text} == SEEN[reader]
    assert ("Levi" in text or "לוי" in text) == (reader != "forum")


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_still_missing_is_said(locale: Locale) -> None:
    def states(**changed: object) -> dict[str, str]:
        file = file_of("bank", locale, **changed)
        (parts,) = (section.parts for section in file.sections if section.id == "evidence")
        return {part.text: part.state for part in parts if isinstance(part, Item)}

    names = COMPILED.catalog.words[locale]["evidence"]
    asked = [names[one] for one in ("charge", "card", "receipt", "asked", "answer")]
    whole = states()
    assert [whole[one] for one in asked] == ["there"] * 5
    bare = states(answers=(Answer("amount", "20 USD"),), sent=(), replies=())
    assert [bare[one] for one in asked] == ["missing"] * 5
    assert names["cancelled"] not in whole, "nobody asks about a cancellation here"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reader", READERS)
def test_the_markdown_says_what_the_page_says(reader: FileReader, locale: Locale) -> None:
    file = file_of(reader, locale)
    assert not bag(" ".join(texts_of(file))) - bag(read(markdown.write(file)))


def read(text: str) -> str:
    """Return what a Markdown reader shows, a word apart from the signs beside it."""
    inline = [token for token in MarkdownIt().parse(text) if token.type == "inline"]
    pieces = [child.content or " " for token in inline for child in token.children or ()]
    return " ".join(pieces)


SIGNS = ("# x", "![](//e)", "[a](b)", "`", "***", "<b>", "|", "---", "1.", ">", "\n", "~~~", "&lt;")
hostile = st.one_of(
    st.sampled_from([one.typed for one in naughty.read()]),
    st.lists(st.sampled_from(SIGNS), max_size=12).map(" ".join),
)


@given(hostile, st.sampled_from(READERS))
@example("x\n ---", "myself")
@example("x\n===", "myself")
def test_no_text_of_the_person_becomes_a_heading_a_link_or_a_picture(
    text: str, reader: FileReader
) -> None:
    """Seen to fail without the backslashes."""
    case = case_of("en", story=text, replies=())
    file = writing.write(situation_of(case), case, reader, "en")
    tokens = MarkdownIt().parse(markdown.write(file))
    headings = [one for one in tokens if one.type == "heading_open"]
    messages = sum(isinstance(part, WrittenMessage) for one in file.sections for part in one.parts)
    assert len(headings) == 1 + len(file.sections) + messages
    kinds = {child.type for one in tokens for child in one.children or ()}
    assert kinds <= {"text", "softbreak", "hardbreak", "strong_open", "strong_close"}
    assert not {"html_block", "table_open", "fence", "code_block"} & {one.type for one in tokens}


def test_a_letter_is_kept_as_it_went_out(person: "Person") -> None:
    """Seen to fail with the text as the person typed it, unmasked."""
    person.types("story", "I was charged twice")
    person.picks("billing")
    person.types("happened", f"the password is {PASSWORD}")
    person.does("choose_letter", channel="email", locale="en")
    person.does("sent")
    sent = person.case["sent"][0]
    assert sent["subject"]
    assert "[password removed]" in sent["text"]
    assert PASSWORD not in sent["text"]


def test_a_message_that_the_guide_did_not_write_says_so() -> None:
    case = case_of("en")
    bare = tuple(replace(sent, text="", subject="") for sent in case.sent)
    file = file_of("myself", "en", sent=bare)
    messages = [
        part for one in file.sections for part in one.parts if isinstance(part, WrittenMessage)
    ]
    assert [one.text for one in messages] == ["", TOLD["en"]["answer"], ""]
