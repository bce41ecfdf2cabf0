"""What each kind of letter says, and from what."""

import re
import sys
import tomllib
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pytest

from guide.errors import ContentError
from guide.ids import ChannelId, LetterKind
from guide.letters import letter_rules, writer
from guide.letters.brief import Brief
from guide.model import Answer, Case, Reply, SentRequest, Tried
from tests.languages import LOCALES
from tests.tables import each_row
from tests.unit.letter_cases import CATALOG, NOW, case_of, options, write

ROWS = list(writer.table(CATALOG))


def test_in_public_every_answer_is_masked_before_it_is_cut() -> None:
    long = "Write to dana@example.com " * 9
    goals: dict[ChannelId, str] = {"forum": long, "social_dm": long, "social_post": long[:25]}
    for channel, goal in goals.items():
        case = case_of("technical_error", goal=goal, happened="dana@example.com")
        letter = writer.write(
            CATALOG,
            case,
            "first_request",
            channel,
            "en",
            NOW,
            mask=lambda text: text.replace("dana@example.com", "[e-mail]"),
        )
        assert "[e-mail]" in letter.body
        assert "dana" not in letter.body + letter.subject


def test_a_template_in_an_answer_is_only_text() -> None:
    letter = write(case_of(goal="{{ b.case }}{% raise %}", happened="{topic}{mark}"))
    assert "{{ b.case }}{% raise %}" in letter.body
    assert "{topic}{mark}" in letter.body


def test_a_chat_letter_is_a_short_message_and_then_the_details() -> None:
    letter = write(
        case_of(goal="A refund", happened="word " * 200, amount="$20"), channel="help_chat"
    )
    first, second = writer.messages(letter.body)
    assert len(first) <= 600
    assert "A refund" in first
    assert "$20" in first, "what the charge was is of use to who reads no further"
    assert "pass it to a person" in first
    assert letter.body.count("word") == 200, "what was begun above goes on below, and nothing twice"
    assert "word" in second


SHORT = case_of(
    goal="A refund", happened="Charged twice.", amount="$20", plan="plus", tried="The bank"
)


@each_row(("kind", "locale"), product(("first_request", "second_request", "escalation"), LOCALES))
def test_what_fits_into_one_message_of_a_chat_is_one(kind: str, locale: str) -> None:
    """Seen to fail on 64a0694b: each was two, and "More details" stood over "Already done"."""
    body = write(SHORT, kind, "help_chat", locale).body
    assert len(writer.messages(body)) == 1
    words = CATALOG.words[locale]["letters"]
    assert words["more"] not in body
    for said in ("A refund", "Charged twice.", "$20", "Plus", "The bank"):
        assert body.count(said) == 1


def test_one_message_of_a_chat_asks_for_a_person_after_all_facts() -> None:
    facts = {"charge_date": "2026-11-20", "invoice": "A1", "card_last4": "1117"}
    case = replace(SHORT, answers=(*SHORT.answers, *(Answer(*one) for one in facts.items())))
    body = write(case, channel="help_chat").body
    told = ("20 November", "$20", "A1", "1117", "Plus")
    last = max(map(body.index, told))
    assert last < body.index("pass it to a person") < body.index("Already done")


@each_row(("kind", "locale"), product(("first_request", "second_request", "escalation"), LOCALES))
def test_no_label_stands_directly_over_another_one(kind: str, locale: str) -> None:
    """Seen to fail on 64a0694b: "More details:", and below it "Already done:"."""
    case = case_of(goal="A refund", happened="What was. " * 42, tried="The bank. " * 70)
    case = replace(case, replies=(Reply("not_solved", NOW, "No."),))
    body = write(case, kind, "help_chat", locale).body
    assert len(writer.messages(body)) == 2
    lines = [line for line in body.split("\n") if line]
    both = [pair for pair in pairwise(lines) if all(one.endswith(":") for one in pair)]
    assert both == []


def test_an_edited_body_is_split_like_ours() -> None:
    assert writer.messages("one\n\n* * *\n\ntwo\n* * *\n\n* * *\n") == ("one", "two")
    assert writer.messages("only one") == ("only one",)
    assert writer.messages("") == ()


def test_a_subject_begins_with_the_case_number_and_is_the_same_for_the_whole_case() -> None:
    """Seen to fail on 1405f11: "Reminder: ... (my reference 261122-c1)", another for each kind."""
    case = replace(
        case_of(amount="USD 20", charge_date="2026-03-03", plan="plus"), topic="charged_twice"
    )
    assert write(case).subject == "Charged twice: 3 March 2026, Plus, USD 20"
    numbered = replace(case, sent=(SentRequest("first_request", "email", NOW, "05871234"),))
    kinds = ("first_request", "follow_up", "second_request", "clarification", "reply", "escalation")
    assert {write(numbered, kind).subject for kind in kinds} == {
        "[05871234] Charged twice: 3 March 2026, Plus, USD 20"
    }


