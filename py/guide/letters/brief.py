"""What a letter can say of a case: cleaned, named, dated for people, ready for its templates.

A missing answer is "" everywhere, so that a template needs no knowledge of what was said.
"""

import datetime as dt
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.catalog.records import Catalog
from guide.ids import ChannelId, LetterKind, Locale
from guide.letters import attaching, charges, letter_rules, prose, quoting
from guide.model import Case
from guide.reading import reader
from guide.reading import rules as answer_rules
from guide.reading.asks import Asked

type Mask = Callable[[str], str]

GOAL = "goal"
SIGNATURE = "name"  # The field that signs a letter instead of standing among the details.
HEAD = ("account_email", "reply_email", "earlier_case")  # In the line by which a case is found.
OWNERS = ("org_id", "workspace")  # So are these, where they are asked.
MAX_OWNER = 40  # Characters; a longer answer is no name.
UNCLEAR = "unclear"  # The sentence of an answer that a question is about.
TRIED = "tried"  # And the one that joins the list of what was tried.
DOT = " · "
DAY = len("2026-11-22")
MAX_MATTER = 30  # Words.
MAX_POST = 115  # Characters of the problem in a post.


@dataclass(frozen=True)
class Brief:
    """The case as one letter tells it; `mask` replaces what must not be in that place."""

    catalog: Catalog
    case: Case
    kind: LetterKind
    channel: ChannelId
    locale: Locale
    now: str
    mask: Mask

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """All words in the letter's language."""
        return self.catalog.words[self.locale]

    @cached_property
    def rules(self) -> letter_rules.LetterRules:
        """The rules of letters.toml."""
        return letter_rules.for_catalog(self.catalog)

    @cached_property
    def public(self) -> bool:
        """Whether others than support will read it."""
        return self.catalog.channels[self.channel].audience == "public"

    @cached_property
    def chat(self) -> bool:
        """Whether it goes out as several messages."""
        return self.channel in self.rules.chat.channels

    @property
    def required(self) -> tuple[str, ...]:
        """What this category needs."""
        return self.catalog.needs(self.case).required

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """What this category asks, most important first."""
        needs = self.catalog.needs(self.case)
        return (*needs.required, *needs.helpful)

    def public_but(self, but: Container[str]) -> tuple[str, ...]:
        """Return the fields that help a stranger and that everybody may see, but for some."""
        able = (field for field in self.rules.public.facts if field in self.fields)
        return tuple(field for field in able if field not in but)

    @cached_property
    def answers(self) -> dict[str, str]:
        """Every field's answer in words; "" where none, or where the place must not see it."""
        known = dict.fromkeys(self.catalog.fields, "")
        said = (answer for answer in self.case.answers if answer.field in known)
        return known | {answer.field: self._worded(answer.field, answer.value) for answer in said}

    @cached_property
    def told(self) -> dict[str, str]:
        """The answers, and the story where nothing else says what happened."""
        return self.answers | {self.about: self.answers[self.about] or self._clean(self.case.story)}

    def _worded(self, field: str, value: str) -> str:
        definition = self.catalog.fields[field]
        if field == GOAL:
            value = self.catalog.goal_in(self.locale, self.case, value)
        if (
            self.catalog.is_nothing(field, value)
            or not value
            or (self.public and definition.private)
        ):
            return ""
        value = self._clean(value)
        if value in definition.unsaid:
            return ""
        if definition.kind == "choice":
            return str(self.words["fields"][field]["options"].get(value, value))
        # In a field for words it is what the guide has filled in from a story.
        if definition.kind == "date" or (definition.kind == "text" and len(value) == DAY):
            return self.date(value) or value
        if definition.kind == "several":
            return ", ".join(prose.several(value))
        return value if definition.kind == "long" else prose.one_line(value)

    @property
    def _about_topic(self) -> Mapping[str, Any]:
        """The words of the case's topic in the letter's language, none where it has no topic."""
        return self.words["topics"][self.case.topic] if self.catalog.topic(self.case) else {}

    def _clean(self, text: str) -> str:
        text = prose.clean(text)
        return self.mask(text) if self.public else text

    @property
    def name(self) -> str:
        """The person's name for the signature, never in public."""
        return self.answers[SIGNATURE]

    @cached_property
    def about(self) -> str:
        """The field that tells what happened: the first answered, else the category's own."""
        able = self.rules.opening.about
        answered = (field for field in able if self.answers[field])
        return next(answered, next((field for field in able if field in self.fields), able[0]))

    @cached_property
    def story(self) -> str:
        """What happened, in the person's words."""
        return self.told[self.about]

    @cached_property
    def request(self) -> str:
        """What support should do, as a sentence; "" where nothing says so."""
        return self._sentence(self.asking) if self.asking else ""

    @cached_property
    def asking(self) -> str:
        """The field that says what support should do, "" for none."""
        return next((f for f in self.rules.opening.request if self.answers[f]), "")

    def _sentence(self, field: str) -> str:
        """Return an answer as a request; some choices have one of their own."""
        own = self.words["fields"][field].get("requests", {})
        return str(own.get(self.case.answer(field), self.answers[field]))

    @property
    def has_topic(self) -> bool:
        """Whether it is known which problem of its category it is."""
        return bool(self._about_topic)

    @property
    def name_of_category(self) -> str:
        """The name of the category."""
        return str(self.words["categories"][self.case.category or "other"]["name"])

    @property
    def name_of_topic(self) -> str:
        """The name of the topic, else of the category."""
        return str(self._about_topic["name"]) if self.has_topic else self.name_of_category

    @property
    def title(self) -> str:
        """What a subject calls the problem: some topics are chosen by a name that fits none."""
        return str(self._about_topic.get("subject", self.name_of_topic))

    @property
    def name_in_public(self) -> str:
        """The problem in few words that stand alone: the topic, else what is asked for."""
        request = "" if self.has_topic else self.short(prose.one_line(self.request), MAX_POST)
        return (request or self.name_of_topic).rstrip(".?! ")

    @cached_property
    def matter(self) -> str:
        """The problem in one sentence that is never cut: the request, else the topic's name."""
        short = len(self.request.split()) <= MAX_MATTER and "\n" not in self.request
        return self.request if self.request and short else self.name_of_topic

    @cached_property
    def head(self) -> str:
        """By what support finds the case: account, number, and where to answer, in one line."""
        return DOT.join(self.heads)

    @property
    def head_but_account(self) -> str:
        """The same for a form, which asks for the account in a box of its own."""
        return DOT.join(self.heads[bool(self.answers["account_email"]) :])

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The parts of `head` that there are."""
        words, account = self.words["letters"], self.answers["account_email"]
        reply_to = self.answers["reply_email"]
        labels = self.words["fields"]
        owners = {str(labels[field]["letter"]): self.answers[field] for field in self.owners}
        named = {
            str(self._about_topic.get("account", words["account"])): account,
            str(words["case_number"]): self.case_number,
            **owners,
            str(words["reply_to"]): "" if reply_to == account else reply_to,
        }
        return tuple(f"{name}: {value}" for name, value in named.items() if value)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """The fields that say in `heads` whose account it is, besides the person's own."""
        asked = (field for field in OWNERS if field in self.fields)
        return tuple(field for field in asked if len(self.answers[field]) <= MAX_OWNER)

    def short(self, value: str, room: int) -> str:
        """Return a value whole, or "" where it is longer than that."""
        return value if self.rules.measure(self.channel)(value) <= room else ""

    def cut(self, text: str, room: int) -> str:
        """Return `text` shortened to `room`, as its place counts.

        It is masked before, since half a secret would pass as none.
        """
        return prose.cut(self.mask(text), room, self.rules.measure(self.channel))

    @cached_property
    def case_number(self) -> str:
        """The number support gave, never in public."""
        number = self.case.case_number or self.case.answer("earlier_case")
        if self.public or self.catalog.is_nothing("earlier_case", number):
            return ""
        return prose.one_line(prose.clean(number))

    @property
    def shown_number(self) -> str:
        """The case number as it may go out, by its name: a bare one may look like a card's."""
        name = f"{self.words['letters']['case_number']}: "
        return self.mask(f"{name}{self.case_number}").removeprefix(name) if self.case_number else ""

    def date(self, at: str) -> str:
        """Return a day as people write it; "" where it is no date."""
        day, words = parsed(at), self.words["letters"]
        if day is None:
            return ""
        return str(words["date"]).format(
            day=day.day, month=words["months"][day.month - 1], year=day.year
        )

    @cached_property
    def quote(self) -> str:
        """Support's answer, its beginning."""
        return quoting.quote(self.rules.quoted, self._own_words)

    @cached_property
    def unclear(self) -> str:
        """The sentence of support's answer that the person asks about, "" for none."""
        only = quoting.sentences(self.rules.quoted, self._own_words)
        return self.answers[UNCLEAR] or (only[0] if len(only) == 1 else "")

    @cached_property
    def attached(self) -> str:
        """What the person says goes with the letter, "" for nothing, and in public."""
        return self._names(attaching.going(self.catalog, self.case, self.kind, self.channel))

    def _names(self, attachments: Iterable[str]) -> str:
        names = self.words["letters"]["attached_names"]
        return ", ".join(str(names[one]) for one in attachments if one in names)

    @cached_property
    def attached_before(self) -> tuple[tuple[str, str], ...]:
        """What went with earlier letters: the day of each, and what it was."""
        some = (sent for sent in self.case.sent if sent.attached)
        return tuple((self.date(sent.at), self._names(sent.attached)) for sent in some)

    @cached_property
    def boxes(self) -> bool:
        """Whether the place is a form, which takes the letter field by field."""
        return self.channel in self.rules.form.channels

    @cached_property
    def _reply(self) -> str:
        genuine = [reply.text for reply in self.case.replies if reply.kind != "suspicious"]
        draft = "" if self.case.replies else self.case.reply_text
        return self._clean(genuine[-1] if genuine else draft)

    @cached_property
    def _own_words(self) -> str:
        return quoting.own(self.catalog, self._reply)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """What support's answer asks for, one by one."""
        if not self._reply:
            return ()
        found = reader.asked_of(answer_rules.for_catalog(self.catalog), self._reply)
        return charges.of_all(self.catalog, self.case, found)

    def own_answer(self, question: str) -> str:
        """Return what the person answers to a question that is about no field, or ""."""
        return self._clean(self.case.own_answer(question))

    @cached_property
    def asked_fields(self) -> tuple[str, ...]:
        """The fields that support's answer asks for."""
        return tuple(dict.fromkeys(field for one in self.asked for field in one.fields))


def parsed(at: str) -> dt.date | None:
    """Return the day of an ISO 8601 date or time, or None."""
    try:
        return dt.datetime.fromisoformat(at).date()
    except ValueError:
        return None
