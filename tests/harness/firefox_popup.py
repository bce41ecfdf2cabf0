"""The popup of Firefox, and the other frames and pages of the extension, from the chrome scope."""

import base64
from typing import TYPE_CHECKING

from selenium.common.exceptions import WebDriverException

from tests.harness import actions
from tests.harness.popup import IN_A_WINDOW, PATIENCE, Answer, Popup

if TYPE_CHECKING:
    from tests.harness.firefox import Firefox


class FirefoxPopup(Popup):
    """The popup is a <browser> in a panel of the browser's window."""

    where = "popup()"

    def __init__(self, browser: "Firefox") -> None:
        """Belong to this browser."""
        self._browser = browser

    def open(self) -> None:
        opened = "return openPopup(arguments[0], arguments[1] * 1000)"
        self._browser.wait_until(
            lambda: bool(self._browser.chrome(opened, self._browser.extension, PATIENCE)),
            "the popup opens",
        )
        self._enter()

    def appear(self) -> None:
        self._browser.wait_until(self.is_open, "the popup appears")
        self._browser.chrome("popup().focus()")
        self._enter()

    def _enter(self) -> None:
        if self._browser.zoom != 1:
            self._browser.chrome("popup().fullZoom = arguments[0]", self._browser.zoom)
        self._browser.wait_until(self._has_focus, "the popup has focus")

    def _has_focus(self) -> bool:
        try:
            here = "return document.readyState === 'complete' && document.hasFocus()"
            return bool(self.evaluate(here))
        except WebDriverException:
            return False  # The empty document that a popup begins with was just replaced.

    def close_by_focus_loss(self) -> None:
        self._browser.chrome("panel().hidePopup()")
        self._browser.wait_until(lambda: not self.is_open(), "the popup is gone")

    def is_open(self) -> bool:
        return bool(self._browser.chrome("return !!popup()"))

    def evaluate(self, script: str, *args: object) -> Answer:
        return self._browser.run(self.where, script, args)

    def keys(self, text: str) -> None:
        actions.keys(self._browser.in_chrome(), text)

    def chord(self, held: str, key: str) -> None:
        actions.chord(self._browser.in_chrome(), held, key)

    def compose(self, text: str) -> None:
        assert self._browser.chrome("return compose(arguments[0])", text)

    def set_colours(self, scheme: str) -> None:
        script = f"{self.where}.browsingContext.prefersColorSchemeOverride = arguments[0]"
        self._browser.chrome(script, scheme)

    def press(self, x: float, y: float) -> None:
        actions.press(self._browser.in_chrome(), *self._on_screen(x, y))

    def _drag(self, points: list[tuple[float, float]], kind: str) -> None:
        there = [self._on_screen(x, y) for x, y in points]
        actions.drag(self._browser.in_chrome(), there, kind)

    def _on_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the document as one of the browser's window."""
        left, top = self._browser.chrome(f"return corner({self.where})")
        zoom = self._browser.zoom
        return left + x * zoom, top + y * zoom

    def _picture(self) -> bytes:
        shot = f"return await picture({self.where}, arguments[0])"
        return base64.b64decode(self._browser.chrome(shot, self._height()))

    def _height(self) -> int:
        """Return how much of the document belongs into a picture, in pixels; 0 is what is seen."""
        return 0


class FirefoxPage(FirefoxPopup):
    """A page of the extension's in the tab in front."""

    widths = IN_A_WINDOW
    where = "gBrowser.selectedBrowser"

    def __init__(self, browser: "Firefox") -> None:
        """Have the keys."""
        super().__init__(browser)
        browser.chrome(f"{self.where}.focus()")

    def set_width(self, pixels: int) -> None:
        """Make the tab's viewport this wide; 0 gives it back its own width."""
        width = f"{pixels}px" if pixels else ""
        self._browser.chrome(f"{self.where}.style.maxWidth = arguments[0]", width)
        is_so = f"return {self.where}.clientWidth"
        wide = "return innerWidth === arguments[0]"
        self.wait_until(
            lambda: self.evaluate(wide, pixels or self._browser.chrome(is_so)), f"{pixels} px"
        )

    def _height(self) -> int:
        return int(self.evaluate("scrollTo(0, 0); return document.documentElement.scrollHeight"))


class FirefoxPanel(FirefoxPage):
    """The guide in the sidebar."""

    where = "sidebar()"

    def set_width(self, pixels: int) -> None:
        """Make the sidebar this wide, as a person does by its edge; 0 gives it back its width."""
        self._browser.chrome("widenSidebar(arguments[0])", f"{pixels}px" if pixels else "")
        wide = "return !arguments[0] || innerWidth === arguments[0]"
        self.wait_until(lambda: bool(self.evaluate(wide, pixels)), f"{pixels} px")
