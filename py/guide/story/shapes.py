"""What is known by its own shape, or by a word in front of it: ids, status codes, errors, mail.

Each pattern is a row of a table: field, the cue that must stand before it ("" for none), the shape.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guide.story.cues import Cues, Found, Text
from guide.text.hebrew import is_hebrew

LONG = 4  # Words of a text that is quoted for what it says, not for a button's name.
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_SERIAL = r"(?=[\w-]*\d)[a-z0-9](?:[\w-]*[a-z0-9])?"


@dataclass(frozen=True, slots=True)
class Shape:
    """A field's shape; `cue` names the words that must stand right before it, "" for none."""

    field: str
    cue: str
    shape: str


# Before an id: no letter, or Hebrew's glued one with its hyphen.
_ALONE = r"(?:(?<![\w-])|(?<=[א-ת]-))"
# Of a number behind its word: no day, and to its end.
_NO_DAY = r"(?!(?:20)?\d\d-\d\d-\d\d(?!\d)|\d{1,2}-\d{1,2}-(?:20)?\d\d(?!\d))"
_MORE = r"(?:-[a-z0-9]+)*(?![\w/-])"
# In groups as cards have them: 4-4-4-4, 4-6-5, or not at all.
_WHOLE_CARD = r"(?:\d{4}[ -]?(?:\d{4}[ -]?\d{4}[ -]?\d{1,7}|\d{6}[ -]?\d{5}))(?![\d-])"
_NO_MORE = r"(?! \d{4,6} \d{1,7})"
# What stands alone comes before what needs a word, and the narrow before the wide.
SHAPES = (
    Shape(
        "share_link",
        "",
        r"(?:https?://)?(?:www\.)?(?:chatgpt\.com|chat\.openai\.com)/share/[0-9a-z][\w-]*",
    ),
    # Of the apps: 1.2026.315; other numbers need their word, for much else has a version.
    Shape("app_version", "", r"(?<![\w.])1\.20[2-4]\d\.\d{1,3}(?![\w.]*\d)"),
    Shape("app_version", "app", r"v?\d{1,4}(?:\.\d{1,5}){1,3}(?![\w.]*\d)"),
    Shape("request_id", "", rf"{_ALONE}req_[0-9a-z]{{6,}}"),
    Shape("request_id", "", r"(?<![\w-])[0-9a-f]{16}-[a-z]{3}(?![\w-])"),
    Shape("org_id", "", rf"{_ALONE}org-[0-9a-z]{{6,}}(?![\w-])"),
    Shape("project_id", "", rf"{_ALONE}proj_[0-9a-z]{{4,}}(?![\w-])"),
    Shape("order_id", "", r"(?<![\w-])gpa\.\d{4}(?:-\d{3,5}){1,3}(?![\w-])(?:\.\.\d+)?"),
    Shape("feedback_id", "", rf"{_ALONE}fbk?[-_][0-9a-z]{{4,}}(?:-[0-9a-z]+)*"),
    Shape("session_id", "", rf"{_ALONE}sess_[0-9a-z]{{6,}}"),
    Shape("order_id", "", rf"{_ALONE}(?=[a-z]*\d[a-z]*\d)m[a-z0-9]{{9}}(?![\w-])"),
    Shape("feedback_id", "feedback", rf"{_UUID}|{_SERIAL}"),
    Shape(
        "session_id",
        "session",
        rf"{_UUID}|(?:sess|thread)[_-][0-9a-z]+|(?=[\w-]*\d)[0-9a-z][\w-]{{7,}}",
    ),
    Shape(
        "request_id",
        "request",
        rf"{_UUID}|[0-9a-f-]{{12,}}(?:-[a-z]{{3}})?|(?=[\w-]*\d)[0-9a-z_-]{{10,}}",
    ),
    Shape("order_id", "order", r"(?=[a-z0-9]*\d)[a-z][a-z0-9]{7,13}(?![\w-])|w\d{8,}"),
    Shape("invoice", "", rf"{_ALONE}inv-[0-9a-z]+(?:-[0-9a-z]+)*"),
    Shape("invoice", "invoice", rf"{_NO_DAY}(?=[\w-]*\d)(?:[a-z]{{1,3}}-)?[a-z0-9]{{3,}}{_MORE}"),
    # In Israel with its series or its year before: 40-22817, 2026/0417.
    Shape("invoice", "invoice", rf"{_NO_DAY}\d{{2,4}}[/-]\d{{4,}}{_MORE}"),
    # As the receipts have it: A19F33BC-0008, with a letter and a digit.
    Shape(
        "invoice",
        "",
        rf"{_ALONE}(?=[0-9a-z]*[a-z])(?=[0-9a-z]*\d)[0-9a-z]{{6,8}}-\d{{4}}(?![\w-])",
    ),
    # Of a receipt only where no invoice has its number.
    Shape("invoice", "receipt", rf"{_NO_DAY}(?=[\w-]*\d)(?:[a-z]{{1,3}}-)?[a-z0-9]{{3,}}{_MORE}"),
    Shape("card_last4", "card", _WHOLE_CARD),  # Its first four digits are not its last.
    Shape("card_last4", "last4", rf"\d{{4}}(?![\d-]){_NO_MORE}"),
    Shape("card_last4", "card", rf"(?!20[12]\d|19\d\d)\d{{4}}(?![\d-]|[.,]\d|\s?[$€£₪]){_NO_MORE}"),
    # What hides the digits before is taken whole (++, and only where it begins): a line of dots
    # could be cut into groups in millions of ways, each of which would be tried.
    Shape("card_last4", "", r"(?<![*•x.·])(?:[*•x.·]{2,}+[\s-]?){1,4}\d{4}(?!\d)"),
    Shape("earlier_case", "case", r"[a-z]{0,4}-?\d{5,12}(?![\w-])"),
)
# "The case number for the same thing is 09914475": words between, but no other thing's number.
# Finds « that i got, it is 09914475», not « of invoice 09914475».
_CASE_LATER = re.compile(
    r"(?:,?\s(?!invoice|order|card|phone|receipt|tel|mobile|call|חשבונית|הזמנה|כרטיס|טלפון|נייד)"
    r"[a-zא-ת']+){1,6},?:?\s?#?(\d{6,12})(?![\w-])"
)
_STATUS = (
    r"(?P<v>4(?:0[0-9]|1[0-8]|2[2-9]|51)|5(?:0[0-9]|11|2[0-9]))(?![\d%.,]*\d|\s?(?:[$€£₪%]|x\d))"
)
# Finds « on 429», not « 12».
_STATUS_THEN = re.compile(
    rf"[\s:=(\"'-]{{0,3}}(?:(?:me|us|an?|on|לי|לנו|על|עם)\s|ב-){{0,2}}{_STATUS}"
)
# Finds «429 too many», not «429 apples».
_STATUS_AFTER = re.compile(
    rf"(?<![\d$€£₪.,:/#-]){_STATUS}(?=\s+(?:unauthorized|forbidden|too many|not found|bad gateway|"
    r"internal|service unavailable|bad request|again|error|errors|each time|every time|on every"
    r"|[a-z]+_[a-z_]+)|s(?=\s))"
)
# Finds «gpt-5 -> 503», not «v2 -> 6.1».
_STATUS_ARROW = re.compile(rf"(?:->|=>|→)\s*{_STATUS}(?!\.)")
# At the start of a line, or after the name of an error's class.
# Finds «error code: 429», not «room 429».
_STATUS_LINE = re.compile(
    rf"(?:^|[a-z]error: ?|error code: |status=)[ \t]*{_STATUS}(?=[\s:.,]|$)", re.MULTILINE
)
# Finds «insufficient_quota», not «/insufficient_quota».
_CODE = re.compile(
    r"(?:(?<![\w./-])|(?<=[א-ת]-))(?!proj_|req_|sess_|thread_|fb_|fbk_|user_|sk_)[a-z]{3,}(?:_[a-z]{2,}){1,4}(?![\w/(=-]|\.\w)"
)
# Finds «aadsts50020», not «aadsts».
_MICROSOFT = re.compile(r"\baadsts\d{4,}")  # What a school's or company's sign-in says.
# Finds «dana@example.org», not «openai@5.23.1».
_MAIL = re.compile(
    r"[a-z0-9][\w.+%-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b", re.ASCII | re.IGNORECASE
)
# As one dictates it; the name in two words, or "look at example dot com" would be one.
# Finds «dana dot levi at example dot org», not «look at example dot org».
_DICTATED = re.compile(
    r"(?<![\w.-])[a-z0-9]+(?: (?:dot|underscore|dash) [a-z0-9]+)+ at [a-z0-9-]+(?: dot [a-z0-9-]+)+"
)
_DICTATED_SIGNS = {" at ": "@", " dot ": ".", " underscore ": "_", " dash ": "-"}
# Within a Hebrew word the sign is its own: ש"ח, מנכ"ל.
# Finds «'Something went wrong'», not «it's John's».
_QUOTED = re.compile(
    r'(?<![א-ת][א-ת])"([^"\n]{6,200})"(?![א-ת])|\'([^\'\n]{8,200})\'(?!\w)|`([^`\n]{6,200})`'
)
# Finds «'message': 'You exceeded it', », not «message: no».
_JSON_MESSAGE = re.compile(r"""["']message["']\s*:\s*(["'])(.{6,200}?)\1(?=\s*[,}])""")
# Pasted lines: "openai.RateLimitError: ...", "403 Your organization ...", and after a colon.
# Finds «Error: something went wrong», not «no error here».
_LINE = re.compile(
    r"^[ \t>|*-]*(?:(?:[\w.]*[a-z](?:Error|Exception)|ERROR|FATAL|Error|error)(?: code)?\s?[:\[(]"
    r"|[45]\d\d\s?[-:]?)\s*(?:[45]\d\d\b[ :-]*)?(?P<said>[A-Za-z][ !#-z|~]{8,200})$"
    r"|:[ \t]*\n\s*(?P<alone>[A-Za-z][ !#-z|~]{8,200})$",
    re.MULTILINE,
)
# Finds « Something went wrong.», not « something».
_SENTENCE = re.compile(
    r"(?:\s+(?:that|me|this|a|לי|לנו))?\s*[:,-]?\s+"
    r"((?!I\b)[A-Z][A-Za-z0-9'’]*(?: [A-Za-z0-9'’,/()#-]+){2,20})"
    r"(?=$|\s*[\n.!?;(]|\s+[א-ת]|\s+and |\s+but )",
    re.MULTILINE,
)
# Finds «Something went wrong», not «משהו השתבש».
_LATIN_LINE = re.compile(r"^[ \t>|*-]*([A-Za-z][\x20-\x7e]{14,220})$", re.MULTILINE)
# Finds «rate_limit», not «response_format».
_ERRORLIKE = re.compile(
    r"error|limit|quota|invalid|not_found|mismatch|exceed|denied|expired|revoked|fail|unsupported|insufficient|block|"
    r"timeout|unavailable|overload|deactivat|violation|already_used|unauthorized|forbidden|suspended|inactive|not_active|disabled"
)
# Right before a quoted text: what a thing is called, or why it was done.
_REASON = (" about", " for", " because of", " called", " named", " from", "בגלל", " על", "מ")
# Finds «error: something went wrong», not «error».
_AFTER_COLON = re.compile(
    r"(?:error|message|שגיאה|ההודעה|הודעה|השגיאה)\s?:\s*((?=[a-z])(?:[^\n\"'`.!?;א-ת]|[.!?](?=\w)){8,160})"
)