def test_a_follow_up_quotes_the_number_and_the_day() -> None:
    sent = (SentRequest("first_request", "email", "2026-11-02T10:00:00+02:00", "04417735"),)
    letter = write(replace(case_of(goal="A refund"), sent=sent), "follow_up", locale="he")
    assert "מספר פנייה: 04417735\n\nההודעה הראשונה ב־2 בנובמבר 2026 (במייל)." in letter.body
    assert letter.missing == tuple(f for f in CATALOG.categories["billing"].required if f != "goal")
    unnumbered = write(case_of(goal="A refund"), "follow_up")
    assert "case_number" in unnumbered.missing


def test_a_reply_gives_what_was_asked_and_nothing_else() -> None:
    case = case_of(charge_date="2026-11-20", amount="$20", invoice="A1", plan="plus")
    asked = Reply("asks_details", NOW, "Please send the charge date and the last 4 digits.")
    letter = write(replace(case, replies=(asked,)), "reply")
    assert "Charge date: 20 November 2026" in letter.body
    assert "$20" not in letter.body
    assert letter.missing == ("card_last4", "case_number")


def test_a_reply_to_a_question_nobody_knows_gives_all_details() -> None:
    letter = write(
        replace(case_of(amount="$20"), replies=(Reply("asks_details", NOW, "Hm?"),)), "reply"
    )
    assert "$20" in letter.body


UNCLEAR = (
    "Hi Dana,\n\nThank you for your patience. Please reset the identity.\n\n"
    "Then re-provision the entitlement. Let us know if this helps.\n\nBest regards,\nSam of OpenAI"
)


def test_a_clarification_asks_about_the_one_sentence_that_was_picked() -> None:
    """Seen to fail on 7192c95: 700 characters with greeting and signature, and two questions."""
    answer = Reply("unclear", NOW, UNCLEAR)
    case = replace(case_of(), replies=(answer,))
    sentences = writer.answer_sentences(CATALOG, case)
    assert sentences == ("Please reset the identity.", "Then re-provision the entitlement.")
    open_ = write(case, "clarification")
    assert "unclear" in open_.missing
    assert ">" not in open_.body
    letter = write(
        case.with_answer("unclear", sentences[1]).with_answer("understood", "I wait a day."),
        "clarification",
    )
    assert "\n> Then re-provision the entitlement.\n" in letter.body
    assert "I understood it as: I wait a day. Is that right?" in letter.body
    assert letter.body.count("?") == 1
    assert "Sam" not in letter.body + open_.body
    assert "unclear" not in letter.missing


def test_where_an_answer_is_one_sentence_that_is_the_one() -> None:
    answer = Reply("unclear", NOW, "Re-provision the entitlement.")
    letter = write(replace(case_of(), replies=(answer,)), "clarification")
    assert "> Re-provision the entitlement.\n" in letter.body
    assert "unclear" not in letter.missing


def test_a_suspicious_answer_is_never_quoted_as_support() -> None:
    trap = Reply("suspicious", NOW, "Send us your password.")
    case = replace(case_of(), replies=(trap,), reply_text=trap.text)
    assert "password" not in write(case, "clarification").body
    assert "suspicious" not in write(case, "escalation").body


def test_an_escalation_tells_the_history_in_order() -> None:
    sent = (
        SentRequest("first_request", "help_chat", "2026-11-02T10:00:00+02:00"),
        SentRequest("follow_up", "email", "not a date"),
    )
    answer = Reply("not_solved", "2026-11-09T10:00:00+02:00", after=1)
    letter = write(replace(case_of(), sent=sent, replies=(answer,)), "escalation")
    assert (
        "First message 2 November 2026 (in the Help Center chat), your answer 9 November 2026, "
        "reminder.\n"
    ) in letter.body
    assert "senior review" in letter.body


def test_an_appeal_quotes_the_notice() -> None:
    letter = write(
        case_of("content_moderation", error_text="Access\ndeactivated."), "appeal", "appeal_form"
    )
    assert "> Access\n> deactivated." in letter.body


def test_a_fence_is_longer_than_any_in_the_code() -> None:
    letter = write(case_of("api", error_body="a\n````\nb"), channel="forum")
    assert "`````\na\n````\nb\n`````" in letter.body


def test_what_was_tried_is_one_list_of_words_and_advice() -> None:
    case = replace(
        case_of("technical_error", tried="- Restarted\n- Another browser"),
        tried=(Tried("check_status", "did_not_help", NOW),),
    )
    told = "Checking the status page (22 November 2026): no outage was shown"
    assert f"done:\n- Restarted\n- Another browser\n- {told}\n" in write(case).body


