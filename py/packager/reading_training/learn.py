"""Learn the kinds of answers, what they ask for and which days: `build.py --renew` writes all.

    reading_model.toml   what speaks for each kind
    ask_model.toml       what speaks for a piece of an answer asking for what it names
    day_model.toml       what speaks for a day that is named being one to come, of the case

Of an answer what counts is its own text, without what it quotes (`guide.reading.cuts`).
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from guide.catalog import languages, loading
from guide.ids import ReplyKind
from guide.reading import cuts, days, lines, pieces, promises, rules, weighing
from guide.reading.answering_fields import named_in
from guide.reading.kind_model import LEAST, KindTable
from guide.reading.pieces import Piece
from guide.reading.rules import Tables
from guide.text.linear_model import LinearTable, packed
from guide.triage.features import features
from guide.triage.tokens import tokens
from packager import learning
from packager.learning import Plan, Text
from packager.reading_training import corpus
from packager.reading_training.corpus import Answer
from packager.triage_training.corpus import CONTENT

PLAN = Plan(rows=9_000, first=2, then=8, rate=0.2, least=LEAST)
ASK_PLAN = Plan(rows=2_000, first=2, then=6, rate=0.2, least=rules.LEAST)
DAY_PLAN = Plan(rows=800, first=2, then=4, rate=0.2, least=rules.LEAST)
KINDS: tuple[ReplyKind, ...] = (
    "auto_ack",
    "asks_details",
    "suggests_steps",
    "refused",
    "passed_on",
    "closed",
    "solved",
    "unclear",
    "suspicious",
)
_SMALL = frozenset(("and", "for", "from", "the", "was", "whether", "with", "you", "your"))
_SHORT = 2
_BEGINS = 5  # Letters by which words are compared.
ALSO = 0.5  # How right a further kind is, beside the first.
_NONE = Tables(
    KindTable("", 1.0, (), packed(b""), packed(b""), ()),
    learning.NOTHING,
    learning.NOTHING,
)
# What a writer calls one thing and the guide another.
ALIKE = (
    {"asked.when", "asked.utc_time", "asked.since", "asked.last_sign_in", "thing.last_seen"},
    {"asked.error_text", "asked.notice_subject"},
    {"asked.people_affected", "asked.invited_email", "thing.household"},
    {"thing.consent", "thing.authority", "thing.signed_letter"},
    {
        "asked.account_email",
        "asked.other_accounts",
        "asked.reply_email",
        "thing.which_account",
        "thing.apple_account",
    },
    {"asked.bought_where", "asked.surface"},
    {"thing.result", "asked.private_window"},
)


def learned(answers: Sequence[Answer], made_of: str = "") -> KindTable:
    """Learn from these answers."""
    found = learning.learned(_balanced(taken_apart(answers)), PLAN)
    return KindTable(
        made_of,
        found.step,
        found.start,
        found.packed_features(),
        found.packed_cells(),
        KINDS,
    )


def asks_learned(answers: Sequence[Answer], made_of: str = "") -> LinearTable:
    """Learn from these answers what asks."""
    return _decision([text for answer in answers for text in _pieces(answer)], ASK_PLAN, made_of)


def days_learned(answers: Sequence[Answer], made_of: str = "") -> LinearTable:
    """Learn from these answers which days are to come."""
    return _decision([text for answer in answers for text in _days(answer)], DAY_PLAN, made_of)


def _decision(texts: Sequence[Text], plan: Plan, made_of: str) -> LinearTable:
    return learning.learned(texts, plan).table(made_of)


def _balanced(texts: Sequence[Text]) -> list[Text]:
    """Return texts of which each kind counts the same: how many were written says nothing."""
    each = np.array([text.right for text in texts]).sum(axis=0)
    weights = each.mean() / each
    return [replace(text, counts=float(weights[text.right.argmax()])) for text in texts]


@cache
def _pieces(answer: Answer) -> tuple[Text, ...]:
    """Return the pieces of an answer of which is known whether they ask for what its list has."""
    return tuple(_taken(_rules(), answer))


def _taken(own: rules.AnswerRules, answer: Answer) -> Iterator[Text]:
    if answer.asks is None or answer.kinds[0] == "suspicious":
        return
    wanted = {one: alike(labels(own, one)) for one in answer.asks}
    body, _ = cuts.cut(own, answer.text)
    found = list(pieces.read(own, lines.read(own, body)))
    named = {label for piece in found for label in piece.named.starts}
    left = [one for one, some in wanted.items() if named.isdisjoint(some)]
    for piece in found:
        is_asked = _is_asked(piece, set[str]().union(*wanted.values()), left)
        if is_asked is not None:
            yield Text(sorted({*piece.features}), answer.writer, _yes_or_no(is_asked))


@cache
def _days(answer: Answer) -> tuple[Text, ...]:
    """Return the days that an answer names, each with whether it is in its list."""
    return tuple(_dated(_rules(), answer))


def _dated(own: rules.AnswerRules, answer: Answer) -> Iterator[Text]:
    if answer.dates is None:
        return
    now = dt.datetime.fromisoformat(answer.now)
    body, _ = cuts.cut(own, answer.text)
    before = None
    for remark in lines.read(own, body):
        for day in days.read(own, remark, now):
            is_one = day.on.isoformat() in answer.dates
            found = promises.features(remark, before, day, now)
            yield Text(sorted({*found}), answer.writer, _yes_or_no(is_one))
        before = remark


def _yes_or_no(right: bool) -> NDArray[np.float32]:  # noqa: FBT001  # The value itself.
    return np.array([right, not right], np.float32)


def _is_asked(piece: Piece, wanted: set[str], left: Sequence[str]) -> bool | None:
    """Tell whether a piece asks, None where nobody knows: it may be any of what is `left`.

    What no piece names is compared by words; all lists are in English, whatever the answer is in.
    """
    if piece.named.starts:
        return not wanted.isdisjoint(piece.named.starts)
    if any(words(piece.text) & words(one) for one in left):
        return True
    return None if left else False


def words(text: str) -> set[str]:
    """Return how the words of a text begin, by which two names of one thing are compared."""
    found = re.findall(r"[^\W\d_]+", text.casefold())
    return {word[:_BEGINS] for word in found if word not in _SMALL and len(word) > _SHORT}


def labels(own: rules.AnswerRules, asked: str) -> set[str]:
    """Return the labels of a thing that a writer says is asked for, a field or words."""
    return {rules.ASKED + asked} if asked in own.fields else {*named_in(own, asked).starts}


def alike(some: set[str]) -> set[str]:
    """Return these labels, and those that mean the same."""
    return some.union(*(group for group in ALIKE if group & some))


def taken_apart(answers: Sequence[Answer]) -> list[Text]:
    """Return answers as what is learned from."""
    return [_text(answer) for answer in answers]


@cache
def _rules() -> rules.AnswerRules:
    files = loading.read_all(CONTENT)
    return rules.load(files, languages.read(files).ids, _NONE)


@cache
def _text(answer: Answer) -> Text:
    first, *also = answer.kinds
    known = dict.fromkeys(also, ALSO) | {first: 1.0}
    right = np.array([known.get(kind, 0.0) for kind in KINDS], np.float32)
    own = _rules()
    body, _ = cuts.cut(own, answer.text)
    signals = weighing.signals(lines.read(own, body))
    return Text(sorted({*features(tokens(body)), *signals}), answer.writer, right)


def table() -> str:
    """Return `reading_model.toml` for today's answers."""
    found = learned(corpus.answers(), corpus.fingerprint())
    return learning.written(
        "What parts of words, stems and pairs of stems weigh for each kind of answer",
        "reading/kind_model",
        found,
        f"kinds = [{', '.join(f'"{one}"' for one in found.kinds)}]",
    )


def asks_table() -> str:
    """Return `ask_model.toml` for today's answers."""
    return learning.written(
        "What the words of a piece and of its place weigh for its asking for what it names",
        "text/decision_model",
        asks_learned(corpus.answers(), corpus.fingerprint()),
    )


def days_table() -> str:
    """Return `day_model.toml` for today's answers."""
    return learning.written(
        "What the words of a day and of its place weigh for its being one to come",
        "text/decision_model",
        days_learned(corpus.answers(), corpus.fingerprint()),
    )
