"""Random walks of people who only press what is on their screen: what must hold on every one.

Seen to fail: a skip that closes the case, a skipped step in the timeline, a screen of what was
sent that leads nowhere, a case's screen that asked a card of steps for a button, and a letter of
another kind that stayed where the one before went.
"""

import copy
import datetime as dt
import html
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guide import compiled_content
from guide.letters import letter_rules
from guide.model import Case
from guide.protocol import state_cache
from tests.unit.conftest import Person

CATALOG = compiled_content.load().catalog
EVENT = re.compile(r"data-event='([^']*)'")
PRIMARY = re.compile(r"""class="primary"[^>]*? data-event='([^']*)'""")
TYPED = (
    ("story", "I was charged twice, refund please"),
    ("story", "someone is in my account and an api key leaked"),
    ("goal", "to get in again"),
    ("bought_where", "apple"),
    ("bought_where", "web"),
    ("sign_in_method", "cannot"),
    ("reply_text", "Which browser do you use?"),
)
ON = "on"  # The button that a screen would have people press.
# A button of the screen, by what it is for and its place; words typed; or days that pass.
MOVES = st.one_of(
    st.just(ON),
    st.tuples(st.just("followed"), st.integers(0, 5)),
    st.tuples(st.integers(0, 12), st.integers(0, 8)),
    st.tuples(st.integers(0, 12), st.integers(0, 8)),
    st.sampled_from(TYPED),
    st.sampled_from([dt.timedelta(days=days) for days in (1, 4, 14)]),
)


# A category, and by which of its channels they have written, if they have.
BEGINNINGS = [("", "")] + [
    (name, channel)
    for name, category in CATALOG.categories.items()
    for channel in ("", *category.channels)
]


def buttons(person: Person, part: str) -> list[dict[str, Any]]:
    """Return the events of what can be pressed: in the whole popup, or in its `main`."""
    html = person.last["html"]
    if part:
        html = html[html.index(f"<{part}") : html.index(f"</{part}>")]
    return [json.loads(found) for found in EVENT.findall(html)]


def button(person: Person, kind: str | int, at: int) -> dict[str, Any] | None:
    """Return a button's event: by what it is for first, so that a long list does not crowd out.

    A number is the place of a kind among those of the screen.
    """
    able = buttons(person, "")
    kinds = sorted({event["type"] for event in able})
    wanted = kinds[kind % len(kinds)] if isinstance(kind, int) else kind
    fit = [event for event in able if event["type"] == wanted]
    return fit[at % len(fit)] if fit else None


def move(person: Person, what: object) -> dict[str, Any]:
    """Do what a person can do on this screen, and return the event."""
    event: dict[str, Any] = {"type": "opened"}
    if isinstance(what, dt.timedelta):
        person.now = (dt.datetime.fromisoformat(person.now) + what).isoformat()
    elif what == ON:
        main = [json.loads(found) for found in PRIMARY.findall(person.last["html"])]
        event = next(iter(main or buttons(person, "main")), event)
    elif isinstance(what, tuple) and isinstance(what[1], int):
        event = button(person, what[0], what[1]) or event
    elif isinstance(what, tuple) and f'data-field="{what[0]}"' in person.last["html"]:
        event = {"type": "typed", "field": what[0], "value": what[1]}
    press(person, event)
    return event


def write(person: Person, channel: str) -> None:
    """Send a letter by this channel, as most who come back have done.

    Where it opens only to those who waited in vain for support, they have.
    """
    for _ in range(2):
        person.does("go", to="request")
        there = [one for one in buttons(person, "main") if one.get("channel") == channel]
        for event in there[:1]:
            press(person, event)
        person.does("sent")
        move(person, ON)
        if there:
            return
        move(person, dt.timedelta(days=14))


def press(person: Person, event: dict[str, Any]) -> None:
    """Do what a button does."""
    person.does(event["type"], **{name: value for name, value in event.items() if name != "type"})


def ends(event: dict[str, Any]) -> bool:
    """Tell whether this event says that a case is over."""
    said_so = event["type"] == "close_case" and event["outcome"] is not None
    return said_so or (event["type"] == "replied" and event["kind"] == "solved")


def cases_of(person: Person) -> dict[str, Case]:
    """Return the cases by their ids."""
    return {case.id: case for case in state_cache.read(person.state).cases} if person.state else {}


def unconfirmed(case: Case) -> set[str]:
    """Return every advice that the person never said was followed."""
    confirmed = {tried.advice for tried in case.tried if tried.outcome != "skipped"}
    return set(CATALOG.advice) - confirmed


