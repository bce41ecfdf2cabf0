"""The command line of build.py."""

import argparse
import signal
import sys
import tomllib
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from filelock import FileLock
from rich.console import Console

from packager import report, steps, targets
from packager.errors import BuildError
from packager.pipeline import Pipeline

STOPPED = 130  # What shells give to a program that Ctrl-C ended.


def main(root: Path, arguments: Sequence[str] | None = None) -> int:
    """Build the tree at `root` as the command line says; return the exit code."""
    options = parser().parse_args(arguments)
    console = Console(highlight=False)
    signal.signal(signal.SIGTERM, _stop)
    try:
        run(root, options, console)
    except KeyboardInterrupt:
        console.print("Stopped; dist is as it was.")
        return STOPPED
    except Exception as error:  # noqa: BLE001  # Every failure is one sentence, also an unforeseen one.
        _tell(error, verbose=options.verbose)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(prog="build.py", description="Build the browser extension.")
    made.add_argument("--target", choices=(*targets.TARGETS, "all"), default="all")
    made.add_argument("--zip", action="store_true", help="also put the stores' zips into dist")
    made.add_argument("--check", action="store_true", help="only check the content")
    made.add_argument("--verbose", action="store_true", help="show logs of failures")
    return made


def run(root: Path, options: argparse.Namespace, console: Console) -> None:
    """Build once. Raises BuildError."""
    folder = root / ".build"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "lock"):
        steps.sweep(folder)
        shop = steps.Workshop(root, folder, report.Progress(console))
        pipeline = Pipeline(root, shop, version(root))
        if options.check:
            shop.make(pipeline.content)
            return
        build(pipeline, options, console)


def build(pipeline: Pipeline, options: argparse.Namespace, console: Console) -> None:
    """Make everything first, and only then put it into dist."""
    wanted = targets.TARGETS if options.target == "all" else (options.target,)
    dist = pipeline.root / "dist"
    for target in wanted:
        pipeline.shop.make(pipeline.package(target))
    for target in wanted:
        pipeline.shop.make(pipeline.zipped(target))
    steps.sweep(dist)
    for target in wanted:
        pipeline.deliver(target, dist, zipped=options.zip)
    report.sizes(console, {t: pipeline.shop.of(pipeline.zipped(t)) / f"{t}.zip" for t in wanted})
    report.how_to_load(console, dist, wanted)


def version(root: Path) -> str:
    """Return the version that pyproject.toml gives the project."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _tell(error: Exception, *, verbose: bool) -> None:
    """Print one sentence; with --verbose also the log behind it."""
    if verbose:
        traceback.print_exception(error)
    unforeseen = f"the build has a fault of its own: {type(error).__name__}: {error}; see --verbose"
    sentence = str(error) if isinstance(error, BuildError) else unforeseen
    sys.stderr.write(f"error: {sentence}\n")
