"""The popup as a person meets it: seen, clicked, typed into, closed; the same in all browsers.

A browser supplies opening, closing, one way in for scripts, pointer, keys and pictures; everything
else is said here once, so that a journey is written once and runs everywhere.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.keys import Keys

type Answer = Any
"""What a script returned: any JSON value, known only to who wrote the script."""

SECONDS = 40  # Slow shared machines; the product's own times are measured in tests/bench.
PAUSE = 0.04
PATIENCE = 3  # Then the icon is clicked anew: right after installation it is inactive for a moment.
CLICKS = 3  # A person, too, aims anew when the page has moved under the pointer.
# Firefox's narrowest sidebar, a small phone, a panel, a tab, in CSS pixels.
IN_A_WINDOW = (200, 320, 400, 800)
LOCATE = (Path(__file__).parent / "popup.js").read_text(encoding="utf-8")

# The window follows the body: Chromium's adds the scroll bar to it, Firefox's does not.
WIDEN = """
    const [wanted, longest] = [arguments[0], 150];
    const frame = () => new Promise(done => setTimeout(done, 16));
    const reached = async () => {
        for (const end = Date.now() + longest; Date.now() < end; await frame()) {
            if (innerWidth === wanted) return frame();  // It may be on its way to another one.
        }
    };
    for (let width = wanted, tries = 0; tries < 9 && innerWidth !== wanted; tries += 1) {
        document.body.style.setProperty("width", `${width}px`, "important");
        await reached();
        width += wanted - innerWidth;
    }
    return innerWidth"""


STEPS = """
    const list = document.querySelector(arguments[0]);
    list.focus();
    const at = [...list.options].findIndex(option => option.value === arguments[1]);
    if (at < 0) throw new Error(`${arguments[0]} has no option ${arguments[1]}`);
    return at - list.selectedIndex"""
CUT_OFF = """
    const page = document.documentElement;
    const out = ({ left, right }) => left < -0.5 || right > page.clientWidth + 0.5;
    const found = [...document.querySelectorAll("body *")]
        .filter(one => one.checkVisibility() && out(one.getBoundingClientRect()));
    const say = some => some.map(one => one.outerHTML.slice(0, 90));
    // What is fixed, as the menu is, one cannot even scroll to; nor up and down.
    const beyond = ({ top, bottom, height }) =>
        height > 0 && (top < -0.5 || bottom > innerHeight + 0.5);
    const lost = [...document.querySelectorAll("body *")].filter(one =>
        getComputedStyle(one).position === "fixed" && one.checkVisibility()
        && (found.includes(one) || beyond(one.getBoundingClientRect())));
    if (page.scrollWidth <= page.clientWidth) return say(lost);
    return [...say(found), `${page.scrollWidth} px in ${page.clientWidth}`]"""

# A word in two lines that is short enough for one beside the page's and a card's margins, and has
# no place to be parted at; not in data. Marks of direction have boxes of their own in a line.
TORN = """
    const words = /(?<!\\S)[^\\s\\-?/\u05be\u2013\u2014\u2026\u2e80-\uffef]{2,12}(?!\\S)/g;
    const [found, range, margins] = [new Set(), document.createRange(), 72];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const parted = boxes => boxes.some(({ top }) => boxes.some(({ bottom }) => bottom <= top + 1));
    const wide = boxes => boxes.reduce((sum, { width }) => sum + width, margins) > innerWidth;
    while (texts.nextNode()) {
        const { currentNode: text, currentNode: { parentElement: within } } = texts;
        if (!within.checkVisibility() || within.closest("textarea, pre")) continue;
        for (const { 0: word, index } of text.data.matchAll(words)) {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
            if (parted(boxes) && !wide(boxes)) found.add(`torn: ${word}`);
        }
    }
    return [...found]"""


BEGUN = """
    return performance.getEntriesByName("python-view").length > 0
        || document.documentElement?.dataset.shell === "failed\""""


class Missing(AssertionError):
    """Something did not appear in the popup in time; the message shows what was there."""


