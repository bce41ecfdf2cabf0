"""What we know and how sure: all facts, the oldest first, and the ways that lead to them."""

import json
from typing import TYPE_CHECKING

from guide.catalog import loading
from tests.tables import each_row
from tests.unit.markup import parsed

if TYPE_CHECKING:
    from tests.unit.conftest import Person

CATALOG = loading.load()


def shown(person: "Person", item: str = "") -> list[str]:
    """Return the facts that the screen shows, in order."""
    person.does("go", to="facts", item=item)
    ids = [e.attrs["id"] for e in parsed(person.last["html"]).having("id") if e.tag == "li"]
    return [name.removeprefix("fact-") for name in ids]


def test_every_fact_is_shown_the_longest_unchecked_first(person: "Person") -> None:
    """Seen to fail: in the order of the file."""
    names = shown(person)
    assert {*names} == {*CATALOG.facts}
    days = [CATALOG.facts[name].checked for name in names]
    assert days == sorted(days)


def test_a_fact_says_how_sure_it_is_in_words(person: "Person") -> None:
    """Seen to fail: with the id of the sureness."""
    shown(person)
    markup, words = parsed(person.last["html"]), CATALOG.words[person.locale]
    for name, fact in CATALOG.facts.items():
        text = markup.one(f"fact-{name}").text
        assert words["facts"][name] in text
        assert words["ui"]["facts"][f"sure_{fact.sure}"] in text
        assert (words["ui"]["facts"]["law"] in text.split("·")[-1]) == (fact.about == "law")


# Seen to fail: an address that no fact names showed an empty list.
@each_row(("source", "own"), [("mfa", True), ("help_home", False), ("nothing", False), ("", False)])
def test_of_a_source_its_own_facts_are_shown_else_all(
    person: "Person", source: str, *, own: bool
) -> None:
    names = shown(person, source)
    assert all(CATALOG.facts[name].source == source for name in names) == own
    assert own or len(names) == len(CATALOG.facts)


def test_the_source_of_an_advice_leads_to_what_is_known_from_there(person: "Person") -> None:
    person.does("pick_topic", topic="authenticator_lost")
    source = parsed(person.last["html"]).one("source-mfa")
    event = json.loads(source.attrs["data-event"])
    assert event == {"type": "go", "to": "facts", "item": "mfa"}
