"""Builds the extension: `uv run build.py` makes dist/chromium and dist/firefox; see --help."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "py"))

from packager import command  # noqa: E402  # The tree's own packager, not an installed one.

if __name__ == "__main__":
    sys.exit(command.main(ROOT))
