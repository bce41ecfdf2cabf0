"""Two builds side by side: how fast their popups open, what they take, and the ratio.

    uv run python -m tests.bench.beside OLD NEW [--browser NAME] [--openings 15] [--json FILE]

OLD and NEW are trees with a dist in them. Both are loaded into one browser, warm (a help tab open,
Python in the background) and cold, and opened in rounds, each in its own order: what slows the
machine meanwhile slows both. Prints Markdown: medians, in milliseconds and megabytes.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import browsers, built, opening, ram, variants

SIDES = ("old", "new")
STATES = ("warm", "cold")

type Row = tuple[str, float | None, float | None]
"""What is measured, of the old build, of the new one."""


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    found = {name: list(rows(name, options)) for name in options.browser or browsers.NAMES}
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
            for state in STATES
        }
        openings = opening.measure(name, places, options.openings)
        taken = ram.measure(name, places) if options.ram else {}
    figures = {variant: opening.medians(some) for variant, some in openings.items()}
    for state in STATES:
        for key in ("paint", "view"):
            old, new = (figures[f"{side}-{state}"][key] for side in SIDES)
            yield f"{state}: {'first paint' if key == 'paint' else 'view'}, ms", old, new
    if taken:
        old, new = (taken[f"{side}-cold"].before for side in SIDES)
        yield "memory with nothing open and no host, MB", old, new
        old, new = (taken[f"{s}-warm"].before - taken[f"{s}-cold"].before for s in SIDES)
        yield "memory of the warm host, MB", old, new
    old, new = (sum(path.stat().st_size for path in _files(root, name)) for root in roots.values())
    yield "files, unpacked, MB", old / built.MEGABYTE, new / built.MEGABYTE


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
