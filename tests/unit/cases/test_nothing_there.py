"""What the story says to be missing: it counts as answered, and nothing asks for it."""

from typing import TYPE_CHECKING

import pytest

from guide import compiled_content
from guide.catalog import loading
from guide.errors import ContentError
from guide.letters import writer
from guide.model import Case

if TYPE_CHECKING:
    from tests.unit.conftest import Person

NOW = "2026-12-01T10:00:00+02:00"
BANNED = {
    "en": "My account was deactivated and I got no notice. I have no paid plan.",
    "he": "החשבון שלי הושבת ולא קיבלתי שום הודעה. אין לי מנוי בתשלום.",
}
NONE = {"en": "Notice: none was sent to me", "he": "הודעה: לא נשלחה אליי"}
# File, what stands there, the mistake, and what is told of it.
MISTAKES = [
    ("topics/account_deactivated.toml", "goals_but.3", "goals_but.4", "names goal 4, which"),
    ("fields.toml", 'without = "free"', 'without = "none"', "names none, which is no option"),
    ("fields.toml", '["receipt"]', '["reciept"]', "names reciept, which nothing attaches"),
]


@pytest.fixture
def banned(person: "Person") -> "Person":
    """Return a person who was banned without a word."""
    person.types("story", BANNED[person.locale])
    person.does("pick_category", category="content_moderation")
    person.does("pick_topic", topic="account_deactivated")
    return person


def test_a_field_that_the_story_says_is_empty_is_answered(banned: "Person") -> None:
    banned.does("go", to="details")
    told = compiled_content.load().catalog.words[banned.locale]["ui"]["details"]["none_told"]
    html = banned.last["html"]
    assert html.count(told) == 3  # Date, subject, and the words of the notice.
    known = {answer["field"]: answer["value"] for answer in banned.case["answers"]}
    assert known["plan"] == "free"
    banned.does("lack", field="notice_date", on=False)
    assert banned.last["html"].count(told) == 2


def test_what_there_is_not_is_not_attached_and_the_letter_says_so(banned: "Person") -> None:
    banned.does("choose_letter", kind="appeal", channel="help_chat")
    words = compiled_content.load().catalog.words[banned.locale]
    html = banned.last["html"]
    assert words["attachments"]["notice"] not in html
    assert words["attachments"]["receipt"] not in html
    assert NONE[banned.locale] in html


def test_a_goal_of_a_plan_is_not_offered_to_who_has_none(banned: "Person") -> None:
    banned.does("go", to="details")
    words = compiled_content.load().catalog.words[banned.locale]
    goals = words["topics"]["account_deactivated"]["goals"]
    assert [goal for goal in goals if goal in banned.last["html"]] == goals[:2]
    banned.types("plan", "plus")
    assert goals[2] in banned.last["html"]


def test_a_story_that_says_it_is_there_after_all_is_read_anew(banned: "Person") -> None:
    banned.types("story", "My account was deactivated. I got the notice on 20 November.")
    banned.does("describe")
    known = {answer["field"]: answer["value"] for answer in banned.case["answers"]}
    assert "plan" not in known
    assert known["notice_date"] == "2026-11-20"


def test_a_reminder_of_who_has_no_case_number_does_not_miss_it() -> None:
    catalog = compiled_content.load().catalog
    case = Case(id="c1", created=NOW, category="technical_error", kind="follow_up")

    def missing(case: Case) -> tuple[str, ...]:
        return writer.write(catalog, case, "follow_up", "email", "en", NOW).missing

    assert "case_number" in missing(case)
    assert "case_number" not in missing(case.with_lack("earlier_case", on=True, source="story"))


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES, ids=[row[2] for row in MISTAKES])
def test_a_mistake_in_what_does_not_fit_is_told(file: str, old: str, new: str, told: str) -> None:
    content, templates = loading.read()
    assert old in content[file]
    with pytest.raises(ContentError, match=told):
        loading.build(content | {file: content[file].replace(old, new)}, templates)
