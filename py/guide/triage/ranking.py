"""Free text -> ranked topics and categories with the words that say so, or "not sure".

    text -> tokens -> features -> sums -> shares of topics -> shares of their categories

A category's share is that of its topics together. So a text that could be three problems with one
bill is clearly about money, and which of the three it is, can be asked.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from guide.ids import CategoryId
from guide.surroundings import Page
from guide.text.linear_model import Sums
from guide.triage import addresses
from guide.triage.features import features, of_pairs, of_word, whole
from guide.triage.result import Evidence, Ranked, RankedTopic, Triage
from guide.triage.tokens import Token, forms, tokens
from guide.triage.vocabulary import CATEGORIES, Vocabulary, load

__all__ = ["Vocabulary", "is_sure", "load", "rank", "shares", "tied"]

DANGER: CategoryId = "security_compromise"
_SHOWN = 2  # Pieces of evidence for one topic; more convince nobody.
_SPEAKS = 0.5  # The least weight worth showing,
_BESIDE = 0.3  # and the least share of the best one's.
_EXPLAINED = 3  # Nobody asks why the fourth best is not the best.


@dataclass(frozen=True)
class _Words:
    """A text taken apart: all that can be shown as a reason are its own words."""

    vocabulary: Vocabulary
    text: str

    @cached_property
    def tokens(self) -> list[Token]:
        denials = self.vocabulary.denials
        return denials.standing(addresses.without(tokens(self.text), self.text, denials.leads))

    @cached_property
    def known(self) -> dict[str, int]:
        return self.vocabulary.model.known(features(self.tokens))

    @cached_property
    def sums(self) -> Sums:
        return self.vocabulary.model.sums(self.known.values())

    @cached_property
    def tells(self) -> bool:
        """Whether any word is one that the model knows as a whole."""
        return any(feature.startswith("=") for feature in self.known)

    @cached_property
    def telling(self) -> int:
        """How many words the model knows as a whole and that are more than grammar."""
        words = {token.word for token in self.tokens}
        return sum(whole(word) in self.known and self.speaks(word) for word in words)

    def speaks(self, word: str) -> bool:
        """Tell whether a word is more than grammar: "was" and "account" convince nobody."""
        return self.vocabulary.function_words.isdisjoint(forms(word))

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The places of the tokens that have each feature."""
        found: dict[str, list[int]] = {}
        parts = {token.word: tuple(of_word(token.word)) for token in self.tokens}
        for place, token in enumerate(self.tokens):
            for feature in parts[token.word]:
                found.setdefault(feature, []).append(place)
        for place, feature in enumerate(of_pairs(self.tokens)):
            found.setdefault(feature, []).extend((place, place + 1))
        return found

    def weighed(self, topic: int) -> Sums:
        """Return what each token weighs for a topic; what two have in common is shared."""
        found = [0.0] * len(self.tokens)
        weights = self.vocabulary.model.weights(self.known.values(), topic)
        for feature, weight in zip(self.known, weights, strict=True):
            places = self._holders[feature]
            share = weight / len(places)
            for place in places:
                found[place] += share
        return found


def rank(vocabulary: Vocabulary, text: str, page: Page | None = None) -> Triage:
    """Rank topics and categories by what the person wrote and, if given, the page that is open.

    The page never makes it sure, and beside the person's words it only breaks ties: what it is
    called and what was searched there may be anybody's words.
    """
    words, opened = _Words(vocabulary, text), _page_sums(vocabulary, page)
    if words.tells:
        opened = tied(vocabulary, words.sums, opened)
    share = shares(map(sum, zip(words.sums, opened, strict=True)))
    topics = _topics(words, share)
    ranked = _categories(vocabulary, share, topics)
    question = "tell_more" if not words.tells and not any(opened) else "which_is_closer"
    found = Triage(ranked, False, question, topics)  # noqa: FBT003
    # Who writes only "hacked" is told at once what to do; any other single word is asked about.
    least = 1 if ranked[0].category == DANGER else vocabulary.sure.words
    if words.telling >= least and not any(opened) and is_sure(vocabulary, found):
        return replace(found, sure=True, question="")
    return found


