"""Lines of an iCalendar file: values escaped, folded between letters, ended as the RFC wants.

value -> commas and semicolons escaped -> at most 75 octets a line -> CRLF
"""

import unicodedata
from collections.abc import Iterable

OCTETS = 75  # Of a line in UTF-8, without its end (RFC 5545, 3.1).
# In two readers an escaped backslash before an "n" is a line break, whatever the RFC says.
_WITHOUT = str.maketrans({"\\": "/"})
_ESCAPED = str.maketrans({",": "\\,", ";": "\\;"})


def text(value: str) -> str:
    """Return a value of type TEXT, in one line: what is no letter or mark becomes a space."""
    seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in value)
    return " ".join(seen.split()).translate(_WITHOUT).translate(_ESCAPED)


_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})


def joined(properties: Iterable[tuple[str, str]]) -> str:
    """Return the properties, each a name and its value as it is written, as lines."""
    return "".join(f"{line}\r\n" for name, value in properties for line in _folded(name, value))


def _folded(name: str, value: str) -> Iterable[str]:
    """Yield the lines of one property: all but the first begin with a space, which is not of it."""
    line, octets = "", 0
    for letter in f"{name}:{value}":
        size = len(letter.encode())
        if octets + size > OCTETS:
            yield line
            line, octets = " ", 1
        line, octets = line + letter, octets + size
    yield line
