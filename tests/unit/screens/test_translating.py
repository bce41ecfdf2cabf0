"""Words in another language than the letter's: what is asked of the browser, and kept of it."""

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.conftest import Person
from tests.unit.letter_cases import CATALOG
from tests.unit.markup import parsed

STORY = "אתמול חויבתי פעמיים על אותו מנוי, הסיסמה שלי היא Tr0ub4dor&3x ואני מבקש החזר על השני."
GOAL = "להחזיר לי את הכסף על החיוב הכפול"
SAID = {
    "happened": (
        "Yesterday I was charged twice for one subscription, my password is [password removed]"
        " and I ask for a refund of the second."
    ),
    "goal": "Refund me the duplicate charge",
    "amount": "20 dollars",
}
HIDDEN = "Tr0ub4dor"


def effects(page: str, kind: str) -> list[dict[str, Any]]:
    found = (json.loads(html.unescape(one)) for one in re.findall(r"data-effect='([^']*)'", page))
    return [one for one in found if one["kind"] == kind]


def asked(person: Person) -> dict[str, Any]:
    """Return what the button on the screen asks the browser for."""
    (effect,) = effects(person.last["html"], "translate")
    return effect


def letter(person: Person) -> str:
    page = parsed(person.does("opened")["html"])
    return page.one("letter").text


def answers(person: Person, said: Callable[[dict[str, str]], str]) -> dict[str, Any]:
    """Have the browser say this of each passage."""
    effect = asked(person)
    passages = [one | {"text": said(one)} for one in effect["passages"]]
    return person.does("translated", case=effect["case"], passages=passages)


def well(person: Person) -> dict[str, Any]:
    return answers(person, lambda one: SAID[one["field"]])


@pytest.fixture
def writer(person: Person) -> Person:
    """Somebody who has written Hebrew, before an English letter, with a browser that translates."""
    person.translates = True
    person.types("story", STORY)
    person.picks("billing")
    person.types("goal", GOAL)
    person.types("amount", "20 דולר")
    person.types("error_text", "שגיאה 403")
    person.types("name", "נועה לוי")
    person.does("go", to="request")
    person.does("choose_letter", locale="en", channel="email")
    return person


def test_a_click_gives_the_browser_the_words_in_another_language_with_secrets_hidden(
    writer: Person,
) -> None:
    """Names, error texts and numbers stay. Seen to fail with words as they were typed."""
    effect = asked(writer)
    assert (effect["source"], effect["target"], effect["case"]) == ("he", "en", "c1")
    assert {one["field"] for one in effect["passages"]} == {"happened", "goal", "amount"}
    assert HIDDEN not in json.dumps(effect)
    assert "[password removed]" in json.dumps(effect)


def test_nothing_is_translated_without_a_click(writer: Person) -> None:
    for event in ({"type_": "opened"}, {"type_": "go", "to": "request"}):
        assert writer.does(**event)["effects"] == []


@pytest.mark.parametrize(
    "otherwise",
    [
        lambda p: p.does("choose_letter", locale="he"),
        lambda p: (p.does("edit_letter", on=True), p.types("body", "שלי")),
    ],
    ids=["the letter is in Hebrew", "it is their own wording"],
)
def test_there_is_no_button_where_there_is_nothing_to_translate(
    writer: Person, otherwise: Callable[[Person], object]
) -> None:
    otherwise(writer)
    assert effects(writer.last["html"], "translate") == []


def test_without_a_translator_the_screen_says_so_and_how_to_go_on(writer: Person) -> None:
    """Seen to fail on 64a0694b, which only said that the words are in another language."""
    words = CATALOG.words[writer.locale]["ways"]["translate"]
    assert words["cannot"] not in parsed(writer.does("opened")["html"]).one("other-language").text
    writer.translates = False
    page = writer.does("opened")["html"]
    assert effects(page, "translate") == []
    assert words["cannot"] in parsed(page).one("other-language").text
    assert 'id="ways"' in page


