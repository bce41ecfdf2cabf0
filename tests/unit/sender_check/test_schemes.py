"""Whole schemes are told by what they ask, and OpenAI's own notices are believed all the same."""

import pytest

from guide.catalog import loading
from guide.sender_check import judge, rules

RULES = rules.load(loading.load().files, loading.load().languages.ids)


def codes(text: str) -> set[str]:
    """Return the codes of the reasons for the verdict on a text."""
    return {sign.code for sign in judge.judge(RULES, text).reasons}


# Each could not be told, or was OpenAI's, while asks were orders with their object close behind.
SCHEMES = (
    ("They refunded 500 instead of 50, I have to wire the rest back", "asks_transfer"),
    ("זיכו אותי ב-5,000 במקום 50 ואני צריך להחזיר להם את ההפרש", "asks_transfer"),
    ("She walked me through moving my savings to a protected account", "asks_transfer"),
    ('אני צריכה להעביר את החסכונות ל"חשבון בטוח" ולא לספר לאף אחד', "asks_transfer"),
    ("It's a new number, Zelle me 640 for the ChatGPT licence", "asks_transfer"),
    ("זה המספר החדש שלי, את יכולה להעביר 640 בביט בשביל ChatGPT?", "asks_transfer"),
    ("They'll double whatever I send to the OpenAI wallet", "asks_deposit"),
    ("Rate AI answers from home. After five tasks you top up 120", "asks_deposit"),
    ("מדרגים תשובות, ואחרי חמש משימות מפקידים 200", "asks_deposit"),
    ("Settle 750 today or a warrant for your arrest goes out", "threatens"),
    ("הוצאה לפועל בעניין ChatGPT: הסדירו 750 ש״ח עוד היום", "threatens"),
    ("To link ChatGPT to WhatsApp open Linked devices and scan the square", "asks_approval"),
    ("The man on the line says to approve the prompt with 42", "asks_approval"),
    ("הבחור בטלפון אומר לאשר את הבקשה עם המספר 42", "asks_approval"),
    ("Open auth.openai.com/codex/device and type WDJB-MJHT to prove it", "asks_approval"),
    ("The agent told me to invite helper@desk.example as owner of our workspace", "asks_access"),
    ("רוצים שאגדיר בג׳ימייל העברה אוטומטית לצוות שלהם", "asks_access"),
    ("Go to chatgpt.com/api/auth/session, copy everything and send it to me", "asks_key"),
    ("היכנסו אל chatgpt.com/api/auth/session והעתיקו לי הכול", "asks_key"),
    ("Sign with your seed phrase to get the tokens", "asks_key"),
    ("Shared ChatGPT Plus accounts, 3 dollars a month", "sells_account"),
    ("מוכר חשבונות ChatGPT Plus משותפים, 15 שקל לחודש", "sells_account"),
    ("Shout-out to the hacker who got my ChatGPT back, on WhatsApp", "offers_recovery"),
    ("תודה ללנה ההאקרית שהחזירה לי את החשבון, בוואטסאפ", "offers_recovery"),
    ("Open the statement, enable macros and sign in", "asks_file"),
    ("התקינו את הפרופיל הזה באייפון ואשרו אותו", "asks_file"),
    ("ChatGPT subscription: 349 will be taken today, press 1 to stop it", "asks_call"),
    ("היום ירדו 399 דולר על ChatGPT, לביטול הקישו 1", "asks_call"),
    ("לביטול חיוב OpenAI צלצלו אלינו עוד היום", "asks_call"),
    ("A courier will collect your old card in an envelope", "asks_card"),
    ("Card ends, renew at renew-gpt.example by entering your credit card", "asks_card"),
    ("לחידוש בשקל אחד הזינו פרטי אשראי ב-renew-gpt.example", "asks_card"),
    ("The poster's QR opened a page that wants my OpenAI login and password", "asks_password"),
    ("סרקתי ברקוד ונפתח דף שרוצה את המייל והסיסמה של OpenAI", "asks_password"),
    ("Buy a MoneyPak and read the number to the officer", "asks_gift_card"),
    ("For your protection read us back the verification code", "asks_code"),
    ("הגיע קוד ומישהו כתב שזה בטעות ושאעביר לו אותו", "asks_code"),
    ("Send us a selfie with your passport on Telegram", "asks_papers"),
    ("We need to see the screen, let him in through UltraViewer", "asks_remote"),
    ("chatgpt.com/share/68cc says paste this curl line in Terminal", "asks_command"),
    ("noreply@tm.openai.com invites you: 'Plan limited, see gpt-keep.example'", "strangers_invite"),
    ('noreply@tm.openai.com: "Refund Desk, cancel at 1 (805) 555-0148" invited you', "phone"),
)


@pytest.mark.parametrize(("text", "reason"), SCHEMES)
def test_a_scheme_is_a_scam_with_its_own_reason(text: str, reason: str) -> None:
    assert judge.judge(RULES, text).kind == "scam"
    assert reason in codes(text)


