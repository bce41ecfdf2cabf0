"""The request: its text as it goes out, what was hidden in it, and the ways to send it."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

from guide import advice
from guide.cases import changes, draft, outgoing, own_wording, to_copy
from guide.cases.outgoing import Cover
from guide.catalog import fitting
from guide.follow_up import plan
from guide.handlers.letter import PARTLY
from guide.letters import attaching, letter_rules, writer
from guide.letters.boxes import Box
from guide.model import Case
from guide.reading.asks import Asked
from guide.screens import translating, ways_out
from guide.screens.sending import sending
from guide.screens.widgets.dates import near
from guide.screens.widgets.weak_spots import OTHER_LANGUAGE, weak_spots
from guide.situation import Situation


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `request.html.j2`."""
    case = situation.case
    # `update` lets nobody onto this screen without a case.
    assert case is not None  # noqa: S101
    channel = situation.catalog.channels[case.channel]
    return (
        {
            "category": case.category or "other",
            "kind": case.kind,
            "channel": case.channel,
            "how": _how(situation, case),
            "has_subject": channel.subject,
            "address": channel.address,
            "limit": channel.limit,
            "editing": case.editing,
            "followed_up": plan.is_followed_up(situation.catalog, case.channel, case.kind),
            "letter_locale": situation.letter_locale,
            "letter_dir": situation.catalog.languages[situation.letter_locale].direction,
            "unsure_language": channel.audience == "support"
            and situation.letter_locale != situation.catalog.languages.sites,
            "only_apple_refunds": case.category == "billing"
            and advice.bought_through_apple(situation)
            and not advice.apple_was_asked(situation)
            and "goal" not in weak_spots(situation, case)["doubted"],
        }
        | _attachments(situation, case)
        | _text(situation, case)
        | _channels(situation, case)
    )


def _how(situation: Situation, case: Case) -> str:
    """Return how to send by this channel: what follows a letter there goes where that one went."""
    words = situation.catalog.words[situation.locale]["channels"][case.channel]
    goes_on = any(letter.channel == case.channel for letter in case.sent)
    return str(words["goes_on" if goes_on else "how"])


def _text(situation: Situation, case: Case) -> dict[str, Any]:
    """Return subject and body: as the person may edit them, and hidden as they go out."""
    out = outgoing.of(situation, case)
    cover, subject, body = out.cover, out.subject, out.body
    found = to_copy.found(situation, case, out)
    whole = to_copy.parts(situation, case, out, found)
    has_subject = situation.catalog.channels[case.channel].subject
    parts = sending(situation, case, whole)
    elsewhere = own_wording.elsewhere(case, situation.letter_locale)
    own = draft.check(situation, case, out.own_body, out.missing) if out.own_text else None
    spots = _spots(situation, case, own.missing if own else out.missing)
    messages = _messages(cover, found)
    # A text of the person's own is not looked through for what it answers.
    unanswered = () if own else out.unanswered
    return (
        {
            # Said to be sent, with only a part of it copied.
            "in_doubt": situation.state.place.item == PARTLY and to_copy.progress(whole) == "some",
            # The person may copy all the same: nothing blocks.
            "finish_first": _finish(situation, case, spots, unanswered)
            if parts["next"] == "copy" and not parts["begun"]
            else None,
            "unanswered": unanswered,
            "own_subject": out.own_subject,
            "own_body": out.own_body,
            "edited": out.edited,
            "own_elsewhere": elsewhere.channel if elsewhere else None,
            "takes_own": bool(elsewhere and own_wording.fits(situation.catalog, case, elsewhere)),
            "subject": cover.pieces(subject),
            "messages": messages,
            "draft": _noticed(situation, own) if own and not case.editing else None,
            "own_text": out.own_text is not None,
            "count": writer.length(situation.catalog, case.channel, body),
            "findings": cover.report(f"{subject}\n{body}"),
        }
        | parts
        | spots
        | translating.of_letter(situation, case, out.told)
        | ways_out.context(
            situation, case, subject if has_subject else "", [box.text for box in found]
        )
    )


def _spots(situation: Situation, case: Case, missing: Iterable[str]) -> dict[str, Any]:
    """Return what is missing; that words are in another language is said at the switch, always."""
    spots = weak_spots(situation, case, missing)
    tips = tuple(tip for tip in spots["tips"] if not tip["id"].startswith(OTHER_LANGUAGE))
    return spots | {"tips": tips}


def _finish(
    situation: Situation, case: Case, spots: Mapping[str, Any], unanswered: Iterable[Asked]
) -> Mapping[str, Any] | None:
    """Return why there is something to do before the copying, and where; None for nothing.

    A letter that goes once should be whole, and one that answers should leave no question out. A
    picture is ticked on this very screen.
    """
    gaps, left = spots["gaps"], sum(not one.picture for one in unanswered)
    event = gaps[0]["event"] if gaps else {"type": "go", "to": "reply"}
    if gaps and letter_rules.goes_once(situation.catalog, case):
        return {"why": "once", "count": len(gaps), "event": event}
    return {"why": "unanswered", "count": left, "event": event} if left else None


def _noticed(situation: Situation, own: draft.Draft) -> dict[str, Any]:
    """Return what is noticed in a text of the person's own, in words."""
    words = situation.catalog.words[situation.locale]
    tips = tuple(words["quality"][code] for code in own.codes)
    return {"tips": tips, "left_out": tuple(words["fields"][f]["label"] for f in own.left_out)}


def _messages(cover: Cover, found: Iterable[Box]) -> tuple[Mapping[str, Any], ...]:
    """Return the messages to send, in order: in a chat the first stands alone.

    What is copied is numbered; what is chosen in a form is 0.
    """
    number = count(1)
    return tuple(
        {
            "text": box.text,
            "pieces": cover.pieces(box.text),
            "heading": box.heading,
            "number": 0 if box.choice else next(number),
        }
        for box in found
    )


def _attachments(situation: Situation, case: Case) -> dict[str, Any]:
    """Return what is worth attaching, and what support has: that is asked for no more.

    `on` is whether it is attached, None where no letter names it.
    """
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    names = situation.catalog.words[situation.letter_locale]["letters"]["attached_names"]
    able = fitting.attachments(situation.catalog, case)
    asked = attaching.asked(situation.catalog, case, case.kind, case.channel)
    before = attaching.before(case)
    has = (one for one in able if asked is not None and one in before and one not in asked)
    return {
        "attachments": tuple(
            {"id": one, "on": one in case.attached if asked is not None and one in names else None}
            for one in (able if asked is None else asked)
        ),
        "attached_before": tuple(
            {"id": one, "day": near(words, before[one].at, now)} for one in has
        ),
    }


def _channels(situation: Situation, case: Case) -> dict[str, Any]:
    """Return where such a letter can go: the ways of its topic first, then the others."""
    catalog = situation.catalog
    own = catalog.needs(case).channels
    able = tuple(
        channel
        for channel in catalog.channels
        # The kind is the one that choosing this channel would lead to.
        if changes.may_send(
            catalog, case, changes.kind_there(catalog, case, channel), channel, situation.turn.now
        )
    )
    return {
        "channels": tuple(channel for channel in own if channel in able),
        "more_channels": tuple(channel for channel in able if channel not in own),
    }
