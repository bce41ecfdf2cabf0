"""Takes the pictures of docs/screens: builds, and opens the real popup of a real Chromium.

uv run build.py --renew --pictures
"""

import base64
import io
import tempfile
from pathlib import Path

from PIL import Image

from tests import pictures
from tests.bench.built import build
from tests.harness import browsers_found, help_site
from tests.harness.chromium import Chromium
from tests.harness.staging import packed
from tests.languages import LOCALES
from tests.store_sheets import SHEETS


def main() -> None:
    """Take all of them anew, and print their paths."""
    build(pictures.ROOT, "--target", "chromium")
    found = browsers_found.find("chromium")
    with help_site.serving() as site:
        for locale in LOCALES:
            browser = Chromium(found, site, languages=locale)
            try:
                browser.prepare()
                browser.install(pictures.ROOT / "dist" / "chromium")
                take(browser, locale)
            finally:
                browser.quit()
    pictures.note_sources()


def take(browser: Chromium, locale: str) -> None:
    """Take the pictures of one language."""
    taken = {shot: popup(browser, shot) for shot in pictures.pair(locale)}
    for name, shot in pictures.README.items():
        if shot in taken:
            keep(name, taken[shot])
    for name, (kind, of) in pictures.STORE.items():
        if of == locale:
            inside = [
                f"data:image/png;base64,{base64.b64encode(one).decode()}" for one in taken.values()
            ]
            sheet = SHEETS[kind]
            keep(name, page(browser, sheet.page(locale, inside), sheet.size))


def popup(browser: Chromium, shot: pictures.Shot) -> bytes:
    """Return the popup at this screen as a PNG."""
    opened = browser.popup
    browser.store(state=packed(shot.state))
    opened.open()
    opened.wait_for_guide()
    opened.wait_for_screen(shot.screen)
    opened.set_colours("light")
    picture = opened.picture()
    opened.close_by_focus_loss()
    return picture


def address(picture: bytes) -> str:
    """Return an address that is the picture itself."""
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def page(browser: Chromium, html: str, size: tuple[int, int]) -> bytes:
    """Return a page of this size as a PNG."""
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheet.html"
        file.write_text(html, encoding="utf-8")
        browser.open_tab(file.as_uri())
        driver = browser.page
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        wide = "return document.readyState === 'complete' && innerWidth === arguments[0]"
        browser.wait_until(lambda: bool(driver.execute_script(wide, width)), "the sheet")
        shot = driver.execute_cdp_cmd("Page.captureScreenshot", {})
    return base64.b64decode(shot["data"])


def keep(name: str, picture: bytes) -> None:
    """Write a picture as small as it can be without a loss, and say so."""
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").save(pictures.FOLDER / name, optimize=True)
    print(f"docs/screens/{name}")  # noqa: T201  # build.py shows it.


if __name__ == "__main__":
    main()
