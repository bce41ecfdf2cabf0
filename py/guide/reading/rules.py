"""Content -> AnswerRules: the words by which support's answers are read, of all languages at once.

reading.toml, reading_model.toml, ask_model.toml, day_model.toml,
text/<locale>/reading/answers.toml, text/<locale>/story/dates.toml -> AnswerRules
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from guide.reading.kind_model import KindModel, KindTable
from guide.reading.names import JoinedNames
from guide.reading.phrases import PhraseBook, Stretch, TextWords, meet
from guide.story.date_patterns import DateWords
from guide.story.dates import Calendar
from guide.text.decision_model import DecisionModel
from guide.text.linear_model import LinearTable
from guide.text.phrases import folded

FILE = "reading.toml"
MODEL = "reading_model.toml"
ASK_MODEL = "ask_model.toml"
DAY_MODEL = "day_model.toml"
LEAST = 40  # Features of a piece or a day; most places have more.
ANSWERS = "/reading/answers.toml"
DATES = "/story/dates.toml"
ASKED = "asked."  # Labels of phrases that name a field.
THING = "thing."  # Labels of phrases that name a thing that is no field.
FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """The line above a quotation in one language: how it begins, and how it ends."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Markers:
    """Lines that mail programs draw above what was written before, or what is forwarded.

    `covers`: how a line begins that is written above what is passed on.
    """

    quoted: tuple[str, ...]
    forwarded: tuple[str, ...]
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadWords:
    """How mail programs name the fields of a mail's head; of them who wrote it, and when.

    A writer with one of the words of `support` in the name or address is support.
    """

    fields: tuple[str, ...]
    writers: tuple[str, ...]
    days: tuple[str, ...]
    support: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChatWords:
    """How chats name the person: a form has a line with one of the `roles`, too."""

    pronouns: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MailWords:
    """The file reading.toml; `over` are fields and things that leave no room for others.

    `names` are of fields and things, by the meanings of their words (`guide.reading.names`).
    `signals`, `terms`, `words`, `asked` and `things` are those of AnswerWords, in languages that
    the guide has not.
    """

    cases: tuple[str, ...]
    quoted: tuple[QuoteLine, ...]
    markers: Markers
    head: HeadWords
    chat: ChatWords
    over: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]
    signals: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    asked: Mapping[str, tuple[str, ...]]
    things: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """The file answers.toml of one language; it says itself what each table is."""

    closings: tuple[str, ...]
    footers: tuple[str, ...]
    case_links: tuple[str, ...]
    cases: tuple[str, ...]
    not_cases: tuple[str, ...]
    case_abouts: tuple[str, ...]
    case_intros: tuple[str, ...]
    case_marks: tuple[str, ...]
    joins: tuple[str, ...]
    ands: tuple[str, ...]
    reasons: tuple[str, ...]
    leads: tuple[str, ...]
    signals: Mapping[str, tuple[str, ...]]
    terms: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    asked: Mapping[str, tuple[str, ...]]
    things: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Models:
    """What was learned, ready to be asked: kinds, what is asked for, which days are to come."""

    kinds: KindModel
    asks: DecisionModel
    days: DecisionModel


class AnswerRules:
    """What reading knows; compared by identity, so that it can be a key of a cache."""

    def __init__(
        self,
        mail: MailWords,
        calendar: Calendar,
        every: Iterable[AnswerWords],
        models: Models,
    ) -> None:
        """Join the words of all languages."""
        every = tuple(every)
        self.mail, self.calendar = mail, calendar
        self.kinds, self.asks, self.days = models.kinds, models.asks, models.days
        self.closings = frozenset(folded(one) for words in every for one in words.closings)
        self.leads = frozenset(one for words in every for one in words.leads)
        self.joins, self.ands, self.reasons = (
            tuple(one for words in every for one in getattr(words, name))
            for name in ("joins", "ands", "reasons")
        )
        self.cases, self.case_links, self.not_cases = (
            tuple(one for words in every for one in getattr(words, name))
            for name in ("cases", "case_links", "not_cases")
        )
        self.case_abouts, self.case_intros, self.case_marks = (
            tuple(one for words in every for one in getattr(words, name))
            for name in ("case_abouts", "case_intros", "case_marks")
        )
        self.cases += mail.cases
        self.terms = _joined((*(words.terms for words in every), mail.terms))
        signals = _joined((*(words.signals for words in every), mail.signals))
        asked = _joined((*(words.asked for words in every), mail.asked))
        self.fields = tuple(asked)
        footers = tuple(one for words in every for one in words.footers)
        things = _joined((*(words.things for words in every), mail.things))
        self.things = frozenset(things)
        named = {ASKED + field: some for field, some in asked.items()}
        named |= {THING + thing: some for thing, some in things.items()}
        self.book = PhraseBook(signals | named)
        words = _joined((*(words.words for words in every), mail.words))
        self.over = {
            _label(asked, one): frozenset(_label(asked, under) for under in some)
            for one, some in mail.over.items()
        }
        self.names = JoinedNames(
            words, {_label(asked, name): some for name, some in mail.names.items()}
        )
        self.footers = PhraseBook({FOOTER: footers})

    def find(self, text: str, words: TextWords) -> dict[str, list[Stretch]]:
        """Return where each label stands in a text: by its phrases, else by names put together.

        A phrase that names something says more, unless what is put together is over it.
        """
        found = self.book.find(words)
        known = [(label, span) for label, some in found.items() for span in some if _names(label)]

        def is_free(label: str, place: Stretch) -> bool:
            under = self.over.get(label, ())
            return all(
                other == label or other in under for other, span in known if meet(span, place)
            )

        for label, place in self.names.find(text, words, is_free):
            found[label] = sorted([*found.get(label, ()), place])
        return found

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def any_of(self, name: str) -> re.Pattern[str]:
        """Return a pattern of the phrases of `joins`, `ands` or `reasons`, the longest first."""
        if name not in self._patterns:
            # Longest first: ", and the" is one join, not two.
            phrases = sorted(getattr(self, name), key=len, reverse=True)
            self._patterns[name] = re.compile("|".join(map(re.escape, phrases)) or r"(?!)")
        return self._patterns[name]

    def __getstate__(self) -> dict[str, object]:
        """Keep the words only: compiled patterns would fill the snapshot."""
        return {name: value for name, value in self.__dict__.items() if name != "_patterns"}


