"""Somebody at the door of any version of the guide: what is asked and read is common to all.

The tests beside this file run on older trees, too (`python -m tests.on_older`). So nothing here
knows how a state is stored, and of the guide itself only `guide.door.turn` is used.
"""

import html
import json
import re
from dataclasses import dataclass, field
from typing import Any

from guide import door

SUNDAY = "2026-11-22T10:00:00+02:00"
DEVICE = {
    "browser": "Chromium 156",
    "os": "Linux",
    "language": "he-IL",
    "timezone": "Asia/Jerusalem",
}
CATEGORIES = [
    "billing", "subscription_management", "login_access", "technical_error", "content_moderation",
    "security_compromise", "data_privacy", "api", "business", "feature_question", "other",
]  # fmt: skip
TAG = re.compile(r"<[^>]*>")
EFFECT = re.compile(r"data-effect='([^']*)'")
EVENT = re.compile(r"data-event='([^']*)'")


def seen(markup: str) -> str:
    """Return the words of some markup, as a person reads them."""
    return re.sub(r"\s+", " ", html.unescape(TAG.sub(" ", markup))).strip()


@dataclass
class Someone:
    """A person at the popup: each event is one turn."""

    locale: str = "en"
    now: str = SUNDAY
    page: dict[str, str] | None = None
    state: Any = None
    last: dict[str, Any] = field(default_factory=dict)

    def does(self, type_: str, **more: object) -> dict[str, Any]:
        """Send one event and return the response."""
        request = {"v": 1, "now": self.now, "locale": self.locale, "device": DEVICE}
        request |= {"page": self.page, "state": self.state, "event": {"type": type_, **more}}
        request |= {"surface": "popup", "shell": None}
        self.last = json.loads(door.turn(json.dumps(request)))
        self.state = self.state if self.last["state"] is None else self.last["state"]
        return self.last

    def types(self, field_id: str, value: str) -> None:
        """Type into a field."""
        self.does("typed", field=field_id, value=value)

    def tells(self, story: str, category: str = "") -> None:
        """Write what happened; say which kind of problem it is, or leave that to the guide."""
        self.does("opened")
        self.types("story", story)
        if category:
            self.picks(category)
        else:
            self.does("describe")

    def picks(self, category: str) -> None:
        """Say which kind of problem it is, and that it is none of its topics."""
        self.does("pick_category", category=category)
        if "pick_topic" in self.html:
            self.does("pick_topic", topic="")

    @property
    def html(self) -> str:
        """The markup of the screen."""
        markup: str = self.last["html"]
        return markup

    @property
    def main(self) -> str:
        """The words of the screen itself, without its frame."""
        return seen(self.html[self.html.index("<main") : self.html.index("</main>")])

    @property
    def letter(self) -> str:
        """The text that would be copied, as it goes out."""
        return seen(self.html.split('data-copy-source="body"')[1].split("</section>")[0])

    @property
    def messages(self) -> list[str]:
        """The messages of the text, each of which is copied by itself."""
        paper = self.html.split('data-copy-source="body"')[1].split("</section>")[0]
        return [seen(f"<p{one}") for one in paper.split("<hr>")]

    @property
    def foot(self) -> str:
        """The words at the foot of every screen."""
        return seen("<footer" + self.html.partition("<footer")[2])

    def cards(self) -> str:
        """Go past every advice and return the words of all cards."""
        words = []
        while self.advice:
            words.append(self.main)
            self.answers("skipped")
        return " ".join(words)

    @property
    def verdict(self) -> str:
        """What the check of a sender shows: "scam", "unknown", another kind, or ""."""
        found = re.search(r"verdict-(scam|unknown|genuine|openai_domain)", self.html)
        return found[1] if found else ""

    @property
    def events(self) -> list[dict[str, Any]]:
        """What can be pressed."""
        return [json.loads(html.unescape(found)) for found in EVENT.findall(self.html)]

    @property
    def effects(self) -> list[dict[str, Any]]:
        """What the shell can be asked to do here."""
        return [json.loads(html.unescape(found)) for found in EFFECT.findall(self.html)]

    def can(self, type_: str, **more: object) -> bool:
        """Tell whether something here does that."""
        wanted = {"type": type_, **more}
        return any(wanted.items() <= event.items() for event in self.events)

    @property
    def advice(self) -> str:
        """The id of the advice that is asked about, or ""."""
        return next((one["advice"] for one in self.events if one["type"] == "followed"), "")

    def answers(self, outcome: str) -> None:
        """Say how the advice went, by the button that older versions had for it."""
        ways = [event for event in self.events if event["type"] == "followed"]
        old = {"helped": outcome in {"helped", "under_way"}} if "helped" in ways[0] else {}
        wanted: dict[str, object] = {**old} or {"outcome": outcome}
        self.presses(next(one for one in ways if wanted.items() <= one.items()))

    def presses(self, event: dict[str, Any]) -> None:
        """Press the button that has this event."""
        self.does(event["type"], **{name: one for name, one in event.items() if name != "type"})

    def presses_on(self) -> None:
        """Go past every advice by the button that only leads on, having done nothing of it."""
        while self.advice:
            self.answers("skipped")

    def value(self, field_id: str) -> str:
        """Return what stands in a field of this screen; of a choice, what is chosen."""
        at = self.html.index(f'id="field-{field_id}"')
        tag = self.html[self.html.rindex("<", 0, at) : self.html.index(">", at) + 1]
        if tag.startswith("<textarea"):
            return html.unescape(self.html[at:].split(">", 1)[1].split("</textarea>")[0]).strip()
        found = re.search(r'value="([^"]*)"', tag)
        return html.unescape(found[1]) if found else ""

    @property
    def needed(self) -> list[str]:
        """The ids of those that are asked before what is only useful."""
        return re.findall(r'data-field="(\w+)"', self.html.split('id="more"')[0])

    @property
    def fields(self) -> list[str]:
        """The ids of the fields on this screen, in order."""
        return re.findall(r'data-field="(\w+)"', self.html)


def writing(
    answers: dict[str, str],
    category: str = "billing",
    story: str = "",
    *,
    locale: str = "en",
    channel: str = "",
) -> Someone:
    """Return somebody who has given these answers and sees the letter for that channel."""
    person = Someone(locale=locale)
    if story:
        person.tells(story, category)
    else:
        person.picks(category)
    for name, value in answers.items():
        person.types(name, value)
    person.does("go", to="request")
    if channel:
        person.does("choose_letter", channel=channel)
    return person


def bar(person: Someone) -> str:
    """Return the markup of the bar that stays in sight, "" where there is none."""
    return person.html.partition('class="bar"')[2].partition("</main>")[0]


def copies_next(person: Someone) -> None:
    """Copy the first thing that there is to copy, and say so as the shell does."""
    effect = next(one for one in person.effects if one["kind"] == "copy")
    said = {name: effect[name] for name in ("part", "number", "mark") if name in effect}
    person.does("copied", **said)
