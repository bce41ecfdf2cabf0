"""What each sign in a message means: one flat list, the worst first.

A sign is what was found (`code`, which is also the key of its sentence) and about what. The worst
sign decides; a note says something beside the verdict and never makes it better.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

type Kind = Literal["scam", "unknown", "openai_domain"]
type Weight = Literal["scam", "unknown", "openai_domain", "note"]

POLICY: tuple[tuple[str, Weight], ...] = (
    # What it asks for, whoever sent it.
    ("asks_code", "scam"),
    ("asks_card", "scam"),
    ("asks_password", "scam"),
    ("asks_key", "scam"),
    ("asks_gift_card", "scam"),
    ("asks_crypto", "scam"),
    ("asks_fee", "scam"),
    ("asks_deposit", "scam"),
    ("asks_remote", "scam"),
    ("asks_command", "scam"),
    ("asks_unprotected", "scam"),
    ("asks_scan", "scam"),
    ("asks_approval", "scam"),
    ("asks_access", "scam"),
    ("asks_papers", "scam"),
    ("strangers_invite", "scam"),
    ("asks_transfer", "scam"),
    ("asks_file", "scam"),
    ("threatens", "scam"),
    ("sells_account", "scam"),
    ("offers_recovery", "scam"),
    # Where it wants to go on.
    ("phone", "scam"),
    ("asks_call", "scam"),
    ("messenger", "scam"),
    # Who it pretends to be.
    ("homograph", "scam"),
    ("user_trick", "scam"),
    ("other_target", "scam"),
    ("other_shown", "scam"),
    ("other_reply", "scam"),
    ("subdomain_trick", "scam"),
    ("look_alike", "scam"),
    ("display_name", "scam"),
    ("free_mail", "scam"),
    ("fake_account", "scam"),
    # No one thing, but all of them together.
    ("adds_up", "scam"),
    # Not enough to tell.
    ("asks_identity", "unknown"),
    ("stranger_words", "unknown"),
    ("ask_mentioned", "unknown"),
    ("free_page", "unknown"),
    ("shared_claim", "unknown"),
    ("shared_page", "unknown"),
    ("key_page", "unknown"),
    ("device_page", "unknown"),
    ("hidden_target", "unknown"),
    ("openai_phone", "unknown"),
    ("chatgpt_phone", "unknown"),
    ("number", "unknown"),
    ("payment_company", "unknown"),
    ("another_company", "unknown"),
    ("uses_name", "unknown"),
    ("sender_only", "unknown"),
    ("not_listed", "unknown"),
    ("read_in_part", "unknown"),
    ("genuine_sender", "openai_domain"),
    ("genuine_link", "openai_domain"),
    ("genuine_account", "openai_domain"),
    # True whatever else is.
    ("sign_in_code", "note"),
    ("bank_line", "note"),
    ("strangers_too", "note"),
    ("nothing", "note"),
)
WEIGHTS: Mapping[str, Weight] = dict(POLICY)
RANKS: Mapping[str, int] = {code: rank for rank, (code, _) in enumerate(POLICY)}
WORST_FIRST: tuple[Kind, ...] = ("scam", "unknown", "openai_domain")


@dataclass(frozen=True, slots=True)
class Sign:
    """What was found: a code of POLICY, and the host, number or name it is about."""

    code: str
    detail: str = ""
