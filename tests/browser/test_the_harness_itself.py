"""The harness must be able to fail: an extension that misbehaves on purpose is found out."""

import json
from collections.abc import Iterator
from functools import partial

import pytest

from tests.harness.browser import Browser
from tests.harness.complaints import check_complaints
from tests.harness.help_site import ELSEWHERE, HELP, HelpSite
from tests.harness.shared import Shared
from tests.harness.starting import started
from tests.remarks import remarking

MANIFEST = {
    "manifest_version": 3,
    "name": "Misbehaves",
    "version": "1",
    "permissions": ["storage"],
    "host_permissions": [f"{HELP}/*"],
    "action": {"default_popup": "popup.html"},
    "content_security_policy": {"extension_pages": "default-src 'none'; script-src 'self'"},
}
BACKGROUND = {
    "chromium": {"service_worker": "background.js"},
    "firefox": {"scripts": ["background.js"]},
}
GECKO = {"gecko": {"id": "misbehaves@example.org", "strict_min_version": "140.0"}}
POPUP = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Popup</title>
<main data-screen="start"><textarea id="story"></textarea><button id="copy">Copy</button>
<button id="error">Console</button><button id="throw">Throw</button>
<button id="reject">Reject</button>
<button id="style">Style</button><button id="worker">Worker</button><p id="copied"></p></main>
<script src="popup.js"></script></html>"""
SCRIPT = """
const on = (id, act) => document.getElementById(id).addEventListener("click", act);
const story = document.getElementById("story");
story.value = localStorage.getItem("story") ?? "";
story.addEventListener("input", () => localStorage.setItem("story", story.value));
on("copy", () => navigator.clipboard.writeText(story.value).then(() => {
  document.getElementById("copied").textContent = "done"; }));
on("error", () => console.error("said on purpose"));
on("throw", () => { throw new Error("thrown on purpose"); });
on("reject", () => { Promise.reject(new Error("rejected on purpose")); });
on("style", () => document.body.setAttribute("style", "color: red"));
on("worker", () => (globalThis.browser ?? chrome).runtime.sendMessage("complain").catch(() => {}));
"""
WORKER = """
(globalThis.browser ?? chrome).runtime.onMessage.addListener(() => {
  console.error("the worker said it on purpose"); });
