"""An answer of very many lines takes steps by the number of its lines, whatever they are."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from guide.reading import cuts, rules
from tests.unit.letter_cases import CATALOG

RULES = rules.for_catalog(CATALOG)
FEW, TIMES = 120, 4  # Lines, and how many times as many.
MORE = 1.2  # What a step may take beyond its share: a head that is met, a pattern made.

LINES = {
    "words": "a",
    "a mail's own words": "Dear Dana,\nthe charge stands.\n",
    "heads of support": "From: OpenAI\nSent: 2 May 2026\nTo: Dana\n\nhello",
    "heads of a person": "From: Dana\nTo: a@example.com",
    "quotations": "> > a",
    "lines above quotations": "On 3 May 2026 Dana wrote:\na",
    "what is forwarded": "---------- Forwarded message ---------\na",
    "signatures": "Best,\nMia\n--\na",
    "small print": "unsubscribe\na",
    "a chat": "Mia: hello\nYou: hello",
    "a list": "- a\n2) b",
}


@contextmanager
def counted() -> Iterator[Callable[[], int]]:
    """Count the steps that Python takes: calls, and each time that a generator goes on."""
    steps = 0

    def count(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal steps
        steps += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield lambda: steps
    finally:
        sys.setprofile(before)


def steps(text: str) -> int:
    with counted() as done:
        cuts.cut(RULES, text)
        return done()


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_steps_grow_as_the_lines_do(line: str) -> None:
    """Seen to fail where each line looked through all before it for the head of a mail."""
    steps(line)  # What is made once is made.
    few, many = (steps("\n".join([line] * count)) for count in (FEW, TIMES * FEW))
    assert many <= MORE * TIMES * few
