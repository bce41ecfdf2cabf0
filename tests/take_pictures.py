"""Takes the pictures of docs/screens: builds, and opens the real popup of a real Chromium.

uv run build.py --renew --pictures
"""

import io
from pathlib import Path

from PIL import Image

from tests import pictures
from tests.bench.built import build
from tests.harness import help_site
from tests.harness.browser import Browser
from tests.harness.staging import packed
from tests.harness.starting import started


def main() -> None:
    """Take all of them anew, and print their paths."""
    build(pictures.ROOT, "--target", "chromium")
    extension = pictures.ROOT / "dist" / "chromium"
    with help_site.serving() as site:
        for locale in sorted({shot.locale for shot in pictures.SHOTS.values()}):
            with started("chromium", site, locale, extension) as browser:
                for name, shot in pictures.SHOTS.items():
                    if shot.locale == locale:
                        keep(pictures.FOLDER / name, taken(browser, shot))
    pictures.note_sources()


def taken(browser: Browser, shot: pictures.Shot) -> bytes:
    """Return the popup at this screen as a PNG."""
    popup = browser.popup
    browser.store(state=packed(shot.state))
    popup.open()
    popup.wait_for_guide()
    popup.wait_for_screen(shot.screen)
    popup.set_colours("light")
    picture = popup.picture()
    popup.close_by_focus_loss()
    return picture


def keep(path: Path, picture: bytes) -> None:
    """Write a picture as small as it can be without a loss, and say so."""
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").save(path, optimize=True)
    print(path.relative_to(pictures.ROOT).as_posix())  # noqa: T201  # build.py shows it.


if __name__ == "__main__":
    main()
