"""What a text says is not so, or not the point: "I was not hacked", "this is not about a refund".

    tokens -> those that stand

Few claims are denied so that it matters: of a code that did not come, the missing is the problem.
So only words that a language's file names as claims fall away, and what follows an aside.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guide.catalog import languages
from guide.catalog.reader import Source
from guide.triage.tokens import Token, forms, normal

_DENIED_WITHIN = 2  # Words from "was not" to the claim it denies.
_ASIDE_WITHIN = 4  # Words from "not about" to what is set aside.


@dataclass(frozen=True, slots=True)
class DenialWords:
    """`denials.toml`: claims are beginnings of words, asides and leads phrases."""

    denials: tuple[str, ...]
    claims: tuple[str, ...]
    asides: tuple[str, ...]
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Denials:
    """The words of all languages, in normal form."""

    denials: frozenset[str]
    claims: tuple[str, ...]
    asides: frozenset[tuple[str, ...]]
    leads: frozenset[tuple[str, ...]]  # To an address.

    def standing(self, found: Sequence[Token]) -> list[Token]:
        """Return the tokens without claims that are denied and what is said not to be the point."""
        denied = {place for place, token in enumerate(found) if token.word in self.denials}
        words = [token.word for token in found]
        lengths = {len(aside) for aside in self.asides}
        ends = {
            place + length - 1
            for place in range(len(words))
            for length in lengths
            if tuple(words[place : place + length]) in self.asides
        }
        if not denied and not ends:
            return list(found)
        aside = _after(found, ends, _ASIDE_WITHIN)
        doubted = _after(found, denied, _DENIED_WITHIN)
        return [
            token
            for place, token in enumerate(found)
            if place not in aside and not (place in doubted and self._claims(token))
        ]

    def _claims(self, token: Token) -> bool:
        return any(form.startswith(self.claims) for form in forms(token.word))


def _after(found: Sequence[Token], lasts: Iterable[int], within: int) -> set[int]:
    """Return the places that follow one of the words, at most so many later in its clause."""
    return {
        place
        for last in lasts
        for place in range(last + 1, min(last + 1 + within, len(found)))
        if found[place].clause == found[last].clause
    }


def read(source: Source, files: Mapping[str, str]) -> Denials:
    """Read the words of all languages; a mistake is noted in `source`."""
    names = [f"text/{locale}/triage/denials.toml" for locale in languages.read(files).ids]
    some = [words for name in names if (words := source.file(name, DenialWords))]
    return Denials(
        frozenset(_normal(one for words in some for one in words.denials)),
        tuple(_normal(one for words in some for one in words.claims)),
        _phrases(aside for words in some for aside in words.asides),
        _phrases(lead for words in some for lead in words.leads),
    )


def _phrases(some: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_normal(one.split())) for one in some)


def _normal(words: Iterable[str]) -> list[str]:
    return [normal(word) for word in words]
