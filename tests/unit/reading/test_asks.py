"""What support asks for is read one by one, and stands in the reply, answered or not."""

from dataclasses import replace

import pytest

from guide.ids import Locale
from guide.letters import writer
from guide.model import Case, Reply
from guide.reading import asks, reader, rules
from guide.reading.asks import Asked
from tests.unit.letter_cases import CATALOG, NOW, case_of, write

RULES = rules.for_catalog(CATALOG)


def asking(text: str, case: Case) -> Case:
    return replace(case, replies=(Reply("asks_details", NOW, text),))


ANSWERS: dict[str, tuple[str, list[tuple[str, tuple[str, ...]]]]] = {
    "a list in a sentence": (
        "Please share the email address on the account, the amount and the billing address.",
        [
            ("The email address on the account", ("account_email",)),
            ("The amount", ("amount",)),
            ("Billing address", ()),
        ],
    ),
    "a list of lines": (
        "Please provide the following details:\n- Invoice number\n2) Country\n\nThank you.",
        [("Invoice number", ("invoice",)), ("Country", ("country",))],
    ),
    "questions": (
        "Which browser do you use? Is this a household account?",
        [
            ("Which browser do you use?", ("browser",)),
            ("Is this a household account?", ()),
        ],
    ),
    "a word inside another, and a receipt that is none": (
        "Please confirm receipt of this email. The networking team looks at your browsing.",
        [],
    ),
    "advice asks nothing": (
        "You can try the following steps:\n1. Clear the cookies.\n2. Use another browser.",
        [],
    ),
    "a number that is given is not asked for": (
        "Could you please share the invoice number? Your case number is 07712345.",
        [("The invoice number", ("invoice",))],
    ),
    "a courtesy asks nothing": ("Is there anything else I can help with?", []),
    "what was quoted is not asked again": (
        "We are looking into it.\n\nOn 3 March Support wrote:\n> What is the amount?",
        [],
    ),
    "what is there already is not asked for": (
        (
            "Thank you for the invoice number, we have received your screenshot. "
            "What is the amount of the charge?"
        ),
        [("What is the amount of the charge?", ("amount",))],
    ),
    "what need not be sent is not asked for": (
        "Please tell us the organization ID. You don't need to send a screenshot.",
        [("The organization ID", ("org_id",))],
    ),
    "what is asked without words of request": (
        "Your browser and a HAR file would get us further.",
        [("Your browser", ("browser",)), ("HAR file", ())],
    ),
    "what stands before the words of request": (
        "A copy of the receipt would help us no end.",
        [("A copy of the receipt", ("invoice",))],
    ),
    "a list below a question": (
        "Could you provide the following?\n\n1. A request ID\n2. The model you are calling",
        [("A request ID", ("request_id",)), ("The model you are calling", ("model_name",))],
    ),
    "words in bold, and a warning": (
        "We need:\n- **Invoice number**\n- **Last 4 digits** of the card (never the number)",
        [
            ("Invoice number", ("invoice",)),
            ("Last 4 digits of the card (never the number)", ("card_last4",)),
        ],
    ),
    "what only tells of a thing before": (
        "Please share the time, in UTC, you captured it, and the amount.",
        [("In UTC", ("utc_time",)), ("The amount", ("amount",))],
    ),
    "the number in a receipt": (
        "Please share the order number in the receipt they sent you.",
        [("The order number in the receipt they sent you", ("order_id",))],
    ),
    "where it was bought, and on what no more": (
        "Please tell us whether you subscribed via web, iOS or Android.",
        [("Whether you subscribed via web, iOS or Android", ("bought_where",))],
    ),
    "what begins as a reason does, and is the thing itself": (
        "I need the model name and whether you go through a proxy.",
        [("The model name", ("model_name",)), ("Whether you go through a proxy", ("network",))],
    ),
    "what is needed of somebody": (
        "We need you to confirm the phone number on the account and the country.",
        [("The phone number on the account", ("phone_changed",)), ("Country", ("country",))],
    ),
    "two things in one line of a list": (
        "Please provide:\n- Invoice number and country\n- Date and time of the error",
        [
            ("Invoice number", ("invoice",)),
            ("Country", ("country",)),
            ("Date and time of the error", ("when",)),
        ],
    ),
    "words of request for nothing that is known": (
        "What is the amount? The bank can tell you much more.",
        [("What is the amount?", ("amount",))],
    ),
    "a version of an app, and not which app": (
        "Which app version is that?",
        [("Which app version is that?", ("app_version",))],
    ),
    "what is not needed, beside what is": (
        "To find the charge we need the amount. The invoice isn't needed, nor a screenshot.",
        [("The amount", ("amount",))],
    ),
    "French": (
        "Pourriez-vous nous indiquer la date du prélèvement et le montant ?",
        [("La date du prélèvement et le montant", ("charge_date", "amount"))],
    ),
    "German": (
        "Uns fehlt noch die Rechnungsnummer sowie die E-Mail-Adresse. Bankdaten nicht.",
        [("Die Rechnungsnummer sowie die E-Mail-Adresse", ("account_email", "invoice"))],
    ),
    "Spanish, and what need not be sent": (
        "¿Podría indicarnos la fecha del cobro? No hace falta que envíe el número completo.",
        [("La fecha del cobro", ("charge_date",))],
    ),
    "Russian": (
        "Подскажите, пожалуйста, какая у вас версия приложения.",
        [("Какая у вас версия приложения", ("app_version",))],
    ),
    "what is there already, in Hebrew": (
        "תודה על החשבונית ששלחתם. נא לציין את סכום החיוב. אין צורך בצילום מסך.",
        [("סכום החיוב", ("amount",))],
    ),
    "Hebrew": (
        "נא לציין את תאריך החיוב, ואת ארבע הספרות האחרונות של הכרטיס. באיזה דפדפן מדובר?",
        [
            ("תאריך החיוב", ("charge_date",)),
            ("ארבע הספרות האחרונות של הכרטיס", ("card_last4",)),
            ("באיזה דפדפן מדובר?", ("browser",)),
        ],
    ),
}


