"""Free text -> ranked categories with the words that say so, or "not sure" and a question.

text -> tokens -> concepts, pairs of concepts near each other, words -> weights -> shares

A linear model whose features can be read: each concept ("refund", "unknown session") gathers the
words of both languages, so that what is learned of it in one holds in the other. Authored weights
are the starting point and learned corrections are small: a word no tuning text has still counts.
Single words that no concept has carry the small weights that the tuning texts gave them.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide.model import CategoryId
from guide.surroundings import Page
from guide.triage import topic_phrases
from guide.triage.phrase_index import Hit
from guide.triage.result import Evidence, Ranked, Triage
from guide.triage.tokens import Token, forms, stem, tokens
from guide.triage.vocabulary import ASIDE, CATEGORIES, DENIAL, Vocabulary, load, word_name

__all__ = ["Vocabulary", "load", "rank", "shares", "signals"]

DANGER: CategoryId = "security_compromise"
_DENIED_WITHIN = 2  # Words from "was not" to the claim it denies.
_ASIDE_WITHIN = 4  # Words from "not about" to what is set aside.
_SHOWN = 2  # Pieces of evidence for one category; more convince nobody.
_SPEAKS = 0.25  # The least weight worth showing.
_EXPLAINED = 3  # Nobody asks why the fourth best is not the best.

type Signals = Mapping[str, tuple[tuple[int, int], ...]]
type Sums = list[float]


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What a person can be shown as the reason: only their own words, never the open page."""

    vocabulary: Vocabulary
    text: str
    spoken: Signals


def rank(vocabulary: Vocabulary, text: str, page: Page | None = None) -> Triage:
    """Rank all categories by what the person wrote and, if given, the help page that is open.

    The page never makes it sure, and beside the person's words it only breaks ties: what it is
    called and what was searched there may be anybody's words.
    """
    spoken = signals(vocabulary, text)
    said, opened = _summed(vocabulary, spoken), _page_sums(vocabulary, page)
    if spoken:
        opened = tied(vocabulary, said, opened)
    grounds = _Grounds(vocabulary, text, spoken)
    share = shares(map(sum, zip(vocabulary.start, said, opened, strict=True)))
    order = sorted(range(len(CATEGORIES)), key=lambda place: -share[place])
    explained = {place: tuple(_evidence(grounds, place)) for place in order[:_EXPLAINED]}
    ranked = tuple(Ranked(CATEGORIES[at], share[at], explained.get(at, ())) for at in order)
    topics = topic_phrases.rank(vocabulary.topics, text, ranked)
    sure = _sure(vocabulary, ranked, max(said[order[0]], 0))
    sure = sure and topic_phrases.is_sure(vocabulary.topics, ranked, topics)
    weightless = not spoken and not any(opened) and not topics
    question = "" if sure else "tell_more" if weightless else "which_is_closer"
    return Triage(ranked, sure, question, topics)


def signals(vocabulary: Vocabulary, text: str) -> Signals:
    """Return the concepts, pairs and weighed words, each with its places (start, end)."""
    found = tokens(text)
    hits: dict[str, list[Hit]] = {}
    for hit in _standing(vocabulary, found, vocabulary.phrases.find(found)):
        hits.setdefault(hit.concept, []).append(hit)
    near = {name: _near(vocabulary, hits, name) for name in vocabulary.pairs}
    words = _words(vocabulary, found)
    return {
        name: tuple((found[hit.first].start, found[hit.last].end) for hit in some)
        for name, some in (hits | near | words).items()
        if some
    }


def _words(vocabulary: Vocabulary, found: list[Token]) -> dict[str, list[Hit]]:
    words: dict[str, list[Hit]] = {}
    for place, token in enumerate(found):
        name = word_name(stem(token.word))
        if name in vocabulary.weights:
            words.setdefault(name, []).append(Hit(name, place, place))
    return words


def _standing(vocabulary: Vocabulary, found: list[Token], hits: list[Hit]) -> list[Hit]:
    """Leave out claims that are denied, and what is said not to be the point."""
    said = [hit for hit in hits if hit.concept not in (DENIAL, ASIDE)]
    used = {place for hit in said for place in range(hit.first, hit.last + 1)}
    denials = [h.last for h in hits if h.concept == DENIAL and h.last not in used]
    asides = [h.last for h in hits if h.concept == ASIDE]
    if not denials and not asides:
        return said
    return [
        hit
        for hit in said
        if not _follows(found, asides, hit, _ASIDE_WITHIN)
        and not (hit.concept in vocabulary.claims and _follows(found, denials, hit, _DENIED_WITHIN))
    ]