def test_english_words_in_a_hebrew_letter_are_offered_and_names_of_products_are_not(
    person: Person,
) -> None:
    person.translates = True
    person.types("story", "I was charged twice this month for the same plan.")
    person.picks("billing")
    person.types("goal", "ChatGPT Plus refund")
    person.does("go", to="request")
    person.does("choose_letter", locale="he", channel="email")
    effect = asked(person)
    assert (effect["source"], effect["target"]) == ("en", "he")
    assert [one["field"] for one in effect["passages"]] == ["happened"]


def test_the_letter_has_the_translation_and_both_texts_are_shown(writer: Person) -> None:
    response = well(writer)
    assert (response["problem"], writer.case["answers"][-1]["value"]) == (None, "נועה לוי")
    page = parsed(response["html"])
    for text in SAID.values():
        assert text in page.one("letter").text
        assert text in page.one("translations").text
    assert GOAL not in page.one("letter").text
    assert GOAL in page.one("translations").text
    assert 'id="other-language"' not in response["html"]
    assert effects(response["html"], "translate") == []


def test_a_secret_that_was_hidden_before_can_still_be_seen_among_the_findings(
    writer: Person,
) -> None:
    """Seen to fail with a letter whose cover sees only the translation."""
    page = parsed(well(writer)["html"])
    assert "Tr0ub4dor&3x" in page.one("findings-title").parent.text  # type: ignore[union-attr]


def test_a_translation_can_be_corrected_and_an_empty_one_is_none(writer: Person) -> None:
    well(writer)
    writer.types("translation.goal", "Refund the second charge, please")
    assert "Refund the second charge, please" in letter(writer)
    writer.types("translation.goal", " ")
    assert GOAL in letter(writer)


def test_a_secret_that_is_typed_into_a_translation_is_hidden_in_the_letter(writer: Person) -> None:
    """Seen to fail with a letter that is hidden before it is translated, and not after."""
    well(writer)
    writer.types("translation.goal", "Refund me, my password is Zx9!kkQ42")
    assert "Zx9" not in letter(writer)


def test_words_that_change_after_it_are_asked_for_again(writer: Person) -> None:
    """Seen to fail with translations that belong to a field, whatever it says."""
    well(writer)
    writer.types("goal", GOAL + " עד סוף החודש")
    assert SAID["goal"] not in letter(writer)
    assert [one["field"] for one in asked(writer)["passages"]] == ["goal"]
    assert SAID["happened"] in letter(writer)


def test_what_is_left_in_is_another_original(writer: Person) -> None:
    writer.types("goal", GOAL + ", הטלפון שלי הוא 052-123-4567")
    answers(writer, lambda one: "Refund me " + " ".join(re.findall(r"\[.*?\]", one["original"])))
    assert effects(writer.last["html"], "translate") == []
    writer.does("show", text="052-123-4567", on=True)
    assert [one["field"] for one in asked(writer)["passages"]] == ["goal"]
    writer.does("show", text="052-123-4567", on=False)
    assert effects(writer.last["html"], "translate") == []


def test_the_person_s_own_words_come_below_the_letter_if_they_want_that(writer: Person) -> None:
    well(writer)
    writer.does("keep_originals", on=True)
    told = letter(writer)
    assert told.index(SAID["goal"]) < told.index("[password removed]", told.index(GOAL) - 300)
    assert GOAL in told
    assert HIDDEN not in told
    writer.does("keep_originals", on=False)
    assert GOAL not in letter(writer)


def test_in_a_chat_they_are_a_message_of_their_own(writer: Person) -> None:
    writer.does("choose_letter", channel="help_chat")
    well(writer)
    before = len(re.findall("<hr>", writer.last["html"]))
    page = writer.does("keep_originals", on=True)["html"]
    assert len(re.findall("<hr>", page)) == before + 1


def test_their_own_words_are_one_click_away(writer: Person) -> None:
    well(writer)
    page = writer.does("drop_translations")["html"]
    assert 'id="other-language"' in page
    assert 'id="take-back"' in page
    writer.does("take_back")
    assert SAID["goal"] in letter(writer)
    writer.does("drop_translations")
    assert GOAL in letter(writer)
    assert writer.case.get("translations", []) == []


