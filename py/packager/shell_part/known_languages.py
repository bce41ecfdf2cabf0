"""The languages of the guide as a script, for what must know them before Python runs."""

import json
from pathlib import Path

from packager.content_check import ask_guide

NAME = "languages.js"
HEAD = "// The languages of the guide. The build made this from languages.toml.\n"


def make(content: Path, folder: Path) -> None:
    """Put the script into `folder`; `content` has what the guide said."""
    known = json.loads((content / ask_guide.LANGUAGES).read_text(encoding="utf-8"))
    text = (
        f"{HEAD}export const FALLBACK = {json.dumps(known['fallback'])};\n"
        f"export const LANGUAGES = {json.dumps(known['each'], indent=2)};\n"
    )
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
