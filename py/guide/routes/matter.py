"""What routes depend on, of one case: where the person lives, what it is about, and its days."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from guide.catalog.records import Catalog
from guide.catalog.route_records import ANY, Country, Matters, PaidHow
from guide.ids import CategoryId
from guide.model import Case
from guide.routes.calendar import day_of

STORES: Mapping[str, PaidHow] = {"apple": "apple", "google": "google", "web": "card", "api": "card"}
# Who answers one of these has paid, and so has who comes with a problem of these categories.
REASON = "bank_reason"  # What is wrong with a charge, in the words of banks.
OF_A_PAYMENT = ("charge_date", "amount", "invoice", "order_id", "card_last4", REASON)
PAYING = frozenset({"billing", "subscription_management"})
REGION = "refund_region"  # The question about refunds asks for a part of the world.
SENT_BY_FORM = "appeal_sent_on"  # A letter that went out before the guide was met.
REFUSED_BEFORE = ("appeal_state", "refused")


@dataclass(frozen=True, slots=True)
class Matter:
    """One case as routes see it; all days are the person's own.

    `country` is a key of countries.toml, "" where it is not known; `facts` are answers, field ->
    value. `done` are routes that the person has taken.
    """

    country: str
    category: CategoryId | None
    topic: str
    paid: PaidHow
    today: dt.date
    facts: Mapping[str, str] = field(default_factory=dict)
    sent: tuple[dt.date, ...] = ()
    refused: dt.date | None = None
    appealed: bool = False
    done: Collection[str] = ()

    def day(self, since: str) -> dt.date | None:
        """Return the day that a term counts from, None where it is not known or did not come."""
        match since:
            case "sent":
                return min(self.sent, default=None)
            case "sent_again":
                return sorted(self.sent)[1] if len(self.sent) > 1 else None
            case "refused":
                return self.refused
        return day_of(self.facts.get(since, ""), None)


def of_case(catalog: Catalog, case: Case, at: dt.datetime, country: str = "") -> Matter:
    """Return a case as routes see it at this moment; `country` is a guess, if none was said."""
    here = at.tzinfo
    facts = {answer.field: answer.value for answer in case.answers if answer.value}
    channels = catalog.channels
    to_support = (one for one in case.sent if channels[one.channel].audience == "support")
    sent = [day_of(one.at, here) for one in to_support]
    sent.append(day_of(facts.get(SENT_BY_FORM, ""), None))
    return Matter(
        country=country_of(catalog.routes.countries, case, country),
        category=case.category,
        topic=topic_of(catalog.routes.matters, case.topic, case.answer),
        paid=paid_how(case),
        today=at.date(),
        facts=facts,
        sent=tuple(sorted(day for day in sent if day)),
        refused=_refused(case, here),
        appealed=case.appealed,
        done=taken(case),
    )


def topic_of(matters: Matters, topic: str, answer: Callable[[str], str | None]) -> str:
    """Return the topic of a case; where that tells nothing, the one that an answer tells."""
    if topic and topic not in matters.vague:
        return topic
    answered = ((answer(field), told) for field, told in matters.topics.items())
    found = (told.get(value) or told.get(ANY) for value, told in answered if value)
    return next((one for one in found if one), topic)


def country_of(countries: Mapping[str, Country], case: Case, guess: str = "") -> str:
    """Return where the person lives: as asked once, unless the question about refunds says else."""
    code, region = case.country or guess, case.answer(REGION)
    known = countries.get(code)
    if known and region in {"", known.refund_region}:
        return code
    there = [code for code, one in countries.items() if one.refund_region == region]
    return there[0] if len(there) == 1 else ""


def paid_how(case: Case) -> PaidHow:
    """Return how it was paid, as far as the answers tell: by card where no store is named."""
    if store := STORES.get(case.answer("bought_where")):
        return store
    paid = case.category in PAYING or any(case.answer(field) for field in OF_A_PAYMENT)
    return "card" if paid else "none"


def _refused(case: Case, here: dt.tzinfo | None) -> dt.date | None:
    """Return the day of the first no, or of the case that began with one."""
    days = [day_of(reply.at, here) for reply in case.replies if reply.kind == "refused"]
    field, value = REFUSED_BEFORE
    if case.answer(field) == value:
        days.append(day_of(case.created, here))
    return min((day for day in days if day), default=None)


TAKEN = "routes"  # Stands for the routes among what was ticked: `routes.<id>`.


def taken(case: Case) -> tuple[str, ...]:
    """Return the routes that the person has taken."""
    begin = f"{TAKEN}."
    return tuple(tick.removeprefix(begin) for tick in case.ticks if tick.startswith(begin))
