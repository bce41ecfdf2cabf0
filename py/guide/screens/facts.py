"""What we know and how sure: every fact with its source, the longest unchecked first."""

from collections.abc import Mapping
from typing import Any

from guide.catalog.records import Fact
from guide.screens.widgets.dates import full
from guide.situation import Situation


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `facts.html.j2`; the place's item, a key of an address, is a source.

    Of a source that has no fact, all facts are shown.
    """
    facts, source = situation.catalog.facts, situation.state.place.item
    of_it = {name: fact for name, fact in facts.items() if source and fact.source == source}
    shown = of_it or facts
    order = sorted(shown, key=lambda name: shown[name].checked)
    return {
        "only": source if of_it else "",
        "facts": tuple(_fact(situation, name, shown[name]) for name in order),
    }


def _fact(situation: Situation, name: str, fact: Fact) -> Mapping[str, Any]:
    words = situation.catalog.words[situation.locale]
    return {
        "id": name,
        "sentence": words["facts"][name],
        "sure": fact.sure,
        "about": fact.about,
        "source": fact.source,
        "name": words["addresses"][fact.source]["name"] if fact.source else "",
        "checked": full(words, fact.checked),
    }
