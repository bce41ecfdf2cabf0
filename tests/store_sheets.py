"""The pictures of the stores as pages for a browser: the real popup on a sheet, and some words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from packager.store import words
from packager.store.words import StoreWords
from tests.languages import LANGUAGES

ROOT = Path(__file__).parent.parent
STYLE = """
* { box-sizing: border-box; margin: 0; }
body { inline-size: 100vw; block-size: 100vh; overflow: hidden; display: flex; align-items: center;
  gap: 24px; padding: 32px; background: #e9ecfb; color: #1f2440;
  font: 20px/1.4 "Noto Sans", "Noto Sans Hebrew", system-ui, sans-serif; }
main { flex: 1; display: grid; gap: 20px; }
h1 { font-size: 32px; line-height: 1.2; text-wrap: balance; }
ul { padding-inline-start: 1.1em; display: grid; gap: 10px; }
.name { display: flex; align-items: center; gap: 12px; font-weight: 700; }
.foot { color: #4a5072; font-size: 17px; }
svg { inline-size: 56px; block-size: 56px; flex: none; }
img { inline-size: 400px; block-size: 600px; border-radius: 14px;
  box-shadow: 0 2px 6px #1f244026, 0 18px 48px #1f244040; }
.tile { padding: 26px; }
.tile h1 { font-size: 23px; }
"""


@dataclass(frozen=True)
class Sheet:
    """One picture of a store: of what size, with the popup or without."""

    size: tuple[int, int]
    popups: bool

    def page(self, locale: str, popups: Sequence[str]) -> str:
        """Return the page; `popups` are the addresses of the popup's pictures, in order."""
        said = words.read(ROOT, locale)
        icon = (ROOT / "extension" / "icon.svg").read_text(encoding="utf-8")
        short, _, _ = said.name.partition(":")
        inside = f'<p class="name">{icon}<span>{escape(short)}</span></p>{self._body(said)}'
        shown = "".join(f'<img alt="" src="{popup}">' for popup in popups if self.popups)
        kind = "sheet" if self.popups else "tile"
        return (
            f'<!doctype html><html lang="{locale}" dir="{LANGUAGES[locale].direction}">'
            f'<meta charset="utf-8"><style>{STYLE}</style>'
            f'<body class="{kind}"><main>{inside}</main>{shown}'
        )

    def _body(self, said: StoreWords) -> str:
        foot = f'<p class="foot">{escape(said.picture["foot"])}</p>'
        head = f"<h1>{escape(said.picture['headline'])}</h1>"
        points = "".join(f"<li>{escape(point)}</li>" for point in said.picture["points"])
        return f"{head}<ul>{points}</ul>{foot}" if self.popups else f"{head}{foot}"


# What a file's name begins with -> the sheet.
SHEETS: Mapping[str, Sheet] = {
    "store": Sheet((1280, 800), popups=True),
    "tile": Sheet((440, 280), popups=False),
}
