"""How fast the popup opens: ours, stock Pyodide's, plain JavaScript's and plain HTML's.

    uv run python tests/bench/opening.py [--openings 10] [--json FILE]

All variants are loaded into one Chromium and opened in turn, each time as a new page; the numbers
are milliseconds from the navigation to the first paint, and to the first view that Python (or the
script) made: `performance.mark("python-view")`. Medians; the machine's noise hits all alike.
"""

import argparse
import hashlib
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

import variants

ROOT = variants.ROOT
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from harness import finding  # noqa: E402  # Shared with the browser tests.

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Branded Chrome refuses --load-extension without it.
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
)
LONGEST = 60
GOAL = 5
PAINTED = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
VIEWED = "return performance.getEntriesByName('python-view')[0]?.startTime ?? null"
PIECES = ("paint", "view")

type Times = Mapping[str, Mapping[str, Sequence[float]]]


def main() -> int:
    """Measure, print and tell whether the goal is met."""
    options = _parser().parse_args()
    subprocess.run([sys.executable, "build.py", "--target", "chromium"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory() as folder:
        places = variants.make(Path(folder))
        with started(places, Path(folder) / "profile") as driver:
            times = measure(driver, places, options.openings)
    found = medians(times)
    ratio = found["stock"]["view"] / found["ours"]["view"]
    show(found, ratio)
    if options.json:
        whole = {"openings": options.openings, "medians": found, "stock/ours": ratio, "all": times}
        options.json.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    return 0 if ratio >= GOAL else 1


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    made.add_argument("--openings", type=int, default=10, help="openings of each variant")
    made.add_argument("--json", type=Path, help="write all figures there")
    return made


@contextmanager
def started(places: Mapping[str, Path], profile: Path) -> Iterator[webdriver.Chrome]:
    """Run a Chromium with every variant loaded and a fresh profile."""
    found = finding.find("chromium")
    options = webdriver.ChromeOptions()
    options.binary_location = str(found.binary)
    load = ",".join(map(str, places.values()))
    for flag in (*FLAGS, f"--user-data-dir={profile}", f"--load-extension={load}", "--lang=he"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options, Service(str(found.driver)))
    try:
        yield driver
    finally:
        driver.quit()


def extension_id(place: Path) -> str:
    """Return the id Chromium gives an unpacked extension: its path's hash in the letters a to p."""
    digest = hashlib.sha256(str(place).encode()).hexdigest()[:32]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def measure(
    driver: webdriver.Chrome, places: Mapping[str, Path], openings: int
) -> dict[str, dict[str, list[float]]]:
    """Open every variant in turn, `openings` times; the first opening of each is not counted."""
    times: dict[str, dict[str, list[float]]] = {n: {p: [] for p in PIECES} for n in places}
    for number in track(range(openings + 1), "Opening", console=Console(stderr=True)):
        for name, place in places.items():
            found = open_once(driver, place, views=name != "static")
            if number:  # The first fills the browser's caches, as an installed extension's are.
                for piece, value in found.items():
                    times[name][piece].append(value)
    return times


def open_once(driver: webdriver.Chrome, place: Path, *, views: bool) -> dict[str, float]:
    """Open a popup in a new tab, return its times and close it."""
    home = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(f"chrome-extension://{extension_id(place)}/popup.html")
    wait = WebDriverWait(driver, LONGEST, poll_frequency=0.05)
    found = {"paint": float(wait.until(lambda d: d.execute_script(PAINTED)))}
    if views:
        found["view"] = float(wait.until(lambda d: d.execute_script(VIEWED)))
    driver.close()
    driver.switch_to.window(home)
    return found


def medians(times: Times) -> dict[str, dict[str, float]]:
    """Return the median of each figure of each variant, in milliseconds."""
    return {
        name: {piece: round(statistics.median(all_), 1) for piece, all_ in found.items() if all_}
        for name, found in times.items()
    }


def show(found: Mapping[str, Mapping[str, float]], ratio: float) -> None:
    """Print the medians as a table."""
    table = Table(title="Opening, medians in ms", title_justify="left")
    for column in ("variant", "first paint", "view"):
        table.add_column(column, justify="right" if column != "variant" else "left")
    for name, figures in found.items():
        table.add_row(name, *(f"{figures[p]:.0f}" if p in figures else "" for p in PIECES))
    console = Console()
    console.print(table)
    console.print(f"stock / ours: {ratio:.1f} (goal: at least {GOAL})")


if __name__ == "__main__":
    sys.exit(main())
