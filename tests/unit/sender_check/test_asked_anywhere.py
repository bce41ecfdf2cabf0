"""What is asked decides, on OpenAI's own site, too; and many things add up where none is known."""

from pathlib import Path

import pytest

from guide.catalog import loading
from guide.errors import ContentError
from guide.sender_check import judge, rules, weighing
from packager.generated import FILES

CATALOG = loading.load()
RULES = rules.load(CATALOG.files, CATALOG.languages.ids)
ROOT = Path(__file__).parents[3]


def codes(text: str) -> set[str]:
    """Return the codes of the reasons for the verdict on a text."""
    return {sign.code for sign in judge.judge(RULES, text).reasons}


# Each could not be told, or was OpenAI's, while a stranger's words on its site were only doubted.
ON_ITS_SITE = (
    ("ב-chatgpt.com/share/71aa כתוב להעתיק פקודה לטרמינל ולהקיש אנטר", "asks_command"),
    ("At chatgpt.com press F12, go to the devtools and paste the snippet he sent", "asks_command"),
    ("Copy this and paste it in the address bar of File Explorer", "asks_command"),
    ("chatgpt.com/g/g-5a wants a picture of my passport before it goes on", "asks_papers"),
    ("ה-GPT ב-chatgpt.com/g/g-5a מבקש תעודת זהות לפני שממשיכים", "asks_papers"),
    ("Kindly authorize our app in ChatGPT so that our agent sees your plan", "asks_access"),
    ("הנציג אמר לאשר לאפליקציה בשם Rescue גישה לכל המיילים", "asks_access"),
    ("The agent wants me to change the account to a temporary address", "asks_access"),
    ("Please send us the reset link you receive from openai.com", "asks_code"),
    ("A number will come. Type its six digits here: forms.gle/a1", "asks_code"),
    ("https://openai.com/?next=//renew-gpt.example/card", "other_target"),
    ("https://chatgpt.com/go?to=www.renew-gpt.example", "other_target"),
    ("https://auth.openai.com/x?dest=https%253A%252F%252Frenew-gpt.example", "other_target"),
    ("https://help.openai.com/?r=data:text/html;base64,PGgx", "other_target"),
)


@pytest.mark.parametrize(("text", "reason"), ON_ITS_SITE)
def test_what_is_asked_on_openais_own_site_is_judged_like_anywhere(text: str, reason: str) -> None:
    assert judge.judge(RULES, text).kind == "scam"
    assert reason in codes(text)


# Each could not be told: who wants it, or what, had no name.
BY_WHOM = (
    ("The seller wants the rest by MoneyGram before he ships the ChatGPT licence", "asks_transfer"),
    ("המוכר מבקש את היתרה בווסטרן יוניון", "asks_transfer"),
    ("She needs bail money today, a courier comes at five", "asks_transfer"),
    ("Pay it now through my private link, outside the system", "asks_transfer"),
    ("They pay me to take in parcels and money and send it on", "asks_transfer"),
    ("Sticker on the bus stop: scan and continue with Google for free Plus", "asks_scan"),
    ("מדבקה בתחנה: סרקו והתחברו עם גוגל", "asks_scan"),
    ("I must put in my card at pay-gpt.example to receive the payment", "asks_card"),
    ("You won a phone from OpenAI, only shipping 4.90", "asks_fee"),
    ("זכית בטלפון מ-OpenAI, רק דמי משלוח 19", "asks_fee"),
    ("Install the add-on. Chrome shows a warning, ignore it", "asks_unprotected"),
    ("It reads help.openai.com, and when I hover it is login.example/oa", "other_shown"),
)


@pytest.mark.parametrize(("text", "reason"), BY_WHOM)
def test_a_thing_that_nobody_may_want_is_a_scam_whoever_wants_it(text: str, reason: str) -> None:
    assert judge.judge(RULES, text).kind == "scam"
    assert reason in codes(text)


# Each was a scam: a machine that asks, a name in a program, a case's number, a day of the week.
NOBODY = (
    "Safari אמר לי שסיסמה שמורה דלפה",
    "מבקש קוד מהאפליקציה, והטלפון נפל לים",
    "new phone, authenticator empty, wants 6 numbers",
    "openai.AuthenticationError: Incorrect API key provided",
    "openai.error.RateLimitError, and openai.api_key is set",
    "Case 05518873 with support, tried on Safari and on the phone",
    "The order is GPA.3390-1174-6628-09142, restored on the phone, support is silent",
    "ההרצאה ביום ראשון: ביטקוין, בינה מלאכותית ומה שביניהם",
)


