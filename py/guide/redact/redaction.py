"""Finds what must not go out: stricter for public channels than for support.

    fold -> patterns, personal, mentions (for the public: names, places, ids) -> one list

What support needs stays for support: order, invoice, organization and request ids, the last four
digits, the account's own e-mail (`keep`). Masked places are searched no more, so masking twice is
masking once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guide.ids import Audience, Locale
from guide.redact import (
    byte_lists,
    chosen,
    code_lists,
    codes,
    content,
    dictated,
    documents,
    echoes,
    grouped,
    in_parts,
    last_four,
    lexicon,
    links,
    mentions,
    net,
    passwords,
    paths,
    patterns,
    personal,
    phrases,
    pieces,
    places,
    settings,
    shapes,
    short_cards,
    slots,
    statements,
    tables,
)
from guide.redact.escapes import joined, unescaped
from guide.redact.finding import FINAL, Finding
from guide.redact.fold import Folded, fold
from guide.redact.nearby import TextRead
from guide.redact.needed import Needed
from guide.redact.patterns import Span
from guide.redact.shapes import UUID

# Best first: where findings overlap, they become one, of the first kind here.
KINDS = (
    "private_key", "seed_phrase", "password", "one_time_code", "cvv", "card", "api_key", "bearer",
    "session_token", "secret", "open_link", "iban", "national_id", "chat_link", "email", "phone",
    "case_number", "account_id", "ip", "address", "name",
)  # fmt: skip
PUBLIC_ONLY = frozenset({"chat_link", "case_number", "account_id", "ip", "address", "name"})
# Kinds known by their digits: what the text calls an order number is none of them.
_BY_DIGITS = frozenset({"card", "phone", "national_id"})
_MOST_ROUNDS = 8
# Digits in these are no phone's and no card's: UUIDs, hashes, and orders of Google Play.
# Finds «gpa.3311-2222-1111-00000», not «3311-2222».
_WHOLE = re.compile(
    rf"{UUID.pattern}|gpa\.\d[\d-]{{8,30}}|(?<![0-9a-z])(?=\d{{0,40}}[a-f])[0-9a-f]{{24,64}}(?![0-9a-z])"
)
# Finds «Tiger2024», not «I paid 20 USD».
_DRAWN = re.compile(r"[A-Za-z]\d|\d[A-Za-z]|[\w+/=-]{14}|(?:\b[A-Za-z]{3,10}\W{1,4}){11}|://|-----")
# Roles of words that name what is secret.
_TOLD = frozenset({
    "password", "login", "strong_code", "code", "device_code", "pairing", "sent", "told", "digits",
    "answer", "phrase", "api_key", "token", "cvv", "card",
})  # fmt: skip


@dataclass(frozen=True, eq=False)
class RedactRules:
    """What redaction knows, read from content once."""

    words: lexicon.SecretWords
    known: shapes.Known
    placeholders: Mapping[str, Mapping[str, str]]

    def names(self, locale: str) -> Mapping[str, str]:
        """Return the placeholder of each kind in that language. Raises KeyError."""
        return self.placeholders[locale]


def load(files: Mapping[str, str], locales: Iterable[Locale]) -> RedactRules:
    """Return the rules in the content files (path -> text) for these languages.

    Raises ContentError with a line for each mistake.
    """
    told = content.read(files, locales)
    return RedactRules(
        words=lexicon.make(told),
        known=shapes.make(told.shapes),
        placeholders={name: la.placeholders for name, la in told.languages.items()},
    )


def find(
    rules: RedactRules,
    text: str,
    audience: Audience,
    keep: Iterable[str] = (),
    people: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Return what must be masked, sorted, apart from each other, as [start, end) code points.

    `keep` are texts that support needs, such as the account's e-mail; the public gets none of
    them. `people` are names to hide from the public. Total on any text.
    """
    kept = frozenset(fold(k).low.strip() for k in keep) if audience == "support" else frozenset()
    folded = joined(unescaped(fold(text)), rules.known.ids)
    folded = folded.without(m.span() for m in rules.words.placeholder.finditer(folded.text))
    found: list[Span] = []
    told: list[tuple[str, str]] = []
    for _ in range(_MOST_ROUNDS):  # What was hidden by one finding may show another.
        raw = _one_round(rules, folded, audience, kept, tuple(people))
        if not raw:
            break
        spans = _apart(raw)
        found += (_placed(folded, span) for span in spans)
        # The word for a password that an order number has swallowed still tells what follows, and
        # a password in an address is told elsewhere without it: so that the public sees no more.
        alone = _apart(span for span in raw if span[0] not in PUBLIC_ONLY)
        every = dict.fromkeys((*spans, *alone))
        told += ((kind, folded.text[start:end]) for kind, start, end in every)
        folded = folded.without((start, end) for _, start, end in alone or spans)
    found += (_placed(folded, span) for span in echoes.find(folded, rules.words, told))
    # What a later round finds may reach over what is hidden already.
    return tuple(Finding(*span, undoable=span[0] not in FINAL) for span in _apart(found))


def may_hold_secret(rules: RedactRules, text: str) -> bool:
    """Tell whether a text may hold a secret that `find` would find, in a tenth of the time.

    Most texts hold none: no run of letters with digits, and no word for anything secret.
    """
    if _DRAWN.search(text):
        return True
    return any(_TOLD.intersection(one.roles) for one in rules.words.mentions(fold(text)))


