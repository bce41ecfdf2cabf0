"""The package without a memory snapshot, for a store that takes no opaque bytes: the same guide."""

from pathlib import Path

import pytest

from tests.harness.browser import Launch
from tests.harness.steps import PEOPLE, answer, to_details

pytestmark = pytest.mark.parametrize("locale", ["en"], indirect=True)


def test_the_guide_comes_to_its_message_and_complains_of_nothing(
    plain: dict[str, Path], launch: Launch, browser_name: str, locale: str
) -> None:
    """Seen to fail, with the file left out: the browsers complain of what they cannot find."""
    folder, person = plain[browser_name], PEOPLE[locale]
    assert (folder / "engine" / "snapshot.bin").stat().st_size == 0
    browser = launch(folder)
    browser.store(**{"engine.keep": False})
    popup = browser.popup
    to_details(popup, person)
    assert popup.evaluate("return document.documentElement.dataset.engine") == "archive"
    for field, value in person.answers.items():
        answer(popup, field, value)
    popup.click("#write")
    popup.wait_for_screen("request")
    assert person.answers["invoice"] in popup.text("[data-copy-source='body']")