"""

COVER = """
const lid = document.body.appendChild(document.createElement("button"));
lid.style.cssText = "position: fixed; inset: 0";
lid.addEventListener("click", () => { document.body.dataset.lid = "pressed"; });
lid.addEventListener("pointerup", () => setTimeout(() => lid.remove(), 300));
"""
OWE = """
Object.assign(document.documentElement.dataset, { shell: "ready", owing: "" });
setTimeout(() => {
  document.getElementById("story").value = "answered";
  delete document.documentElement.dataset.owing;
}, 500);
"""
STAGED = "on purpose|Content.Security.Policy"

english = pytest.mark.parametrize("locale", ["en"], indirect=True)


@pytest.fixture(scope="module")
def misbehaving(
    tmp_path_factory: pytest.TempPathFactory, browser_name: str, locale: str, site: HelpSite
) -> Iterator[Shared]:
    folder = tmp_path_factory.mktemp("misbehaves")
    manifest = MANIFEST | {"background": BACKGROUND[browser_name]}
    if browser_name == "firefox":
        manifest |= {"browser_specific_settings": GECKO}
    files = {"popup.html": POPUP, "popup.js": SCRIPT, "background.js": WORKER}
    for name, text in (files | {"manifest.json": json.dumps(manifest)}).items():
        (folder / name).write_text(text, encoding="utf-8")
    with Shared(lambda: started(browser_name, site, locale, folder)) as shared:
        yield shared


@pytest.fixture
def launched(misbehaving: Shared, request: pytest.FixtureRequest) -> Iterator[Browser]:
    yield misbehaving.as_installed(remarking(request.node))
    check_complaints(misbehaving.browser, request.node)


@english
@pytest.mark.complains(chromium=STAGED, firefox=STAGED)
def test_every_kind_of_complaint_is_heard_from_popup_and_worker(launched: Browser) -> None:
    """Seen to fail in Chromium with a console deaf to `Log.entryAdded`."""
    launched.popup.open()
    for button, words in (
        ("#error", "said on purpose"),
        ("#throw", "thrown on purpose"),
        ("#reject", "rejected on purpose"),
        ("#style", "style"),
        ("#worker", "the worker said it on purpose"),
    ):
        launched.popup.click(button)
        launched.wait_until(partial(_has_heard, launched, words), words)


@english
def test_what_is_typed_copied_and_forgotten_is_what_the_person_did(launched: Browser) -> None:
    """Seen to fail in Chromium with a `reset` that leaves localStorage."""
    popup = launched.popup
    popup.open()
    popup.type("#story", "שלום, hello\nעוד שורה")
    popup.close_by_focus_loss()
    popup.open()
    assert popup.value("#story") == "שלום, hello\nעוד שורה"
    popup.click(text="Copy")
    popup.wait_for("#copied", text="done")
    assert launched.clipboard() == "שלום, hello\nעוד שורה"
    launched.reset()
    popup.open()
    assert popup.value("#story") == ""
    assert launched.clipboard() == ""


@english
def test_what_is_written_late_is_forgotten_too(launched: Browser) -> None:
    """As by a page that was closed in the middle of it. Seen to fail, both: all cleared once."""
    launched.store(story="of the test before")
    launched.background(
        "const { local, onChanged } = (globalThis.browser ?? chrome).storage;"
        "const late = () => { onChanged.removeListener(late); local.set({ story: 'again' }); };"
        "onChanged.addListener(late)"
    )
    launched.reset()
    assert launched.stored() == {}


@english
def test_a_button_under_another_element_is_not_clicked(launched: Browser) -> None:
    """Seen to fail with a `locate` that says of nothing that it is covered."""
    popup = launched.popup
    popup.open()
    popup.evaluate(
        "const lid = document.body.appendChild(document.createElement('dialog'));"
        "lid.textContent = 'lid'; lid.showModal();"
    )
    with pytest.raises(AssertionError, match="covered"):
        popup.click(text="Copy", seconds=0.5)


@english
def test_what_comes_under_the_pointer_is_not_clicked(
    launched: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail with a `listenFor` that lets the click pass."""
    popup = launched.popup
    popup.open()
    popup.evaluate("document.getElementById('story').value = 'what was meant'")
    real = popup.press

    def too_late(x: float, y: float) -> None:
        monkeypatch.setattr(popup, "press", real)
        popup.evaluate(COVER)
        real(x, y)

    monkeypatch.setattr(popup, "press", too_late)
    popup.click("#copy")
    popup.wait_for("#copied", text="done")
    assert launched.clipboard() == "what was meant"
    assert popup.evaluate("return document.body.dataset.lid ?? null") is None


@english
def test_a_click_waits_for_the_answer_to_the_one_before(launched: Browser) -> None:
    """Seen to fail with an `owed` that is never true."""
    popup = launched.popup
    popup.open()
    popup.evaluate(OWE)
    popup.click("#copy")
    popup.wait_for("#copied", text="done")
    assert launched.clipboard() == "answered"


@english
def test_the_icon_can_be_seen_on_and_off(launched: Browser) -> None:
    """Seen to fail in Chromium with an `icon_is_active` that is always true."""
    assert launched.icon_is_active()
    launched.go(ELSEWHERE)
    launched.background(
        "const api = globalThis.browser ?? chrome;"
        "const [tab] = await api.tabs.query({active: true}); await api.action.disable(tab.id)"
    )
    assert not launched.icon_is_active()


def _has_heard(browser: Browser, words: str) -> bool:
    heard, _ = browser.take_complaints(".")
    browser.complaints += heard
    return any(words in one for one in heard)
