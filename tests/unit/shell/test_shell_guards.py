"""What the shell's modules may not do, each thing but for the places that are listed with a reason.

A second place that leaves the extension, makes markup or runs text fails here, in milliseconds;
tests/browser/test_silence.py says the same of the running extension.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from packager.shell_part import scripts

EXTENSION = Path(__file__).parents[3] / "extension"
MODULES = scripts.sources(EXTENSION, "*.js")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w\"'`])//[^\n]*", re.DOTALL)


@dataclass(frozen=True)
class Guard:
    """`pattern` is what it looks like, `allowed` where it may be, `misdeeds` ways to do it."""

    name: str
    pattern: str
    allowed: Mapping[str, list[str]]
    misdeeds: tuple[str, ...]


LEAVING = Guard(
    "leaves the extension",
    r"\btabs\s*\??\.\s*(?:create|update|duplicate)\b|\bwindows\s*\.\s*create\b"
    r"|\bwindow\s*\.\s*open\b|(?<![\w.#])open\s*\(\s*[\"'`]|\bchrome\.(?:scripting|downloads)\b"
    r"|\blaunchWebAuthFlow\b|\bopenOptionsPage\b|\.setUninstallURL\b"
    r"|\blocation\s*(?:=(?!=)|\.\s*(?:href|assign|replace|reload|search|hash|pathname)\b)"
    r"|\b(?:history|navigation)\s*\.\s*(?:push|replace|navigate|go|back|forward)"
    r"|\.ping\b|\.action\s*=|\.submit\s*\(|\.requestSubmit\s*\(",
    {
        # The one way out, for a listed address, and Chromium's own page for keys; the popup opened
        # anew, and the three pages of the extension's own, which stay here.
        "effects.js": ["location.assign", "location.reload", "openOptionsPage", "tabs.create"],
        "ways-in.js": ["tabs.create"],  # The guide, in a tab, and the page of the first run.
        # They are read: which frame of the guide a page is, and the version that opened it.
        "first-paint.js": ["location.search"],
        "offscreen.js": ["location.search"],
        # Reads the page on which the person asks for it, and only then.
        "page-reader.js": ["chrome.scripting"],
        # Puts the button on the help site, where the person has switched it on.
        "launcher.js": ["chrome.scripting"],
    },
    (
        "chrome.tabs.create({ url })", "chrome.tabs.update(1, { url })", "window.open(url)",
        "open('https://x')", "location = url", "location.href = url", "document.location.assign(u)",
        "chrome.windows.create({})", "history.pushState(1)", "form.submit()", "a.ping = url",
        "chrome.scripting.executeScript({})", "navigation.navigate(url)",
    ),
)  # fmt: skip
CALLING = Guard(
    "asks for something over a network",
    r"\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bWebTransport\b|\bEventSource\b|\bsendBeacon\b"
    r"|\bRTC\w+|\bimportScripts\b|\bimport\s*\((?!\s*[\"']\.\.?/)|\bnew\s+(?:Shared)?Worker\b"
    r"|\bnew\s+(?:Image|Audio|FontFace)\b|\.src\s*=|\.srcset\s*=|\bdns-prefetch\b|\bpreconnect\b",
    {
        # Reads the files of engine/, by addresses that are made from the extension's own root.
        "engine.js": ["fetch("],
        "heap-worker.js": ["fetch("],  # One of them, by the name that it is given.
        "menus.js": ["fetch("],  # The extension's own words, in the guide's language.
        "own-worker.js": ["new Worker"],  # Of two fixed files of ours.
    },
    (
        "fetch(url)", "new XMLHttpRequest()", "new WebSocket(u)", "navigator.sendBeacon(u)",
        "new RTCPeerConnection()", "import(url)", "import('https://x')", "new Worker(u)",
        "img.src = u", "new Image()", "link.rel = 'preconnect'", "new EventSource(u)",
    ),
)  # fmt: skip
MARKUP = Guard(
    "makes markup of text, or runs it",
    r"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\s*\.\s*write|\bDOMParser\b"
    r"|\bparseFromString\b|\bsetHTML\w*|\bparseHTML\w*|\bcreateContextualFragment\b|\bsrcdoc\b"
    r"|\bcreatePolicy\b|\beval\b|\bnew\s+Function\b|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]"
    r"|\bcreateElement\s*\(\s*[\"'`](?:script|iframe|object|embed|link|base)\b|\bexecCommand\b",
    {
        # The one place, by the one policy for it that the manifest names.
        "first-paint.js": ["createPolicy", "innerHTML"],
        "paint.js": ["innerHTML"],  # The name of a way to morph.
        "own-worker.js": ["createPolicy"],  # For the addresses of fixed files, not for markup.
    },
    (
        "a.innerHTML = x", "a['outerHTML'] = x", "a.insertAdjacentHTML('x', y)",
        "document.write(x)", "new DOMParser()", "a.setHTMLUnsafe(x)", "eval(x)",
        "new Function(x)", "trustedTypes.createPolicy('b', {})", "setTimeout('x', 1)",
        "document.createElement('script')", "range.createContextualFragment(x)",
    ),
)  # fmt: skip
STORING = Guard(
    "keeps something under a name of its own",
    r"\blocalStorage\b|\bstorage\s*\.\s*local\s*\.\s*\w+\(\s*[{[\s]*[\"'`]",
    {
        # Under the names of storage-keys.js.
        "page-storage.js": ["localStorage"],
        # All of it at once: to delete it, and to show it.
        "popup.js": ["localStorage"],
        "stored-items.js": ["localStorage"],
    },
    (
        "localStorage.setItem('x', y)", "localStorage[x] = y", "storage.local.get('state')",
        "chrome.storage.local.set({ 'engine.keep': x })", 'storage.local.remove(["x"])',
    ),
)  # fmt: skip
GUARDS = (LEAVING, CALLING, MARKUP, STORING)
each_guard = pytest.mark.parametrize("guard", GUARDS, ids=lambda one: one.name)


def code_of(path: Path) -> str:
    """Return a module without its comments."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@each_guard
def test_no_module_does_what_is_left_to_one(guard: Guard) -> None:
    """Seen to fail: with `window.open(x)`, `fetch(x)`, `app.innerHTML = x` and
    `localStorage.x = y` in input.js.
    """
    found = {one.name: sorted(set(re.findall(guard.pattern, code_of(one)))) for one in MODULES}
    assert {name: what for name, what in found.items() if what} == guard.allowed


@each_guard
def test_each_guard_knows_the_many_ways_to_do_it(guard: Guard) -> None:
    assert [one for one in guard.misdeeds if not re.search(guard.pattern, one)] == []


def test_no_page_of_the_extension_names_another_place_or_runs_a_line() -> None:
    """Seen to fail: with `<img src="https://x">` and with `onclick` in popup.html."""
    for page in EXTENSION.glob("*/*.html"):
        text = page.read_text(encoding="utf-8")
        assert "://" not in text, page.name
        assert not re.search(r"<[^>]*\s(?:on\w+|style|srcdoc|ping|formaction|action)=", text)
        assert not re.search(r"<(?:iframe|object|embed|base|meta http-equiv)\b", text)


def test_no_two_sources_have_one_name() -> None:
    """Built, they all lie in one folder. Seen to fail: with a second paint.js, in shared/."""
    names = [path.name for path in scripts.sources(EXTENSION, "*.*")]
    assert sorted(set(names)) == sorted(names)
