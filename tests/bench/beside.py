"""Two builds side by side: how fast their popups open, what they take, and the ratio.

    uv run python -m tests.bench.beside OLD NEW [--browser NAME] [--openings 15] [--json FILE]
    uv run python -m tests.bench.beside OLD NEW --idle 3     only the memory of the background, idle

OLD and NEW are trees with a dist in them. Both are loaded into one browser, warm (a help tab open,
Python in the background) and cold, and opened in rounds, each in its own order: what slows the
machine meanwhile slows both. Then OLD's journeys (tests/fixtures/turns) are clicked through
in both, in turn, with 0, 50 and 200 saved cases, which each tree's own guide has made. Prints
Markdown: medians, in milliseconds and megabytes.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from rich.console import Console
from rich.progress import track

from tests.bench import browsers, built, opening, ram, turns, variants

SIDES = ("old", "new")
CLICKED = 3
STATES = """
import json
import saved_cases
print(json.dumps({{count: saved_cases.state(count) for count in {counts}}}))
"""
WARMTHS = ("warm", "cold")

type Row = tuple[str, float | None, float | None]
"""What is measured, of the old build, of the new one."""


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    measured = idle if options.idle else rows
    found = {name: list(measured(name, options)) for name in options.browser or browsers.NAMES}
    for name, some in found.items():
        print("\n".join(table(name, some)), end="\n\n")
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("old", type=Path, metavar="OLD")
    made.add_argument("new", type=Path, metavar="NEW")
    made.add_argument("--browser", action="append", choices=browsers.NAMES, help="default: both")
    made.add_argument("--openings", type=int, default=opening.COUNTED, help="counted, of each")
    made.add_argument("--clicks", type=int, default=CLICKED, help="rounds of clicks, 0 for none")
    made.add_argument("--idle", type=int, help="rounds, each side in a browser of its own")
    made.add_argument("--ram", action=argparse.BooleanOptionalAction, default=True)
    made.add_argument("--json", type=Path, help="write all figures there")
    return made


def rows(name: str, options: argparse.Namespace) -> Iterator[Row]:
    """Yield what one browser shows."""
    roots = dict(zip(SIDES, (options.old, options.new), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        places = {
            f"{side}-{state}": variants.copied(root, name, Path(folder) / f"{side}-{state}")
            for side, root in roots.items()
            for state in WARMTHS
        }
        openings = opening.measure(name, places, options.openings)
        taken = ram.measure(name, places) if options.ram else {}
        cold = {side: places[f"{side}-cold"] for side in SIDES}
        clicks = list(_clicks(name, cold, roots, options.clicks)) if options.clicks else []
    figures = {variant: opening.medians(some) for variant, some in openings.items()}
    for state in WARMTHS:
        for key in ("paint", "view"):
            old, new = (figures[f"{side}-{state}"][key] for side in SIDES)
            yield f"{state}: {'first paint' if key == 'paint' else 'view'}, ms", old, new
    if taken:
        old, new = (taken[f"{side}-cold"].before for side in SIDES)
        yield "memory with nothing open and no host, MB", old, new
        old, new = (taken[f"{s}-warm"].before - taken[f"{s}-cold"].before for s in SIDES)
        yield "memory of the warm host, MB", old, new
    yield from clicks
    old, new = (sum(path.stat().st_size for path in _files(root, name)) for root in roots.values())
    yield "files, unpacked, MB", old / built.MEGABYTE, new / built.MEGABYTE


def idle(name: str, options: argparse.Namespace) -> Iterator[Row]:
    """Yield what the background takes before any popup, without Python in it and with it."""
    roots = dict(zip(SIDES, (options.old, options.new), strict=True))
    found: dict[str, list[tuple[float, float]]] = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory() as folder:
        places = {
            side: variants.copied(root, name, Path(folder) / f"{side}-cold")
            for side, root in roots.items()
        }
        words = f"Resting in {name}"
        for number in track(range(options.idle), words, console=Console(stderr=True)):
            for side in SIDES[:: -1 if number % 2 else 1]:
                found[side].append(ram.resting(name, places[side]))
    for what, of in RESTING.items():
        old, new = (statistics.median(map(of, found[side])) for side in SIDES)
        yield f"{what}, MB", old, new


RESTING: dict[str, Callable[[tuple[float, float]], float]] = {
    "memory of the idle background, cold": lambda one: one[0],
    "memory of the idle background, warm": lambda one: one[1],
    "memory of the warm host": lambda one: one[1] - one[0],
}


def _clicks(
    name: str, places: Mapping[str, Path], roots: Mapping[str, Path], rounds: int
) -> Iterator[Row]:
    """Yield what a click takes until its page stands."""
    states = {side: _states(root) for side, root in roots.items()}
    journeys = turns.recorded(roots["old"])
    found: dict[str, dict[int, list[float]]] = {side: {} for side in SIDES}
    with browsers.started(name) as browser:
        loaded = {side: variants.load(browser, place.name, place) for side, place in places.items()}
        for number in range(rounds):
            for side in SIDES[:: -1 if number % 2 else 1]:
                some = turns.clicked(browser, loaded[side], journeys, states[side])
                for count, times in some.items():
                    found[side].setdefault(count, []).extend(times)
    for count in turns.COUNTS:
        for what, of in (("median", statistics.median), ("95%", turns.late)):
            old, new = (round(of(found[side][count]), 1) for side in SIDES)
            yield f"click to page, {count} cases, {what}, ms", old, new


def _states(root: Path) -> dict[int, object]:
    """Return the states of people with many cases, as a tree's own guide makes them."""
    path = os.pathsep.join(map(str, (root, root / "py", root / "tests" / "bench")))
    run = [sys.executable, "-c", STATES.format(counts=turns.COUNTS)]
    said = subprocess.run(
        run, cwd=root, env=os.environ | {"PYTHONPATH": path}, capture_output=True, check=True
    )
    return {int(count): state for count, state in json.loads(said.stdout).items()}


def _files(root: Path, name: str) -> Iterator[Path]:
    return (path for path in (root / "dist" / name).rglob("*") if path.is_file())


def table(name: str, some: list[Row]) -> Iterator[str]:
    """Yield the lines of a browser's table."""
    yield f"| {name} | old | new | new / old |"
    yield "|---|---|---|---|"
    for what, old, new in some:
        cells = (opening.shown(old, 1), opening.shown(new, 1))
        yield f"| {what} | {' | '.join(cells)} | {opening.shown(opening.ratio(new, old), 2)} |"


if __name__ == "__main__":
    sys.exit(main())
