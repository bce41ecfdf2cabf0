"""The pictures in docs/screens: of which screens they are, and what each was made of.

    uv run build.py --renew --pictures    makes them anew, by a real Chromium
    docs/screens/made_of.toml             file -> the hash of what it shows

A picture is as old as the markup that it shows, the rules of the style sheet that apply to it, and
the icon. What else is in the tree may change without it.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide import door
from tests.harness.steps import PEOPLE
from tests.languages import LOCALES
from tests.states import with_request
from tests.store_sheets import SHEETS

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "screens"
MADE_OF = FOLDER / "made_of.toml"
NAMED = re.compile(r"[.#]([a-z][\w-]*)")
NOW = "2026-11-22T10:00:00+02:00"  # None of the screens shows what day it is.
HEAD = (
    "# What each picture was made of. Made by `uv run build.py --renew --pictures`; do not edit.\n"
)


TOPICS = {
    locale: tomllib.loads(
        (ROOT / f"py/guide/content/text/{locale}/topics/charged_twice.toml").read_text("utf-8")
    )
    for locale in LOCALES
}


@dataclass(frozen=True)
class Shot:
    """A screen of the popup in one language."""

    screen: str
    locale: str

    @property
    def state(self) -> Any:  # noqa: ANN401  # JSON is any.
        """What is stored by somebody charged twice who looks at this screen."""
        person = PEOPLE[self.locale]
        goal = {"goal": TOPICS[self.locale]["goals"][0], "second_charge_date": "2026-11-20"}
        state = with_request(person.story, person.answers | goal)
        state["cases"][0] |= {"topic": "charged_twice"}
        return state | {"place": {"screen": self.screen}}

    def html(self) -> str:
        """Return the markup of the screen, as the guide makes it of that state."""
        request = {"v": 1, "now": NOW, "locale": self.locale, "page": None, "state": self.state}
        device = {"browser": "Chromium 156", "os": "Linux", "language": "en", "timezone": "UTC"}
        event = {"type": "opened"}
        asked = request | {"device": device, "event": event, "surface": "popup"}
        answer = json.loads(door.turn(json.dumps(asked)))
        assert not answer.get("problem"), answer["problem"]
        assert f'data-screen="{self.screen}"' in answer["html"]
        return str(answer["html"])


def pair(locale: str) -> tuple[Shot, Shot]:
    """Return the two screens that the pictures show: the first advice, the finished message."""
    return Shot("first", locale), Shot("request", locale)


# What the README shows, by its file; and what the stores show, by sheet and language.
README: Mapping[str, Shot] = {"he.png": Shot("first", "he"), "en.png": Shot("request", "en")}
STORE = {f"{kind}.{locale}.png": (kind, locale) for kind in SHEETS for locale in LOCALES}


NAMES = (*README, *STORE)


def applying(css: str, html: str) -> Iterator[str]:
    """Yield the rules of a style sheet that may apply to this markup, by the names in them."""
    depth, begin = 0, 0
    for at, sign in enumerate(css):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == "}" and not depth:
            rule, begin = css[begin : at + 1], at + 1
            names = NAMED.findall(rule.partition("{")[0])
            if not names or any(name in html for name in names):
                yield re.sub(r"/\*.*?\*/", "", rule, flags=re.DOTALL).strip()


def shown(shot: Shot) -> str:
    """Return all that a picture of a screen is made of."""
    html = shot.html()
    css = (ROOT / "extension" / "popup" / "popup.css").read_text(encoding="utf-8")
    icon = (ROOT / "extension" / "icon.svg").read_text(encoding="utf-8")
    return "\n".join((html, *applying(css, html), icon))


def source(name: str) -> str:
    """Return the hash of what a picture shows."""
    if name in README:
        whole = shown(README[name])
    else:
        kind, locale = STORE[name]
        sheet = SHEETS[kind]
        popups = [shown(shot) for shot in pair(locale)] if sheet.popups else []
        whole = "\n".join((sheet.page(locale, ["", ""]), str(sheet.size), *popups))
    return hashlib.sha256(whole.encode()).hexdigest()


def stale() -> list[str]:
    """Return the pictures that are missing or show what is no longer so."""
    made = tomllib.loads(MADE_OF.read_text(encoding="utf-8")) if MADE_OF.exists() else {}
    missing = [name for name in NAMES if not (FOLDER / name).exists()]
    return missing or [name for name in NAMES if made.get(name) != source(name)]


def note_sources() -> None:
    """Write down what the pictures were made of, now that they are made."""
    lines = "".join(f'"{name}" = "{source(name)}"\n' for name in sorted(NAMES))
    MADE_OF.write_text(HEAD + lines, encoding="utf-8")