def find(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield what its shape tells, the surest first; `cues` is the table [numbers]."""
    taken: list[tuple[int, int]] = []
    known: set[str] = set()
    for shape in SHAPES:
        if shape.cue == "receipt" and shape.field in known:
            continue
        for start, end in _places(text, shape, cues):
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                known.add(shape.field)
                value = text.raw[start:end]
                yield Found(
                    shape.field, value[-4:] if shape.field == "card_last4" else value, start, end
                )


def _places(text: Text, shape: Shape, cues: Cues) -> Iterator[tuple[int, int]]:
    if not shape.cue:
        yield from (m.span() for m in re.finditer(shape.shape, text.low))
        return
    link = re.compile(
        rf"(?:[\s:#=,(\-]|\.(?=\s)|\b(?:is|was|no|nr|number|id|with|you|in(?!-)|the|digits)\b\.?|ref|reference|הוא|היא|ה?מס'|ה?מספר|שמספר[הו]|עם|שלי|שלנו|[בש]-?(?=\d)){{0,6}}({shape.shape})"
    )
    for cue in cues[shape.cue].finditer(text.low):
        if shape.field == "card_last4" and text.low[: cue.start()].endswith(("number ", "המספר ")):
            continue  # A telephone's.
        if shape.field == "earlier_case" and cues["others"].search(
            text.low, max(0, cue.start() - 14), cue.start()
        ):
            continue
        m = link.match(text.low, cue.end())
        if m is None and shape.field == "earlier_case":
            m = _CASE_LATER.match(text.low, cue.end())
        if m:
            yield m.span(1)


def status(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield the HTTP status that is named as one."""
    for cue in cues["status"].finditer(text.low):
        if m := _STATUS_THEN.match(text.low, cue.end()):
            yield Found("http_status", m["v"], m.start("v"), m.end("v"))
    for m in _STATUS_AFTER.finditer(text.low):
        yield Found("http_status", m["v"], *m.span("v"))
    for m in _STATUS_ARROW.finditer(text.low):
        yield Found("http_status", m["v"], *m.span("v"))
    for m in _STATUS_LINE.finditer(text.low):
        yield Found("http_status", m["v"], *m.span("v"))


def errors(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield the exact error messages that are quoted after a word of saying, and error codes."""
    for m in _MICROSOFT.finditer(text.low):
        yield Found("error_code", text.raw[m.start() : m.end()], *m.span())
    for m in filter(_is_error, _CODE.finditer(text.low)):
        if "type" in text.low[max(0, m.start() - 9) : m.start()]:
            continue  # The class of an error, beside its code.
        yield Found("error_code", text.raw[m.start() : m.end()], *m.span())
    for m in _QUOTED.finditer(text.low):
        start, end = m.span(m.lastindex or 0)
        if " " in m[0].strip() and _is_said(text, cues, m):
            yield Found("error_text", text.raw[start:end].strip(), start, end)
    for m in _JSON_MESSAGE.finditer(text.low):
        yield Found("error_text", text.raw[m.start(2) : m.end(2)], *m.span(2))
    yield from _lines(text, cues)
    for m in _AFTER_COLON.finditer(text.low):
        if " " in m[1].strip():
            yield Found("error_text", text.raw[m.start(1) : m.end(1)].strip(" ."), *m.span(1))
    yield from _unquoted(text, cues)


def _lines(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield pasted lines that are errors by how they begin, or by standing out of a Hebrew text."""
    hebrew = any(map(is_hebrew, text.low))
    ways = (_LINE, _LATIN_LINE) if hebrew else (_LINE,)
    for m in (m for way in ways for m in way.finditer(text.raw)):
        at = m.lastindex or 0
        if " " in m[at].strip() and cues["inside"].search(m[at].lower()):
            yield Found("error_text", m[at].strip(), *m.span(at))


def _unquoted(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield a Latin sentence that a word of saying introduces without quotes."""
    for m in cues["says"].finditer(text.low):
        if (said := _SENTENCE.match(text.raw, m.end())) and cues["inside"].search(said[1].lower()):
            yield Found("error_text", said[1].strip(), *said.span(1))


def _is_error(code: re.Match[str]) -> bool:
    return _ERRORLIKE.search(code[0]) is not None


def _is_said(text: Text, cues: Cues, quote: re.Match[str]) -> bool:
    near = text.low[max(0, quote.start() - 45) : quote.start()]
    if near.rstrip().endswith(_REASON) or quote[0][:-1].rstrip().endswith("?"):
        return False  # "A warning about 'Cyber abuse'".
    if cues["strong"].search(near) or cues["inside"].search(quote[0]):
        return True
    return len(quote[0].split()) >= LONG and cues["says"].search(near) is not None


def mail(text: Text) -> Iterator[tuple[int, int]]:
    """Yield where e-mail addresses stand."""
    for m in _MAIL.finditer(text.raw):
        yield m.start(), m.start() + len(m[0].rstrip("."))
    yield from (m.span() for m in _DICTATED.finditer(text.low))


def address(text: Text, start: int, end: int) -> str:
    """Return the e-mail address at a place that `mail` yields, written with its signs."""
    said = text.raw[start:end]
    if "@" in said:
        return said
    for word, sign in _DICTATED_SIGNS.items():
        said = said.lower().replace(word, sign)
    return said
