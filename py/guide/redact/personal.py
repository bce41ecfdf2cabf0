"""Personal data that shows by its own shape: e-mails, phones, cards, accounts, ids, addresses.

Digits alone prove little (one random number in ten passes Luhn), so each needs a second sign:
a known prefix and length, a grouping, or, in `mentions`, a word beside it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from guide.redact.checksums import IBAN_LENGTHS, LuhnSums, card_lengths, is_iban
from guide.redact.fold import WORD, Folded
from guide.redact.lexicon import SecretWords, alternatives
from guide.redact.patterns import Span
from guide.redact.shapes import UUID, Known

# Cheap first looks: patterns that look behind them are slow to start at every letter.
# Finds «052-123-4567», not «12345».
_PHONE_LIKE = re.compile(r"[+(]?\d[\d ().+/-]{6,}")
# Finds «123-45-6789», not «123».
_DASHED = re.compile(r"\d{3}-\d[\d-]{6,}")
# Finds «203.0.113.5», not «1.5».
_DOTTED = re.compile(r"\d{1,3}\.[\d.]{5,}")
# Finds «2001:db8::1», not «a».
_COLONS = re.compile(r"[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:]*")
# Finds «org-8f3a2b1c», not «org-8f3a».
_ID_LIKE = re.compile(r"[a-z0-9._-]{10,}")
# Finds «dana», not «dana ».
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}\Z")
# Finds «example.com», not «com».
_DOMAIN = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,59})")
_DOT = r"(?:\s?[\[({]\s?dot\s?[\])}]\s?| dot )"
# Finds «(at) example (dot) com», not «at example».
_AT_WORDS = re.compile(
    rf"(?:[\[({{]\s?at\s?[\])}}]\s?(?:[a-z0-9-]{{2,63}}(?:{_DOT}|\.)){{1,4}}"
    rf"| at (?:[a-z0-9-]{{2,63}}{_DOT}){{1,4}})"
    r"(?:com|net|org|edu|gov|io|ai|co|me|il|uk|de|fr)\b"
)
# Finds «dana dot levi», not «(».
_LOCAL_BEFORE = re.compile(
    r"(?:(?<![a-z0-9])(?:[a-z0-9]{1,20} (?:dot|underscore|dash) ){1,3}[a-z0-9]{1,20}"
    r"|[a-z0-9._+-]{2,64})\s?\Z"
)

# No digit, sign or dot may continue a number on either side.
_BEFORE = r"(?<![\d+])(?<!\d[.,/:-])"
_AFTER = r"(?!\d|[.,/:-]\d)"
# Finds «052-123-4567», not «1234567».
_PHONE = re.compile(
    r"\+\(?\d(?:[ .()/-]{0,3}\d){7,14}(?!\d)"
    rf"|{_BEFORE}(?:"
    r"00[1-9]\d{0,2}[ .-]?(?:\(0\))?\d(?:[ .-]?\d){6,11}"
    r"|972[ -]?\(?0?\)?[ -]?(?:5\d|7\d|[23489])(?:[ -]?\d){7}"
    r"|\(?0(?:5\d|7[2-9])\)?[ .-]?(?:\d[ .-]?){6}\d"
    r"|\(?0[23489]\)?(?:[ .-]{1,2}\d{7}|[ .-]{1,2}\d{3}[ .-]\d{4}|-\d{3}-?\d{4})"
    r"|(?:1[ .-]?)?\(\d{3}\)[ .-]{0,2}\d{3}[ .-]?\d{4}"
    r"|(?<![A-Za-z0-9][_/-])(?:1[ .-])?[2-9]\d{2}([ .-])[2-9]\d{2}\1\d{4}"
    # A trunk prefix and an area, apart from the rest; mobiles in Britain and Germany also in one.
    r"|(?<![A-Za-z_#.])(?<![A-Za-z0-9]-)(?<!\d )"
    r"(?:0[1-9]\d{1,3}(?:[ -]|[ ]?/[ ]?)(?:\d{6,8}|\d{3,4}[ -]\d{3,4})|07\d{9}|01[567]\d{8,9})"
    r"(?![A-Za-z_])"
    rf"){_AFTER}",
)
# Finds «123-45-6789», not «123-456-789».
_SSN = re.compile(
    # Who has none files with a number that begins with 9 (ITIN).
    rf"{_BEFORE}(?!000|666|9\d\d-[0-4])\d{{3}}-(?!00)\d{{2}}-(?!0000)\d{{4}}{_AFTER}"
)
# Finds «203.0.113.5», not «203.0.113».
_IPV4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)")
# Finds «2001:db8::1», not «10:42».
_IPV6 = re.compile(r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])")
# Resolvers that help articles name, and this machine itself: nobody's own address.
# Finds «8.8.8.8», not «203.0.113.5».
_NOBODYS_IP = re.compile(
    r"8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9|127\..*|0\.0\.0\.0"
)

# Finds «4111 1111», not «a».
_DIGIT_RUN = re.compile(r"\d(?:[ \n.,/|_-]{0,3}\d)*")
_CARD_LENGTHS = range(12, 20)
_SEPARATED = 4  # Characters that may stand between a number and the next.
_OF_ANY_ISSUER = 16
_OTHER_GROUPS = ([4, 6, 5], [4, 6, 4])  # American Express, Diners.
# Finds «-1», not «a».
_SEPARATOR = re.compile(r"([ \n.,/|_-]{1,3})\d")
# Glued to letters it is part of an id or a hash, but for the words people glue on.
# Finds «id4», not «card».
_SOMETHING_BEFORE = re.compile(
    r"(?:[A-Za-z0-9]|[#$])(?<!card)(?<!visa)(?<!amex)(?<!master)(?<!mc)(?<!cc)(?<!pan)(?<!no)(?<!num)\Z",
    re.IGNORECASE,
)
# Finds «abc», not «!».
_WORD_AFTER = re.compile(r"(?!exp|cv|valid|val)[A-Za-z]|\d", re.IGNORECASE)
# Finds « 11/28 123», not « 11».
_EXPIRY_AND_CVV = re.compile(
    r"[\s,;|:/a-z-]{0,12}\d{1,2}\s?[/|-]\s?(?:20)?\d{2}[\s,;|:/-]{1,3}(?:cv[vc]2?[\s:]{0,2})?"
    r"(?P<cvv>\d{3,4})(?!\d)"
)
# Finds «04/29» and «4/2029», not «2026-04-29» and «4/29».
EXPIRY = re.compile(
    r"(?<![\d/.-])(?:(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?|[1-9] ?[/-] ?20)[2-4]\d(?![\d/-]|\.\d)"
)
_LONGEST_NAME = 65  # Characters; of an address that is told in words.
_BESIDE_CARD = 60
_AMEX = 15
_CODES = {"code", "strong_code", "cvv"}
_CODE_SIZES = range(5, 12)
# After a card and its expiry, or a word for a code, a number that is no sum is from its back; after
# a card alone it can be one: "my card … was charged 120".
# Finds « 858», not « 858 usd».
_ALONE = re.compile(r"(?<=[ :\t\n])\d{3,4}(?=[ \t]{0,3}(?:[,;)\n]|\.(?!\d)|zip\b|\Z))")
# Finds «IL620108000000099999999», not «IL62».
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])(?<![A-Za-z0-9]_)([A-Za-z]{2})[ -]?\d{2}(?:[ -]?[A-Za-z0-9]){11,30}"
)

# Finds «chatgpt.com/c/6712ab34», not «chatgpt.com/pricing».
_CHAT_LINK = re.compile(
    r"(?:chatgpt\.com|chat\.openai\.com|sora\.chatgpt\.com|sora\.com)/"
    r"(?:[\w-]{1,80}/){0,3}?(?:share|c|s|p|e|canvas|g/[\w-]{1,80}/c)/[\w%/-]{6,120}",
    re.ASCII,
)
# Finds «gpa.3311-2222-1111-00000», not «gpa».
_ID = re.compile(
    r"gpa\.\d{4}-\d{4}-\d{4}-\d{5}(?:\.\.\d{1,3})?|[0-9a-f]{16}-[a-z]{3}(?![a-z0-9])|[0-9a-f]{32}(?![0-9a-z])",
)


def _within(look: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the pattern's matches inside those of `look`; two characters behind are seen too."""
    for spot in look.finditer(text):
        yield from pattern.finditer(text, spot.start(), spot.end() + 2)


