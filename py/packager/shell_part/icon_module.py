"""The icon as a script, for the button on the help site: its pages may load no picture of ours."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

NAME = "icon.js"
HEAD = "// The drawing of the icon. The build made this from icon.svg.\n"

type Shape = tuple[str, dict[str, str], list[Shape]]
"""The name of an SVG element, its attributes, and what is in it."""


def make(source: Path, folder: Path) -> None:
    """Put the script into `folder`."""
    icon = json.dumps(_shape(ET.parse(source).getroot()), indent=2)  # noqa: S314  # Ours.
    text = f"{HEAD}export const ICON = {icon};\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")


def _shape(element: ET.Element) -> Shape:
    name = element.tag.rpartition("}")[2]
    return name, dict(element.attrib), [_shape(inner) for inner in element]
