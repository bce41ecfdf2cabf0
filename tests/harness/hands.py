"""Somebody without a mouse: Tab, arrows, Enter and Space, and what has the focus meanwhile."""

import time

from selenium.webdriver.common.keys import Keys

from tests.harness.popup import PAUSE, Missing, Popup

MOST = 90  # Presses of Tab: more than any screen has stops.
ARRIVES = 1.0  # Seconds; Firefox brings keys to the popup some time after they were pressed.
# Radios that are not chosen are no stops: where one is meant, so is its group.
FOCUSED = """
    const one = document.activeElement;
    return !one || one === document.body ? "" : one.id || one.outerHTML.slice(0, 60)"""
IS_ON = "return !!document.activeElement?.matches(arguments[0])"


class Hands:
    """The keys of one popup."""

    def __init__(self, popup: Popup) -> None:
        """Belong to this popup."""
        self.popup = popup

    def focused(self) -> str:
        """Return the id of what has the focus, its markup without one, "" for the page itself."""
        return str(self.popup.evaluate(FOCUSED))

    def is_on(self, css: str) -> bool:
        """Tell whether what has the focus matches."""
        return bool(self.popup.evaluate(IS_ON, css))

    def key(self, key: str) -> str:
        """Press a key that moves the focus; return where it is then."""
        before = self.focused()
        self.popup.keys(key)
        end = time.monotonic() + ARRIVES
        while (now := self.focused()) == before and time.monotonic() < end:
            time.sleep(PAUSE / 4)
        return now

    def tab_to(self, css: str) -> None:
        """Press Tab until what has the focus matches."""
        self.popup.wait_for(css)
        passed: list[str] = []
        while not self.is_on(css):
            passed.append(self.key(Keys.TAB))
            if len(passed) > MOST:
                message = f"no key leads to {css}; Tab leads to {passed}"
                raise Missing(message)

    def press(self, css: str) -> None:
        """Go to a button and press it."""
        self.tab_to(css)
        self.popup.keys(Keys.ENTER)

    def write(self, css: str, text: str) -> None:
        """Go to a field and write."""
        self.tab_to(css)
        self.popup.keys(text)
        self.popup.wait_until(lambda: self.popup.value(css) == text, f"{text!r} in {css}")

    def send(self) -> None:
        """Send the form of the field, as from every program that takes long texts."""
        self.popup.chord(Keys.CONTROL, Keys.ENTER)

    def to_cases(self) -> None:
        """Go to the list of cases by the menu."""
        self.press("#open-menu")
        self.popup.wait_until(lambda: self.is_on("#go-cases"), "the focus in the menu")
        self.popup.keys(Keys.ENTER)
        self.arrive("cases")

    def arrive(self, screen: str) -> None:
        """Wait for a screen that has the focus: on what is first there, and not on the page."""
        self.popup.wait_for_screen(screen)
        self.popup.wait_until(self.focused, f"a focus on {screen}")
        assert self.is_on("main *"), f"{screen}: the focus is on {self.focused()}"
