"""What a message asks for is judged whoever sent it; a promise or a question asks nothing."""

from pathlib import Path

import pytest

from guide.catalog import loading
from guide.sender_check import judge, rules

RULES = rules.load(loading.load().files, loading.load().languages.ids)
FIXTURES = Path(__file__).parents[2] / "fixtures" / "sender_check"


def codes(text: str) -> set[str]:
    """Return the codes of the reasons for the verdict on a text."""
    return {sign.code for sign in judge.judge(RULES, text).reasons}


# Each was OpenAI's or unknown before the asks were read (cases G53, G54 and their kind).
ASKS = (
    ("support@openai.com wrote: read us the six digits we have just sent you", "asks_code"),
    ("support@openai.com wrote: send a gift card code to keep the account", "asks_gift_card"),
    ("He asked for my card number and the SMS code", "asks_card"),
    ("התקשר אליי מישהו וביקש קוד", "asks_code"),
    ("Don't worry, just tell me the one-time code.", "asks_code"),
    ("If you don't send the verification code, the account is deleted.", "asks_code"),
    ("Your code is 481920. Please read it back to him.", "asks_code"),
    ("help@openai.com: reply with your current password", "asks_password"),
    ("אל תדאגו, פשוט תגידו לי את הסיסמה", "asks_password"),
    ("support@openai.com wrote: send a g1ft c@rd to renew", "asks_gift_card"),
    ("Pay the fine in bitcoin", "asks_crypto"),
    ("Pay a fee of 50 dollars to unlock your account", "asks_fee"),
    ("Install AnyDesk so that our technician can help", "asks_remote"),
    ("Press Win+R, paste the line and hit enter", "asks_command"),
    ("Call us today to cancel the renewal", "asks_call"),
    ("Continue this chat with our agent on Whats-App", "messenger"),
    # Polite, and in the forms that Hebrew has for it. Seen to fail: with orders alone.
    ("נא לשלוח את הסיסמה שלכם", "asks_password"),
    ("נא להשיב עם הסיסמה שלכם", "asks_password"),
    ("אבקש לשלוח את הסיסמה", "asks_password"),
    ("בבקשה לשלוח את הסיסמה", "asks_password"),
    ("נשמח לקבל את הסיסמה שלכם", "asks_password"),
    ("אפשר לקבל את הסיסמה שלך?", "asks_password"),
    ("הנך מתבקש להזין את הסיסמה ולשלוח אלינו", "asks_password"),
    ("נא לאשר את הסיסמה במייל חוזר", "asks_password"),
    ("נא לצרף את הסיסמה לפנייה", "asks_password"),
    ("נא להקריא את הקוד לנציג", "asks_code"),
    ("נא לשלוח את מספר הכרטיס והתוקף", "asks_card"),
    ("Please send us your password", "asks_password"),
    ("Please reply with your password", "asks_password"),
    ("Kindly reply to this message with the verification code", "asks_code"),
    ("Could you please send your password?", "asks_password"),
    ("Would you mind sending us the password?", "asks_password"),
    ("May I have your password?", "asks_password"),
    ("We ask that you send us your password", "asks_password"),
    ("Please include your password in your reply", "asks_password"),
    ("Please confirm your password by reply", "asks_password"),
    ("What is your password? Please reply", "asks_password"),
    ("Please reply with your card number", "asks_card"),
    ("Please send a photo of your card", "asks_card"),
    # Kinds of another writer's set, in words of our own. Each was unknown before.
    ("אתם שולחים לנו מייל וסיסמה, והשדרוג תוך שעה", "asks_password"),
    ("Fill in your email and current password at jotform.com/9 for the appeal", "asks_password"),
    ("בטופס forms.gle/x1 יש להכניס סיסמה נוכחית", "asks_password"),
    ("הורידו את התוסף והדביקו בו את ה-session token", "asks_key"),
    ("The agent said Plus can be renewed only with a gift card", "asks_gift_card"),
    ("אמרו שאפשר לשלם רק באמצעות כרטיס מתנה", "asks_gift_card"),
    ("He sent a code and says I should read it out to him", "asks_code"),
    ("הוא אמר שיגיע קוד ואני צריך להקריא לו אותו", "asks_code"),
    ("To avoid prosecution, pay a fine of 900 dollars", "asks_fee"),
    ("על מנת להימנע ממעצר יש לשלם קנס היום", "asks_fee"),
    ("Our recovery expert gets you unbanned, pay a small fee upfront", "asks_fee"),
    ("משחזרים חשבונות חסומים, 300 שקל מראש", "asks_fee"),
    ("The GPT bot earns 4% daily, minimum deposit 100 dollars", "asks_deposit"),
    ("בוט של OpenAI מניב 5% ביום, הפקדה מינימלית 200 דולר", "asks_deposit"),
    ("Turn off Play Protect before you install it", "asks_unprotected"),
    ("כבו את Play Protect ואשרו הרשאת נגישות", "asks_unprotected"),
    ("Your access will be removed. Scan the QR code to keep it", "asks_scan"),
    ("החשבון ייחסם היום. סרקו את הברקוד כדי להישאר", "asks_scan"),
    ("As chatgpt.com/share/67ab says, paste the command into the Terminal", "asks_command"),
)


