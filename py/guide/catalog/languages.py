"""The languages of the guide, declared once, in `languages.toml`; all else asks here."""

import unicodedata
from bisect import bisect
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from guide.catalog.reader import Source
from guide.ids import Locale
from guide.text import plurals

FILE = "languages.toml"

type Direction = Literal["rtl", "ltr"]

IDEOGRAPHS = 0x20000  # Beyond are no other letters.


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its own name, its direction, the first word of Unicode's names of its letters.

    `also` are further codes by which browsers name it; `plurals` has a rule of CLDR for each form
    of a word beside a number, but for `other`. `letters`, code points, are where runs of its
    script's letters begin and end: Unicode's names of characters do not ship.
    """

    name: str
    direction: Direction
    script: str
    also: tuple[str, ...] = ()
    plurals: Mapping[str, str] = field(default_factory=dict)
    letters: tuple[int, ...] = ()

    def is_foreign(self, text: str) -> bool:
        """Tell whether most letters of a text are of another script."""
        letters = Counter(filter(str.isalpha, text))  # Each letter is looked up once.
        own = sum(count for letter, count in letters.items() if self.writes(letter))
        return 2 * own < letters.total()

    def writes(self, letter: str) -> bool:
        """Tell whether a letter is of this language's script."""
        return bisect(self.letters, ord(letter)) % 2 == 1


@dataclass(frozen=True, slots=True)
class Languages:
    """All of them, in the order in which they are offered.

    `fallback` is spoken to whoever speaks none of them, `sites` on OpenAI's sites.
    """

    each: Mapping[Locale, Language]
    fallback: Locale
    sites: Locale

    @property
    def ids(self) -> tuple[Locale, ...]:
        """Their ids."""
        return tuple(self.each)

    def __getitem__(self, locale: Locale) -> Language:
        """Return a language. Raises KeyError."""
        return self.each[locale]

    def others(self, locale: Locale) -> tuple[Locale, ...]:
        """Return the ids of all but one."""
        return tuple(one for one in self.each if one != locale)

    def known(self, *wanted: object) -> Locale:
        """Return the first of the wanted that is a language of the guide, else the fallback.

        What was stored may be a language that the guide had once, or will have.
        """
        return next((w for w in wanted if isinstance(w, str) and w in self.each), self.fallback)


def read(content: Mapping[str, str]) -> Languages:
    """Return the languages of content files, path -> text.

    Raises ContentError with a line for each mistake.
    """
    source = Source(content)
    each: dict[Locale, Language] = source.ordered(FILE, "languages", Language)
    chosen = {key: source.part(FILE, key, str) for key in ("fallback", "sites")}
    source.stop()
    for key, locale in chosen.items():
        if locale not in each:
            source.note(FILE, f"{key} is {locale}, which is no language here", "correct it")
    for locale, language in each.items():
        for form, rule in language.plurals.items():
            if not plurals.is_rule(form, rule):
                place = f"languages.{locale}.plurals.{form}"
                source.note(FILE, f"{place} is no rule of CLDR", "correct it")
    source.stop()
    spoken = {key: replace(one, letters=_letters(one.script)) for key, one in each.items()}
    return Languages(spoken, **chosen)


@cache
def _letters(script: str) -> tuple[int, ...]:
    """Return where each run of letters begins whose names begin so, and where it ends."""
    points = range(IDEOGRAPHS)
    own = {p for p in points if unicodedata.name(chr(p), "").startswith(script)}
    written = {p for p in own if chr(p).isalpha()}
    return tuple(sorted(written ^ {p + 1 for p in written}))
