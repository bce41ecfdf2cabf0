"""The languages of the guide as a script, for what must know them before Python runs."""

import json
from pathlib import Path

from packager import programs
from packager.content_check import ask_guide

NAME = "languages.js"
HEAD = "// The languages of the guide. The build made this from languages.toml.\n"


def make(py: Path, folder: Path) -> None:
    """Put the script into `folder`. Raises BuildError."""
    known = json.loads(programs.python(ask_guide.__name__, "languages", path=(py,)))
    text = (
        f"{HEAD}export const FALLBACK = {json.dumps(known['fallback'])};\n"
        f"export const LANGUAGES = {json.dumps(known['each'], indent=2)};\n"
    )
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
