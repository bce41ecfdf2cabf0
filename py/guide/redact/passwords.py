"""Passwords, as people mention them: "my password is X", "I log in with X", "from X to Y"."""

import re
from collections.abc import Iterator

from guide.redact import nearby, owners, values
from guide.redact.fold import DIGITS, FILLER, SIGNS, Folded, near
from guide.redact.lexicon import SecretWords
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.redact.shapes import UUID
from guide.redact.slot_words import is_noun, is_unknown
from guide.redact.values import SIGN, TO, Value
from guide.text.hebrew import AND, LETTERS, PREFIXES

_QUOTES = frozenset("\"'`")
# Finds «'lamp river door'», not «'lamp river'».
_PHRASE = re.compile(
    rf"(?<!\w)(?P<quote>[\"'`])(?P<value>(?:[a-z]{{3,12}}(?: [a-z]{{3,12}}){{2,7}}"
    rf"|[{LETTERS}]{{2,12}}(?: [{LETTERS}]{{2,12}}){{3,7}}))(?P=quote)(?!\w)"
)
# Finds «dana@example.com / Tiger!2024», not «dana@example.com».
_PAIR = re.compile(
    r"@[\w.-]{2,80}\.[a-z]{2,12}(?:\s{0,2}[/|:;]\s{0,2}| -{1,2} (?=[a-z]*\d))"
    rf"(?!\d{{2,5}}(?:/|\b))(?P<value>[^\s{FILLER}]{{5,64}})"
)
# Finds «@example.com and Tiger2024», not «@example.com and».
_THEN = re.compile(
    rf"@[\w.-]{{2,80}}\.[a-z]{{2,12}}[,;]?\s{{1,2}}(?P<words>(?:[^\W\d_]+\s){{0,2}}?)(?:[{PREFIXES}]-?)?(?P<value>[^\s{FILLER}]{{6,64}})"
)
# Finds «admin / Tiger2024» and «admin וTiger2024», not «admin/settings».
_OF_ADMIN = re.compile(
    r"(?<![\w/.@-])(?:admin|administrator|root|superuser|sysadmin)[\"'`]?"
    r"(?: ?[/|:,] ?| (?:and|with|then|password) | ?(?:->|=>|→) ?"
    rf"| (?:ועם |עם |{AND}-?)(?=[A-Za-z0-9]))[\"'`]?"
    rf"(?P<value>(?=[^\s\d]{{0,63}}\d)[^\s/:\"'`{FILLER}]{{6,64}})(?![/:@])"
)
# Finds «dana_k / tiger2024» and «ftp: dana / tiger2024», not «dana / tiger2024».
_OF_NAME = re.compile(
    r"(?:(?<=[a-z]: )[a-z][\w.-]{2,30}|(?<![\w/.@-])[a-z]{2,20}[_.][a-z0-9]{1,20}) / "
    rf"(?P<value>[a-z]{{4,15}}\d{{2,6}}[!@#$%*?]?(?![^\s.,;{FILLER}]))"
)
# Finds « and then », not «x».
_NEXT = re.compile(
    rf"[\"'`.,;)]{{0,2}}\s{{1,2}}(?P<words>(?:(?:[^\W\d_]+|->|=>|[+&])\s){{0,3}})(?:[{PREFIXES}]-?)?"
)
# Finds «Tiger2024», not «Tiger».
_CHOSEN = re.compile(
    r"(?<![A-Za-z0-9!@#$%^&*_.+/:=-])(?=[A-Za-z!@#$%^&*_+-]*\d)(?=[^\sA-Za-z]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9!@#$%^&*_+-]{5,63}(?![A-Za-z0-9@/:=-])(?!\.[A-Za-z])"
)
# Finds «Tiger2024», not «Tiger20».
_WORD_AND_YEAR = re.compile(
    r"(?<![A-Za-z0-9!@#$%^&*_.+/:=-])[A-Za-z]{4,12}[!@#$%]?\d{3,4}[!@#$%]?(?![A-Za-z0-9@/:=-])"
)
# Finds «: admin:tF5gIRHYH79», not «: admin».
_PAIRED = re.compile(
    r"[ \t]{0,2}[:=-]?[ \t]{0,2}[\w.@-]{2,40}[:/]"
    r"(?P<value>(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9!@#$%^&*_+-]{6,64})(?![\w/:.])"
)
# Finds «abcd efgh ijkl mnop», not «abcd efgh».
_APP = re.compile(r"[a-z]{4}(?:[ -][a-z]{4}){3}(?![a-z])")
# Finds «ab!», not « ».
_BARE = re.compile(r"\S+")
# Finds «org-8f3a», not «tiger».
_ID_LIKE = re.compile(
    r"[a-z]{2,12}[_-][A-Za-z0-9]*\d[A-Za-z0-9]*|[A-Z]{1,5}-?\d+|[A-Z0-9]+(?:-[A-Z0-9]+)+|\d+[A-Za-z]{1,12}|(?:[A-Z]+_)+\w+"
)