@pytest.mark.parametrize(("text", "asked"), ANSWERS.values(), ids=ANSWERS.keys())
def test_every_thing_asked_is_found_by_whole_words(
    text: str, asked: list[tuple[str, tuple[str, ...]]]
) -> None:
    """Seen to fail on 1405f11: "confirm receipt" asked for an invoice, an address for nothing.

    And on 5c3b893: what stands before "would help us" was lost, "through a proxy" cut away, and
    nothing known in any language but two. And on 2561ebd7: a list below a question was read alone,
    bold words twice, and what only tells of a thing as one more.
    """
    found = reader.asked_of(RULES, text)
    assert [(one.text.rstrip("?"), one.fields) for one in found] == [
        (name.rstrip("?"), fields) for name, fields in asked
    ]


def test_a_picture_is_something_that_no_words_answer() -> None:
    (found,) = reader.asked_of(RULES, "Could you send a screenshot of the error message?")
    assert found == Asked("A screenshot of the error message", ("error_text",), picture=True)


def test_a_reply_leaves_out_what_is_not_answered_and_names_it_for_the_guide() -> None:
    """Seen to fail: "[Not answered yet]" was copied and sent by who did not look."""
    text = "Please share the amount, the billing address, and a screenshot of the page."
    letter = write(asking(text, case_of(amount="$20")), "reply")
    assert "My answers to your questions so far:\n\n1. The amount\nAmount: $20\n" in letter.body
    assert "2. " not in letter.body
    assert "[" not in letter.body
    left = [one.text for one in letter.unanswered]
    assert left == ["The billing address", "A screenshot of the page"]


def test_of_a_question_that_is_half_answered_the_half_is_told() -> None:
    """Seen to fail: it counted as answered."""
    text = "Please share the date and amount of the charge."
    letter = write(asking(text, case_of(amount="$20")), "reply")
    assert "Amount: $20" in letter.body
    assert [one.fields for one in letter.unanswered] == [("charge_date", "amount")]


@pytest.mark.parametrize("locale", ["en", "he"])
def test_what_the_person_does_not_have_is_an_answer(locale: Locale) -> None:
    """Seen to fail: it was "not answered yet", whatever they said."""
    case = asking("What is the invoice number?", case_of().with_lack("invoice", on=True))
    letter = write(case, "reply", "email", locale)
    assert CATALOG.words[locale]["letters"]["lacking"] in letter.body
    assert letter.unanswered == ()


def test_a_reply_that_answers_nothing_announces_no_answers() -> None:
    letter = write(asking("What is the billing address?", case_of()), "reply")
    assert "My answers" not in letter.body
    assert [one.text for one in letter.unanswered] == ["What is the billing address?"]


