"""Settings whose name ends in what names a secret: APP_KEY=..., clientSecret: ..., <apiToken>...

A program's name for a secret needs no random value to give it away: whatever is assigned to it, and
is no placeholder, no other variable and no everyday word, is the secret.
"""

import re
from collections.abc import Iterable, Iterator

from guide.redact import patterns, values
from guide.redact.fold import FILLER, Folded, near
from guide.redact.lexicon import Mention, SecretWords, has
from guide.redact.patterns import Span
from guide.redact.shapes import UUID, Known

# The last part of such names, and the kind of what they name.
_PARTS = {
    "password": "password",
    "passwd": "password",
    "passphrase": "password",
    "pass": "password",
    "pwd": "password",
    "pin": "password",
    "psk": "password",
    "key": "api_key",
    "secret": "api_key",
    "salt": "api_key",
    "hmac": "api_key",
    "iv": "api_key",
    "credential": "api_key",
    "credentials": "api_key",
    "token": "session_token",
    "auth": "session_token",
}
# Finds «app_key», not «app_».
_PART = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+)\Z")
# Finds «app_», not «app ».
_LEAD = re.compile(
    r"(?:[A-Za-z0-9]{1,24}[_.-]){1,6}\Z|[A-Za-z0-9]{0,24}[a-z0-9]\Z|[A-Z0-9]{2,24}\Z"
)
# Finds «: tiger99», not « tiger99».
_ASSIGNED = re.compile(
    r"(?:[\"'`\])]{0,2}[ \t]{0,3}(?:=>?|:=?|->|\||\t|,[ \t]?(?=[\"']))[ \t]{0,3}|[\"']?>)"
    rf"[\"'`]?(?P<value>[^\s\"'`<>,;|&)}}\]{FILLER}]{{4,256}})"
)
# Finds «=», not «a».
_EQUALS = re.compile(r"=")
# Names that are written as one word, in which no name of a secret begins: "set MYPASS=...".
# Finds «mypass=tiger99», not «bypass=1».
_GLUED = re.compile(
    r"(?<![\w.-])[A-Za-z]{2,16}(?:password|passwd|passphrase|pass|pwd|pw|secret|apikey|token)\d?"
    rf"[\"']?[ \t]{{0,2}}=[ \t]{{0,2}}[\"'`]?(?P<value>[^\s\"'`<>,;|&)}}\]{FILLER}]{{4,256}})",
    re.IGNORECASE,
)
_NOT_GLUED = ("bypass", "compass", "surpass", "trespass")
# Finds « tiger99», not «tiger99».
_FOLLOWS = re.compile(
    r"(?:[ \t]{1,3}|\r?\n[ \t]{0,8}|, )[\"'`]?"
    rf"(?P<value>[^\s\"'`<>,;|&)}}\]=:{FILLER}]{{6,256}})"
)
# Finds «process.env.KEY», not «bluehorse».
_ELSEWHERE = re.compile(
    r"[$%@{(\[/~].*|(?:process|os|env|self|this|config|settings|secrets|vault|import)\b[.(\[].*"
    r"|[A-Z]{2,5}-\d+|[a-z]+\d|[\w.]+\(.*|[\w./\\-]+\.(?:pem|key|json|txt|crt|env)"
)
# What comes before the part, where the whole names no secret.
_NO_SECRETS = frozenset({
    "primary", "foreign", "sort", "cache", "partition", "idempotency", "hot", "short", "object",
    "group", "registry", "row", "column", "message", "event", "storage", "query", "map", "unique",
    "error", "translation", "issue", "project", "page", "max", "num", "type", "bypass", "arrow",
})  # fmt: skip
# Finds «primary», not «_».
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_NAME = 80
_LONGEST_VALUE = 256


def find(
    folded: Folded, words: SecretWords, known: Known, mentions: Iterable[Mention]
) -> Iterator[Span]:
    """Yield what is assigned to such names."""
    for glued in near(_EQUALS, _GLUED, folded.text):
        named = not glued[0].lower().startswith(_NOT_GLUED)
        if named and _is_secret(words, known, glued["value"]):
            yield "password", glued.start("value"), _end_of(glued)
    for mention in mentions:
        name = folded.text[mention.start : mention.end]
        part = _PART.search(name)
        kind = _PARTS.get(part[0].lower(), "") if part else ""
        first = mention.start + part.start() if kind and part else 0
        lead = first and _LEAD.search(folded.text, max(0, first - _LONGEST_NAME), first)
        if not lead or not part or not _is_name(lead[0], part[0]):
            continue
        value = _ASSIGNED.match(folded.text, mention.end)
        if not value and part[0].isupper() and "_" in lead[0]:
            value = _FOLLOWS.match(folded.text, mention.end)
        if value and _is_secret(words, known, value["value"]):
            yield kind, value.start("value"), _end_of(value)


def _end_of(value: re.Match[str]) -> int:
    """Return where a value ends: at the quote that closes it, whatever signs it has inside."""
    start, end = value.span("value")
    text, quote = value.string, value.string[start - 1]
    closing = text.find(quote, end, start + _LONGEST_VALUE) if quote in "\"'`" else -1
    if closing > end and not any(c.isspace() for c in text[end:closing]):
        return closing
    return start + len(value["value"].rstrip(".:!?"))


def names_no_secret(before: str) -> bool:
    """Tell whether what stands before "key" or "token" makes it none: "idempotency-"."""
    words = _WORD.findall(before)
    return before[-1:] in ("_", "-") and bool(words) and words[-1].lower() in _NO_SECRETS


def _is_name(lead: str, part: str) -> bool:
    """Tell whether a program names a secret so: "APP_KEY", "clientSecret", "PGPASSWORD"."""
    parts = _WORD.findall(lead)
    if not parts or parts[-1].lower() in _NO_SECRETS:
        return False
    return lead[-1] in "_.-" or (part[0].isupper() and (lead.isupper() or not part.isupper()))


def _is_secret(words: SecretWords, known: Known, shown: str) -> bool:
    """Tell whether this is a value, and nothing that only stands for one or is an id."""
    low = shown.lower().rstrip(".:!?")
    if values.is_placeholder(low) or _ELSEWHERE.fullmatch(shown) or has(words.not_values, low):
        return False
    if known.ids.fullmatch(low) or values.is_ordinary(low) or values.is_identifier(low):
        return False
    if UUID.fullmatch(low) or patterns.is_random(shown):
        return True
    return values.is_strong(shown)
