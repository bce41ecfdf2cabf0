r"""Text behind escapes: what was copied out of a link, a program, a page or Markdown.

"sk%2Dproj%2D..." is a key, and so is "sk\\-proj\\-...". What is escaped becomes the one character
that it stands for, in its place; twice escaped is unescaped twice.
"""

import re
from bisect import bisect_right
from itertools import pairwise

from guide.redact.fold import Folded

# Letters and digits are escaped with others or not at all: alone "%68" is a password's own.
# Finds «sk%2Dproj» and «%73%6b», not «100%» and «Tiger%68».
_ESCAPED = re.compile(
    r"%(?P<percent>0[aAdD9]|2[0-9a-fA-F]|3[a-fA-F]|40|5[b-fB-F]|60|7[b-fB-F]"
    r"|[3-7][0-9a-fA-F](?:(?=%[2-7][0-9a-fA-F])|(?<=%[2-7][0-9a-fA-F]%[3-7].)))|\\u00(?P<unicode>[2-7][0-9a-fA-F])|\\x(?P<byte>[2-7][0-9a-fA-F])"
    r"|&#x(?P<entity>[2-7][0-9a-fA-F]);|&#(?P<number>3[2-9]|[4-9]\d|1[01]\d|12[0-6]);"
    r"|\\(?P<blank>[nrt])|\\(?P<sign>[-_.*+=/~])"
)
# There "\n" begins a name.
# Finds «C:\\Users\\notes», not «key:\\n».
_WINDOWS = re.compile(
    r"(?:(?<![A-Za-z0-9])[A-Za-z]:\\|(?<![^\s\"'(-])\\\\[\w.-]{3,}\\)[^\s\"'<>|]+"
)
# A percent sign before a word stands for itself, and so do all others of that word.
# Finds «%DRAGON%20gali», not «%20gali» and «%ED%95%9C».
_BARE_PERCENT = re.compile(r"(?<![^\s\"'`(:=])%(?=[A-Za-z]{4})\S*")
# In a link "&" parts parameters; what stands for one inside of a value must not: "p=Tiger%262024".
# Finds «%26B», not «%26code=».
_AMPERSAND = re.compile(r"%26(?![\w.-]{1,40}(?:=|%3[dD]))")
_NO_SIGN = "*"
# YAML's way to begin a value in the next line.
# Finds «: >-\n    tiger», not «: > tiger».
_BLOCK = re.compile(r":(?P<sign>[ \t]{0,3}[|>][+-]?\d?[ \t]*\r?\n[ \t]{1,12})(?=[^\s>])")
_MOST_TIMES = 3
_BLANKS = {"n": "\n", "r": "\n", "t": "\t"}


def unescaped(folded: Folded) -> Folded:
    """Return the text with each escaped ASCII character as itself. O(len(text))."""
    blocks = [(*block.span("sign"), " ") for block in _BLOCK.finditer(folded.text)]
    folded = folded.replaced(blocks) if blocks else folded
    signs = [(*sign.span(), _NO_SIGN) for sign in _AMPERSAND.finditer(folded.text)]
    folded = folded.replaced(signs) if signs else folded
    for _ in range(_MOST_TIMES):
        if "%" not in folded.text and "\\" not in folded.text and "&#" not in folded.text:
            break
        paths = [path.span() for path in _WINDOWS.finditer(folded.text)]
        bare = [word.span() for word in _BARE_PERCENT.finditer(folded.text)]
        found = [
            (match.start(), match.end(), _meant(match))
            for match in _ESCAPED.finditer(folded.text)
            if not (match["blank"] and _is_inside(paths, match.start()))
            and not (match["percent"] and _is_inside(bare, match.start()))
        ]
        if not found:
            break
        folded = folded.replaced(found)
    return folded


def _is_inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Tell whether a place is in one of these spans, which are in order."""
    before = bisect_right(spans, (at + 1,)) - 1
    return before >= 0 and at < spans[before][1]


def _meant(match: re.Match[str]) -> str:
    if match["blank"]:
        return _BLANKS[match["blank"]]
    if match["sign"]:
        return match["sign"]
    if match["number"]:
        return chr(int(match["number"]))
    code = match["percent"] or match["unicode"] or match["byte"] or match["entity"]
    return chr(int(code, 16))


# Finds «aB3dE5fGh1JkLmN\nPq7Rs9Tu», not «aB3dE5fGh1JkLmN Pq7Rs9Tu».
_BROKEN = re.compile(
    r"(?<![A-Za-z0-9_+/-])(?P<left>[A-Za-z0-9_+/-]{13,512})"
    r"(?P<break>[\\=]?\r?\n[ \t>|*\"'`+]{0,16})(?P<right>[A-Za-z0-9_+/=-]{8,512})"
)
_WHOLE = frozenset({32, 36, 40, 64, 96, 128})  # Lengths of hashes and UUIDs: nothing goes on.


def joined(folded: Folded, ids: re.Pattern[str]) -> Folded:
    """Return the text without the line breaks inside of random runs: keys that a mail has cut."""
    found, pos = [], 0
    while match := _BROKEN.search(folded.text, pos):
        left = match["left"]
        whole = len(left) in _WHOLE or bool(ids.fullmatch(left.lower()))
        whole |= left == match["right"]  # The same once more, a line below.
        if not whole and _is_drawn(left) and _is_drawn(match["right"]):
            found.append((*match.span("break"), ""))
        pos = match.start("right")
    return folded.replaced(found) if found else folded


def _is_drawn(part: str) -> bool:
    """Tell whether a part has letters with digits, or capitals where a word has none."""
    mixed = any(map(str.isdigit, part)) and any(map(str.isalpha, part))
    return mixed or sum(a.islower() and b.isupper() for a, b in pairwise(part)) > 0
