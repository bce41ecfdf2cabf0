"""Words of a sentence as the search for places reads them: what each word does there.

A word is classed once (`classed`) by the lists of content, Hebrew prefixes and English endings
taken off.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from guide.redact.fold import FILLER
from guide.redact.lexicon import SecretWords, stems
from guide.redact.nearby import TextRead
from guide.text.hebrew import PREFIXES, is_hebrew

# What a word does: one of prose at all, an article or the like, "is", "to", "typed", "just", "and".
PROSE, FUNCTION, LINK, TO, GIVE, FILL, JOIN = (1, 2, 4, 8, 16, 32, 64)
COMPOUND, OWNER, SPOKEN, NUMBER = (128, 256, 512, 1024)
# What is said of a password ("wrong", "saved"); Hebrew "in the", "and" before; "the word ...".
STATE, PREFIXED, WORD = (2048, 4096, 8192)

# Finds «Tiger2024», not « ».
_TOKEN = re.compile(rf"[^\s{FILLER}]+")
# Finds «(» and nothing at all, too.
_OPENING = re.compile(rf"[\"'`(\[{{<*«_]*(?:[{PREFIXES}]{{1,2}}-(?=[\w\"'`])[\"'`(]*)?")
_TRAILING = ".,:;!?\"'`)]}>*»"
# Finds «'s», not «s».
_APOSTROPHE = re.compile(r"(?:n't|'(?:s|re|m|ve|d|ll|t))\Z")
# Finds «logging», not «log».
_ENDING = re.compile(r"(?:i?es|s|i?ed|d|ing|er|ers|ly|n't|e?r)\Z")
# Finds « 93», not « a».
_MORE_DIGITS = re.compile(r"[ .-]{1,3}\d")
_LEAST_DIGITS = 4
_SHORTEST = 2
_SUFFIX = 2  # "password's"; not "password-reset".


@dataclass(frozen=True, slots=True)
class SlotWord:
    """A word at [start, end) of the folded text, the signs before and after it, what it does."""

    start: int
    end: int
    shown: str
    before: str
    after: str
    does: int
    named: bool  # It names a secret.

    @property
    def parts(self) -> bool:
        """Whether a sign after it parts it from the next word."""
        return bool(self.after.strip("\"'"))

    @property
    def digits(self) -> int:
        """How many digits it has."""
        return sum(map(str.isdigit, self.shown))

    @property
    def is_mail(self) -> bool:
        """Whether it is an e-mail address."""
        return "." in self.shown.partition("@")[2]


def words_in(
    reading: TextRead, start: int, end: int, named: list[tuple[int, int]]
) -> Iterator[SlotWord]:
    """Yield the words of text[start:end]; `named` are the names of secrets in it, in order."""
    text, words = reading.folded.text, reading.words
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        inside = [n for n in named if n[0] < last and n[1] > first]
        cut = inside[-1][1] if inside else last
        if cut < last - 1 and text[cut] in ":=|/" and text[cut + 1 : last].strip(_TRAILING):
            yield _word(text, words, first, cut + 1, named=True)
            yield _word(text, words, cut + 1, last, named=False)
        else:
            whole = bool(inside) and cut >= first + len(match[0].rstrip(_TRAILING)) - _SUFFIX
            yield _word(text, words, first, last, named=whole)


def _word(text: str, words: SecretWords, first: int, last: int, *, named: bool) -> SlotWord:
    whole = text[first:last]
    skipped, core, does = _read(words, whole)
    end = first + skipped + len(core)
    if does == NUMBER:  # A short number is one of prose, but as the first group of a longer one.
        does = 0 if _MORE_DIGITS.match(text, end) else PROSE
    return SlotWord(first + skipped, end, core, whole[:skipped], text[end:last], does, named)


@lru_cache(maxsize=8192)
def _read(words: SecretWords, whole: str) -> tuple[int, str, int]:
    """Return how many signs open a word, the word without signs, and what it does."""
    opened = None if whole.isalpha() else _OPENING.match(whole)
    skipped = opened.end() if opened else 0
    core = whole[skipped:].rstrip(_TRAILING)
    short = core.isdigit() and len(core) < _LEAST_DIGITS
    return skipped, core, NUMBER if short else _classed(words, core.lower())


def is_unknown(words: SecretWords, low: str) -> bool:
    """Tell whether prose does not explain a word."""
    return not _classed(words, low) & PROSE


def is_noun(words: SecretWords, low: str) -> bool:
    """Tell whether a word only names a thing: sentences and talk of secrets need others."""
    told = low in words.secrets or low in words.roles
    return not told and not _classed(words, low) & (
        FUNCTION | LINK | JOIN | TO | STATE | GIVE | FILL
    )


def _classed(words: SecretWords, low: str) -> int:
    if not any(map(str.isalnum, low)):
        return FUNCTION | PROSE
    table, does = _table(words), 0
    for form in _forms(low):
        does |= table.get(form, 0)
    if not does & PROSE and _is_prose(words, low):
        does |= PROSE
    prefixed = is_hebrew(low) and does & PROSE and low not in table and not _is_listed(words, low)
    return does | PREFIXED if prefixed else does


@cache
def _table(words: SecretWords) -> dict[str, int]:
    """Return what each listed word does."""
    table: dict[str, int] = {}
    for flag, listed in (
        (LINK, words.links),
        (LINK, words.slot_links),
        (TO, words.to),
        (GIVE, words.gives),
        (FILL, words.fillers),
        (JOIN, words.and_then),
        (COMPOUND, words.compounds),
        (OWNER, words.owners),
        (FUNCTION, words.not_in_phrases),
        (FUNCTION, words.between),
        (STATE, words.not_values),
        (WORD, words.wordings),
    ):
        for word in listed:
            table[word] = table.get(word, 0) | flag | PROSE
    for word in words.digit_words:  # Some are passwords, too: "charlie".
        table[word] = table.get(word, 0) | SPOKEN
    return table


def _forms(low: str) -> list[str]:
    """Return a word, and in Hebrew what it is without prefixes: two letters only after "and"."""
    if not is_hebrew(low):
        return [low]
    first, *others = stems(low)
    return [first, *(s for s in others if len(s) > _SHORTEST or low in (f"ו{s}", f"ש{s}"))]


def _is_prose(words: SecretWords, low: str) -> bool:
    """Tell whether a word that is in no other list is one of prose, its ending taken off."""
    if is_hebrew(low):
        return any(_is_listed(words, form) for form in _forms(low))
    plain = _APOSTROPHE.sub("", low)
    stem = _ENDING.sub("", plain)
    single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    stemmed = (stem, f"{stem}e", f"{stem}y", single) if len(stem) > _SHORTEST else ()
    return any(_is_listed(words, form) or form in words.not_values for form in (plain, *stemmed))


def _is_listed(words: SecretWords, form: str) -> bool:
    return f" {form} " in words.prose.get(form[:1], "")
