"""Whether two answers are the same canned text: most of the words of one stand in the other."""

from guide.reading.phrases import TextWords

_RUN = 3  # Words that stand together.
_LEAST = 8  # Words of a text that is worth comparing.
_ALIKE = 0.8  # Of the runs of the shorter text.
_MOST = 2_000  # Words that are compared.


def is_same(earlier: str, later: str) -> bool:
    """Tell whether the later text says nothing new: names and days in it may differ."""
    one, other = _runs(earlier), _runs(later)
    least = min(len(one), len(other))
    return least >= _LEAST and len(one & other) >= _ALIKE * least


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [forms[0] for forms in TextWords.of(text).forms[:_MOST]]
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
