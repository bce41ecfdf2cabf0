"""A case with all that formal letters ask, and a letter of it."""

from guide import compiled_content
from guide.ids import Locale
from guide.legal_letters import rules, writer
from guide.legal_letters.writer import WrittenLetter
from guide.model import Answer, Case, Reply, SentRequest
from guide.situation import Situation
from guide.state import State
from guide.surroundings import Device, Turn

NOW = "2026-11-29T10:00:00+02:00"
COMPILED = compiled_content.load()
CATALOG = COMPILED.catalog
LETTERS = rules.for_catalog(CATALOG)
TURN = Turn(now=NOW, locale="en", device=Device("", "", "", ""), page=None)
IDENTITY, PASSWORD = "123456782", "Hunter2!xQ"
ANSWERS = {
    "name": "Noa Levi",
    "postal_address": "Herzl 5\nHaifa, Israel",
    "identity_number": IDENTITY,
    "account_email": "noa.levi@example.com",
    "country": "Israel",
    "plan": "plus",
    "ordered_on": "2026-11-20",
    "goal": "Please refund the second charge",
    "happened": f"On 20 November I was charged twice. The password is {PASSWORD}.",
    "sum_wanted": "20.00 USD",
    "amount": "20.00 USD",
    "charge_date": "2026-11-21",
    "statement_line": "OPENAI *CHATGPT SUBSCR",
    "card_last4": "4242",
    "invoice": "INV-2026-000123",
    "bank_reason": "cancelled",
    "cancelled_on": "2026-11-19",
    "rule_broken": "I cancelled within 14 days and got no refund",
    "may_pass_on": "yes",
    "data_wanted": "all chats of 2026",
    "asked_for_data": "2026-10-15",
    "privacy_request": "export",
    "other_accounts": "noa.old@example.com",
    "error_text": "Your account has been deactivated.",
    "notice_date": "2026-11-18",
    "normal_use": "lesson plans",
}
SENT = (
    SentRequest("first_request", "email", "2026-11-22T10:00:00+02:00", "05871234"),
    SentRequest("follow_up", "help_chat", "2026-11-25T10:00:00+02:00", "05871234"),
)
REPLIES = (Reply("refused", "2026-11-26T10:00:00+02:00", "No.", after=2),)


def case_of(*but: str) -> Case:
    answers = tuple(Answer(f, v) for f, v in ANSWERS.items() if f not in but)
    return Case("c1", NOW, category="billing", answers=answers, sent=SENT, replies=REPLIES)


def situation_of(case: Case) -> Situation:
    return Situation(TURN, COMPILED, State(cases=(case,), current=case.id))


def letter_of(name: str, locale: Locale, case: Case) -> WrittenLetter:
    return writer.write(situation_of(case), case, name, locale)
