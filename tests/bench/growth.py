"""How the extension grows with its content and with its cases.

    uv run python -m tests.bench.growth [--openings 15] [--rounds 2] [--json FILE]

The sources are copied twice; one copy gets ten times the content (grown.py). Both are built, and
loaded into one Chromium together with today's extension of a person who has 200 cases. All are
opened in turn, cold, so the machine's noise hits all alike. Ends with 0 only if all goals are met.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.table import Table

from tests.bench import browsers, built, grown, opening, turns, variants
from tests.bench.goals import CONSOLE, Goal, show, titled
from tests.build import trees  # Copies of the sources.
from tests.harness.browser import Browser

BROWSER = "chromium"
CASES = 200
KINDS = ("today", "grown", "cases")
# Runs in a page of the extension; the popup takes the cases apart with its first change.
KEEP = """
const [state, done] = arguments;
(async () => {
  const at = (name) => import(new URL(name, location.href));
  const [{ pack }, { STATE }] = await Promise.all([at("packed-state.js"), at("storage-keys.js")]);
  await chrome.storage.local.set({ [STATE]: pack(state) });
})().then(done, (error) => done(String(error)));
"""


@dataclass(frozen=True)
class Seen:
    """What one kind costs: milliseconds of opening and turns, MB of zip, seconds of builds.

    What a kind shares with today's extension is None.
    """

    view: float | None
    turn: float
    zip: float | None = None
    clean: float | None = None
    content: float | None = None
    unchanged: float | None = None


def main() -> int:
    """Measure, print, and tell whether every goal is met."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as name:
        seen, times = measure(Path(name), options)
    reached = list(goals(seen))
    CONSOLE.print(table(seen))
    show(reached)
    if options.json:
        whole = {
            "seen": {kind: asdict(one) for kind, one in seen.items()},
            "times": times,
            "goals": [goal.told() for goal in reached],
        }
        options.json.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    return 0 if all(goal.met for goal in reached) else 1


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("--openings", type=int, default=opening.COUNTED, help="counted, of each")
    made.add_argument("--rounds", type=int, default=2, help="how often each journey is taken")
    made.add_argument("--json", type=Path, help="write all figures there")
    return made


def measure(folder: Path, options: argparse.Namespace) -> tuple[Mapping[str, Seen], object]:
    """Return what each kind costs, and every single time."""
    roots = {kind: trees.copy(folder / kind).root for kind in ("today", "grown")}
    grown.grow(roots["grown"])
    ratio = grown.size(roots["grown"]) / grown.size(roots["today"])
    CONSOLE.print(f"The grown content has {ratio:.1f} times the bytes of today's.")
    builds = {kind: built_thrice(root) for kind, root in roots.items()}
    state = turns.saved(CASES)
    with browsers.started(BROWSER) as browser:
        homes = {
            kind: _home(browser, roots.get(kind, roots["today"]), folder, kind) for kind in KINDS
        }
        _keep(browser, homes["cases"], state)
        openings = opening.interleaved(browser, homes, options.openings)
        states = {kind: state if kind == "cases" else None for kind in KINDS}
        taken = {
            kind: [time for _, time in turns.measure(browser, homes[kind], options.rounds, own)]
            for kind, own in states.items()
        }
    views = {kind: opening.medians(some)["view"] for kind, some in openings.items()}
    seen = {
        kind: Seen(views[kind], turns.late(taken[kind]), **builds.get(kind, {})) for kind in KINDS
    }
    times = {kind: [asdict(one) for one in some] for kind, some in openings.items()}
    return seen, {"openings": times, "turns": taken}


def built_thrice(root: Path) -> dict[str, float]:
    """Build a fresh copy of the sources; return seconds, and the size of the zip in MB.

    Nothing is downloaded: the npm packages are in the copy, the Python ones are installed.
    """
    clean = built.build(root)
    unchanged = built.build(root)
    words = root / "py" / "guide" / "content" / "text" / "en" / "screens.toml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("The guide", "This guide"), encoding="utf-8")
    content = built.build(root)
    built.build(root, "--zip")
    size = built.zip_megabytes(root, BROWSER)
    return {"clean": clean, "unchanged": unchanged, "content": content, "zip": size}


def _home(browser: Browser, root: Path, folder: Path, kind: str) -> str:
    """Load what a tree has built, told to start cold; return the address of its root."""
    place = variants.copied(root, BROWSER, folder / f"{kind}-extension")
    return variants.load(browser, "cold", place)


def _keep(browser: Browser, home: str, state: object) -> None:
    with browsers.tab(browser, f"{home}{variants.EMPTY}") as page:
        if trouble := page.execute_async_script(KEEP, state):
            raise RuntimeError(trouble)


def goals(seen: Mapping[str, Seen]) -> Iterator[Goal]:
    """Yield every goal."""
    today, more = seen["today"], seen["grown"]
    yield Goal("cold opening: 10x content / today", opening.ratio(more.view, today.view), 1.15)
    yield Goal(f"turn with {CASES} cases, 95%", seen["cases"].turn, 40, unit=" ms")
    yield Goal("zip today", today.zip, opening.ZIP, unit=" MB")
    yield Goal("build without a change", today.unchanged, 1.5, unit=" s")
    yield Goal("build with one content file changed", today.content, 12, unit=" s")
    yield Goal("clean build without downloads", today.clean, 90, unit=" s")


ROWS = (
    ("cold opening, view, ms", "view", 0),
    ("turn, 95%, ms", "turn", 1),
    ("zip, MB", "zip", 2),
    ("build: clean, s", "clean", 1),
    ("build: one content file changed, s", "content", 1),
    ("build: no change, s", "unchanged", 1),
)


def table(seen: Mapping[str, Seen]) -> Table:
    """Return the table: today, and how often today's figure each other kind has."""
    made = titled(f"Growth, in {BROWSER}", "figure")
    for column in ("today", "10x content", "ratio", f"{CASES} cases", "ratio"):
        made.add_column(column, justify="right")
    for words, key, digits in ROWS:
        today, *others = (getattr(seen[kind], key) for kind in KINDS)
        cells = [opening.shown(today, digits)]
        for other in others:
            cells += [opening.shown(other, digits), opening.shown(opening.ratio(other, today), 2)]
        made.add_row(words, *cells)
    return made


if __name__ == "__main__":
    sys.exit(main())
