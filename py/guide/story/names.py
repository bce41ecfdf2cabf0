"""Plans, shops, ways to sign in, devices, models and libraries, by their names."""

import re
from collections.abc import Iterator

from guide.story.cues import Cues, Found, Text

# Finds «gpt-4.1-mini», not «chatgpt».
_MODEL = re.compile(
    r"(?:(?<![\w./:-])|(?<=[א-ת]-))(?:ft:[\w.:-]*\w"
    r"|gpt[- ]?\d(?:\.\d)?o?(?:[.-][a-z0-9]+)*(?: (?:thinking|instant|pro|mini|nano|turbo)\b)?"
    r"|o[1345](?:-(?:mini|pro|preview|high))*|codex-mini(?:-latest)?|chatgpt-4o-latest"
    r"|gpt-image-\d|gpt-realtime[\w-]*|text-embedding-[\w-]+|whisper-1|dall-e-\d"
    r"|sora-\d(?:-pro)?)(?![\w-])"
)
# Finds «openai-python 1.40», not «openai».
_SDK = re.compile(
    r"(?<![\w./-])(?:codex[- ]cli|openai[- ](?:python|node|js|go|java|dotnet|ruby|php|agents)"
    r"|(?:python|node|js|java|go) openai|openai sdk|(?:python|node) sdk|openai)"
    r"(?:\s+(?:version|sdk|package|npm|lib|library|v\.?))?[\s=@v/]{1,3}(\d+\.\d+(?:\.\d+)*)"
)
# After a version: the one that it was raised to.
# Finds « -> 6.2.1», not « and 6».
_RAISED = re.compile(r"\s*(?:->|=>|→|>)\s*v?(\d+\.\d+(?:\.\d+)*)")
# Finds « 18.2», « 11 24H2» and « sequoia», not « of».
_VERSION = re.compile(
    r"\s?(?:(?:(?:ventura|sonoma|sequoia|tahoe)\s)?\d{1,3}(?:\.\d{1,5}){0,3}|pro|air"
    r"|ventura|sonoma|sequoia|tahoe)(?![\w%$€£₪]|[.,:]\d)"
    r"(?:\s?(?:pro|max|plus)|\s\d\dh\d(?!\w))?"
)
# Of "iPhone 13, iOS 18.7" the second is the system.
# Finds «iphone», not «ios».
_HARDWARE = re.compile(
    r"iphone|ipad\b|i?mac\b|macbook|chromebook|pixel|galaxy|אי?יפון|אייפד|מק|גלקסי"
)
# A device that is not there, or only where it was bought.
# Finds «bought on my », not «it fails on my ».
_ELSEWHERE = re.compile(
    r"(?:(?:moved|switched|changed|went|coming|came) from(?: an?)?"
    r"|bought on|don't have an?|no|family|bought it on(?: the)?"
    r"|עברתי מ|אין לי בכלל|אין לי|קנה מנוי ב|קניתי ב)(?: my| the)? ?$"
)
# Characters from a verb of signing in: "I log in every morning with my Google account".
_NEAR = 60


_INSIDE = frozenset("@./_")  # Before a word that is part of an address.


def choices(text: Text, field: str, cues: Cues) -> Iterator[Found]:
    """Yield each choice of a field whose words are there, where they stand."""
    names = (name for name in cues.names() if name != "verbs")
    found = [
        Found(field, name, *m.span())
        for name in names
        for m in cues[name].finditer(text.low)
        if text.low[m.start() - 1 : m.start()] not in _INSIDE
    ]
    # "Upgraded to Pro, still says Plus": the first that is told.
    yield from sorted(found, key=lambda one: one.start)


# A plan's name with its capital in the middle of a sentence; other products have such names, too.
# Finds «upgraded to Pro», not «go on».
_PLAN = re.compile(
    r"(?:(?<=[\w,:(] )|(?<=\())(Plus|Pro|Go|Business|Enterprise|Edu|Team)(?![\w-]| \d)"
)
# Finds «iphone », not «chatgpt ».
_OTHERS = re.compile(
    r"(?:iphone|ipad|macbook|gemini|pixel|copilot|cursor|github|claude|surface|galaxy|windows"
    r"|perplexity|\d|s\d\d|note|vercel|slack|airpods|to|and|let's) $",
    re.IGNORECASE,
)


# A question about plans in general, nobody's own.
# Finds «does plus include sora», not «how do i cancel my plus».
_IN_GENERAL = re.compile(
    r"\s*(?:(?:does|is|what'?s?|which|how (?:many|much))\b(?!.*\b(?:my|our|i|we)\b)"
    r"|(?:מה ההבדל|כמה עולה|האם)(?!.*(?:שלי|שלנו|אני|אנחנו))|(?:פרו|פלוס|גו) כולל)"
)
# Finds « costs $200», not « cost me».
_PRICE = re.compile(r"\s+(?:costs?\s+(?:[$€£₪]|\d)|עולה\s)")
# Finds «never had », not «i have ».
_NOT_HAD = re.compile(
    r"(?:never had|never ordered|never bought|don't have|wanted"
    r"|thought (?:it was|i was on|this was)"
    r"|אין לי|לא ביקשתי|בחיים לא|רציתי(?: את)?|להישאר ב|חשב\w* ש(?:זה|אני))"
    r" ?(?:the |a )?$"
)