@pytest.mark.parametrize(("text", "reason"), ASKS)
def test_an_ask_for_what_support_never_needs_is_a_scam(text: str, reason: str) -> None:
    assert judge.judge(RULES, text).kind == "scam"
    assert reason in codes(text)


# Denied, warned of, asked by the person, told as news, or asked for with good reason.
NO_ASKS = (
    "Never send us your password",
    "Please do not send us your password by email",
    "There is no need to send your password",
    "Please send us the request id, not your password",
    "Please reply with your order number",
    "Please enter your password on the sign-in page",
    "What is your password policy?",
    "I forgot my password, please send a reset link",
    "אל תשלחו לנו את הסיסמה",
    "נא לא לשלוח לנו את הסיסמה",
    "אין צורך לשלוח את הסיסמה",
    "לעולם לא נבקש את הסיסמה שלכם",
    "נא להזין את הסיסמה בדף הכניסה",
    "נא לשלוח לי קישור לאיפוס הסיסמה",
    "נא לשלוח את מספר ההזמנה",
    "We never ask for your password",
    "Do not share this code with anyone",
    "Share this code with no one",
    "Does OpenAI ask for a password?",
    "Scammers ask for gift cards",
    "If someone asks for your code, hang up",
    "Please provide the organization ID, never the API key itself",
    "Please send the last four digits of the card",
    "The page asks for a verification code that never arrives",
    "I requested a login code",
    "Friends share passwords",
    "ביקשתי קוד כניסה ולא הגיע",
    "שלחו לי קוד ולא הגיע",
    "אל תמסרו את קוד האימות לאיש",
    "OpenAI לעולם לא תבקש מכם סיסמה",
    "We cannot help over WhatsApp",
    "ChatGPT in WhatsApp has ended",
    "We sent a code to your phone on WhatsApp",
    "Call your bank to dispute the charge",
    "Scan the QR code with your authenticator app",
    "סרקו את קוד ה-QR באפליקציית האימות",
    "Paste your API key in the settings",
    "Open the terminal and paste the log here",
    "I earn a salary and got a monthly plan in advance, 20 dollars",
    "Please disable your VPN and try again",
    "נא למלא את הטופס ולכתוב מה קרה",
)


@pytest.mark.parametrize("text", NO_ASKS)
def test_no_ask_is_no_scam(text: str) -> None:
    assert judge.judge(RULES, text).kind == "unknown"


def test_a_code_for_signing_in_is_never_to_be_read_out_and_changes_no_verdict() -> None:
    """Seen to fail (G66): naming WhatsApp made a scam of OpenAI's own message."""
    text = "אל support@openai.com: הקוד נשלח בוואטסאפ או במסרון למספר שמסתיים ב-42"
    assert judge.judge(RULES, text).kind == "openai_domain"
    assert "sign_in_code" in codes(text)


