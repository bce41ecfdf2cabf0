"""What is painted first stays where it is when Python takes over."""

import json

import pytest

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


# What reaches no markup of the guide's: what it is made of, and what is left of it.
DROPPED = {
    "a script": ("<p>a</p><script>1</script>", "<p>a</p>"),
    "a script in a drawing": ("<svg><script>1</script></svg>", "<svg></svg>"),
    "a handler": ('<img onerror="1">', "<img>"),
    "a handler in capitals": ('<b ONCLICK="1">a</b>', "<b>a</b>"),
    "a handler in a drawing": ('<svg onload="1"></svg>', "<svg></svg>"),
    "a style": ('<p style="color:red">a</p>', "<p>a</p>"),
    "a sheet": ("<style>p{color:red}</style><p>a</p>", "<p>a</p>"),
    "a linked sheet": ('<link rel="stylesheet" href="https://example.org/">', ""),
    "an address": ('<a href="https://example.org/">a</a>', "<a>a</a>"),
    "an address without a scheme": ('<a href="//example.org/">a</a>', "<a>a</a>"),
    "an address that is a script": ('<a href=" JavaScript:1">a</a>', "<a>a</a>"),
    "a picture": ('<img src="https://example.org/" srcset="https://example.org/">', "<img>"),
    "a form": ('<form action="https://example.org/"></form>', "<form></form>"),
    "a sending button": ('<button formaction="https://a.org">a</button>', "<button>a</button>"),
    "a frame": ('<iframe srcdoc="1"></iframe>', ""),
    "an object": ('<object data="https://example.org/"></object>', ""),
    "another base": ('<base href="https://example.org/">', ""),
    "a refresh": ('<meta http-equiv="refresh" content="0">', ""),
    "a use of another drawing": (
        '<svg><use xlink:href="https://example.org/#a"></use></svg>',
        "<svg><use></use></svg>",
    ),
    "an animated address": ('<svg><animate attributeName="href"></animate></svg>', "<svg></svg>"),
    "a template": ("<template><p>a</p></template>", ""),
}  # fmt: skip
KEPT = '<p id="a" data-event="{}" lang="he">a<a href="#a">b</a></p>'


# Chromium speaks of handlers and styles when it reads them, whatever becomes of them.
@pytest.mark.complains(chromium="inline (event handler|style)")
@pytest.mark.parametrize("locale", ["en"], indirect=True)
def test_what_is_no_screen_of_the_guides_is_dropped_before_it_is_markup(stage: Stage) -> None:
    """Seen to fail, each but the last, with a `parse` that takes what it is given."""
    popup = stage.popup
    stage.open()
    popup.wait_for_guide()
    show = (
        "const box = document.createElement('div'); box.append(firstPaint.parse(%s));"
        "return box.innerHTML"
    )
    for name, (markup, left) in DROPPED.items():
        assert popup.evaluate(show % json.dumps(markup)) == left, name
    assert popup.evaluate(show % json.dumps(KEPT)) == KEPT
