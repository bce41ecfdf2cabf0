"""A shared browser that cannot be reset is replaced once, and that is said."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal, cast

import pytest

from tests.harness.browser import Browser
from tests.harness.shared import Shared
from tests.remarks import REMARK, Remarks


class Stuck:
    """A browser whose reset fails from its `fails`th time on, and that does not even quit."""

    name = "firefox"

    def __init__(self, fails: int) -> None:
        self.resets = 0
        self.fails = fails
        self.ended = False

    def reset(self) -> None:
        self.resets += 1
        if self.resets >= self.fails:
            message = "not in 20 s: the popup is gone"
            raise AssertionError(message)

    def take_complaints(self) -> None:
        """There is none."""


class Started:
    """Browsers that are started one after another; each fails when the table says."""

    def __init__(self, *fails: int) -> None:
        self.made = [Stuck(one) for one in fails]
        self.browsers = [cast("Browser", one) for one in self.made]
        self._left = iter(self.made)

    @contextmanager
    def __call__(self) -> Iterator[Browser]:
        one = next(self._left)
        yield cast("Browser", one)
        one.ended = True
        if one.resets >= one.fails:
            message = "the driver does not answer"
            raise OSError(message)


SOUND = 99


def test_a_browser_that_can_be_reset_stays() -> None:
    start, said = Started(SOUND), list[str]()
    with Shared(start) as shared:
        assert shared.as_installed(said.append) is shared.as_installed(said.append)
    assert said == []
    assert start.made[0].ended


def test_one_that_cannot_be_reset_is_replaced_for_all_tests_after_it() -> None:
    """Seen to fail when the reset's error goes on, and when the first browser is not ended."""
    start, said = Started(2, SOUND), list[str]()
    with Shared(start) as shared:
        used = [shared.as_installed(said.append) for _ in range(4)]
    first, second = start.browsers
    assert used == [first, second, second, second]
    assert [one.ended for one in start.made] == [True, True]
    assert said == ["firefox could not be reset and was replaced: not in 20 s: the popup is gone"]


def test_what_fails_a_second_time_is_no_accident() -> None:
    """Seen to fail with a browser replaced as often as it likes."""
    said = list[str]()
    with suppress(OSError), Shared(Started(2, 3, SOUND)) as shared:
        for _ in range(3):
            shared.as_installed(said.append)
        with pytest.raises(AssertionError, match="the popup is gone"):
            shared.as_installed(said.append)
    assert len(said) == 1


@pytest.mark.parametrize(("when", "count"), [("setup", 1), ("call", 0), ("teardown", 0)])
def test_a_remark_is_kept_once_with_the_name_of_its_test(
    when: Literal["setup", "call", "teardown"], count: int
) -> None:
    """Seen to fail with the remarks of every report."""
    remarks, place = Remarks(), ("test_one.py", 1, "test_one")
    said = [("fault", "a full disk"), (REMARK, "it was replaced")]
    report = pytest.TestReport("test_one", place, {}, "passed", None, when, user_properties=said)
    remarks.pytest_runtest_logreport(report)
    assert remarks.made == ["test_one: it was replaced"] * count
