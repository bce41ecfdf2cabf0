"""The icon in the sizes that browsers show, drawn from one SVG."""

from pathlib import Path

import resvg_py

from packager.shell_part.manifest import ICON_SIZES


def make(source: Path, folder: Path) -> None:
    """Draw the SVG `source` as PNG files named by their size in pixels."""
    drawing = source.read_text(encoding="utf-8")
    for size in ICON_SIZES:
        png = resvg_py.svg_to_bytes(svg_string=drawing, width=size, skip_system_fonts=True)
        (folder / f"{size}.png").write_bytes(bytes(png))
