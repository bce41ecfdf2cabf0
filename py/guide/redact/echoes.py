"""What is secret in one place is so in every other: a password told once more, a code in a log."""

from collections.abc import Iterable, Iterator

from guide.redact import values
from guide.redact.fold import Folded
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.redact.slot_words import is_unknown

_KINDS = frozenset({"password", "one_time_code", "api_key", "session_token", "bearer", "secret"})
_LEAST = 5
_MOST = 64  # Different texts, the longest first: each is looked for in the whole text.
_AROUND = "\"'`.,:;!?()[]{}<>"


def find(folded: Folded, words: SecretWords, told: Iterable[tuple[str, str]]) -> Iterator[Span]:
    """Yield where the texts of findings, `told` as kind and folded text, stand again."""
    kinds = {
        shown: kind for kind, whole in told if kind in _KINDS for shown in _texts(words, whole)
    }
    done: set[int] = set()
    for shown in sorted(kinds, key=len, reverse=True)[:_MOST]:
        at = folded.text.find(shown)
        while at >= 0:
            end = at + len(shown)
            if at not in done and _stands_alone(folded.text, at, end):
                done.update(range(at, end))
                yield kinds[shown], at, end
            at = folded.text.find(shown, end)


def _texts(words: SecretWords, whole: str) -> Iterator[str]:
    """Yield what may stand again of a finding: all of it, and each of its words that was drawn."""
    shown = whole.strip(_AROUND)
    if len(shown) >= _LEAST and (values.is_strong(shown) or is_unknown(words, shown.lower())):
        yield shown
    for part in whole.split():
        core = part.strip(_AROUND)
        if core != shown and len(core) >= _LEAST and values.is_strong(core) and not core.isdigit():
            yield core


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no letter or digit makes it a part of a word, but for prefixes in Hebrew."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (before.isascii() and before.isalnum()) and not after.isalnum()
