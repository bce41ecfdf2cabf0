"""Content -> SenderRules: the names that are OpenAI's, those of others, and the words of messages.

sender_check.toml, look_alikes.toml, scheme_model.toml, text/<locale>/reading/sender_check.toml
    -> SenderRules
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from guide.catalog.reader import Source
from guide.ids import Locale
from guide.sender_check.phrases import Phrases
from guide.text.decision_model import DecisionModel
from guide.text.linear_model import LinearTable

NAMES = "sender_check.toml"
LOOK_ALIKES = "look_alikes.toml"
READING = "/reading/sender_check.toml"
MODEL = "scheme_model.toml"
LEAST = 14  # Things in a message; of a few words none should decide.


@dataclass(frozen=True)
class Names:
    """Domains and words by which names are judged; the keys of `sender_check.toml`."""

    source: str
    checked: dt.date
    sure: Literal["official", "copy", "third_party", "users"]
    gave_away: str
    senders: tuple[str, ...]
    sites: tuple[str, ...]
    accounts: tuple[str, ...]
    account_sites: tuple[str, ...]
    profile_sites: tuple[str, ...]
    odd_schemes: tuple[str, ...]
    brands: tuple[str, ...]
    not_copies: tuple[str, ...]
    programs: tuple[str, ...]
    others: tuple[str, ...]
    processors: tuple[str, ...]
    support_lines: tuple[str, ...]
    chat_lines: tuple[str, ...]
    merchant_lines: tuple[str, ...]
    shared_pages: tuple[str, ...]
    key_pages: tuple[str, ...]
    device_pages: tuple[str, ...]
    free_pages: tuple[str, ...]
    shorteners: tuple[str, ...]
    screens: tuple[str, ...]
    messengers: tuple[str, ...]
    messenger_schemes: tuple[str, ...]
    phone_schemes: tuple[str, ...]
    free_mail: tuple[str, ...]
    claims: tuple[str, ...]
    hobbies: tuple[str, ...]
    plain_ends: tuple[str, ...]
    ends: tuple[str, ...]
    confusables: Mapping[str, str]


@dataclass(frozen=True)
class Reading:
    """How one language says what matters in a message: phrases by label, digits by their words."""

    phrases: Mapping[str, tuple[str, ...]]
    digits: Mapping[str, str]


@dataclass(frozen=True)
class SenderRules:
    """What the check knows; compared by identity, so that it can be a key of a cache."""

    names: Names
    look_alikes: Mapping[str, str]
    phrases: Phrases
    digits: Mapping[str, str]
    weights: DecisionModel  # What things in a message weigh for its being a scheme: `weighing`.

    __hash__ = object.__hash__
    __eq__ = object.__eq__

    @cached_property
    def own_accounts(self) -> Mapping[str, str]:
        """OpenAI's account names as they are shown, by their folded form."""
        return {name.casefold(): name for name in self.names.accounts}

    @cached_property
    def hobbies(self) -> frozenset[str]:
        """Words by which a sender says that it only writes about ChatGPT."""
        return frozenset(self.names.hobbies)

    @cached_property
    def letters(self) -> Mapping[int, str]:
        """The Latin letter that each look-alike, of Unicode's table or our own, stands for."""
        table = {point: at for at, row in self.look_alikes.items() for point in _points(row)}
        ours = {ord(c): at for at, chars in self.names.confusables.items() for c in chars}
        return table | ours


def _points(row: str) -> list[int]:
    """Return the code points of "3bf 585 10c1-10c3"."""
    spans = [part.partition("-") for part in row.split()]
    return [
        point
        for first, _, last in spans
        for point in range(int(first, 16), int(last or first, 16) + 1)
    ]


def load(
    files: Mapping[str, str], locales: Iterable[Locale], table: LinearTable | None = None
) -> SenderRules:
    """Return the rules of these content files, path -> text, for messages in these languages.

    `table` takes the place of the committed one. Raises ContentError with a line for each mistake.
    """
    source = Source(files)
    readings = {f"text/{locale}{READING}": Reading for locale in locales}
    read: dict[str, Reading] = {path: source.file(path, kind) for path, kind in readings.items()}
    names: Names = source.file(NAMES, Names)
    look_alikes: Mapping[str, str] = source.file(LOOK_ALIKES, Mapping[str, str])
    weights = source.learned(MODEL, table or source.file(MODEL, LinearTable), _weights)
    source.stop()
    (first, one), *others = read.items()
    for path, other in others:
        wanted = (f"phrases of {first}", one.phrases)
        source.alike(path, ("phrases", other.phrases), wanted)
    source.stop()
    every = {label: [p for of in read.values() for p in of.phrases[label]] for label in one.phrases}
    digits = {word: digit for of in read.values() for word, digit in of.digits.items()}
    assert weights  # noqa: S101  # Else something was noted.
    return SenderRules(names, look_alikes, Phrases.of(every), digits, weights)


def _weights(table: LinearTable) -> DecisionModel:
    return DecisionModel(table, LEAST)
