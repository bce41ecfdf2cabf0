"""What is painted first stays where it is when Python takes over."""

from pathlib import Path

from harness.browser import Launch
from harness.popup import Popup
from harness.walking import PEOPLE, to_details

# Where everything is that a person can see, and how far things have jumped (Chromium counts it).
PLACES = """
const boxes = [...document.querySelectorAll("#app *")].filter((one) => one.checkVisibility())
  .map((one) => [one.localName, one.id, ...Object.values(one.getBoundingClientRect().toJSON())]);
return JSON.stringify(boxes);
"""
JUMPS = """
if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return 0;
let sum = 0;
const count = (list) => { for (const { value } of list.getEntries()) sum += value; };
new PerformanceObserver(count).observe({ type: "layout-shift", buffered: true });
await new Promise((done) => setTimeout(done, 100));
return sum;
"""
SHELL = "return document.documentElement.dataset.shell ?? ''"


def test_nothing_moves_when_python_takes_over(launch: Launch, variant: Path, locale: str) -> None:
    browser = launch(_slow(variant))
    browser.keep_host(keep=False)  # A living engine is there at once.
    popup = browser.popup
    _stays(popup)
    popup.close_by_focus_loss()
    to_details(popup, PEOPLE[locale])
    popup.close_by_focus_loss()
    _stays(popup)
    assert popup.screen() == "details"


def _stays(popup: Popup) -> None:
    """Open the popup: what is there before Python must be there after it, at the same place."""
    popup.open()
    popup.wait_for("main h1")
    popup.wait_until(lambda: bool(popup.evaluate("return innerHeight > 300")), "its full height")
    popup.settle()
    before = popup.evaluate(PLACES)
    assert popup.evaluate(SHELL) != "ready", "too late: the guide was there already"
    popup.wait_for_guide()
    popup.settle()
    assert popup.evaluate(PLACES) == before
    assert popup.evaluate(JUMPS) == 0


def _slow(extension: Path) -> Path:
    """Let Python come when the first view has long been painted."""
    engine = extension / "engine.js"
    waiting = "await new Promise((done) => setTimeout(done, 3000));\n"
    engine.write_text(waiting + engine.read_text(encoding="utf-8"), encoding="utf-8")
    return extension
