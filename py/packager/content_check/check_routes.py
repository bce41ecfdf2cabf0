"""Routes: what only their author must know, beyond shapes and references.

routes/<id>.toml + text/<locale>/routes/<id>.toml -> a line for each mistake
"""

import datetime as dt
from collections.abc import Iterator

from guide.catalog import routes
from guide.catalog.reader import Source, is_table_of
from guide.catalog.records import Catalog
from guide.catalog.route_records import Route

# Law changes: after this a route wants to be looked up anew, and beyond that nobody should follow
# it.
OLD = dt.timedelta(days=90)
TOO_OLD = dt.timedelta(days=365)
# The EU's platform for disputes took no case since March 2025 and closed on 20 July 2025.
CLOSED = "ec.europa.eu/consumers/odr"
# What one line of a screen at 320 pixels, and of four, has room for.
LENGTHS = {"name": 60, "due": 80, "clock": 200}


def mistakes(whole: Catalog) -> Iterator[str]:
    """Yield a line for each mistake."""
    for name, route in whole.routes.each.items():
        yield from (f"{routes.FOLDER}/{name}.toml: {problem}" for problem in _structure(route))
    for name, address in whole.addresses.items():
        if CLOSED in address.url:
            yield f"addresses.toml: {name} is the EU's closed platform for disputes; take it away"
    source = Source(whole.files)
    for locale in whole.languages.ids:
        home = f"text/{locale}/{routes.FOLDER}"
        spoken = {routes.id_of(path) for path in whole.files if is_table_of(home, path)}
        for name in sorted(whole.routes.each.keys() - spoken):
            yield f"{home}/{name}.toml is missing; write the words of the route"
        for name in sorted(spoken - whole.routes.each.keys()):
            yield f"{home}/{name}.toml: routes/{name}.toml is missing or broken; write it"
        for name in sorted(spoken):
            words = source.toml(f"{home}/{name}.toml")
            for key, most in LENGTHS.items():
                if (length := len(str(words.get(key, "")))) > most:
                    yield f"{home}/{name}.toml: {key} has {length} characters; say it in {most}"


def _structure(route: Route) -> Iterator[str]:
    for key, value in (("address", route.address), ("source", route.source)):
        if not value:
            yield f"{key} is empty; name a key of addresses.toml, so that everybody can check there"
    if not (route.categories or route.topics):
        yield "categories and topics are empty; name whom it is for"
    if route.sure == "unread" and (route.closes_after or route.needs):
        yield "nobody has read it, so closes_after and needs promise too much; take them away"


def keys(route: Route) -> tuple[str, ...]:
    """Return the words that a route needs: one that nobody has read is only pointed at."""
    if route.sure == "unread":
        return ("name", "look")
    return ("name", "brings", "cannot", *(("due", "clock") if route.closes_after else ()))


def old(whole: Catalog, today: dt.date) -> Iterator[str]:
    """Yield a line for each route that was checked long before `today`."""
    for name, route in whole.routes.each.items():
        if OLD < (age := today - route.checked) <= TOO_OLD:
            yield _line(whole, name, age)


def too_old(whole: Catalog, today: dt.date) -> Iterator[str]:
    """Yield a line for each route that was checked so long ago that it must not be shipped."""
    for name, route in whole.routes.each.items():
        if (age := today - route.checked) > TOO_OLD:
            yield _line(whole, name, age)


def _line(whole: Catalog, name: str, age: dt.timedelta) -> str:
    place = whole.addresses[whole.routes.each[name].source].source
    return (
        f"{routes.FOLDER}/{name}.toml: it was checked {age.days} days ago; "
        f"look at {place} again and set `checked`"
    )
