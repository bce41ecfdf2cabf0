"""A case and what it is made of: frozen, and changed only into new ones.

Case ── Answer, Tried, SaidStep, Edit, Translation, CopiedPart, SentRequest, Reply, Promised,
        PutOff, Closed
All that is kept between turns is in `state`, which ids there are in `ids`; what surrounds a turn
is in `surroundings`; what an organ finds (Triage, Finding, Letter, Verdict, DueItem) stands with
the organ.

Times are ISO 8601 strings with a UTC offset, as they came in through the turn.
"""

from dataclasses import dataclass, replace
from typing import Literal

from guide.ids import (
    AnswerSource,
    CategoryId,
    ChannelId,
    Count,
    FileReader,
    LetterKind,
    LetterPart,
    Locale,
    Outcome,
    ReplyKind,
    StepOutcome,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known for one field of a case; `field` is a key of `fields.toml`.

    `source` is where it comes from: typed or chosen (or of the device); read in the story, to be
    read anew when the story changes; or that the person ticked that they have no such thing.
    `value` is "" where there is none, by what they ticked or by their story.
    """

    field: str
    value: str
    source: AnswerSource = "person"


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of an advice, by the person's own word, and when it was said.

    `until` is the day (ISO 8601) on which the guide asks again; "" where nothing is waited for.
    `words` are those of a step that support suggested; "" for an advice of the guide's own.
    """

    advice: str
    outcome: StepOutcome
    at: str
    until: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class SaidStep:
    """An advice that the story says was followed, by which words; "" where the person denied it."""

    advice: str
    words: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The person's own wording of one part of one letter; it outlives re-writing."""

    kind: LetterKind
    channel: ChannelId
    locale: Locale
    part: LetterPart
    text: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A text of the person's, or of support, in another language, as the browser translated it.

    `field` is a key of `fields.toml`, `story` or `reply_text`; `original` is what was translated,
    with what must not go out already hidden: another original has no translation yet. `text` is
    the person's to correct.
    """

    field: str
    locale: Locale
    original: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class CopiedPart:
    """A part of one letter that the person has copied; `number` counts a body's messages from 1.

    `mark` stands for its text as it was then (`guide.cases.copies`): another text is not copied.
    """

    kind: LetterKind
    channel: ChannelId
    locale: Locale
    part: LetterPart
    number: Count
    mark: str


@dataclass(frozen=True, slots=True)
class SentRequest:
    """A request that went out: as what, through what, when; the case number may come later.

    `told` are short answers to fields that stood in it, in its words, `attached` what went with
    it. Where only some of its parts went, `parts` are their numbers, from 1 as they are copied, of
    `of`. One that the story tells of is read anew with it; `at` is "" where the day is not known.
    """

    kind: LetterKind
    channel: ChannelId
    at: str
    case_number: str = ""
    subject: str = ""
    text: str = ""  # As it went out, masked; "" where the guide did not write it.
    told: tuple[Answer, ...] = ()
    attached: tuple[str, ...] = ()
    parts: tuple[Count, ...] = ()
    of: Count = 0
    source: Literal["person", "story"] = "person"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer from support: what kind it is, when it came, and its words if pasted.

    `reason` is why they say no, `again` when the same text came before.
    """

    kind: ReplyKind
    at: str
    text: str = ""
    after: Count = 0  # How many letters had gone out when it came.
    reason: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """How and when a case ended."""

    outcome: Outcome
    at: str


@dataclass(frozen=True, slots=True)
class Promised:
    """The day by which support is to answer: by what they wrote, or as the person was told.

    It holds until something goes out or an answer comes (`cases.changes`), and until then nothing
    else is due before it. `on` is a day of the person's, ISO 8601.
    """

    on: str
    at: str = ""  # When it was noted.
    source: Literal["person", "reply"] = "person"


@dataclass(frozen=True, slots=True)
class PutOff:
    """What was due `on` a day is to be reminded of on `until`; "" is never, since it is done.

    `item` is the id of what is due, as `follow_up` names it. On another day it is due anew.
    """

    item: str
    on: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One problem of one person, from the first words to the end."""

    id: str
    created: str
    story: str = ""
    category: CategoryId | None = None
    category_by: Literal["person", "triage"] | None = None
    topic: str = ""  # Which problem of the category it is, as far as that is known.
    ticks: tuple[str, ...] = ()  # What was done of a checklist, each `advice.tick`.
    country: str = ""  # Where the person lives, of countries.toml: guessed, until they say it.
    answers: tuple[Answer, ...] = ()
    tried: tuple[Tried, ...] = ()
    said_steps: tuple[SaidStep, ...] = ()
    kind: LetterKind = "first_request"
    channel: ChannelId = "help_chat"
    letter_locale: Locale | None = None
    editing: bool = False
    edits: tuple[Edit, ...] = ()
    translations: tuple[Translation, ...] = ()
    with_originals: bool = False  # The letter ends with the person's words as they wrote them.
    shown: tuple[str, ...] = ()  # Texts of findings the person chose not to mask.
    attached: tuple[str, ...] = ()  # What goes with the letters, as ids of attachments.
    copied: tuple[CopiedPart, ...] = ()  # Since the last letter went out.
    opened: ChannelId | None = None  # Where the letter goes, once the person has opened that.
    opened_for: str = ""  # The advice whose page the person has opened last.
    sent: tuple[SentRequest, ...] = ()
    replies: tuple[Reply, ...] = ()
    reply_text: str = ""  # Support's answer as pasted, until the next letter goes out.
    kept_cuts: tuple[str, ...] = ()  # Parts of it that would be left out, and are read after all.
    suggested: tuple[str, ...] = ()  # Steps that support's last answer suggests, in its words.
    own_answers: tuple[Answer, ...] = ()  # To what it asks about no field: there its words stand.
    promised: Promised | None = None  # Until when support is waited for, as they said.
    put_off: tuple[PutOff, ...] = ()
    closed: Closed | None = None
    reader: FileReader = "myself"  # Who the case file is made for.

    def answer(self, field: str) -> str:
        """Return what was said for `field`, or "" when nothing was."""
        found = self.known(field)
        return found.value if found else ""

    def known(self, field: str) -> Answer | None:
        """Return what is known for `field` and where it comes from, or None."""
        return next((a for a in self.answers if a.field == field), None)

    def with_answer(self, field: str, value: str, source: AnswerSource = "person") -> "Case":
        """Return this case with `field` answered; an empty value takes the answer away."""
        kept = tuple(a for a in self.answers if a.field != field)
        return replace(self, answers=(*kept, Answer(field, value, source)) if value else kept)

    def with_lack(
        self, field: str, *, on: bool, source: Literal["story", "lacking"] = "lacking"
    ) -> "Case":
        """Return this case with no answer for `field`; with `on`, since there is no such thing."""
        case = self.with_answer(field, "")
        lack = (Answer(field, "", source),) if on else ()
        return replace(case, answers=(*case.answers, *lack))

    def lacks(self, field: str) -> bool:
        """Tell whether the person said that they have no such thing."""
        found = self.known(field)
        return found is not None and not found.value

    def says_none(self, field: str) -> bool:
        """Tell whether the story says that there is no such thing."""
        return Answer(field, "", "story") in self.answers

    def has_tried(self, advice: str) -> bool:
        """Tell whether the person answered this advice already; to skip it is an answer, too."""
        return any(t.advice == advice for t in self.tried)

    def has_ticked(self, advice: str, tick: str) -> bool:
        """Tell whether this was done of an advice's checklist."""
        return f"{advice}.{tick}" in self.ticks

    def with_tick(self, advice: str, tick: str, *, on: bool) -> "Case":
        """Return this case with that done, or not done."""
        name = f"{advice}.{tick}"
        kept = tuple(one for one in self.ticks if one != name)
        return replace(self, ticks=(*kept, name) if on else kept)

    @property
    def steps(self) -> tuple[Tried, ...]:
        """The last word on each advice, in the order in which they were first answered."""
        return tuple({(tried.advice, tried.words): tried for tried in self.tried}.values())

    def own_answer(self, question: str) -> str:
        """Return what the person answers to a question that is about no field, or ""."""
        return next((one.value for one in self.own_answers if one.field == question), "")

    def with_own_answer(self, question: str, value: str) -> "Case":
        """Return this case with that answer; an empty value takes it away."""
        kept = tuple(one for one in self.own_answers if one.field != question)
        own = (Answer(question, value),) if value.strip() else ()
        return replace(self, own_answers=(*kept, *own))

    def step(self, advice: str) -> Tried | None:
        """Return the last word on this advice, or None."""
        return next((t for t in reversed(self.tried) if t.advice == advice), None)

    @property
    def under_way(self) -> Tried | None:
        """The step whose day is waited for: the one that comes back first."""
        waiting = (step for step in self.steps if step.until)
        return min(waiting, key=lambda step: step.until, default=None)

    def edit(self, part: LetterPart, locale: Locale) -> str | None:
        """Return the person's own wording of this part of the letter now shown, if any."""
        here = (self.kind, self.channel, locale, part)
        own = (e.text for e in self.edits if (e.kind, e.channel, e.locale, e.part) == here)
        return next(own, None)

    def with_edit(self, part: LetterPart, locale: Locale, text: str | None) -> "Case":
        """Return this case with that wording; None goes back to the guide's own."""
        here = (self.kind, self.channel, locale, part)
        kept = tuple(e for e in self.edits if (e.kind, e.channel, e.locale, e.part) != here)
        own = () if text is None else (Edit(self.kind, self.channel, locale, part, text),)
        return replace(self, edits=(*kept, *own))

    @property
    def appealed(self) -> bool:
        """Whether the appeal went out, by the link in the notice or as a letter: it goes once."""
        by_link = self.step("notice_link")
        if self.said_appealed or (by_link is not None and by_link.outcome == "done"):
            return True
        return any(sent.kind == "appeal" or sent.channel == "appeal_form" for sent in self.sent)

    @property
    def said_appealed(self) -> bool:
        """Whether the story tells of an appeal."""
        return not self.said_done.keys().isdisjoint({"notice_link", "appeal_once"})

    @property
    def said_done(self) -> dict[str, str]:
        """What the story says was followed: advice id -> the words that say so."""
        return {said.advice: said.words for said in self.said_steps if said.words}

    @property
    def case_number(self) -> str:
        """The latest case number support gave, or ""."""
        return next((s.case_number for s in reversed(self.sent) if s.case_number), "")