def find(seen: Seen) -> Iterator[Span]:
    """Yield the password that a name of one gives away, and those that it was changed to."""
    for value in nearby.walk(seen):
        if value.far and _ID_LIKE.fullmatch(value.text):
            continue
        if app := _APP.match(seen.folded.low, value.start):
            yield "password", *app.span()
            return
        if (
            not value.quoted
            and value.text.isalpha()
            and not is_unknown(seen.words, value.text.lower())
            and not _is_labelled(seen, value)
        ):
            continue
        if values.is_password(value, seen.words, adjacent=nearby.is_tight(seen, value)):
            yield "password", value.start, _end_of(seen, value)
            yield from _changed_to(seen, value.end)
            return
    yield from nearby.behind(seen, "password", lambda v: values.is_password(v, seen.words))
    for plate in nearby.in_sentence(seen, values.PLATE, behind=60, ahead=60, look=DIGITS):
        if not nearby.is_owned(seen, plate):
            yield "password", plate.start(), plate.end()
    yield from _phrases(seen)
    yield from find_typed(seen)
    yield from _chosen(seen)


def _is_labelled(seen: Seen, value: Value) -> bool:
    """Tell whether an everyday noun is all that follows "password:" in its line."""
    text = seen.folded.text
    alone = text[value.end : value.end + 2].strip(" \t\r\"'`;,")[:1] in ("", "\n")
    tight = not text[seen.mention.end : value.start].strip(" \t\"'`:=>*_")
    low = value.text.lower()
    noun = (
        value.text.islower() and len(low) > _SHORTEST_NOUN and not low.endswith(("ed", "ing", "ly"))
    )
    return value.link == SIGN and alone and tight and noun and is_noun(seen.words, low)


_SHORTEST_NOUN = 3


def _end_of(seen: Seen, value: Value) -> int:
    """Return where the password ends; after a sign and a space it may hold any sign."""
    before = seen.folded.text[value.start - 1]
    more = _ANY_SIGNS.match(seen.folded.text, value.end)
    if value.quoted or value.link != SIGN or not before.isspace() or not more:
        return value.end
    return value.end + len(more[0].rstrip(".,;:'`)]}>*»\"\\"))


# Finds «'c», not « ».
_ANY_SIGNS = re.compile(rf"(?:(?!</|<br|&quot;|&amp;|\\\"|\"[,}}\])])[^\s{FILLER}])+")


def find_at_login(seen: Seen) -> Iterator[Span]:
    """Yield what one signs in with: "I log in with Tiger2024"."""
    for value in nearby.walk(seen):
        if value.link <= TO and _CHOSEN.fullmatch(value.text) and _is_chosen(seen, value):
            yield "password", value.start, value.end
    for match in nearby.in_sentence(seen, _WORD_AND_YEAR, behind=50, ahead=60, look=DIGITS):
        typed = values.at(seen.folded, seen.words, match.start(), TO)
        if typed and _is_chosen(seen, typed):
            yield "password", typed.start, typed.end
    if pair := _PAIRED.match(seen.folded.text, seen.mention.end):
        yield "password", *pair.span("value")
    yield from find_typed(seen)
    yield from _phrases(seen)


