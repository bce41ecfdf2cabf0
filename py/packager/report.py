"""What a build says: its progress, what it weighs, and how to load what it made."""

import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from rich.console import Console
from rich.status import Status
from rich.table import Table

MB = 1_000_000
LIMIT_MB = 9.95
HOW = {
    "chromium": (
        "Chromium, Chrome: chrome://extensions, Developer mode on, Load unpacked: {dist}/chromium\n"
        "Edge: edge://extensions, Developer mode on, Load unpacked: {dist}/chromium"
    ),
    "firefox": (
        "Firefox: about:debugging#/runtime/this-firefox, Load Temporary Add-on: "
        "{dist}/firefox/manifest.json"
    ),
}


class Progress:
    """One line a step: what runs now, and how long each took."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status: Status = console.status("")

    def working(self, words: str) -> None:
        """Say which step runs now."""
        self._status.update(f"{words} ...")
        self._status.start()

    def done(self, words: str, seconds: float, *, skipped: bool) -> None:
        """Say that a step has ended."""
        self._status.stop()
        mark, note = ("=", "as before") if skipped else ("+", f"{seconds:.1f} s")
        self._console.print(f" {mark} {words:<26} {note:>9}", style="dim" if skipped else "")

    def failed(self, words: str) -> None:
        """Say which step did not end well."""
        self._status.stop()
        self._console.print(f" ! {words}", style="bold red")

    def note(self, text: str) -> None:
        """Say what a person should know though the build goes on."""
        self._console.print(f"   {text}", style="yellow", markup=False, soft_wrap=True)


def sizes(console: Console, zips: Mapping[str, Path]) -> None:
    """Print what each extension's zip weighs, by part."""
    table = Table(title=f"Size in MB, zipped (at most {LIMIT_MB})", title_justify="left")
    table.add_column("part")
    parts = {target: weigh(path) for target, path in zips.items()}
    for target in parts:
        table.add_column(target, justify="right")
    for part in sorted({part for found in parts.values() for part in found}):
        table.add_row(part, *(f"{found[part] / MB:.2f}" for found in parts.values()))
    table.add_section()
    table.add_row("all", *(f"{path.stat().st_size / MB:.2f}" for path in zips.values()))
    console.print(table)


def weigh(path: Path) -> Counter[str]:
    """Return the packed bytes of a zip by part: each of the engine's files, and the shell."""
    weights: Counter[str] = Counter()
    with zipfile.ZipFile(path) as archive:
        for item in archive.infolist():
            part = item.filename if item.filename.startswith("engine/") else "shell"
            weights[part] += item.compress_size
    return weights


def how_to_load(console: Console, dist: Path, targets: Iterable[str]) -> None:
    """Print where each browser takes an unpacked extension."""
    for target in targets:
        console.print(HOW[target].format(dist=dist), soft_wrap=True)