def find_emails(folded: Folded) -> Iterator[Span]:
    """Yield e-mail addresses, also those written "name (at) host (dot) com"."""
    text, low, at = folded.text, folded.low, -1
    while (at := text.find("@", at + 1)) >= 0:
        local, domain = _LOCAL.search(text[max(0, at - 64) : at]), _DOMAIN.match(text, at + 1)
        if local and domain and (name := local[0].lstrip("'`*_/=|{&?#!.-")):
            yield "email", at - len(name), domain.end()
    for match in _AT_WORDS.finditer(low):
        before = low[max(0, match.start() - _LONGEST_NAME) : match.start()]
        if name_before := _LOCAL_BEFORE.search(before):
            yield "email", match.start() - len(name_before[0]), match.end()


def find_phones(folded: Folded) -> Iterator[Span]:
    """Yield phone numbers with a country code, Israeli ones, and grouped American ones."""
    for match in _within(_PHONE_LIKE, _PHONE, folded.text):
        yield "phone", match.start(), match.end()


def is_phone(shown: str) -> bool:
    """Tell whether a number has the form of a phone's."""
    return _PHONE.fullmatch(shown) is not None


def find_social_numbers(folded: Folded) -> Iterator[Span]:
    """Yield American social security numbers in their grouping."""
    for match in _within(_DASHED, _SSN, folded.text):
        yield "national_id", match.start(), match.end()


