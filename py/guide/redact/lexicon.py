"""The words by which redaction knows what stands beside them: content, made ready to search.

All languages are read at once, since people mix them in one sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from guide.catalog import languages
from guide.catalog.reader import Source
from guide.model import Locale
from guide.redact import trie
from guide.redact.fold import FILLER, Folded, fold

FILE = "redact.toml"

_GLUE = re.compile(r"[\s_-]+")
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_WORD = re.compile(r"(?<![A-Za-z0-9])\d?[a-z]+|[\u05d0-\u05ea]+")
_HUMP = re.compile(r"[a-z](?=[A-Z])")
_DIGITS = frozenset("0123456789")
_PREFIXES = frozenset("והבלמשכ")
# Names of things that people write numbers onto, with nothing between.
_TAKES_DIGITS = frozenset({"card", "strong_code", "code", "cvv", "phone", "iban"})


@dataclass(frozen=True, slots=True)
class WordLists:
    """Word lists of one language; `redact.toml` says what each is for."""

    between: tuple[str, ...]
    links: tuple[str, ...]
    to: tuple[str, ...]
    not_values: tuple[str, ...]
    not_after: tuple[str, ...]
    units: tuple[str, ...]
    owners: tuple[str, ...]
    handed: tuple[str, ...]
    closings: tuple[str, ...]
    not_names: tuple[str, ...]
    titles: tuple[str, ...]
    introducers: tuple[str, ...]
    given_names: tuple[str, ...]
    streets: tuple[str, ...]
    streets_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedactLanguage:
    """What one language brings: placeholders by kind, mentions by role, word lists."""

    placeholders: Mapping[str, str]
    mentions: Mapping[str, tuple[str, ...]]
    words: WordLists


@dataclass(frozen=True, slots=True)
class RedactContent:
    """`redact.toml` as it is written."""

    offices: tuple[str, ...]
    own_domains: tuple[str, ...]
    languages: Mapping[str, RedactLanguage]


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of something secret at [start, end) of the folded text, and its possible roles."""

    start: int
    end: int
    roles: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class SecretWords:
    """The words of all languages together, with one pattern that finds every mention."""

    pattern: re.Pattern[str]
    heads: frozenset[str]  # The first two letters of every mention.
    roles: Mapping[str, tuple[str, ...]]
    between: frozenset[str]
    links: frozenset[str]
    to: frozenset[str]
    known: frozenset[str]  # The three together.
    not_values: frozenset[str]
    not_after: frozenset[str]
    units: frozenset[str]
    owners: frozenset[str]
    handed: frozenset[str]
    not_names: frozenset[str]
    given_names: frozenset[str]
    closings: tuple[str, ...]
    titles: tuple[str, ...]
    introducers: tuple[str, ...]
    streets: tuple[str, ...]
    streets_before: tuple[str, ...]
    placeholder: re.Pattern[str]

    def mentions(self, folded: Folded) -> Iterator[Mention]:
        """Yield the mentions in a folded text, left to right."""
        low, done = folded.low, 0
        for start, word in _places(folded, self.heads):
            if start < done:
                continue
            match = self.pattern.match(low, start)
            if not match or _continues(low[match.end() - 1], low[match.end() : match.end() + 1]):
                continue
            roles = self.roles[_GLUE.sub("", match[0])]
            if low[match.end() - 1].isalnum() and low[match.end() : match.end() + 1] in _DIGITS:
                roles = tuple(r for r in roles if r in _TAKES_DIGITS)
            if roles:
                done = match.end()
                yield Mention(word, done, roles)


def read(toml_text: str, locales: Iterable[Locale] = ()) -> RedactContent:
    """Return the content of `redact.toml`. Raises ContentError with a line for each mistake."""
    source = Source({FILE: toml_text})
    content: RedactContent = source.file(FILE, RedactContent)
    source.stop()
    if locales:
        source.alike(FILE, ("languages", content.languages), (languages.FILE, locales))
    _check(source, content)
    source.stop()
    return content


