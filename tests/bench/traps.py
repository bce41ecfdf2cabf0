"""How long a turn takes that needs code which was left out of what Python starts with.

    uv run python -m tests.bench.traps [--browser NAME] [--rounds 5] [--json FILE]

Of the built extension a copy is made whose first part lacks more than it should, so that picking a
category traps. In each round a popup is opened with an engine of its own, and the category is
picked. Milliseconds, medians: from the trap until all code runs on the same heap, and from the
click to the painted page. Ends with 0 only if the person waits at most half a second.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import browsers, built, variants
from tests.bench.goals import Goal, show
from tests.harness.left_out import PICKING, leave_out

ROUNDS = 5
BOUND = 500
PICK = """
const end = Promise.withResolvers();
const clicked = performance.now();
const last = (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
const look = () => {
  const all = ["engine-again", "engine-ready", "turn-painted"].map(last);
  const [trap, ready, painted] = all.map((at) => (at > clicked ? at : 0));
  if (trap && painted) end.resolve({ restart: ready - trap, click: painted - clicked });
  else setTimeout(look, 10);
};
document.querySelector("#pick-billing").click();
look();
return end.promise;
"""
FORGET = """
localStorage.clear();
return chrome.storage.local.clear().then(() => chrome.storage.local.set({"engine.keep": false}));
"""

type Waited = dict[str, float]


def main() -> int:
    """Measure, print, and tell whether the goal is met."""
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("--browser", action="append", choices=browsers.NAMES, help="default: both")
    made.add_argument("--rounds", type=int, default=ROUNDS)
    made.add_argument("--json", type=Path, help="write all figures there")
    options = made.parse_args()
    built.build(browsers.ROOT)
    names = options.browser or browsers.NAMES
    found = {name: [*_waited(name, options.rounds)] for name in names}
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    goals = [goal for name, some in found.items() for goal in _goals(name, some)]
    show(goals)
    return 0 if all(goal.met for goal in goals) else 1


def _waited(name: str, rounds: int) -> Iterator[Waited]:
    with tempfile.TemporaryDirectory() as folder, browsers.started(name) as browser:
        place = variants.copied(browsers.ROOT, name, Path(folder) / "traps-cold")
        leave_out(place, PICKING)
        root = variants.load(browser, place.name, place)
        for _ in range(rounds):
            with browsers.tab(browser, f"{root}popup.html") as page:
                page.execute_script(browsers.GAUGE, True, browsers.LONGEST, browsers.SETTLING)  # noqa: FBT003  # JavaScript's argument.
                yield page.execute_script(PICK)
                page.execute_script(FORGET)  # Or the next popup would open behind the category.


def _goals(name: str, some: list[Waited]) -> Iterator[Goal]:
    words = {"restart": "from the trap to all code", "click": "from the click to the page"}
    for key, what in words.items():
        seen = statistics.median(one[key] for one in some)
        yield Goal(f"{name}: {what}", seen, BOUND, unit=" ms")


if __name__ == "__main__":
    sys.exit(main())
