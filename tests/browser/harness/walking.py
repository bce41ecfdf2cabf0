"""The person of the tests: charged twice, and walking from screen to screen by mouse and keys."""

from collections.abc import Callable
from dataclasses import dataclass

from harness.popup import Popup

type Walk = Callable[[Popup, "Person"], None]


@dataclass(frozen=True, slots=True)
class Person:
    """What one person says, in their language; values by the field's id."""

    story: str
    answers: dict[str, str]
    category: str = "billing"


PEOPLE = {
    "he": Person(
        story="חייבו אותי פעמיים על ChatGPT Plus ואני רוצה החזר כספי",
        answers={
            "goal": "לקבל החזר על החיוב הכפול",
            "happened": "ב־20 בנובמבר ירדו מהכרטיס שני חיובים זהים.\nבדף החשבוניות מופיע רק אחד.",
            "account_email": "noa.levi@example.com",
            "bought_where": "web",
            "charge_date": "2026-11-20",
            "amount": "20 דולר",
            "invoice": "ABCD1234-0007",
        },
    ),
    "en": Person(
        story="I was charged twice for ChatGPT Plus and I want a refund",
        answers={
            "goal": "Get the duplicate charge refunded",
            "happened": "On 20 November my card was charged twice.\nThe invoices page shows one.",
            "account_email": "noa.levi@example.com",
            "bought_where": "web",
            "charge_date": "2026-11-20",
            "amount": "20 USD",
            "invoice": "ABCD1234-0007",
        },
    ),
}


def to_start(popup: Popup, _person: Person) -> None:
    """Open the popup and wait for the guide."""
    popup.open()
    popup.wait_for_guide()
    popup.wait_for_screen("start")


def to_first(popup: Popup, person: Person) -> None:
    """Say what happened in one's own words."""
    to_start(popup, person)
    popup.type("#field-story", person.story)
    popup.click("#describe")
    popup.wait_for_screen("first")


def to_details(popup: Popup, person: Person) -> None:
    """Go past the advice."""
    to_first(popup, person)
    popup.click("#skip")
    popup.wait_for_screen("details")


def to_request(popup: Popup, person: Person) -> None:
    """Answer all that is needed."""
    to_details(popup, person)
    for field, value in person.answers.items():
        answer(popup, field, value)
    popup.click("#write")
    popup.wait_for_screen("request")


def to_sent(popup: Popup, person: Person) -> None:
    """Say that the request went out."""
    to_request(popup, person)
    popup.click("#sent")
    popup.wait_for_screen("sent")


def to_case(popup: Popup, person: Person) -> None:
    """Look at the case after sending."""
    to_sent(popup, person)
    popup.click("#to-case")
    popup.wait_for_screen("case")


def to_cases(popup: Popup, person: Person) -> None:
    """Look at the list of all cases, with one in it."""
    to_sent(popup, person)
    _by_menu(popup, "cases")


def to_guide(popup: Popup, person: Person) -> None:
    """Open the guide's contents."""
    to_start(popup, person)
    _by_menu(popup, "guide")


def to_genuine(popup: Popup, person: Person) -> None:
    """Ask whether something is really OpenAI."""
    to_start(popup, person)
    _by_menu(popup, "genuine")


SCREENS: dict[str, Walk] = {
    "start": to_start,
    "first": to_first,
    "details": to_details,
    "request": to_request,
    "sent": to_sent,
    "case": to_case,
    "cases": to_cases,
    "guide": to_guide,
    "genuine": to_genuine,
}
"""Each screen, and how a person comes there from a popup that is closed."""


def answer(popup: Popup, field: str, value: str) -> None:
    """Answer one question in the way its control asks for."""
    css = f"[data-field='{field}']"
    kind = popup.evaluate("const one = document.querySelector(arguments[0]); return one?.type", css)
    if kind == "radio":
        popup.click(f"label:has({css}[value='{value}'])")
    elif kind == "select-one":
        popup.choose(css, value)
    elif kind == "date":
        year, month, day = value.split("-")
        popup.evaluate("document.querySelector(arguments[0]).focus()", css)
        popup.keys(month + day + year)
        assert popup.value(css) == value
    else:
        popup.type(css, value, over=True)


def _by_menu(popup: Popup, screen: str) -> None:
    popup.click("#open-menu")
    popup.click(f"#go-{screen}")
    popup.wait_for_screen(screen)
