"""The requests that the tests bring to the guide's door, for whoever wants to ask them again.

    uv run pytest tests/unit --record-requests FOLDER

Each process writes those that it sees, each once, into a file of its own in FOLDER, one in a line.
"""

import os
from collections.abc import Buffer, Callable
from pathlib import Path

from guide import door


class Recording:
    """Writes down what is asked at the door, and lets it pass."""

    def __init__(self, folder: Path) -> None:
        """Stand at the door from now on."""
        self.folder = folder
        self.seen: set[bytes] = set()
        self.within: Callable[[Buffer], bytes] = door.turn_utf8
        door.turn_utf8 = self.turn_utf8

    def turn_utf8(self, data: Buffer) -> bytes:
        """Answer as the door does."""
        self.seen.add(bytes(data))
        return self.within(data)

    def pytest_sessionfinish(self) -> None:
        """Write them, of which none has a line end that JSON would not let be a space."""
        lines = sorted(one.replace(b"\n", b" ").replace(b"\r", b" ") for one in self.seen)
        file = self.folder / f"{os.getpid()}.jsonl"
        file.write_bytes(b"".join(line + b"\n" for line in lines))
