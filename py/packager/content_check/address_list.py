"""Every address of the content, for a check where there is a network.

One line each, so that any link checker can take the first column:

    https://help.openai.com/en/  2026-09-29  copy  help_home
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

ADDRESSES = Path("guide", "content", "addresses.toml")


def listed(py: Path) -> Iterator[str]:
    """Yield a line for each address and for each source, once: address, checked, how sure, key."""
    entries = tomllib.loads((py / ADDRESSES).read_text(encoding="utf-8"))
    rows = {
        (address, entry["checked"], entry["sure"]): key
        for key, entry in entries.items()
        for address in (entry["source"], entry["url"])
    }
    width = max(len(address) for address, _, _ in rows)
    for (address, checked, sure), key in sorted(rows.items()):
        yield f"{address:{width}}  {checked}  {sure:11}  {key}"
