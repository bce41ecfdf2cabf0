"""The icon, bright and quiet, in the sizes that browsers show, each drawn from one SVG."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import resvg_py

from packager.shell_part.manifest import ICON_SIZES


def make(sources: Mapping[str, Path], folder: Path) -> None:
    """Draw each SVG as PNG files: `quiet-16.png` is source "quiet" at 16 pixels."""
    for (name, source), size in product(sources.items(), ICON_SIZES):
        drawing = source.read_text(encoding="utf-8")
        png = resvg_py.svg_to_bytes(svg_string=drawing, width=size, skip_system_fonts=True)
        (folder / f"{name}-{size}.png").write_bytes(bytes(png))