def find_typed(seen: Seen) -> Iterator[Span]:
    """Yield what, in a sentence on passwords or on logging in, can be nothing but a password."""
    for match in nearby.in_sentence(seen, values.TYPED, behind=80, ahead=80, look=SIGNS):
        quoted = seen.folded.text[match.start() - 1 : match.start()] in _QUOTES
        if values.looks_typed(match[0], quoted=quoted):
            end = match.start() + len(match[0].rstrip(".,"))
            yield "password", match.start(), end
            yield from _changed_to(seen, end)


def _phrases(seen: Seen) -> Iterator[Span]:
    """Yield everyday words in quotes that no sentence is made of: "lamp river door"."""
    for match in nearby.in_sentence(seen, _PHRASE, behind=80, ahead=80):
        if all(is_noun(seen.words, word) for word in match["value"].split()):
            yield "password", *match.span("value")


def _chosen(seen: Seen) -> Iterator[Span]:
    """Yield letters with digits near the word "password", if nothing else is known of them."""
    for match in nearby.in_sentence(seen, _CHOSEN, behind=60, ahead=90, look=DIGITS):
        value = values.at(seen.folded, seen.words, match.start(), TO)
        if value and _is_chosen(seen, value):
            yield "password", value.start, value.end
            yield from _changed_to(seen, value.end)


def _is_chosen(seen: Seen, value: Value) -> bool:
    shown, low = value.text, value.text.lower()
    if (
        _ID_LIKE.fullmatch(shown)
        or values.is_versioned(low)
        or UUID.fullmatch(low)
        or seen.reading.known.ids.fullmatch(low)
    ):
        return False
    if not values.is_password(value, seen.words) or values.is_counted(
        seen.folded, value.end, seen.words
    ):
        return False
    return owners.owner_of(seen.folded, seen.words, value.start) not in (owners.ID, owners.HASH)


def _changed_to(seen: Seen, end: int) -> Iterator[Span]:
    """Yield the further passwords in "from X to Y" and "X, Y and even Z"."""
    while match := _NEXT.match(seen.folded.low, end):
        new = values.at(seen.folded, seen.words, match.end(), TO)
        joined = all(word in seen.words.and_then for word in match["words"].split())
        if not (
            joined
            and (match["words"] or match[0][-1] in PREFIXES + "-")
            and new
            and values.is_password(new, seen.words)
        ):
            return
        yield "password", new.start, new.end
        end = new.end
        if end > seen.mention.end + _FURTHEST:
            return


_FURTHEST = 900  # What is said further on is no part of this mention's sentence.


_PAIRS = (
    (re.compile("@"), _PAIR, _BARE),
    (re.compile("@"), _THEN, _CHOSEN),
    (re.compile("admin|root|superuser"), _OF_ADMIN, _BARE),
    (re.compile(" / "), _OF_NAME, _BARE),
)


def find_pairs(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield the password in "name@host / password" and "name@host and then password"."""
    for look, pattern, fits in _PAIRS:
        found = (
            values.at(folded, words, m.start("value"), TO) for m in near(look, pattern, folded.low)
        )
        for value in filter(None, found):
            odd = value.text.isdigit() or (fits is _CHOSEN and _ID_LIKE.fullmatch(value.text))
            before = folded.text[: value.start]
            paired = fits is _BARE and (before[-1:] == ":" or before.rstrip()[-1:] == "/")
            plain = paired and value.ends_clause and is_unknown(words, value.text)
            strong = values.is_strong(value.text) or (plain and value.text.islower())
            if fits.fullmatch(value.text) and not odd and strong:
                yield "password", value.start, value.end