def _follows(found: list[Token], lasts: list[int], hit: Hit, within: int) -> bool:
    return any(
        0 < hit.first - last <= within and found[last].clause == found[hit.first].clause
        for last in lasts
    )


def _near(vocabulary: Vocabulary, hits: Mapping[str, list[Hit]], name: str) -> list[Hit]:
    """Return the first two hits of the pair, one of each side, that stand near each other."""
    pair = vocabulary.pairs[name]
    theirs = [hit for concept in pair.other for hit in hits.get(concept, ())]
    if not theirs:
        return []
    for mine in (hit for concept in pair.one for hit in hits.get(concept, ())):
        for their in theirs:
            if mine != their and abs(mine.first - their.first) <= vocabulary.within:
                return [mine, their]
    return []


def _summed(vocabulary: Vocabulary, names: Iterable[str]) -> Sums:
    sums = [0.0] * len(CATEGORIES)
    for name in names:
        for place, weight in enumerate(vocabulary.weights[name]):
            sums[place] += weight
    return sums


def shares(sums: Iterable[float]) -> list[float]:
    """Return the softmax: shares of 1."""
    totals = list(sums)
    highest = max(totals)
    powers = [math.exp(total - highest) for total in totals]
    whole = sum(powers)
    return [power / whole for power in powers]


def _page_sums(vocabulary: Vocabulary, page: Page | None) -> Sums:
    """Weigh the open page: its known address, and its title and search words at a discount."""
    if page is None:
        return [0.0] * len(CATEGORIES)
    pages = vocabulary.pages
    words = _summed(vocabulary, signals(vocabulary, f"{page.title}\n{page.query}"))
    sums = [pages.words * weight for weight in words]
    category = pages.category(page.url)
    if category:
        sums[CATEGORIES.index(category)] += pages.address
    return sums


def tied(vocabulary: Vocabulary, said: Sums, opened: Sums) -> Sums:
    """Return what the page adds where the person's words leave a tie, and no more than that."""
    tie = vocabulary.pages.tie
    totals = list(map(sum, zip(vocabulary.start, said, strict=True)))
    near = [max(totals) - total <= tie for total in totals]
    if sum(near) == 1:
        return [0.0] * len(opened)
    return [
        min(max(more, 0.0), tie) if here else 0.0 for more, here in zip(opened, near, strict=True)
    ]


def _evidence(grounds: _Grounds, place: int) -> Iterable[Evidence]:
    """Yield the words that speak most for one category, as written and in their order."""
    weighed = _weighed(grounds, place)
    shown: dict[tuple[int, int], str] = {}
    for start, end in sorted(weighed, key=lambda span: (-weighed[span], span)):
        if weighed[start, end] < _SPEAKS or len(shown) == _SHOWN:
            break
        words = grounds.text[start:end]
        again = words.casefold() in map(str.casefold, shown.values())
        apart = all(end <= other[0] or other[1] <= start for other in shown)
        if apart and not again and _tells(grounds.vocabulary, words):
            shown[start, end] = words
    for span in sorted(shown):
        yield Evidence(shown[span], round(weighed[span], 2))


def _tells(vocabulary: Vocabulary, words: str) -> bool:
    """Tell whether any word is more than grammar: "was" and "account" convince nobody."""
    return any(vocabulary.function_words.isdisjoint(forms(token.word)) for token in tokens(words))


def _weighed(grounds: _Grounds, place: int) -> dict[tuple[int, int], float]:
    """Return what each piece of the text weighs for one category; a signal's weight is shared."""
    weighed: dict[tuple[int, int], float] = {}
    for name, spans in grounds.spoken.items():
        weight = grounds.vocabulary.weights[name][place]
        for span in spans:
            weighed[span] = weighed.get(span, 0.0) + weight / len(spans)
    return weighed


def _sure(vocabulary: Vocabulary, ranked: tuple[Ranked, ...], evidence: float) -> bool:
    """Tell whether to show the best as a fact; where security is in play it takes more."""
    least, best = vocabulary.sure, ranked[0]
    if best.category == DANGER:
        return best.score >= least.danger_score and evidence >= least.evidence
    danger = next(one.score for one in ranked if one.category == DANGER)
    return best.score >= least.score and evidence >= least.evidence and danger <= least.danger
