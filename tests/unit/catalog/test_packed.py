"""What is packed for the snapshot comes back as it was."""

import pickle
from pathlib import Path

import pytest

from guide import compiled_content
from guide.catalog import packed
from guide.catalog.packed import Later, LaterEach, LaterTable
from guide.protocol.codec import encode
from guide.triage import ranking
from tests.languages import LOCALES

SAID = ("I was charged twice", "לא מצליחים להיכנס לחשבון", "")


def packed_up(table: LaterEach[str, list[str]] | LaterTable[str, list[str]]) -> None:
    for later in table.laters:
        later.pack()


def test_a_packed_value_comes_back_equal_and_is_unpacked_once() -> None:
    """Seen to fail: with `get` that does not keep what it unpacks."""
    value = {"a": (1, 2)}
    later = Later(value)
    assert later.get() is value
    for _ in range(2):
        later.pack()
    assert later.get() == value
    assert later.get() is later.get()


def test_a_packed_table_unpacks_what_is_asked_for() -> None:
    """Seen to fail: with one pack for the whole table."""
    table = LaterEach({"he": ["א"], "en": ["a"]})
    packed_up(table)
    assert table["en"] == ["a"]
    assert table == {"he": ["א"], "en": ["a"]}
    assert len(table) == len(list(table))


def test_a_table_of_what_is_read_is_unpacked_as_a_whole() -> None:
    """Seen to fail: without `get` in `__len__`."""
    table = LaterTable({"he": ["א"], "en": ["a"]})
    packed_up(table)
    assert len(table) == len(list(table))
    assert table == {"he": ["א"], "en": ["a"]}


def test_what_lies_on_a_shelf_is_read_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail: with a place that begins after what was laid."""
    shelf, inner = bytearray(), Later(["a"])
    outer = Later({"inner": inner})
    inner.lay(shelf)
    outer.lay(shelf)
    (tmp_path / "shelf").write_bytes(shelf)
    monkeypatch.setattr(packed, "SHELF", str(tmp_path / "shelf"))
    for _ in range(2):
        assert outer.get()["inner"].get() == ["a"]
        outer.pack()


def test_packed_tools_say_the_same_and_leave_out_what_is_read_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail: with `get` giving back a vocabulary without its weights."""
    compiled = compiled_content.make(compiled_content.load().catalog)
    before = [ranking.rank(compiled.vocabulary, text) for text in SAID]
    whole, shelf = compiled_content.packed(compiled)
    (tmp_path / "shelf").write_bytes(shelf)
    monkeypatch.setattr(packed, "SHELF", str(tmp_path / "shelf"))
    back = pickle.loads(whole)  # noqa: S301  # Made in the line before.
    assert [ranking.rank(back.vocabulary, text) for text in SAID] == before
    for locale in LOCALES:
        assert back.catalog.words[locale] == compiled.catalog.words[locale]
    assert back.catalog.facts == compiled.catalog.facts
    assert encode(back.catalog.advice) == encode(compiled.catalog.advice)
    assert back.catalog.files.keys() == {
        name for name in compiled.catalog.files if compiled_content.is_read_later(name)
    }