class Popup(ABC):
    """The real action popup of the extension under test."""

    widths: tuple[int, ...] = (320, 400)
    """Those in CSS pixels at which it is looked at: on a small screen, and its own."""

    @abstractmethod
    def open(self) -> None:
        """Click the toolbar icon on the current tab; return when the document is there."""

    @abstractmethod
    def appear(self) -> None:
        """Wait for a popup that something else than the icon opens; return when it is there."""

    @abstractmethod
    def close_by_focus_loss(self) -> None:
        """Have the popup closed as a click beside it does; return when it is gone."""

    @abstractmethod
    def is_open(self) -> bool:
        """Tell whether the popup is there."""

    @abstractmethod
    def evaluate(self, script: str, *args: object) -> Answer:
        """Run a function body in the popup with `arguments`; await and return its JSON value."""

    @abstractmethod
    def keys(self, text: str) -> None:
        """Press these keys, wherever the focus is."""

    @abstractmethod
    def chord(self, held: str, key: str) -> None:
        """Press `key` while `held` is down."""

    @abstractmethod
    def compose(self, text: str) -> None:
        """Begin a word as an input method does, and leave it unfinished."""

    @abstractmethod
    def set_colours(self, scheme: str) -> None:
        """Have the open popup believe the system is "light" or "dark"."""

    @abstractmethod
    def press(self, x: float, y: float) -> None:
        """Press and release the pointer at a point of the popup's viewport."""

    @abstractmethod
    def _drag(self, points: list[tuple[float, float]], kind: str) -> None:
        """Go along points of the popup's viewport with a button down, or a finger."""

    @abstractmethod
    def _picture(self) -> bytes:
        """Return the popup as a PNG, as the person sees it."""

    def click(self, css: str = "", *, text: str = "", seconds: float = SECONDS) -> None:
        """Click the first visible match: by selector, by the words on it, or both."""
        for _ in range(CLICKS):
            spot = self._locate(css, text, seconds)
            self.press(spot["x"], spot["y"])
            if not self._missed():
                return
        message = f"{css} {text}: it moved away from {CLICKS} clicks"
        raise Missing(message)

    def drag(
        self, css: str, start: tuple[float, float], end: tuple[float, float], kind: str = "mouse"
    ) -> None:
        """Drag from one place on an element to another, each in shares of its width and height."""
        self.evaluate("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css)
        rect = "const { x, y, width, height } = document.querySelector(arguments[0])"
        rect += ".getBoundingClientRect(); return [x, y, width, height]"
        x, y, width, height = self.evaluate(rect, css)
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        points = [(x + width * at[0], y + height * at[1]) for at in (start, middle, end)]
        self._drag(points, kind)

    def type(self, css: str, text: str, *, over: bool = False) -> None:
        """Click a field and type at its end, or over what is there."""
        self.click(css)
        self.chord(Keys.CONTROL, "a" if over else Keys.END)
        before = "" if over else self.value(css)
        self.keys(text.replace("\n", Keys.ENTER))
        # Firefox brings keys to the popup some time after they were pressed.
        self.wait_until(lambda: self.value(css) == before + text, f"{text!r} in {css}")

    def choose(self, css: str, value: str) -> None:
        """Choose an option of a closed <select> by its value, with the arrow keys.

        Each key is a choice, and a view that answers one may come before the next key: who looks
        sees where it stands, and goes on.
        """
        for _ in range(CLICKS):
            steps = self.evaluate(STEPS, css, value)
            self.keys((Keys.ARROW_DOWN if steps > 0 else Keys.ARROW_UP) * abs(steps))
            end = time.monotonic() + PATIENCE
            while self.evaluate(STEPS, css, value) and time.monotonic() < end:
                time.sleep(PAUSE)
            if not self.evaluate(STEPS, css, value):
                return
        message = f"{css} does not come to {value!r}"
        raise Missing(message)

    def text(self, css: str = "body") -> str:
        """Return the visible text of the first match, "" if there is none."""
        return str(
            self.evaluate("return document.querySelector(arguments[0])?.innerText ?? ''", css)
        )

    def html(self) -> str:
        """Return the whole document as it stands."""
        return str(self.evaluate("return document.documentElement.outerHTML"))

    def value(self, css: str) -> str:
        """Return what stands in a field, once it is there: a view may be on its way."""
        look = "const one = document.querySelector(arguments[0]); return one && [one.value]"
        (value,) = self.wait_until(lambda: self.evaluate(look, css), f"a field {css}")
        return str(value)

    def has(self, css: str) -> bool:
        """Tell whether something visible matches."""
        return bool(self.evaluate(f"{LOCATE}; return !!match({{css: arguments[0]}})", css))

    def screen(self) -> str:
        """Return the name of the screen shown, "" before there is one."""
        return str(
            self.evaluate("return document.querySelector('main')?.dataset.screen ?? ''") or ""
        )

    def wait_for(self, css: str = "", *, text: str = "") -> None:
        """Wait until something visible matches; `text` alone may stand anywhere."""
        script = f"{LOCATE}; return !!match({{css: arguments[0], text: arguments[1]}})"
        self.wait_until(
            lambda: bool(self.evaluate(script, css or "body", text)), f"{css} {text}".strip()
        )

    def wait_for_guide(self) -> None:
        """Wait until Python has painted its first view, or the shell has given up."""
        self.wait_until(lambda: bool(self.evaluate(BEGUN)), "the guide's view")

    def wait_for_screen(self, name: str) -> None:
        """Wait until `<main data-screen>` is this one."""
        self.wait_until(lambda: self.screen() == name, f"screen {name!r}")

    def wait_until[Seen](
        self, look: Callable[[], Seen], what: str, seconds: float = SECONDS
    ) -> Seen:
        """Wait until `look()` sees something, and return it.

        Raises Missing with what the popup shows instead.
        """
        end = time.monotonic() + seconds
        while not (seen := look()):
            if time.monotonic() > end:
                message = f"{what}: not in {seconds} s. The popup shows:\n{self.text()}"
                raise Missing(message)
            time.sleep(PAUSE)
        return seen

    def set_width(self, pixels: int) -> None:
        """Make the popup's viewport this wide, in CSS pixels: its window follows its content.

        0 gives it back its own width.
        """
        if not pixels:
            self.evaluate("document.body.style.removeProperty('width')")
            return
        width = self.evaluate(WIDEN, pixels)
        assert width == pixels, f"{self.screen()} is {width} px wide, not {pixels}"

    def cut_off(self) -> list[str]:
        """Return what sticks out sideways, so that one would have to scroll, and torn words."""
        found: list[str] = self.evaluate(CUT_OFF) + self.evaluate(TORN)
        return found

    def settle(self) -> None:
        """Bring each transition to its end: a half-faded button is no picture of anything."""
        self.evaluate(
            "const ends = one => one.effect.getComputedTiming().endTime !== Infinity;"
            "document.getAnimations().filter(ends).forEach(one => one.finish())"
        )

    def screenshot(self, path: Path) -> None:
        """Keep what the person sees as a PNG file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.picture())

    def picture(self) -> bytes:
        """Return what the person sees as a PNG."""
        self.settle()
        return self._picture()

    def _missed(self) -> bool:
        """Tell whether the click went by its target; one that closed the popup did not."""
        try:
            return bool(self.evaluate(f"{LOCATE}; return await landed()") == "missed")
        except WebDriverException:
            return False

    def _locate(self, css: str, text: str, seconds: float) -> dict[str, Any]:
        """Wait for a match that nothing covers, and return where it is."""
        script = f"{LOCATE}; return locate({{css: arguments[0], text: arguments[1]}})"
        spots: list[dict[str, Any] | None] = []

        def reachable() -> bool:
            spots.append(self.evaluate(script, css, text))
            spot = spots[-1]
            return spot is not None and not spot["covered"]

        try:
            self.wait_until(reachable, f"{css} {text}".strip(), seconds)
        except Missing as missing:
            if spots[-1]:
                message = f"{missing}\nIt is there, but covered by {spots[-1]['covered']}"
                raise Missing(message) from None
            raise
        return spots[-1] or {}
