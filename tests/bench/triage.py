"""How well and how fast triage sorts complaints: `uv run python -m tests.bench.triage [--cross]`.

Prints, for each set and language, the share of texts with a right category at the first place,
macro-F1 of categories, the share with a right topic at the first place and among the three shown,
how many triage is sure of, how many of all it is sure of and wrong, the share of break-ins and
scams that it surely takes for something harmless, and the time a text takes.

--cross learns anew without each writer and measures on that writer's texts (a quarter of an hour):
these are the figures that count, for of the writers the committed model has learned from it knows
the words. With --keep they are written to tests/fixtures/topics/figures.json, where a test holds
them to the goals. --mistakes lists what was taken for what; --sure tells what other thresholds of
content/triage/sure.toml would give.
"""

import argparse
import itertools
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from guide.triage import ranking
from guide.triage.topic_model import TopicModel
from guide.triage.vocabulary import Sure, Vocabulary
from packager.triage_training import corpus, learn
from packager.triage_training.figures import Judged, figures, judge

LOCALES = corpus.locales()
SETS = ("tuning", "test", "exam")
KEPT = corpus.WRITERS / "figures.json"
WORST = 40
RUNS = 5


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("cross", "keep", "mistakes", "sure"):
        options.add_argument(f"--{name}", action="store_true")
    wanted = options.parse_args()
    vocabulary = ranking.load(corpus.files())
    for name in SETS:
        for locale in LOCALES:
            print(f"{name:9} {locale} {figures(judge(vocabulary, corpus.rows(name, locale)))}")
    if wanted.cross:
        tell_cross(vocabulary, wanted)
    tell_time(vocabulary)


def tell_cross(vocabulary: Vocabulary, wanted: argparse.Namespace) -> None:
    """Print the figures of texts whose writer nothing was learned from."""
    judged: list[Judged] = []
    for writer, some in cross_validated(vocabulary):
        judged += some
        print(f"{writer:9}    {figures(some)}", flush=True)
    by_locale = {
        locale: figures([one for one in judged if one.row.locale == locale]) for locale in LOCALES
    }
    for locale, found in by_locale.items():
        print(f"all       {locale} {found}")
    if wanted.keep:
        kept = {"writers": writers(), **{name: asdict(one) for name, one in by_locale.items()}}
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    if wanted.mistakes:
        tell_mistakes(judged)
    if wanted.sure:
        tell_sure(vocabulary, judged)


def writers() -> list[str]:
    """Return who wrote the texts."""
    return sorted({row.writer for row in corpus.written()})


def cross_validated(vocabulary: Vocabulary) -> Iterator[tuple[str, list[Judged]]]:
    """Yield each writer, and the texts judged by what was learned from all others."""
    known = learn.texts()
    for writer in writers():
        learned = learn.learned([row for row in known if row.writer != writer])
        without = replace(vocabulary, model=TopicModel(learned.table("")))
        yield writer, judge(without, [row for row in known if row.writer == writer])


def tell_mistakes(judged: Sequence[Judged]) -> None:
    """Print the topics that were taken for others most often, with one text each."""
    wrong = [one for one in judged if not one.names(1)]
    pairs = Counter((one.row.topics[0], one.found.topics[0].topic) for one in wrong)
    texts = {(one.row.topics[0], one.found.topics[0].topic): one.row.text for one in wrong}
    for (right, best), count in pairs.most_common(WORST):
        print(f"  {count} x {right} taken for {best}: {texts[right, best][:100]}")


def tell_sure(vocabulary: Vocabulary, judged: Sequence[Judged]) -> None:
    """Print what other thresholds would give."""
    for topic, category, danger in itertools.product(
        (0.5, 0.6, 0.7), (0.7, 0.8), (0.03, 0.05, 0.1)
    ):
        other = replace(vocabulary, sure=Sure(topic, category, danger, 2))
        again = [
            Judged(one.row, replace(one.found, sure=ranking.is_sure(other, one.found)))
            for one in judged
        ]
        for locale in LOCALES:
            found = figures([one for one in again if one.row.locale == locale])
            print(f"  topic {topic} category {category} danger {danger} {locale} {found}")


def tell_time(vocabulary: Vocabulary) -> None:
    """Print what one text takes, in microseconds."""
    texts = [
        row.text for name in ("tuning", "test") for o in LOCALES for row in corpus.rows(name, o)
    ]
    spent = sorted(microseconds(vocabulary, text) for text in texts[::8])
    middle, last = statistics.median(spent), spent[int(len(spent) * 0.99)]
    forty = microseconds(vocabulary, " ".join(" ".join(texts).split()[:40]))
    long = microseconds(vocabulary, " ".join(texts)[:4000])
    print(
        f"time: median {middle:.0f} µs, 99% {last:.0f} µs, 40 words {forty:.0f} µs, "
        f"4000 characters {long:.0f} µs"
    )


def microseconds(vocabulary: Vocabulary, text: str) -> float:
    """Return the least of a few runs: what else the machine does is not triage's."""
    spent = []
    for _ in range(RUNS):
        began = time.perf_counter()
        ranking.rank(vocabulary, text)
        spent.append(time.perf_counter() - began)
    return min(spent) * 1e6


if __name__ == "__main__":
    main()
