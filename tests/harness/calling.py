"""Variants of the extension that call out on purpose, and who hears them."""

import json
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.harness.browser import Browser

SCRIPT = Path(__file__).parent / "calling_out.js"
WORKER = Path(__file__).parent / "calling_out.worker.js"
BASE = "https://help.openai.com/leak"
# Nothing but what the extension itself needs to run: all that calls out is let out.
LOOSE = "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'"


def make_call_out(extension: Path, stun_port: int, *, loose: bool) -> Path:
    """Have popup and background of a built extension call out, each in every way they know.

    A STUN request goes to the UDP port `stun_port`. A `loose` one has a policy that lets them, and
    opens a tab, too, which no policy stops.
    """
    told = json.dumps({"BASE": BASE, "STUN": stun_port, "NAVIGATES": loose})
    script = SCRIPT.read_text(encoding="utf-8")
    _write(extension / "called-out.js", f"const {{ BASE, STUN, NAVIGATES }} = {told};\n{script}")
    shutil.copyfile(WORKER, extension / "called-out.worker.js")
    page, background = extension / "popup.html", extension / _background(extension)
    tag = '<script type="module" src="called-out.js"></script></body>'
    _write(page, page.read_text(encoding="utf-8").replace("</body>", tag))
    _write(background, 'import "./called-out.js";\n' + background.read_text(encoding="utf-8"))
    if loose:
        manifest = extension / "manifest.json"
        whole = json.loads(manifest.read_text(encoding="utf-8"))
        _write(
            manifest, json.dumps(whole | {"content_security_policy": {"extension_pages": LOOSE}})
        )
    return extension


def _background(extension: Path) -> str:
    """Return the name of the script in the background, as the browser's manifest has it."""
    named = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))["background"]
    return str(named.get("service_worker") or named["scripts"][0])


def have_called_out(browser: Browser) -> dict[str, dict[str, str]]:
    """Open the popup, wait until both places have tried it all; return how it went, by way."""
    done, said = "return globalThis.calledOut?.done ?? false", "return globalThis.calledOut.said"
    browser.popup.open()
    browser.popup.wait_for_guide()
    browser.wait_until(lambda: bool(browser.popup.evaluate(done)), "the popup has called out")
    browser.wait_until(lambda: bool(browser.background(done)), "the background has called out")
    return {"popup": browser.popup.evaluate(said), "background": browser.background(said)}


@contextmanager
def listening() -> Iterator[socket.socket]:
    """Listen to UDP packets on a free loopback port until the block ends."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.settimeout(0)
        yield listener


def was_heard(listener: socket.socket) -> bool:
    """Tell whether a packet has come."""
    try:
        return bool(listener.recv(4096))
    except BlockingIOError:
        return False


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
