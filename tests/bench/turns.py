"""How long a turn takes in the popup, after the first: in Python, and from the click to the screen.

    uv run python -m tests.bench.turns [--browser NAME] [--rounds 4] [--json FILE]

The journeys of tests/fixtures/turns are taken in the popup's page with 0, 50 and 200 cases saved
before, in turn, so the machine's noise hits all alike. Milliseconds are counted

    python   from the request's text to the response's text
    dom      from a click to the morphed page: storage read, Python, stored, painted
    frame    from that click to the end of the next frame, which also waits for the screen

The first turn of each journey is not counted: then the person opens the popup, and Python sees
their cases for the first time. Nothing else is left out: no round is there to warm up. Events that
open a tab are left out of the clicks. Ends with 0 only if the goals, which are Python's, are met.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.table import Table

from tests.bench import browsers, built, saved_cases, variants
from tests.bench.browsers import ROOT
from tests.bench.goals import CONSOLE, Goal, show, titled
from tests.harness.browser import Browser

type Json = dict[str, Any]
type Journeys = list[list[Json]]
type Times = list[tuple[str, float]]
type Taken = Mapping[str, Mapping[int, Times]]  # By what is counted, and by saved cases.

GOALS = {50: 16, 200: 40}
COUNTS = (0, 50, 200)
ROUNDS = 4
# How often each journey is clicked through: each click waits for two frames.
CLICKED = 1
SHOWN = 6  # Of the slowest events.
# Runs in the popup's page, on an engine of its own.
IN_PYTHON = """
const [journeys, rounds, states, done] = arguments;
(async () => {
  const { startEngine } = await import(new URL("engine.js", location.href));
  const engine = await startEngine({ base: new URL("./", location.href).href });
  const times = [];
  for (let round = 0; round < rounds; round++)
    for (const [count, saved] of states) for (const journey of journeys) {
      let state = saved;
      for (const [place, request] of journey.entries()) {
        const text = JSON.stringify({ ...request, state });
        const began = performance.now();
        const answer = await engine.turn(text);
        if (place) times.push(["python", count, request.event.type, performance.now() - began]);
        state = JSON.parse(answer).state;
      }
    }
  return times;
})().then((times) => done({ times }), (error) => done({ error: String(error) }));
"""
# Any element with an event can be clicked, so one button makes all journeys through the shell. The
# shell's mark is heard by taking its place: an observer would be told too late for the next frame.
CLICKS = """
const [journeys, rounds, states, done] = arguments;
(async () => {
  const at = (name) => new URL(name, location.href);
  const { pack } = await import(at("packed-state.js"));
  const { STATE } = await import(at("storage-keys.js"));
  const button = document.body.appendChild(document.createElement("button"));
  const mark = performance.mark.bind(performance);
  let painted;
  performance.mark = (name, ...rest) => {
    const entry = mark(name, ...rest);
    if (name === "turn-painted") painted?.(performance.now());
    return entry;
  };
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  // The lock keeps the popup's own turns away, and the popup then looks at what is stored now.
  async function store(state) {
    const seen = new Promise((resolve) => { painted = resolve; });
    // As one text, which every version reads; it is kept apart from the first change on.
    await navigator.locks.request(STATE, () => chrome.storage.local.set({ [STATE]: pack(state) }));
    await Promise.race([seen, pause(1000)]);
    await pause(20);
  }
  const times = [];
  async function click(event) {
    button.dataset.event = JSON.stringify(event);
    const shown = new Promise((resolve) => { painted = resolve; });
    const began = performance.now();
    button.click();
    const dom = (await shown) - began;
    await frame();
    const whole = performance.now() - began;
    await pause(20);  // What the turn leaves to be done belongs to no other.
    return { dom, frame: whole };
  }
  for (let round = 0; round < rounds; round++)
    for (const [count, state] of states) for (const journey of journeys) {
      await store(state);
      for (const [place, { event }] of journey.entries()) {
        if (event.type === "open") continue;
        const taken = await click(event);
        if (place) for (const name in taken) times.push([name, count, event.type, taken[name]]);
      }
    }
  return times;
})().then((times) => done({ times }), (error) => done({ error: String(error) }));
"""


def main() -> int:
    """Measure, print and tell whether the goals are met."""
    options = _parser().parse_args()
    built.build(ROOT)
    states = {count: saved_cases.state(count) for count in COUNTS}
    found = {name: report(name, states, options) for name in options.browser or browsers.NAMES}
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    for told in found.values():
        told.pop("times")
    CONSOLE.print_json(json.dumps(found))
    return 0 if all(goal["met"] for told in found.values() for goal in told["goals"]) else 1


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("--browser", action="append", choices=browsers.NAMES, help="default: both")
    made.add_argument("--rounds", type=int, default=ROUNDS, help="how often a journey is taken")
    made.add_argument("--json", type=Path, help="write all figures there")
    return made


def report(name: str, states: Mapping[int, object], options: argparse.Namespace) -> Json:
    """Measure one browser, print its tables and return all of it."""
    with tempfile.TemporaryDirectory() as folder, browsers.started(name) as browser:
        root = browser.load(variants.copied(ROOT, name, Path(folder) / name))
        taken = {
            **_taken(browser, root, IN_PYTHON, options.rounds, states),
            **_taken(browser, root, CLICKS, CLICKED, states),
        }
    reached = list(goals(taken["python"]))
    CONSOLE.print(table(name, taken))
    show(reached)
    return {
        "goals": [goal.told() for goal in reached],
        "figures": [
            {"what": what, "cases": count, **figures(times)}
            for what, by_count in taken.items()
            for count, times in by_count.items()
        ],
        "times": taken,
    }


def _taken(
    browser: Browser, root: str, script: str, rounds: int, states: Mapping[int, object]
) -> dict[str, dict[int, Times]]:
    return _run(browser, root, script, (journeys(), rounds, list(states.items())))


def _run(
    browser: Browser, root: str, script: str, given: tuple[object, ...]
) -> dict[str, dict[int, Times]]:
    with browsers.tab(browser, f"{root}popup.html") as page:
        said = page.execute_async_script(script, *given)
    if "error" in said:
        raise RuntimeError(said["error"])
    found: dict[str, dict[int, Times]] = {}
    for what, count, kind, time in said["times"]:
        found.setdefault(what, {}).setdefault(count, []).append((kind, float(time)))
    return found


def measure(browser: Browser, root: str, rounds: int, state: object) -> Times:
    """Return Python's milliseconds for every turn after the first, in the extension at `root`."""
    return _taken(browser, root, IN_PYTHON, rounds, {0: state})["python"][0]


