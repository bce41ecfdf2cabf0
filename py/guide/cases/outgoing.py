"""The letter of a case as it goes out: the guide's wording or the person's own, with masks.

    case -> writer.write -> the person's edits -> Cover.hide -> subject and body

What went out is kept in these words, too: they are the proof of what was asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guide.cases import identity, translated_letter
from guide.cases.fill_in import own_mail
from guide.cases.translated_letter import TranslatedLetter
from guide.compiled_content import CompiledContent, find
from guide.ids import Audience
from guide.letters import own_words, prose, writer
from guide.letters.brief import Brief
from guide.letters.own_words import GuideWords
from guide.model import Case
from guide.reading.asks import Asked
from guide.redact import masking
from guide.redact.finding import Finding
from guide.situation import Situation

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
    case: Case
    own: GuideWords = field(default_factory=GuideWords)
    found: dict[str, tuple[Finding, str]] = field(default_factory=dict)

    def hide(self, text: str) -> str:
        """Return the text as it may go out."""
        bare = self.own.without(text)
        findings = find(self.compiled, bare, self.audience, self.keep, self.people)
        masked = masking.mask(text, findings, self.shown, self.names)
        for piece, finding in masked.pieces:
            if finding:
                self.found.setdefault(text[finding.start : finding.end], (finding, piece))
        return identity.hidden(self.case, masked.text, self.names)

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

    def report(self, letter: str) -> tuple[Mapping[str, Any], ...]:
        """Return what was found of this letter, for the person to see and to undo.

        What is hidden on the way to a letter need not be in it: a reply tells the story no more.
        """
        return tuple(
            {
                "kind": finding.kind,
                "text": text,
                "placeholder": placeholder,
                "undoable": finding.undoable,
                "shown": finding.undoable and text in self.shown,
            }
            for text, (finding, placeholder) in self.found.items()
            if placeholder in letter
        )


@dataclass(frozen=True)
class Outgoing:
    """A letter: `subject` and `body` as they go out, `own_...` as the person may edit them.

    `own_text` is the person's own wording of the body, None where it is the guide's; `missing`
    lists the fields that the letter wants and that have no answer, `unanswered` the questions of
    support that it leaves out for want of one.
    """

    cover: Cover
    told: TranslatedLetter
    subject: str
    body: str
    own_subject: str
    own_body: str
    own_text: str | None
    edited: bool
    missing: tuple[str, ...]
    unanswered: tuple[Asked, ...]


def of(situation: Situation, case: Case) -> Outgoing:
    """Return the letter that the case is about to send."""
    locale, cover = situation.letter_locale, cover_for(situation, case)
    told = translated_letter.of(situation, case, cover.hide)
    letter = writer.write(
        situation.catalog,
        told.case,
        case.kind,
        case.channel,
        locale,
        situation.turn.now,
        mask=cover.hide,
    )
    edits = case.edit("subject", locale), case.edit("body", locale)
    own_subject = edits[0] or letter.subject
    # Who pastes a text of their own begins with nothing.
    empty = edits[1] == "" and case.editing
    own_body = "" if empty else edits[1] or letter.body + told.below
    # An edit is kept as it was typed; as all that goes out, it goes out clean.
    return Outgoing(
        cover=cover,
        told=told,
        subject=cover.hide(prose.one_line(prose.clean(own_subject))),
        body=cover.hide(prose.clean(own_body)),
        own_subject=own_subject,
        own_body=own_body,
        own_text=edits[1],
        edited=edits != (None, None),
        missing=letter.missing,
        unanswered=letter.unanswered,
    )


def cover_for(situation: Situation, case: Case) -> Cover:
    """Return the cover for the place the case's letter goes to."""
    cover = Cover(
        compiled=situation.compiled,
        audience=situation.catalog.channels[case.channel].audience,
        keep=(*situation.catalog.open_to_support(case), *own_mail(situation, case).values()),
        people=tuple(filter(None, (case.answer("name"),))),
        shown=case.shown,
        names=situation.compiled.redaction.names(situation.letter_locale),
        case=case,
    )
    locale, now = situation.letter_locale, situation.turn.now
    # With a cover of its own, since what is hidden here is no finding of the letter.
    mask = replace(cover, found={}).hide
    brief = Brief(situation.catalog, case, case.kind, case.channel, locale, now, mask)
    return replace(cover, own=own_words.of(brief))
