"""The words by which redaction knows what stands beside them: content, made ready to search.

All languages are read at once, since people mix them in one sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from guide.redact import trie
from guide.redact.content import RedactContent
from guide.redact.fold import Folded, fold
from guide.text import phrases
from guide.text.hebrew import LETTERS, PREFIXES, is_hebrew, without_prefixes

# Finds «one-time», not «once».
_GLUE = re.compile(r"[\s_-]+")
# Finds «2fa» and «пароль», not «2026».
_WORD = re.compile(rf"(?<![A-Za-z0-9])\d?[a-z]+|[{LETTERS}]+|[а-я]+")
# Finds «apiKey», not «API».
_HUMP = re.compile(r"[a-z](?=[A-Z])")
_DIGITS = frozenset("0123456789")
_PREFIXES = frozenset(PREFIXES)
_MOST_PREFIXES = 3
_SHORTEST = 2  # Letters that are a word in Hebrew.
# Names of things that people write numbers onto, with nothing between.
_TAKES_DIGITS = frozenset({"card", "strong_code", "code", "cvv", "phone", "iban"})
# "dana@example.org:Tiger24" tells no organization's id.
_ENDS_OF_HOSTS = frozenset({"org"})
# Names of things that are secret whatever else stands near.
_CODE = "strong_code"
_SECRET = frozenset({"password", "api_key", "token", _CODE})


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of something secret at [start, end) of the folded text, and its possible roles."""

    start: int
    end: int
    roles: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class SecretWords:
    """The words of all languages together, with one pattern that finds every mention."""

    pattern: re.Pattern[str]
    heads: frozenset[str]  # The first two letters of every mention.
    roles: Mapping[str, tuple[str, ...]]
    between: frozenset[str]
    links: frozenset[str]
    to: frozenset[str]
    known: frozenset[str]  # The three together.
    and_then: frozenset[str]
    not_values: frozenset[str]
    slot_links: frozenset[str]
    gives: frozenset[str]
    fillers: frozenset[str]
    wordings: frozenset[str]
    compounds: frozenset[str]
    paying: frozenset[str]
    prose: Mapping[str, str]  # By initial; as a set they would take ten times the memory.
    account_nouns: tuple[str, ...]
    hash_names: frozenset[str]
    id_nouns: frozenset[str]
    where: frozenset[str]
    run_owners: frozenset[str]
    tight: frozenset[str]
    secrets: frozenset[str]  # The last words of the names of secrets.
    digit_words: frozenset[str]
    not_in_phrases: frozenset[str]
    particles: frozenset[str]
    not_after: frozenset[str]
    units: frozenset[str]
    owners: frozenset[str]
    handed: frozenset[str]
    not_names: frozenset[str]
    given_names: frozenset[str]
    closings: tuple[str, ...]
    titles: tuple[str, ...]
    introducers: tuple[str, ...]
    streets: tuple[str, ...]
    streets_before: tuple[str, ...]
    flats: tuple[str, ...]
    last_four: tuple[str, ...]
    versions: tuple[str, ...]
    clause_starts: tuple[str, ...]
    sign_names: tuple[str, ...]
    letter_sizes: tuple[str, ...]
    glued: tuple[str, ...]
    dial_turns: tuple[str, ...]
    services: frozenset[str]
    signing_in: frozenset[str]
    things: frozenset[str]
    hours: frozenset[str]
    halves: frozenset[str]
    key_names: tuple[str, ...]
    unlocking: frozenset[str]
    keepers: frozenset[str]
    part_leads: tuple[str, ...]
    pauses: tuple[str, ...]
    failing: frozenset[str]
    with_code: frozenset[str]
    objects: frozenset[str]
    every: frozenset[str]
    shown_on: frozenset[str]
    in_turn: frozenset[str]
    code_verbs: frozenset[str]
    continuing: tuple[str, ...]
    made_of: frozenset[str]
    hint_leads: tuple[str, ...]
    placeholder: re.Pattern[str]

    def mentions(self, folded: Folded) -> Iterator[Mention]:
        """Yield the mentions in a folded text, left to right."""
        low, done = folded.low, 0
        for start, word in _places(folded, self.heads):
            if start < done:
                continue
            match = self.pattern.match(low, start)
            if not match or _continues(low[match.end() - 1], low[match.end() : match.end() + 1]):
                continue
            name = match[0]
            roles = self.roles.get(name) or self.roles[_GLUE.sub("", name)]
            if low[match.end() - 1].isalnum() and low[match.end() : match.end() + 1] in _DIGITS:
                roles = tuple(r for r in roles if r in _TAKES_DIGITS)
            inside = name[0].isdigit() and low[match.end() : match.end() + 1].isalnum()
            of_host = name in _ENDS_OF_HOSTS and low[max(0, start - 1) : start] == "."
            if roles and not inside and not of_host:  # "2fa14180" is no 2FA code.
                done = match.end()
                yield Mention(word, done, roles)