def make(content: RedactContent) -> SecretWords:
    """Return the lexicon of this content."""
    roles: dict[str, tuple[str, ...]] = {}
    names: set[str] = set()
    for language in content.languages.values():
        for role, listed in language.mentions.items():
            for name in (form for word in listed for form in _forms(word)):
                names.add(name)
                key = _GLUE.sub("", name)
                roles[key] = tuple(dict.fromkeys((*roles.get(key, ()), role)))
    return SecretWords(
        pattern=re.compile(trie.pattern(names)),
        roles=roles,
        heads=frozenset(name[:2] for name in names),
        placeholder=_placeholders(content),
        closings=_all(content, "closings"),
        titles=_all(content, "titles"),
        introducers=_all(content, "introducers"),
        given_names=frozenset(_all(content, "given_names")),
        streets=_all(content, "streets"),
        streets_before=_all(content, "streets_before"),
        between=frozenset(_all(content, "between")),
        links=frozenset(_all(content, "links")),
        to=frozenset(_all(content, "to")),
        known=frozenset(w for n in ("between", "links", "to") for w in _all(content, n)),
        not_values=frozenset(_all(content, "not_values")),
        not_after=frozenset(_all(content, "not_after")),
        units=frozenset(_all(content, "units")),
        owners=frozenset(_all(content, "owners")),
        handed=frozenset(_all(content, "handed")),
        not_names=frozenset(_all(content, "not_names")),
    )


def _forms(name: str) -> Iterator[str]:
    """Yield the name, and with "the" before its later Hebrew words: קוד אימות, קוד האימות."""
    first, *later = re.split("[ -]", name)
    choices = [(w, f"ה{w}") if _HEBREW.match(w) else (w,) for w in later]
    yield from (" ".join((first, *chosen)) for chosen in product(*choices))


def stems(word: str) -> tuple[str, ...]:
    """Return the word and what it may be without Hebrew's glued prefixes."""
    found = [word]
    while len(word) > 2 and word[0] in _PREFIXES and len(found) < 4:  # noqa: PLR2004  # Two letters are a word; three prefixes are the most.
        word = word[1:].lstrip("-")
        found.append(word)
    return tuple(found)


def has(words: frozenset[str], word: str) -> bool:
    """Tell whether the word, or it without its prefixes, is among `words`."""
    if word in words:
        return True
    return word[:1] in _PREFIXES and any(stem in words for stem in stems(word))


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of these words, longest first, any white space between their parts."""
    return _any(words).replace(r"\ ", r"[ \t]+")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


def _all(content: RedactContent, name: str) -> tuple[str, ...]:
    words = [w for la in content.languages.values() for w in getattr(la.words, name)]
    return tuple(dict.fromkeys(words))


def _placeholders(content: RedactContent) -> re.Pattern[str]:
    """Return a pattern of every placeholder: what is masked is never searched again."""
    texts = {fold(t).text for la in content.languages.values() for t in la.placeholders.values()}
    return re.compile(_any(texts).replace(re.escape("{last4}"), r"\d{4}"))


def _check(source: Source, content: RedactContent) -> None:
    """Note where languages differ and where a placeholder has no brackets."""
    (first, its), *others = content.languages.items()
    for name, language in others:
        for table in ("placeholders", "mentions"):
            here = (f"languages.{name}.{table}", getattr(language, table))
            source.alike(FILE, here, (f"languages.{first}.{table}", getattr(its, table)))
    for name, language in content.languages.items():
        for kind, text in language.placeholders.items():
            if not (text.startswith("[") and text.endswith("]")) or FILLER in text:
                place = f"languages.{name}.placeholders.{kind}"
                source.note(FILE, f"{place} has no brackets", "write it in [square brackets]")


def _places(folded: Folded, heads: frozenset[str]) -> list[tuple[int, int]]:
    """Return where mentions may begin, in order, and where the word that holds each does."""
    humps = [(m.end(), m.end()) for m in _HUMP.finditer(folded.text)]
    starts = list(_starts(folded.low, heads))
    return sorted(starts + humps) if humps else starts


def _starts(low: str, heads: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the starts of words, and the places behind Hebrew prefixes."""
    for word in _WORD.finditer(low):
        start = at = word.start()
        if low[at : at + 2] in heads:
            yield at, start
        while low[at] in _PREFIXES and at - start < 3 and at + 1 < word.end():  # noqa: PLR2004  # As in `stems`.
            at += 1
            if low[at : at + 2] in heads:
                yield at, start


def _continues(last: str, after: str) -> bool:
    """Tell whether the word goes on after the mention."""
    if _HEBREW.match(last):
        return bool(_HEBREW.match(after))
    return after.isascii() and after.isalpha()
