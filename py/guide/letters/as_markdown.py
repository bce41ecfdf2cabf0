r"""A letter as Markdown, and a Markdown letter as plain text: for whoever pastes it elsewhere.

plain text -> signs escaped, line ends kept -> Markdown that reads as the same words
our own Markdown (bold labels, fenced code) -> plain text
"""

import re
from collections.abc import Iterable

BREAK = "\n\n---\n\n"  # Between the messages of a chat.
# Signs that begin something wherever they stand, and those that do at the beginning of a line.
_ANYWHERE = re.compile(r"[\\`*\[\]<>~|&]|(?<![^\W_])_|_(?![^\W_])")
_AT_THE_START = re.compile(r"^(\s{0,3})(#{1,6}(?=\s|$)|[+-](?=-{2})|=(?==*\s*$))", re.MULTILINE)
_QUOTED = re.compile(r"^(?:\\> ?)+", re.MULTILINE)
# What begins with a list's or a quotation's sign is a line of its own already.
_LINE_END = re.compile(r"(?<=[^\n])\n(?=[^\n])(?![+-] |\d+[.)] |>)")
_INDENT = re.compile(r"^ {4,}", re.MULTILINE)  # It would make code of a line.
_BOLD = re.compile(r"\*\*([^*\n]+:)\*\*")
_FENCE = re.compile(r"^`{3,}\w*$\n?", re.MULTILINE)


def write(subject: str, messages: Iterable[str]) -> str:
    """Return plain messages as Markdown, below their subject as a heading if there is one."""
    body = BREAK.join(_escaped(message) for message in messages)
    return f"# {_signs(subject)}\n\n{body}\n" if subject else f"{body}\n"


def _escaped(text: str) -> str:
    text = _AT_THE_START.sub(r"\1\\\2", _signs(text))
    # A quotation of support's words is one in Markdown, too.
    text = _QUOTED.sub(lambda quoted: quoted[0].replace("\\>", ">"), text)
    # Lines that follow each other would become one.
    text = _LINE_END.sub("\\\\\n", text)
    return _INDENT.sub(lambda spaces: "\u00a0" * len(spaces[0]), text)


def _signs(text: str) -> str:
    return _ANYWHERE.sub(lambda sign: f"\\{sign[0]}", text)


def plain(body: str) -> str:
    """Return a letter that was written as Markdown without our own signs."""
    return _FENCE.sub("", _BOLD.sub(r"\1", body))
