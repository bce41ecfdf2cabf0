"""Steps of a build: each makes one folder, and only if what it is made from has changed.

A step's key is the digest of its inputs and of the folders it needs; it is written beside the
step's folder with the digest of what was made. A later build compares both, so that neither a
changed source nor a changed product passes for the one that was built.
"""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from packager import hashes


@dataclass(frozen=True)
class Step:
    """One folder to make. `run` fills an empty folder; `words` is what the display says.

    `inputs` are files and folders of the source tree, `needs` are steps made before, `also` is
    whatever else decides the result. Steps `after` which it comes are made before, too, but only
    what `inputs` names of what they made decides.
    """

    name: str
    words: str
    run: Callable[[Path], None]
    inputs: tuple[Path, ...] = ()
    needs: tuple["Step", ...] = ()
    also: str = ""
    after: tuple["Step", ...] = ()


class Display(Protocol):
    """Shows the progress of a build."""

    def working(self, words: str) -> None:
        """Say which step runs now."""

    def done(self, words: str, seconds: float, *, skipped: bool) -> None:
        """Say that a step has ended."""

    def failed(self, words: str) -> None:
        """Say which step did not end well."""

    def note(self, text: str) -> None:
        """Say what a person should know though the build goes on."""


@dataclass
class Runner:
    """Runs steps: `folder` holds one folder a step, kept from build to build."""

    folder: Path
    display: Display
    _made: dict[str, str] = field(default_factory=dict)
    _sources: dict[Path, str] = field(default_factory=dict)

    def of(self, step: Step) -> Path:
        """Return the folder of a step."""
        return self.folder / step.name

    def make(self, *steps: Step) -> None:
        """Make steps in the given order, what they need first."""
        for step in steps:
            self.make(*step.after, *step.needs)
            if step.name not in self._made:
                self._made[step.name] = self._make(step)

    def make_together(self, *steps: Step) -> None:
        """Make steps at once, each by a program of its own.

        What more than one of them needs must be made before.
        """
        with ThreadPoolExecutor() as pool:
            for made in [pool.submit(self.make, step) for step in steps]:
                made.result()

    def _make(self, step: Step) -> str:
        self.display.working(step.words)
        began = time.perf_counter()
        key = self._key(step)
        made = self._kept(step, key)
        skipped = made is not None
        try:
            made = made or self._fresh(step, key)
        except BaseException:
            self.display.failed(step.words)
            raise
        self.display.done(step.words, time.perf_counter() - began, skipped=skipped)
        return made

    def _key(self, step: Step) -> str:
        """Return the digest of all a step is made from, of the code that makes it, too."""
        parts = [step.name, step.also, sys.version, hashes.of_packager()]
        parts += [f"{path.name} {self._source(path)}" for path in step.inputs]
        parts += [self._made[need.name] for need in step.needs]
        return hashes.of_text("\n".join(parts))

    def _source(self, path: Path) -> str:
        """Return the digest of a source, which several steps are made from."""
        if path not in self._sources:
            self._sources[path] = hashes.of_tree(path)
        return self._sources[path]

    def _stamp(self, step: Step) -> Path:
        return self.folder / f"{step.name}.stamp.json"

    def _kept(self, step: Step, key: str) -> str | None:
        """Return the digest of what an earlier build made from the same, if it is still so."""
        try:
            stamp = json.loads(self._stamp(step).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        there = hashes.of_tree(self.of(step))
        return there if stamp == {"key": key, "made": there} else None

    def _fresh(self, step: Step, key: str) -> str:
        with scratch(self.folder) as new:
            step.run(new)
            self._stamp(step).unlink(missing_ok=True)
            swap(new, self.of(step))
        made = hashes.of_tree(self.of(step))
        stamp = json.dumps({"key": key, "made": made})
        self._stamp(step).write_text(stamp, encoding="utf-8")
        return made


@contextmanager
def scratch(parent: Path) -> Iterator[Path]:
    """Give an empty folder inside `parent` and take it away at the end, however it ends."""
    parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="tmp-", dir=parent))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def swap(new: Path, place: Path) -> None:
    """Put the folder `new` in the place of an older one; if that fails, the older one stays."""
    with scratch(new.parent) as aside:
        old = aside / place.name
        if place.exists():
            place.rename(old)
        try:
            new.rename(place)
        except BaseException:  # Ctrl-C, too, must not cost the person what they had.
            if old.exists() and not place.exists():
                old.rename(place)
            raise


def sweep(folder: Path) -> None:
    """Take away what a build that was killed left behind."""
    for left in folder.glob("tmp-*"):
        shutil.rmtree(left, ignore_errors=True)