# What only looks like a scheme: one's own doings, work, warnings and news. Each was seen to be a
# scam without excuses, or without what an ask needs beside its words.
ORDINARY = (
    "The shop gave me too much by mistake and I want to return the difference to it.",
    "החנות זיכתה אותי בטעות ואני רוצה להחזיר לה את ההפרש",
    "I sent my daughter 20 by Zelle for ChatGPT Plus",
    "Our IT department will connect to my screen with TeamViewer tomorrow",
    "הטכנאי מהעבודה שלי יתחבר אליי מחר ב-TeamViewer כדי להתקין מדפסת",
    "I get a prompt to approve a sign-in that I did not start. I always press no.",
    "How do I give a teammate the owner role before I leave?",
    "Police warn of people who claim to be OpenAI and want money moved to a safe account",
    "המשטרה מזהירה ממי שמתחזה ל-OpenAI ומבקש להעביר כסף לחשבון בטוח",
    "Clear the cookies and send us a HAR file",
    "How do I enable the macros of a sheet that ChatGPT wrote?",
    "ChatGPT.app wants access to the microphone",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_what_only_looks_like_a_scheme_is_none(text: str) -> None:
    assert judge.judge(RULES, text).kind == "unknown"


# Each was unknown while one loaded word, or a third of unknown ones, was enough.
OWN = (
    "status.openai.com shows an outage. Is this page theirs? Everyone is asking.",
    "My bank shows a charge and the receipt came from noreply@tm.openai.com",
    "noreply@tm.openai.com: Your subscription renews on 4 January at 20.00 USD",
    "noreply@tm.openai.com: From 1 February our terms of use change",
    "The page to change my card was pay.openai.com, reached from chatgpt.com. Right?",
    "Is privacy.openai.com the proper place to ask for a copy of my chats?",
    "support@openai.com: thank you. To locate the charge, tell us its date and amount.",
    "הפורום community.openai.com הוא של החברה?",
    "Is community.openai.com the company's forum?",
    "chatgpt.com/share/67aa-example is a recipe my aunt sent me. Is that OpenAI's site?",
    "סבתא שלחה לי chatgpt.com/share/67aa-example עם מתכון. זה האתר של OpenAI?",
    "המנוי שלך יתחדש ב-4 בינואר, 20 דולר. אפשר לבטל בהגדרות. noreply@tm.openai.com",
    "privacy.openai.com זה המקום לבקש עותק של השיחות שלי?",
    "הקלדתי chatgpt.com והדפדפן עבר ל-auth.openai.com בשביל הכניסה. זה בסדר?",
)


@pytest.mark.parametrize("text", OWN)
def test_an_ordinary_notice_or_question_with_openais_address_is_openais(text: str) -> None:
    assert judge.judge(RULES, text).kind == "openai_domain"


# The address is right, and the words are not to be believed.
BESIDE = (
    ("chatgpt.com/g/g-1-openai-billing-support, is it official?", "shared_claim"),
    ("Is this OpenAI support? chatgpt.com/share/67aa-example", "shared_page"),
    ("https://chatgpt.com/api/auth/session", "key_page"),
    ("https://auth.openai.com/codex/device", "device_page"),
)


@pytest.mark.parametrize(("text", "reason"), BESIDE)
def test_a_page_of_openais_with_anybodys_words_is_not_believed(text: str, reason: str) -> None:
    assert judge.judge(RULES, text).kind == "unknown"
    assert reason in codes(text)


# Each target was missed while all of a link's words had to be a host, or was OpenAI's.
ADDRESSES = (
    ("[Log in to chatgpt.com now](https://gpt-keep.example/login)", "other_target"),
    ("[לחצו לאימות ב-openai.com](https://bit.ly/3oaiVrf)", "other_target"),
    ("From: noreply@tm.openai.com\nReply-To: desk@mailbox-77.example\nHello", "other_reply"),
    ("מאת: noreply@tm.openai.com\nהשב אל: desk@mailbox-77.example\nשלום", "other_reply"),
)


@pytest.mark.parametrize(("text", "reason"), ADDRESSES)
def test_a_link_or_answer_that_leads_elsewhere_is_a_scam(text: str, reason: str) -> None:
    assert judge.judge(RULES, text).kind == "scam"
    assert reason in codes(text)


def test_a_link_that_a_mail_guard_has_wrapped_is_no_scam() -> None:
    text = "[openai.com](https://eur.safelinks.protection.outlook.com/?url=x)"
    assert judge.judge(RULES, text).kind != "scam"


def test_a_name_with_a_sign_behind_it_is_another_account() -> None:
    """Seen to be OpenAI's own while the sign was taken off as decoration."""
    assert judge.judge(RULES, "@OpenAINewsroom_").kind == "scam"
