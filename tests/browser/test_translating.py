"""The browser's translator, staged: it works, and it goes wrong in every way it can.

No browser here has a language pack; the extension asks what stands in the translator's place.
"""

import json
from typing import Any

import pytest

from tests.harness.axe import Look
from tests.harness.browser import Browser
from tests.harness.popup import Popup
from tests.harness.staging import Stage, unpacked
from tests.harness.steps import PEOPLE, at_request

pytestmark = pytest.mark.usefixtures("tools")  # axe-core is one of them.
hebrew = pytest.mark.parametrize("locale", ["he"], indirect=True)

SAID = {
    "goal": "Get a refund of the duplicate charge",
    "happened": "On 20 November two identical charges were taken.\nThe invoices page shows one.",
}
# What the translator says of each line, and the ways in which it does not.
SAYS = json.dumps(
    {
        line: said
        for field, text in SAID.items()
        for line, said in zip(
            PEOPLE["he"].answers[field].split("\n"), text.split("\n"), strict=True
        )
    }
    | {"20 דולר": "20 dollars"}
)
WORKS = f"""
    const says = {SAYS};
    const translator = {{ translate: async (text) => says[text] ?? text, destroy() {{}} }};
    const Staged = {{ availability: async () => "downloadable", create: async () => translator }};
    Object.defineProperty(window, "Translator", {{ value: Staged, configurable: true }});
"""
FAULTS = {
    "not between these languages": "Staged.availability = async () => 'unavailable';",
    "it refuses": "Staged.create = () => Promise.reject(new DOMException('x', 'NotAllowedError'));",
    "it is slow": """
        Staged.create = () => new Promise(() => {});
        const wait = window.setTimeout;
        window.setTimeout = (what, ms, ...more) => wait(what, ms >= 30_000 ? 100 : ms, ...more);""",
    "it dies in the middle": """
        let told = 0;
        translator.translate = async (text) => {
          told += 1;
          if (told > 1) throw new DOMException("x", "UnknownError");
          return says[text];
        };""",
    "it says rubbish": "translator.translate = async () => 'ерунда '.repeat(9000);",
    "it says nothing": "translator.translate = async () => undefined;",
}


def at_english_letter(browser: Browser) -> Popup:
    """Somebody who wrote Hebrew, before their letter in English."""
    popup = at_request(browser, PEOPLE["he"])
    popup.click("#letter-en")
    popup.wait_for("#letter[lang='en']")
    return popup


def kept(browser: Browser) -> Any:  # noqa: ANN401  # JSON is any.
    return unpacked(browser.stored())["cases"][0]


@hebrew
def test_a_click_translates_and_both_texts_are_there_to_compare(stage: Stage, look: Look) -> None:
    stage.goes_wrong(WORKS)
    popup = at_english_letter(stage.browser)
    popup.wait_for("#translate")
    look(popup, "translate.offer.he")
    popup.click("#translate")
    popup.wait_for("#translations")
    for text in SAID.values():
        assert text in popup.text("#letter")
    assert PEOPLE["he"].answers["goal"] in popup.text("#translations")
    popup.evaluate("document.querySelector('#translations').scrollIntoView()")
    look(popup, "translated.he", also=(200,))
    popup.type("#field-translation-goal", ", please")
    popup.wait_until(lambda: SAID["goal"] + ", please" in popup.text("#letter"), "the correction")
    popup.click("#copy-body")
    popup.wait_for(".toast")
    assert SAID["goal"] + ", please" in stage.browser.clipboard()
    popup.click("#keep-originals")
    popup.wait_until(
        lambda: PEOPLE["he"].answers["goal"] in popup.text("#letter"), "their own words below"
    )


@hebrew
@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
@pytest.mark.fault("the browser's translator goes wrong")
def test_a_translator_that_goes_wrong_changes_nothing(
    stage: Stage, words: dict[str, Any], fault: str
) -> None:
    stage.goes_wrong(WORKS + fault)
    popup = at_english_letter(stage.browser)
    before, letter = kept(stage.browser), popup.text("#letter")
    popup.click("#translate")
    popup.wait_for(".toast-failed")
    absent = words["problems"]["translation_absent"] in popup.text(".toast")
    assert absent == ("unavailable" in fault)
    assert (popup.text("#letter"), kept(stage.browser)) == (letter, before)
    assert popup.has("#translate")
    assert popup.has("#other-language")


@hebrew
@pytest.mark.fault("the browser has no translator")
def test_without_a_translator_the_screen_says_so(stage: Stage, words: dict[str, Any]) -> None:
    """Seen to fail on 64a0694b, where it only said to translate."""
    stage.goes_wrong("delete window.Translator;")
    popup = at_english_letter(stage.browser)
    popup.wait_for("#other-language")
    assert words["ways"]["translate"]["cannot"] in popup.text("#other-language")
    assert not popup.has("#translate")


@hebrew
@pytest.mark.fault("the popup closes while the browser translates")
def test_a_popup_that_closes_in_the_middle_loses_nothing(stage: Stage) -> None:
    stage.goes_wrong(WORKS + "translator.translate = () => new Promise(() => {});")
    popup = at_english_letter(stage.browser)
    letter = popup.text("#letter")
    popup.click("#translate")
    popup.wait_for(".working")
    popup.close_by_focus_loss()
    stage.goes_wrong(WORKS)
    stage.open()
    popup.wait_for_guide()
    assert popup.text("#letter") == letter
    popup.click("#translate")
    popup.wait_for("#translations")
