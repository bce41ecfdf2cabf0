"""The command line of build.py."""

import argparse
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType

from rich.console import Console

from packager import archive, browsers, developing, lint, renew, report, runner, watching
from packager.content_check import address_list
from packager.errors import BuildError
from packager.new import skeletons
from packager.pipeline import Pipeline
from packager.release import ready, targets, verify
from packager.release.release import SUMS, Release
from packager.store import kit
from packager.workshop import building, version

STOPPED = 130  # What shells give to a program that Ctrl-C ended.


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = argparse.ArgumentParser(prog="build.py", description="Build the browser extension.")
    made.add_argument("--target", choices=(*targets.TARGETS, "all"), default="all")
    made.add_argument(
        "--zip", action="store_true", help="also put zips, sources, bill, sums in dist"
    )
    made.add_argument("--verify", action="store_true", help="--zip, then build again and compare")
    made.add_argument(
        "--release", metavar="X.Y.Z", help="see that all is ready to be that version, and --verify"
    )
    made.add_argument(
        "--store", action="store_true", help="--zip, and what each store asks for, in dist/store"
    )
    made.add_argument(
        "--check", action="store_true", help="only check content, code and made files"
    )
    made.add_argument("--links", action="store_true", help="with --check: list all addresses")
    made.add_argument(
        "--new",
        nargs=2,
        metavar=("KIND", "ID"),
        help=f"make a skeleton: {', '.join(skeletons.KINDS)}",
    )
    made.add_argument("--renew", action="store_true", help="make all generated files anew")
    made.add_argument(
        "--pictures", action="store_true", help="with --renew: also docs/screens, by a browser"
    )
    made.add_argument(
        "--browsers", action="store_true", help="with --renew: also docs/reliability.md, by tests"
    )
    made.add_argument(
        "--engine", action="store_true", help="with --renew: also which of Pyodide's code is needed"
    )
    made.add_argument("--lint", action="store_true", help="only run ruff, mypy, tsc, addons-linter")
    made.add_argument(
        "--pseudo", action="store_true", help="build with pseudo-languages, into dist/pseudo-*"
    )
    made.add_argument(
        "--no-snapshot", action="store_true", help="build without it, into dist/plain-*, zips too"
    )
    made.add_argument(
        "--full-engine",
        action="store_true",
        help="build with Pyodide's code as released, into dist/full-*, zips too",
    )
    made.add_argument(
        "--watch", action="store_true", help="build again at every change; with --open, reload it"
    )
    made.add_argument("--open", action="store_true", help="then open a browser on the help site")
    made.add_argument("--verbose", action="store_true", help="show the log behind a failure")
    return made


def main(root: Path, arguments: Sequence[str] | None = None) -> int:
    """Build the tree at `root` as the command line says; return the exit code."""
    options = parser().parse_args(arguments)
    options.verify |= bool(options.release)
    console = Console(highlight=False)
    signal.signal(signal.SIGTERM, _stop)
    try:
        if options.watch and options.open:
            tell = partial(_told, verbose=options.verbose)
            return int(not tell(lambda: developing.develop(root, wanted(options), console, tell)))
        for _ in watching.changes(root, console) if options.watch else (0.0,):
            fine = _told(lambda: once(root, options, console), verbose=options.verbose)
    except KeyboardInterrupt:
        console.print("Stopped; dist is as it was.")
        return STOPPED
    return 0 if fine else 1


def once(root: Path, options: argparse.Namespace, console: Console) -> None:
    """Do once what the command line says. Raises BuildError."""
    with building(root, console) as steps:
        kind = {"pseudo": options.pseudo, "plain": options.no_snapshot}
        pipeline = Pipeline(root, steps, version(root), **kind, full=options.full_engine)
        if options.check:
            # Unpacked from source.zip there are no tests, and none of what they keep.
            whole = (root / "tests").is_dir()
            steps.make(pipeline.checked if whole else pipeline.content)
            list_links(root, options)
        elif options.new:
            begin(root, options, console)
        elif options.renew:
            renew.renew(root, console.print)
        elif options.lint:
            lint.lint(root, console)
        elif options.pseudo or not pipeline.cut:
            build_apart(pipeline, options, console)
        else:
            build(pipeline, options, console)
    after(root, options)


def after(root: Path, options: argparse.Namespace) -> None:
    """Do what builds by itself, or outlives the build: the lock is free now. Raises BuildError."""
    if options.renew and options.pictures:
        renew.take_pictures(root)
    if options.renew and options.engine:
        renew.watch_engine(root)
    if options.renew and options.browsers:
        renew.by_browsers(root)
    if options.open and not (options.check or options.new or options.renew or options.lint):
        browsers.start(root / "dist", wanted(options))


