"""What a field is filled in with before anybody is asked, for the person to change."""

import datetime as dt
import re
from collections.abc import Container, Iterator, Mapping

from guide.catalog.field_records import Field, FillIn
from guide.catalog.fitting import thing
from guide.compiled_content import read_story
from guide.follow_up.business_days import parse_time
from guide.letters import letter_rules
from guide.model import Case
from guide.situation import Situation
from guide.story import children, plans
from guide.story.cues import Found
from guide.surroundings import Device, Turn

_MOMENTS = ("now", "utc")
# The person's own addresses, which support may see wherever they stand.
_OWN_MAIL = ("account_email", "billing_email")
# Fields that ask for what a story says under another name: what it says of one fits the other.
_ALIKE = {"since": "when", "error_body": "error_text", "user_or_org_id": "org_id"}
# Right after an hour that a log tells: 13:05:44.120Z, 13:05 UTC.
_IN_UTC = re.compile(r"(?::\d\d)?(?:[.,]\d+)?\s?(?:z|utc|gmt|\+00:?00)\b", re.IGNORECASE)
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]*")  # As America/Argentina/Buenos_Aires, Etc/GMT+3.


def here_and_now(situation: Situation, case: Case, field: str) -> str:
    """Return what is known for a field of a case without a word of the person's, else "".

    Where a topic says itself which moment it asks for, a call or an attempt, that is not now.
    """
    source = situation.catalog.fields[field].device
    words = situation.catalog.words[situation.locale]["topics"].get(case.topic, {})
    asks_of_then = source in _MOMENTS and field in words.get("examples", {})
    return "" if asks_of_then else known(situation.turn, source)


def known(turn: Turn, source: FillIn) -> str:
    """Return the browser, the system or the moment of the turn, "" where it is not known."""
    match source:
        case "now":
            return _moment(turn.now, turn.device.timezone)
        case "utc":
            return _moment_utc(turn.now)
        case _:
            return from_device(turn.device, source)


def from_device(device: Device, source: FillIn) -> str:
    """Return what the browser knows of itself, "" where that is not asked or not known."""
    return {"browser": device.browser, "os": device.os}.get(source, "")


def told(situation: Situation, case: Case) -> Mapping[str, str]:
    """Return what the story says, field -> value as the field takes it; nothing it does not."""
    at = parse_time(situation.turn.now, None)
    if at is None or not case.story.strip():
        return {}
    story = read_story(situation.compiled, case.story, at)
    found = {one.field: one for one in story.fields}
    values = {field: one.value for field, one in found.items()}
    if "when" in found:
        values |= _told_moment(case.story, found["when"], at, situation.turn.device.timezone)
    values |= {f: values[of] for f, of in _ALIKE.items() if of in values and f not in values}
    values |= plans.told(situation.compiled.story, case.story, values.get("plan", ""))
    values = _of_the_child(situation, case, case.story, values)
    fields = situation.catalog.fields
    without = {f: fields[f].without for f in _about(situation, case, story.missing)}
    values = {f: v for f, v in without.items() if v} | values
    return {f: v for f, v in values.items() if f in fields and _takes(fields[f], v)}


def missing(situation: Situation, case: Case) -> frozenset[str]:
    """Return the fields that ask for what the story says that there is not."""
    at = parse_time(situation.turn.now, None)
    if at is None or not case.story.strip():
        return frozenset()
    things = read_story(situation.compiled, case.story, at).missing
    fields = situation.catalog.fields
    return frozenset(f for f in _about(situation, case, things) if fields[f].may_lack)


def _about(situation: Situation, case: Case, things: Container[str]) -> Iterator[str]:
    """Yield the fields that ask about one of these things."""
    catalog = situation.catalog
    yield from (field for field in catalog.fields if thing(catalog, case, field) in things)


def own_mail(situation: Situation, case: Case) -> Mapping[str, str]:
    """Return the person's own addresses as they stand in any of their texts, field -> address."""
    at = parse_time(situation.turn.now, None)
    about = letter_rules.for_catalog(situation.catalog).opening.about
    found: dict[str, str] = {}
    own = case.edit("body", situation.letter_locale) or ""
    for text in (case.story, *map(case.answer, about), own) if at else ():
        if at and "@" in text:
            said = read_story(situation.compiled, text, at).values()
            mails = {field: said[field] for field in _OWN_MAIL if field in said}
            found = _of_the_child(situation, case, text, mails) | found
    return found


def _of_the_child(
    situation: Situation, case: Case, text: str, values: Mapping[str, str]
) -> dict[str, str]:
    """Return the values, with a child's under its own fields where a topic asks for these.

    The parent's account is another one then.
    """
    needs = situation.catalog.needs(case)
    if children.CHILDS not in {*needs.required, *needs.helpful}:
        return dict(values)
    told = children.told(text, situation.compiled.story.cues["children"])
    theirs = told.get(children.CHILDS)
    own = {f: v for f, v in values.items() if (f, v) != ("account_email", theirs)}
    if told.get(children.PARENTS) in own.values():
        told = {f: v for f, v in told.items() if f != children.PARENTS}
    return {**own, **told}


def _takes(field: Field, value: str) -> bool:
    return not field.options or value in field.options


def done(situation: Situation, case: Case) -> Mapping[str, str]:
    """Return the advice that the story says was followed, advice -> the words that say so."""
    at = parse_time(situation.turn.now, None)
    if at is None or not case.story.strip():
        return {}
    deeds = read_story(situation.compiled, case.story, at).done
    return {one.field: case.story[one.start : one.end] for one in deeds}


def _told_moment(story: str, when: Found, at: dt.datetime, timezone: str) -> Mapping[str, str]:
    """Return the moment in the person's zone and in UTC; without an hour it is the day alone."""
    day, _, hour = when.value.partition("T")
    if not hour:
        return dict.fromkeys(("when", "utc_time"), day)
    if _IN_UTC.match(story, when.end):
        return dict.fromkeys(("when", "utc_time"), f"{day} {hour} UTC")
    moment = dt.datetime.fromisoformat(when.value).replace(tzinfo=at.tzinfo)
    here = f"{day} {hour} ({_zone(at, timezone)})"
    # Further back clocks may have been changed since: then only the person's own zone is sure.
    near = abs(at - moment) <= dt.timedelta(days=1)
    return {"when": here, "utc_time": _moment_utc(moment.isoformat()) if near else here}


def _zone(at: dt.datetime, timezone: str) -> str:
    return timezone if _ZONE.fullmatch(timezone) else f"UTC{at:%:z}"


def _moment(now: str, timezone: str) -> str:
    """Return the minute as the person's clock shows it: `2026-11-22 10:00 (Asia/Jerusalem)`."""
    at = parse_time(now, dt.UTC)
    if at is None:
        return ""
    return f"{at:%Y-%m-%d %H:%M} ({_zone(at, timezone)})"


def _moment_utc(now: str) -> str:
    """Return the minute in UTC: `2026-11-22 08:00 UTC`."""
    at = parse_time(now, dt.UTC)
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC" if at else ""
