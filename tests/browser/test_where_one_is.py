"""Where one is: the field one types in, the place in a list, and what who sees nothing hears."""

from typing import Any

from tests.browser.test_by_keyboard import IN_SIGHT, RING, one_each
from tests.browser.test_popup_faults import DRAFTS
from tests.harness.browser import Browser
from tests.harness.hands import Hands
from tests.harness.popup import Popup
from tests.harness.staging import packed
from tests.harness.steps import PEOPLE, at_request, to_start
from tests.states import with_cases

# What a live region that is there already gets to say.
LISTEN = """
    window.heard = "";
    const live = document.getElementById("live");
    const hear = () => { window.heard += live.innerText; };
    const all = { childList: true, characterData: true, subtree: true };
    new MutationObserver(hear).observe(live, all);"""


def test_a_field_that_has_the_focus_keeps_an_outline_for_forced_colours(
    popup: Popup, locale: str
) -> None:
    """There a shadow is not painted, and an outline is, whatever its colour.

    Seen to fail on the guide before: `none`, and one pixel of a border told where the caret is.
    """
    to_start(popup, PEOPLE[locale])
    popup.wait_until(lambda: Hands(popup).is_on("#field-story"), "the focus in the story")
    assert popup.evaluate(RING) == "solid"


@one_each
def test_back_from_a_case_one_stands_where_one_was_in_the_list(
    browser: Browser, locale: str
) -> None:
    """Seen to fail on the guide before: on the heading, with twelve rows to pass once more."""
    popup, hands = browser.popup, Hands(browser.popup)
    browser.store(state=packed(with_cases(*(f"{locale} {at} one two three" for at in range(12)))))
    to_start(popup, PEOPLE[locale])
    hands.to_cases()
    hands.press("#case-c4")
    hands.arrive("case")
    popup.click("#back")
    hands.arrive("cases")
    assert hands.focused() == "case-c4"
    assert popup.evaluate(IN_SIGHT, "#case-c4")


@one_each
def test_what_was_read_of_an_answer_is_told_to_who_does_not_see_it(
    browser: Browser, locale: str, words: dict[str, Any]
) -> None:
    """Seen to fail on the guide before: it appeared below the field, and nothing said so."""
    popup = _with_an_answer(browser, locale)
    popup.evaluate(LISTEN)
    popup.type("#field-reply_text", "Please send the last four digits of the card.")
    kind = words["replies"]["asks_details"]["name"]
    popup.wait_until(lambda: kind in popup.evaluate("return window.heard"), f"{kind!r} is heard")


@one_each
def test_a_box_below_an_answer_stays_while_one_types_in_it(browser: Browser, locale: str) -> None:
    """Seen to fail on the guide before: it went with the first digit, and so did the focus."""
    popup = _with_an_answer(browser, locale)
    popup.type("#field-reply_text", "Please send the last four digits of the card.")
    popup.wait_for("#open-asked-summary")
    popup.click("#open-asked-summary")
    popup.click("#field-card_last4")
    for digit in "4321":
        popup.keys(digit)
        popup.wait_until(lambda: not popup.evaluate(DRAFTS), f"{digit} is taken")
    assert popup.value("#field-card_last4") == "4321"
    assert Hands(popup).is_on("#field-card_last4")


def _with_an_answer(browser: Browser, locale: str) -> Popup:
    """Say that the letter was sent and an answer came, and return the popup that asks for it."""
    popup = at_request(browser, PEOPLE[locale])
    popup.click("#sent")
    popup.wait_for_screen("sent")
    popup.click("#answer-came")
    popup.wait_for_screen("reply")
    return popup
