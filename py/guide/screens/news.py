"""What is new in the guide, the newest first; nobody is shown it who does not ask."""

from typing import Any

from guide.situation import Situation


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `news.html.j2`."""
    editions = situation.catalog.words[situation.locale]["news"]
    return {
        "editions": tuple(
            {"id": name, "title": one["title"], "points": tuple(one["points"].values())}
            for name, one in reversed(editions.items())
        )
    }
