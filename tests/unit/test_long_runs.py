"""What is long and dull, as a line of dots in a pasted mail, is read as fast as anything else.

Seen to fail: with groups of dots that could be cut in many ways (`guide.story.shapes`), where a
hundred of them took minutes; the alarm ends what would never end, and measures nothing.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.unit.conftest import Person

LONG = 3_000
SECONDS = 60  # Each takes less than one.
UNITS = (
    *(".", "*", "x", "-", "=", "_", "#", "0", "1", "a", "א", "•", "x-", "1.", "a@", "://", "ab12"),
    *("\n", "\t", "a ", "1 ", "* ", "- ", "> ", "a: ", "20 $ ", "5/5 ", "code ", "קוד ", "one "),
)


class Endless(Exception):
    """It went on for too long."""


@contextmanager
def no_longer_than(seconds: int) -> Iterator[None]:
    """Raise Endless from within when it takes longer."""

    def stop(*_: object) -> None:
        raise Endless

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
@pytest.mark.parametrize("field", ["story", "reply_text", "suspect"])
def test_a_long_run_of_one_thing_is_read(person: Person, field: str, unit: str) -> None:
    person.does("pick_category", category="billing")
    with no_longer_than(SECONDS):
        person.does("typed", field=field, value=(unit * LONG)[:LONG])
        for screen in ("start", "request", "reply", "genuine"):
            person.does("go", to=screen)
            assert person.problem != "bug"
