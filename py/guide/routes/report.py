"""One line of the command `routes`: a situation as plain data -> the routes open in it, as such."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from guide.catalog.records import Catalog
from guide.catalog.route_records import PaidHow
from guide.ids import CategoryId
from guide.routes.calendar import day_of
from guide.routes.matter import Matter, topic_of
from guide.routes.survey import Offer, survey

_PAID: tuple[PaidHow, ...] = get_args(PaidHow.__value__)


def report(catalog: Catalog, told: Mapping[str, Any], otherwise: dt.datetime) -> dict[str, Any]:
    """Return {"routes": [{"id", "opens", "closes", "sure", "source"}]} in the order advised.

    Of `told` are read: country, topic, or else a category alone, paid, facts (field -> value), sent
    (ISO 8601 times), refused (one, or None) and now; what is missing or cannot be read is not
    known, and now is `otherwise`.
    """
    found = survey(catalog.routes, _matter(catalog, told, otherwise))
    return {"routes": [_told(catalog, offer) for offer in found.now]}


def _told(catalog: Catalog, offer: Offer) -> dict[str, Any]:
    return {
        "id": offer.id,
        "opens": offer.opens.isoformat() if offer.opens else None,
        "closes": offer.closes.isoformat() if offer.closes else None,
        "sure": offer.route.sure,
        "source": catalog.addresses[offer.route.source].url,
    }


def _matter(catalog: Catalog, told: Mapping[str, Any], otherwise: dt.datetime) -> Matter:
    now, topic = _time(told.get("now")) or otherwise, str(told.get("topic", ""))
    known, answers = catalog.topics.get(topic), told.get("facts")
    facts = {k: str(v) for k, v in answers.items()} if isinstance(answers, dict) else {}
    return Matter(
        country=str(told.get("country", "")),
        category=known.category if known else _category(catalog, told),
        topic=topic_of(catalog.routes.matters, topic, facts.get),
        paid=next((paid for paid in _PAID if paid == told.get("paid")), "none"),
        today=now.date(),
        facts=facts,
        sent=tuple(sorted(_days(told.get("sent"), now))),
        refused=next(_days([told.get("refused")], now), None),
    )


def _category(catalog: Catalog, told: Mapping[str, Any]) -> CategoryId | None:
    return next((one for one in catalog.categories if one == told.get("category")), None)


def _time(value: object) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(str(value))
    except ValueError:
        return None


def _days(times: object, now: dt.datetime) -> Iterator[dt.date]:
    each = times if isinstance(times, list) else []
    days = (day_of(str(time), now.tzinfo) for time in each)
    return (day for day in days if day)
