"""What the guide is asked while it is watched which of Pyodide's functions it reaches.

    python -m tests.engine_requests    writes packager/engine_part/reached.json anew; it builds, too

The journeys of the tests, the texts of their fixtures where long texts are typed, long runs of one
thing, all that a person can do with values that fit, nearly fit and do not, and what is no request
at all; in each language. The same requests at every run. `build.py --renew --engine` runs it.
"""

import dataclasses
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, Literal, TypeAliasType, get_args, get_origin, get_type_hints

from guide import door
from guide.catalog import loading
from guide.events.events import Event
from guide.ids import Count
from guide.protocol.codec import encode
from guide.warm_up import first_request
from packager.engine_part import engine
from tests import naughty
from tests.conftest import build

NODE = Path(sys.executable).parent / "node"
FIXTURES = Path(__file__).parent / "fixtures"
CATALOG = loading.load()
LOCALES = CATALOG.languages.ids
# Fields that take long texts, and the screens that read them.
LONG_FIELDS = (
    ("story", "request"),
    ("suspect", "genuine"),
    ("story", "start"),
    ("reply_text", "reply"),
)
SCREENS = ("start", "first", "details", "request", "reply", "genuine", "case", "cases", "guide")
NAMES = (
    "c1",
    "c2",
    "",
    "email",
    "billing",
    "2026-11-20",
    "2026-02-31",
    "story",
    "goal",
    "plan",
    "1",
)
UNITS = (".", "-", "0", "a", "א", "://", "ab12", "\n", "a ", "1 ", "- ", "> ", "20 $ ", "קוד ")
LONG = 2_000
EVENTS_OF_A_KIND = 12
TEXTS = 6  # Of each file: more of a kind reach nothing new.
NO_REQUESTS = (
    "",
    "null",
    "[]",
    "{",
    '{"v": 1e999}',
    '{"v": 9}',
    '"\\ud800"',
    "[" * 5_000,
    "1" * 5_000,
)

type Row = dict[str, Any]


class Person:
    """Somebody who asks, and remembers what came back."""

    def __init__(self, locale: str) -> None:
        """Begin with nothing stored."""
        self.first: Row = dict(first_request(locale))
        self.state: Any = None

    def asks(self, **changed: object) -> str:
        """Return the request with something changed; the next has the state that it leaves."""
        text = json.dumps(self.first | {"state": self.state} | changed, ensure_ascii=False)
        self.state = json.loads(door.turn(text))["state"]
        return text

    def does(self, kind: str, **values: object) -> str:
        """Return the request for an event."""
        return self.asks(event={"type": kind} | values)


def requests() -> Iterator[str]:
    """Yield every request."""
    for locale in LOCALES:
        yield from journeys(locale)
        yield from topics(locale)
        yield from steps_beyond_support(locale)
        yield from texts(locale)
        yield from events(locale, random.Random(1))  # noqa: S311  # No secret: the same at every run.
        yield from states(locale)
    yield from NO_REQUESTS


def others() -> Iterator[str]:
    """Yield requests that are no part of those, of all kinds, for whoever looks what they lack."""
    for locale in LOCALES:
        yield from events(locale, random.Random(2))  # noqa: S311
        yield from states(locale)
        yield from topics(locale)
    yield from NO_REQUESTS


def journeys(locale: str) -> Iterator[str]:
    """Yield the journeys of the fixtures."""
    for file in sorted((FIXTURES / "turns").glob("*.jsonl")):
        person = Person(locale)
        for row in rows(file):
            yield person.asks(**row | {"locale": locale})


def topics(locale: str) -> Iterator[str]:
    """Yield a short visit with each kind of problem: advice, questions, the message, the routes."""
    for category in CATALOG.categories:
        person = Person(locale)
        yield person.does("pick_category", category=category)
        for screen in SCREENS:
            yield person.does("go", to=screen)
        yield person.does("sent")
        yield person.asks(event={"type": "opened"}, now="2027-03-01T00:00:00+02:00")
        for surface in ("options", "privacy", "diagnostics", "case_file", "news", "welcome"):
            yield person.asks(event={"type": "opened"}, surface=surface)


