"""Learn the kinds of answers: `build.py --renew` writes them to reading_model.toml.

Of an answer what counts is its own text, without what it quotes (`guide.reading.cuts`).
"""

from collections.abc import Sequence

import numpy as np

from guide.catalog import languages, loading
from guide.ids import ReplyKind
from guide.reading import cuts, rules
from guide.reading.kind_model import LEAST, KindTable
from guide.text.linear_model import packed
from guide.triage.features import features
from guide.triage.tokens import tokens
from packager import learning
from packager.learning import Plan, Text
from packager.reading_training import corpus
from packager.reading_training.corpus import Answer
from packager.triage_training.corpus import CONTENT

PLAN = Plan(rows=9_000, first=2, then=8, rate=0.2, least=LEAST)
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
ALSO = 0.5  # How right a further kind is, beside the first.
_NONE = KindTable("", 1.0, (), packed(b""), packed(b""), ())


def learned(answers: Sequence[Answer], made_of: str = "") -> KindTable:
    """Learn from these answers."""
    found = learning.learned(taken_apart(answers), PLAN)
    return KindTable(
        made_of,
        found.step,
        found.start,
        found.packed_features(),
        found.packed_cells(),
        KINDS,
    )


def taken_apart(answers: Sequence[Answer]) -> list[Text]:
    """Return answers as what is learned from."""
    files = loading.read_all(CONTENT)
    own = rules.load(files, languages.read(files).ids, _NONE)
    return [_text(own, answer) for answer in answers]


def _text(own: rules.AnswerRules, answer: Answer) -> Text:
    first, *also = answer.kinds
    known = dict.fromkeys(also, ALSO) | {first: 1.0}
    right = np.array([known.get(kind, 0.0) for kind in KINDS], np.float32)
    body, _ = cuts.cut(own, answer.text)
    return Text(sorted(features(tokens(body))), answer.writer, right)


def table() -> str:
    """Return `reading_model.toml` for today's answers."""
    found = learned(corpus.answers(), corpus.fingerprint())
    lines = [
        "# What parts of words, stems and pairs of stems weigh for each kind of answer;",
        "# `uv run build.py --renew` makes this file, and guide/reading/kind_model.py reads it.",
        f'made_of = "{found.made_of}"',
        f"step = {found.step}",
        f"kinds = [{', '.join(f'"{one}"' for one in found.kinds)}]",
        f"start = {list(found.start)}",
        f"features = '{found.features}'",
        f"cells = '{found.cells}'",
    ]
    return "\n".join([*lines, ""])
