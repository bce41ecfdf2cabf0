"""Why each permission is asked for: what extension/manifest.toml says above the line that asks."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from packager.errors import BuildError
from packager.shell_part.manifest import merge

SECTION = re.compile(r"\[(\w+)")
ASKS = re.compile(r"(permissions|optional_permissions|host_permissions) = ")


def justified(source: Path, target: str) -> Mapping[str, str]:
    """Return {permission: why} for a target. Raises BuildError if one has no reason."""
    text = source.read_text(encoding="utf-8")
    parts = tomllib.loads(text)
    whole = merge(parts["all"], parts[target])
    said = list(comments(text, target))
    found = {}
    for kind in ("permissions", "optional_permissions"):
        for name in whole.get(kind, ()):
            sentences = [
                one for about, one in said if about == kind and re.search(rf"\b{name}\b", one)
            ]
            found[name] = " ".join(sentences)
    for name in whole.get("host_permissions", ()):
        found[name] = " ".join(one for about, one in said if about == "host_permissions")
    if missing := [name for name, why in found.items() if not why]:
        raise BuildError(
            f"extension/{source.name} says nowhere why {missing[0]} is asked for; say it"
        )
    return found


def comments(text: str, target: str) -> Iterator[tuple[str, str]]:
    """Yield (what asks, sentence) for each sentence of the comments above it, for a target."""
    section, block = "", []
    for line in text.splitlines():
        if begin := SECTION.match(line):
            section = begin[1]
        if line.startswith("#"):
            block.append(line.removeprefix("#").strip())
            continue
        if (asks := ASKS.match(line)) and section in {"all", target}:
            for sentence in re.split(r"(?<=\.)\s+", " ".join(block)):
                yield asks[1], sentence
        block = []
