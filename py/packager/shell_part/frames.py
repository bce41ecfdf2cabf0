"""What sets the surfaces apart as a script, for what must know it before Python runs."""

import json
from pathlib import Path

from packager.content_check import ask_guide

NAME = "frames.js"
HEAD = "// What sets each surface apart. The build made this from surroundings.py.\n"


def make(content: Path, folder: Path) -> None:
    """Put the script into `folder`; `content` has what the guide said."""
    known = json.loads((content / ask_guide.FRAMES).read_text(encoding="utf-8"))
    text = f"{HEAD}export const FRAMES = {json.dumps(known, indent=2)};\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
