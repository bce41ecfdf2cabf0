"""The naughty texts of tests/fixtures/naughty.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "fixtures" / "naughty.toml"


@dataclass(frozen=True, slots=True)
class Naughty:
    """One text: as typed, as the guide keeps it, as it stands in a letter."""

    name: str
    typed: str
    kept: str
    copied: str


def read() -> tuple[Naughty, ...]:
    """Return all of them."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["text"]
    return tuple(
        Naughty(
            row["name"],
            row["typed"],
            kept := row.get("kept", row["typed"]),
            row.get("copied", kept),
        )
        for row in rows
    )
