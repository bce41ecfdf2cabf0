"""`--watch`: when something has changed that a build is made of."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from packager.hashes import IGNORED

if TYPE_CHECKING:
    import watchfiles

TOGETHER_MS = 200  # What is saved within it is one change: editors write a file in several steps.


def changes(root: Path, console: Console) -> Iterator[float]:
    """Yield at once, then at each change of the guide or the shell, when it was saved."""
    import watchfiles  # noqa: PLC0415  # Most builds need not wait for it.

    folders = (root / "py" / "guide", root / "extension")
    console.print("Watching py/guide and extension; Ctrl-C ends it.")
    began = False
    # By its first timeout it watches: no change is missed while the first build runs.
    for changed in watchfiles.watch(
        *folders,
        watch_filter=_matters,
        debounce=TOGETHER_MS,
        rust_timeout=TOGETHER_MS,
        yield_on_timeout=True,
        raise_interrupt=True,
    ):
        if changed or not began:
            paths = (Path(path) for _, path in changed)
            yield max((one.stat().st_mtime for one in paths if one.exists()), default=time.time())
            began = True


def _matters(_: "watchfiles.Change", path: str) -> bool:
    return not IGNORED & set(Path(path).parts)
