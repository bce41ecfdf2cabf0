"""The popup itself goes away, and comes back."""

import pytest

from tests.harness.browser import TAB, Browser
from tests.harness.help_site import HELP
from tests.harness.popup import Popup
from tests.harness.staging import Stage, packed
from tests.harness.steps import PEOPLE, at_advice, to_start, tour
from tests.states import with_cases

HALF = {"he": "תוד", "en": "than"}
MORE = "ks, twice"
COMPOSED = "รัก"
# A killed popup is told nothing; one that loses the focus is told that the word has ended.
DEAF = (
    "for (const kind of ['compositionend', 'input', 'change'])"
    " addEventListener(kind, event => event.stopImmediatePropagation(), { capture: true })"
)
# The moment in which the view is there, and the storage has not answered.
DIES = """
const mark = performance.mark.bind(performance);
performance.mark = (name, ...rest) => {
  if (name === "turn-painted" && window.harnessDies) close();
  return mark(name, ...rest);
};
"""
DRAFTS = "return Object.keys(localStorage).filter((name) => name.startsWith('draft:')).length"
TEXTS = "textarea[data-field], input[type=text][data-field]"
# Other frames in which an update can find who types, each a row of the table.
UPDATED = [
    pytest.param(one, marks=pytest.mark.fault(f"the extension is updated while its {one} is open"))
    for one in ("panel", "tab")
]

hebrew = pytest.mark.parametrize("locale", ["he"], indirect=True)
english = pytest.mark.parametrize("locale", ["en"], indirect=True)


@hebrew
@pytest.mark.fault("the popup is killed at each step of the journey")
def test_at_every_step_a_killed_popup_comes_back_to_it_in_mid_word(
    popup: Popup, locale: str, subtests: pytest.Subtests
) -> None:
    """The screen is there before Python is, and after it; the walk goes on from there.

    Seen to fail: at the story, the goal and the case number with drafts that are not written, and
    at first, details, request and case without `keepView`.
    """
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


@hebrew
@pytest.mark.fault("the popup is killed in the moment in which a view is painted")
def test_what_was_shown_is_stored_however_soon_the_popup_dies(stage: Stage, locale: str) -> None:
    """Its state was sent off before, and the view is kept as it is shown.

    With the view kept once the storage had answered, Firefox was seen to begin with the one before
    (test_closing_at_every_screen_comes_back_to_it).
    """
    popup = stage.popup
    stage.goes_wrong(DIES)
    stage.open()
    popup.wait_for_guide()
    popup.type("#field-story", PEOPLE[locale].story)
    # The text's own turn is over: it is the click whose view is the popup's last.
    popup.wait_until(lambda: not popup.evaluate(DRAFTS), "it is stored")
    popup.evaluate("window.harnessDies = true; document.querySelector('#pick-billing').click()")
    popup.wait_until(lambda: not popup.is_open(), "it is dead")
    stage.goes_well()
    stage.open()
    at_advice(popup)
    assert popup.screen() == "first"
    popup.click("#change-category")
    popup.wait_for_screen("start")
    assert popup.value("#field-story") == PEOPLE[locale].story


@hebrew
@pytest.mark.fault("the focus is lost in mid-composition")
def test_half_a_composed_word_is_kept(popup: Popup, locale: str) -> None:
    """An input method's word is a draft before it is finished, and before anything ends it.

    Seen to fail in both browsers: `fields.note` passes over what is being composed.
    """
    to_start(popup, PEOPLE[locale])
    popup.type("#field-story", HALF[locale] + " ")
    popup.compose(COMPOSED)
    popup.wait_until(lambda: popup.value("#field-story").endswith(COMPOSED), "the composition")
    popup.evaluate(DEAF)
    popup.close_by_focus_loss()
    popup.open()
    assert popup.value("#field-story") == f"{HALF[locale]} {COMPOSED}"
    popup.wait_for_guide()
    popup.click("#pick-billing")
    at_advice(popup)


@english
@pytest.mark.fault("the computer is offline")
def test_without_a_network_everything_is_as_always(browser: Browser, locale: str) -> None:
    """All that it needs is loaded anew. Seen to fail with a popup that asks `onLine` first."""
    popup = browser.popup
    popup.open()
    with browser.offline():
        popup.evaluate("document.body.id = 'old'; setTimeout(() => location.reload(), 50)")
        anew = "return document.body?.id === '' && document.readyState === 'complete'"
        popup.wait_until(lambda: popup.evaluate(anew), "being loaded anew")
        popup.wait_for_guide()
        popup.type("#field-story", PEOPLE[locale].story)
        popup.click("#describe")
        popup.wait_for_screen("first")


@english
@pytest.mark.fault("the extension is updated while its popup is open")
def test_an_update_in_mid_word_loses_nothing(browser: Browser, locale: str) -> None:
    """An update closes the popup like this. Seen to fail with drafts that are not written."""
    popup = browser.popup
    to_start(popup, PEOPLE[locale])
    popup.type("#field-story", HALF[locale])
    browser.update()
    popup.open()
    popup.wait_for_guide()
    assert popup.value("#field-story") == HALF[locale]
    popup.click("#pick-billing")
    at_advice(popup)


@english
@pytest.mark.parametrize("frame", UPDATED)
def test_an_update_in_mid_word_loses_nothing_of_another_frame(
    browser: Browser, locale: str, frame: str
) -> None:
    """Both browsers close the frame. Seen to fail with drafts that are not written."""
    popup = browser.popup
    to_start(popup, PEOPLE[locale])
    popup.click("#open-menu")
    popup.click(f"#to-{frame}")
    page = browser.panel() if frame == "panel" else browser.own_page(TAB)
    page.wait_for_guide()
    page.type("#field-story", HALF[locale])
    browser.update(page)
    browser.bring_forward(HELP + "/")
    popup.open()
    popup.wait_for_guide()
    assert popup.value("#field-story") == HALF[locale]
    popup.click("#pick-billing")
    at_advice(popup)


@english
@pytest.mark.fault("the extension is updated while its options are open")
def test_an_update_beside_the_options_loses_nothing(browser: Browser, locale: str) -> None:
    """Both browsers close the tab of the options, as a rule.

    Seen to fail with drafts that are not written. Also with a background that empties the storage
    when it is updated.
    """
    popup, before = browser.popup, PEOPLE[locale].story
    browser.store(state=packed(with_cases(before)))
    to_start(popup, PEOPLE[locale])
    popup.type("#field-story", HALF[locale])
    _to_options(browser)
    browser.bring_forward(HELP + "/")
    popup.open()
    popup.type("#field-story", MORE)
    browser.update()
    browser.bring_forward(HELP + "/")
    popup.open()
    popup.wait_for_guide()
    assert popup.value("#field-story") == HALF[locale] + MORE
    shown = _to_options(browser).text("#data")
    assert before in shown
    assert HALF[locale] + MORE in shown


def _to_options(browser: Browser) -> Popup:
    browser.popup.click("#open-menu")
    browser.popup.click("#page-options")
    page = browser.own_page("options")
    page.wait_for_guide()
    page.wait_for_screen("options")
    return page
