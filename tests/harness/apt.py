"""Debian's packages, installed for the tests while other programs may be installing, too."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

LONGEST = 900  # Seconds: for slow mirrors, and for others who hold a lock.
STILL = 20  # Seconds after which it is said what apt-get does now.
RETRY = 2
# apt-get waits for the locks of dpkg if it is asked to, for those of its lists and archives never.
WAITING = ("-o", f"DPkg::Lock::Timeout={LONGEST}")
HELD = "Could not get lock"

type Say = Callable[[str], object]


class NotInstalled(Exception):
    """What was wanted could not be installed; the message says why, in apt-get's own words."""


def install(packages: Sequence[str], say: Say) -> None:
    """Install packages, and say which, what goes on, and how long it took; raises NotInstalled."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise NotInstalled("That takes apt-get, and root.")
    began, names = time.monotonic(), " ".join(packages)
    say(f"Installing {names} with apt-get, for the browser tests; it takes a minute or two.")
    for words in (("update", "-q"), ("install", "-qy", "--no-install-recommends", *packages)):
        run(("apt-get", *words, *WAITING), say)
    say(f"Installed {names} in {time.monotonic() - began:.0f} s.")


def run(command: Sequence[str], say: Say, longest: float = LONGEST) -> None:
    """Run a command, anew while another program has a lock that it does not wait for itself.

    `longest` is how many seconds to try. Raises NotInstalled.
    """
    until, told = time.monotonic() + longest, ""
    while True:
        code, said = _run_once(command, say)
        if code == 0:
            return
        held = next((line for line in said.splitlines() if HELD in line), "")
        if not held or time.monotonic() > until:
            message = f"{' '.join(command)}:\n{said[-2000:]}"
            raise NotInstalled(message)
        if held != told:
            say(f"Waiting. {held}")
            told = held
        time.sleep(RETRY)


def _run_once(command: Sequence[str], say: Say) -> tuple[int, str]:
    """Return the exit code and all that was printed; say its last line from time to time."""
    environment = {"DEBIAN_FRONTEND": "noninteractive", **os.environ}
    with tempfile.NamedTemporaryFile() as out:
        printed = Path(out.name)
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment
        ) as process:
            while (code := _ended(process)) is None:
                say(f"... {_lines(printed)[-1]}")
        return code, "\n".join(_lines(printed))


def _ended(process: subprocess.Popen[bytes]) -> int | None:
    try:
        return process.wait(STILL)
    except subprocess.TimeoutExpired:
        return None


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").strip().splitlines() or [""]
