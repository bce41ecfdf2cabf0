"""Kinds of text that triage once took for something else, from reports of people in autumn 2026.

Each row stands for its kind: the right categories, and the words. None of them is learned from.
"""

import pytest

from guide.model import CategoryId
from guide.triage import ranking
from packager.triage_training import corpus

VOCABULARY = ranking.load(corpus.files())

KINDS: dict[str, list[tuple[str, tuple[CategoryId, ...]]]] = {
    "a fault of the Codex client is no matter of the API": [
        (
            "Codex CLI prints token_revoked and asks me to run codex login, which ends in a 500 page.",
            ("login_access", "technical_error"),
        ),
        (
            "stream disconnected before completion, reconnecting 5/5, in the Codex extension, since "
            "this morning.",
            ("technical_error",),
        ),
        (
            "unexpected status 403 Forbidden wss://chatgpt.com/backend-api/codex/responses and then "
            "it falls back to HTTPS and fails as well.",
            ("technical_error",),
        ),
        (
            "codex doctor says ok, but the MCP server never connects in the ChatGPT desktop app.",
            ("technical_error",),
        ),
        (
            "The model list in the desktop app is empty, model_not_found for all of them, I am on Pro.",
            ("technical_error", "feature_question"),
        ),
        (
            "Since the middle of October GPT-5.5 is missing from Codex when I sign in with ChatGPT, I "
            "get model_not_found. Is it gone for good or only for my plan?",
            ("feature_question", "technical_error"),
        ),
        (
            "בכל פקודה ב-Codex: refresh token already used, אני מחובר עם ChatGPT ולא עם API.",
            ("technical_error", "login_access"),
        ),
    ],
    "an outage is no ban": [
        (
            "Oops, an error occurred, primaryapi_server_error, request id "
            "1eb4a014-309b-46b1-bf87-973087efab21, and I cannot log back in",
            ("technical_error", "login_access"),
        ),
        (
            "The incident is marked resolved but I still have no access with Plus",
            ("technical_error", "login_access", "subscription_management"),
        ),
        (
            "התקלה סומנה כפתורה, ואצלי עדיין אין גישה עם פלוס",
            ("technical_error", "login_access", "subscription_management"),
        ),
    ],
    "limits and resets are no plan": [
        (
            "I had six saved limit resets in the bank. Overnight a scheduled task ran and all six are "
            "gone, I never agreed to redeem any of them. Please give them back and tell me what used "
            "them.",
            ("billing", "technical_error"),
        ),
        (
            "היו לי שישה איפוסי מכסה שמורים. בלילה רצה משימה מתוזמנת וכולם נעלמו, לא אישרתי לממש "
            "אף אחד מהם. תחזירו לי אותם בבקשה.",
            ("billing", "technical_error"),
        ),
    ],
    "a refused check of identity is no sign-in": [
        (
            "The page says I am verified for Trusted Access, but in an authorised CTF the answer is "
            "replaced by this content can't be shown and it tells me to apply for the very access "
            "that I already have.",
            ("content_moderation", "technical_error"),
        ),
        (
            "I did the identity check twice and the business one too and still read that I am "
            "ineligible. The only button left leads to an enterprise form that wants SOC 2. The "
            "support bot says each time that it passed me to a specialist, and nobody writes.",
            ("content_moderation",),
        ),
        (
            "I passed the Persona check and the page still says your identity couldn't be verified, "
            "contact support.",
            ("content_moderation", "api"),
        ),
        (
            "האימות לגישה המורחבת כותב שאני לא זכאי, ניסיתי שלושה מסמכים.",
            ("content_moderation", "api"),
        ),
    ],
    "a ban is one without the word": [
        (
            "I was accused of distillation and my Pro is over. I never trained a model.",
            ("content_moderation",),
        ),
    ],
    "files that an agent erased are no matter of privacy": [
        (
            "An agent ran robocopy with the wrong flag and 650 folders are gone for good.",
            ("technical_error",),
        ),
        (
            "Codex archived a thread and with it deleted ten project directories, not in the recycle "
            "bin.",
            ("technical_error",),
        ),
        (
            "221 GB of my home directory were removed while codex exec was running.",
            ("technical_error",),
        ),
        (
            "הסוכן הריץ פקודה עם דגל שגוי ו-650 תיקיות נמחקו לצמיתות.",
            ("technical_error",),
        ),
    ],
    "money does not outweigh danger": [
        (
            "Ordered a cheap Plus from a reseller, he changed the e-mail of my account and I am out.",
            ("billing", "security_compromise"),
        ),
        (
            "A man from OpenAI support rang about my refund, I let him in with AnyDesk and he had my "
            "bank page open.",
            ("security_compromise",),
        ),
        (
            "I typed my card number on a page that looked like ChatGPT's payment page and now I doubt it",
            ("security_compromise",),
        ),
        (
            "נתתי למישהו שהתקשר מהתמיכה את מספר הכרטיס ואת הקוד מההודעה, והוא הבטיח החזר",
            ("security_compromise",),
        ),
    ],
    "a team, a colleague or an invitation alone is no business": [
        ("my team at the sports club uses the free one and the page stays white", ("technical_error",)),
        ("a colleague told me you can get the old voice back, how?", ("feature_question",)),
        ("קולגה אמר לי שהתמונות שלו עובדות ואצלי ההעלאה נתקעת", ("technical_error",)),
    ],
    "signing in to something else is no lost account": [
        (
            "the Gmail connector wants me to log in again every hour and then says not connected",
            ("technical_error",),
        ),
        ("החיבור לגוגל דרייב מבקש להתחבר מחדש כל פעם", ("technical_error",)),
    ],
}
ROWS = [(kind, text, right) for kind, rows in KINDS.items() for text, right in rows]


# Seen to fail, each, with the lexicon that its authors had tuned on their own texts.
@pytest.mark.parametrize(("kind", "text", "right"), ROWS, ids=[text[:40] for _, text, _ in ROWS])
def test_a_kind_of_fault_is_mended(kind: str, text: str, right: tuple[CategoryId, ...]) -> None:
    found = ranking.rank(VOCABULARY, text)
    assert found.ranked[0].category in right, f"{kind}: {found.ranked[:2]}"


# Seen to fail with function words that carried a weight of their own.
@pytest.mark.parametrize("text", ["it was for me and then", "is this not what they have", "זה של מי ואיך אז"])
def test_function_words_decide_nothing(text: str) -> None:
    found = ranking.rank(VOCABULARY, text)
    assert not found.sure
    assert not found.ranked[0].evidence
