"""Learn what makes up schemes: `build.py --renew` writes scheme_model.toml."""

from collections.abc import Sequence

import numpy as np

from guide.catalog import languages, loading
from guide.sender_check import judge, rules, weighing
from guide.text.linear_model import LinearTable
from packager import learning
from packager.learning import Plan, Text
from packager.sender_training import corpus
from packager.triage_training.corpus import CONTENT

PLAN = Plan(rows=400, first=2, then=8, rate=0.1, least=rules.LEAST)
LOOKS_ALIKE = 5.0  # What a harmless text that was written to look like a scheme counts.
_WRITERS = 7  # Labels are nobody's habit: texts pass for those of several.


def learned(schemes: Sequence[str], harmless: Sequence[str], made_of: str = "") -> LinearTable:
    """Learn from these schemes, these texts that are none, and all complaints."""
    files = loading.read_all(CONTENT)
    own = rules.load(files, languages.read(files).ids, learning.NOTHING)
    groups = ((schemes, 1.0, True), (harmless, LOOKS_ALIKE, False))
    texts = [
        Text(found, str(at % _WRITERS), np.array([right, not right], np.float32), counts)
        for group, counts, right in (*groups, (corpus.complaints(), 1.0, False))
        for at, text in enumerate(group)
        if (found := weighing.features(*judge.taken_apart(own, text)))
    ]
    return learning.learned(texts, PLAN).table(made_of)


def table() -> str:
    """Return `scheme_model.toml` for today's texts."""
    return learning.written(
        "What the things in a message weigh for its being a scheme",
        "sender_check/weighing",
        learned(corpus.schemes(), corpus.harmless(), corpus.fingerprint()),
    )
