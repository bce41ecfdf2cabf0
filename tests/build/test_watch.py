"""`--watch --open`: what was changed is built, and loaded anew by the browser that it opened."""

import json
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import SimpleQueue

import pytest

from packager import browsers
from tests.build.trees import Tree
from tests.harness import browsers_found

SECONDS = 600  # Only so that it ends: a machine may have other things to do.
BACKGROUND = {
    "chromium": {"service_worker": "background.js"},
    "firefox": {"scripts": ["background.js"]},
}
# Firefox else asks for TLS.
CSP = {"extension_pages": "script-src 'self'"}


@contextmanager
def hearing() -> Iterator[tuple[str, SimpleQueue[str]]]:
    """Run a server on this machine; give its address, and the paths that it is asked for."""
    heard: SimpleQueue[str] = SimpleQueue()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # The library's name.
            heard.put(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:  # It says nothing.
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()


def without_window(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a program in `folder` that runs the browser of that name, with nothing to see."""
    found = browsers_found.find(name)
    folder.mkdir()
    flags = "--headless=new --disable-gpu" if name == "chromium" else "-headless"
    program = folder / name
    program.write_text(f'#!/bin/sh\nexec "{found.binary}" {flags} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return program


@pytest.mark.parametrize("name", browsers.NAMES)
def test_a_browser_loads_anew_what_has_changed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail, in both, with a `show` that only opens."""
    program, folder = without_window(name, tmp_path / "bin", monkeypatch), tmp_path / "extension"
    folder.mkdir()
    with hearing() as (address, heard), browsers.Shown(name, str(program), folder) as shown:
        manifest = {
            "manifest_version": 3,
            "name": "Says that it runs",
            "version": "1",
            "background": BACKGROUND[name],
            "host_permissions": [f"{address}/*"],
            "content_security_policy": CSP,
        }
        if name == "firefox":
            manifest["browser_specific_settings"] = {"gecko": {"id": "runs@example.com"}}
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        for path in ("/first", "/second"):
            says = f"fetch('{address}{path}', {{ mode: 'no-cors' }});"
            (folder / "background.js").write_text(says, encoding="utf-8")
            shown.show()
            assert heard.get(timeout=SECONDS) == path


def test_a_broken_template_is_told_and_the_next_change_is_loaded(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail with a watch that ends at the first failure."""
    without_window("chromium", tmp_path / "bin", monkeypatch)
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    template = tree.root / "py" / "guide" / "templates" / "start.html.j2"
    good = template.read_text(encoding="utf-8")
    with subprocess.Popen(
        tree.command("--watch", "--open", "--target", "chromium"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as run:
        killer = threading.Timer(SECONDS, run.kill)
        killer.start()
        assert run.stdout
        said = iter(run.stdout)
        try:
            wait_for("Loaded dist/plain-chromium", said)
            template.write_text(good + "{% if %}", encoding="utf-8")
            assert "start.html.j2" in wait_for("error: ", said)
            template.write_text(good.replace('id="title"', 'id="title" class="seen"'), "utf-8")
            wait_for("Loaded dist/plain-chromium", said)
            run.send_signal(signal.SIGTERM)
            wait_for("Stopped", said)
        finally:
            killer.cancel()
            run.terminate()
    page = (tree.root / "dist" / "plain-chromium" / "popup.html").read_text(encoding="utf-8")
    assert 'class="seen"' in page


def wait_for(words: str, said: Iterator[str]) -> str:
    """Return the next line that has these words."""
    lines = []
    for line in said:
        lines.append(line)
        if words in line:
            return line
    raise AssertionError(f"it never said {words}:\n{''.join(lines)}")