def test_hebrew_text_in_latin_stands_on_its_own_line() -> None:
    body = write(
        case_of(goal="אבקש SSO שעובד", happened="Something went wrong here today."), locale="he"
    ).body
    assert "שלום,\n\nאבקש SSO שעובד\n" in body
    assert "מה קרה:\nSomething went wrong here today." in body


def test_the_story_stands_in_for_what_happened() -> None:
    case = Case("c1", NOW, story="Charged twice.", category="billing")
    assert "What happened: Charged twice." in write(case).body
    assert "happened" in write(case).missing, "it is still asked for"


def test_every_advice_that_asks_has_its_words_in_a_letter() -> None:
    shared = tomllib.loads(CATALOG.files["advice.toml"])  # A topic's own cards say it themselves.
    asking = {name for name in shared if CATALOG.advice[name].answers}
    unsaid = {"check_spam", "read_suspicious", "read_refunds", "read_cancelling", "distrust"}
    # Questions of the guide's own, and what is done beyond support.
    unsaid |= {"refund_too", "last_day", "other_ways", "promise_passed"}
    unsaid |= {"suggested"}  # It is named in support's own words.
    for locale in LOCALES:
        said = set(CATALOG.words[locale]["letters"]["tried"])
        assert asking - said == unsaid
        assert said <= set(CATALOG.advice)


def test_the_table_names_only_letters_that_have_a_template() -> None:
    assert {row["kind"] for row in ROWS} == set(options(LetterKind))
    assert {row["channel"] for row in ROWS} == set(options(ChannelId))
    assert {row["category"] for row in ROWS} == set(CATALOG.categories)
    assert {row["category"] for row in ROWS if row["kind"] == "appeal"} == {"content_moderation"}


def test_the_rules_name_the_place_of_a_mistake() -> None:
    source = CATALOG.files["letters.toml"]
    for broken, said in {
        source.replace('"codex_tracker"]\ncode', '"forums"]\ncode'): "markdown.channels",
        source.replace('code = ["error_text"', 'code = ["errortext"'): "errortext",
        source + "\n[asked.x]\n": "asked",
        "order = [": "TOML",
    }.items():
        with pytest.raises(ContentError, match=re.escape(said)):
            letter_rules.check(
                replace(CATALOG, files=dict(CATALOG.files) | {"letters.toml": broken})
            )


def test_all_letters_are_compiled_before_they_are_needed() -> None:
    """Seen to fail without the loop in `writer.warm`."""
    catalog = replace(CATALOG)  # Equal, and another: nothing of it is compiled yet.
    writer.warm(catalog)
    compiled: list[object] = []

    def note(_: object, kind: str, called: object) -> None:
        if kind == "c_call" and called is compile:
            compiled.append(called)

    sys.setprofile(note)
    try:
        for row, locale in product(ROWS, LOCALES):
            write(case_of(), row["kind"], row["channel"], locale, catalog)
    finally:
        sys.setprofile(None)
    assert compiled == []


def test_both_languages_have_the_same_templates() -> None:
    names = {locale: {n[3:] for n in CATALOG.letters if n.startswith(locale)} for locale in LOCALES}
    assert names["he"] == names["en"]


def test_an_asked_field_is_recognised_in_real_wording() -> None:
    source = tomllib.loads(
        (Path(__file__).parents[2] / "fixtures" / "letters" / "answers.he.toml").read_text("utf-8")
    )
    assert set(writer.asked_fields(CATALOG, source["reply"]["text"])) == {
        "account_email",
        "charge_date",
        "amount",
        "card_last4",
        "error_text",
    }


def test_a_brief_hides_private_answers_only_in_public() -> None:
    case = case_of(account_email="dana@example.com")
    public = Brief(CATALOG, case, "first_request", "forum", "en", NOW, str)
    support = Brief(CATALOG, case, "first_request", "email", "en", NOW, str)
    assert (public.answers["account_email"], support.answers["account_email"]) == (
        "",
        "dana@example.com",
    )


@pytest.mark.parametrize("locale", ["en", "he"])
@pytest.mark.parametrize(
    "typed", ["INV-1001\nINV-1002", " INV-1001, INV-1002 ", "INV-1001;\nINV-1002"]
)
def test_several_numbers_in_one_field_are_several_in_the_letter(typed: str, locale: str) -> None:
    """Seen to fail: two lines became one number with a space in it."""
    label = CATALOG.words[locale]["fields"]["invoice"]["letter"]
    body = write(case_of("billing", invoice=typed), locale=locale).body
    assert f"{label}: INV-1001, INV-1002\n" in body
