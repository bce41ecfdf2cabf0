"""Is this really OpenAI? An e-mail address, link, phone number or account name -> a Verdict.

    text -> things in it -> a verdict on each -> the worst: scam, then unknown, then genuine

What counts of an address is the end of its host name; the rest is decoration, and decoration is
what deceives. The list of genuine senders is OpenAI's own article (`genuine.toml`).
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from guide.catalog import languages
from guide.catalog.reader import Source
from guide.model import Locale
from guide.sender_check import hosts
from guide.sender_check.hosts import Names

FILE = "genuine.toml"

type Thing = Literal["email", "link", "phone", "account", "nothing"]
type Kind = Literal["genuine", "unknown", "scam"]

_WORST_FIRST: tuple[Kind, ...] = ("scam", "unknown", "genuine")
_REASONS: Mapping[str, Kind] = {
    "user_trick": "scam",
    "display_name": "scam",
    "homograph": "scam",
    "subdomain_trick": "scam",
    "look_alike": "scam",
    "fake_account": "scam",
    "free_mail": "scam",
    "messenger": "scam",
    "phone": "scam",
    "hidden_target": "unknown",
    "shared_page": "unknown",
    "another_company": "unknown",
    "uses_name": "unknown",
    "sender_only": "unknown",
    "not_listed": "unknown",
    "nothing": "unknown",
    "genuine_sender": "genuine",
    "genuine_link": "genuine",
    "genuine_account": "genuine",
}
_SEPARATORS = re.compile(r"[\s<>\"'()\[\],;|]+")
_EDGES = ".:!?*_`{}«»“”„"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?([^\s/]{1,200})@([^@\s/?]+\.[^@\s/?]+)(?:\?.*)?\Z", re.IGNORECASE)
_NAMED_MAIL = re.compile(r"([^<>\n]{1,100})<\s*([^\s<>@]{1,100})@([^\s<>@]{1,255})\s*>")
_HANDLE = re.compile(r"@([\w.-]{1,50})\Z")
_BARE_LINK = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+(?::\d+)?(?:[/?#\\].*)?\Z")
_PHONE = re.compile(
    r"(?<![\w.])(?:\+|\(|0|1[ .-]|\*)?\d[\d ().+-]{4,}\d(?![\w.]*\w)|(?<!\S)\*\d{3,5}\b"
)
_LONGEST = 4000  # A mail with its headers; what follows changes no verdict.
_FEW = 3
_BARE_DIGITS = 9  # Fewer without a sign among them may be a case number.
_PHONE_DIGITS = range(7, 16)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was pasted (`thing`), what it is (`kind`), why (`reason`, a code), about what."""

    thing: Thing
    kind: Kind
    reason: str
    detail: str = ""


@dataclass(frozen=True)
class SenderRules(Names):
    """`genuine.toml`: the names that are OpenAI's, those of others, and the sentences."""

    source: str
    checked: dt.date
    sure: Literal["official", "copy", "third_party", "users"]
    messenger_words: tuple[str, ...]
    messenger_schemes: tuple[str, ...]
    phone_schemes: tuple[str, ...]
    accounts: tuple[str, ...]
    account_sites: tuple[str, ...]
    profile_sites: tuple[str, ...]
    odd_schemes: tuple[str, ...]
    sentences: Mapping[str, Mapping[str, str]]

    @cached_property
    def own_accounts(self) -> Mapping[str, str]:
        """OpenAI's account names as they are shown, by their folded form."""
        return {name.casefold(): name for name in self.accounts}

    @cached_property
    def messengers_named(self) -> re.Pattern[str]:
        """The pattern of every messenger's name in prose."""
        return re.compile("|".join(map(re.escape, self.messenger_words)), re.IGNORECASE)

    def sentence(self, verdict: Verdict, locale: str) -> str:
        """Return the reason in that language. Raises KeyError for an unknown language."""
        return self.sentences[locale][verdict.reason].replace("{detail}", verdict.detail)


def load(toml_text: str, locales: Iterable[Locale] = ()) -> SenderRules:
    """Return the rules in `genuine.toml`. Raises ContentError with a line for each mistake."""
    source = Source({FILE: toml_text})
    rules: SenderRules = source.file(FILE, SenderRules)
    source.stop()
    if locales:
        source.alike(FILE, ("sentences", rules.sentences), (languages.FILE, locales))
    for locale, sentences in rules.sentences.items():
        reasons = ("_REASONS in sender_check/judge.py", _REASONS)
        source.alike(FILE, (f"sentences.{locale}", sentences), reasons)
    source.stop()
    return rules


def judge(rules: SenderRules, text: str) -> Verdict:
    """Return the worst verdict on anything in `text`; total on any text."""
    plain = hosts.visible(text[:_LONGEST])
    found = list(_things(rules, plain))
    if not found:
        return _verdict("nothing", "nothing")
    return min(found, key=lambda v: (_WORST_FIRST.index(v.kind), list(_REASONS).index(v.reason)))


def _verdict(thing: Thing, reason: str, detail: str = "") -> Verdict:
    return Verdict(thing, _REASONS[reason], reason, detail)


