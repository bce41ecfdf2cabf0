"""Chromium, driven through chromedriver, with a second DevTools connection beside it."""

import base64
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.common.exceptions import NoSuchWindowException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.harness.browser import A4, FORGET, OTHER, PANEL, Browser
from tests.harness.browsers_found import Found
from tests.harness.chromium_options import options
from tests.harness.chromium_popup import ChromiumPage, ChromiumPopup
from tests.harness.chromium_settings import PIN, ZOOM, choose
from tests.harness.console import Console
from tests.harness.devtools import DevTools, Json
from tests.harness.help_site import HELP, HelpSite
from tests.harness.popup import SECONDS, Answer, Popup


class Chromium(Browser):
    """One Chromium with a fresh profile."""

    name = "chromium"

    def __init__(
        self,
        found: Found,
        site: HelpSite,
        *,
        languages: str = "he",
        flags: Sequence[str] = (),
        profile: Path | None = None,
    ) -> None:
        """Start it on the help site; `languages` is what pages may learn of the person's."""
        super().__init__()
        if profile:
            flags = (*flags, f"--user-data-dir={profile}")
        # The browser's own language is fixed: date fields are typed in its order.
        service = Service(str(found.driver), env=os.environ | {"LANGUAGE": "en_US"})
        self.driver = webdriver.Chrome(options(found, site, languages, flags), service)
        self.driver.set_script_timeout(SECONDS)
        address = self.driver.capabilities["goog:chromeOptions"]["debuggerAddress"]
        self.devtools = DevTools(address)
        self.devtools.listen()
        self.popup = ChromiumPopup(self)
        self.extension = ""
        self.folder = Path()
        self._old: set[str] = set()  # Workers that a reload is about to end.
        self.private = ""  # The context of the private window, if the current one is private.

    @property
    def page(self) -> webdriver.Chrome:
        return self.driver

    def prepare(self) -> None:
        self._console = Console(self.devtools, self.complaints)
        self.devtools.ask("Browser.grantPermissions", {"permissions": ["clipboardReadWrite"]})
        self.go(HELP)

    @property
    def process(self) -> int:
        return int(self.driver.service.process.pid)

    def load(self, extension: Path) -> str:
        loaded = self.devtools.ask("Extensions.loadUnpacked", {"path": str(extension)})
        return f"chrome-extension://{loaded['id']}/"

    def add(self, extension: Path) -> None:
        self.folder = extension
        self.extension = urlsplit(self.load(extension)).netloc
        self.wait_for_installation()

    def wait_for_installation(self) -> None:
        runs = "return typeof chrome === 'object'"
        self.wait_until(lambda: bool(self.background(runs)), "a worker that runs")

    def tabs(self) -> list[str]:
        return [one["url"] for one in self._tabs()]

    def icon_is_active(self) -> bool:
        return bool(
            self.background(
                "const [tab] = await chrome.tabs.query({active: true, currentWindow: true});"
                "return chrome.action.isEnabled(tab.id)"
            )
        )

    def update(self, by: Popup | None = None) -> None:
        self._leave_workers()
        super().update(by)

    def background(self, script: str) -> Answer:
        asked = partial(self.devtools.asked_of_worker, body=f"(async () => {{{script}}})()")
        return self.wait_until(lambda: asked(self._worker()), "a worker's answer")[0]

    def kill_background(self) -> None:
        self._kill("service_worker")

    def kill_host(self) -> None:
        self._kill("background_page")

    def clipboard(self) -> str:
        return str(self._focused("return navigator.clipboard.readText()"))

    def set_clipboard(self, text: str) -> None:
        self._focused("return navigator.clipboard.writeText(arguments[0])", text)

    def in_other_window(self, script: str) -> Answer:
        shown = [one for one in self.devtools.targets("page") if str(one["url"]).endswith(OTHER)]
        sessions = [self._console.session(one["targetId"]) for one in shown]
        if not sessions or not sessions[0]:
            return None
        return self.devtools.evaluate(sessions[0], f"(async () => {{{script}}})()")

    @contextmanager
    def offline(self) -> Iterator[None]:
        nothing = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        self.driver.execute_cdp_cmd("Network.enable", {})

        def cut() -> bool:
            # Whichever page of the process is let go of next makes all of them believe otherwise.
            self.driver.execute_cdp_cmd("Network.emulateNetworkConditions", nothing)
            return bool(self.popup.evaluate("return !navigator.onLine"))

        self.wait_until(cut, "being offline")
        yield  # It ends with the popup.
        self.popup.close_by_focus_loss()

    def open_private_window(self, url: str) -> None:
        allowed = {"path": str(self.folder), "enableInIncognito": True}
        self._leave_workers()
        self.devtools.ask("Extensions.loadUnpacked", allowed)
        self.wait_for_installation()
        (usual,) = self._contexts()
        self.background(f"await chrome.windows.create({{incognito: true, url: '{url}'}})")
        (self.private,) = self.wait_until(lambda: self._contexts() - {usual}, "a private window")
        self.driver.switch_to.window(self.page_handle())
        self.go(url)

    def zoomed(self, factor: float) -> None:
        """Set the default zoom, the one that popups obey."""
        choose(self.driver, ZOOM, factor)

    def own_page(self, surface: str) -> Popup:
        address = self._address(surface)
        shown = self.wait_until(lambda: self._targets_at(address), f"a tab with {surface}")
        return ChromiumPage(self, shown[0])

    def keep(self, extension: Path) -> None:
        self.install(extension)
        self.popup.open()
        self.update()  # What DevTools has loaded is written into the profile by a reload only.

    def close_page(self, surface: str) -> None:
        def shown() -> list[str]:
            pages = self.devtools.targets("page")
            ours = (one for one in pages if str(one["url"]).endswith(f"/{surface}.html"))
            return [str(one["targetId"]) for one in ours]

        for target in self.wait_until(shown, f"a tab with {surface}"):
            self.devtools.ask("Target.closeTarget", {"targetId": target})
        self.wait_until(lambda: not shown(), f"the end of {surface}")

    def pin_icon(self) -> None:
        choose(self.driver, PIN, self.extension)

    def print_page(self, surface: str, path: Path, paper: tuple[float, float] = A4) -> None:
        self.own_page(surface)
        width, height = (side / 2.54 for side in paper)
        size = {"paperWidth": width, "paperHeight": height, "preferCSSPageSize": True}
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", size)
        path.write_bytes(base64.b64decode(printed["data"]))

    def to_page(self) -> None:
        self.driver.switch_to.window(self.page_handle())

    def panel(self) -> Popup:
        address = self._address(PANEL)
        shown = self.wait_until(lambda: self._targets_at(address), "the panel")
        return ChromiumPage(self, shown[0])

    def has_panel(self) -> bool:
        return bool(self._targets_at(self._address(PANEL)))

    def close_panel(self) -> None:
        self.background(
            "const { id } = await chrome.windows.getLastFocused();"
            "await chrome.sidePanel.close({ windowId: id })"
        )
        self.wait_until(lambda: not self.has_panel(), "no panel")

    def click_icon(self) -> None:
        self.trigger()

    def press_shortcut(self, key: str) -> None:
        self.to_page()
        chain = ActionChains(self.driver).key_down(Keys.ALT).key_down(Keys.SHIFT).send_keys(key)
        chain.key_up(Keys.SHIFT).key_up(Keys.ALT).perform()

    def choose_file(self, css: str, path: Path) -> None:
        self.driver.find_element(By.CSS_SELECTOR, css).send_keys(str(path))

    def downloads_to(self, folder: Path) -> None:
        where = {"behavior": "allow", "downloadPath": str(folder)}
        self.devtools.ask("Browser.setDownloadBehavior", where)

    def reset(self) -> None:
        if self.has_panel():
            self.close_panel()
        self._keep_one_tab()
        self.go(HELP)
        self.background(FORGET)
        forgotten = {"origin": self.origin, "storageTypes": "local_storage,indexeddb,cache_storage"}
        self.driver.execute_cdp_cmd("Storage.clearDataForOrigin", forgotten)
        self.set_clipboard("")

    def quit(self) -> None:
        self.devtools.hang_up()
        self.driver.quit()

    @property
    def origin(self) -> str:
        """The extension's origin."""
        return f"chrome-extension://{self.extension}"

    def page_handle(self) -> str:
        """Return the handle of the first tab that shows a page, not the extension."""
        pages = (one for one in self._in_front("page") if not self._is_own(one))
        shown = {str(one["targetId"]) for one in pages}
        return next(handle for handle in self.driver.window_handles if handle in shown)

    def popup_target(self) -> str:
        """Return the target id, which is also the window handle, of the open popup, or ""."""
        return next(iter(self._targets_at(f"{self.origin}/popup.html")), "")

    def trigger(self) -> None:
        """Click the toolbar icon on the tab in front: this grants what a real click grants."""
        front = self._tabs()[0]["targetId"]
        self.devtools.ask("Extensions.triggerAction", {"id": self.extension, "targetId": front})

    def _address(self, surface: str) -> str:
        name, mark, query = surface.partition("?")
        return f"{self.origin}/{name}.html{mark}{query}"

    def _kill(self, kind: str) -> None:
        (target,) = (one for one in self.devtools.targets(kind) if self._is_own(one))
        self.devtools.ask("Target.closeTarget", {"targetId": target["targetId"]})
        self.wait_until(lambda: target not in self.devtools.targets(kind), f"the end of {kind}")

    def _tabs(self) -> list[Json]:
        """Return the tabs a person sees, the one in front first.

        DevTools counts hidden documents among the tabs, with no page in them. Both are asked for at
        once: such a document may appear at any moment, and a click on its icon ends Chromium.
        """
        found = self._in_front("tab", "page")
        shown = {one["url"] for one in found if one["type"] == "page"}
        return [one for one in found if one["type"] == "tab" and one["url"] in shown]

    def _in_front(self, *kinds: str) -> list[Json]:
        """Return what belongs to the current window, if there is a private one."""
        found = self.devtools.targets(*kinds)
        return [
            one
            for one in found
            if one["browserContextId"] == (self.private or one["browserContextId"])
        ]

    def _contexts(self) -> set[str]:
        """Return the contexts of all tabs: each private session is one."""
        return {str(one["browserContextId"]) for one in self.devtools.targets("tab")}

    def _targets_at(self, address: str) -> list[str]:
        pages = (one for one in self.devtools.targets() if one["type"] == "page")
        return [str(one["targetId"]) for one in pages if self.extension and one["url"] == address]

    def _focused(self, script: str, *args: object) -> Answer:
        if not self.popup.is_open():
            self.driver.switch_to.window(self.page_handle())
        return self.driver.execute_script(script, *args)

    def _keep_one_tab(self) -> None:
        kept = self.page_handle()
        # A hidden document has a handle, too, and is nobody's tab.
        hidden = {one["targetId"] for one in self.devtools.targets("background_page")}
        for handle in self.driver.window_handles:
            # A popup goes by itself with the tab that it was opened on.
            with suppress(NoSuchWindowException):
                if handle not in {kept, *hidden}:
                    self.driver.switch_to.window(handle)
                    self.driver.close()
        self.driver.switch_to.window(kept)

    def _is_own(self, target: Json) -> bool:
        return bool(self.extension) and str(target["url"]).startswith(self.origin)

    def _worker(self) -> str:
        """Return the session of the extension's running service worker."""
        return self.wait_until(self._worker_sessions, "the extension's worker")[0]

    def _worker_sessions(self) -> list[str]:
        current = (one for one in self._workers() if one not in self._old)
        return [session for one in current if (session := self._console.session(one))]

    def _leave_workers(self) -> None:
        """Ask none of today's workers any more: while they end, an answer may never come."""
        self._old |= self._workers()

    def _workers(self) -> set[str]:
        found = self.devtools.targets("service_worker")
        return {str(one["targetId"]) for one in found if self._is_own(one)}
