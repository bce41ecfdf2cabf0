"""The requests of a first opening, as a script: the living engine rehearses with them."""

import json
from pathlib import Path

from packager.content_check import ask_guide

NAME = "first-requests.js"
HEAD = "// A first opening in each language, as the door reads it. The build asked the guide.\n"


def make(content: Path, folder: Path) -> None:
    """Put the script into `folder`; `content` has what the guide said."""
    requests = json.loads((content / ask_guide.REQUESTS).read_text(encoding="utf-8"))
    lines = "".join(f"  {json.dumps(json.dumps(request))},\n" for request in requests)
    text = f"{HEAD}export const FIRST_REQUESTS = [\n{lines}];\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