def list_links(root: Path, options: argparse.Namespace) -> None:
    """Print every address of the content, if the command line asks for them."""
    if options.links:
        print(*address_list.listed(root / "py"), sep="\n")  # noqa: T201  # Plain lines, for a pipe.


def begin(root: Path, options: argparse.Namespace, console: Console) -> None:
    """Make the skeleton that the command line asks for, and say what comes next."""
    kind, name = options.new
    if kind not in skeletons.KINDS:
        raise BuildError(f"--new makes {', '.join(skeletons.KINDS)}; {kind} is none of them")
    for file in skeletons.make(root, kind, name):
        console.print(f" + {file}")
    console.print("Now uv run build.py --check names what is still to be written.")


def build(pipeline: Pipeline, options: argparse.Namespace, console: Console) -> None:
    """Make everything first, and only then put it into dist. Raises BuildError."""
    chosen = wanted(options)
    dist = pipeline.root / "dist"
    if options.release:
        ready.check(pipeline.root, options.release, pipeline.version)
    release = Release(pipeline, chosen) if wants_release(options) else None
    pipeline.together()
    pipeline.runner.make(*(pipeline.zipped(target) for target in chosen))
    if (kept := pipeline.runner.folder / archive.KEPT).is_dir():
        archive.sweep(kept)
    if release:
        pipeline.runner.make(release.sums)
    runner.sweep(dist)
    for target in chosen:
        pipeline.deliver(target, dist)
    if release:
        release.deliver(dist)
    if options.store:
        deliver_kits(pipeline.root, dist, chosen)
    report.sizes(console, {target: pipeline.zip_file(target) for target in chosen})
    report.how_to_load(console, dist, chosen)
    if release and options.verify:
        compare(release, options, console)


def wants_release(options: argparse.Namespace) -> bool:
    """Tell whether more than the packages' folders is to be made."""
    return bool(options.zip or options.verify or options.store)


def deliver_kits(root: Path, dist: Path, chosen: Sequence[str]) -> None:
    """Put what the stores ask for into dist, in the place of the last. Raises BuildError."""
    sums = (dist / SUMS).read_text(encoding="utf-8")
    with runner.scratch(dist) as new:
        for store, limits in kit.STORES.items():
            if limits.package in chosen:
                for name, data in kit.files(root, store, sums).items():
                    path = new / kit.FOLDER / store / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
        runner.swap(new / kit.FOLDER, dist / kit.FOLDER)


def build_apart(pipeline: Pipeline, options: argparse.Namespace, console: Console) -> None:
    """Put packages of another kind into dist, beside the others. Raises BuildError."""
    dist, chosen = pipeline.root / "dist", wanted(options)
    makes = pipeline.package if pipeline.cut else pipeline.zipped
    pipeline.runner.make(*(makes(target) for target in chosen))
    runner.sweep(dist)
    for target in chosen:
        pipeline.deliver(target, dist)
        if not pipeline.cut:
            with runner.scratch(dist) as new:
                file = new / f"{pipeline.packed(target)}.zip"
                shutil.copyfile(pipeline.zip_file(target), file).replace(dist / file.name)
        console.print(f"Built apart: {dist / pipeline.packed(target)}")


def compare(release: Release, options: argparse.Namespace, console: Console) -> None:
    """Build all of dist anew from source.zip in a second folder. Raises BuildError."""
    with console.status("Building once more, elsewhere ..."):
        arguments = ("--zip", "--target", options.target)
        same = verify.verify(release.pipeline.root, arguments, release.names)
    console.print(
        f"Verified: built from source.zip elsewhere, all {same} files are the same bytes."
    )


def wanted(options: argparse.Namespace) -> tuple[str, ...]:
    """Return the targets to build."""
    return targets.TARGETS if options.target == "all" else (options.target,)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _told(run: Callable[[], None], *, verbose: bool) -> bool:
    """Run, tell a failure in one sentence, with --verbose also the log behind it."""
    try:
        run()
    except BuildError as error:
        _tell(error, str(error), verbose=verbose)
    except Exception as error:  # noqa: BLE001  # Every failure is one sentence, also an unforeseen one.
        fault = f"{type(error).__name__}: {error}"
        _tell(error, f"the build has a fault of its own: {fault}", verbose=verbose)
    else:
        return True
    return False


def _tell(error: Exception, sentence: str, *, verbose: bool) -> None:
    if verbose:
        traceback.print_exception(error)
    hint = "" if verbose else " (--verbose shows the log)"
    sys.stderr.write(f"error: {sentence}{hint}\n")