def clicked(
    browser: Browser, root: str, some: Journeys, states: Mapping[int, object]
) -> Mapping[int, list[float]]:
    """Return the milliseconds from each click of the journeys to its page, by saved cases."""
    taken = _run(browser, root, CLICKS, (some, CLICKED, list(states.items())))["dom"]
    return {count: [time for _, time in times] for count, times in taken.items()}


def saved(count: int) -> object:
    """Return the state of a person with so many cases."""
    return saved_cases.state(count)


def journeys() -> Journeys:
    """Return the requests of every fixture, filled up to whole ones, without their states."""
    filler = saved_cases.request("en")
    return [[filler | request for request in journey] for journey in recorded(ROOT)]


def recorded(root: Path) -> Journeys:
    """Return the fixtures of the tree at `root` as they stand there."""
    paths = sorted((root / "tests" / "fixtures" / "turns").glob("*.jsonl"))
    return [[json.loads(line) for line in path.open(encoding="utf-8")] for path in paths]


def goals(of: Mapping[int, Times]) -> Iterator[Goal]:
    """Yield every goal."""
    for count, bound in GOALS.items():
        seen = late(time for _, time in of[count])
        yield Goal(f"turn in Python, 95%, {count} cases", round(seen, 2), bound, unit=" ms")


def late(times: Iterable[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(list(times), n=20)[-1]


def figures(times: Times) -> dict[str, float]:
    """Return how many turns there were, their median and their 95th percentile."""
    plain = [time for _, time in times]
    middle, slow = statistics.median(plain), late(plain)
    return {"turns": len(plain), "median": round(middle, 2), "95%": round(slow, 2)}


def table(name: str, taken: Taken) -> Table:
    """Return the table: what is counted by saved cases, with the slowest events."""
    columns = ("counted", "cases", "turns", "median", "95%", "slowest events, medians")
    made = titled(f"Turns after the first in {name}, ms", *columns)
    for what, by_count in taken.items():
        for count, times in by_count.items():
            seen = figures(times)
            made.add_row(
                what,
                str(count),
                str(seen["turns"]),
                f"{seen['median']:.1f}",
                f"{seen['95%']:.1f}",
                ", ".join(f"{kind} {time:.1f}" for kind, time in by_event(times)[:SHOWN]),
            )
    return made


def by_event(times: Times) -> list[tuple[str, float]]:
    """Return the median of each kind of event, slowest first."""
    kinds = {kind: [time for other, time in times if other == kind] for kind, _ in times}
    medians = {kind: statistics.median(own) for kind, own in kinds.items()}
    return sorted(medians.items(), key=lambda item: -item[1])


if __name__ == "__main__":
    sys.exit(main())