def _is_inside(whole: list[tuple[int, int]], span: Span) -> bool:
    before = bisect_right(whole, (span[1] + 1,)) - 1
    return before >= 0 and span[2] <= whole[before][1]


def _digits(shown: str) -> str:
    return "".join(c for c in shown if c.isdigit())


def _one_round(
    rules: RedactRules,
    folded: Folded,
    audience: Audience,
    kept: frozenset[str],
    people: tuple[str, ...],
) -> list[Span]:
    spans = list(_everything(rules, folded, audience, people))
    named = {span[1:] for span in spans if span[0] == mentions.OTHER}
    needed = Needed(folded, rules.words, named)
    whole = [match.span() for match in _WHOLE.finditer(folded.low)]
    spots = set(whole)
    public = [match.span() for match in net.OPEN.finditer(folded.text)]
    hidden = {mentions.OTHER} | (PUBLIC_ONLY if audience == "support" else frozenset())
    short = any(end - start == last_four.SIZE for _, start, end in spans)
    ends = frozenset(last_four.find(folded, rules.words)) if short else frozenset()
    return [
        span
        for span in spans
        if span[0] not in hidden
        and span[1:] not in ends
        and not (span[0] in _BY_DIGITS and (span[1:] in named or _is_inside(whole, span)))
        and not (span[0] == "one_time_code" and _is_inside(whole, span) and span[1:] not in spots)
        and not (span[0] == net.KIND and _is_inside(public, span))
        and not (span[0] == net.KIND and net.is_zone(folded, *span[1:]))
        and not needed.has(span)
        and not _may_stay(rules, folded.low[span[1] : span[2]], span[0], kept)
    ]


def _may_stay(rules: RedactRules, shown: str, kind: str, kept: frozenset[str]) -> bool:
    """Tell whether this is nobody's secret: an office's, OpenAI's own, or what support needs."""
    if kind == "phone" and _digits(shown) in rules.known.own_phones:
        return True
    if kind == "email" and _is_open(rules, shown, kept):
        return True
    return kind not in FINAL and shown in kept


def _everything(
    rules: RedactRules, folded: Folded, audience: Audience, people: tuple[str, ...]
) -> Iterator[Span]:
    for find_in in _ALWAYS:
        yield from find_in(folded)
    yield from codes.find_keyed(folded, rules.words)
    yield from passwords.find_pairs(folded, rules.words)
    found = tuple(links.find_all(folded))
    yield from links.find_keys(folded, rules.known, found)
    yield from paths.find(folded, rules.known, found)
    yield from net.find(folded, rules.words, rules.known, found)
    yield from chosen.find(folded, rules.words, rules.known)
    yield from grouped.find(folded, rules.words, rules.known)
    yield from personal.find_cards(folded, rules.words)
    yield from phrases.find(folded, rules.words)
    yield from short_cards.find(folded, rules.words)
    yield from byte_lists.find(folded, rules.words)
    yield from dictated.find(folded, rules.words)
    yield from in_parts.find(folded, rules.words)
    seen = tuple(rules.words.mentions(folded))
    reading = TextRead(folded, rules.words, rules.known)
    yield from mentions.find(reading, seen)
    yield from slots.find(reading, seen)
    yield from code_lists.find(reading, seen)
    yield from pieces.find(reading, seen)
    yield from tables.find(reading, seen)
    yield from settings.find(folded, rules.words, rules.known, seen)
    if audience == "public":
        yield from personal.find_addresses_of_machines(folded, rules.words)
        yield from personal.find_ids(folded, rules.known)
        yield from statements.find_names(folded, rules.words, seen, people)
        yield from places.find_addresses(folded, rules.words, seen)


_ALWAYS = (
    patterns.find_keys,
    patterns.find_vendor_keys,
    patterns.find_hashed_passwords,
    patterns.find_private_keys,
    patterns.find_headers,
    patterns.find_in_links,
    personal.find_emails,
    personal.find_phones,
    personal.find_social_numbers,
    personal.find_accounts,
    documents.find_machine_readable,
)


def _is_open(rules: RedactRules, address: str, kept: frozenset[str]) -> bool:
    """Tell whether an e-mail address is the account's, an office's, or OpenAI's."""
    local, _, domain = address.partition("@")
    own = any(domain == d or domain.endswith(f".{d}") for d in rules.known.own_domains)
    return address in kept or local in rules.known.offices or own


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans sorted, those that overlap united under the better kind."""
    apart: list[Span] = []
    for kind, start, end in sorted(spans, key=lambda span: span[1:]):
        if apart and start < apart[-1][2]:
            last, first, stop = apart.pop()
            best = _better((last, first, stop), (kind, start, end))
            apart.append((best, first, max(stop, end)))
        else:
            apart.append((kind, start, end))
    return apart


def _better(one: Span, other: Span) -> str:
    """Return the kind of two that overlap; digits that are a whole card's are no codes."""
    wide = max(one, other, key=lambda span: span[2] - span[1])
    holds = wide[1] <= min(one[1], other[1]) and max(one[2], other[2]) <= wide[2]
    if wide[0] == "card" and holds and "one_time_code" in {one[0], other[0]}:
        return "card"
    return min(one[0], other[0], key=KINDS.index)


def _placed(folded: Folded, span: Span) -> Span:
    """Return the span as it stands in the text before it was folded."""
    kind, start, end = span
    return kind, folded.starts[start], folded.stops[end - 1]
