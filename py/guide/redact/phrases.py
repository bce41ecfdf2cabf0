"""Secrets that are words: recovery phrases, and digits that were read out."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from guide.redact import trie
from guide.redact.fold import Folded, near
from guide.redact.lexicon import SecretWords
from guide.redact.patterns import Span
from guide.text.hebrew import LETTERS

# Finds «can quiz actor woman buzz tail swallow armor leave depth quarter keen», not «Can quiz».
_SMALL = re.compile(r"(?:[a-z]{3,10}(?![A-Za-z])[^A-Za-z]{0,16}){12}")
# Where a phrase can stand: looked for first, since that is cheap.
# Finds «zoo, ant», not «7».
_WORDS = re.compile(r"(?:[A-Za-z]{3,10}(?![A-Za-z])[^A-Za-z]{0,16})+")
_SHORTEST_PHRASE = 47  # Twelve words of three letters, and what parts them.
# Finds «zoo», not «7».
_WORD = re.compile(r"[A-Za-z]+")
# Finds «seven», not «7».
_SPOKEN = re.compile(rf"[a-z]+|[{LETTERS}]+")
# Finds «, \n2. » and «\nמילה 2: » and nothing at all, too.
_BETWEEN = re.compile(
    r"[\"'`]?[ \t]{0,3}[,;|]?[ \t]{0,3}(?:\r?\n[ \t>*•#-]{0,8}){0,2}"
    rf"(?:(?:[(#]|no|[{LETTERS}]{{2,6}} )?\d{{1,2}}"
    r"(?:[.):-]|(?=[ \t]))[ \t]{0,2})?[\"'`]?"
)
# Finds «1. », not «a ».
_NUMBERED = re.compile(r"(?<!\d)\d{1,2}[.):-]? {0,2}\Z")
_LONGEST_NUMBER = 6
# Finds «ant/ant/ant/ant/ant/ant/ant/ant/ant/ant/ant/ant», not «ant/ant/ant».
_PARTED = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{3,10}(?P<sign> ?(?:->|=>|[-_/.|+>~:&•·=]) ?|[\"'`], ?[\"'`])"
    r"[A-Za-z]{3,10}(?:(?P=sign)[A-Za-z]{3,10}){10,22}(?![A-Za-z])"
)
# What such have, and prose hardly.
_PART = r"[-_/.|+>~:&•·=,\"'`]"
# Finds «/ant/ant/», not «. Well, ».
_SIGNS = re.compile(
    rf"(?:{_PART}{{1,2}} ?){{1,2}}[A-Za-z]{{3,10}} ?"
    rf"(?:{_PART}{{1,2}} ?){{1,2}}[A-Za-z]{{3,10}} ?{_PART}"
)
# Finds «AnchorBarrelCandleDesertEagleFabricGarden», not «Anchor».
_LONG = re.compile(r"[A-Za-z]{36,}")
# Finds «Anchor», not «7».
_CAPITALISED = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# Finds «AnchorBarrelCandleDesertEagleFabricGardenHammerIslandJacketKittenLadder», not «MacBookPro».
_GLUED = re.compile(r"(?<![A-Za-z])[A-Za-z][a-z]{2,9}(?:[A-Z][a-z]{2,9}){11,23}(?![A-Za-z])")
# Finds «, », not «. He».
_PAUSE = re.compile(r"[ ,.\n\t-]{1,3}\Z")
_PHRASE_LEAST = 12
_MOST_EVERYDAY = 2
_LENGTHS = range(3, 11)  # Of the words of a phrase, those of other lists than BIP-39's too.
_SPOKEN_LEAST = 5


def find(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield a dozen words or more that prose is not made of, and five digits or more in words."""
    in_phrases, spoken = _in_phrases(words), words.digit_words.__contains__
    for spot in _WORDS.finditer(folded.text):
        if spot.end() - spot.start() >= _SHORTEST_PHRASE:
            found = _fitting(_WORD, spot, in_phrases)
            runs = _runs(found, _BETWEEN, _PHRASE_LEAST)
            for start, end in (*runs, *_with_everyday(words, spot)):
                number = _NUMBERED.search(folded.text[max(0, start - _LONGEST_NUMBER) : start])
                yield "seed_phrase", start - len(number[0]) if number else start, end
    for look, pattern in ((_SIGNS, _PARTED), (_LONG, _GLUED)):
        for match in near(look, pattern, folded.text):
            parts = _CAPITALISED.findall(match[0])
            if all(map(in_phrases, parts)) and len(set(parts)) + 2 > len(parts):
                yield "seed_phrase", match.start(), match.end()
    for spot in _digits_in_words(words).finditer(folded.low):
        found = _fitting(_SPOKEN, spot, spoken)
        for start, end in _runs(found, _PAUSE, _SPOKEN_LEAST):
            yield "one_time_code", start, end


