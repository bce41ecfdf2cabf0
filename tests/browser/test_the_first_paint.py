"""What is painted first stays where it is when Python takes over."""

from tests.harness.staging import Stage
from tests.harness.steps import PEOPLE, to_details

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


def test_nothing_moves_when_python_takes_over(stage: Stage, locale: str) -> None:
    """Seen to fail with a pixel of padding while #app is busy, and with a first paint that does not
    recall the last view.
    """
    popup = stage.popup
    stage.holds("engine.js")
    _stays(stage)
    popup.close_by_focus_loss()
    stage.goes_well()
    to_details(popup, PEOPLE[locale])
    popup.close_by_focus_loss()
    stage.holds("engine.js")
    _stays(stage)
    assert popup.screen() == "details"


def _stays(stage: Stage) -> None:
    """Open the popup: what is there before Python must be there after it, at the same place."""
    popup = stage.popup
    stage.open()
    popup.wait_for("main h1")
    popup.wait_until(lambda: bool(popup.evaluate("return innerHeight > 300")), "its full height")
    popup.settle()
    before = popup.evaluate(PLACES)
    assert popup.evaluate(SHELL) != "ready", "too late: the guide was there already"
    stage.lets_go()
    popup.wait_for_guide()
    popup.settle()
    assert popup.evaluate(PLACES) == before
    assert popup.evaluate(JUMPS) == 0


def test_a_view_that_the_guide_only_says_again_is_left_as_it_is(stage: Stage, locale: str) -> None:
    """Seen to fail with a shell that paints all that it is told, and with one that never paints."""
    popup = stage.popup
    stage.open()
    popup.wait_for_guide()
    popup.close_by_focus_loss()
    stage.holds("engine.js")
    stage.open()
    popup.wait_for("main h1")
    popup.evaluate("document.querySelector('main').dataset.harness = 'mine'")
    stage.lets_go()
    popup.wait_for_guide()
    assert popup.evaluate("return document.querySelector('main').dataset.harness") == "mine"
    popup.click("#switch-language")
    other = {"he": "en", "en": "he"}[locale]
    popup.wait_until(
        lambda: popup.evaluate("return document.documentElement.lang") == other,
        "the other language",
    )
    assert popup.evaluate("return document.querySelector('main').dataset.harness ?? ''") == ""
