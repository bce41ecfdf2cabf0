"""The extension, built: by the tree's own build.py, as a person builds it."""

import subprocess
import sys
import time
from pathlib import Path

MEGABYTE = 1_000_000


def build(root: Path, *options: str) -> float:
    """Build the tree at `root`; return the seconds it took. Raises RuntimeError with its words."""
    began = time.perf_counter()
    run = subprocess.run(
        [sys.executable, root / "build.py", *options], capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise RuntimeError(run.stdout + run.stderr)
    return time.perf_counter() - began


def zip_megabytes(root: Path, target: str) -> float:
    """Return the size of a zip that `build --zip` has made."""
    return (root / "dist" / f"{target}.zip").stat().st_size / MEGABYTE
