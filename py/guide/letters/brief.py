"""What a letter can say of a case: cleaned, named, dated for people, ready for its templates.

A missing answer is "" everywhere, so that a template needs no knowledge of what was said.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guide.catalog.records import Catalog
from guide.letters import letter_rules, prose
from guide.model import Case, ChannelId, LetterKind, Locale

type Mask = Callable[[str], str]

GOAL = "goal"
SIGNATURE = "name"  # The field that signs a letter instead of standing among the details.
TRIED = "tried"  # And the one that joins the list of what was tried.
MAX_NUMBER = 24  # Of a case number; the longest seen has ten characters.
MAX_QUOTE = 700
MAX_LINE = 70  # Longer values stand below their label.
MAX_FOREIGN = 24  # So does another script in a line from right to left, lest its order break.


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
        """What this category asks, grouped as on the screen, most important first."""
        needs = self.catalog.needs(self.case)
        place = {group: i for i, group in enumerate(self.catalog.groups)}
        return tuple(
            sorted(
                (*needs.required, *needs.helpful),
                key=lambda field: place[self.catalog.fields[field].group],
            )
        )

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
        if definition.kind == "choice":
            return str(self.words["fields"][field]["options"].get(value, value))
        if definition.kind == "date":
            return self.date(value) or value
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
    def topic(self) -> str:
        """What it is about, for a subject: the goal, else the story, else the topic's name."""
        return self.answers[GOAL] or prose.one_line(self.story) or self.name_of_topic

    @property
    def name_of_topic(self) -> str:
        """The name of the topic, else of the category."""
        category = self.words["categories"][self.case.category or "other"]
        return str((self._about_topic or category)["name"])

    @cached_property
    def opening(self) -> dict[str, str]:
        """Goal, story and outcome as labelled text, in a chat short enough for one message."""
        texts = {GOAL: self.answers[GOAL], "about": self.story}
        texts["outcome"] = self.answers["outcome"]
        return {
            part: self.say(self.about if part == "about" else part, self._opened(part, text))
            for part, text in texts.items()
        }

    def _opened(self, part: str, text: str) -> str:
        return self.cut(text, self.rules.opening.max[part]) if self.chat else text

    @cached_property
    def _told(self) -> set[str]:
        """The fields that the opening tells in full."""
        parts = {"goal": "goal", self.about: "about", "outcome": "outcome"}
        limit = self.rules.opening.max
        full = {f for f, part in parts.items() if len(self.told[f]) <= limit[part]}
        return full if self.chat else set(parts)

    def details(self, *, but: tuple[str, ...] = ()) -> str:
        """Return every other answer of the category, a paragraph for each group and long text."""
        skipped = self._told | {SIGNATURE, TRIED, *but}
        return self.list_of(field for field in self.fields if field not in skipped)

    def list_of(self, fields: Iterable[str]) -> str:
        """Return these answers as labelled lines; long ones stand below their label."""
        paragraphs: list[list[str]] = []
        group = ""
        for field in fields:
            if not (said := self.say(field, self.told[field])):
                continue
            here = "" if "\n" in said else self.catalog.fields[field].group
            if not here or here != group:
                paragraphs.append([])
            paragraphs[-1].append(said)
            group = here
        # Markdown joins lines that follow each other; a list keeps them apart.
        mark = "- " if self._markdown else ""
        lists = (p if "\n" in p[0] else [mark + line for line in p] for p in paragraphs)
        return "\n\n".join("\n".join(p) for p in lists)

    @cached_property
    def _markdown(self) -> bool:
        return self.channel in self.rules.markdown.channels

    def say(self, field: str, value: str) -> str:
        """Return the value with its label, or "" where there is none."""
        if not value:
            return ""
        code = self._markdown and field in self.rules.markdown.code
        text = prose.fenced(value) if code else value
        return self.label(str(self.words["fields"][field]["letter"]), text)

    def label(self, name: str, value: str) -> str:
        """Return label and value as one line, or the value below; "" where there is none."""
        if not value:
            return ""
        label = f"**{name}:**" if self._markdown else f"{name}:"
        below = "\n\n" if self._markdown else "\n"
        return f"{label}{below if self._stands_below(value) else ' '}{value}"

    def _stands_below(self, value: str) -> bool:
        language = self.catalog.languages[self.locale]
        turned = language.direction == "rtl" and " " in value
        foreign = turned and prose.is_foreign(value, language)
        return "\n" in value or len(value) > (MAX_FOREIGN if foreign else MAX_LINE)

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
        return prose.cut(prose.clean(number), MAX_NUMBER)

    @cached_property
    def reference(self) -> str:
        """Our own short reference: the day the case began, and its id."""
        day = parsed(self.case.created)
        own = re.sub(r"[^A-Za-z0-9]", "", self.case.id)[:8]
        return "-".join(part for part in (day.strftime("%y%m%d") if day else "", own) if part)

    @cached_property
    def mark(self) -> str:
        """The case number, else our reference, named; for a subject."""
        known = "marked" if self.case_number else "own_mark"
        text = str(self.words["letters"][known])
        return text.format(number=self.case_number, reference=self.reference)

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
        """Support's answer as it was pasted, shortened."""
        return prose.whole_lines(self._reply, MAX_QUOTE)

    @cached_property
    def _reply(self) -> str:
        genuine = [reply.text for reply in self.case.replies if reply.kind != "suspicious"]
        draft = "" if self.case.replies else self.case.reply_text
        return self._clean(genuine[-1] if genuine else draft)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The fields that support's answer asks for, in the order of the table."""
        return asked(self.rules, self._reply)


def asked(rules: letter_rules.LetterRules, reply: str) -> tuple[str, ...]:
    """Return the fields that an answer from support asks for, by the words of letters.toml."""
    low = reply.casefold()
    return tuple(f for f, phrases in rules.asked.items() if any(p in low for p in phrases))


def parsed(at: str) -> dt.date | None:
    """Return the day of an ISO 8601 date or time, or None."""
    try:
        return dt.datetime.fromisoformat(at).date()
    except ValueError:
        return None