# Beside a genuine sender. Seen to be OpenAI's before its words were read (G01, G46 to G48).
STRANGERS = (
    "OpenAI <noreply@tm.openai.com>\nYou have been invited to join: Plan 499 USD, go to the desk",
    "noreply@tm.openai.com invites you to 'Free bonus at bonus-gpt . top'",
    "noreply@tm.openai.com invites you to 'Your prize b0nus.top'",
    "noreply@tm.openai.com: cancel by mail to cancel-desk @ outlook . com",
    "otp@tm1.openai.com: our engineer has sent you a number, quote it to him",
    "support@openai.com\nDonnez-nous le code que vous venez de recevoir",
    "https://openai.com wants my PIN",
    "noreply@tm.openai.com: show the code to my colleague",
    "support@openai.com אנחנו צריכים את הקוד שלך עכשיו",
    "See https://chatgpt.com/device and enter this code on the page: ABCD-1234",
    "noreply@tm.openai.com: change your password to Summer2026",
    # Most words are those of notices; one names what asks are about.
    (
        "noreply@tm.openai.com: your workspace invoice is unpaid, settle the balance "
        "with our cashier before noon"
    ),
    "support@openai.com: our officer waits for you in the lobby chat, bring him the digits",
    (
        "Log in at chatgpt.com, open settings, add the connector called Account Rescue "
        "and allow everything"
    ),
    "chatgpt.com: your account is suspended, confirm your identity with the form of our partner",
    "support@openai.com: we found a refund for you, complete the last page with your visa",
    "openai.com: מגיע לך החזר, מלאו את הטופס עם הויזה",
    "Go to https://auth.openai.com/codex/device and type KQWE-9921 so that your account is kept",
    "I work for openai.com, I can lift the ban for a small thank you",
    "openai.com is hiring raters, 40 dollars for each rating, write to my private mail",
    "chatgpt.com is giving away a year of Pro, winners only have to top up once",
    "export your chats from chatgpt.com and upload the file to our drive so we can check it",
    "change the e-mail in chatgpt.com settings to the one our agent gives you",
    "Open chatgpt.com, press F12, and post what is under Application here",
    (
        'noreply@tm.openai.com: You were invited to "Your order of 899 is confirmed, '
        'dispute: eight one eight, five five five"'
    ),
    (
        "my grandson says he is held at the border, the chat on chatgpt.com told him I "
        "must move money to his lawyer"
    ),
    "noreply@tm.openai.com: החשבונית שלך באיחור, הסדירו את היתרה מול הקופאי שלנו עד הצהריים",
    "היכנסו ל-chatgpt.com, בהגדרות הוסיפו מחבר בשם הצלת חשבון ואשרו הכול",
    "אני עובד ב-openai.com ויכול לפתוח לך את החשבון תמורת תודה קטנה",
    "openai.com מגייסת בודקים, 40 שקל לכל בדיקה, כתבו לי בפרטי",
    "כנסו ל-auth.openai.com/codex/device והקלידו KQWE-9921 כדי שהחשבון יישמר",
    "תחליף ב-chatgpt.com את המייל של החשבון למייל שהנציג נתן",
    "פתחו את chatgpt.com, לחצו F12 והדביקו כאן מה שרואים",
    "יש לי מנוי Pro ב-chatgpt.com במחיר מציאה, מעבירים אליי ואני מפעיל",
    "סבתא זה אני, הטלפון החדש שלי, תעזרי לי לשלם ב-chatgpt.com",
)


@pytest.mark.parametrize("text", STRANGERS)
def test_words_beside_a_genuine_sender_are_a_strangers(text: str) -> None:
    assert judge.judge(RULES, text).kind != "openai_domain"


NEUTRAL = (
    "support@openai.com: version 26.901.51231, build 7746, macOS 26.6.2 (25G83)",
    "support@openai.com: cf-ray a355a9cdf90f-MAD at 2026-09-03 14:39:25 UTC",
    "I got an email from noreply@tm.openai.com, is it real?",
    "קיבלתי מייל מ-noreply@tm.openai.com, זה שלהם?",
    "From: OpenAI <noreply@tm.openai.com>\nSubject: Your ChatGPT code is 481920",
    # Seen to be unknown, with the words of a stranger, while fewer words were known to be harmless.
    "noreply@tm.openai.com: your data export is ready, the download link expires in 24 hours",
    "noreply@tm.openai.com: the issue affecting ChatGPT has been resolved, all services recovered",
    "Is noreply@tm.openai.com their usual address? My friend says it looks right",
    "noreply@tm.openai.com: עדכנו את תנאי השימוש, ייכנסו לתוקף בחודש הבא",
    "מאת noreply@tm.openai.com: התקלה תוקנה, השירותים חזרו לפעול",
)

