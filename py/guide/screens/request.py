"""The request: its text as it goes out, what was hidden in it, and the ways to send it."""

from collections.abc import Iterable, Mapping
from typing import Any

from guide import advice
from guide.cases import outgoing
from guide.cases.changes import kind_at
from guide.cases.outgoing import Cover
from guide.cases.quality import quality
from guide.letters import letter_rules, writer
from guide.model import Case
from guide.screens.sending import sending
from guide.screens.widgets.weak_spots import weak_spots
from guide.situation import Situation

OTHER_LANGUAGE = "other_language"


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
            "has_subject": channel.subject,
            "address": channel.address,
            "limit": channel.limit,
            "editing": case.editing,
            "letter_locale": situation.letter_locale,
            "letter_dir": situation.catalog.languages[situation.letter_locale].direction,
            "only_apple_refunds": case.category == "billing"
            and advice.bought_through_apple(situation),
            "attachments": situation.catalog.needs(case).attachments,
        }
        | _text(situation, case)
        | _channels(situation, case)
    )


def _text(situation: Situation, case: Case) -> dict[str, Any]:
    """Return subject and body: as the person may edit them, and hidden as they go out."""
    out = outgoing.of(situation, case)
    cover, subject, body = out.cover, out.subject, out.body
    messages = _messages(cover, body)
    has_subject = situation.catalog.channels[case.channel].subject
    parts = sending(
        situation, case, subject if has_subject else "", [one["text"] for one in messages]
    )
    spots = _spots(situation, case, out.missing)
    return (
        {
            # The person may copy all the same: nothing blocks.
            "finish_first": bool(spots["gaps"])
            and parts["next"] == "copy"
            and not parts["begun"]
            and letter_rules.goes_once(situation.catalog, case),
            "own_subject": out.own_subject,
            "own_body": out.own_body,
            "edited": out.edited,
            "subject": cover.pieces(subject),
            "messages": messages,
            "count": writer.length(situation.catalog, case.channel, body),
            "findings": cover.report(),
        }
        | parts
        | spots
    )


def _spots(situation: Situation, case: Case, missing: Iterable[str]) -> dict[str, Any]:
    """Return what is missing; that words are in another language is said at the switch, always."""
    found = quality(situation.catalog, case, situation.letter_locale, situation.turn.now)
    spots = weak_spots(situation, case, missing)
    return spots | {
        "other_language": any(gap.code == OTHER_LANGUAGE for gap in found.gaps),
        "tips": tuple(tip for tip in spots["tips"] if not tip["id"].startswith(OTHER_LANGUAGE)),
    }


def _messages(cover: Cover, body: str) -> tuple[Mapping[str, Any], ...]:
    """Return the messages to send, in order: in a chat the first stands alone."""
    return tuple({"text": text, "pieces": cover.pieces(text)} for text in writer.messages(body))


def _channels(situation: Situation, case: Case) -> dict[str, Any]:
    """Return where such a letter can go: the ways of its topic first, then the others."""
    catalog = situation.catalog
    own = catalog.needs(case).channels
    able = tuple(
        channel
        for channel in catalog.channels
        # The kind is the one that choosing this channel would lead to.
        if letter_rules.may_send(catalog, case, kind_at(channel, case.kind), channel)
    )
    return {
        "channels": tuple(channel for channel in own if channel in able),
        "more_channels": tuple(channel for channel in able if channel not in own),
    }
