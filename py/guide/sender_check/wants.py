"""The table of asks: which verbs with which objects ask for what support never needs.

    Ask = a code of POLICY, labels of verbs, labels of objects, and what else must be said

Labels are those of text/<locale>/reading/sender_check.toml; how they are read is in `asks`.
"""

from dataclasses import dataclass

_GAP = 9  # Words between a verb and its object.
_WIDE = 14
_FAR = 24


@dataclass(frozen=True, slots=True)
class Ask:
    """These verbs with these objects within `gap` words are the sign `code`.

    `needs` are labels of which the sentence must have one, `anywhere` the message; `spoils` those
    the sentence must not have, `unless` the message; `pages`: signs of a link, of which the
    message must have one;
    `around` lets the object stand before its verb, too. No objects: the verb says it all.
    `whoever`: it is an ask whoever speaks and however it is told, unless it is denied or warned of.
    """

    code: str
    verbs: tuple[str, ...]
    objects: tuple[str, ...] = ()
    gap: int = _GAP
    needs: tuple[str, ...] = ()
    spoils: tuple[str, ...] = ()
    around: bool = False
    anywhere: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    whoever: bool = False


_STRANGE = (
    "free_page",
    "shared_page",
    "shared_claim",
    "hidden_target",
    "uses_name",
)  # Whose page it is, none knows.
_FOREIGN = (*_STRANGE, "not_listed", "messenger")
_SHARED = ("shared_page", "shared_claim")  # Of OpenAI's site, with a stranger's words.
_ENTER = ("put_in", "settle", "pay")
_HAND = ("hand_over", "demand", "told_ask", "gave")
_RUN = ("paste", "paste_in")
_PAY = ("hand_over", "pay", "demand", "told_ask", "gave", "only_pay")
_ANYONES = (*_SHARED, "free_page")
_TOLD_THERE = ("hand_over", "told_ask", "page_asks", "put_in", "photo", "demand")
# Who may be after the reader; without any, it is ordinary life: "my card is in the envelope".
_CONCERN = ("brand", "support", "authority", "threat", "persuades", "human_push")
_OUTSIDE = ("messenger", "free_mail", "look_alike", "display_name", "not_listed", "free_page")
_PRETEXT = ("authority", "support", "new_number", "overpaid", "recovers")
_INSTALLS = ("installer", "addon")
_GENUINE = ("genuine_sender", "genuine_link")
_LURE = ("lure", "threat")
_GET = ("receive",)
_SIGN_UP = ("sign_in", "account_in", "identity", "card_too", "messenger")
_SETTLE = ("told_ask", "pay", "send_on", "settle")
_JOB = ("tasks", "offers_job", "pays_me")
_HELPERS = ("offers_job", "recovers")
_CONSENT = ("consent", "told_ask")
_PUSHES = ("persuades", "threat", "support", "our_app", "sell", "human_push")
_OWN = ("on_computer",)  # WhatsApp itself is opened on a computer that way.
_OWN_HELP = ("own_help",)  # One's own technician may well see one's screen.
_VISIT = ("visit",)  # One calls off a table or the dentist by telephone.
_HELP = ("help_context", "support", "stop_charge")
_CODES = ("code_sent", "code", "bare_code")
ASKS: tuple[Ask, ...] = (
    Ask("asks_code", _HAND, ("code",)),
    Ask("asks_code", ("hand_over", "told_ask"), ("bare_code",), needs=("code_context",)),
    Ask("asks_code", ("read_out",), ("code", "bare_code", "digits")),
    Ask("asks_code", ("hand_it",), (*_CODES, "the_code"), gap=0, around=True),
    Ask("asks_code", ("give_to",), ("the_code",), 3),
    Ask("asks_code", ("hand_over", "read_out", "told_ask"), ("it",), 3, anywhere=("the_code",)),
    Ask("asks_code", _HAND, ("entry_link",)),
    Ask("asks_code", ("put_in",), ("code", "digits"), around=True, pages=_STRANGE),
    Ask("asks_code", _TOLD_THERE, ("code",), pages=_ANYONES, whoever=True),
    Ask("asks_card", _HAND, ("card",)),
    Ask("asks_card", ("read_out",), ("card", "card_too")),
    Ask(
        "asks_card", (*_ENTER, "told_ask"), ("card_too",), around=True, anywhere=_GET, whoever=True
    ),
    Ask("asks_card", _TOLD_THERE, ("bank_login",), whoever=True),
    Ask("asks_card", _TOLD_THERE, ("card",), pages=_ANYONES, whoever=True),
    Ask("asks_password", _TOLD_THERE, ("password",), pages=_ANYONES, whoever=True),
    Ask("asks_papers", _TOLD_THERE, ("identity",), around=True, pages=_SHARED, whoever=True),
    Ask("asks_card", ("photo",), ("card_word",)),
    Ask("asks_card", ("photo",), ("card",), whoever=True),
    Ask(
        "asks_card",
        _ENTER,
        ("card_too",),
        around=True,
        pages=_FOREIGN,
        anywhere=_LURE,
        whoever=True,
    ),
    Ask("asks_card", ("page_asks", "told_ask"), ("card_too", "card"), pages=_FOREIGN, whoever=True),
    Ask(
        "asks_card",
        ("courier",),
        ("card_word", "card"),
        _WIDE,
        around=True,
        anywhere=(*_CONCERN, "yours"),
        whoever=True,
    ),
    Ask("asks_card", ("page_asks", "told_ask"), ("card",), anywhere=("bait",), whoever=True),
    Ask("asks_card", ("card_ready",), whoever=True),
    Ask("asks_card", ("told_ask", "page_asks", "put_in", *_HAND), ("card_pin",), whoever=True),
    Ask("asks_card", ("told_ask",), ("bank_app",), spoils=("own_help",)),
    Ask("asks_card", ("fee",), ("card_too",), 5, pages=_FOREIGN, anywhere=_LURE, whoever=True),
    Ask("asks_password", _HAND, ("password",), spoils=("self",)),
    Ask("asks_password", ("put_in",), ("password",), needs=("in_reply",), spoils=("self",)),
    Ask("asks_password", ("put_in",), ("password",), needs=("a_form",)),
    Ask(
        "asks_password", ("sign_in",), ("account_in",), pages=_STRANGE, anywhere=_LURE, whoever=True
    ),
    Ask(
        "asks_password",
        ("told_ask", "page_asks"),
        ("our_login",),
        anywhere=("addon",),
        whoever=True,
    ),
    Ask("asks_password", _ENTER, ("password",), anywhere=("stranger",), whoever=True),
    Ask("asks_password", ("wish",), ("password",), gap=3, needs=("yours",)),
    Ask("asks_password", ("hand_now",), ("password",)),
    Ask("asks_password", ("put_in",), ("password",), pages=_STRANGE),
    Ask(
        "asks_password",
        _ENTER,
        ("password",),
        around=True,
        pages=_FOREIGN,
        anywhere=_LURE,
        whoever=True,
    ),
    Ask(
        "asks_password", ("page_asks", "told_ask"), ("password",), anywhere=("bait",), whoever=True
    ),
    Ask("asks_key", _HAND, ("key",), spoils=("technical",)),
    Ask("asks_key", ("paste",), ("session",), spoils=("technical", "turn_off")),
    Ask("asks_key", _ENTER, ("key",), around=True, pages=_FOREIGN, anywhere=_LURE, whoever=True),
    Ask(
        "asks_key", ("told_ask", "page_asks"), ("session", "key"), anywhere=("addon",), whoever=True
    ),
    Ask("asks_key", ("page_asks", "told_ask"), ("key", "session"), pages=_FOREIGN, whoever=True),
    Ask("asks_key", ("page_of_key",), pages=("key_page",), whoever=True),
    Ask("asks_key", ("told_ask",), pages=("key_page",)),
    Ask("asks_key", ("put_in", "connect"), ("seed",)),
    Ask("asks_gift_card", _PAY, ("gift",)),
    Ask("asks_crypto", _PAY, ("crypto",)),
    Ask("asks_crypto", ("connect",), ("wallet",)),
    Ask("asks_crypto", ("told_ask",), ("wallet",), _WIDE),
    Ask("asks_crypto", ("wallet",), ("claims",), around=True, whoever=True),
    Ask("asks_crypto", ("fee",), ("crypto",), needs=("release",), whoever=True),
    Ask("asks_fee", ("pay", "hand_over", "demand", "told_ask"), ("fee",), needs=("release",)),
    Ask("asks_fee", ("advance", "pay"), ("fee", "advance"), around=True, anywhere=("recovers",)),
    Ask("asks_fee", ("hand_over",), ("fee", "advance"), around=True, anywhere=("recovers",)),
    Ask("asks_fee", ("pay", "settle"), ("fine",), around=True, anywhere=("brand",)),
    Ask("asks_fee", ("advance",), anywhere=("recovers",), whoever=True),
    Ask("asks_fee", ("only_fee",), whoever=True),
    Ask("asks_fee", ("costs",), ("first_pay",), _FAR, around=True, whoever=True),
    Ask("asks_deposit", ("gain",), ("per_period",), around=True, anywhere=("stake",)),
    Ask("asks_deposit", ("told_ask", "stake_now"), ("platform",), _WIDE, around=True, whoever=True),
    Ask("asks_deposit", ("multiplies",), ("wallet", "crypto"), _WIDE, around=True, whoever=True),
    Ask("asks_deposit", ("crypto",), ("multiplies",), _WIDE, whoever=True),
    Ask("asks_deposit", ("top_up",), anywhere=("tasks",), whoever=True),
    Ask("asks_deposit", ("stake_now",), ("multiplies",), _FAR, around=True, whoever=True),
    Ask("asks_remote", ("install", "hand_over", "told_ask"), ("remote_tool",), spoils=_OWN_HELP),
    Ask(
        "asks_remote",
        ("let_in",),
        ("device",),
        needs=("to_us", "support", "human", "offers"),
        spoils=_OWN_HELP,
    ),
    Ask(
        "asks_remote", ("remote_name",), needs=("human", "support"), spoils=_OWN_HELP, whoever=True
    ),
    Ask("asks_command", ("paste", "install"), ("shell",), needs=("prove",)),
    Ask("asks_command", ("paste", "install"), ("shell_sure",)),
    Ask("asks_command", _RUN, ("shell",), around=True, pages=_STRANGE, whoever=True),
    Ask("asks_command", _RUN, ("shell",), around=True, anywhere=("bait",), whoever=True),
    Ask("asks_command", _RUN, ("shell_sure", "tools"), around=True, whoever=True),
    Ask("asks_command", ("install",), ("package",), anywhere=("patch",)),
    Ask(
        "asks_scan",
        ("scan",),
        ("square",),
        around=True,
        needs=("messenger",),
        anywhere=_CONCERN,
        spoils=_OWN,
    ),
    Ask("asks_scan", ("scan",), ("square",), around=True, anywhere=("threat",), spoils=_OWN),
    Ask("asks_scan", ("scan",), ("square",), gap=0, around=True, anywhere=("threat",)),
    Ask("asks_scan", ("put_in",), ("square",), needs=("human",)),
    Ask("asks_scan", ("scan",), _SIGN_UP, _FAR, around=True, anywhere=("street",), whoever=True),
    Ask("asks_approval", ("scan", "put_in"), ("linked",), _WIDE, around=True, whoever=True),
    Ask("asks_approval", ("approve",), ("prompt",), around=True, anywhere=("persuades",)),
    Ask(
        "asks_approval",
        ("put_in",),
        pages=("device_page",),
        anywhere=("prove", "threat", "support", "human", "our_code"),
    ),
    Ask("asks_unprotected", ("turn_off",), ("protection",), 4),
    Ask("asks_unprotected", ("install",), ("risky_right",), 4),
    Ask("asks_unprotected", ("turn_off", "protection"), ("antivirus",), anywhere=("installer",)),
    Ask("asks_unprotected", ("brush_off",), ("warning",), _WIDE, around=True, anywhere=_INSTALLS),
    Ask("asks_unprotected", ("page_asks", "told_ask"), ("risky_right",), whoever=True),
    Ask("messenger", ("move", "contact_us", "told_ask"), ("messenger",), 7, _HELP, _CODES),
    Ask("messenger", ("move_us",), ("messenger",), 7, (), _CODES),
    Ask("messenger", ("support",), ("messenger",), 3, (), _CODES),
    Ask("messenger", ("messenger_us",), needs=_HELP),
    Ask("asks_call", ("call_us",), ("stop_charge",), _WIDE, around=True, unless=_VISIT),
    Ask("asks_call", ("press_key",), ("charge_soon",), gap=_WIDE, around=True, whoever=True),
    Ask("asks_papers", _ENTER, ("identity",), around=True, anywhere=("bait",)),
    Ask("asks_papers", _ENTER, ("identity",), around=True, anywhere=("street",)),
    Ask("asks_papers", ("photo", "told_ask", "hand_over"), ("identity",), anywhere=_HELPERS),
    Ask("asks_papers", ("hand_over", "photo", "told_ask"), ("identity",), pages=_OUTSIDE),
    Ask(
        "asks_transfer", ("settle", "pay", "told_ask", "send_on"), ("bank_move",), _WIDE, ("money",)
    ),
    Ask("asks_transfer", _PAY, ("rail",), _WIDE, around=True, whoever=True),
    Ask("asks_transfer", ("pay", "settle"), ("off_book",), _WIDE, around=True),
    Ask("asks_transfer", _SETTLE, ("by_wire",), _WIDE, around=True, anywhere=("threat",)),
    Ask("asks_transfer", _SETTLE, ("bail",), _WIDE, around=True, whoever=True),
    Ask("asks_transfer", _SETTLE, ("by_app",), _WIDE, around=True, anywhere=("debt",)),
    Ask("asks_transfer", ("mule",), ("money",), _WIDE, around=True, anywhere=_JOB, whoever=True),
    Ask("asks_transfer", ("told_ask",), ("difference",), _WIDE, anywhere=("overpaid",)),
    Ask(
        "asks_transfer",
        ("send_on",),
        ("difference",),
        anywhere=("cheque",),
        around=True,
        whoever=True,
    ),
    Ask("asks_transfer", ("pay", "send_on", "sell"), ("friends_pay",), whoever=True),
    Ask("asks_transfer", ("told_ask", "send_on"), ("by_app",), needs=("human",), anywhere=_PRETEXT),
    Ask("asks_transfer", ("send_on",), ("difference",), _WIDE, around=True, anywhere=("overpaid",)),
    Ask("asks_transfer", ("send_on",), ("safe_place",), _WIDE, around=True, whoever=True),
    Ask("asks_transfer", ("send_on",), ("by_app",), around=True, anywhere=("new_number",)),
    Ask("asks_transfer", ("by_app",), anywhere=("new_number",), whoever=True),
    Ask("strangers_invite", ("invited",), ("lure",), _FAR, pages=_FOREIGN, whoever=True),
    Ask("strangers_invite", ("invited",), ("fee",), _FAR, anywhere=("release",), pages=_GENUINE),
    Ask("threatens", ("settle", "pay"), ("arrest",), _WIDE, around=True, whoever=True),
    Ask("threatens", ("settle",), anywhere=("authority",)),
    Ask("threatens", ("law_threat",), whoever=True),
    Ask("threatens", ("vanish",), ("fee",), _WIDE, around=True),
    Ask("asks_access", ("told_ask", "swap"), ("detour",), around=True, whoever=True),
    Ask("asks_access", _CONSENT, ("app_right",), _WIDE, around=True, anywhere=_PUSHES),
    Ask("asks_access", ("swap",), ("new_owner",), around=True, anywhere=_LURE, pages=_OUTSIDE),
    Ask("asks_access", ("swap",), ("new_owner",), around=True, needs=("human", "support", "to_us")),
    Ask("sells_account", ("sell",), ("accounts",), around=True, anywhere=("for_money",)),
    Ask("sells_account", ("deal",), ("by_app",), _WIDE, around=True, whoever=True),
    Ask(
        "offers_recovery",
        ("praise",),
        ("got_back",),
        _FAR,
        around=True,
        anywhere=("messenger", "recovers"),
    ),
    Ask("other_shown", ("other_shown",), pages=("not_listed", *_STRANGE), whoever=True),
    Ask("asks_file", ("enable",), ("macros",), gap=3),
    Ask("asks_file", ("open_file",), ("risky_file",), gap=8),
    Ask("asks_identity", ("hand_over", "photo", "demand"), ("identity",)),
)