def _topics(words: _Words, share: Sums) -> tuple[RankedTopic, ...]:
    model = words.vocabulary.model
    order = sorted(range(len(share)), key=lambda place: -share[place])
    reasons = {place: tuple(_evidence(words, place)) for place in order[:_EXPLAINED]}
    return tuple(RankedTopic(model.topics[at], share[at], reasons.get(at, ())) for at in order)


def _categories(
    vocabulary: Vocabulary, share: Sums, topics: Sequence[RankedTopic]
) -> tuple[Ranked, ...]:
    """Return all categories; the reason for one is that of its likeliest topic."""
    model = vocabulary.model
    sums = dict.fromkeys(CATEGORIES, 0.0)
    for one, score in zip(model.categories, share, strict=True):
        sums[one] += score
    reasons: dict[CategoryId, tuple[Evidence, ...]] = {}
    for topic in topics:
        reasons.setdefault(model.category(topic.topic), topic.evidence)
    order = sorted(CATEGORIES, key=lambda one: -sums[one])
    return tuple(Ranked(one, sums[one], reasons.get(one, ())) for one in order)


def shares(sums: Iterable[float]) -> Sums:
    """Return the softmax: shares of 1."""
    totals = list(sums)
    highest = max(totals)
    powers = [math.exp(total - highest) for total in totals]
    whole = sum(powers)
    return [power / whole for power in powers]


def _page_sums(vocabulary: Vocabulary, page: Page | None) -> Sums:
    """Weigh the open page: its known address, and its title and search words at a discount."""
    model, pages = vocabulary.model, vocabulary.pages
    if page is None:
        return [0.0] * len(model.topics)
    words = _Words(vocabulary, f"{page.title}\n{page.query}")
    start = model.sums(())
    said = [pages.weights.words * (a - b) for a, b in zip(words.sums, start, strict=True)]
    known = pages.sums(page.url, model.topics, model.categories)
    return list(map(sum, zip(said if words.tells else [0.0] * len(said), known, strict=True)))


def tied(vocabulary: Vocabulary, said: Sums, opened: Sums) -> Sums:
    """Return what the page adds where the person's words leave a tie, and no more than that."""
    tie = vocabulary.pages.weights.tie
    near = [max(said) - total <= tie for total in said]
    if sum(near) == 1:
        return [0.0] * len(opened)
    return [
        min(max(more, 0.0), tie) if here else 0.0 for more, here in zip(opened, near, strict=True)
    ]


def _evidence(words: _Words, topic: int) -> Iterable[Evidence]:
    """Yield the words that speak most for one topic, as written and in their order."""
    weighed = words.weighed(topic)
    shown: dict[int, str] = {}
    least = max(_SPEAKS, _BESIDE * max(weighed, default=0.0))
    for place in sorted(range(len(weighed)), key=lambda place: -weighed[place]):
        if weighed[place] < least or len(shown) == _SHOWN:
            break
        token = words.tokens[place]
        written = words.text[token.start : token.end]
        again = written.casefold() in map(str.casefold, shown.values())
        if not again and words.speaks(token.word):
            shown[place] = written
    for place in sorted(shown):
        yield Evidence(shown[place], round(weighed[place], 2))


def is_sure(vocabulary: Vocabulary, found: Triage) -> bool:
    """Tell whether to show the best as a fact; never something harmless where danger may be."""
    least, topic, best = vocabulary.sure, found.topics[0], found.ranked[0]
    danger = next(one.score for one in found.ranked if one.category == DANGER)
    return (
        topic.score >= least.topic
        and best.score >= least.category
        and vocabulary.model.category(topic.topic) == best.category
        and (best.category == DANGER or danger <= least.danger)
    )
