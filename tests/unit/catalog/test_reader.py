"""The one reader of content: all mistakes at once, each by file and key, with its repair."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pytest

from guide.catalog.reader import Source, home_of
from guide.errors import ContentError
from guide.ids import Locale

type Colour = Literal["red", "blue"]


@dataclass(frozen=True)
class Thing:
    """What the files of these tests hold."""

    size: int
    names: tuple[str, ...] = ()
    colour: Colour = "red"
    parts: Mapping[Colour, int] | None = None


BROKEN = """
[one]
size = "big"
names = ["a", 1, 2]
weight = 3
[two]
colour = "green"
[three]
size = 3
"""


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    """Seen to fail with a reader that stops at the first, as the one of the wire does."""
    source = Source({"things.toml": BROKEN})
    found = source.table("things.toml", Thing)
    assert sorted(source.problems) == [
        "things.toml: one.names.1 should be text; correct it",
        "things.toml: one.names.2 should be text; correct it",
        "things.toml: one.size should be a whole number; correct it",
        "things.toml: one.weight is not known; known are colour, names, parts, size; correct it",
        "things.toml: two.colour should be one of red, blue; correct it",
        "things.toml: two.size is missing; add it",
    ]
    assert found == {"three": Thing(3)}, "what could be read is read"


def test_a_file_that_cannot_be_read_is_told_once_and_is_empty() -> None:
    source = Source({"odd.toml": "= 1"}, "folder/")
    for name in ("odd.toml", "none.toml", "odd.toml"):
        assert source.table(name, Thing) == {}
    odd, none = source.problems
    assert odd.startswith("folder/odd.toml: is not TOML: ")
    assert odd.endswith("; correct that line")
    assert none == "folder/none.toml is missing; add the file"


def test_ids_are_compared_both_ways_with_those_that_code_declares() -> None:
    """Seen to fail without either loop of `alike`."""
    source = Source({"things.toml": "order = ['red', 'green']\n[all]\nred = {size = 1}\n"})
    found = source.ordered("things.toml", "all", Thing)
    source.ids("things.toml", "all", {**found, "green": 1}, Colour)
    here = home_of(Colour)
    assert source.problems == [
        "things.toml: order has green, which the table all lacks; correct it or add it there",
        f"things.toml: all lacks blue, which {here} has; add it",
        f"things.toml: all has green, which {here} lacks; correct it or add it there",
    ]


def test_a_literal_is_told_with_the_file_that_declares_it() -> None:
    assert home_of(Locale) == "Locale in ids.py"


def test_the_keys_of_a_table_are_read_as_strictly_as_its_values() -> None:
    """Seen to fail when only values were read: an id that code does not know went through."""
    source = Source({"things.toml": "[one]\nsize = 1\nparts = { green = 2 }\n"})
    source.table("things.toml", Thing)
    assert source.problems == [
        "things.toml: one.parts.green should be one of red, blue; correct it",
    ]


def test_stop_raises_all_lines_or_nothing() -> None:
    source = Source({})
    source.stop()
    source.note("a.toml", "x is odd", "mend it")
    source.note("a.toml", "y is odd", "mend it")
    source.note("a.toml", "y is odd", "mend it")
    with pytest.raises(ContentError) as raised:
        source.stop()
    assert str(raised.value) == "a.toml: x is odd; mend it\na.toml: y is odd; mend it"
