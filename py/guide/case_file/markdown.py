"""A case file as Markdown: the same words in the same order, safe from what stands in them.

What people wrote stands in quotations, where no line of theirs can begin a heading of ours.
"""

import re
from collections.abc import Iterator

from guide.case_file.parts import CaseFile, FileLine, FilePart, Item, Paragraph, WrittenMessage

BOXES = {"": "-", "there": "- [x]", "missing": "- [ ]", "attach": "- [ ]"}
# Signs that make something else of a text than what it says.
_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")
# Below other words it would make a heading of them.
# Finds «---», not «- a».
_UNDERLINE = re.compile(r"^(\s*)([-=])(?=\2*\s*$)")


def write(file: CaseFile) -> str:
    """Return the file's text, with a newline at its end."""
    lines = [f"# {_plain(file.title)}", ""]
    lines += [_line(line) for line in file.head]
    for section in file.sections:
        lines += ["", f"## {_plain(section.heading)}", ""]
        for part in section.parts:
            lines += _part(part)
    while not lines[-1]:
        lines.pop()
    return "\n".join((*lines, "", "---", "", _plain(file.note), ""))


def _part(part: FilePart) -> Iterator[str]:
    if isinstance(part, FileLine):
        yield _line(part)
        if "\n" in part.value:
            yield from ("", *_quoted(part.value), "")
    elif isinstance(part, Item):
        value = f" ({_plain(part.value)})" if part.value else ""
        yield f"{BOXES[part.state]} {_plain(part.text)}{value}"
    elif isinstance(part, WrittenMessage):
        yield from _message(part)
    elif isinstance(part, Paragraph):
        yield from (*_quoted(part.text), "")


def _message(message: WrittenMessage) -> Iterator[str]:
    head = (message.day, message.direction, message.channel)
    yield f"### {' · '.join(_plain(one) for one in head if one)}"
    yield ""
    if message.subject:
        yield from (f"**{_plain(message.subject)}**", "")
    if message.text:
        yield from (*_quoted(message.text), "")


def _line(line: FileLine) -> str:
    value = "" if "\n" in line.value else f" {_plain(line.value)}"
    return f"- **{_plain(line.label)}:**{value}"


def _quoted(text: str) -> Iterator[str]:
    for line in text.splitlines():
        # Two spaces at the end keep the line's end.
        plain = _UNDERLINE.sub(r"\1\\\2", _plain(line))
        yield f"> {plain}  " if plain.strip() else ">"


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)
