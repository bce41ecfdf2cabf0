"""What unit tests share: a person who goes through the guide by events, as the popup does."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from guide import compiled_content, door
from guide.advice import advise
from guide.protocol import state_cache
from guide.situation import Situation
from guide.surroundings import Device, Turn

# How long an example takes is the machine's affair, and that of whoever else works on it.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

SUNDAY = "2026-11-22T10:00:00+02:00"


@dataclass
class Person:
    """Somebody at the popup, or at a page beside it: each call is one turn through the door."""

    locale: str = "en"
    now: str = SUNDAY
    page: dict[str, str] | None = None
    surface: str = "popup"
    shell: dict[str, Any] | None = None
    translates: bool = False  # Their browser can be asked to translate.
    state: Any = None
    last: dict[str, Any] = field(default_factory=dict)

    def does(self, type_: str, **more: object) -> dict[str, Any]:
        """Send one event and return the response."""
        request = {
            "v": 1,
            "now": self.now,
            "locale": self.locale,
            "device": {
                "browser": "Chromium 156",
                "os": "Linux",
                "language": "he-IL",
                "timezone": "Asia/Jerusalem",
                "translates": self.translates,
            },
            "page": self.page,
            "state": self.state,
            "event": {"type": type_, **more},
            "surface": self.surface,
            "shell": self.shell,
        }
        self.last = json.loads(door.turn(json.dumps(request)))
        # None is nothing to store: what was stored stays.
        self.state = self.state if self.last["state"] is None else self.last["state"]
        return self.last

    def picks(self, category: str) -> dict[str, Any]:
        """Say which kind of problem it is, and that it is none of its topics."""
        self.does("pick_category", category=category)
        return self.does("pick_topic", topic="")

    def types(self, field_id: str, value: str) -> dict[str, Any]:
        """Type into a field."""
        return self.does("typed", field=field_id, value=value)

    @property
    def screen(self) -> str:
        """The screen the person is on."""
        if self.surface != "popup":
            return self.surface
        place: dict[str, str] = self.state.get("place", {})
        return place.get("screen", "start")

    @property
    def case(self) -> dict[str, Any]:
        """The open case, as stored."""
        current = self.state["current"]
        return next(case for case in self.state["cases"] if case["id"] == current)

    @property
    def advice(self) -> str:
        """The id of the next step."""
        device = Device(browser="", os="", language="", timezone="")
        turn = Turn(now=self.now, locale="en", device=device, page=None)
        return advise(Situation(turn, compiled_content.load(), state_cache.read(self.state))).id

    @property
    def problem(self) -> str:
        """The code of the last problem, or ""."""
        return self.last["problem"]["code"] if self.last["problem"] else ""


HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)  # Before xdist reads the groups.
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a file's tests to one process at once: to hand out each costs more than most take."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(params=["he", "en"])
def person(request: pytest.FixtureRequest) -> Person:
    """Return a person who just installed the guide, once in each language."""
    return Person(locale=request.param)
