"""The e-mail addresses, links and accounts in a message, each with a sign.

What counts of an address is the end of its host name; the rest is decoration, and decoration is
what deceives. The list of genuine senders is OpenAI's own article (`sender_check.toml`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from guide.sender_check import hosts
from guide.sender_check.policy import Sign
from guide.sender_check.rules import SenderRules

_TOKEN = re.compile(r"[^\s<>\"'()\[\],;|]+")
_EDGES = ".:!?*`{}«»“”„"
_GLUED = re.compile(r"\A[ומשהכלב]{1,3}[-־]?(?=[!-~])")  # "ב-openai.com": at openai.com.
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?([^\s/]{1,200})@([^@\s/?]+\.[^@\s/?]+)(?:\?.*)?\Z", re.IGNORECASE)
_NAMED_MAIL = re.compile(r"([^<>\n]{1,100})<\s*([^\s<>@]{1,100})@([^\s<>@]{1,255})\s*>")
_HANDLE = re.compile(r"@([\w.-]{1,50})\Z")
_ATTRIBUTE = re.compile(
    r"[\w.]+\.(?:[A-Za-z]*[a-z][A-Z]|\w+_)\w*\Z"
)  # "openai.RateLimitError" of a program.
_BARE_LINK = re.compile(r"(?:[\w-]+\.)+([^\W\d_][\w-]+)(?::\d+)?(?:[/?#\\].*)?\Z")
# A page that a link carries in itself: a whole address, "//host", or a host as a value.
_CARRIED = re.compile(
    r"(?:https?:[/\\]+|(?<!:)[/\\]{2}|#@)([\w.-]+\.[\w-]+)"
    r"|[?&#](?!utm_|ref)[\w-]+=((?:[\w-]+\.)+[^\W\d_]+)(?=[/?&#:]|\Z)",
    re.IGNORECASE,
)
_CARRIED_SCHEME = re.compile(r"[=/]([a-z]+):", re.IGNORECASE)
_OFTEN_ENCODED = 3
_SHOWN_AND_TARGET = re.compile(
    r"\[([^\]\n]{1,200})\]\(\s*(\S{1,500}?)\s*\)|href=[\"']?([^\"'>\s]{1,500}+)[^>]{0,200}+>([^<]{1,200})<",
    re.IGNORECASE,
)
# The receivers of a mail, and what a person says is their own, are nobody's claim to be OpenAI.
_OWN = re.compile(
    r"^(?:to|cc|bcc|delivered-to|אל|עותק|נמען)\s*:[^\n]*"
    r"|\b(?:my|our|your) (?:e-?mail|mail|address|account)[^\n.]{0,30}?\S+@\S+"
    r"|ה?(?:מייל|כתובת|חשבון) (?:שלי|שלכם|שלך)[^\n.]{0,20}?\S+@\S+",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(r"^(?:from|מאת)\s*:[^\n]*@([^\s<>@]{1,255})", re.IGNORECASE | re.MULTILINE)
_REPLY_TO = re.compile(
    r"^(?:reply[- ]to|השב אל|תשובה אל|מענה אל)\s*:[^\n]*@([^\s<>@]{1,255})",
    re.IGNORECASE | re.MULTILINE,
)
_OF_OTHERS = frozenset({"not_listed", "display_name", "free_mail", "uses_name"})
_LONGEST = 2_000
_FEW = 3
_LEAST_CLAIM = 5  # Letters; "go" or "chat" in a title promises nothing.
_WORDS_OF_A_NAME = 6


@dataclass(frozen=True, slots=True)
class Thing:
    """A sign, and where in the message it stands."""

    sign: Sign
    start: int
    stop: int


def find(rules: SenderRules, plain: str) -> Iterator[Thing]:
    """Yield a sign for each address, link and account in a message made `plain`."""
    own = {token for line in _OWN.findall(plain) for token in _TOKEN.findall(line)}
    tokens = list(_TOKEN.finditer(plain))
    hobby = not rules.hobbies.isdisjoint(re.findall(r"[a-z]+", plain.lower()))
    for match in tokens:
        token = _GLUED.sub("", _bare(match[0]))
        if len(token) > _LONGEST:  # Longer than any browser's address; its end could be anything.
            yield Thing(Sign("not_listed", f"{token[:30]}…"), *match.span())
            continue
        for sign in _token(rules, token, alone=len(tokens) <= _FEW):
            if hobby and sign.code == "display_name":  # A newsletter about ChatGPT says so.
                yield Thing(Sign("uses_name", sign.detail), *match.span())
            elif sign.code not in _OF_OTHERS or match[0] not in own or "@" not in token:
                yield Thing(sign, *match.span())
    for match in _NAMED_MAIL.finditer(plain):
        yield from (Thing(sign, match.end(), match.end()) for sign in _named(rules, match))
    yield from _misleading(rules, plain)


def _misleading(rules: SenderRules, plain: str) -> Iterator[Thing]:
    """Yield links that show one page and lead to another, and answers that go to a stranger."""
    for match in _SHOWN_AND_TARGET.finditer(plain):
        shown, target = match[1] or match[4], match[2] or match[3]
        if _promises_another(rules, shown, target):
            leads = hosts.split(target)[1].shown
            yield Thing(Sign("other_target", leads), match.end(), match.end())
    if any(_is_sender(rules, match[1]) for match in _FROM.finditer(plain)):
        for match in _REPLY_TO.finditer(plain):
            if not _is_sender(rules, match[1]):
                yield Thing(Sign("other_reply", hosts.host_of(match[1]).shown), *match.span())


def _is_sender(rules: SenderRules, domain: str) -> bool:
    return hosts.is_under(hosts.host_of(domain.strip(_EDGES)).ascii, rules.names.senders)


def _bare(token: str) -> str:
    """Return the token without the signs around it; "_" ends an account's name, too."""
    bare = token.strip(_EDGES)
    return bare.strip(f"{_EDGES}_") if bare.startswith("_") else bare


