"""The shell's scripts: each that a page, a worker or the browser names, joined with its modules.

A browser looks for each file of an extension by itself, a few milliseconds each, and learns of a
module's imports only when it has read it: the popup's sixteen modules took longer to find than
its first turn. Nothing is made smaller or renamed without need, so that what ships can be read.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from packager import programs

HERE = Path(__file__).parent
# Runs while the page is read; and in pages of the help site, where no module can.
CLASSIC = ("popup/first-paint.js", "background/launcher-button.js")
ENTRIES = (
    "popup/popup.js",
    "pages/extension-info.js",  # Only the options, privacy and diagnostics pages load it.
    "pages/stored-items.js",
    "pages/picture.js",  # Only the page that has a place for a picture loads it.
    "pages/sheets.js",  # Only the case file loads it.
    "engine/engine.js",  # Loaded by whatever starts Python: a page, or the worker.
    "engine/engine-worker.js",
    "engine/heap-worker.js",
    "background/offscreen.js",
    "background/service-worker.js",
    "background/event-page.js",
)
# The folders of `extension/` that have sources of the shell. What is built lies side by side.
FOLDERS = ("background", "engine", "pages", "popup", "shared")


def sources(extension: Path, pattern: str) -> list[Path]:
    """Return the shell's sources whose file name fits `pattern`, as `*.js` does, sorted."""
    return sorted(path for folder in FOLDERS for path in (extension / folder).glob(pattern))


def make(extension: Path, made: Iterable[Path], folder: Path) -> None:
    """Put all scripts into `folder`; `made` are folders of modules that the build has made.

    Raises BuildError.
    """
    modules = json.dumps({path.name: str(path) for place in made for path in place.iterdir()})
    programs.node([HERE / "bundle.mjs", extension, modules, folder, json.dumps(CLASSIC), *ENTRIES])
