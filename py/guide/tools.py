"""What the guide works with, made once from content: catalog, vocabulary, rules of redaction."""

from dataclasses import dataclass
from functools import cache

from guide import catalog, genuine, redact, triage
from guide.catalog import Catalog


@dataclass(frozen=True)
class Tools:
    """One of each; compared and hashed by identity, so that caches can hang on it."""

    catalog: Catalog
    vocabulary: triage.Vocabulary
    redaction: redact.Rules
    senders: genuine.Rules

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
        vocabulary=triage.load(content.below("triage/")),
        redaction=redact.load(content.files["redact.toml"]),
        senders=genuine.load(content.files["genuine.toml"]),
    )
