"""One pattern for many names: hundreds of alternatives would be tried one by one at each word."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

_SPACE = r"[\s_-]{0,3}"  # Between the parts of a name: verification_code, apiKey, one-time.
# Finds «a b», not «».
_LETTERS = re.compile(r"([\s_-]*)(.)")
_SPACED, _ENDS = "space before", "a name ends here"


def pattern(names: Iterable[str]) -> str:
    """Return a pattern that matches the longest of these names, sharing what they begin with."""
    root: dict[str, Any] = {}
    for name in names:
        node = root
        for space, letter in _LETTERS.findall(name):
            node = node.setdefault(letter, {})
            node[_SPACED] = node.get(_SPACED, False) or bool(space)
        node[_ENDS] = True
    return _branches(root)


def _branches(node: Mapping[str, Any]) -> str:
    branches = [
        (_SPACE if node[c][_SPACED] else "") + re.escape(c) + _branches(node[c])
        for c in sorted(node)
        if len(c) == 1
    ]
    if not branches:
        return ""
    ends = node.get(_ENDS, False)
    one = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{one}?" if ends else one
