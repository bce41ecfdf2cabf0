"""What goes wrong, staged: a built extension whose popup runs a script of the test's first.

The extension is installed once; what it does wrong is written into its folder, where both browsers
read it anew at each opening.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.harness.browser import Browser
from tests.harness.popup import Popup
from tests.harness.shared import Shared

STAGED = re.compile(r'<script src="staged-\d+\.js"></script>')
FIRST = "<script"
HELD = ("engine.js", "popup.js")
WASM = "*.wasm"  # Its name says how much of Pyodide's code is in it.


class Stage:
    """A browser with an extension that goes wrong when, and how, a test says."""

    def __init__(self, shared: Shared, folder: Path) -> None:
        """Belong to a browser into which the built extension in `folder` is installed."""
        self.shared = shared
        self.folder = folder
        self._name = 0

    @property
    def browser(self) -> Browser:
        """The browser that runs now."""
        return self.shared.browser

    @property
    def popup(self) -> Popup:
        """Its popup."""
        return self.browser.popup

    def holds(self, script: str) -> None:
        """Have one of the `HELD` scripts of each popup from now on wait for `lets_go`.

        The engine is the popup's own: a living one would be there at once.
        """
        self.browser.keep_host(keep=False)
        self.goes_wrong(
            "const { promise, resolve } = Promise.withResolvers();"
            f"window.harnessHeld = {{ '{script}': promise }}; window.harnessLetsGo = resolve;"
        )

    def lets_go(self) -> None:
        """Let the held script of the open popup run on."""
        self.popup.evaluate("window.harnessLetsGo()")

    def goes_wrong(self, script: str) -> None:
        """Have each popup from now on run this before all else."""
        # Under another name each time: Firefox keeps scripts that it has seen.
        self._name += 1
        name = f"staged-{self._name}.js"
        said = f"window.harnessStaged = {self._name};\n{script}\n"
        (self.folder / name).write_text(said, encoding="utf-8")
        put_first(self.folder, name)

    def goes_well(self) -> None:
        """Have nothing go wrong from now on."""
        self.goes_wrong("")

    def open(self) -> None:
        """Open the popup, and see that what was staged is what runs."""
        self.popup.open()
        assert self.popup.evaluate("return window.harnessStaged") == self._name

    @contextmanager
    def damaged(self, name: str, damage: str) -> Iterator[None]:
        """Have a file of the extension "missing", "cut short" or "changed" by one bit."""
        (file,) = self.folder.rglob(name)
        good = file.read_bytes()
        try:
            if damage == "missing":
                file.unlink()
            else:
                file.write_bytes(DAMAGES[damage](good))
            yield
        finally:
            file.write_bytes(good)


def can_be_held(folder: Path) -> None:
    """Have the `HELD` scripts of a built extension wait, if a stage says so, before all else."""
    for name in HELD:
        waits = f"await globalThis.harnessHeld?.['{name}'];\n"
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(waits + text, encoding="utf-8")


def _changed(good: bytes) -> bytes:
    middle = len(good) // 2
    return good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :]


DAMAGES = {"cut short": lambda good: good[: len(good) // 2], "changed": _changed}


def put_first(folder: Path, name: str) -> None:
    """Have the popup of a built extension run this script before all others."""
    page = folder / "popup.html"
    html = STAGED.sub("", page.read_text(encoding="utf-8"))
    assert FIRST in html
    page.write_text(html.replace(FIRST, f'<script src="{name}"></script>{FIRST}', 1), "utf-8")


def packed(state: Any) -> str:  # noqa: ANN401  # JSON is any.
    """Return a state as state-store.js stores it."""
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    return f'{{"v":1,"sum":"{fnv1a(text)}","state":{text}}}'


def unpacked(items: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON is any.
    """Return the state in what state-store.js has stored, by name, after checking all of it."""
    _, state = _opened(items["state"])
    if "apart" not in state:
        return state
    found = [(_opened(items[f"case:{name}"]), total) for name, total in state.pop("apart")]
    assert [seen for (seen, _), _ in found] == [total for _, total in found]
    return state | {"cases": [case for (_, case), _ in found]}


def _opened(text: str) -> tuple[str, Any]:
    """Return the checksum of a packed text, and what it says."""
    envelope = json.loads(text)
    written = re.fullmatch(r'\{"v":1,"sum":"[0-9a-f]{8}","state":(.*)\}', text, re.DOTALL)
    assert written
    assert envelope["sum"] == fnv1a(written[1])
    return envelope["sum"], envelope["state"]


def fnv1a(text: str) -> str:
    """Return FNV-1a (32 bit) over the UTF-16 units of a text, as 8 hexadecimal digits."""
    data = text.encode("utf-16-le", "surrogatepass")
    total = 0x811C9DC5
    for low, high in zip(data[::2], data[1::2], strict=True):
        total = ((total ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return f"{total:08x}"
