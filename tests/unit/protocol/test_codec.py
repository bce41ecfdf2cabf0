"""One strict reader for the wire and for content."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pytest

from guide.ids import Count
from guide.protocol.codec import MAX_INT, MAX_TEXT, Mismatch, decode, encode


@dataclass(frozen=True)
class Inner:
    at: str
    count: int = 0
    times: Count = 0


@dataclass(frozen=True)
class Left:
    type: Literal["left"]
    inner: Inner | None = None


@dataclass(frozen=True)
class Right:
    type: Literal["right"]
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outer:
    sides: tuple[Left | Right, ...]
    by_name: Mapping[str, Inner]
    on: bool = False


GOOD = {
    "sides": [
        {"type": "left", "inner": {"at": "now", "count": 2}},
        {"type": "right", "names": ["a", "b"]},
    ],
    "by_name": {"x": {"at": "then"}},
    "on": True,
}


def test_what_is_read_is_written_back_the_same() -> None:
    assert encode(decode(Outer, GOOD)) == GOOD


def test_defaults_are_not_written_but_tags_are() -> None:
    assert encode(Left("left")) == {"type": "left"}


MISMATCHES: dict[str, tuple[object, str]] = {
    "not an object": ([], "value: should be an object"),
    "a missing key": ({"sides": []}, "by_name: is missing"),
    "an unknown key": (GOOD | {"off": 1}, "off: is not known"),
    "text for a list": (GOOD | {"sides": "left"}, "sides: should be a list"),
    "an unknown tag": (GOOD | {"sides": [{"type": "up"}]}, "sides.0.type: should be one of"),
    "a tag that cannot be hashed": (GOOD | {"sides": [{"type": []}]}, "sides.0.type: should be"),
    "a bool for a number": (
        GOOD | {"by_name": {"x": {"at": "", "count": True}}},
        "by_name.x.count: should be a whole number",
    ),
    "a number that JavaScript would change": (
        GOOD | {"by_name": {"x": {"at": "", "count": MAX_INT + 1}}},
        "by_name.x.count: is beyond",
    ),
    "a number below what JavaScript has": (
        GOOD | {"by_name": {"x": {"at": "", "count": -MAX_INT - 1}}},
        "by_name.x.count: is beyond",
    ),
    "a count below nothing": (
        GOOD | {"by_name": {"x": {"at": "", "times": -1}}},
        "by_name.x.times: should not be below 0",
    ),
    "a fraction that is whole": (
        GOOD | {"by_name": {"x": {"at": "", "times": 1.0}}},
        "by_name.x.times: should be a whole number",
    ),
    "a bool for a count": (
        GOOD | {"by_name": {"x": {"at": "", "times": True}}},
        "by_name.x.times: should be a whole number",
    ),
    "a number for a bool": (GOOD | {"on": 1}, "on: should be true or false"),
    "null for text": (GOOD | {"by_name": {"x": {"at": None}}}, "by_name.x.at: should be text"),
    "endless text": (
        GOOD | {"by_name": {"x": {"at": "a" * (MAX_TEXT + 1)}}},
        "by_name.x.at: is longer",
    ),
}


@pytest.mark.parametrize(("value", "told"), MISMATCHES.values(), ids=MISMATCHES.keys())
def test_a_mismatch_names_the_place(value: object, told: str) -> None:
    with pytest.raises(Mismatch) as caught:
        decode(Outer, value)
    assert str(caught.value).startswith(told)
