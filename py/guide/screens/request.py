"""The request: its text as it goes out, what was hidden in it, and the ways to send it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guide import advice
from guide.cases.changes import kind_at
from guide.cases.fill_in import own_mail
from guide.cases.quality import quality
from guide.compiled_content import CompiledContent, find
from guide.ids import Audience
from guide.letters import letter_rules, prose, writer
from guide.model import Case
from guide.redact import redaction
from guide.redact.finding import Finding
from guide.screens import translating, ways_out
from guide.screens.sending import sending
from guide.screens.widgets.weak_spots import weak_spots
from guide.situation import Situation

OTHER_LANGUAGE = "other_language"

type Pieces = tuple[Mapping[str, Any], ...]


@dataclass
class Cover:
    """Hides what must not go out, and remembers what it hid, each text once."""

    compiled: CompiledContent
    audience: Audience
    keep: tuple[str, ...]
    people: tuple[str, ...]
    shown: tuple[str, ...]
    names: Mapping[str, str]
    found: dict[str, tuple[Finding, str]] = field(default_factory=dict)

    def hide(self, text: str) -> str:
        """Return the text as it may go out."""
        findings = find(self.compiled, text, self.audience, self.keep, self.people)
        masked = redaction.mask(text, findings, self.shown, self.names)
        for piece, finding in masked.pieces:
            if finding:
                self.found.setdefault(text[finding.start : finding.end], (finding, piece))
        return masked.text

    def pieces(self, text: str) -> Pieces:
        """Return a hidden text in parts, so that what stands for a secret can be marked."""
        parts: list[Mapping[str, Any]] = []
        done = 0
        for match in self.compiled.redaction.words.placeholder.finditer(text):
            parts.append({"text": text[done : match.start()], "hidden": False})
            parts.append({"text": match[0], "hidden": True})
            done = match.end()
        parts.append({"text": text[done:], "hidden": False})
        return tuple(part for part in parts if part["text"])

    def report(self) -> tuple[Mapping[str, Any], ...]:
        """Return what was found, for the person to see and to undo."""
        return tuple(
            {
                "kind": finding.kind,
                "text": text,
                "placeholder": placeholder,
                "undoable": finding.undoable,
                "shown": finding.undoable and text in self.shown,
            }
            for text, (finding, placeholder) in self.found.items()
        )


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
    locale, cover = situation.letter_locale, cover_for(situation, case)
    said = translating.of_letter(situation, case, cover.hide)
    letter = writer.write(
        situation.catalog,
        said.case,
        case.kind,
        case.channel,
        locale,
        situation.turn.now,
        mask=cover.hide,
    )
    edits = case.edit("subject", locale), case.edit("body", locale)
    own_subject, own_body = edits[0] or letter.subject, edits[1] or letter.body + said.below
    # An edit is kept as it was typed; as all that goes out, it goes out clean.
    subject = cover.hide(prose.one_line(prose.clean(own_subject)))
    body = cover.hide(prose.clean(own_body))
    messages = _messages(cover, body)
    has_subject = situation.catalog.channels[case.channel].subject
    parts = sending(
        situation, case, subject if has_subject else "", [one["text"] for one in messages]
    )
    spots = _spots(situation, case, letter.missing)
    return (
        {
            # The person may copy all the same: nothing blocks.
            "finish_first": bool(spots["gaps"])
            and parts["next"] == "copy"
            and not parts["begun"]
            and letter_rules.goes_once(situation.catalog, case),
            "own_subject": own_subject,
            "own_body": own_body,
            "edited": edits != (None, None),
            "subject": cover.pieces(subject),
            "messages": messages,
            "count": writer.length(situation.catalog, case.channel, body),
            "findings": cover.report(),
        }
        | parts
        | spots
        | said.context
        | ways_out.context(
            situation, case, subject if has_subject else "", [one["text"] for one in messages]
        )
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


def cover_for(situation: Situation, case: Case) -> Cover:
    """Return the cover for the place the case's letter goes to."""
    return Cover(
        compiled=situation.compiled,
        audience=situation.catalog.channels[case.channel].audience,
        keep=(*situation.catalog.own_emails(case), *own_mail(situation, case).values()),
        people=tuple(filter(None, (case.answer("name"),))),
        shown=case.shown,
        names=situation.compiled.redaction.names(situation.letter_locale),
    )


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
