"""Popups to compare: ours, and the same popup made in other ways.

ours      the built extension as it is
stock     the same popup on stock Pyodide: npm's own files, sources, wheels; no snapshot
plain-js  the same screen by a small script, without any Python
static    the same screen as HTML, without any script
"""

import json
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "py"))

from packager import archive, pins, programs, wheel  # noqa: E402  # From this tree.

STOCK_FILES = (
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
STOCK_ENGINE = """
import { loadPyodide } from "./stock/pyodide.mjs";

export async function startEngine() {
  const python = await loadPyodide({ indexURL: new URL("stock/", import.meta.url).href });
  for (const wheel of WHEELS) {
    const file = await fetch(new URL(`stock/${wheel}`, import.meta.url));
    python.unpackArchive(await file.arrayBuffer(), "wheel");
  }
  const door = python.pyimport("guide.door").turn;
  return { turn: async (text) => door(text) };
}
"""
PLAIN_SCRIPT = """
import { VIEW } from "./view.js";
const policy = trustedTypes.createPolicy("paint", { createHTML: (html) => html });
document.querySelector("#app").innerHTML = policy.createHTML(VIEW);
performance.mark("python-view");
"""
SCRIPTS = re.compile(r"\s*<script.*?</script>|\s*<link rel=\"modulepreload\"[^>]*>", re.DOTALL)
SCREEN = re.compile(r"<div id=\"app\".*?(?=\s*<div id=\"failed\")", re.DOTALL)
# As first-paint.js leaves it for a person whose browser speaks Hebrew.
HTML = re.compile(r"<html[^>]*>")
HEBREW = '<html lang="he" dir="rtl" data-view="first">'


def make(folder: Path) -> Mapping[str, Path]:
    """Make every variant below `folder`; the extension must be built."""
    makers: Mapping[str, Callable[[Path], None]] = {
        "ours": lambda _: None,
        "stock": _stock,
        "plain-js": _plain,
        "static": _static,
    }
    for name, change in makers.items():
        shutil.copytree(ROOT / "dist" / "chromium", folder / name)
        change(folder / name)
    return {name: folder / name for name in makers}


def _stock(place: Path) -> None:
    """Put stock Pyodide, with libraries in wheels, in the place of the engine."""
    shutil.rmtree(place / "engine")
    stock = place / "stock"
    stock.mkdir()
    for name in STOCK_FILES:
        shutil.copyfile(ROOT / "extension" / "node_modules" / "pyodide" / name, stock / name)
    wheels = [*_libraries(stock), wheel.make(ROOT, stock)]
    names = json.dumps([path.name for path in wheels])
    (place / "engine.js").write_text(STOCK_ENGINE.replace("WHEELS", names), encoding="utf-8")


def _libraries(stock: Path) -> list[Path]:
    """Write the pinned libraries as the wheels a package installer would unpack."""
    found: dict[str, dict[str, bytes]] = {}
    for name, path in pins.python():
        found.setdefault(name.partition("/")[0], {})[name] = path.read_bytes()
    paths = [stock / f"{package}-0-py3-none-any.whl" for package in found]
    for path, files in zip(paths, found.values(), strict=True):
        archive.write(path, files, packed=True)
    return paths


def _plain(place: Path) -> None:
    """Let a script put the screen there that Python makes."""
    page = _page(place, '<div id="app"></div>')
    script = '<script type="module" src="popup.js"></script></head>'
    (place / "popup.html").write_text(page.replace("</head>", script), encoding="utf-8")
    view = f"export const VIEW = {json.dumps(_screen())};"
    (place / "view.js").write_text(view, encoding="utf-8")
    (place / "popup.js").write_text(PLAIN_SCRIPT, encoding="utf-8")


def _static(place: Path) -> None:
    """Leave the first screen and its styles."""
    page = _page(place, f'<div id="app">{_screen()}</div>')
    (place / "popup.html").write_text(page, encoding="utf-8")


def _page(place: Path, app: str) -> str:
    """Return our page in Hebrew without its scripts, with another `app`, and drop the engine."""
    shutil.rmtree(place / "engine")
    page = (place / "popup.html").read_text(encoding="utf-8")
    return SCREEN.sub(lambda _: app, SCRIPTS.sub("", HTML.sub(HEBREW, page)))


def _screen() -> str:
    name = "first-paint:he"
    filled = programs.python("packager.rehearsal", "fill", name, path=(ROOT / "py",))
    return str(json.loads(filled)[name])
