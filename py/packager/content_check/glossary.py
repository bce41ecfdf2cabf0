"""One thing, one word: what screens, letters and stores must not call by another name.

    text/<locale>/writing/glossary.toml -> words to avoid -> where they stand -> what to say instead

Whole words count, in any capitals, in Hebrew with the letters that are glued on in front. What is
between quotation marks is somebody else's, and so is what people type (`said`, `search`).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from guide.text.plurals import Counted
from packager.content_check.check_words import files_of, flat

NAME = "writing/glossary.toml"
# Not ours: phrases that people type, and words for the Help Center's search.
THEIRS = re.compile(r"said\.|.*\.search$")
# Hebrew's mark of quotation also stands inside abbreviations, so it opens only before a word.
QUOTED = re.compile(r'“[^”]*”|(?<!\w)״[^״]*״(?!\w)|"[^"]*"')
PLACE = re.compile(r"\{\w*\}")
ADDRESS = re.compile(r"\S+@\S+")  # As otp@tm1.openai.com: its owner named it.
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
SENTENCE = re.compile(r'"([^"]* [^"]*)"')  # A string in a tag without a space is a name.


@dataclass(frozen=True, slots=True)
class Term:
    """What to say for one thing, and what not to call it."""

    say: str
    avoid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excuse:
    """A key, or a letter's file, that may have these words, and why."""

    words: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """`glossary.toml`; `glued` are letters that a language writes together with the next word.

    `labels` are OpenAI's own names of buttons and pages, which nobody else may reword.
    """

    glued: str
    labels: tuple[str, ...]
    terms: Mapping[str, Term]
    exceptions: Mapping[str, Excuse]

    def wrong(self, key: str, text: str) -> Iterator[tuple[str, str]]:
        """Yield each word that a text should not have, with what to say instead."""
        excused = self.exceptions.get(key)
        plain = self._ours(text)
        glued = f"[{re.escape(self.glued)}]*" if self.glued else ""
        low = plain.lower()  # To look for letters first is ten times faster.
        for term in self.terms.values():
            for word in term.avoid:
                if word.lower() not in low or (excused and word in excused.words):
                    continue
                if re.search(rf"(?<![\w-]){glued}{re.escape(word)}(?![\w-])", plain, re.IGNORECASE):
                    yield word, term.say

    def _ours(self, text: str) -> str:
        """Return a text without what others named or said: quotes, addresses, labels."""
        for name in (QUOTED, PLACE, ADDRESS):
            text = name.sub(" ", text)
        for label in self.labels:
            text = text.replace(label, " ")
        return text


def mistakes(whole: Catalog) -> Iterator[str]:
    """Yield a line for each word to avoid in the screens' words and in the letters."""
    source, found = _read(whole)
    yield from source.problems
    file_of = files_of(whole)
    for locale, glossary in found.items():
        for key, word in flat(whole.words[locale]).items():
            for text in () if THEIRS.match(key) else _texts(word):
                yield from _lines(f"{file_of(locale, key)}: {key}", glossary.wrong(key, text))
    for path, letter in whole.letters.items():
        locale, _, name = path.partition("/")
        if locale in found:
            for at, line in enumerate(letter.splitlines(), 1):
                place = f"text/{locale}/letters/{name}:{at}:"
                yield from _lines(place, found[locale].wrong(name, _sentences(line)))


def in_stores(root: Path, whole: Catalog) -> Iterator[str]:
    """Yield a line for each word to avoid in what the stores show; lines begin at the root."""
    for locale, glossary in _read(whole)[1].items():
        place = f"extension/_locales/{locale.replace('-', '_')}/messages.json"
        if (root / place).exists():
            for key, word in json.loads((root / place).read_text(encoding="utf-8")).items():
                yield from _lines(f"{place}: {key}", glossary.wrong(key, word["message"]))


def _read(whole: Catalog) -> tuple[Source, dict[str, Glossary]]:
    source = Source(whole.files)
    names = {locale: f"text/{locale}/{NAME}" for locale in whole.languages.ids}
    read = {locale: source.file(name, Glossary) for locale, name in names.items()}
    found: dict[str, Glossary] = {locale: one for locale, one in read.items() if one}
    first, *rest = found or [""]
    for other in rest:
        wanted = (names[first], found[first].terms)
        source.alike(names[other], ("terms", found[other].terms), wanted)
    return source, found


def _texts(word: Any) -> Iterable[str]:  # noqa: ANN401  # A word is a text, texts, or forms.
    if isinstance(word, Counted):
        return word.forms.values()
    return [one for one in (word if isinstance(word, list) else [word]) if isinstance(one, str)]


def _sentences(line: str) -> str:
    """Return what a line of a letter says: its text, and the sentences inside its tags."""
    inside = [text for tag in TAG.findall(line) for text in SENTENCE.findall(tag)]
    return " ".join([TAG.sub(" ", line), *inside])


def _lines(place: str, wrong: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from (f"{place} says “{word}”; say “{say}”" for word, say in wrong)
