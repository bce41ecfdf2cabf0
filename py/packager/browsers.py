"""`--open`: an installed browser, with a profile of its own and the extension in it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from packager import archive
from packager.errors import BuildError
from packager.shell_part import manifest

HELP = "https://help.openai.com/"
# Branded Chrome is not among them: it refuses unpacked extensions from the command line.
NAMES = {
    "chromium": ("chromium", "chromium-browser", "microsoft-edge", "brave-browser"),
    "firefox": ("firefox-esr", "firefox-developer-edition", "firefox-nightly", "firefox"),
}
FIREFOX_PREFERENCES = """\
user_pref("xpinstall.signatures.required", false);
user_pref("extensions.autoDisableScopes", 0);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutwelcome.enabled", false);
"""


def start(dist: Path, targets: Sequence[str]) -> None:
    """Start the first browser found for one of `targets` and wait until it is closed.

    Raises BuildError.
    """
    target, binary = find(targets)
    with tempfile.TemporaryDirectory(prefix="support-guide-") as profile:
        command = COMMANDS[target](binary, dist / target, Path(profile))
        subprocess.run(command, check=False, stderr=subprocess.DEVNULL)  # noqa: S603  # Found above.


def find(targets: Sequence[str]) -> tuple[str, str]:
    """Return a target and the path of a browser for it. Raises BuildError."""
    for target in targets:
        for name in NAMES[target]:
            if binary := shutil.which(name):
                return target, binary
    names = ", ".join(name for target in targets for name in NAMES[target])
    message = f"no browser to open was found; install one of {names}, or load dist by hand"
    raise BuildError(message)


def _chromium(binary: str, extension: Path, profile: Path) -> list[str]:
    # Chromium does not run as root with its sandbox, as in a container.
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    flags = [f"--user-data-dir={profile}", f"--load-extension={extension}", "--no-first-run"]
    return [binary, *flags, *root, HELP]


def _firefox(binary: str, extension: Path, profile: Path) -> list[str]:
    """Put the extension where Firefox looks for installed ones; releases insist on a signature."""
    (profile / "user.js").write_text(FIREFOX_PREFERENCES, encoding="utf-8")
    (profile / "extensions").mkdir()
    packed = profile / "extensions" / f"{manifest.gecko_id(extension)}.xpi"
    archive.write(packed, archive.read_folder(extension), packed=False)
    return [binary, "--profile", str(profile), "--no-remote", HELP]


COMMANDS: Mapping[str, Callable[[str, Path, Path], list[str]]] = {
    "chromium": _chromium,
    "firefox": _firefox,
}
