"""What sets the surfaces apart as a script, for what must know it before Python runs."""

import json
from pathlib import Path

from packager import programs
from packager.content_check import ask_guide

NAME = "frames.js"
HEAD = "// What sets each surface apart. The build made this from surroundings.py.\n"


def make(py: Path, folder: Path) -> None:
    """Put the script into `folder`. Raises BuildError."""
    known = json.loads(programs.python(ask_guide.__name__, "frames", path=(py,)))
    text = f"{HEAD}export const FRAMES = {json.dumps(known, indent=2)};\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