def steps_beyond_support(locale: str) -> Iterator[str]:
    """Yield what is looked up of each route, its letter, and what is searched for in the guide."""
    person = Person(locale)
    yield person.does("pick_category", category="billing")
    yield person.does("sent")
    for item in CATALOG.routes.each:
        for screen in ("routes", "legal", "facts"):
            yield person.does("go", to=screen, item=item)
        for spoken in LOCALES:
            yield person.does("choose_notice_language", locale=spoken)
    yield person.does("go", to="guide")
    for text in ("refund", "<b>", "החזר", "no such word", ""):
        yield person.does("typed", field="sought", value=text)


def texts(locale: str) -> Iterator[str]:
    """Yield texts of every sort, where long texts are typed, and the screens that read them."""
    person = Person(locale)
    yield person.does("pick_category", category="billing")
    for text, (field, screen) in zip(every_text(), cycle(LONG_FIELDS)):
        yield person.does("typed", field=field, value=text)
        yield person.does("go", to=screen)
        yield person.does("describe")


def every_text() -> Iterator[str]:
    """Yield naughty texts, long runs, and some of each file of the fixtures that holds texts."""
    yield from (one.typed for one in naughty.read())
    yield from ((unit * LONG)[:LONG] for unit in UNITS)
    for pattern in ("redact/*.txt", "sender_check/*.txt", "triage/tuning.*.tsv"):
        for file in sorted(FIXTURES.glob(pattern)):
            lines = file.read_text(encoding="utf-8").splitlines()[1 : TEXTS + 1]
            yield from (line.replace("\\n", "\n") for line in lines)
    for name in ("replies/tuning.jsonl", "story/seen.jsonl", "story/tuning.prose.jsonl"):
        yield from (row["text"] for row in rows(FIXTURES / name)[:TEXTS])


def events(locale: str, dice: random.Random) -> Iterator[str]:
    """Yield every kind of event, often, on whatever state the last one left."""
    kinds = sorted(get_args(Event.__value__), key=lambda kind: kind.__name__) * EVENTS_OF_A_KIND
    dice.shuffle(kinds)
    person = Person(locale)
    for kind in kinds:
        event: Any = encode(value_of(kind, dice))
        yield person.asks(event=event)
        wrong: Any = dice.choice((None, -1, 0.5, "x", [], {}))
        yield person.asks(event=event | {dice.choice(sorted(event)): wrong})


def value_of(hint: Any, dice: random.Random) -> Any:  # noqa: ANN401  # Any type hint.
    """Return a value of a type, as the dice fall."""
    if isinstance(hint, TypeAliasType):
        return dice.randrange(10**6) if hint is Count else value_of(hint.__value__, dice)
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{name: value_of(one, dice) for name, one in hints.items()})  # type: ignore[operator]  # A class.
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return dice.choice(arguments)
    if get_origin(hint) is tuple:
        return tuple(value_of(arguments[0], dice) for _ in range(dice.randrange(3)))
    if arguments:
        return value_of(dice.choice(arguments), dice)
    simple = {str: dice.choice(NAMES), bool: dice.random() < 1 / 2, int: dice.randrange(-3, 10**6)}
    return simple.get(hint)


def states(locale: str) -> Iterator[str]:
    """Yield what may be stored: of each older version, cut short, of no version, garbled."""
    files = sorted(FIXTURES.glob("states/v*.json"))
    stored = [file.read_text(encoding="utf-8") for file in files]
    for state in (*map(json.loads, stored), *stored, {"version": 99}, {"version": 1}, 7, [], "x"):
        person = Person(locale)
        yield person.asks(state=state)
        yield person.does("go", to="cases")
        yield person.does("start_fresh")


def rows(file: Path) -> list[Row]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Build with all code, ask, and write down what is reached."""
    package = build("--full-engine", "--target", "chromium", prefix="full-")["chromium"]
    command = [NODE, engine.HERE / "reach.mjs", package, engine.REACHED]
    subprocess.run(command, input="\n".join(requests()), encoding="utf-8", check=True)


if __name__ == "__main__":
    main()
