"""Phrases of the content, found in a message word by word.

    label -> phrases -> Phrases.find(words) -> label -> [(first word, word after the last)]

A phrase is words with blanks between; `send*` is every word that begins so. Hebrew glues small
words to the front of the next one ("והקוד", and the code), so a Hebrew word counts without them,
too. Each word is looked up in tables, so a search takes time by the length of the message alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.text.hebrew import is_hebrew

type WordRange = tuple[int, int]
type WordRanges = Mapping[str, list[WordRange]]

ORDERS = frozenset({"hand_over", "read_out", "hand_it", "call_us", "move", "pay", "install"})
_GLUE = "ומשהכלב"
_BEFORE_NOT = "וש"
_MOST_GLUE = 3
_LEAST_STEM = 2
_MOST_STEM = 14


@dataclass(frozen=True)
class Phrases:
    """The phrases by their first word: whole, or as the stem that it begins with."""

    whole: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    stems: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    @staticmethod
    def of(phrases: Mapping[str, Sequence[str]]) -> "Phrases":
        """Return the tables for label -> phrases."""
        whole: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        stems: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for label, texts in phrases.items():
            for text in texts:
                first, *rest = text.split()
                table = stems if first.endswith("*") else whole
                table.setdefault(first.rstrip("*"), []).append((tuple(rest), label))
        return Phrases(
            {first: tuple(rows) for first, rows in whole.items()},
            {first: tuple(rows) for first, rows in stems.items()},
        )

    def find(self, words: Sequence[str]) -> dict[str, list[WordRange]]:
        """Return where each label stands, in the order of the message."""
        found: dict[str, list[WordRange]] = {}
        for at, word in enumerate(words):
            for form in forms(word):
                glued = word[: len(word) - len(form)]
                relative = glued.startswith("ש")
                for rest, label in self._starting(form):
                    if relative and label in ORDERS:
                        continue  # "ששלחו": which they sent.
                    if label == "never" and glued.strip(_BEFORE_NOT):
                        continue  # "למלא" is to fill in, and no "not".
                    end = at + 1 + len(rest)
                    if all(map(_fits, rest, words[at + 1 : end])) and end <= len(words):
                        spans = found.setdefault(label, [])
                        if not spans or spans[-1][0] != at:
                            spans.append((at, end))
                        elif spans[-1][1] < end:
                            spans[-1] = (at, end)
        return found

    def _starting(self, form: str) -> list[tuple[tuple[str, ...], str]]:
        rows = list(self.whole.get(form, ()))
        for length in range(_LEAST_STEM, min(len(form), _MOST_STEM) + 1):
            rows += self.stems.get(form[:length], ())
        return rows


def forms(word: str) -> list[str]:
    """Return the word, and if it is Hebrew, what it is without small words glued to its front."""
    found = [word]
    if is_hebrew(word):
        while len(found) <= _MOST_GLUE and len(found[-1]) > _LEAST_STEM and found[-1][0] in _GLUE:
            found.append(found[-1][1:].lstrip("\"'-"))
    return found


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return any(form.startswith(pattern[:-1]) for form in forms(word))
    return pattern in forms(word)