# Right before "I have no Plus".
# Finds «it says that », not «it says. ».
_SHOWN = re.compile(
    r"(?:says?|shows?|tells me|saying)(?: that)?(?: i)? ?$"
    r"|(?:כתוב|מופיע|רשום|אומר)[א-ת]?(?: לי)? ?ש?$"
)
# Before a plan, in a question: nobody's own.
# Finds «discount for », not «discounted».
_OFFER = re.compile(
    r"\b(?:discounts?|offers?|deals?|promo\w*|coupons?|cheaper)\b|(?<![א-ת])(?:הנחה|מבצע|קופון)"
)


def is_had(text: Text, found: Found) -> bool:
    """Tell whether a plan is not named as one that they never had, or would go to."""
    start, end = text.sentence(found.start)
    lacks = _NOT_HAD.search(text.low, max(0, found.start - 20), found.start)
    # "It says that I have no Plus" is said of one that they have paid for.
    shown = lacks and _SHOWN.search(text.low, max(0, lacks.start() - 20), lacks.start())
    offer = _OFFER.search(text.low, start, found.start) and "?" in text.low[end - 1 : end + 1]
    return not (
        (lacks and not shown)
        or offer
        or text.low[found.start : found.end].startswith("לפלוס")
        or _IN_GENERAL.match(text.low[start:end])
        or _PRICE.match(text.low, found.end)
    )


def plans(text: Text) -> Iterator[Found]:
    """Yield plans that are written as names: "upgraded to Pro", but no "iPhone 15 Pro"."""
    for m in _PLAN.finditer(text.raw):
        if not _OTHERS.search(text.raw, max(0, m.start() - 12), m.start()):
            name = m[1].lower()
            yield Found("plan", "business" if name == "team" else name, *m.span())


# These are ways to sign in wherever they are named.
_IN_ITSELF = frozenset({"sso", "passkey", "email_code"})
# After "signed up": it is a purchase.
# Finds « for plus», not « for an account».
_FOR_A_PLAN = re.compile(
    r" (?:for|to) (?:(?:a|the|chatgpt|my)\s){0,2}(?:plus|pro|go|business|plan|trial|free trial|sub)"
    r"|ל(?:פלוס|פרו|מנוי|מינוי|ניסיון)| למנוי| לפלוס| לפרו"
)


def sign_in(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield ways to sign in that stand near a word of signing in; SSO needs none."""
    for found in choices(text, "sign_in_method", cues):
        start, end = text.sentence(found.start)
        span = (max(start, found.start - _NEAR), min(end, found.end + _NEAR))
        store = text.low[found.end : found.end + 6].strip().startswith(("play", "פליי"))
        signs = any(
            not _FOR_A_PLAN.match(text.low, m.end())
            for m in cues["verbs"].finditer(text.low, *span)
        )
        if not store and (found.value in _IN_ITSELF or signs):
            yield found


def devices(text: Text, cues: Cues) -> Iterator[Found]:
    """Yield operating systems and browsers as they are written, with the version right after."""
    for field in ("os", "browser"):
        found = [(_VERSION.match(text.low, m.end()), m) for m in cues[field].finditer(text.low)]
        # With a version first: of "a Galaxy with Android 15" it is the system.
        for version, m in sorted(found, key=lambda one: (not one[0], _is_hardware(one[1][0]))):
            if _ELSEWHERE.search(text.low, max(0, m.start() - 16), m.start()):
                continue
            start = m.start() + cues.bare(field, m[0])
            end = version.end() if version else m.end()
            yield Found(field, text.raw[start:end].strip(), start, end)


def _is_hardware(name: str) -> bool:
    return _HARDWARE.search(name) is not None


def models(text: Text) -> Iterator[Found]:
    """Yield models and libraries as they are written."""
    for m in _SDK.finditer(text.low):
        if text.raw[m.start() : m.end()].startswith("OPENAI"):
            continue  # Of a bank's statement, with the sum.
        if later := _RAISED.match(text.low, m.end()):
            name = text.raw[m.start() : m.start(1)]
            yield Found("sdk", name + later[1], m.start(), later.end())
            continue
        yield Found("sdk", text.raw[m.start() : m.end()], *m.span())
    for m in _MODEL.finditer(text.low):
        yield Found("model_name", text.raw[m.start() : m.end()], *m.span())
