"""How well and how fast triage sorts complaints: `uv run python -m tests.bench.triage [--cross]`.

Prints, per set and language, the share of texts with a right category at the first place,
macro-F1, the share it is sure of and how often it is right then, the mistakes about somebody else
being in the account that it is sure of, the pairs it confuses most, and the time per text.
--cross adds the tuning set's figures under five-fold cross-validation (a minute or two);
--mistakes lists the mistakes on the tuning set.
"""

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Sequence

from guide.triage import ranking
from packager.triage_training.corpus import Judged, accuracy, files, judge, locales, macro_f1, rows
from packager.triage_training.learn import authored, learned

LOCALES = locales()
FOLDS = 5
WORST = 5
SETS = ("tuning", "test", "exam")
RUNS = 5


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cross", action="store_true")
    options.add_argument("--mistakes", action="store_true")
    wanted = options.parse_args()
    vocabulary = ranking.load(files())
    for name in SETS:
        for locale in LOCALES:
            tell(f"{name} {locale}", judge(vocabulary, rows(name, locale)))
    for locale, judged in cross_validated().items() if wanted.cross else ():
        tell(f"tuning {locale}, cross-validated", judged)
    for locale in LOCALES if wanted.mistakes else ():
        tell_mistakes(judge(vocabulary, rows("tuning", locale)))
    tell_time(vocabulary)


def cross_validated() -> dict[str, list[Judged]]:
    """Judge each fifth of the tuning set by what was learned from the other four."""
    before = authored()
    found: dict[str, list[Judged]] = {locale: [] for locale in LOCALES}
    for fold in range(FOLDS):
        known = [r for o in LOCALES for i, r in enumerate(rows("tuning", o)) if i % FOLDS != fold]
        after = learned(before, known)
        for locale in LOCALES:
            found[locale] += judge(after, rows("tuning", locale)[fold::FOLDS])
    return found


def tell(title: str, judged: Sequence[Judged]) -> None:
    """Print one set's figures."""
    sure = [one for one in judged if one.found.sure]
    wrong = [one for one in judged if not one.good]
    dangerous = [one.row.text for one in judged if one.dangerous]
    print(f"{title}: {len(judged)} texts")
    print(f"  accuracy {accuracy(judged):.3f}  macro-F1 {macro_f1(judged):.3f}")
    print(f"  sure {len(sure) / len(judged):.3f}, right then {accuracy(sure):.3f}")
    print(f"  sure and wrong about security: {len(dangerous)} {dangerous or ''}")
    pairs = Counter((one.row.right[0], one.best) for one in wrong)
    for (right, best), count in pairs.most_common(WORST):
        print(f"  {count} x {right} taken for {best}")


def tell_mistakes(judged: Sequence[Judged]) -> None:
    """Print each mistake with the words that misled."""
    for one in judged:
        if not one.good:
            words = [evidence.words for evidence in one.found.ranked[0].evidence]
            print(f"{one.row.right} != {one.best} {words}: {one.row.text}")


def tell_time(vocabulary: ranking.Vocabulary) -> None:
    """Print what one text takes, in microseconds."""
    texts = [row.text for name in ("tuning", "test") for o in LOCALES for row in rows(name, o)]
    spent = sorted(microseconds(vocabulary, text) for text in texts)
    middle, last = statistics.median(spent), spent[int(len(spent) * 0.99)]
    long = microseconds(vocabulary, " ".join(texts)[:4000])
    print(f"time: median {middle:.0f} µs, 99% {last:.0f} µs, 4000 characters {long:.0f} µs")


def microseconds(vocabulary: ranking.Vocabulary, text: str) -> float:
    """Return the least of a few runs: what else the machine does is not triage's."""
    spent = []
    for _ in range(RUNS):
        began = time.perf_counter()
        ranking.rank(vocabulary, text)
        spent.append(time.perf_counter() - began)
    return min(spent) * 1e6


if __name__ == "__main__":
    main()
