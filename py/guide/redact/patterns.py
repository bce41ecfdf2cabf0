"""Secrets that show by their own shape: keys, tokens, cookies, headers, private keys.

Boundaries are ASCII-only, since a Hebrew prefix is glued to what follows and a full stop ends many
a key; and generous: a false alarm costs a click, a miss costs a key. Every pattern starts with a
literal and repeats without nesting, so that any text takes time linear in its length.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from guide.redact.fold import FILLER, Folded, near

type Span = tuple[str, int, int]  # A kind and [start, end) in the folded text.

# Finds «a», not «ש».
_ASCII_WORD = re.compile(r"[A-Za-z0-9]")
# Finds «%3D», not «3D».
_ESCAPE_BEFORE = re.compile(r"(?:%[0-9A-Fa-f]{2}|\\[nrt]|\\u[0-9A-Fa-f]{4})\Z")

# Key prefixes of OpenAI come first; Markdown editors write "\-" and "\_".
# Finds «sk-», not «task».
_OPENAI = re.compile(r"[sS][kK](?:\\?-|%2[dD])|[sS][eE][sS][sS]\\?-|ek_|gAAAAA|eyJ")
# Finds «aB3-x», not «.».
_CHUNK = re.compile(r"(?:[A-Za-z0-9_-]|\\[_-])+")
# Finds «aB3.x», not « ».
_DOTTED = re.compile(
    r"(?:\.{0,2}[A-Za-z0-9_=-])+(?:\.{1,2}(?=\r?\n[ \t>]{0,16}[A-Za-z0-9_-]{16}))?"
)
# Finds «\n> aB3», not «aB3».
_WRAP = re.compile(r"[\\=]?\r?\n[ \t>|*\"'`+]{0,16}(?=([A-Za-z0-9_.-]+)([^\n]?))")

# Finds «ghp_», not «gh».
_VENDORS = re.compile(
    r"gh[pousr]_|rt_|gl[a-z]{2,5}-|do[oprt]_v1_|github_pat_|AKIA|ASIA|ABIA|ACCA|xox[a-z]-|xapp-|AIza|hf_|gsk_|r8_|xai-|pplx-|nvapi-"
    r"|npm_|pypi-|tvly-|whsec_|[srp]k_(?:live|test)_|shp[a-z]{2}_|ATATT|lin_api_|dckr_pat_"
    r"|pat-(?:na|eu)\d-|dapi(?=[0-9a-f]{8})|AGE-SECRET-KEY-1|sbp_|glsa_|sq0[a-z]{3}-|EAAC|GOCSPX-|(?P<dotted>SG\.|ya29\.|dp\.pt\.|1//0)"
)
_VENDOR_LEAST = 16
# Finds «-----BEGIN RSA PRIVATE KEY-----», not «-----BEGIN CERTIFICATE-----».
_PRIVATE = re.compile(
    r"-----BEGIN[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-{0,5}|PuTTY-User-Key-File-\d"
)
# Finds «-----END PRIVATE KEY-----», not «-----END CERTIFICATE-----».
_PRIVATE_END = re.compile(r"-----END[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-{0,5}|Private-MAC:[^\n]*")
# Finds «MIIE\n» and nothing at all, too.
_PRIVATE_BODY = re.compile(
    r"(?:[A-Za-z0-9+/=:,\\ \t-]{0,200}+\r?\n){0,400}+[A-Za-z0-9+/=\\]{0,200}+"
)
_LONGEST_PRIVATE = 20_000

# The left part of a name does not matter: access_token, sessionToken, __Secure-next-auth...
# Finds «access_token: aB3dE5fG», not «token aB3dE5fG».
_NAMED = re.compile(
    r"(?:(?P<api_key>api[_ -]?key|access[_-]?key|secret|accountkey)"
    r"|token|session|sessid|next-auth|__secure-|__host-|cf_clearance|__cf_bm|_puid|oai-sc|\.sid)"
    r"[\w.-]{0,40}"
    r"(?:[\"'`]?[ \t]{0,3}(?:[:=]|%3a|%3d|\t)|[\"']\s{0,9},\s{0,9}[\"']value[\"']\s{0,3}:)"
    rf"[ \t]{{0,3}}[\"'`]?(?P<value>[^\s\"'`<>;,&{FILLER}]{{8,4096}})",
    re.ASCII,
)
# A time-ordered UUID (version 7) after "session" is the id of a run, which support asks for.
# Finds «session: 0192f3a4-7b6c-7d8e-9f01-23456789abcd», not «session_token: 0192f3a4».
_SESSION_ID = re.compile(
    r"session(?:[_ -]?id)?[\"'`]?\s*[:=]\s*[\"'`]?"
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}[.,)\]}]{0,2}"
)
# Finds «cookie: a=12345», not «cookie jar».
_COOKIE_HEADER = re.compile(
    r"(?:(?:--cookie|-b)(?=[ =])|cookies?)(?:[\"']\s{0,9},\s{0,9}[\"']value)?"
    r"[\"']?\s{0,3}[: =]\s{0,3}[\"']?"
    rf"(?P<value>[\w.-]{{1,60}}=[^\n\"'{FILLER}]{{4,}})",
    re.ASCII,
)
# Finds «bearer ab12cd34», not «bearer of news».
_BEARER = re.compile(
    r"(?:bearer[\s:]{1,4}|authorization(?:[\"']\s{0,9},\s{0,9}[\"']value)?[\"']?\s{0,3}[:=]\s{0,3}"
    r"[\"']?(?:bearer|basic|token)?\s{0,3})[\"'`]?(?P<value>[\w.~+/=-]{8,4096})",
    re.ASCII,
)
# Finds «://dana:tiger@», not «://dana@».
_IN_URL = re.compile(
    rf"://[^\s/:@{FILLER}]{{0,64}}:(?!PASS(?:WORD)?@)(?P<value>[^\s/{FILLER}]{{1,512}})@"
)
# Finds «-u dana:tiger» and «-u dana,tiger», not «-u dana».
_CURL_USER = re.compile(
    rf"(?:-u|--user)[ =][\"']?[^\s:,\"'{FILLER}]{{1,64}}[:,](?P<value>[^\s\"'{FILLER}]{{1,128}})"
)
# Finds «', '», not «'».
_LISTED = re.compile(r"[\"'],[ \t]{0,3}[\"']")
# Finds «auth=('dana', 'tiger7')», not «auth=('dana', 'tiger')».
_IN_CALL = re.compile(
    r"(?i:auth|log_?in|credentials?|connect|sign_?in)[ \t]{0,3}[=:(]{1,2}[ \t]{0,3}[(\[]?"
    r"(?:[\"'][^\"'\n]{1,64}[\"'],[ \t]{0,3}){1,2}"
    r"[\"'](?P<value>(?=[^\"'\n]{0,63}[\d!@#$%^&*])[^\"'\n]{4,64})[\"'][ \t]{0,3}[)\]]"
)
# Finds «pw=tiger», not «top: tiger».
_INITIAL = re.compile(
    r"[pP](?<![A-Za-z0-9_.][pP])(?i:s|w|ass(?:word)?)?[ \t]{0,2}[:=][ \t]{0,2}"
    rf"(?P<value>[^\s&{FILLER}]{{4,64}})"
)
# Finds «u: dana » and «?user=dana&», not «dana ».
_USER_BEFORE = re.compile(
    r"(?<![^\s,;(\[{\"'?&])(?i:u|usr|un|user(?:name)?|login)[ \t]{0,2}[:=][ \t]{0,2}[^\s,;&]{2,64}"
    r"[\s,;/|&]{1,4}\Z"
)
_LONGEST_USER = 80
# The line by which a phone loads a SIM (GSMA SGP.22): whoever has it can load it once.
# Finds «LPA:1$smdp.example.com$K7Q2», not «LPA».
_SIM = re.compile(r"(?P<value>LPA:1\$[\w.-]{4,80}\$[A-Za-z0-9-]{4,80})")
# Finds «db.example.net:5432:main:app:Tiger2024», not «a:5432:b».
_PGPASS = re.compile(
    rf"(?m:^)[\w.*-]{{1,80}}:(?:\d{{2,5}}|\*):[^:\s]{{1,63}}:[^:\s]{{1,63}}:(?P<value>[^\s{FILLER}]{{3,128}})"
)
# Finds «sshpass -p Tiger2024», not «ssh -p 22».
_TYPED_AT_PROMPT = re.compile(
    r"(?:sshpass|openssl|gpg|docker login|mysql\w{0,8}|mariadb\w{0,8}|redis-cli|unzip|zip|7z"
    r"|net use|smbclient|mongo\w{0,4}|mosquitto_\w{3}|plink|psftp)\b[^\n]{0,60}?"
    r"\s(?:-[pakPw]|--pass(?:word)?)[ =]?[\"']?"
    rf"(?P<value>[^\s\"'{FILLER}-][^\s\"'{FILLER}]{{3,63}})"
)
# Finds «net user dana Tiger2024», not «net user dana /add».
_GIVEN_AS_WORD = re.compile(
    r"(?:net user [\w.-]{1,40}|identified by|snmp-server community|sshpass -p"
    r"|requirepass|enable (?:secret|password)(?: \d)?(?=\s\S*\d)"
    r"|(?:tacacs|radius)-server key(?: \d)?"
    r"|key-string|pre-shared-key(?: \w{5})?|wpa-psk ascii(?: \d)?"
    r"|convertto-securestring(?: -string)?|username [\w.-]{1,40} (?:privilege \d{1,2} )?"
    r"(?:secret|password) \d)\s"
    rf"[\"']?(?P<value>[^\s\"'{FILLER}/*-][^\s\"'{FILLER}]{{3,63}})"
    r"|[\U0001f510\U0001f511\U0001f5dd]\ufe0f?[ \t:]{0,3}"
    r"(?P<pictured>(?=[^\s]{0,40}\d)[A-Za-z]\S{4,40})"
    rf"|echo [\"']?(?P<piped>[^\s\"'{FILLER}|]{{4,63}})[\"']? ?\| ?sudo -S",
    re.IGNORECASE,
)
# Finds «otpauth://totp/a?secret=b», not «otp».
_OTPAUTH = re.compile(rf"otpauth(?:-migration)?://[^\s\"'<>{FILLER}]{{8,}}")
# The line by which a phone fills a code in, and Google's codes: these stand for themselves.
# Finds «@example.com #482913», not «@example.com 482913».
_FILLED_IN = re.compile(
    r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}\s{1,2}#(?P<value>[A-Za-z0-9]{4,12})(?!\w)"
)
# Finds «G-482913», not «G-4829».
_GOOGLE_CODE = re.compile(r"(?<![A-Za-z0-9_-])(?P<value>G-\d{6})(?![\w-])")
# As crypt(3) writes them: with a list of words somebody finds the password.
# Finds «$2y$10$abcdefghijklmnopqrstuv», not «$2y».
_HASHED = re.compile(
    r"\$(?:2[abxy]?|1|5|6|7|g?y|apr1|argon2\w{0,2}|scrypt|pbkdf2[\w-]{0,12})\$[^\s:\"'<>;\ufffc]{16,300}"
)
_LONG = 20  # Beyond this a value is no word.
_LONGEST_KEY = 400  # So much of it tells.
_CERTAIN = 32  # A body this long is a key even when glued to letters.


def find_keys(folded: Folded) -> Iterator[Span]:
    """Yield API keys, OpenAI session tokens and JWT/JWE, also when wrapped over lines."""
    text, pos = folded.text, 0
    while prefix := _OPENAI.search(text, pos):
        dotted = prefix[0] == "eyJ"
        body, pos = _wrapped(text, prefix.end(), _DOTTED if dotted else _CHUNK)
        if _is_key(prefix, body[:_LONGEST_KEY]):
            kind = "api_key" if prefix[0][0] in "sSe" and prefix[0][:2].lower() in _KEYS else ""
            yield kind or "session_token", prefix.start(), pos


def find_vendor_keys(folded: Folded) -> Iterator[Span]:
    """Yield keys of other vendors by their prefixes: they get pasted with the same code."""
    text, pos = folded.text, 0
    while prefix := _VENDORS.search(text, pos):
        body, pos = _wrapped(text, prefix.end(), _DOTTED if prefix["dotted"] else _CHUNK)
        seen = body[:_LONGEST_KEY]
        long = len(seen) >= _VENDOR_LEAST and (
            _has_digit(seen) or seen.isupper() or _turns(seen) > 1
        )
        if long and not _glued(text, prefix.start()):
            yield "api_key", prefix.start(), pos


def find_hashed_passwords(folded: Folded) -> Iterator[Span]:
    """Yield the hashes of passwords that systems keep: "$2y$10$..."."""
    for match in _HASHED.finditer(folded.text) if "$" in folded.text else ():
        yield "secret", match.start(), _end_of(match[0], match.start())


def _end_of(shown: str, start: int) -> int:
    return start + len(shown.rstrip(" .,)]}"))


_KEYS = ("sk", "ek")


def _wrapped(text: str, start: int, chunk: re.Pattern[str]) -> tuple[str, int]:
    """Return the body that starts at `start`, its line breaks left out, and where it ends."""
    parts, end = [], start
    while match := chunk.match(text, start):
        parts.append(match[0])
        end = match.end()
        wrap = _WRAP.match(text, end)
        if not wrap or not _goes_on(wrap[1], wrap[2]):
            break
        start = wrap.end()
    return "".join(parts), max(end, start if not parts else end)


def _goes_on(first: str, after: str) -> bool:
    """Tell whether the first word of the next line is the rest of a key."""
    alone = after in ("", "\n", "\r", '"', "'", "`") and _has_digit(first)
    return alone or is_random(first) or _turns(first) > 1


def _is_key(prefix: re.Match[str], body: str) -> bool:
    if prefix[0] in ("eyJ", "gAAAAA"):
        return len(body) >= _LONG
    if _glued(prefix.string, prefix.start()) and not (len(body) >= _CERTAIN and _has_digit(body)):
        return False
    if set(body.lower()) <= {"x", "-", "_"}:  # "sk-xxxxxxxx" shows that there was a key.
        return False
    words = [w for w in re.split(r"[-_\\]+", body) if w]
    if _has_digit(body):
        return len(body) >= 12 and (not prefix[0].startswith("ek") or len(body) >= _LONG)  # noqa: PLR2004
    return len(body) >= 16 and (max(map(len, words)) >= 16 or is_random(body))  # noqa: PLR2004


def _glued(text: str, start: int) -> bool:
    """Tell whether an ASCII letter or digit stands before `start`, other than as an escape."""
    before = text[max(0, start - 6) : start]
    return bool(_ASCII_WORD.match(before[-1:])) and not _ESCAPE_BEFORE.search(before)


def _has_digit(value: str) -> bool:
    return any("0" <= c <= "9" for c in value)


def is_random(value: str) -> bool:
    """Tell whether this can hardly be a word: letters and digits mixed, or capitals inside."""
    letters = sum(c.isalpha() for c in value)
    mixed = _has_digit(value) and letters > 0 and len(value) >= 8  # noqa: PLR2004
    return mixed or _turns(value) > 2  # noqa: PLR2004


def _turns(value: str) -> int:
    return sum(a.islower() and b.isupper() for a, b in pairwise(value))


def find_private_keys(folded: Folded) -> Iterator[Span]:
    """Yield PEM, OpenSSH, PGP and PuTTY private keys, to their end line or as far as they go."""
    text, pos = folded.text, 0
    ends = [end.end() for end in _PRIVATE_END.finditer(text)]
    while begin := _PRIVATE.search(text, pos):
        after = bisect_right(ends, begin.end())
        closed = after < len(ends) and ends[after] - begin.end() < _LONGEST_PRIVATE
        body = _PRIVATE_BODY.match(text, begin.end())
        pos = ends[after] if closed else body.end() if body else begin.end()
        yield "private_key", begin.start(), pos


def find_headers(folded: Folded) -> Iterator[Span]:
    """Yield cookies, tokens and keys after their technical name, in headers, JSON, links, code."""
    text, low = folded.text, folded.low
    for match in _NAMED.finditer(low):
        value = text[match.start("value") : match.end("value")]
        name = low[match.start() : match.start("value")]
        if _SESSION_ID.fullmatch(name + value.lower()):
            continue
        if is_random(value) or (len(value) >= _LONG and _has_digit(value)):
            kind = "api_key" if match["api_key"] else "session_token"
            yield kind, match.start("value"), _unpunctuated(text, match)
    for match in _COOKIE_HEADER.finditer(low) if "=" in low else ():
        yield "session_token", match.start("value"), _unpunctuated(text, match)
    for match in _BEARER.finditer(low):
        value = text[match.start("value") : match.end("value")]
        if _has_digit(value) or is_random(value):
            yield "bearer", match.start("value"), _unpunctuated(text, match)


def find_in_links(folded: Folded) -> Iterator[Span]:
    """Yield passwords and one-time secrets that a link or a command carries."""
    text, low = folded.text, folded.low
    for sign, pattern in _WITH_PASSWORD:
        for match in pattern.finditer(text) if sign in text else ():
            yield "password", match.start("value"), match.end("value")
    for match in near(_LISTED, _IN_CALL, text):
        yield "password", *match.span("value")
    for match in _INITIAL.finditer(text):
        if _USER_BEFORE.search(text[max(0, match.start() - _LONGEST_USER) : match.start()]):
            yield "password", *match.span("value")
    for match in _GIVEN_AS_WORD.finditer(text) if _COMMANDS.search(low) else ():
        yield "password", *match.span(match.lastgroup or 0)
    for match in _OTPAUTH.finditer(low) if "otpauth" in low else ():
        yield "one_time_code", match.start(), match.end()
    for sign, pattern in _WITH_CODE:
        for match in pattern.finditer(text) if sign in text else ():
            yield "one_time_code", *match.span("value")


# Finds «net user», not «user».
_COMMANDS = re.compile(
    r"net user|identified by|community|securestring|username|enable |-server key|key-string"
    r"|pre-shared|wpa-psk"
    r"|requirepass|sudo -s|[\U0001f510\U0001f511\U0001f5dd]"
)
# What a text must have for the pattern to find anything: looked for first, since that is cheap.
_WITH_PASSWORD = (("://", _IN_URL), ("-", _CURL_USER), (" -", _TYPED_AT_PROMPT), (":", _PGPASS))
_WITH_CODE = ((" #", _FILLED_IN), ("G-", _GOOGLE_CODE), ("LPA:", _SIM))


def _unpunctuated(text: str, match: re.Match[str]) -> int:
    """Return the end of the value without what ends a sentence rather than a secret."""
    start, end = match.span("value")
    return start + len(text[start:end].rstrip(" \t\r.,;:!?)]}\\"))
