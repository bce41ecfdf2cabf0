"""Firefox, driven through geckodriver: pages as usual, the popup from the chrome scope."""

import base64
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.print_page_options import PrintOptions
from selenium.webdriver.firefox.service import Service

from tests.harness.browser import A4, FORGET, WELCOME, Browser
from tests.harness.browsers_found import Found
from tests.harness.firefox_popup import FirefoxPage, FirefoxPanel, FirefoxPopup
from tests.harness.help_site import HELP, HelpSite
from tests.harness.popup import BEGUN, SECONDS, Answer, Missing, Popup

CHROME = (Path(__file__).parent / "firefox_chrome.js").read_text(encoding="utf-8")
# Room for a popup of 600 px at double zoom.
SCREEN = {"MOZ_HEADLESS_WIDTH": "1600", "MOZ_HEADLESS_HEIGHT": "1600"}
BEGINS = 9  # Seconds after which a page that has not begun is closed all the same.


class Firefox(Browser):
    """One Firefox with a fresh profile."""

    name = "firefox"

    def __init__(
        self, found: Found, site: HelpSite, *, languages: str = "he", profile: Path | None = None
    ) -> None:
        """Start it on the help site; `languages` is what pages may learn of the person's."""
        super().__init__()
        options = _options(found, site, languages)
        if profile:
            options.add_argument("-profile")
            options.add_argument(str(profile))
        service = Service(str(found.driver), env=os.environ | SCREEN)
        self.driver = webdriver.Firefox(options, service)
        self.driver.set_script_timeout(SECONDS)
        self.popup = FirefoxPopup(self)
        self.extension = ""
        self.zoom = 1.0
        self._scope = "content"

    @property
    def page(self) -> webdriver.Firefox:
        return self._in("content")

    def prepare(self) -> None:
        self.chrome("listen()")
        self.go(HELP)

    @property
    def process(self) -> int:
        return int(self.driver.service.process.pid)

    def load(self, extension: Path) -> str:
        name = self.driver.install_addon(str(extension), temporary=True)
        script = "return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname"
        return f"moz-extension://{self.chrome(script, name)}/"

    def add(self, extension: Path) -> None:
        # As a folder: Selenium's own function makes a package of it, which no test can change.
        chosen = {"path": str(extension), "temporary": True}
        self.extension = self.driver.execute("INSTALL_ADDON", chosen)["value"]

    def wait_for_installation(self) -> None:
        self.chrome("await installed(arguments[0])", self.extension)

    def update(self, by: Popup | None = None) -> None:
        self.chrome("leave(arguments[0])", self.extension)
        super().update(by)

    def tabs(self) -> list[str]:
        script = "return gBrowser.tabs.map(tab => tab.linkedBrowser.currentURI.spec)"
        return list(self.chrome(script))

    def icon_is_active(self) -> bool:
        script = "return action(arguments[0]).action.getProperty(gBrowser.selectedTab, 'enabled')"
        return bool(self.chrome(script, self.extension))

    def background(self, script: str) -> Answer:
        return self.run("await backgroundBrowser(arguments[2])", script)

    def kill_background(self) -> None:
        self.chrome("await extension(arguments[0]).terminateBackground()", self.extension)

    def kill_host(self) -> None:
        self.kill_background()  # The event page has it.

    def clipboard(self) -> str:
        return str(self.chrome("return readClipboard()"))

    def set_clipboard(self, text: str) -> None:
        self.chrome("writeClipboard(arguments[0])", text)

    def in_other_window(self, script: str) -> Answer:
        is_there = self.chrome("return !!otherWindow()")
        return self.run("otherWindow()", script) if is_there else None

    @contextmanager
    def offline(self) -> Iterator[None]:
        self.chrome("Services.io.offline = true")
        try:
            yield
        finally:
            self.chrome("Services.io.offline = false")

    def open_private_window(self, url: str) -> None:
        before = self.page.window_handles
        self._hear()  # Each window keeps what it has heard itself.
        self.chrome("await allowPrivate(arguments[0]); await openPrivate()", self.extension)
        (opened,) = set(self.page.window_handles) - set(before)
        self.page.switch_to.window(opened)
        self.chrome("listen()")
        self.go(url)

    def zoomed(self, factor: float) -> None:
        self.zoom = factor

    def own_page(self, surface: str) -> Popup:
        name, mark, query = surface.partition("?")
        ending = f"/{name}.html{mark}{query}"
        # What stands behind "#" is a word to the page, and no other page.
        shown = "return gBrowser.selectedBrowser.currentURI.specIgnoringRef"
        self.wait_until(
            lambda: str(self.chrome(shown)).endswith(ending), f"a tab with {surface} in front"
        )
        page = FirefoxPage(self)
        # The address is there before the document is.
        ready = "return document.readyState === 'complete' && !!document.documentElement"
        self.wait_until(lambda: bool(page.evaluate(ready)), f"the document of {surface}")
        return page

    def keep(self, extension: Path) -> None:
        # Not as a temporary one, which goes with the browser: as a package that nobody has signed.
        with TemporaryDirectory() as folder:
            package = shutil.make_archive(f"{folder}/kept", "zip", extension)
            self.chrome("Services.prefs.setBoolPref('xpinstall.signatures.required', false)")
            self.extension = self.driver.install_addon(package)
        self.close_page(WELCOME)

    def close_page(self, surface: str) -> None:
        # Firefox complains of a page that ends before it has begun, and of a turn under way.
        page = self.own_page(surface)
        with suppress(Missing):  # An extension that is broken on purpose never comes so far.
            page.wait_until(lambda: bool(page.evaluate(BEGUN)), surface, BEGINS)
        close = "return closePage(arguments[0])"
        ending = f"/{surface}.html"
        self.wait_until(lambda: bool(self.chrome(close, ending)), f"a tab with {surface}")

    def pin_icon(self) -> None:
        script = "CustomizableUI.addWidgetToArea(action(arguments[0]).id, 'nav-bar')"
        self.chrome(script, self.extension)

    def print_page(self, surface: str, path: Path, paper: tuple[float, float] = A4) -> None:
        self.own_page(surface)
        self.bring_forward(str(self.chrome("return gBrowser.selectedBrowser.currentURI.spec")))
        options = PrintOptions()
        options.page_width, options.page_height = paper
        path.write_bytes(base64.b64decode(self.page.print_page(options)))

    def panel(self) -> Popup:
        self.wait_until(self.has_panel, "the sidebar")
        return FirefoxPanel(self)

    def has_panel(self) -> bool:
        return bool(self.chrome("return !!sidebar()"))

    def close_panel(self) -> None:
        self.chrome("SidebarController.hide()")
        self.wait_until(lambda: not self.has_panel(), "no sidebar")

    def to_page(self) -> None:
        """Nothing to do: each panel is spoken to by itself."""

    def click_icon(self) -> None:
        self.chrome("action(arguments[0]).triggerAction(window)", self.extension)

    def choose_in_menu(self, item: str, target: str, words: str) -> None:
        """Choose an entry of the extension's in the menu on a link, which is put on the page."""
        script = (
            "const link = document.createElement('a'); document.body.prepend(link);"
            "link.href = arguments[0]; link.textContent = arguments[1]; return link"
        )
        link = self.page.execute_script(script, target, words)
        ActionChains(self.page).context_click(link).perform()
        self.chrome("await chooseInMenu(arguments[0], arguments[1])", self.extension, item)

    def press_shortcut(self, key: str) -> None:
        chain = ActionChains(self.in_chrome()).key_down(Keys.ALT).key_down(Keys.SHIFT)
        chain.send_keys(key).key_up(Keys.SHIFT).key_up(Keys.ALT).perform()

    def choose_file(self, css: str, path: Path) -> None:
        address = self.chrome("return gBrowser.selectedBrowser.currentURI.spec")
        self.bring_forward(str(address))
        self.page.find_element(By.CSS_SELECTOR, css).send_keys(str(path))

    def downloads_to(self, folder: Path) -> None:
        script = (
            "Services.prefs.setIntPref('browser.download.folderList', 2);"
            "Services.prefs.setStringPref('browser.download.dir', arguments[0]);"
            "Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false)"
        )
        self.chrome(script, str(folder))

    def reset(self) -> None:
        if self.has_panel():
            self.close_panel()
        if self.popup.is_open():
            self.popup.close_by_focus_loss()
        kept, *others = self.page.window_handles
        for handle in others:
            self.page.switch_to.window(handle)
            self.page.close()
        self.page.switch_to.window(kept)
        self.go(HELP)
        self.background(FORGET)
        self.set_clipboard("")

    def quit(self) -> None:
        self.driver.quit()

    def take_complaints(self, expected: str = "") -> tuple[list[str], list[str]]:
        self._hear()
        return super().take_complaints(expected)

    def _hear(self) -> None:
        self.complaints += self.chrome("return window.harnessSaid.splice(0)")

    def chrome(self, script: str, *args: object) -> Answer:
        """Run a function body in the chrome scope; await and return its JSON value."""
        return self.in_chrome().execute_script(
            f"{CHROME}; return (async function () {{{script}}}).apply(null, arguments)", *args
        )

    def run(self, where: str, script: str, args: tuple[object, ...] = ()) -> Answer:
        """Run a function body inside the document of a <browser>, named by a chrome expression."""
        call = f"return run({where}, arguments[0], arguments[1])"
        answer = self.chrome(call, script, list(args), self.extension)
        if "gone" in answer:
            message = "the document is gone"
            raise WebDriverException(message)
        assert "error" not in answer, answer["error"]
        return json.loads(answer["value"])

    def in_chrome(self) -> webdriver.Firefox:
        """Return the driver, speaking to the browser itself and not to its page."""
        return self._in("chrome")

    def _in(self, scope: str) -> webdriver.Firefox:
        """Change the scope only when it is another one: each change costs a round trip."""
        if self._scope != scope:
            self.driver.set_context(scope)
            self._scope = scope
        return self.driver


def _options(found: Found, site: HelpSite, languages: str) -> webdriver.FirefoxOptions:
    options = webdriver.FirefoxOptions()
    options.binary_location = str(found.binary)
    for flag in ("-headless", "-remote-allow-system-access", "-width", "1280", "-height", "1400"):
        options.add_argument(flag)
    preferences: dict[str, str | int | bool] = {
        "network.dns.forceResolve": "127.0.0.1",
        "network.socket.forcePort": f"443={site.port}",
        "intl.accept_languages": languages,
        # No pages and panels but ours, as after a person's first week.
        "browser.aboutwelcome.enabled": False,
        "sidebar.revamp": False,
    }
    for name, value in preferences.items():
        options.set_preference(name, value)
    options.accept_insecure_certs = True
    return options
