"""A browser that many tests share: reset before each of them, and replaced if it cannot be."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from typing import Self

from tests.harness.browser import Browser

type Start = Callable[[], AbstractContextManager[Browser]]


class Shared:
    """One running browser. The block of `with` ends it, or whichever has taken its place."""

    def __init__(self, start: Start) -> None:
        """Run browsers that `start` starts."""
        self._start = start
        self._running = ExitStack()
        self._replaced = False

    def __enter__(self) -> Self:
        self.browser = self._running.enter_context(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    def as_installed(self, remark: Callable[[str], object]) -> Browser:
        """Return the browser as after installation, with no complaint as yet.

        One whose reset fails is no reason for all tests after it to fail: it is replaced, and
        `remark` is called with why. That is done once: what fails twice is no accident.
        """
        try:
            self._reset()
        except Exception as error:  # Whatever it is: nothing is known of this browser any more.
            if self._replaced:
                raise
            remark(f"{self.browser.name} could not be reset and was replaced: {error}")
            self._replace()
            self._reset()
        return self.browser

    def _reset(self) -> None:
        self.browser.reset()
        self.browser.take_complaints()

    def _replace(self) -> None:
        self._replaced = True
        with suppress(Exception):  # What cannot be reset may not end well, either.
            self._running.close()
        self.browser = self._running.enter_context(self._start())