def _names(label: str) -> bool:
    return label.startswith((ASKED, THING))


def _label(fields: Collection[str], name: str) -> str:
    return f"{ASKED if name in fields else THING}{name}"


def _joined(tables: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for name, phrases in table.items():
            found[name] = (*found.get(name, ()), *phrases)
    return found


@dataclass(frozen=True, slots=True)
class Tables:
    """What was learned: of the kinds of answers, what they ask for, and which days are to come."""

    kinds: KindTable
    asks: LinearTable
    days: LinearTable


def load(
    files: Mapping[str, str], locales: Iterable[str], tables: Tables | None = None
) -> AnswerRules:
    """Return the rules of content files, path -> text. Raises ContentError with all mistakes.

    `tables` take the place of the committed ones.
    """
    source, locales = Source(files), tuple(locales)
    kinds = source.learned(
        MODEL, tables.kinds if tables else source.file(MODEL, KindTable), KindModel
    )
    asks, days = (
        source.learned(file, table or source.file(file, LinearTable), decision)
        for file, table in (
            (ASK_MODEL, tables and tables.asks),
            (DAY_MODEL, tables and tables.days),
        )
    )
    mail: MailWords = source.file(FILE, MailWords)
    dates: list[DateWords] = [source.file(f"text/{at}{DATES}", DateWords) for at in locales]
    read: dict[str, AnswerWords] = {
        path: source.file(path, AnswerWords) for path in (f"text/{at}{ANSWERS}" for at in locales)
    }
    source.stop()
    (first, one), *others = read.items()
    for path, other in others:
        for name in ("signals", "terms", "words"):
            wanted = (f"{name} of {first}", getattr(one, name))
            source.alike(path, (name, getattr(other, name)), wanted)
    source.stop()
    assert kinds  # noqa: S101  # Else something was noted.
    assert asks  # noqa: S101  # As above.
    assert days  # noqa: S101  # As above.
    return AnswerRules(mail, Calendar(dates), read.values(), Models(kinds, asks, days))


def decision(table: LinearTable) -> DecisionModel:
    """Return the model of what a piece or a day of an answer is. Raises ValueError."""
    return DecisionModel(table, LEAST)


def check(catalog: Catalog) -> None:
    """Compare the fields that are asked for with those of the catalog. Raises ContentError."""
    source, rules = Source(catalog.files), for_catalog(catalog)
    for field in rules.fields:
        if field not in catalog.fields:
            source.note(FILE, f"asked names {field}, which is no field", "correct it")
    for name in (*rules.mail.over, *chain(*rules.mail.over.values()), *rules.mail.names):
        if name not in rules.fields and name not in rules.things:
            source.note(FILE, f"over or names has {name}, which no phrase names", "correct it")
    source.stop()


def for_catalog(catalog: Catalog) -> AnswerRules:
    """Return the rules that come with a catalog, else those of its files. Raises ContentError."""
    if catalog.answers is not None:
        found: AnswerRules = catalog.answers.get()
        return found
    wanted = (FILE, MODEL, ASK_MODEL, DAY_MODEL, ANSWERS, DATES)
    texts = ((name, text) for name, text in catalog.files.items() if name.endswith(wanted))
    return _loaded(tuple(texts), catalog.languages.ids)


@cache
def _loaded(texts: tuple[tuple[str, str], ...], locales: tuple[str, ...]) -> AnswerRules:
    return load(dict(texts), locales)