def _things(rules: SenderRules, text: str) -> Iterator[Verdict]:
    tokens = [t for raw in _SEPARATORS.split(text) if (t := raw.strip(_EDGES))]
    rest = text
    for token in tokens:
        if verdict := _token(rules, token, alone=len(tokens) <= _FEW):
            yield verdict
            rest = rest.replace(token, " ", 1)
    for shown, local, domain in _NAMED_MAIL.findall(text):
        mail = _email(rules, local, domain)
        if mail.kind != "genuine" and hosts.claims_brand(rules, shown):
            yield _verdict("email", "display_name", mail.detail)
    yield from _spoken(rules, rest)


def _spoken(rules: SenderRules, rest: str) -> Iterator[Verdict]:
    """Yield what prose itself offers: a number to call, a messenger to write to."""
    for match in _PHONE.finditer(rest):
        digits = sum(c.isdigit() for c in match[0])
        dated = re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", match[0].strip())
        bare = match[0].isdigit() and match[0][0] != "0" and digits < _BARE_DIGITS
        if (digits in _PHONE_DIGITS or match[0][0] == "*") and not dated and not bare:
            yield _verdict("phone", "phone", match[0].strip())
    if named := rules.messengers_named.search(rest):
        yield _verdict("account", "messenger", named[0])


def _token(rules: SenderRules, token: str, *, alone: bool) -> Verdict | None:
    if mail := _MAIL.match(token):
        return _email(rules, mail[1], mail[2])
    if handle := _HANDLE.match(token):
        return _account(rules, handle[1])
    scheme = _SCHEME.match(token)
    name = scheme[1].lower() if scheme else ""
    if name in rules.phone_schemes:
        return _verdict("phone", "phone", token[len(name) + 1 :])
    if name in rules.messenger_schemes:
        return _verdict("link", "messenger", name)
    if name in rules.odd_schemes:
        return _verdict("link", "not_listed", f"{name}:")
    return _link(rules, token) if _is_link(rules, token, name, alone=alone) else None


def _is_link(rules: SenderRules, token: str, scheme: str, *, alone: bool) -> bool:
    """Tell whether a word is an address; "end.Then" in prose is none."""
    if "//" in token or scheme in ("http", "https") or token.lower().startswith("www."):
        return True
    likely = alone or "/" in token or hosts.claims_brand(rules, token)
    return likely and bool(_BARE_LINK.match(token))


def _email(rules: SenderRules, local: str, domain: str) -> Verdict:
    host = hosts.host_of(domain)
    claimed = hosts.claims_brand(rules, local)
    if "@" in local:
        return _verdict("email", "user_trick", host.shown)
    if host.ascii in rules.free_mail:
        return _verdict("email", "free_mail" if claimed else "not_listed", host.shown)
    if hosts.is_under(host.ascii, rules.senders):
        return _verdict("email", "genuine_sender", host.shown)
    reason = hosts.deception(rules, host)
    if reason == "not_listed" and claimed:
        reason = "display_name"
    return _verdict(
        "email", "look_alike" if reason == "uses_name" else reason, hosts.end_of(host, reason)
    )


def _link(rules: SenderRules, token: str) -> Verdict:
    user, host, path = hosts.split(token)
    tricked = hosts.claims_brand(rules, user) or "." in user or "\\@" in token
    owner = re.split("[/?#]", path.strip("/"))[0].lstrip("@")
    if not tricked and owner and host.ascii in rules.account_sites:
        return _account(rules, owner)
    if not tricked and _is_copied_profile(rules, host.ascii, owner):
        return _verdict("account", "fake_account", owner)
    page = f"{host.ascii.removeprefix('www.')}/{path.lstrip('/')}".lower()
    signs = (
        (tricked, "user_trick"),
        (hosts.is_under(host.ascii, rules.messengers), "messenger"),
        (page.startswith(rules.shared_pages), "shared_page"),
        (hosts.is_under(host.ascii, rules.sites), "genuine_link"),
        (hosts.is_under(host.ascii, rules.senders), "sender_only"),
        (host.ascii in rules.shorteners, "hidden_target"),
    )
    reason = next((why for holds, why in signs if holds), "") or hosts.deception(rules, host)
    return _verdict("link", reason, hosts.end_of(host, reason))


def _is_copied_profile(rules: SenderRules, host: str, owner: str) -> bool:
    """Tell whether a page's owner took a name that promises OpenAI's help: "OpenAISupport"."""
    own = {*rules.brands, *rules.own_accounts}
    site = host.removeprefix("www.") in rules.profile_sites
    return site and owner.casefold() not in own and hosts.is_copy(rules, owner)


def _account(rules: SenderRules, name: str) -> Verdict:
    if own := rules.own_accounts.get(name.casefold()):
        return _verdict("account", "genuine_account", own)
    if hosts.is_copy(rules, name):
        return _verdict("account", "fake_account", name)
    reason = "uses_name" if hosts.claims_brand(rules, name) else "not_listed"
    return _verdict("account", reason, f"@{name}")