def _named(rules: SenderRules, match: re.Match[str]) -> Iterator[Sign]:
    """Yield what a shown name promises that the address behind it does not keep."""
    shown = re.split(r"[:;,\n]", match[1])[-1].strip(" \"'")
    words = re.findall(r"\w+", shown.lower())
    mail = next(_email(rules, match[2], match[3]))
    if mail.code == "genuine_sender" or len(words) > _WORDS_OF_A_NAME:
        return
    if hosts.claims_brand(rules, shown):
        about = not rules.hobbies.isdisjoint(words)
        yield Sign("uses_name" if about else "display_name", mail.detail)


def _promises_another(rules: SenderRules, shown: str, target: str) -> bool:
    """Tell whether the words of a link name a page of OpenAI's, and it leads elsewhere."""
    ours = (*rules.names.sites, *rules.names.senders)
    leads = hosts.split(target)[1].ascii
    if "." not in leads or hosts.is_under(leads, (*ours, *rules.names.screens)):
        return False
    said = (_GLUED.sub("", _bare(token)) for token in _TOKEN.findall(shown))
    return any(hosts.is_under(hosts.split(token)[1].ascii, ours) for token in said)


def _token(rules: SenderRules, token: str, *, alone: bool) -> Iterator[Sign]:
    if not any(sign in token for sign in "@:./\\"):
        return
    if token in rules.names.programs:
        yield Sign("uses_name", token)
        return
    if mail := _MAIL.match(token):
        yield from _email(rules, mail[1], mail[2])
        return
    if handle := _HANDLE.match(token):
        yield _account(rules, handle[1])
        return
    scheme = _SCHEME.match(token)
    name = scheme[1].lower() if scheme else ""
    if name in rules.names.messenger_schemes:
        yield Sign("messenger", name)
    elif name in rules.names.odd_schemes:
        yield Sign("not_listed", f"{name}:")
    elif name not in rules.names.phone_schemes and _is_link(rules, token, name, alone=alone):
        yield from _link(rules, token)


def _is_link(rules: SenderRules, token: str, scheme: str, *, alone: bool) -> bool:
    """Tell whether a word is an address; "end.Then" in prose is none."""
    if "//" in token or scheme in ("http", "https") or token.lower().startswith("www."):
        return True
    bare = _BARE_LINK.match(token)
    if not bare:
        return False
    if bare[1].lower() in _ends(rules.names.plain_ends, rules.names.ends):
        return True
    if _ATTRIBUTE.match(token):
        return False
    return alone or "/" in token or hosts.claims_brand(rules, token)