RUBBISH: dict[str, Callable[[dict[str, str]], str]] = {
    "nothing": lambda _: "",
    "blanks": lambda _: " \n ",
    "the same again": lambda one: one["original"],
    "another alphabet": lambda _: "Вчера с меня дважды сняли деньги",
    "without end": lambda one: "money " * (len(one["original"]) + 100),
    "what is hidden, lost": lambda one: SAID[one["field"]].replace("[password removed]", "a cat"),
    "what is hidden, twice": lambda one: SAID[one["field"]] + " [password removed]",
}


@pytest.mark.parametrize("said", RUBBISH.values(), ids=RUBBISH.keys())
def test_rubbish_is_no_translation_and_nothing_is_lost(
    writer: Person, said: Callable[[dict[str, str]], str]
) -> None:
    """Seen to fail, each, without its line of `translation.sound`."""
    before = letter(writer)
    effect = asked(writer)
    passages = [one | {"text": said(one)} for one in effect["passages"]]
    only = [one for one in passages if one["field"] == "happened"]
    response = writer.does("translated", case="c1", passages=only)
    assert response["problem"] is None
    assert 'class="toast toast-failed' in response["html"]
    assert letter(writer) == before
    assert writer.case.get("translations", []) == []


def test_of_a_half_that_is_one_the_half_is_kept_and_said(
    writer: Person,
) -> None:
    response = answers(writer, lambda one: "" if one["field"] == "goal" else SAID[one["field"]])
    assert SAID["happened"] in letter(writer)
    assert GOAL in letter(writer)
    assert "toast-failed" not in response["html"]
    assert [one["field"] for one in asked(writer)["passages"]] == ["goal"]


@pytest.mark.parametrize("reason", ["absent", "failed"])
def test_a_browser_that_did_not_translate_leaves_all_as_it_was(writer: Person, reason: str) -> None:
    before = writer.state
    response = writer.does("translation_failed", reason=reason)
    assert "toast-failed" in response["html"]
    assert writer.state == before
    assert len(asked(writer)["passages"]) == 3


def test_what_comes_for_a_case_that_is_gone_or_a_field_that_is_none_changes_nothing(
    writer: Person,
) -> None:
    effect, before = asked(writer), writer.state
    passages = [one | {"text": SAID[one["field"]]} for one in effect["passages"]]
    assert writer.does("translated", case="c9", passages=passages)["problem"] is None
    odd = [one | {"field": "no_such_field"} for one in passages]
    assert writer.does("translated", case="c1", passages=odd)["problem"] is None
    many = passages * 100
    assert writer.does("translated", case="c1", passages=many)["problem"] is None
    assert writer.state == before


def test_words_without_end_are_not_offered(writer: Person) -> None:
    writer.types("goal", "כסף " * 4_000)
    assert effects(writer.last["html"], "translate") == []


ANSWER = "Thank you for writing. Please send us the invoice number of the second charge."


def test_support_s_answer_is_translated_for_reading_and_changes_nothing_else() -> None:
    person = Person(locale="he", translates=True)
    person.types("story", STORY)
    person.picks("billing")
    person.does("go", to="request")
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", ANSWER + " Your code is 482913, do not share it.")
    effect = asked(person)
    assert (effect["source"], effect["target"]) == ("en", "he")
    assert "482913" not in json.dumps(effect)
    hebrew = "תודה שפניתם. שלחו לנו את מספר החשבונית של החיוב השני. הקוד שלכם הוא"
    found = re.findall(r"\[[^]]+\]", effect["passages"][0]["original"])
    page = answers(person, lambda _: " ".join([hebrew, *found]))["html"]
    assert hebrew in parsed(page).one("reply-translation").text
    assert ANSWER in person.case["reply_text"]
    person.types("reply_text", ANSWER)
    assert 'id="reply-translation"' not in person.last["html"]
    assert len(asked(person)["passages"]) == 1


def test_an_answer_in_the_guide_s_language_needs_none(person: Person) -> None:
    person.translates, person.locale = True, "en"
    person.types("story", STORY)
    person.picks("billing")
    person.does("choose_locale", locale="en")
    person.does("go", to="request")
    person.does("sent")
    person.does("go", to="reply")
    person.types("reply_text", ANSWER)
    assert effects(person.last["html"], "translate") == []
