"""A file of the engine is damaged: the guide runs in another way, or says that it cannot."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.harness.left_out import PICKING, leave_out
from tests.harness.staging import WASM, Stage
from tests.harness.steps import at_advice

HALF = "I was charged twi"
# What is damaged, and by which way Python starts then.
GOES_ON = {
    "the snapshot is missing": ("snapshot.bin", "missing", "archive"),
    "the snapshot is changed by one bit": ("snapshot.bin", "changed", "archive"),
    "the snapshot's head is cut short": ("snapshot.json", "cut short", "archive"),
    "the archive of modules is missing": ("python.zip", "missing", "snapshot"),
    "the code that was left out is cut short": ("rest.bin", "cut short", "snapshot"),
}
# What only a build with a snapshot, and with the code that is cut for it, has.
OF_ITS_OWN = "linked.bin"
ENDS = {
    "the WebAssembly file is missing": (WASM, "missing"),
    "its memory is missing": (OF_ITS_OWN, "missing"),
    "the guide's words are missing": ("content.bin", "missing"),
    "the WebAssembly file is cut short": (WASM, "cut short"),
    "its memory is changed by one bit": (OF_ITS_OWN, "changed"),
}
NOT_FOUND = pytest.mark.complains(chromium="ERR_FILE_NOT_FOUND")
NOT_ASKED_FOR = "python.zip"  # As long as the heap is as it should be.

pytestmark = pytest.mark.parametrize("locale", ["en"], indirect=True)


def rows(table: Mapping[str, tuple[str, ...]]) -> list[Any]:
    return [
        pytest.param(
            *row,
            marks=[pytest.mark.fault(fault), *_marks(row)],
        )
        for fault, row in table.items()
    ]


def _marks(row: tuple[str, ...]) -> list[pytest.MarkDecorator]:
    complains = "missing" in row and NOT_ASKED_FOR not in row
    return [NOT_FOUND] * complains + [pytest.mark.snapshot] * (OF_ITS_OWN in row)


def writes_half_a_word(stage: Stage) -> None:
    """Leave half a word behind, with an engine of the popup's own and no other."""
    stage.browser.store(**{"engine.keep": False})
    stage.popup.open()
    stage.popup.type("#field-story", HALF)
    stage.popup.close_by_focus_loss()


@pytest.mark.snapshot
@pytest.mark.parametrize(("name", "damage", "path"), rows(GOES_ON))
def test_without_a_file_that_another_can_stand_in_for_the_guide_runs(
    stage: Stage, name: str, damage: str, path: str
) -> None:
    """The snapshot gives way to an ordinary boot; the archive is needed for that alone.

    Seen to fail, with a snapshot that is missing, changed or cut: no second start by the archive.
    "changed", in both browsers: the sum is not compared.
    """
    popup = stage.popup
    writes_half_a_word(stage)
    with stage.damaged(name, damage):
        popup.open()
        popup.wait_for_guide()
        assert popup.evaluate("return document.documentElement.dataset.engine") == path
        assert popup.value("#field-story") == HALF
        popup.click("#pick-billing")
        at_advice(popup)


@pytest.mark.snapshot
@pytest.mark.fault("a turn needs code that was left out")
def test_a_turn_that_needs_code_that_was_left_out_is_taken_again(
    stage: Stage, tmp_path: Path
) -> None:
    """Seen to fail: a trap goes past the engine, and the guide gives up.

    And with Pyodide's own complaint of a trap, which is none.
    """
    popup = stage.popup
    writes_half_a_word(stage)
    good = shutil.copytree(stage.folder, tmp_path / "good")
    try:
        leave_out(stage.folder, PICKING)
        popup.open()
        popup.wait_for_guide()
        assert popup.value("#field-story") == HALF
        popup.click("#pick-billing")
        at_advice(popup)
        assert popup.evaluate("return document.documentElement.dataset.engine") == "full"
        assert "taken_again" in popup.evaluate("return JSON.stringify(localStorage)")
    finally:
        shutil.copytree(good, stage.folder, dirs_exist_ok=True)


@pytest.mark.parametrize(("name", "damage"), rows(ENDS))
def test_without_an_engine_it_is_said_and_the_words_wait(
    stage: Stage, words: dict[str, Any], name: str, damage: str
) -> None:
    """The guide's text stands in for it; once repaired, the half word is there again.

    Seen to fail, both: `boot` rejects and nobody calls `fail`.
    """
    popup = stage.popup
    writes_half_a_word(stage)
    with stage.damaged(name, damage):
        popup.open()
        popup.wait_for("#failed main")
        assert words["ui"]["static"]["title"] in popup.text("#failed")
        popup.close_by_focus_loss()
    popup.open()
    popup.wait_for_guide()
    assert popup.value("#field-story") == HALF
    popup.click("#pick-billing")
    at_advice(popup)
