"""What a person sets on Chromium's own pages: the zoom of popups, an icon in the toolbar."""

from selenium import webdriver

ZOOM = (
    "chrome://settings/",
    "return new Promise(done => chrome.settingsPrivate.setDefaultZoom(arguments[0], done))",
)
PINNED = "{ extensionId: arguments[0], pinnedToToolbar: true }"
PIN = (
    "chrome://extensions/",
    f"return chrome.developerPrivate.updateExtensionConfiguration({PINNED})",
)


def choose(driver: webdriver.Chrome, setting: tuple[str, str], value: object) -> None:
    """Give a setting this value, in a tab that is closed again."""
    page, script = setting
    here = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(page)
    driver.execute_script(script, value)
    driver.close()
    driver.switch_to.window(here)