def untrue_lines(person: Person) -> list[str]:
    """Return what the letters and the timeline of any case say of steps nobody confirmed."""
    found = []
    for case in cases_of(person).values():
        reader = copy.copy(person)
        reader.does("open_case", case=case.id)
        titles = [f"{mark}{name}{end}" for name in names_of(case) for mark, end in ("“”", "״״")]
        found += [title for title in titles if f"{title}:" in html.unescape(reader.last["html"])]
        for kind in ("first_request", "escalation") if case.category else ():
            reader.does("choose_letter", kind=kind)
            body = html.unescape(reader.last["html"].partition("data-copy-source")[2])
            body = body.partition("</section>")[0]
            lines = (f"- {name[:1].upper()}{name[1:]} (" for name in tried_names_of(case))
            found += [line for line in lines if line in body]
    return found


def names_of(case: Case) -> set[str]:
    """Return the titles of what is not confirmed, in each language."""
    return _only(case, lambda words, one: words["advice"][one]["title"])


def tried_names_of(case: Case) -> set[str]:
    """Return how letters name what is not confirmed, in each language."""
    return _only(
        case,
        lambda words, one: words["letters"]["tried"].get(one, words["advice"][one].get("tried")),
    )


def _only(case: Case, name: Callable[[Any, str], str | None]) -> set[str]:
    """Return such names of what is not confirmed; some topics share them with others."""
    found: set[str] = set()
    for words in CATALOG.words.values():
        left = unconfirmed(case)
        shared = {name(words, one) for one in set(CATALOG.advice) - left}
        found |= {said for one in left if (said := name(words, one)) and said not in shared}
    return found


PRESSED = re.compile(r'id="channel-(\w+)"[^>]*? aria-pressed="true"')


def letters_ahead(person: Person) -> Iterator[Person]:
    """Yield the person before each letter that an answer from support would lead to."""
    for id_, case in cases_of(person).items():
        there = copy.copy(person)
        there.does("open_case", case=id_)
        there.does("go", to="reply")
        there.types("reply_text", "We closed your case.")
        for event in buttons(there, "main") if case.sent else ():
            if event["type"] == "replied":
                other = copy.copy(there)
                press(other, event)
                other.does("go", to="request")
                yield other


def misplaced(person: Person) -> str:
    """Return what letter stands where such letters cannot go, as it is stored or as it is shown."""
    if person.screen != "request":
        return ""
    case = cases_of(person)[person.state["current"]]
    shown = PRESSED.findall(person.last["html"])
    fit = letter_rules.may_send(CATALOG, case, case.kind, case.channel)
    right = fit and shown in ([], [case.channel])
    return "" if right else f"{case.kind} by {case.channel}, shown {shown}"


def place(person: Person) -> tuple[str, str, str]:
    """Return what tells one screen from another."""
    found = re.search(r'data-screen="(\w*)" data-item="(\w*)"', person.last["html"])
    assert found is not None
    return found[1], found[2], person.state.get("current") or ""


def leads_on(person: Person, clicks: int = 2) -> bool:
    """Tell whether something else than this screen is so few clicks away.

    Of a case it must be by the screen's own buttons: Back and the menu are everywhere.
    """
    here, reached = place(person), [copy.copy(person)]
    part = "" if person.screen in {"genuine", "guide", "facts"} else "main"
    for _ in range(clicks):
        tried = [(one, event) for one in reached for event in buttons(one, part)]
        looks: dict[str, Person] = {}  # Many buttons leave a screen as it was.
        for one, event in tried:
            other = copy.copy(one)
            press(other, event)
            if place(other) != here:
                return True
            looks.setdefault(other.last["html"], other)
        reached = list(looks.values())
    return False


@settings(max_examples=60)
@given(
    st.sampled_from(BEGINNINGS),
    st.lists(MOVES, max_size=18),
)
def test_on_no_walk_is_anything_untrue_closed_unasked_or_stuck(
    beginning: tuple[str, str], moves: list[object]
) -> None:
    category, wrote_by = beginning
    person = Person()
    person.does("opened")
    if category:
        person.picks(category)
    if category and wrote_by:
        write(person, wrote_by)
    ended = set[str]()  # Deleted and taken back, such a case is closed again.
    for what in moves:
        event = move(person, what)
        assert person.problem in {"", "nothing_said"}, event
        for id_, case in cases_of(person).items():
            assert case.closed is None or id_ in ended or ends(event), event
            ended |= {id_} if case.closed else set()
        assert misplaced(person) == "", event
    assert untrue_lines(person) == []
    assert [wrong for one in letters_ahead(person) if (wrong := misplaced(one))] == []
    assert leads_on(person)
