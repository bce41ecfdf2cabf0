"""Keys, tokens and secrets by their names: "my API key is X", "the token of Easycount X"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from guide.redact import nearby, owners, settings, values
from guide.redact.fold import DIGITS, WORD
from guide.redact.lexicon import has
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.redact.shapes import UUID
from guide.redact.values import IS, SIGN, TO, Value
from guide.text.hebrew import PREFIXES


def find(kind: str) -> Callable[[Seen], Iterator[Span]]:
    """Return what yields keys of this kind after, beside and before a name for one."""

    def find_one(seen: Seen) -> Iterator[Span]:
        at = seen.mention.start
        if settings.names_no_secret(seen.folded.low[max(0, at - _LONGEST_WORD) : at]):
            return
        for value in nearby.walk(seen):
            key = values.is_key(seen.reading.known.pairs, value) or _is_chosen(seen, value)
            if key and not _is_id(seen, value):
                yield kind, value.start, value.end
                return
        yield from _of_brand(seen, kind)
        for match in nearby.in_sentence(seen, values.OPAQUE, behind=200, ahead=120, look=DIGITS):
            if values.is_opaque(match[0]) or _is_key_as_uuid(seen, match):
                yield kind, match.start(), match.end()
        yield from nearby.behind(seen, kind, lambda value: _is_named_key(seen, value))

    return find_one


def _of_brand(seen: Seen, kind: str) -> Iterator[Span]:
    """Yield the key in "the token of Easycount 9f2a7c1d": names of services nobody can list."""
    match = _OF_BRAND.match(seen.folded.text, seen.mention.end)
    value = match and values.at(seen.folded, seen.words, match.start("value"), TO)
    if not match or not value or value.end != match.end():
        return
    owned = owners.owner_of(seen.folded, seen.words, value.start) in (owners.ID, owners.HASH)
    other = owned or UUID.fullmatch(value.text.lower()) or _is_id(seen, value)
    if values.is_key(seen.reading.known.pairs, value) and not other:
        yield kind, value.start, value.end


def _is_key_as_uuid(seen: Seen, match: re.Match[str]) -> bool:
    """Tell whether a UUID, as Heroku's keys are, has a key's name nearer than an id's."""
    name = seen.folded.low[seen.mention.start : seen.mention.end]
    if not UUID.fullmatch(match[0].lower()):
        return False
    between = seen.folded.low[seen.mention.end : max(seen.mention.end, match.start())]
    near = name.lstrip(PREFIXES) in _KEY_NAMES and _CLOSE_TO.fullmatch(between)
    if not near and (" " not in name or match[0][14] == _BY_TIME):
        return False
    before = nearby.word_before(seen, match.start())
    owner = owners.owner_of(seen.folded, seen.words, match.start())
    return owner == owners.SECRET and not has(seen.words.run_owners, before)


_KEY_NAMES = frozenset({"token", "secret", "apikey", "טוקן", "אסימון", "סוד"})
# Finds « of our shop: » and nothing at all, too.
_CLOSE_TO = re.compile(rf"(?: (?:[{PREFIXES}]-)?[^\W\d_]+){{0,4}}:? ?")
# Finds « of our shop 9f2a7c1d», not « of our shop Sunflower».
_OF_BRAND = re.compile(
    rf"(?: (?:[{PREFIXES}]-)?[^\W\d_]+){{1,4}} "
    r"(?P<value>(?=[a-z]*\d)[A-Za-z0-9_-]{8,64})(?![\w./@])"
)
_BY_TIME = "7"  # The version of UUIDs that are ids of runs.


def _is_chosen(seen: Seen, value: Value) -> bool:
    """Tell whether somebody chose this secret as passwords are chosen: "secret: tiger99"."""
    tight = not WORD.search(seen.folded.low, seen.mention.end, value.start)
    lone = seen.folded.low[seen.mention.start : seen.mention.end] in _LOOSE_NAMES
    return value.link == SIGN and tight and not lone and values.is_typed(value.text)


_LONGEST_WORD = 16
_LOOSE_NAMES = frozenset({"key", "keys", "session", "cookie", "gift", "activation"})


def _is_named_key(seen: Seen, value: Value) -> bool:
    """Tell whether what its name follows is a key: "X as the Honeycomb API key"."""
    tied = replace(value, link=IS)
    return values.is_key(seen.reading.known.pairs, tied) and not _is_id(seen, tied)


def _is_id(seen: Seen, value: Value) -> bool:
    """Tell whether this is a session's or another's id, which support asks for, and no token."""
    if seen.reading.known.ids.fullmatch(value.text.lower()) and "_" in value.text:
        return True
    if value.far and owners.owner_of(seen.folded, seen.words, value.start) == owners.ID:
        return True
    named = seen.folded.low[seen.mention.start : seen.mention.end].split()[-1]
    return named in seen.words.run_owners and bool(UUID.fullmatch(value.text.lower()))
