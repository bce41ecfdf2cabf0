"""What the guide works with, made once from content: catalog, vocabulary, rules of redaction."""

from dataclasses import dataclass
from functools import cache, lru_cache

from guide import catalog, genuine, redact, triage
from guide.catalog import Catalog
from guide.later import Later
from guide.model import Audience, Finding, Page, Triage


@dataclass(frozen=True)
class Tools:
    """One of each; compared and hashed by identity, so that caches can hang on it."""

    catalog: Catalog
    redaction: redact.Rules
    senders: genuine.Rules
    words: Later[triage.Vocabulary]

    @property
    def vocabulary(self) -> triage.Vocabulary:
        """What triage knows."""
        return self.words.get()

    __hash__ = object.__hash__
    __eq__ = object.__eq__


@cache
def load() -> Tools:
    """Return the tools for the content that lies beside this module. Raises ContentError."""
    return make(catalog.load())


def make(content: Catalog) -> Tools:
    """Return the tools for this content. Raises ContentError."""
    return Tools(
        catalog=content,
        redaction=redact.load(content.files["redact.toml"]),
        senders=genuine.load(content.files["genuine.toml"]),
        words=Later(lambda: triage.load(content.below("triage/"))),
    )


def pack(own: Tools) -> None:
    """Make small, for a snapshot, what the next opening will not need at once.

    The vocabulary is packed. The texts that it and the words were made from are let go: what others
    read of the catalog's files at need stays.
    """
    own.words.pack()
    if isinstance(own.catalog.files, dict):
        for name in [name for name in own.catalog.files if name.startswith(("text/", "triage/"))]:
            del own.catalog.files[name]


# A person types on one field while all the others stay as they are: what was found in a text, and
# what it is about, is not worked out again at each key.


@lru_cache(maxsize=64)
def find(
    own: Tools, text: str, audience: Audience, keep: tuple[str, ...], people: tuple[str, ...]
) -> tuple[Finding, ...]:
    """Return what must not go out, as `redact.find` does, remembering the latest texts."""
    return redact.find(own.redaction, text, audience, keep, people)


@lru_cache(maxsize=4)
def rank(own: Tools, text: str, page: Page | None) -> Triage:
    """Return what a text is about, as `triage.rank` does, remembering the latest texts."""
    return triage.rank(own.vocabulary, text, page)
