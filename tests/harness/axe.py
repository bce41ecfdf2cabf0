"""What a page must not have: barriers to anybody. What sticks out, the popup itself tells."""

from pathlib import Path
from typing import Any

from tests.harness.popup import Popup

ROOT = Path(__file__).parents[2]
AXE = ROOT / "extension" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("light", "dark")


class Faults:
    """What is wrong, all of it: one tour should tell everything."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def note(self, place: str, faults: list[str]) -> None:
        self.faults += [f"{place}: {one}" for one in faults]


def barriers(popup: Popup) -> list[str]:
    """Return axe-core's violations, each with the elements it speaks of."""
    if not popup.evaluate("return !!window.axe"):  # Half a megabyte: once a document.
        popup.evaluate(AXE.read_text(encoding="utf-8"))
    result: list[dict[str, Any]] = popup.evaluate(
        """
        const options = { runOnly: arguments[0], resultTypes: ["violations"] };
        return (await window.axe.run(document, options)).violations;
        """,
        TAGS,
    )
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes']]}"
        for one in result
    ]
