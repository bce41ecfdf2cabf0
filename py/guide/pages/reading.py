"""The text of a page -> the lines that say how the service is, or what went wrong.

A page is data, and may lie: what it says of the service counts only if its address is the status
page's own, and nothing here is taken before the person has seen it.
"""

import re
from urllib.parse import urlsplit

from guide.text.unseen import line

STATUS_HOST = "status.openai.com"  # addresses.toml, `status`; read 2026-11-27.
MOST_LINES = 8
LONGEST = 300  # Characters of one line: an error's words are shorter, and a page's are any.
MOST_READ = 20_000
# As the status page says it (incident.io's words), and as an incident goes on.
# Finds «We’re fully operational», «Degraded performance»; not «Subscribe to updates».
_STATE = re.compile(
    r"operational|not aware of any|outage|degraded|disruption|experiencing|investigating"
    r"|identified|monitoring|elevated|resolved|maintenance",
    re.IGNORECASE,
)
# Finds «Something went wrong», «Error 429», «אירעה שגיאה»; not «Terms of use».
_ERROR = re.compile(
    r"\berror|\bfail(?:ed|ure)|went wrong|try again|unable to|could ?n[o']t|cannot|can[’']t|denied"
    r"|\bexpired|declined|too many|\b[45]\d\d\b|limit (?:reached|exceeded)|exceeded"
    r"|שגיאה|נכשל|השתבש|נסו שוב|לא ניתן|נדחה|חסום|פג תוקף",
    re.IGNORECASE,
)
# Finds «Request ID: req_0123abcd», «x-request-id 2f9c...», «Ray ID: 8f1e2d».
_REQUEST_ID = re.compile(
    r"\breq_\w{6,}|\b(?:request|correlation|ray|trace)[ -]?id\b", re.IGNORECASE
)


def host_of(url: str) -> str:
    """Return the host of an https address as it is written; "" for any other address."""
    try:
        parts = urlsplit(line(url, LONGEST * 4))
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme == "https" else ""


def is_status_page(url: str) -> bool:
    """Tell whether this is the address of OpenAI's own status page."""
    return host_of(url) == STATUS_HOST


def status(text: str) -> str:
    """Return what a status page says now, in a few lines; its first ones, if none is known."""
    lines = _lines(text)
    return _few([one for one in lines if _STATE.search(one)] or lines[:3])


def trouble(text: str) -> str:
    """Return the lines that tell of an error, with those of the request's id; "" for none."""
    lines = _lines(text)
    told = [one for one in lines if _ERROR.search(one)]
    return _few(told + [one for one in lines if _REQUEST_ID.search(one)]) if told else ""


def _lines(text: str) -> list[str]:
    lines = (line(one, LONGEST) for one in text[:MOST_READ].splitlines())
    return [one for one in lines if one]


def _few(lines: list[str]) -> str:
    return "\n".join([*dict.fromkeys(lines)][:MOST_LINES])