def _in_phrases(words: SecretWords) -> Callable[[str], bool]:
    """Return what tells whether a word can be one of a recovery phrase."""

    def fits(word: str) -> bool:
        alike = word[1:].islower() or word.isupper()
        return len(word) in _LENGTHS and alike and word.lower() not in words.not_in_phrases

    return fits


def _with_everyday(words: SecretWords, spot: re.Match[str]) -> list[tuple[int, int]]:
    """Return where a dozen small words or more stand, of which prose needs two at most.

    BIP-39 has words that sentences are made of, too: "can", "will", "because".
    """
    if not _SMALL.search(spot.string, *spot.span()):
        return []
    run: list[re.Match[str]] = []
    found: list[list[re.Match[str]]] = [run]
    for match in _WORD.finditer(spot.string, *spot.span()):
        small = match[0].islower() and len(match[0]) in _LENGTHS
        if run and not (small and _BETWEEN.fullmatch(match.string, run[-1].end(), match.start())):
            run = []
            found.append(run)
        run += [match] * small
    bare = [_trimmed(words, run) for run in found]
    return [
        (run[0].start(), run[-1].end())
        for run in bare
        if len(run) >= _PHRASE_LEAST
        and sum(one[0] in words.not_in_phrases for one in run) <= _most_everyday(run)
    ]


def _most_everyday(run: list[re.Match[str]]) -> int:
    """Return how many words of prose a phrase may have: more, where each word is numbered."""
    return len(run) // 2 if all(map(_number_before, run[1:])) else _MOST_EVERYDAY


def _trimmed(words: SecretWords, run: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the run without words of prose at its beginning and end, where it is long enough."""
    first, stop = 0, len(run)
    while stop - first > _PHRASE_LEAST and _is_prose(words, run[first]):
        first += 1
    while stop - first > _PHRASE_LEAST and _is_prose(words, run[stop - 1]):
        stop -= 1
    return run[first:stop]


def _is_prose(words: SecretWords, word: re.Match[str]) -> bool:
    """Tell whether a word is one of prose, and not numbered as those of phrases are."""
    return word[0] in words.not_in_phrases and not _number_before(word)


def _number_before(word: re.Match[str]) -> re.Match[str] | None:
    before = word.string[max(0, word.start() - _LONGEST_NUMBER) : word.start()]
    return _NUMBERED.search(before)


def _fitting(
    word: re.Pattern[str], spot: re.Match[str], fits: Callable[[str], bool]
) -> Iterator[re.Match[str]]:
    found = word.finditer(spot.string, *spot.span())
    return (match for match in found if fits(match[0]))


@cache
def _digits_in_words(words: SecretWords) -> re.Pattern[str]:
    """Return the pattern of where a few such words follow one another."""
    one = trie.pattern(words.digit_words)
    return re.compile(rf"{one}(?:[ ,.\n\t-]{{1,3}}{one}){{{_SPOKEN_LEAST - 1},}}")


def _runs(
    found: Iterable[re.Match[str]], between: re.Pattern[str], least: int
) -> Iterator[tuple[int, int]]:
    """Yield where `least` words or more stand, with nothing but `between` between them."""
    run, first, last = 0, 0, 0
    for match in found:
        if run and not between.fullmatch(match.string, last, match.start()):
            if run >= least:
                yield first, last
            run = 0
        first, run, last = first if run else match.start(), run + 1, match.end()
    if run >= least:
        yield first, last
