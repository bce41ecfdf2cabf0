"""The request: its text as it goes out, what was hidden in it, and the ways to send it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from guide import advice
from guide.cases import changes, draft
from guide.cases.fill_in import own_mail
from guide.cases.quality import quality
from guide.compiled_content import CompiledContent, find
from guide.ids import Audience
from guide.letters import boxes, letter_rules, prose, writer
from guide.letters.boxes import Box
from guide.model import Case
from guide.redact import redaction
from guide.redact.finding import Finding
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
            "attachments": _attachments(situation, case),
        }
        | _text(situation, case)
        | _channels(situation, case)
    )


def _text(situation: Situation, case: Case) -> dict[str, Any]:
    """Return subject and body: as the person may edit them, and hidden as they go out."""
    locale, cover = situation.letter_locale, cover_for(situation, case)
    letter = writer.write(
        situation.catalog,
        case,
        case.kind,
        case.channel,
        locale,
        situation.turn.now,
        mask=cover.hide,
    )
    edits = case.edit("subject", locale), case.edit("body", locale)
    own_subject = edits[0] or letter.subject
    # Who pastes a text of their own begins with nothing.
    own_body = "" if edits[1] == "" and case.editing else edits[1] or letter.body
    # An edit is kept as it was typed; as all that goes out, it goes out clean.
    subject = cover.hide(prose.one_line(prose.clean(own_subject)))
    body = cover.hide(prose.clean(own_body))
    found = _boxes(situation, case, own_body, body)
    has_subject = situation.catalog.channels[case.channel].subject
    parts = sending(situation, case, subject if has_subject else "", found)
    own = draft.check(situation, case, own_body, letter.missing) if edits[1] else None
    spots = _spots(situation, case, own.missing if own else letter.missing)
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
            "messages": _messages(cover, found),
            "draft": _noticed(situation, own) if own and not case.editing else None,
            "own_text": edits[1] is not None,
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


def _noticed(situation: Situation, own: draft.Draft) -> dict[str, Any]:
    """Return what is noticed in a text of the person's own, in words."""
    words = situation.catalog.words[situation.locale]
    tips = tuple(words["quality"][code] for code in own.codes)
    return {"tips": tips, "left_out": tuple(words["fields"][f]["label"] for f in own.left_out)}


def _boxes(situation: Situation, case: Case, text: str, hidden: str) -> tuple[Box, ...]:
    """Return the texts to send, in order."""
    form = case.channel in letter_rules.for_catalog(situation.catalog).form.channels
    return boxes.boxes(hidden, form=form, typed=text)


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


def _attachments(situation: Situation, case: Case) -> tuple[Mapping[str, Any], ...]:
    """Return what is worth attaching; `on` is whether it is, None where no letter names it."""
    channel = situation.catalog.channels[case.channel]
    rules = letter_rules.for_catalog(situation.catalog)
    names = situation.catalog.words[situation.letter_locale]["letters"]["attached_names"]
    told = channel.audience == "support" and case.channel not in rules.form.channels
    return tuple(
        {"id": one, "on": one in case.attached if told and one in names else None}
        for one in situation.catalog.needs(case).attachments
    )


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
        if changes.may_send(
            catalog, case, changes.kind_there(catalog, case, channel), channel, situation.turn.now
        )
    )
    return {
        "channels": tuple(channel for channel in own if channel in able),
        "more_channels": tuple(channel for channel in able if channel not in own),
    }