def make(content: RedactContent) -> SecretWords:
    """Return the lexicon of this content."""
    roles: dict[str, tuple[str, ...]] = {}
    names: set[str] = set()
    for language in content.languages.values():
        for role, listed in language.mentions.items():
            for name in (form for word in listed for form in _forms(word, role)):
                names.add(name)
                key = _GLUE.sub("", name)
                roles[key] = tuple(dict.fromkeys((*roles.get(key, ()), role)))
    secrets = [n for n in names if not _SECRET.isdisjoint(roles[_GLUE.sub("", n)])]
    for name in _codes_of(content.all("services")):
        names.add(name)
        roles.setdefault(_GLUE.sub("", name), (_CODE,))

    def some(name: str) -> frozenset[str]:
        return frozenset(content.all(name))

    return SecretWords(
        pattern=re.compile(trie.pattern(names)),
        roles=roles,
        heads=frozenset(name[:2] for name in names),
        placeholder=_placeholders(content),
        secrets=frozenset(name.split()[-1] for name in secrets) - some("links") - some("services"),
        known=some("between") | some("links") | some("to"),
        between=some("between"),
        links=some("links"),
        to=some("to"),
        and_then=some("and_then"),
        not_values=some("not_values"),
        slot_links=some("slot_links"),
        gives=some("gives"),
        fillers=some("fillers"),
        wordings=some("wordings"),
        compounds=some("compounds"),
        paying=some("paying"),
        prose=_by_initial(content.all("prose")),
        account_nouns=content.all("account_nouns"),
        hash_names=some("hash_names"),
        id_nouns=some("id_nouns"),
        where=some("where"),
        run_owners=some("run_owners"),
        tight=some("tight"),
        digit_words=some("digit_words"),
        not_in_phrases=some("not_in_phrases"),
        particles=some("particles"),
        not_after=some("not_after"),
        units=some("units"),
        owners=some("owners"),
        handed=some("handed"),
        not_names=some("not_names"),
        given_names=some("given_names"),
        closings=content.all("closings"),
        titles=content.all("titles"),
        introducers=content.all("introducers"),
        streets=content.all("streets"),
        streets_before=content.all("streets_before"),
        flats=content.all("flats"),
        last_four=content.all("last_four"),
        versions=content.all("versions"),
        clause_starts=content.all("clause_starts"),
        sign_names=content.all("sign_names"),
        letter_sizes=content.all("letter_sizes"),
        glued=content.all("glued"),
        dial_turns=content.all("dial_turns"),
        services=some("services"),
        signing_in=some("signing_in"),
        things=some("things"),
        hours=some("hours"),
        halves=some("halves"),
        key_names=content.all("key_names"),
        unlocking=some("unlocking"),
        keepers=some("keepers"),
        part_leads=content.all("part_leads"),
        pauses=content.all("pauses"),
        failing=some("failing"),
        with_code=some("with_code"),
        objects=some("objects"),
        every=some("every"),
        shown_on=some("shown_on"),
        in_turn=some("in_turn"),
        code_verbs=some("code_verbs"),
        continuing=content.all("continuing"),
        made_of=some("made_of"),
        hint_leads=content.all("hint_leads"),
    )


def _codes_of(services: Iterable[str]) -> Iterator[str]:
    """Yield the names of the codes of these services: "code from Telegram", קוד של טלגרם."""
    for service in services:
        hebrew = ("קוד", "קוד של", "קוד מ")
        names = hebrew if is_hebrew(service) else ("code from", "code of", *hebrew)
        yield from (f"{name} {service}" for name in names)


def _by_initial(words: Iterable[str]) -> Mapping[str, str]:
    """Return words by their first letter, each between blanks."""
    found: dict[str, str] = {}
    for word in words:
        found[word[0]] = f"{found.get(word[0], ' ')}{word} "
    return found


def _forms(name: str, role: str) -> Iterator[str]:
    """Yield the name, and with "the" before its later Hebrew words: קוד אימות, קוד האימות.

    What secrets are called has a plural in English, too.
    """
    if role in _SECRET and name.isascii() and name[-1].isalpha() and name[-1] != "s":
        yield f"{name}s"
    first, *later = re.split("[ -]", name)
    choices = [(w, f"ה{w}") if is_hebrew(w) else (w,) for w in later]
    yield from (" ".join((first, *chosen)) for chosen in product(*choices))


def stems(word: str) -> list[str]:
    """Return the word and what it may be without Hebrew's glued prefixes."""
    return without_prefixes(word, most=_MOST_PREFIXES, shortest=_SHORTEST)


def has(words: frozenset[str], word: str) -> bool:
    """Tell whether the word, or it without its prefixes, is among `words`."""
    if word in words:
        return True
    return word[:1] in _PREFIXES and any(stem in words for stem in stems(word))


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of these words, longest first, any white space between their parts."""
    return phrases.alternatives(words).replace(r"\ ", r"[ \t]+")


def _placeholders(content: RedactContent) -> re.Pattern[str]:
    """Return a pattern of every placeholder: what is masked is never searched again."""
    texts = {fold(t).text for la in content.languages.values() for t in la.placeholders.values()}
    return re.compile(phrases.alternatives(texts).replace(re.escape("{last4}"), r"[\d*]{4}"))


def _places(folded: Folded, heads: frozenset[str]) -> list[tuple[int, int]]:
    """Return where mentions may begin, in order, and where the word that holds each does."""
    humps = [(m.end(), m.end()) for m in _HUMP.finditer(folded.text)]
    starts = list(_starts(folded.low, heads))
    return sorted(starts + humps) if humps else starts


def _starts(low: str, heads: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the starts of words, and the places behind Hebrew prefixes."""
    for word in _WORD.finditer(low):
        start = at = word.start()
        if low[at : at + 2] in heads:
            yield at, start
        while low[at] in _PREFIXES and at - start < _MOST_PREFIXES and at + 1 < word.end():
            at += 1
            if low[at : at + 2] in heads:
                yield at, start


def _continues(last: str, after: str) -> bool:
    """Tell whether the word goes on after the mention."""
    if is_hebrew(last):
        return is_hebrew(after)
    return after.isascii() and after.isalpha()