@cache
def _ends(*lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(end.rpartition(".")[2] for ends in lists for end in ends)


def _email(rules: SenderRules, local: str, domain: str) -> Iterator[Sign]:
    host = hosts.host_of(domain)
    claimed = hosts.claims_brand(rules, local.partition("+")[0])
    if "@" in local:
        yield Sign("user_trick", host.shown)
    elif host.ascii in rules.names.free_mail:
        yield Sign("free_mail" if claimed else "not_listed", host.shown)
    elif hosts.is_under(host.ascii, rules.names.senders):
        yield Sign("genuine_sender", host.shown)
    elif hosts.is_under(host.ascii, rules.names.processors):
        yield Sign("payment_company", host.shown)
    else:
        reason = hosts.deception(rules, host)
        if reason == "not_listed" and claimed:
            reason = "display_name"
        code = "look_alike" if reason == "uses_name" else reason
        yield Sign(code, hosts.end_of(host, code))


def _link(rules: SenderRules, token: str) -> Iterator[Sign]:
    user, host, path = hosts.split(token)
    tricked = hosts.claims_brand(rules, user) or "." in user or "\\@" in token
    owner = re.split("[/?#]", path.strip("/"))[0].lstrip("@")
    if not tricked and owner and host.ascii in rules.names.account_sites:
        yield _account(rules, owner)
        return
    if not tricked and _is_copied_profile(rules, host.ascii, owner):
        yield Sign("fake_account", owner)
        return
    page = f"{host.ascii.removeprefix('www.')}/{path.lstrip('/')}".lower()
    if not tricked and _anyone_writes(rules, host.ascii, page):
        yield Sign("free_page", host.shown)
    names = rules.names
    is_shared = f"{page}/".startswith(names.shared_pages)
    trusted = hosts.is_under(host.ascii, (*names.sites, *names.others))
    onward = _leads_on(rules, path) if trusted else ""
    # Whose app is allowed in by such a link, its page says.
    if onward and hosts.is_under(host.ascii, names.sites) and "redirect_uri" not in path:
        yield Sign("other_target", onward)
        return
    signs = (
        (tricked, "user_trick"),
        (_wears_site(rules, host.ascii, path), "subdomain_trick"),
        (hosts.is_under(host.ascii, names.messengers), "messenger"),
        (page.startswith(names.key_pages), "key_page"),
        (page.startswith(names.device_pages), "device_page"),
        (is_shared and _promises_help(rules, path), "shared_claim"),
        (is_shared, "shared_page"),
        (bool(onward), "hidden_target"),
        (hosts.is_under(host.ascii, names.sites), "genuine_link"),
        (hosts.is_under(host.ascii, names.senders), "sender_only"),
        (host.ascii.removeprefix("www.") in names.shorteners, "hidden_target"),
        (hosts.is_under(host.ascii, names.shorteners), "hidden_target"),
        (hosts.is_under(host.ascii, names.processors), "payment_company"),
    )
    reason = next((why for holds, why in signs if holds), "") or hosts.deception(rules, host)
    yield Sign(reason, hosts.end_of(host, reason))


def _promises_help(rules: SenderRules, path: str) -> bool:
    """Tell whether whoever named a shared page promises what only OpenAI could: "g-1-billing"."""
    parts = re.split(r"[\W_]+", path.lower())
    return any(len(part) >= _LEAST_CLAIM and part in rules.names.claims for part in parts)


def _wears_site(rules: SenderRules, host: str, path: str) -> bool:
    """Tell whether another's path begins like a page of OpenAI's to sign in: /openai.com/login."""
    first, _, page = path.lower().strip("/").partition("/")
    if not hosts.is_under(first, rules.names.sites) or hosts.is_under(host, rules.names.sites):
        return False
    return any(part in rules.names.claims for part in re.split(r"\W+", page))


def _anyone_writes(rules: SenderRules, host: str, page: str) -> bool:
    """Tell whether anybody can make a page there; some entries are the start of a path."""
    if host in rules.names.others:
        return False
    return any(
        page.startswith(free) if "/" in free else hosts.is_under(host, (free,))
        for free in rules.names.free_pages
    )


def _leads_on(rules: SenderRules, path: str) -> str:
    """Return to whom a well-known page is told to send the reader on, "" for nobody else."""
    for _ in range(_OFTEN_ENCODED):
        path = unquote(path)
    for scheme in _CARRIED_SCHEME.findall(path.lower()):
        if scheme in rules.names.odd_schemes:
            return f"{scheme}:"
    ends = _ends(rules.names.plain_ends, rules.names.ends)
    own = (*rules.names.sites, *rules.names.others)
    for address, value in _CARRIED.findall(path.lower()):
        host = address or (value if value.rpartition(".")[2] in ends else "")
        if host and not hosts.is_under(host, own):
            return str(host)
    return ""


def _is_copied_profile(rules: SenderRules, host: str, owner: str) -> bool:
    """Tell whether a page's owner took a name that promises OpenAI's help: "OpenAISupport"."""
    own = {*rules.names.brands, *rules.own_accounts}
    site = host.removeprefix("www.") in rules.names.profile_sites
    return site and owner.casefold() not in own and hosts.is_copy(rules, owner)


def _account(rules: SenderRules, name: str) -> Sign:
    if own := rules.own_accounts.get(name.casefold()):
        return Sign("genuine_account", own)
    worn = re.sub(r"[\W_]", "", name).casefold() in rules.own_accounts  # "OpenAI_Newsroom".
    if worn or hosts.is_copy(rules, name):
        return Sign("fake_account", name)
    return Sign("uses_name" if hosts.claims_brand(rules, name) else "not_listed", f"@{name}")
