"""The popup itself goes away, and comes back."""

import pytest

from harness.popup import Popup
from harness.walking import PEOPLE, tour

HALF = {"he": "תוד"}
TEXTS = "textarea[data-field], input[type=text][data-field]"

hebrew = pytest.mark.parametrize("locale", ["he"], indirect=True)


@hebrew
@pytest.mark.fault("the popup is killed at each step of the journey")
def test_at_every_step_a_killed_popup_comes_back_to_it_in_mid_word(
    popup: Popup, locale: str, subtests: pytest.Subtests
) -> None:
    """The screen is there before Python is, and after it; the walk goes on from there."""
    for step in tour(popup, PEOPLE[locale]):
        with subtests.test(step):
            _dies_and_comes_back(popup, HALF[locale])


def _dies_and_comes_back(popup: Popup, half: str) -> None:
    before, field = popup.screen(), _text_field(popup)
    if field:
        popup.type(field, half)
    stood = popup.value(field) if field else ""
    popup.close_by_focus_loss()
    popup.open()
    assert popup.screen() == before
    popup.wait_for_guide()
    assert popup.screen() == before
    assert not field or popup.value(field) == stood


def _text_field(popup: Popup) -> str:
    script = (
        "const all = [...document.querySelectorAll(arguments[0])];"
        "const seen = all.find(one => one.checkVisibility()); return seen ? '#' + seen.id : ''"
    )
    return str(popup.evaluate(script, TEXTS))
