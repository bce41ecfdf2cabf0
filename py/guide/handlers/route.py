"""Routes beyond support: which of them the person has taken."""

from guide.cases import changes
from guide.errors import BadTurn
from guide.events import route_events
from guide.handlers.change import Change
from guide.routes.matter import TAKEN
from guide.situation import Situation


def took_route(situation: Situation, event: route_events.TookRoute) -> Change:
    """Keep that a route was taken, so that its days no longer count, or that it was not."""
    if event.route not in situation.catalog.routes.each:
        raise BadTurn(f"event.route: {event.route} is not known")
    case = changes.current(situation.state).with_tick(TAKEN, event.route, on=event.on)
    return Change(situation.state.with_case(case))
