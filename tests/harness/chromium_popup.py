"""The popup of Chromium, and the pages beside it, through chromedriver."""

import base64
import time
from typing import TYPE_CHECKING

from tests.harness import actions
from tests.harness.popup import IN_A_WINDOW, PATIENCE, PAUSE, Answer, Popup

if TYPE_CHECKING:
    from tests.harness.chromium import Chromium


class ChromiumPopup(Popup):
    """The popup is one more window of chromedriver's, as long as no other is brought forward."""

    def __init__(self, browser: "Chromium") -> None:
        """Belong to this browser."""
        self._browser = browser
        self._driver = browser.driver

    def open(self) -> None:
        # A click on the icon of an open popup closes it, and DevTools' click ends Chromium there.
        assert not self.is_open(), "the popup is open already: close it first"
        self._enter(self._browser.wait_until(self._opens, "the popup opens"))

    def appear(self) -> None:
        self._enter(self._browser.wait_until(self._browser.popup_target, "the popup appears"))

    def _enter(self, handle: str) -> None:
        self._driver.switch_to.window(handle)
        ready = "return document.readyState === 'complete' && document.hasFocus()"
        self._browser.wait_until(lambda: self._driver.execute_script(ready), "the popup has focus")

    def _opens(self) -> str:
        """Click the icon, and return the popup's window handle, "" if none has come."""
        self._browser.trigger()
        end = time.monotonic() + PATIENCE
        while not (handle := self._browser.popup_target()) and time.monotonic() < end:
            time.sleep(PAUSE)
        return handle

    def close_by_focus_loss(self) -> None:
        self._driver.switch_to.window(self._browser.page_handle())
        actions.press(self._driver, 5, 5)
        self._browser.wait_until(lambda: not self.is_open(), "the popup is gone")

    def is_open(self) -> bool:
        return bool(self._browser.popup_target())

    def evaluate(self, script: str, *args: object) -> Answer:
        wrapped = f"return (async function () {{{script}}}).apply(null, arguments)"
        return self._driver.execute_script(wrapped, *args)

    def keys(self, text: str) -> None:
        actions.keys(self._driver, text)

    def chord(self, held: str, key: str) -> None:
        actions.chord(self._driver, held, key)

    def compose(self, text: str) -> None:
        word = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        self._driver.execute_cdp_cmd("Input.imeSetComposition", word)

    def set_colours(self, scheme: str) -> None:
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self._driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})

    def press(self, x: float, y: float) -> None:
        actions.press(self._driver, x, y)

    def _drag(self, points: list[tuple[float, float]], kind: str) -> None:
        actions.drag(self._driver, points, kind)

    def _picture(self) -> bytes:
        shot = self._driver.execute_cdp_cmd("Page.captureScreenshot", {})
        return base64.b64decode(shot["data"])


class ChromiumPage(ChromiumPopup):
    """A page of the extension's in a tab: a window like any other."""

    widths = IN_A_WINDOW

    def __init__(self, browser: "Chromium", handle: str) -> None:
        """Be in front."""
        super().__init__(browser)
        self._driver.switch_to.window(handle)

    def set_width(self, pixels: int) -> None:
        """Make the tab's viewport this wide; 0 gives it back its own width."""
        if not pixels:
            self._driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
            return
        size = {"width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self._driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def _picture(self) -> bytes:
        size = self._driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        self.evaluate("scrollTo(0, 0)")  # The head of the page would stand where one has scrolled.
        whole = {"clip": {**size, "scale": 1}, "captureBeyondViewport": True}
        shot = self._driver.execute_cdp_cmd("Page.captureScreenshot", whole)
        return base64.b64decode(shot["data"])