@pytest.mark.parametrize("text", NOBODY)
def test_what_nobody_asks_is_no_scam(text: str) -> None:
    assert judge.judge(RULES, text).kind == "unknown"


# Each was a scam: a firm that must pay, whom one visits, a gift, one's own chats, a door.
ORDINARY_LIFE = (
    "Court in Munich rules OpenAI must pay damages for song lyrics; it will appeal.",
    "בית הדין חייב את החברה לשלם לעובדים. OpenAI חייבת לשלם קנס",
    "Hair appointment Thursday at 4. Please call 01632 960 118 or reply C to cancel.",
    "Table for four confirmed, Friday 20:00. Call 555-0142 if you are late.",
    "Scan the QR code on the old phone with the new one and all your WhatsApp chats come over.",
    "The envelope with the tickets and my bank card is at reception, can you bring it up?",
    "My present is a steam card, it is in the envelope under the cake",
    "אבא תשלח לי את הקוד של החניה, אני ליד השער",
)


@pytest.mark.parametrize("text", ORDINARY_LIFE)
def test_ordinary_life_is_no_scam(text: str) -> None:
    """Each was seen to be a scam before ordinary life was told from a stranger's ask."""
    assert judge.judge(RULES, text).kind == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Court notice for you. OpenAI says that you must pay now",
        "הודעה מבית המשפט: OpenAI שלמו עכשיו",
        "Scan this QR code with WhatsApp, says OpenAI support",
        "The bank sends a courier, put your card in the envelope",
    ],
)
def test_the_same_words_by_a_stranger_are_one(text: str) -> None:
    assert judge.judge(RULES, text).kind == "scam"


@pytest.mark.parametrize(
    "link",
    [
        "https://auth.openai.com/oauth/authorize?redirect_uri=http://localhost:1455/auth/callback",
        "https://openai.com/index/gpt?utm_source=news.example.com",
        "https://cdn.openai.com/files/a?file=report.pdf",
    ],
)
def test_a_link_that_carries_no_strangers_page_is_openais(link: str) -> None:
    """Each was seen to be a scam, in this order:

    with hosts without a dot read and `redirect_uri` followed, with `utm_` followed, and with any
    value that has a dot taken for a host.
    """
    assert judge.judge(RULES, link).kind == "openai_domain"


# Each could not be told: no single ask in it is known, and together they are a scheme's.
TOGETHER = (
    "Vote for the AI prize of our town: log in with Facebook password and the code you get",
    "Mesa de ayuda OpenAI: para devolver, tarjeta, CVV y SMS. Responda por WhatsApp.",
)


@pytest.mark.parametrize("text", TOGETHER)
def test_many_things_add_up_to_a_scheme(text: str) -> None:
    assert judge.judge(RULES, text).kind == "scam"
    assert codes(text) == {"adds_up"}


@pytest.mark.parametrize("words", ["Real?", "It was a scam, I never answered.", "openai.com"])
def test_a_question_a_denial_or_openais_own_address_is_never_weighed(words: str) -> None:
    """Each was seen to fail with its own condition taken out of `features`."""
    message, found = judge.taken_apart(RULES, f"{TOGETHER[0]} {words}")
    assert weighing.features(message, found) == ()


def test_the_table_of_weights_is_fresh() -> None:
    """Seen to fail after a line was added to the harmless texts."""
    (file,) = (file for file in FILES if file.path.endswith(rules.MODEL))
    assert file.mistake(ROOT) == ""


def test_a_table_of_weights_that_does_not_fit_is_refused_by_name() -> None:
    """Seen to fail while the model's ValueError was not noted."""
    broken = CATALOG.files[rules.MODEL].replace("start = [", "start = [0.0, ")
    with pytest.raises(
        ContentError, match=r"scheme_model\.toml: cells: .*uv run build\.py --renew"
    ):
        rules.load({**CATALOG.files, rules.MODEL: broken}, CATALOG.languages.ids)


# Each was OpenAI's by its genuine link alone; the words are anybody's.
ANYBODYS = (
    "טופס בדיקה: שדה 1 סיסמה. שדה 2 קוד שהגיע. תנאים: openai.com/policies",
    "Visit chatgpt.com and add my number as your second phone",
    "Open chatgpt.com and read the device number to the lady who phoned",
    "אשרו את הבקשה ב-auth.openai.com, זה אני מהתמיכה",
    'noreply@tm.openai.com: "בירורים 03.555.0155" רוצה שתצטרפו לסביבה',
)


@pytest.mark.parametrize("text", ANYBODYS)
def test_what_is_for_another_is_not_believed_by_its_link(text: str) -> None:
    assert judge.judge(RULES, text).kind != "openai_domain"
