"""Popups to compare: ours, and the same popup made in other ways.

static    the same screen as HTML, without any script
plain-js  the same screen by a small script, without any Python
warm      the built extension as it is, with a help tab open: Python lives in the background
cold      the built extension, told to keep no Python: the popup starts its own
stock     the same popup on stock Pyodide: npm's own files, sources, wheels; no snapshot

All have the gauge (gauge.js) in their page.
"""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from packager import archive, programs
from packager.python_part import wheel
from packager.supply import pins
from tests.bench import browsers
from tests.harness.browser import Browser

ROOT = browsers.ROOT

type Manifest = dict[str, Any]

GAUGE = Path(__file__).parent / "gauge.js"
SCRIPT = f'<script src="{GAUGE.name}"></script>'
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
  return { turn: async (text) => door(text), path: "stock" };
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
HEBREW = '<html lang="he" dir="rtl">'


SWITCH = "return chrome.storage.local.set({'engine.keep': arguments[0]})"
LIVES = """
const [patience, end] = [arguments[0] * 1000, Promise.withResolvers()];
const look = async () => {
  const { held } = await navigator.locks.query();
  const lives = held.some(({ name }) => name.startsWith("engine "));
  if (lives || performance.now() > patience) end.resolve();
  else setTimeout(look, 100);
};
look();
return end.promise;
"""
HOST = "host"
STARTING = 30  # Seconds a host has to start in; where there is none, each opening tells.
# By which a benchmark stores what the popup will find.
STORE = ("packed-state.js", "storage-keys.js")
EMPTY = "empty.html"  # A page that may do what the popup may, and does nothing.


def make(target: str, folder: Path) -> Mapping[str, Path]:
    """Make every variant of a browser's extension below `folder`; it must be built."""
    makers: Mapping[str, Callable[[Path], None]] = {
        "static": _static,
        "plain-js": _plain,
        "warm": lambda _: None,
        "cold": lambda _: None,
        "stock": _stock,
    }
    return {name: copied(ROOT, target, folder / name, change) for name, change in makers.items()}


def copied(
    root: Path, target: str, place: Path, change: Callable[[Path], None] = lambda _: None
) -> Path:
    """Copy what the tree at `root` has built to `place`, change it, and add the gauge."""
    shutil.copytree(root / "dist" / target, place)
    change(place)
    shutil.copyfile(GAUGE, place / GAUGE.name)
    for name in STORE:
        # The first builds had not all of them, and take what ours store.
        shutil.copyfile(ROOT / "extension" / "shared" / name, place / name)
    (place / EMPTY).write_text("<!doctype html><title>Empty</title>", encoding="utf-8")
    page = place / "popup.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("<head>", f"<head>{SCRIPT}", 1), encoding="utf-8")
    _revise(place, lambda manifest: _renamed(manifest, place.name))
    return place


def load(browser: Browser, name: str, place: Path) -> str:
    """Load a variant, bring it into its state, and return the address of its root.

    It is warm by its name.
    """
    root = browser.load(place)
    browser.close_welcome(place)
    if name.endswith("warm"):
        warm(browser, root)
    else:
        with browsers.tab(browser, f"{root}{EMPTY}") as page:
            page.execute_script(SWITCH, False)  # noqa: FBT003  # JavaScript's argument.
    return root


def warm(browser: Browser, root: str) -> None:
    """Have Python live in the background, and wait until it does."""
    browser.go(browsers.HELP)
    with browsers.tab(browser, f"{root}{EMPTY}") as page:
        page.execute_script(SWITCH, True)  # noqa: FBT003  # JavaScript's argument.
        page.execute_script(LIVES, STARTING)


def _renamed(manifest: Manifest, name: str) -> None:
    """Firefox knows an extension by its id: each variant is another one."""
    if gecko := manifest.get("browser_specific_settings", {}).get("gecko"):
        gecko["id"] = f"{name}@bench.invalid"


def _no_background(manifest: Manifest) -> None:
    """What has no engine of ours must not start one in the background."""
    del manifest["background"]


def _revise(place: Path, change: Callable[[Manifest], None]) -> None:
    path = place / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")


def _stock(place: Path) -> None:
    """Put stock Pyodide, with libraries in wheels, in the place of the engine."""
    shutil.rmtree(place / "engine")
    _revise(place, _no_background)
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
    _revise(place, _no_background)
    page = (place / "popup.html").read_text(encoding="utf-8")
    return SCREEN.sub(lambda _: app, SCRIPTS.sub("", HTML.sub(HEBREW, page)))


def _screen() -> str:
    name = "first-paint:he"
    filled = programs.python("packager.content_check.ask_guide", "fill", name, path=(ROOT / "py",))
    return str(json.loads(filled)[name])