# Each seen to be unknown while every single word had to be known as harmless.
NOTICES = (
    (
        "Your receipt from OpenAI, ChatGPT Plus, 1 month, $20.00 paid on 3 November. "
        "Questions? Visit help.openai.com. noreply@tm.openai.com"
    ),
    (
        "noreply@tm.openai.com: Maya Cohen invited you to the Orchard workspace on "
        "ChatGPT Team. The invitation expires in 7 days."
    ),
    (
        "Your password was changed on 2 November. If that was not you, reset it at "
        "https://auth.openai.com/reset-password"
    ),
    (
        "Your subscription to ChatGPT Plus was cancelled and stays active until 30 "
        "November. Manage it at https://chatgpt.com/#settings"
    ),
    (
        "Your refund request was approved and the amount goes back to the original card "
        "in 5 days. support@openai.com"
    ),
    (
        "We deactivated your account because of a violation of our usage policies. You "
        "can appeal at https://openai.com/form/appeal"
    ),
    "my son uses chatgpt.com at school, is that the true website of the company?",
    "The login window shows auth.openai.com at the top, does it belong to them?",
    (
        "Your API usage reached 80% of the monthly budget. See "
        "https://platform.openai.com/usage for details. noreply@tm.openai.com"
    ),
    (
        'מאיה הזמינה אותך לסביבת העבודה "בוסתן" ב-ChatGPT. ההזמנה תקפה לשבעה ימים. '
        "noreply@tm.openai.com"
    ),
    "הסיסמה שלך הוחלפה אתמול. אם לא אתם החלפתם, אפסו אותה ב-https://auth.openai.com/reset-password",
    "המנוי שלך בוטל ויישאר פעיל עד סוף החודש. לניהול: https://chatgpt.com/#settings",
    "האם הכתובת platform.openai.com היא באמת של החברה או של מישהו אחר?",
    "העובדים אצלנו מתחברים דרך auth.openai.com, זה האתר הנכון?",
    "קוד הכניסה שלך הוא 482913. לעולם לא נבקש אותו בטלפון. noreply@tm.openai.com",
)


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice_or_question_that_asks_for_nothing_is_openais(text: str) -> None:
    assert judge.judge(RULES, text).kind == "openai_domain"


@pytest.mark.parametrize("text", NEUTRAL)
def test_a_plain_question_a_version_a_code_beside_it_change_nothing(text: str) -> None:
    assert judge.judge(RULES, text).kind == "openai_domain"
    assert "strangers_too" in codes(text)


def lines(kind: str) -> list[str]:
    """Return the texts of our own tuning set, in both languages."""
    return [
        line.replace("\\n", "\n")
        for path in sorted(FIXTURES.glob(f"{kind}.*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def test_no_trap_of_the_tuning_set_is_openais_and_most_are_told_as_scams() -> None:
    kinds = [judge.judge(RULES, text).kind for text in lines("traps")]
    assert len(kinds) >= 150
    assert "openai_domain" not in kinds
    assert kinds.count("scam") / len(kinds) > 0.88


def test_nothing_harmless_of_the_tuning_set_is_a_scam() -> None:
    texts = lines("harmless")
    assert len(texts) >= 150
    assert [text for text in texts if judge.judge(RULES, text).kind == "scam"] == []


def test_most_of_what_is_openais_in_the_tuning_set_is_told_as_such_and_none_is_a_scam() -> None:
    kinds = [judge.judge(RULES, text).kind for text in lines("openai_domain")]
    assert len(kinds) >= 150
    assert "scam" not in kinds
    assert kinds.count("openai_domain") / len(kinds) > 0.85
