"""The shell's scripts: each that a page, a worker or the browser names, joined with its modules.

A browser looks for each file of an extension by itself, a few milliseconds each, and learns of a
module's imports only when it has read it: the popup's sixteen modules took longer to find than
its first turn. Nothing is made smaller or renamed without need, so that what ships can be read.
"""

import shutil
from pathlib import Path

from packager import programs

HERE = Path(__file__).parent
# Runs while the page is read, and imports nothing beforehand.
CLASSIC = "first-paint.js"
ENTRIES = (
    "popup.js",
    "about.js",  # Of the pages beside the popup alone.
    "stock.js",
    "engine.js",  # Of whoever starts Python: popup and host.
    "host.js",
    "offscreen.js",
    "service-worker.js",
    "event-page.js",
)


def make(extension: Path, made: Path, folder: Path) -> None:
    """Put all scripts into `folder`; `made` has the modules the build makes. Raises BuildError."""
    programs.node([HERE / "bundle.mjs", extension, made, folder, *ENTRIES])
    shutil.copyfile(extension / CLASSIC, folder / CLASSIC)
