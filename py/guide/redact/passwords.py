"""Passwords, as people mention them: "my password is X", "I log in with X", "from X to Y"."""

import re
from collections.abc import Iterator

from guide.redact import nearby, owners, values
from guide.redact.fold import DIGITS, FILLER, SIGNS, Folded
from guide.redact.lexicon import SecretWords, has
from guide.redact.nearby import Seen
from guide.redact.patterns import Span
from guide.redact.shapes import UUID
from guide.redact.slot_words import is_unknown
from guide.redact.values import IS, SIGN, TO, Value
from guide.text.hebrew import LETTERS, PREFIXES, is_hebrew

_QUOTES = frozenset("\"'`")
# Finds «dana@example.com / Tiger!2024», not «dana@example.com».
_PAIR = re.compile(
    rf"@[\w.-]{{2,80}}\.[a-z]{{2,12}}\s{{0,2}}[/|:;]\s{{0,2}}(?!\d{{2,5}}(?:/|\b))(?P<value>[^\s{FILLER}]{{5,64}})"
)
# Finds «@example.com and Tiger2024», not «@example.com and».
_THEN = re.compile(
    rf"@[\w.-]{{2,80}}\.[a-z]{{2,12}}[,;]?\s{{1,2}}(?P<words>(?:[^\W\d_]+\s){{0,2}}?)(?:[{PREFIXES}]-?)?(?P<value>[^\s{FILLER}]{{6,64}})"
)
# Finds « and then », not «x».
_NEXT = re.compile(
    rf"[\"'`.,;)]{{0,2}}\s{{1,2}}(?P<words>(?:(?:[^\W\d_]+|->|=>)\s){{0,3}})(?:[{PREFIXES}]-?)?"
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
        if end := _of_words(seen, value) or _set_off(seen, value):
            yield "password", value.start, end
            return
        if values.is_password(value, seen.words, adjacent=nearby.is_tight(seen, value)):
            yield "password", value.start, _end_of(seen, value)
            yield from _changed_to(seen, value.end)
            return
    if new := _FROM_TO.match(seen.folded.low, seen.mention.end):
        changed = _CHANGED.search(
            seen.folded.low[max(0, seen.mention.start - 30) : seen.mention.start]
        )
        if changed and not any(has(seen.words.not_values, part) for part in new.groups()):
            yield from (("password", *new.span(number)) for number in (1, 2))
    yield from nearby.behind(seen, "password", lambda v: values.is_password(v, seen.words))
    yield from find_typed(seen)
    yield from _chosen(seen)


def _end_of(seen: Seen, value: Value) -> int:
    """Return where the password ends; after a sign and a space it may hold any sign."""
    before = seen.folded.text[value.start - 1]
    more = _ANY_SIGNS.match(seen.folded.text, value.end)
    if value.quoted or value.link != SIGN or not before.isspace() or not more:
        return value.end
    return value.end + len(more[0].rstrip(".,;:'`)]}>*»\"\\"))


# Finds «'c», not « ».
_ANY_SIGNS = re.compile(rf"(?:(?!</|<br|&quot;|&amp;|\\\"|\"[,}}\])])[^\s{FILLER}])+")


def _of_words(seen: Seen, value: Value) -> int:
    """Return where a password of some words ends, which fill their clause; 0 for prose."""
    if value.quoted or value.far or value.link < IS or value.fresh_line:
        return 0
    found = _SOME_WORDS.match(seen.folded.low, value.start)
    if not found or seen.folded.low[found.end() : found.end() + 1] not in _ENDS:
        return 0
    parts, words = found[0].split(), seen.words
    hebrew = is_hebrew(parts[0][0])
    least = 1 if hebrew else _FEWEST_AFTER_SIGN if value.link == SIGN else _FEWEST
    prose = any(p in words.not_in_phrases or has(words.known, p) for p in parts)
    odd = sum(has(words.not_values, p) or p.endswith(_PROSE_ENDINGS) for p in parts)
    long = len(parts) > _FEWEST and value.link == SIGN
    if prose or odd > long or not least <= len(parts) <= _MOST_WORDS:
        return 0
    return found.end() if max(map(len, parts)) > 2 else 0  # noqa: PLR2004


_ENDS = ("", "\n", ".", ",", ";", "!", ")")
_FEWEST_AFTER_SIGN, _FEWEST, _MOST_WORDS = 2, 3, 6
_PROSE_ENDINGS = ("ed", "ing", "ly")
# Finds «blue dog runs», not «7».
_SOME_WORDS = re.compile(
    rf"(?:[a-z]{{2,14}}|[{LETTERS}]{{2,14}})(?: (?:[a-z]{{2,14}}|[{LETTERS}]{{2,14}})){{0,6}}(?!\w)"
)


def _set_off(seen: Seen, value: Value) -> int:
    """Return where a plain word ends that can be nothing but the password named before it; or 0.

    Between commas, before "is refused", with dashes, in Hebrew prose, or as keys lie side by side.
    """
    low = seen.folded.low
    between = low[seen.mention.end : value.start].strip(" \t\"'`")
    word = value.text.lower()
    if value.far or value.quoted or value.link > TO or not _PLAIN.fullmatch(word):
        return 0
    if has(seen.words.not_values, word) or word in seen.words.known or value.fresh_line:
        return 0
    tight = between.strip(",") == "" or nearby.is_tight(seen, value)
    named = is_hebrew(low[seen.mention.start])
    if _WALK.match(word) or (tight and word.count("-") > 1):
        return value.end
    if "-" in word or not tight or word.endswith(_PROSE_ENDINGS):
        return 0
    if between == ",":
        return value.end if low[value.end : value.end + 1] == "," else 0
    refused = _REFUSED.match(low, value.end)
    return value.end if named or refused else 0


# Finds «sunshine», not «Sun1».
_PLAIN = re.compile(r"[a-z]{5,24}|[a-z]{2,12}(?:-[a-z]{2,12}){1,6}")
# Finds «qwertyuiop», not «banana».
_WALK = re.compile(
    r"qwert|qazwsx|qweasd|qazxsw|asdfg|asdf|zxcvb|zxcv|poiuy|lkjhg|mnbvc|wasd|aqswde"
)
# Finds « is not accepted», not « here».
_REFUSED = re.compile(
    r" (?:is|was|gets?|isn't|wasn't|has been|keeps|does|doesn't|did|didn't|no longer|leaked|fails?"
    r"|failed|stopped|got)(?: (?:not|being|always|still|never|now|no longer))?"
    r" ?(?:accepted|accept|rejected|refused|leaked|wrong|incorrect|invalid|work\w*|fail\w*|stolen"
    r"|hacked|known|exposed)?(?=[ .,!?\n]|\Z)"
)
# Finds « from oldkitten to newkitten», not « from the start».
_FROM_TO = re.compile(r" from ([^\s,;]{4,40}) (?:in)?to ([^\s,;]{4,40}?)(?=[.,;!?]?(?:\s|\Z))")
# Finds «changed my », not «my ».
_CHANGED = re.compile(r"chang|switch|reset")


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


def find_typed(seen: Seen) -> Iterator[Span]:
    """Yield what, in a sentence on passwords or on logging in, can be nothing but a password."""
    for match in nearby.in_sentence(seen, values.TYPED, behind=80, ahead=80, look=SIGNS):
        quoted = seen.folded.text[match.start() - 1 : match.start()] in _QUOTES
        if values.looks_typed(match[0], quoted=quoted):
            end = match.start() + len(match[0].rstrip(".,"))
            yield "password", match.start(), end
            yield from _changed_to(seen, end)


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


def find_pairs(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield the password in "name@host / password" and "name@host and then password"."""
    for pattern, fits in ((_PAIR, _BARE), (_THEN, _CHOSEN)):
        found = (
            values.at(folded, words, m.start("value"), TO) for m in pattern.finditer(folded.low)
        )
        for value in filter(None, found):
            odd = value.text.isdigit() or (fits is _CHOSEN and _ID_LIKE.fullmatch(value.text))
            after_slash = folded.text[: value.start].rstrip()[-1:] == "/" and fits is _BARE
            plain = after_slash and value.ends_clause and is_unknown(words, value.text)
            strong = values.is_strong(value.text) or (plain and value.text.islower())
            if fits.fullmatch(value.text) and not odd and strong:
                yield "password", value.start, value.end
