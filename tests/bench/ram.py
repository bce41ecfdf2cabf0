"""How much RAM a browser's extensions take, told by the processes they run in.

Chromium runs every extension in renderers of its own, started with --extension-process; Firefox
runs all in the one process that calls itself WebExtensions. So a browser with one variant in it,
and the same without, tell what the variant takes. RSS counts pages shared with other processes,
too; they are alike in all variants, and fall out of a difference.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench import browsers, variants
from tests.bench.built import MEGABYTE
from tests.harness.browser import Browser

STEP = 1.5  # Seconds between two looks,
STEADY = 2  # MB by which they may differ once all has come to rest,
LONGEST = 30  # and seconds in which it does.


@dataclass(frozen=True)
class Taken:
    """MB of the extension's processes, before any popup and with one open; of the wasm heaps in it.

    Before any popup only what lives in the background is there. `engine` is where the popup says
    that Python runs.
    """

    before: float
    open: float
    heap: float
    engine: str


def measure(name: str, places: Mapping[str, Path]) -> dict[str, Taken]:
    """Return what each variant takes, each in a browser of its own."""
    return {variant: _taken(name, variant, place) for variant, place in places.items()}


def resting(name: str, place: Path) -> tuple[float, float]:
    """Return the MB of one build before any popup, in a browser of its own.

    First without Python in the background, then with it.
    """
    with browsers.started(name) as browser:
        root = variants.load(browser, place.name, place)
        cold = at_rest(browser)
        variants.warm(browser, root)
        return cold, at_rest(browser)


def _taken(name: str, variant: str, place: Path) -> Taken:
    with browsers.started(name) as browser:
        root = variants.load(browser, variant, place)
        before = at_rest(browser)
        with browsers.tab(browser, f"{root}popup.html") as page:
            found = page.execute_script(
                browsers.GAUGE, variant != "static", browsers.LONGEST, browsers.SETTLING
            )
            return Taken(before, at_rest(browser), found["heap"] / MEGABYTE, found["engine"])


def at_rest(browser: Browser) -> float:
    """Return the MB once they stay the same: a start takes more than it keeps."""
    end, last = time.monotonic() + LONGEST, -1.0
    while abs(last - (now := megabytes(browser))) > STEADY and time.monotonic() < end:
        last = now
        time.sleep(STEP)
    return now


def megabytes(browser: Browser) -> float:
    """Return the RSS of all processes of extensions."""
    below = psutil.Process(browser.process).children(recursive=True)
    return sum(map(_resident, below)) / MEGABYTE


def _resident(process: psutil.Process) -> int:
    """Return the bytes of a process that runs extensions, 0 for any other, or one just ended."""
    try:
        ours = "--extension-process" in process.cmdline() or process.name() == "WebExtensions"
        return process.memory_info().rss if ours else 0
    except psutil.NoSuchProcess:
        return 0
