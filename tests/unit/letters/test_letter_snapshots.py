"""Letters are as they were read and found good: see letter_snapshots.py."""

import pytest

from guide.model import Locale
from tests.languages import LOCALES
from tests.unit.letters.letter_snapshots import FILES, FOLDER, written


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("kind", "channel"), FILES)
def test_a_letter_is_as_it_was_read(kind: str, channel: str, locale: Locale) -> None:
    path = FOLDER / f"{kind}.{channel}.{locale}.txt"
    assert written(kind, channel, locale) == path.read_text(encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    names = {f"{kind}.{channel}.{locale}" for kind, channel in FILES for locale in LOCALES}
    assert {path.stem for path in FOLDER.glob("*.txt")} == names
