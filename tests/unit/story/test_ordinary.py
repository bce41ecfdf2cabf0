"""Ordinary stories: a row for each way to say it, in both languages; most were read wrongly before.

Beside them stand rows that nothing may be read from, or not that: those that were right already
guard the others.
"""

import pytest

from guide import compiled_content
from guide.story import children, reader
from tests.unit.story.test_reader import RULES, SUNDAY

# When the plan was cancelled; numbers and links that have a shape of their own, or two.
CANCELLED = [
    (
        "I cancelled on November 3 and you charged me on November 20",
        {"cancelled_on": "2026-11-03", "charge_date": "2026-11-20"},
    ),
    (
        "Cancelled my plan two weeks ago, yesterday you took $20 again",
        {"cancelled_on": "2026-11-15", "charge_date": "2026-11-28", "amount": "20.00 USD"},
    ),
    (
        "I was billed $20 on the 17th and cancelled the next morning",
        {"charge_date": "2026-11-17", "amount": "20.00 USD", "cancelled_on": "2026-11-18"},
    ),
    (
        "I was charged on 12 November. I cancelled it the same day.",
        {"charge_date": "2026-11-12", "cancelled_on": "2026-11-12"},
    ),
    (
        "turned off auto-renew on nov 5, still charged on nov 9",
        {"cancelled_on": "2026-11-05", "charge_date": "2026-11-09"},
    ),
    (
        "On November 3 I unsubscribed, and on November 20 the card was charged again",
        {"cancelled_on": "2026-11-03", "charge_date": "2026-11-20"},
    ),
    (
        "ביטלתי לפני שבועיים ואתמול שוב ירדו לי 79.90",
        {"cancelled_on": "2026-11-15", "charge_date": "2026-11-28"},
    ),
    (
        "ביטלתי את המנוי ב-3.11 ובכל זאת חויבתי ב-20.11",
        {"cancelled_on": "2026-11-03", "charge_date": "2026-11-20"},
    ),
    (
        "ב-3 בנובמבר ביטלתי את הפלוס. ב-20 בנובמבר ירד לי 79 שקל",
        {
            "plan": "plus",
            "cancelled_on": "2026-11-03",
            "charge_date": "2026-11-20",
            "amount": "79.00 ILS",
        },
    ),
    (
        "חויבתי ביום חמישי וביטלתי עוד באותו היום",
        {"charge_date": "2026-11-26", "cancelled_on": "2026-11-26"},
    ),
    ("חויבתי ב-17.11, למחרת ביטלתי", {"charge_date": "2026-11-17", "cancelled_on": "2026-11-18"}),
    (
        "כיביתי את החידוש האוטומטי לפני חמישה ימים ואתמול ירד לי כסף",
        {"cancelled_on": "2026-11-24", "charge_date": "2026-11-28"},
    ),
    (
        "https://chatgpt.com/share/abc-123 is public, remove it",
        {"share_link": "https://chatgpt.com/share/abc-123"},
    ),
    (
        "two links: chatgpt.com/share/11aa and https://chat.openai.com/share/22bb.",
        {"share_link": "chatgpt.com/share/11aa\nhttps://chat.openai.com/share/22bb"},
    ),
    ("app version 1.2026.140, Android 16", {"app_version": "1.2026.140", "os": "Android 16"}),
    (
        "the app is on version 1.2025.301 and macOS 15.1",
        {"app_version": "1.2025.301", "os": "macOS 15.1"},
    ),
    ("גרסת האפליקציה 1.2026.140", {"app_version": "1.2026.140"}),
    (
        "invoices 7C2A91F0-0004 and 7C2A91F0-0005 are both wrong",
        {"invoice": "7C2A91F0-0004\n7C2A91F0-0005"},
    ),
    ("חשבוניות 7C2A91F0-0004 ו-7C2A91F0-0005", {"invoice": "7C2A91F0-0004\n7C2A91F0-0005"}),
]
# Who signs.
NAMES = [
    ("I want my money back.\nKind regards,\nSteffi Kraus", {"name": "Steffi Kraus"}),
    ("Please fix. Thanks, Brandon", {"name": "Brandon"}),
    ("thanks!! - jake", {"name": "jake"}),
    ("My name is Oluwaseun Adeyemi and I was banned", {"name": "Oluwaseun Adeyemi"}),
    ("my name is tom and i cant log in", {"name": "tom"}),
    (
        "It will not load.\nYours sincerely,\nDr. Helen Marsh\nMarsh Dental Ltd",
        {"name": "Helen Marsh"},
    ),
    ("Regards, R. Pillai", {"name": "R. Pillai"}),
    ("לא מגיע קוד.\nבברכה,\nליאת אמסלם", {"name": "ליאת אמסלם"}),
    ("תחזירו לי את הכסף. תודה, מיכל", {"name": "מיכל"}),
    ("תודה מראש, יוסי כהן", {"name": "יוסי כהן"}),
    ("שמי דורית אבוטבול ואני מורה", {"name": "דורית אבוטבול"}),
    ("קוראים לי סהר, אני בת 19", {"name": "סהר"}),
    ('בכבוד רב, עו"ד מיכאל זילבר, תל אביב', {"name": "מיכאל זילבר"}),
    ('בתודה, ד"ר נעמה שקד', {"name": "נעמה שקד"}),
    ("אני עדי מחיפה ולא נכנס לי", {"name": "עדי"}),
    ("Hi, I'm Carlos from Lima, can't log in", {"name": "Carlos"}),
    ("Best,\nOluchi", {"name": "Oluchi"}),
    ("Thanks\nMarianne Dubois", {"name": "Marianne Dubois"}),
    ("תודה\nאורית", {"name": "אורית"}),
    ("בברכה\nעו\"ד יעל ברק\nברק ושות'", {"name": "יעל ברק"}),
    ("thanks, waiting for reply", {}),
    ("Best,\nMaya\nOpenAI Support", {}),
    ("It crashes. Black Friday", {}),
    ("תודה, מחכה לתשובה", {}),
    ("אני מתוסכלת. תודה על העזרה", {}),
    ("Thanks.\nSent from my iPhone", {"os": "iPhone"}),
]
# What each day, sum, address, plan, device is.
FIELDS = [
    ("I sign in with a passkey and it says not recognised", {"sign_in_method": "passkey"}),
    ("My passkey stopped working when I got a new phone", {"sign_in_method": "passkey"}),
    ("I always log in with a code they email me", {"sign_in_method": "email_code"}),
    ("I get in with the code that is sent to my email", {"sign_in_method": "email_code"}),
    ("No password, I use the email code to log in", {"sign_in_method": "email_code"}),
    ("אני נכנסת תמיד עם קוד שמגיע למייל", {"sign_in_method": "email_code"}),
    ("נכנס עם פאסקי מהטלפון", {"sign_in_method": "passkey"}),
    ("לוגין עם גוגל לא עובד", {"sign_in_method": "google"}),
    ("מתחבר עם סיסמא רגילה", {"sign_in_method": "password"}),
    ("She signed up for Plus through Apple", {"plan": "plus", "bought_where": "apple"}),
    (
        "you charged me twice on the same day, 15 November",
        {"charge_date": "2026-11-15", "second_charge_date": "2026-11-15"},
    ),
    (
        "Two charges of $20 on November 15",
        {"charge_date": "2026-11-15", "second_charge_date": "2026-11-15", "amount": "20.00 USD"},
    ),
    (
        "both charges are from 15 November",
        {"charge_date": "2026-11-15", "second_charge_date": "2026-11-15"},
    ),
    ("there is $212 of usage that isn't ours", {"amount": "212.00 USD"}),
    (
        "ירדו לי פעמיים באותו יום, 15.11",
        {"charge_date": "2026-11-15", "second_charge_date": "2026-11-15"},
    ),
    (
        "שני חיובים של 20 דולר ב-15.11",
        {"charge_date": "2026-11-15", "second_charge_date": "2026-11-15", "amount": "20.00 USD"},
    ),
    ("אשתי רכשה פלוס בשבת", {"plan": "plus", "charge_date": "2026-11-28"}),
    ("שרפו לי 140 דולר על המפתח שדלף", {"amount": "140.00 USD"}),
    ("מישהו בזבז לי 90 דולר דרך המפתח", {"amount": "90.00 USD"}),
    ("הקרדיטים שלי פגו ב-1.11, היו שם 63 דולר", {"when": "2026-11-01"}),
    ("כרטיס המסתיים בספרות 7702", {"card_last4": "7702"}),
    ("ויזה שלי 0913 חויבה", {"card_last4": "0913"}),
    ("my card (4417)", {"card_last4": "4417"}),
    ("Receipt number 2291-0047\nInvoice number A90C3D55-0003", {"invoice": "A90C3D55-0003"}),
    ("Earlier case number for the same thing is 09914475", {"earlier_case": "09914475"}),
    ("I have a ticket already, it's 09914475", {"earlier_case": "09914475"}),
    ("פניתי כבר, מספר הפנייה שקיבלתי 05518327", {"earlier_case": "05518327"}),
    ("Please send the corrected invoice to acc@example.org", {"reply_email": "acc@example.org"}),
    ("נא לשלוח מחדש לכתובת a@example.org", {"reply_email": "a@example.org"}),
    ("מבקשת לשלוח את החשבונית ל-a@example.org", {"reply_email": "a@example.org"}),
    ("בעלי זכרונו לברכה, המייל שלו היה moshe@example.org", {"account_email": "moshe@example.org"}),
    ("I am the owner (Business) and she is an admin", {"plan": "business"}),
    ("any student discount for Plus?", {}),
    ("כתוב שאין לי פלוס למרות ששילמתי", {"plan": "plus"}),
    ("יש הנחה לסטודנטים על פלוס?", {}),
    ("thinking of getting Pro, is it worth it?", {}),
    ("It spins on my Samsung", {"os": "Samsung"}),
    ("works in Chrome, fails in Atlas on macOS 15.1", {"os": "macOS 15.1", "browser": "Atlas"}),
    ("tried Chrome and Brave both", {}),
    ("בכרום זה עובד אבל ב-Atlas לא", {"browser": "Atlas"}),
    ("בסמסונג שלי זה נתקע", {"os": "סמסונג"}),
    ("דפדפן דאקדאקגו, מק", {"os": "מק", "browser": "דאקדאקגו"}),
    ("I did the selfie check on Friday and it said I am under 18", {"when": "2026-11-27"}),
    ("age check yesterday, it couldnt verify me", {"when": "2026-11-28"}),
    ("blank screen since like 7:30", {"when": "2026-11-29T07:30"}),
    ("since 7:30 nothing loads", {"when": "2026-11-29T07:30"}),
    ("noticed it about half 8 this morning", {"when": "2026-11-29T08:30"}),
    ("started at quarter to nine this morning", {"when": "2026-11-29T08:45"}),
    ("crashed last night at half past eleven", {"when": "2026-11-28T23:30"}),
    ("it stopped at six in the evening yesterday", {"when": "2026-11-28T18:00"}),
    ("התחיל הבוקר בשמונה", {"when": "2026-11-29T08:00"}),
    ("מהבוקר בשבע וחצי הכל תקוע", {"when": "2026-11-29T07:30"}),
    ("אתמול בשש בערב נעלם הכול", {"when": "2026-11-28T18:00"}),
    ("כבר משעה 9:30 זה מחזיר שגיאה", {"when": "2026-11-29T09:30"}),
    ("אתמול בלילה בשעה אחת עשרה נזרקתי", {"when": "2026-11-28T23:00"}),
    ("בשלוש אחר הצהריים אתמול זה קרס", {"when": "2026-11-28T15:00"}),
    ("נתתי להם את הקוד ביום שלישי", {"when": "2026-11-24"}),
    ("what is the difference between ChatGPT credits and API credits", {}),
    ("bought from website", {"bought_where": "web"}),
    ("הקרדיטים שלי באייפיאי נעלמו", {"bought_where": "api"}),
    ("אחלה, שוב 429", {"http_status": "429"}),
]
# When it began to fail, and what is others' beside it.
WHEN = [
    ("On Tuesday Codex ate half my repo", {"when": "2026-11-24"}),
    ("On 20 November it just forgot everything it knew about me", {"when": "2026-11-20"}),
    ("This morning it answered in Spanish out of nowhere", {"when": "2026-11-29"}),
    ("Yesterday it downgraded me to Free by itself", {"when": "2026-11-28"}),
    ("my sms code never arrived on monday", {"when": "2026-11-23"}),
    ("it gave me a limit message on Friday after one prompt", {"when": "2026-11-27"}),
    ("My projects weren't there on Sunday", {"when": "2026-11-22"}),
    ("Our members were removed from the workspace on Wednesday", {"when": "2026-11-25"}),
    ("ביום שלישי קודקס הרס לי חצי פרויקט", {"when": "2026-11-24"}),
    ("ב-20 בנובמבר הוא שכח את כל מה שידע עליי", {"when": "2026-11-20"}),
    ("הבוקר הוא ענה לי בספרדית", {"when": "2026-11-29"}),
    ("אתמול ירדתי לחינמי לבד", {"when": "2026-11-28"}),
    ("אתמול נגמרו לי ההודעות אחרי שלוש שאלות", {"when": "2026-11-28"}),
    ("הפרויקטים לא היו שם ביום ראשון", {"when": "2026-11-22"}),
    ("העיפו אותי מסביבת העבודה ב-25.11", {"when": "2026-11-25"}),
    ("הסירו את העובדים שלנו מה-workspace ביום רביעי", {"when": "2026-11-25"}),
    (
        "My bank sent a mail on Tuesday that the card was replaced, it ends 8841. I'm on Plus.",
        {"card_last4": "8841", "plan": "plus"},
    ),
    (
        "I saw on Reddit that people got banned on Monday. Mine got banned yesterday for nothing.",
        {"when": "2026-11-28"},
    ),
    (
        "The invoice of October, 7C2A91F0-0004, is right. November's 7C2A91F0-0005 is wrong.",
        {"invoice": "7C2A91F0-0004\n7C2A91F0-0005"},
    ),
    ("קיבלתי מהבנק הודעה ביום שלישי שהכרטיס הוחלף", {}),
    ("קוראים לי אבי ואני בן 67, לא מצליח להיכנס מאז שלשום", {"when": "2026-11-27", "name": "אבי"}),
    (
        "עדכנתי את האפליקציה ל-1.2026.320 ומאז היא קורסת באייפון",
        {"app_version": "1.2026.320", "os": "אייפון"},
    ),
    (
        'חייבו אותי שלוש פעמים, 3.11, 4.11 ו-5.11, כל פעם 79.90 ש"ח',
        {"charge_date": "2026-11-03", "second_charge_date": "2026-11-04", "amount": "79.90 ILS"},
    ),
    ("I will cancel on 3 December", {}),
    ("I did not cancel on 3 November", {}),
    ("I revoked the key on 3 November", {}),
    ("My brother cancelled his on 3 November", {}),
    ("Chrome version 131.0.2", {"browser": "Chrome"}),
]
# What was done; what was only told, asked or thought was not.
DEEDS = [
    ("I cleared my cookies and cache, no change", ["fix_browser"]),
    ("deleted all cookies, reinstalled chrome, still blank", ["fix_browser"]),
    ("Cache is cleared, cookies gone, same thing", ["fix_browser"]),
    ("tried clearing the cache already", ["fix_browser"]),
    ("I turned off my ad blocker and it still loops", ["fix_browser"]),
    ("ניקיתי עוגיות וקאש ולא עזר", ["fix_browser"]),
    ("ניקיתי את המטמון של הדפדפן, כלום", ["fix_browser"]),
    ("כיביתי את חוסם הפרסומות", ["fix_browser"]),
    ("My son told me to try incognito, I did, same thing", ["private_window"]),
    ("A friend said use a private window. Tried it, no difference", ["private_window"]),
    ("you told me to log out of all devices, which I did", ["log_out_everywhere"]),
    ("הבת שלי אמרה לי לנסות גלישה בסתר, ניסיתי, לא עזר", ["private_window"]),
    ("אמרו לי להחליף סיסמה, עשיתי את זה", ["change_password"]),
    ("Raised a dispute with HDFC", ["ask_the_bank"]),
    ("I've been in touch with my card provider", ["ask_the_bank"]),
    ("חברת האשראי עודכנה", ["ask_the_bank"]),
    ("פתחתי בירור מול חברת האשראי", ["ask_the_bank"]),
    ("הבנק כבר בודק את זה", ["ask_the_bank"]),
    ("I have seen the limits page, we are tier 4", ["check_limits"]),
    ("I had a look at usage, it's at 3%", ["check_limits"]),
    ("the billing page shows I've used 4 of 50 dollars", ["check_limits"]),
    ("עברתי על דף ה-usage ואנחנו רחוקים מהמגבלה", ["check_limits"]),
    ("I made sure I'm in the correct organization", ["same_organization"]),
    ("עיינתי במרכז העזרה", ["search_help"]),
    ("הסטטוס פייג' ירוק", ["check_status"]),
    ("There's a thread I opened on the developer forum", ["ask_forum"]),
    ("הערעור שהגישה נדחה", ["appeal_once"]),
    ("I thought I'd cancelled in the summer", []),
    ("should I clear the cache?", []),
    ("someone suggested an incognito window but I haven't", []),
    ("אמרו לי לנסות חלון פרטי, לא ניסיתי", []),
    ("עוד לא ניקיתי עוגיות", []),
    ("my key was on github, revoked it, new one made", ["rotate_keys"]),
    ("ביטלתי את הכרטיס אתמול", ["ask_the_bank"]),
]
# How old a child is.
AGES = [
    ("my son is 11 and has an account", "under_13"),
    ("My 14-year-old daughter was locked out", "teen"),
    ("הבת שלי בת 11 ונחסמה", "under_13"),
    ("אני בן 45 והבן שלי בן 15", "teen"),
    ("my kid is 20 now", "adult"),
    ("I'm 13 and my account is locked", ""),
    ("two kids, he's 9 and she's 14.", ""),
    ("my son pays, it is 20 dollars", ""),
]


@pytest.mark.parametrize(("text", "fields"), [*CANCELLED, *NAMES, *FIELDS, *WHEN])
def test_each_ordinary_way_to_say_it_is_read(text: str, fields: dict[str, str]) -> None:
    assert reader.read(RULES, text, SUNDAY).values() == fields


@pytest.mark.parametrize(("text", "done"), DEEDS)
def test_each_ordinary_way_to_say_that_a_step_was_done_is_read(text: str, done: list[str]) -> None:
    assert sorted(found.field for found in reader.read(RULES, text, SUNDAY).done) == done


@pytest.mark.parametrize(("text", "age"), AGES)
def test_the_age_of_a_child_is_read_where_the_story_tells_of_one(text: str, age: str) -> None:
    assert children.told(text, RULES.cues["children"]).get("child_age", "") == age


def test_every_field_of_several_numbers_may_be_read_more_than_once() -> None:
    fields = compiled_content.load().catalog.fields
    assert {name for name in reader.SEVERAL if fields[name].kind != "several"} == set()
