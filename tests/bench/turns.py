"""How long a turn of the guide takes in the popup, after the first.

    uv run python tests/bench/turns.py [--rounds 3] [--cases 50] [--json FILE]

The journeys of tests/fixtures/turns are taken through the engine in the popup's page; the numbers
are milliseconds from the request's text to the response's text. With --cases, so many requests
were saved before. The events are told by their medians, slowest first.
"""

import argparse
import json
import statistics
import sys
from pathlib import Path

from rich.console import Console

import browsers
import built
from harness.browser import Browser

type Times = list[tuple[str, float]]

ROOT = browsers.ROOT
GOAL = 30
# Runs in the popup's page, on an engine of its own.
SCRIPT = """
const [journeys, rounds, saved, done] = arguments;
(async () => {
  const { startEngine } = await import(new URL("engine.js", location.href));
  const engine = await startEngine({ base: new URL("./", location.href).href });
  const times = [];
  for (let round = 0; round < rounds; round++) for (const journey of journeys) {
    let state = saved;
    for (const request of journey) {
      const text = JSON.stringify({ ...request, state });
      const began = performance.now();
      const answer = await engine.turn(text);
      times.push([request.event.type, performance.now() - began]);
      state = JSON.parse(answer).state;
    }
  }
  return times.slice(1);
})().then((times) => done({ times }), (error) => done({ error: String(error) }));
"""


def main() -> int:
    """Measure, print and tell whether the goal is met."""
    made = argparse.ArgumentParser(description="Measure turns in the popup.")
    made.add_argument("--rounds", type=int, default=3, help="how often each journey is taken")
    made.add_argument("--cases", type=int, default=0, help="requests saved before")
    made.add_argument("--json", type=Path, help="write all figures there")
    options = made.parse_args()
    built.build(ROOT, "--target", "chromium")
    with browsers.started("chromium") as browser:
        root = browser.load(ROOT / "dist" / "chromium")
        times = measure(browser, root, options.rounds, saved(options.cases))
    plain = [time for _, time in times]
    found = {"turns": len(times), "median": statistics.median(plain), "95%": late(plain)}
    Console().print({name: round(value, 1) for name, value in found.items()}, f"goal: {GOAL} ms")
    Console().print(by_event(times))
    if options.json:
        options.json.write_text(json.dumps(found | {"all": times}, indent=1), encoding="utf-8")
    return 0 if found["95%"] <= GOAL else 1


def saved(count: int) -> object:
    """Return the state of a person with so many requests, all sent."""
    sys.path.insert(0, str(ROOT / "py"))
    from guide import door  # noqa: PLC0415  # From this tree.

    state: object = None
    for _ in range(count):
        for event in REQUEST:
            request = door.first_request("he") | {"state": state, "event": event}
            state = json.loads(door.turn(json.dumps(request)))["state"]
    return state


STORY = "חייבו אותי פעמיים על ChatGPT Plus, ב-3 וב-4 בנובמבר, ואף אחד לא עונה לי כבר שבוע. "
ANSWERED = ("goal", "happened", "error_text", "steps", "when")
TYPED: tuple[dict[str, object], ...] = tuple(
    {"type": "typed", "field": field, "value": STORY * 2} for field in ANSWERED
)
REQUEST: tuple[dict[str, object], ...] = (
    {"type": "new_case"},
    {"type": "typed", "field": "story", "value": STORY * 3},
    {"type": "pick_category", "category": "technical_error"},
    *TYPED,
    {"type": "sent"},
)


def journeys() -> list[list[dict[str, object]]]:
    """Return the requests of every fixture, filled up to whole ones, without their states."""
    sys.path.insert(0, str(ROOT / "py"))
    from guide import door  # noqa: PLC0415  # From this tree.

    return [
        [door.first_request("en") | json.loads(line) for line in path.open(encoding="utf-8")]
        for path in sorted((ROOT / "tests" / "fixtures" / "turns").glob("*.jsonl"))
    ]


def by_event(times: Times) -> dict[str, float]:
    """Return the median of each kind of event, slowest first."""
    kinds = {kind: [time for other, time in times if other == kind] for kind, _ in times}
    medians = {kind: round(statistics.median(own), 1) for kind, own in kinds.items()}
    return dict(sorted(medians.items(), key=lambda item: -item[1]))


def measure(browser: Browser, root: str, rounds: int, state: object) -> Times:
    """Return the milliseconds of every turn after the first, in the extension at `root`."""
    with browsers.tab(browser, f"{root}popup.html") as page:
        said = page.execute_async_script(SCRIPT, journeys(), rounds, state)
    if "error" in said:
        raise RuntimeError(said["error"])
    return [(str(kind), float(time)) for kind, time in said["times"]]


def late(times: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
