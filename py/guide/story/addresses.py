"""Whose each e-mail address of a story is: the account's, one to answer to, or somebody else's.

"my login is ..."                                    the account's
"the account is on ..., I can be reached under ..."  the first is the account's, to the second goes
                                                     the answer
"the accountant (...)", "a mail from ..."            neither
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from guide.story import shapes
from guide.story.cues import Cues, Found, Text

BEFORE = 40  # Characters in which a word says whose the next address is.
AFTER = 48  # The same of a word that follows it.
NOWHERE = -1  # Where no word stands.
# Nothing but a sign between a person and an address: "the organiser, x@example.org".
# Finds «, », not « wrote to ».
_SIGNS = re.compile(r"\A[\s,(:–-]*\Z")
# Who writes tells what they are: "I'm an admin, x@example.org".
# Finds «i'm the », not «he is the ».
_I_AM = re.compile(
    r"(?:\b(?:i'?m|i am|am|we are|we're|me)(?: \w+){0,2}|(?<![א-ת])ו?(?:אני|אנחנו)) $"
)
_FIRMS = ("openai.com", "apple.com", "google.com", "stripe.com")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address text[start:end] and its role: account, known (by default), new, reply, billing."""

    role: str
    start: int
    end: int


def find(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield the account's address, the receipts' and one to answer to; `cues` is table [mail]."""
    roles = Roles(text, cues)
    all_of_them = [Mailbox(roles.of(*place), *place) for place in shapes.mail(text)]
    sure = [one for one in all_of_them if one.role == "account"]
    left = [one for one in all_of_them if one.role in {"known", "new"}]
    account = (sure or ([] if text.has(cues["unknown"], (0, len(text.low))) else left))[:1]
    said = {text.low[one.start : one.end] for one in account}
    for one in all_of_them:
        if one.role in {"reply", "billing"}:
            yield _found(f"{one.role}_email", one, text)
    for one in _new(left, said, text):
        yield _found("reply_email", one, text)
    for one in account:
        yield _found("account_email", one, text)


def _found(field: str, one: Mailbox, text: Text) -> Found:
    return Found(field, shapes.address(text, one.start, one.end), one.start, one.end)


def _new(left: Sequence[Mailbox], said: set[str], text: Text) -> Iterator[Mailbox]:
    """Yield the addresses that came in place of the account's."""
    for one in left:
        if one.role == "new" and said and text.low[one.start : one.end] not in said:
            yield one


@dataclass(frozen=True)
class Roles:
    """Tells the role of an address by the words around it, the nearest first."""

    text: Text
    cues: Cues

    def of(self, start: int, end: int) -> str:
        """Return the role, "" for somebody else's."""
        if self.text.low[:end].endswith(_FIRMS):
            return ""
        near = (max(self.text.sentence(start)[0], start - BEFORE), start)
        after = (end, min(self.text.sentence(start)[1], end + AFTER))
        denied = self.text.has(self.cues["denied_after"], after)
        return self._by_what_follows(after, denied=denied) or self._by_what_is_before(
            near, after, denied=denied
        )

    def _by_what_follows(self, after: tuple[int, int], *, denied: bool) -> str:
        clause = (after[0], min(after[1], self.text.clause(after[0])[1]))
        if self.text.has(self.cues["reply_after"], clause):
            return "reply"
        is_account = self.text.has(self.cues["account_after"], after) and not denied
        return "account" if is_account else ""

    def _by_what_is_before(
        self, near: tuple[int, int], after: tuple[int, int], *, denied: bool
    ) -> str:
        own = max(self._last(name, near) for name in ("account", "mine", "role"))
        billing = self._last("billing", near) > own
        if self._last("reply", near) > own:
            return "reply"
        if self._is_others(near, own) or not (billing or not self._is_of_a_person(near, own)):
            return ""
        sent = self._last("sent_to", near) > own
        # "Invoice ABCD1234-0005, my account is ...": the word that stands nearer decides.
        if billing or (sent and self._is_of_receipts(near[1])):
            return "billing"
        acts = own == NOWHERE and not sent and self.text.has(self.cues["acts_after"], after)
        if denied or acts:
            return ""
        new = self._last("new", near) > own
        return "new" if new else "account" if sent or own > NOWHERE else "known"

    def _is_others(self, near: tuple[int, int], own: int) -> bool:
        if max(self._last(name, near) for name in ("contact", "stranger", "unsure")) > own:
            return True
        return self._last("theirs", near) > own and not self._is_for_another

    def _is_of_a_person(self, near: tuple[int, int], own: int) -> bool:
        # "The owner is registered with ...", but not "my boss made me an account, ...".
        return any(
            m.end() >= own
            or not (self._is_for_another or self.text.has(self.cues["self"], (m.end(), near[1])))
            for m in self._persons(near)
        )

    @cached_property
    def _is_for_another(self) -> bool:
        """Tell whether they write for a child, or for one who died: then theirs is the account."""
        return self.text.has(self.cues["for_another"], (0, len(self.text.low)))

    def _persons(self, near: tuple[int, int]) -> Iterator[re.Match[str]]:
        """Yield the persons of whose address the clause, or the noun right before, tells."""
        clause = self.text.clause(near[1])[0]
        # "Admin account ...": nobody's but the account's.
        roles = [m.span() for m in self.cues["role"].finditer(self.text.low, *near)]
        for m in self.cues["person"].finditer(self.text.low, *near):
            if any(start <= m.start() < end for start, end in roles):
                continue
            beside = m.start() >= clause or _SIGNS.match(self.text.low[m.end() : near[1]])
            if beside and not _I_AM.search(self.text.low, max(0, m.start() - BEFORE), m.start()):
                yield m

    def _is_of_receipts(self, place: int) -> bool:
        return self.text.has(self.cues["billing"], self.text.with_sentence_before(place))

    def _last(self, name: str, span: tuple[int, int]) -> int:
        return self.text.last(self.cues[name], span)
