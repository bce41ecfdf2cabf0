"""Trees to build in: copies of the sources, so that a test may break them."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from packager import hashes
from packager.release import sources
from packager.supply import npm

ROOT = Path(__file__).parent.parent.parent
# What the build makes and finds again; tests of the build use what `built` has made.
KEPT = (".build", "dist")
UNWANTED = shutil.ignore_patterns("__pycache__", "node_modules", "lock")


@dataclass(frozen=True)
class Tree:
    """A copy of the sources at `root`."""

    root: Path

    def build(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Run build.py in this tree."""
        return subprocess.run(self.command(*options), capture_output=True, text=True, check=False)

    def command(self, *options: str) -> list[str | Path]:
        """Return the command that builds this tree."""
        return [sys.executable, self.root / "build.py", *options]

    def content(self, name: str) -> Path:
        """Return a file of the guide's content."""
        return self.root / "py" / "guide" / "content" / name

    def change(self, path: Path, pattern: str, new: str) -> None:
        """Replace the first match of a pattern in a file; there must be one."""
        text, count = re.subn(
            pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE
        )
        assert count, f"{path.name} has no {pattern}"
        path.write_text(text, encoding="utf-8")

    def forget(self, step: str) -> None:
        """Let the next build make a step anew."""
        (self.root / ".build" / f"{step}.stamp.json").unlink()

    def dist(self) -> str:
        """Return the digest of what this tree delivers."""
        return hashes.of_tree(self.root / "dist")

    def debris(self) -> list[Path]:
        """Return what a build should have taken away."""
        return [path for folder in KEPT for path in (self.root / folder).glob("tmp-*")]

    def interrupt(self, script: str) -> subprocess.CompletedProcess[str]:
        """Start a build and press Ctrl-C while it runs a script of this name in Node.

        What the display says is no sign of it: the build may be at the step's first line yet, or
        long past its last one, as busy as the machine is.
        """
        with subprocess.Popen(
            self.command(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        ) as run:
            while not _runs(script, below=run.pid):
                assert run.poll() is None, f"the build has ended without {script}"
                time.sleep(0.01)
            os.killpg(run.pid, signal.SIGINT)
            out, err = run.communicate(timeout=60)
        return subprocess.CompletedProcess(run.args, run.returncode, out, err)


def _runs(script: str, *, below: int) -> bool:
    """Tell whether a process below this one runs a script."""
    try:
        commands = [one.cmdline() for one in psutil.Process(below).children(recursive=True)]
    except psutil.NoSuchProcess:  # It has ended in between.
        return False
    return any(word.endswith(script) for words in commands for word in words)


def copy(root: Path, *kept: str) -> Tree:
    """Copy the sources, and what else of the tree is `kept`, to `root`."""
    root.mkdir(parents=True)
    for name in (*sources.TOPS, *kept):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=UNWANTED)
        else:
            (root / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(ROOT / name, root / name)
    npm.copy(ROOT / "extension", root / "extension")
    return Tree(root)
