"""The list of all addresses that the shell may open, as a script: no pattern, each one whole."""

import json
from pathlib import Path

from packager.content_check import ask_guide

NAME = "addresses.js"
HEAD = "// Every address that the guide may open. The build made this from addresses.toml.\n"


def make(content: Path, folder: Path) -> None:
    """Put the script into `folder`; `content` has what the guide said."""
    listed = json.loads((content / ask_guide.ADDRESSES).read_text(encoding="utf-8"))
    lines = "".join(f"  {json.dumps(address)},\n" for address in listed)
    text = f"{HEAD}export const ADDRESSES = new Set([\n{lines}]);\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
