"""How fast the popup opens: static HTML, plain JavaScript, ours warm and cold, stock Pyodide.

    uv run python -m tests.bench.opening [--browser NAME] [--openings 15] [--json FILE]

In each browser all variants are loaded at once and opened in rounds, each in its own order and
each time as a new page, so the machine's noise and what an opening leaves behind hit all alike; the
first opening of each is not counted. Times are milliseconds
from the navigation to the first contentful paint, and to the first view that Python (or the
script) made. In every third round each is opened once more with a heart beating in it, for the
longest block of the main thread. Memory is measured apart, each variant alone in a browser.
Ends with 0 only if every goal is met.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.bench import browsers, built, ram, variants
from tests.bench.browsers import Opened, opened
from tests.bench.goals import CONSOLE, Goal, show, titled
from tests.harness.browser import Browser

COUNTED = 15
REST = 0.7  # Seconds before each opening.
BEATS = 3  # Every so many rounds hearts beat, which slow down what they listen to.
WARM_VIEW = {"chromium": 1.5, "firefox": 2.0}
STOCK_VIEW = {"chromium": 8, "firefox": 5}
ZIP = 9.95
NO_HOST = "no host: the popup started its own Python"

type Openings = Mapping[str, list[Opened]]
type Figures = Mapping[str, float | None]


def main() -> int:
    """Measure, print, and tell whether every goal is met."""
    options = _parser().parse_args()
    built.build(browsers.ROOT, "--zip")
    found = {name: report(name, options) for name in options.browser or browsers.NAMES}
    if options.json:
        options.json.write_text(json.dumps(found, indent=1, default=asdict), encoding="utf-8")
    return 0 if all(goal["met"] for told in found.values() for goal in told["goals"]) else 1


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("--browser", action="append", choices=browsers.NAMES, help="default: both")
    made.add_argument("--openings", type=int, default=COUNTED, help="counted openings of each")
    made.add_argument("--ram", action=argparse.BooleanOptionalAction, default=True)
    made.add_argument("--json", type=Path, help="write all figures there")
    return made


def report(name: str, options: argparse.Namespace) -> dict[str, list[dict[str, object]]]:
    """Measure one browser, print its tables and return all of it."""
    with tempfile.TemporaryDirectory() as folder:
        places = variants.make(name, Path(folder))
        openings = measure(name, places, options.openings)
        taken = ram.measure(name, places) if options.ram else {}
    figures = {variant: medians(some) for variant, some in openings.items()}
    reached = list(goals(name, figures, openings))
    CONSOLE.print(table(name, figures, taken, options.openings))
    if taken:
        CONSOLE.print(host_ram(taken))
    show(reached)
    return {
        "goals": [goal.told() for goal in reached],
        "medians": [{"variant": variant, **some} for variant, some in figures.items()],
        "ram": [{"variant": variant, **asdict(one)} for variant, one in taken.items()],
        "openings": [{"variant": v, **asdict(one)} for v, some in openings.items() for one in some],
    }


def measure(name: str, places: Mapping[str, Path], count: int) -> Openings:
    """Return `count` counted openings of every variant, and further ones with a beating heart."""
    with browsers.started(name) as browser:
        roots = {variant: variants.load(browser, variant, p) for variant, p in places.items()}
        return interleaved(browser, roots, count)


def interleaved(browser: Browser, roots: Mapping[str, str], count: int) -> Openings:
    """Open all in turn; the first round fills the caches, as an installed extension's are.

    Each round has another order, the same in every run, and each opening a rest before it: else one
    would always come when the browser sweeps up after the heaviest, and Firefox has all extensions
    in one process.
    """
    order, dice = list(roots), random.Random(1)  # noqa: S311  # Nothing to guess here.
    found: dict[str, list[Opened]] = {variant: [] for variant in roots}
    for number in track(
        range(count + 1), f"Opening in {browser.name}", console=Console(stderr=True)
    ):
        dice.shuffle(order)
        for variant in order:
            views = variant != "static"
            for beat in (False, True) if views and number % BEATS == 1 else (False,):
                time.sleep(REST)
                one = opened(browser, roots[variant], views=views, beat=beat)
                found[variant] += [one] if number else []
    return found


def medians(some: Iterable[Opened]) -> dict[str, float | None]:
    """Return the medians of one variant; times without hearts, blocks with them."""
    every = list(some)
    calm = [one for one in every if one.block is None]
    return {
        "paint": median(one.paint for one in calm),
        "view": median(one.view for one in calm),
        "block": median(one.block for one in every),
        "task": median(one.task for one in calm),
        "shift": median(one.shift for one in calm),
        "heap": median(one.heap / built.MEGABYTE for one in calm),
    }


def median(values: Iterable[float | None]) -> float | None:
    """Return the median of what could be measured, None if nothing could."""
    known = [value for value in values if value is not None]
    return round(statistics.median(known), 3) if known else None


def goals(name: str, of: Mapping[str, Figures], openings: Openings) -> Iterator[Goal]:
    """Yield the goals of one browser."""
    living = all(one.engine == variants.HOST for one in openings["warm"])
    warm = ratio(of["warm"]["view"], of["plain-js"]["view"])
    for ours in ("warm", "cold"):
        paint = ratio(of[ours]["paint"], of["static"]["paint"])
        yield Goal(f"first paint: {ours} / static", paint, 1.2)
    why = "" if living else NO_HOST
    yield Goal("view: warm / plain-js", warm if living else None, WARM_VIEW[name], why=why)
    stock = ratio(of["stock"]["view"], of["cold"]["view"])
    yield Goal("view: stock / cold", stock, STOCK_VIEW[name], at_most=False)
    yield Goal("longest block of a cold start", of["cold"]["block"], 50, unit=" ms")
    if of["cold"]["shift"] is not None:
        shift = max(one.shift or 0 for one in openings["cold"] + openings["warm"])
        yield Goal("layout shift, the worst of all", shift, 0)
    yield Goal("zip", built.zip_megabytes(browsers.ROOT, name), ZIP, unit=" MB")


def host_ram(taken: Mapping[str, ram.Taken]) -> str:
    """Return what the living host takes, as a sentence."""
    if taken["warm"].engine != variants.HOST:
        return f"Memory of the warm host: {NO_HOST}."
    extra = taken["warm"].before - taken["cold"].before
    return f"Memory of the warm host, before any popup: {extra:.0f} MB more than without it."


def ratio(one: float | None, other: float | None) -> float | None:
    """Return how often the other goes into one, None if either is not known."""
    return one / other if one is not None and other else None


# Title, where the figure is from, its name there, and its digits.
COLUMNS = (
    ("first paint", "figures", "paint", 0),
    ("view", "figures", "view", 0),
    ("longest block", "figures", "block", 0),
    ("long task", "figures", "task", 0),
    ("layout shift", "figures", "shift", 3),
    ("wasm heap MB", "figures", "heap", 1),
    ("RSS MB before", "taken", "before", 0),
    ("RSS MB open", "taken", "open", 0),
)


def table(
    name: str, of: Mapping[str, Figures], taken: Mapping[str, ram.Taken], count: int
) -> Table:
    """Return the table of one browser."""
    title = f"Opening in {name}: medians of {count}, interleaved; times in ms"
    made = titled(title, "variant", caption=CAPTION)
    for column, *_ in COLUMNS:
        made.add_column(column, justify="right")
    for variant, figures in of.items():
        rows = {"figures": figures, "taken": asdict(taken[variant]) if taken else {}}
        cells = (shown(rows[where].get(key), digits) for _, where, key, digits in COLUMNS)
        made.add_row(variant, *cells)
    return made


CAPTION = (
    "longest block: longest pause of a heart of messages before the view, where hearts beat; "
    "long task: the browser's own entries of 50 ms and more, 0 for none; "
    "RSS: all processes of extensions, before and while the popup is open, alone in a browser."
)


def shown(value: float | None, digits: int) -> str:
    """Return a figure for the table."""
    return "–" if value is None else f"{value:.{digits}f}"


if __name__ == "__main__":
    sys.exit(main())
