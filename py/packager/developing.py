"""`--watch --open`: the extension in a browser, and anew at each change, as soon as can be.

change -> build, of one browser, without the memory snapshot -> loaded -> its content checked

A guide that was read before (`AtHand`) has only to read what has changed; the content is checked
beside everything else (`Checks`), and a check that a new change comes into begins again after it.
"""

import json
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Self

from rich.console import Console

from packager import browsers, hashes, watching
from packager.content_check import ask_guide, at_hand
from packager.errors import BuildError
from packager.kind import PLAIN
from packager.pipeline import Pipeline
from packager.programs import Begun
from packager.workshop import building, version

type Tell = Callable[[Callable[[], None]], bool]


def develop(root: Path, targets: Sequence[str], console: Console, tell: Tell) -> None:
    """Show the extension in a browser for one of `targets`, and anew at each change.

    `tell` runs something, and says what went wrong. Raises BuildError.
    """
    target, binary = browsers.find(targets)
    name = f"{PLAIN}{target}"

    def again(saved: float) -> None:
        with building(root, console) as steps:
            quick = Pipeline(root, steps, version(root), plain=True, at_hand=guide.ask)
            steps.make(quick.package(target))
            quick.deliver(target, root / "dist")
        shown.show()
        console.print(f"Loaded dist/{name}, {time.time() - saved:.1f} s after the change.")
        checks.begin()

    with (
        AtHand(root / "py") as guide,
        Checks(root / "py", console, tell) as checks,
        browsers.Shown(target, binary, root / "dist" / name) as shown,
    ):
        for saved in watching.changes(root, console):
            checks.stop()
            tell(partial(again, saved))
            guide.prepare()


class AtHand:
    """The guide below `py`, read before it is asked."""

    def __init__(self, py: Path) -> None:
        """Let it read."""
        self._py = py
        self._begun: Begun | None = None
        self.prepare()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def prepare(self) -> Begun:
        """Let it read for the next time, unless it does."""
        if self._begun is None:
            self._code = self._modules()
            self._begun = Begun(ask_guide.__name__, at_hand.WAIT, path=(self._py,))
        return self._begun

    def ask(self, *arguments: str | Path) -> str:
        """Return what `ask_guide` prints for these arguments. Raises BuildError."""
        if self._code != self._modules():
            self._stop()
        begun, self._begun = self.prepare(), None
        return begun.finish(json.dumps([*map(str, arguments)]) + "\n")

    def _stop(self) -> None:
        begun, self._begun = self._begun, None
        if begun:
            begun.stop()
            with suppress(BuildError):
                begun.finish()

    def _modules(self) -> str:
        """Return the digest of its modules, which it has as they were when it began."""
        modules = sorted(self._py.rglob("*.py"))
        return hashes.of_text("".join(f"{hashes.of_file(one)} {one}\n" for one in modules))


class Checks:
    """Checks of the content, beside everything else; only the last one is told of."""

    def __init__(self, py: Path, console: Console, tell: Tell) -> None:
        """Check nothing yet."""
        self._py, self._console, self._tell = py, console, tell
        self._begun: Begun | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def begin(self) -> None:
        """Check the content as it is now; what is wrong is told when it is found."""
        self._begun = Begun(ask_guide.__name__, "check", path=(self._py,))
        threading.Thread(target=self._wait, args=(self._begun,), daemon=True).start()

    def stop(self) -> None:
        """Check no more: it is not as it was."""
        begun, self._begun = self._begun, None
        if begun:
            begun.stop()

    def _wait(self, begun: Begun) -> None:
        def end() -> None:
            try:
                begun.finish()
            except KeyboardInterrupt:
                return  # Heard by the build, too.
            except BuildError:
                if self._begun is begun:
                    raise
            else:
                self._console.print("Its content has been checked.")

        self._tell(end)
