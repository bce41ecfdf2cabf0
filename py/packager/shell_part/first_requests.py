"""The requests of a first opening, as a script: the living engine rehearses with them."""

import json
from pathlib import Path

from packager import programs
from packager.content_check import ask_guide

NAME = "first-requests.js"
HEAD = "// A first opening in each language, as the door reads it. The build asked the guide.\n"


def make(py: Path, folder: Path) -> None:
    """Put the script into `folder`. Raises BuildError."""
    requests = json.loads(programs.python(ask_guide.__name__, "requests", path=(py,)))
    lines = "".join(f"  {json.dumps(json.dumps(request))},\n" for request in requests)
    text = f"{HEAD}export const FIRST_REQUESTS = [\n{lines}];\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
