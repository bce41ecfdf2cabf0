"""Pointer and keys of any driver (WebDriver's actions), without the pauses Selenium puts in."""

from collections.abc import Sequence

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.remote.webdriver import WebDriver


def press(driver: WebDriver, x: float, y: float) -> None:
    """Press and release the pointer at a point of the current viewport."""
    builder = ActionBuilder(driver, duration=0)
    builder.pointer_action.move_to_location(int(x), int(y)).click()  # type: ignore[no-untyped-call]
    builder.perform()


def drag(driver: WebDriver, points: Sequence[tuple[float, float]], kind: str) -> None:
    """Go along these points of the viewport with a "mouse" whose button is down, or by "touch"."""
    builder = ActionBuilder(driver, mouse=PointerInput(kind, f"harness {kind}"), duration=20)  # type: ignore[no-untyped-call]
    (first_x, first_y), *others = points
    pointer = builder.pointer_action
    pointer.move_to_location(int(first_x), int(first_y)).pointer_down()  # type: ignore[no-untyped-call]
    for x, y in others:
        pointer.move_to_location(int(x), int(y))  # type: ignore[no-untyped-call]
    pointer.pointer_up()  # type: ignore[no-untyped-call]
    builder.perform()


def keys(driver: WebDriver, text: str) -> None:
    """Press these keys one after another."""
    ActionChains(driver, duration=0).send_keys(text).perform()


def chord(driver: WebDriver, held: str, key: str) -> None:
    """Press `key` while `held` is down."""
    ActionChains(driver, duration=0).key_down(held).send_keys(key).key_up(held).perform()
