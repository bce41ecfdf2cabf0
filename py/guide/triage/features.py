"""What of a text the topic model weighs: parts of words, stems, and two stems in a row.

    "lost my phone" -> " lo", "los", " los", ..., "=lost", "=phon", "lost my", "my phon"

Parts of words see through typos, inflection and the letters that Hebrew glues on; a stem says that
the word stands there whole; two in a row tell "not hacked" from "hacked". Written so that no two
kinds look alike: a part has a space at its ends only, a stem begins with "=", a pair has a space
inside.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from guide.triage.tokens import Token, stem

SIZES = (3, 4)  # Letters in a part, the ends of the word (a space each) among them.
_LONGEST = 24  # Letters of a word that are looked at: a key says nothing by its middle.

_short_stem = lru_cache(maxsize=1024)(stem)  # Asked five times of each word of a text.


def whole(word: str) -> str:
    """Return the feature that says that a word stands there whole."""
    return f"={_short_stem(word[:_LONGEST])}"


def of_word(word: str) -> Iterator[str]:
    """Yield the parts of one word in normal form, and its stem."""
    padded = f" {word[:_LONGEST]} "
    for size in SIZES:
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]
    yield whole(word)


def of_pairs(found: Sequence[Token]) -> Iterator[str]:
    """Yield each two stems in a row, in the order of the text."""
    stems = [_short_stem(token.word[:_LONGEST]) for token in found]
    for one, other in pairwise(stems):
        yield f"{one} {other}"


def features(found: Sequence[Token]) -> Iterable[str]:
    """Return all features of a text, each once, in the order of the text."""
    words = dict.fromkeys(token.word for token in found)
    parts = (feature for word in words for feature in of_word(word))
    return dict.fromkeys(chain(parts, of_pairs(found)))
