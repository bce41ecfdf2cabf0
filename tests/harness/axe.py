"""What a page must not have at any width: barriers to anybody, and what sticks out sideways."""

from pathlib import Path
from typing import Any

from tests.harness.pictures import KeepPicture
from tests.harness.popup import Popup

ROOT = Path(__file__).parents[2]
AXE = ROOT / "extension" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What depends on the colours alone; the rest need not be asked again in the dark.
BY_COLOUR = ("color-contrast", "link-in-text-block")


class Faults:
    """What is wrong, all of it: one tour should tell everything."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def note(self, place: str, faults: list[str]) -> None:
        self.faults += [f"{place}: {one}" for one in faults]


# What a bar that stays in sight covers is too small only where one cannot scroll it out from there.
RUN = """
    const small = "target-size";
    const run = (where, runOnly) =>
        window.axe.run(where, { runOnly, resultTypes: ["violations"] });
    const isSmall = async ({ target }) => {
        const [css] = target;
        document.querySelector(css).scrollIntoView({ block: "center" });
        return (await run(css, [small])).violations.length > 0;
    };
    const at = scrollY;
    const { violations } = await run(document, arguments[0]);
    for (const one of violations.filter(({ id }) => id === small)) {
        const nodes = [];
        for (const node of one.nodes) if (await isSmall(node)) nodes.push(node);
        one.nodes = nodes;
    }
    scrollTo(0, at);
    return violations.filter(({ nodes }) => nodes.length)"""


class Look(Faults):
    """Looks at one place after another, as wide as its frame can be, and keeps pictures of it."""

    def __init__(self, keep_picture: KeepPicture) -> None:
        """Have seen nothing yet."""
        super().__init__()
        self._keep_picture = keep_picture

    def __call__(self, page: Popup, name: str, *, also: tuple[int, ...] = ()) -> None:
        """See that at each width nothing is cut off, and that it is no barrier to anybody, also in
        the dark. The page has its own width and light colours then.
        """
        for width in (*also, *page.widths):
            page.set_width(width)
            self._see(page, f"{name}.light.{width}", TAGS)
        page.set_colours("dark")
        self._see(page, f"{name}.dark.{width}", BY_COLOUR)
        page.set_colours("light")
        page.set_width(0)

    def _see(self, page: Popup, name: str, rules: tuple[str, ...]) -> None:
        page.settle()
        self.note(name, page.cut_off() + barriers(page, rules))
        self._keep_picture(page, f"{name}.png")


def barriers(popup: Popup, rules: tuple[str, ...] = TAGS) -> list[str]:
    """Return axe-core's violations, each with the elements it speaks of."""
    if not popup.evaluate("return !!window.axe"):  # Half a megabyte: once a document.
        popup.evaluate(AXE.read_text(encoding="utf-8"))
    result: list[dict[str, Any]] = popup.evaluate(RUN, rules)
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes']]}"
        for one in result
    ]
