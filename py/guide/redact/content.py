"""What redaction is told by content: redact.toml, and the words of each language beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide.catalog.reader import Source
from guide.ids import Locale
from guide.redact.fold import FILLER

FILE = "redact.toml"


@dataclass(frozen=True, slots=True)
class WordLists:
    """Word lists of one language; its `words.toml` says what each is for."""

    between: tuple[str, ...]
    links: tuple[str, ...]
    to: tuple[str, ...]
    and_then: tuple[str, ...]
    not_values: tuple[str, ...]
    slot_links: tuple[str, ...]
    gives: tuple[str, ...]
    fillers: tuple[str, ...]
    wordings: tuple[str, ...]
    compounds: tuple[str, ...]
    paying: tuple[str, ...]
    prose: tuple[str, ...]
    not_after: tuple[str, ...]
    units: tuple[str, ...]
    owners: tuple[str, ...]
    account_nouns: tuple[str, ...]
    hash_names: tuple[str, ...]
    id_nouns: tuple[str, ...]
    where: tuple[str, ...]
    versions: tuple[str, ...]
    clause_starts: tuple[str, ...]
    run_owners: tuple[str, ...]
    tight: tuple[str, ...]
    last_four: tuple[str, ...]
    handed: tuple[str, ...]
    digit_words: tuple[str, ...]
    not_in_phrases: tuple[str, ...]
    closings: tuple[str, ...]
    not_names: tuple[str, ...]
    particles: tuple[str, ...]
    titles: tuple[str, ...]
    introducers: tuple[str, ...]
    given_names: tuple[str, ...]
    streets: tuple[str, ...]
    streets_before: tuple[str, ...]
    flats: tuple[str, ...]
    sign_names: tuple[str, ...]
    letter_sizes: tuple[str, ...]
    glued: tuple[str, ...]
    dial_turns: tuple[str, ...]
    services: tuple[str, ...]
    signing_in: tuple[str, ...]
    things: tuple[str, ...]
    hours: tuple[str, ...]
    halves: tuple[str, ...]
    key_names: tuple[str, ...]
    unlocking: tuple[str, ...]
    keepers: tuple[str, ...]
    part_leads: tuple[str, ...]
    pauses: tuple[str, ...]
    failing: tuple[str, ...]
    with_code: tuple[str, ...]
    objects: tuple[str, ...]
    every: tuple[str, ...]
    shown_on: tuple[str, ...]
    in_turn: tuple[str, ...]
    code_verbs: tuple[str, ...]
    continuing: tuple[str, ...]
    made_of: tuple[str, ...]
    hint_leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedactLanguage:
    """What one language brings: placeholders by kind, mentions by role, word lists."""

    placeholders: Mapping[str, str]
    mentions: Mapping[str, tuple[str, ...]]
    words: WordLists


@dataclass(frozen=True, slots=True)
class Shapes:
    """`redact.toml`: what is known whatever the language."""

    offices: tuple[str, ...]
    own_domains: tuple[str, ...]
    own_phones: tuple[str, ...]
    id_prefixes: tuple[str, ...]
    open_hosts: tuple[str, ...]
    open_links: tuple[str, ...]
    needed_links: tuple[str, ...]
    secret_paths: tuple[str, ...]
    secret_parameters: tuple[str, ...]
    file_endings: tuple[str, ...]
    built_endings: tuple[str, ...]
    drawn_in: tuple[str, ...]
    letter_pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedactContent:
    """All of it."""

    shapes: Shapes
    languages: Mapping[Locale, RedactLanguage]

    def all(self, name: str) -> tuple[str, ...]:
        """Return one list of words in all languages, each word once."""
        listed = (word for one in self.languages.values() for word in getattr(one.words, name))
        return tuple(dict.fromkeys(listed))


def read(files: Mapping[str, str], locales: Iterable[Locale]) -> RedactContent:
    """Return what the content files (path -> text) tell redaction.

    Raises ContentError with a line for each mistake.
    """
    source = Source(files)
    content = RedactContent(
        shapes=source.file(FILE, Shapes),
        languages={locale: source.file(path_of(locale), RedactLanguage) for locale in locales},
    )
    source.stop()
    _check(source, content)
    source.stop()
    return content


def path_of(locale: Locale) -> str:
    """Return the file of one language's words."""
    return f"text/{locale}/redact/words.toml"


def _check(source: Source, content: RedactContent) -> None:
    """Note where languages differ and where a placeholder has no brackets."""
    (first, its), *others = content.languages.items()
    for locale, language in others:
        for table in ("placeholders", "mentions"):
            here = (table, getattr(language, table))
            source.alike(path_of(locale), here, (path_of(first), getattr(its, table)))
    for locale, language in content.languages.items():
        for kind, text in language.placeholders.items():
            if not (text.startswith("[") and text.endswith("]")) or FILLER in text:
                place = f"placeholders.{kind} has no brackets"
                source.note(path_of(locale), place, "write it in [square brackets]")
