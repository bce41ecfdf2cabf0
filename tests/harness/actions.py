"""Pointer and keys of any driver (WebDriver's actions), without the pauses Selenium puts in."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.remote.webdriver import WebDriver


def press(driver: WebDriver, x: float, y: float) -> None:
    """Press and release the pointer at a point of the current viewport."""
    builder = ActionBuilder(driver, duration=0)
    builder.pointer_action.move_to_location(int(x), int(y)).click()  # type: ignore[no-untyped-call]
    builder.perform()


def keys(driver: WebDriver, text: str) -> None:
    """Press these keys one after another."""
    ActionChains(driver, duration=0).send_keys(text).perform()


def chord(driver: WebDriver, held: str, key: str) -> None:
    """Press `key` while `held` is down."""
    ActionChains(driver, duration=0).key_down(held).send_keys(key).key_up(held).perform()
