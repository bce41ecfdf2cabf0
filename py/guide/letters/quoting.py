"""Support's answer as our letters quote it: without greeting, signature and the polite rest.

answer -> their own words -> the sentences to choose from, or the beginning as it stands
"""

import re

from guide.catalog.records import Catalog
from guide.letters import prose
from guide.letters.letter_rules import QuoteWords
from guide.reading import cuts
from guide.reading import rules as answer_rules

MAX_QUOTE = 500  # Characters; a quotation is a place to look, not the answer again.
MAX_SENTENCES = 30
_LEAST = 12  # Characters; less is no sentence that anybody asks about.
# Finds «It failed.», «Why?», «19.99 was charged.»; a list item ends with its line.
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*")


def own(catalog: Catalog, answer: str) -> str:
    """Return the answer without what was quoted in it, signature and small print."""
    # Most letters answer nothing: the rules lie packed, and take a while to unpack.
    return cuts.cut(answer_rules.for_catalog(catalog), answer)[0] if answer else ""


def bare(words: QuoteWords, answer: str) -> str:
    """Return the answer without its greeting, and without what follows its closing words."""
    lines = prose.clean(answer).split("\n")
    ends = (at for at, line in enumerate(lines) if at and _begins(line, words.closings, whole=True))
    lines = lines[: next(ends, len(lines))]
    while lines and (not lines[0].strip() or _begins(lines[0], words.greetings, whole=True)):
        lines = lines[1:]
    return prose.tidy("\n".join(lines))


def sentences(words: QuoteWords, answer: str) -> tuple[str, ...]:
    """Return the answer's sentences, each once, but for those that are only polite."""
    found = (match[0].strip(" -•*\t") for match in _SENTENCE.finditer(bare(words, answer)))
    kept = (
        one for one in found if len(one) >= _LEAST and not _begins(one, words.polite, whole=False)
    )
    return tuple(dict.fromkeys(kept))[:MAX_SENTENCES]


def quote(words: QuoteWords, answer: str) -> str:
    """Return the beginning of the answer in whole lines, after what is only polite."""
    text = bare(words, answer)
    first = _SENTENCE.match(text)
    while first and _begins(first[0], words.polite, whole=False):
        text = text[first.end() :].lstrip()
        first = _SENTENCE.match(text)
    return prose.whole_lines(text, MAX_QUOTE)


def _begins(line: str, words: tuple[str, ...], *, whole: bool) -> bool:
    """Tell whether a line begins with one of the words; `whole`, and has little more."""
    low = line.strip().casefold()
    few = not whole or len(low.split()) <= 5  # noqa: PLR2004  # «Best regards, Sam of OpenAI».
    return few and any(re.match(rf"{re.escape(word)}(?!\w)", low) for word in words)
