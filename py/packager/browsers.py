"""`--open`: an installed browser, with a profile of its own and the extension in it.

start    opens it and waits until it is closed
Shown    opens it and goes on: it can be made to load the extension anew, as `--watch` wants

That is done from outside, by what each browser has for developers; nothing of it is in a package.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from packager import archive, programs
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
# Firefox's own way for developers, which about:debugging goes, too.
FIREFOX_DEBUGGED = """\
user_pref("devtools.chrome.enabled", true);
user_pref("devtools.debugger.remote-enabled", true);
user_pref("devtools.debugger.prompt-connection", false);
"""
CHROMIUM_PORT = "DevToolsActivePort"  # In the profile, once it listens: the port, and a path.
type Running = subprocess.Popen[bytes]
# Seconds for a browser on a busy machine.
BEGINS = 180.0
ENDS = 10.0


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
    return [binary, *_chromium_flags(profile), f"--load-extension={extension}", HELP]


def _chromium_flags(profile: Path) -> list[str]:
    # Chromium does not run as root with its sandbox, as in a container.
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [f"--user-data-dir={profile}", "--no-first-run", *root]


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


class Shown:
    """A browser that shows the extension in `folder`, and shows it anew when that has changed."""

    def __init__(self, target: str, binary: str, folder: Path) -> None:
        """Know how; nothing is open yet."""
        self._target, self._binary, self._folder = target, binary, folder
        self._profile = tempfile.TemporaryDirectory(
            prefix="support-guide-", ignore_cleanup_errors=True
        )
        self._process: Running | None = None
        self._port = _free_port()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(ENDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._profile.cleanup()

    def show(self) -> None:
        """Open the browser, or have the one that is open load the extension anew.

        Raises BuildError where it is closed, or does not take the extension.
        """
        profile = Path(self._profile.name)
        if self._process is None:
            command = DEBUGGED[self._target](self._binary, profile, self._port)
            quiet = subprocess.DEVNULL
            self._process = subprocess.Popen([*command, HELP], stdout=quiet, stderr=quiet)  # noqa: S603  # Found above.
        LOADS[self._target](self._folder, profile, self._port, self._process)


def _debugged_chromium(binary: str, profile: Path, _port: int) -> list[str]:
    debugged = ("--remote-debugging-port=0", "--enable-unsafe-extension-debugging")
    return [binary, *_chromium_flags(profile), *debugged]


def _debugged_firefox(binary: str, profile: Path, port: int) -> list[str]:
    (profile / "user.js").write_text(FIREFOX_PREFERENCES + FIREFOX_DEBUGGED, encoding="utf-8")
    listens = ("--start-debugger-server", str(port))
    return [binary, "--profile", str(profile), "--no-remote", *listens]


DEBUGGED: Mapping[str, Callable[[str, Path, int], list[str]]] = {
    "chromium": _debugged_chromium,
    "firefox": _debugged_firefox,
}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _until[Seen](look: Callable[[], Seen | None], browser: Running) -> Seen:
    """Return what `look` sees, as soon as it does. Raises BuildError when that takes too long."""
    end = time.monotonic() + BEGINS
    while (seen := look()) is None:
        if browser.poll() is not None:
            raise BuildError("the browser is closed; Ctrl-C, and start anew to open another")
        if time.monotonic() > end:
            raise BuildError(f"the browser does not answer within {BEGINS:.0f} s")
        time.sleep(0.05)
    return seen


def _load_in_chromium(extension: Path, profile: Path, _port: int, browser: Running) -> None:
    """Load it, also anew: its id is that of the folder. Raises BuildError."""

    def address() -> str | None:
        file = profile / CHROMIUM_PORT
        lines = file.read_text(encoding="utf-8").split() if file.exists() else []
        return f"ws://127.0.0.1:{lines[0]}{lines[1]}" if len(lines) > 1 else None

    script = Path(__file__).parent / "load_in_chromium.mjs"
    programs.node([script, _until(address, browser), extension])


def _load_in_firefox(extension: Path, _profile: Path, port: int, browser: Running) -> None:
    """Load it, also anew: its id is that of its manifest. Raises BuildError."""

    def connected() -> socket.socket | None:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=BEGINS)
        except ConnectionRefusedError:
            return None

    try:
        with _until(connected, browser) as debugger:
            heard = debugger.makefile("rb")
            _packet(heard)  # It greets first.
            root = _asked(debugger, heard, {"to": "root", "type": "getRoot"})
            load = {"type": "installTemporaryAddon", "addonPath": str(extension)}
            said = _asked(debugger, heard, load | {"to": root["addonsActor"]})
    except (OSError, ValueError, KeyError) as error:
        raise BuildError(f"Firefox does not answer as it should: {error!r}") from error
    if "error" in said:
        raise BuildError(f"Firefox does not load the extension: {said.get('message', said)}")


def _asked(debugger: socket.socket, heard: Any, packet: dict[str, str]) -> dict[str, Any]:  # noqa: ANN401  # A socket's file.
    """Return Firefox's answer; what it says of other things in between is passed over."""
    data = json.dumps(packet).encode()
    debugger.sendall(b"%d:%s" % (len(data), data))
    while (said := _packet(heard)).get("from") != packet["to"] or "type" in said:
        pass
    return said


def _packet(heard: Any) -> dict[str, Any]:  # noqa: ANN401  # A socket's file.
    """Return the next packet: a length, a colon, and so many bytes of JSON. Raises ValueError."""
    length = b""
    while (one := heard.read(1)) != b":":
        if not one:
            raise ValueError("it has hung up")
        length += one
    said: dict[str, Any] = json.loads(heard.read(int(length)))
    return said


LOADS: Mapping[str, Callable[[Path, Path, int, Running], None]] = {
    "chromium": _load_in_chromium,
    "firefox": _load_in_firefox,
}