def find_accounts(folded: Folded) -> Iterator[Span]:
    """Yield bank accounts whose country, length and ISO 13616 check digits are right."""
    for match in _IBAN.finditer(folded.text):
        length = IBAN_LENGTHS.get(match[1].upper())
        places = [i for i, c in enumerate(match[0]) if c.isalnum()]
        if length and len(places) >= length:
            compact = "".join(match[0][i] for i in places[:length])
            shown = match[0][: places[length - 1] + 1]
            sizes = [len(group) for group in re.split("[ -]", shown)]
            if is_iban(compact) and (len(sizes) == 1 or set(sizes[:-1]) == {4}):
                yield "iban", match.start(), match.start() + places[length - 1] + 1


def find_cards(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield whole card numbers: Luhn holds, the prefix is an issuer's, in any grouping.

    With each goes what else is on the card: its expiry, and the code on its back.
    """
    for run in _DIGIT_RUN.finditer(folded.text):
        if run.end() - run.start() >= _CARD_LENGTHS.start:
            for start, end in _cards_in(folded, run):
                yield "card", start, end
                yield from _beside(folded, words, start, end)


def _cards_in(folded: Folded, run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Try every window of whole groups in a run of digits; a window found is not tried again."""
    if (run[0].isdigit() and len(run[0]) not in _CARD_LENGTHS) or _is_list(run[0]):
        return
    places = [run.start() + i for i, c in enumerate(run[0]) if c.isdigit()]
    digits = "".join(folded.text[i] for i in places)
    sums, done = LuhnSums(digits), 0
    edges = [0, *(i for i, (a, b) in enumerate(pairwise(places), 1) if b - a > 1), len(digits)]
    ends = frozenset(edges)
    for start in edges[:-1]:
        known = card_lengths(digits[start : start + 6]) if start >= done else ()
        for length in sorted({*known, _OF_ANY_ISSUER}, reverse=True) if start >= done else ():
            end = start + length
            if end not in ends or not sums.valid(start, end):
                continue
            if _is_card(folded.text, places[start], places[end - 1] + 1, known=length in known):
                yield places[start], places[end - 1] + 1
                done = end
                break


def _is_list(run: str) -> bool:
    """Tell whether these are codes, one in each line: three or more, each longer than a group."""
    sizes = [sum(map(str.isdigit, line)) for line in run.split("\n")]
    return len(sizes) > 2 and len(set(sizes)) == 1 and sizes[0] in _CODE_SIZES  # noqa: PLR2004


def _beside(folded: Folded, words: SecretWords, start: int, end: int) -> Iterator[Span]:
    if cvv := _EXPIRY_AND_CVV.match(folded.low, end):
        yield "cvv", *cvv.span("cvv")
    first, last = max(0, start - _BESIDE_CARD), end + _BESIDE_CARD
    for alone in _ALONE.finditer(folded.low, end, last):
        fits = len(alone[0]) == _cvv_length(folded.text[start:end])
        if fits and _leads_to_code(folded.low[end : alone.start()], words):
            yield "cvv", *alone.span()
    for expiry in EXPIRY.finditer(folded.text, first, last):
        yield "cvv", *expiry.span()


def _leads_to_code(between: str, words: SecretWords) -> bool:
    """Tell whether an expiry, or a word for a code, stands between a card and a number."""
    named = (words.roles.get(word, ()) for word in WORD.findall(between))
    return bool(EXPIRY.search(between)) or any(_CODES & {*roles} for roles in named)


def _cvv_length(card: str) -> int:
    """Return how many digits are on the back of this card: American Express has 15 and 4."""
    return 4 if sum(map(str.isdigit, card)) == _AMEX else 3


def _is_card(text: str, start: int, end: int, *, known: bool) -> bool:
    return (known or _in_fours(text, start, end)) and _is_grouped(text, start, end)


def _in_fours(text: str, start: int, end: int) -> bool:
    """Tell whether 16 digits stand in four groups: so nobody but a card does, whoever issued it."""
    groups = re.findall(r"\d+", text[start:end])
    years = all(group.startswith(("19", "20")) for group in groups)
    return [len(group) for group in groups] == [4, 4, 4, 4] and not years


def _is_grouped(text: str, start: int, end: int) -> bool:
    """Tell whether it is one number: alone, or in a card's groups, or of one separator."""
    if _SOMETHING_BEFORE.search(text[max(0, start - 8) : start]) or _WORD_AFTER.match(text, end):
        return False
    shown = text[start:end]
    sizes, signs = [len(g) for g in re.findall(r"\d+", shown)], re.findall(r"\D+", shown)
    if not signs or sizes in _OTHER_GROUPS or set(sizes[:-1]) == {4}:
        wrapped = "".join(signs).count("\n") < 2  # One wrapped line, no column.  # noqa: PLR2004
        return wrapped or _is_column(text, start, end, signs)
    beside = text[max(0, start - 5) : start][::-1], text[end : end + 5]
    alone = signs[0] not in map(_sign, beside)
    even = len(set(sizes)) == 1
    return (
        set(signs) == {signs[0]}
        and "," not in signs[0]
        and "\n" not in signs[0]
        and (alone or even)
    )


def _is_column(text: str, start: int, end: int, signs: list[str]) -> bool:
    """Tell whether the groups stand one in each line, and no more numbers above or below."""
    lines = {sign.replace(" ", "") for sign in signs} == {"\n"}
    above, below = text[:start].rstrip(" \n")[-1:], text[end : end + _SEPARATED].lstrip()[:1]
    return lines and not above.isdigit() and not below.isdigit()


def _sign(beside: str) -> str:
    """Return the separator that ties a neighbouring digit on, "" when none does."""
    match = _SEPARATOR.match(beside)
    return match[1] if match else ""


def find_addresses_of_machines(folded: Folded, words: SecretWords) -> Iterator[Span]:
    """Yield IP addresses, but for version numbers and addresses that are nobody's own."""
    low = folded.low
    for match in _within(_DOTTED, _IPV4, low):
        octets = [int(o) for o in match[0].split(".")]
        named = _version(words).search(low[max(0, match.start() - 16) : match.start()])
        if max(octets) < 256 and not named and not _NOBODYS_IP.fullmatch(match[0]):  # noqa: PLR2004
            yield "ip", match.start(), match.end()
    for match in _within(_COLONS, _IPV6, low):
        groups = match[0].split(":")
        full = len(groups) == 8 or "::" in match[0]  # noqa: PLR2004
        if full and sum(map(bool, groups)) > 1 and any(c.isdigit() for c in match[0]):
            yield "ip", match.start(), match.end()


@cache
def _version(words: SecretWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words.versions)})[ /:=-]{{0,3}}\Z")


def find_ids(folded: Folded, known: Known) -> Iterator[Span]:
    """Yield ids by their own prefix or shape, and links to the person's chats."""
    low = folded.low
    for match in _CHAT_LINK.finditer(low):
        yield "chat_link", match.start(), match.end()
    for pattern in (UUID, known.ids, _ID):
        for match in _within(_ID_LIKE, pattern, low):
            before = low[match.start() - 1 : match.start()] if match.start() else ""
            if not (before.isascii() and before.isalnum()):
                yield "account_id", match.start(), match.end()