@pytest.mark.parametrize(("locale", "lead"), [("en", "My answers"), ("he", "התשובות")])
def test_a_reply_that_answers_everything_counts_nothing(locale: Locale, lead: str) -> None:
    letter = write(asking("What is the amount?", case_of(amount="$20")), "reply", "email", locale)
    assert f"{lead}" in letter.body
    assert letter.unanswered == ()


def test_a_hostile_answer_is_only_read() -> None:
    text = "<script>please send</script> {{ b }} " + "please share the amount, " * 9_000 + "\u202e?"
    assert len(reader.asked_of(RULES, text)) <= asks.MAX_ASKED
    assert writer.asked_fields(CATALOG, text) == ("amount",)


# All but "by and by", "a word for word" and "Russian" were seen to be missed, or taken for another.
SAID = {
    "by and by": ("Please explain to us what you pressed before it crashed.", {"steps"}),
    "a capacity": ("It is incumbent upon you to state the capacity in which you act.", {"role"}),
    "a word for word": ("Please send the precise wording of the error.", {"error_text"}),
    "what a question is about": (
        "Around when did you switch over from the free plan?",
        {"when"},
    ),
    "a Portuguese article": (
        "Por favor envie os 4 últimos dígitos do cartão.",
        {"card_last4"},
    ),
    "a receipt in Portuguese": ("Por favor envie também o comprovante.", {"invoice"}),
    "Russian": (
        "Пришлите почту аккаунта, сумму и дату списания.",
        {
            "account_email",
            "amount",
            "charge_date",
        },
    ),
    "Arabic": (
        "يرجى إرسال بريد الحساب والمبلغ وتاريخ الخصم.",
        {
            "account_email",
            "amount",
            "charge_date",
        },
    ),
    "the day of a click": ("Please tell us on what day you pressed cancel.", {"cancelled_on"}),
    "what somebody was subscribed to": (
        "Please tell us what you were subscribed to, Go or Plus.",
        {"plan"},
    ),
    "a device and a model of language in Hebrew": (
        "נא לציין:\n- המכשיר שבו אתם משתמשים\n- הדגם שאליו קראתם",
        {"surface", "model_name"},
    ),
    "Spanish in the imperative": ("Indícanos tu país.", {"country"}),
    "Hebrew in the third person": ("על המבקש להמציא את שמו המלא.", {"name"}),
}


@pytest.mark.parametrize(("text", "fields"), SAID.values(), ids=SAID)
def test_a_thing_is_known_however_it_is_called(text: str, fields: set[str]) -> None:
    assert {field for one in reader.asked_of(RULES, text) for field in one.fields} == fields


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Are you still having trouble? If we don't hear back by Friday, we'll close this.", True),
        ("עדיין רלוונטי? אחרת נסגור ביום שני.", True),
        ("Are you still having trouble? We are always here for you.", False),
    ],
)
def test_whether_help_is_needed_is_asked_where_the_case_hangs_on_it(
    text: str, *, is_asked: bool
) -> None:
    """Seen to fail with each such question taken for a courtesy."""
    assert bool(reader.asked_of(RULES, text)) == is_asked


# All seen to fail before, each of them.
FORMS = {
    "an order behind a condition": (
        "If it still crashes, send the app version and a screen recording.",
        [("app_version",), ()],
    ),
    "what an answer waits for": (
        "Once we have the correct address for the account and the invoice number, we can continue.",
        [("account_email",), ("invoice",)],
    ),
    "a question behind a face": ("Sorry 😔 Which device are you using?", [("surface",)]),
    "the second of two charges": (
        "Please tell us the day of the second charge.",
        [("second_charge_date",)],
    ),
    "French": (
        "Nous vous prions de nous communiquer la date à laquelle vous avez résilié.",
        [("cancelled_on",)],
    ),
}


@pytest.mark.parametrize(("text", "fields"), FORMS.values(), ids=FORMS)
def test_a_request_is_found_by_its_form(text: str, fields: list[tuple[str, ...]]) -> None:
    assert [one.fields for one in reader.asked_of(RULES, text)] == fields


def test_the_dates_of_both_charges_are_two() -> None:
    asked = reader.asked_of(RULES, "Please tell us the dates of both charges.")
    assert [one.fields for one in asked] == [("charge_date", "second_charge_date")]
