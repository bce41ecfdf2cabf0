"""Remote code in a package for the Chromium stores: they reject it for being there, used or not.

An address of remote code is known by its host (where packages are delivered from) or by the kind
of file it names. Beside that no script may name a source map, and the engine's scripts may name
none but a few addresses that load nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from packager import hashes
from packager.errors import BuildError
from packager.python_part import packed_words

# What an address is made of; in a memory snapshot, texts end where control characters begin.
PART = rb"[^\s\x00-\x1f\x7f\"'`<>()\\]"
# Beginning with a fixed text, so that 10 MB of memory snapshot take a tenth of a second.
REMOTE_CODE = re.compile(
    rb"//" + PART + rb"{0,200}?"
    rb"(?:cdn\.|delivr|unpkg|cdnjs|esm\.sh|skypack|\.(?:js|mjs|wasm|whl|py|zip|tar)\b)"
    + PART
    + rb"{0,200}"
)
SCHEME = re.compile(rb"\w+:$")
SOURCE_MAP = re.compile(rb"sourceMappingURL=[^\s]{0,200}")
ADDRESS = re.compile(rb"\b(?:https?|wss?|ftp)://" + PART + rb"+")
# Two names of XML, and where Pyodide wants to hear of bugs.
HARMLESS = {
    b"http://www.w3.org/2000/xmlns/",
    b"http://www.w3.org/XML/1998/namespace",
    b"https://github.com/pyodide/pyodide/issues/new",
}
HEAP = "engine/snapshot.bin"
ENGINE = ("engine/pyodide.asm.js", "engine/pyodide.mjs")


def check(package: Path) -> None:
    """Raise BuildError if a package has an address of remote code, with file and address."""
    if found := list(remote_code(package)):
        name, match = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        message = (
            f"{name} has {match}{more}, and the Chromium stores reject remote code; "
            "take it out at its source, or in packager/release/targets.py if it is a library's"
        )
        raise BuildError(message)


def remote_code(package: Path) -> Iterator[tuple[str, str]]:
    """Yield (file, what was found) for everything in a package that a store would object to."""
    for path in hashes.walk(package):
        name = path.relative_to(package).as_posix()
        data = path.read_bytes()
        for match in of_bytes(name, packed_words.unpacked(data) if name == HEAP else data):
            yield name, match.decode(errors="replace")


def of_bytes(name: str, data: bytes) -> list[bytes]:
    """Return what a store would object to in one file, by its name in the package."""
    found = [_whole(data, match) for match in REMOTE_CODE.finditer(data)]
    found += SOURCE_MAP.findall(data)
    strangers = ADDRESS.findall(data) if name in ENGINE else []
    return found + [address for address in strangers if address not in {*HARMLESS, *found}]


def _whole(data: bytes, match: re.Match[bytes]) -> bytes:
    """Return an address with its scheme, if it has one."""
    scheme = SCHEME.search(data[max(0, match.start() - 6) : match.start()])
    return (scheme[0] if scheme else b"") + match[0]
