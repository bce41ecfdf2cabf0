"""All cases as one file, and back: written whole, read with suspicion, merged without a loss.

    {"format": "support-guide", "v": 1, "written": ISO 8601, "sum": SHA-256, "state": {...}}

`sum` is over the state as JSON with sorted keys and nothing but ASCII, so that a file that was
only laid out anew still counts as whole. Whatever a file says, the cases that are here stay.
"""

import hashlib
import json
from dataclasses import replace

from guide.cases import changes
from guide.cases.typed_fields import MAX_VALUE
from guide.errors import BadState, NewerState, Refused
from guide.events.events import Notice
from guide.model import Case
from guide.protocol import case_ids, json_text, state_cache
from guide.protocol.codec import Json, encode
from guide.state import State

FORMAT = "support-guide"
VERSION = 1
# Bytes. A browser stores states of 5,000,000 for us (packed-state.js); a file is laid out wider.
MAX_FILE = 6_000_000


def name(now: str) -> str:
    """Return the name of a file written at this time."""
    return f"support-guide-{now[:10]}.json"


def write(state: State, now: str) -> str:
    """Return the file's text."""
    plain = encode(replace(state, undo=None))  # What was deleted is in no file.
    whole = {"format": FORMAT, "v": VERSION, "written": now, "sum": _sum(plain), "state": plain}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _sum(plain: Json) -> str:
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def read(size: int, text: object) -> State:
    """Return the state in a file of `size` bytes. Raises Refused where it cannot be taken."""
    if size > MAX_FILE:
        raise Refused("import_too_large")
    envelope = _envelope(text)
    version = envelope.get("v")
    if type(version) is int and version > VERSION:
        raise Refused("import_newer")
    try:
        # True equals 1, and 1.0, too.
        if (
            type(version) is not int
            or version != VERSION
            or envelope.get("sum") != _sum(plain := envelope.get("state"))
        ):
            raise Refused("import_damaged")
        if _longest(plain) > MAX_VALUE:
            raise Refused("import_damaged")  # The guide takes no such text, so it wrote none.
        return state_cache.read(plain or {})
    except NewerState as error:
        raise Refused("import_newer", error.detail) from error
    except BadState as error:
        raise Refused("import_damaged") from error


def _longest(plain: Json) -> int:
    """Return the length of the longest text, in characters."""
    if isinstance(plain, str):
        return len(plain)
    inner = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ()
    return max(map(_longest, inner), default=0)


def _envelope(text: object) -> dict[str, Json]:
    """Return what stands around the state. Raises Refused: damaged if it was ours, else foreign."""
    if not isinstance(text, str):
        raise Refused("import_unread")
    try:
        value = json_text.parse(text)
    except ValueError as error:
        # A file that was cut short still begins as ours do.
        ours = f'"format": "{FORMAT}"' in text[:100]
        raise Refused("import_damaged" if ours else "import_foreign") from error
    if isinstance(value, dict) and value.get("format") == FORMAT:
        return value
    raise Refused("import_foreign")


def merge(state: State, other: State) -> tuple[State, Notice]:
    """Return `state` with the cases of `other` that it lacks, and the numbers. Raises Refused.

    A case that is here, under whatever id, is left out. One whose id is taken by a case that says
    something else, or is none of ours, comes in under a new id: both are kept.
    """
    notice, kept = Notice("imported"), list(state.cases)
    here, taken = {_content(case) for case in kept}, {case.id for case in kept}
    number = max([state.next_case, *(case_ids.number(case) + 1 for case in (*kept, *other.cases))])
    for case in other.cases:
        if _content(case) in here:
            notice = replace(notice, known=notice.known + 1)
            continue
        copy = case.id in taken
        notice = replace(notice, added=notice.added + 1, copies=notice.copies + copy)
        if copy or not case_ids.OWN_ID.fullmatch(case.id):
            case, number = replace(case, id=f"c{number}"), number + 1  # noqa: PLW2901
        here.add(_content(case))
        taken.add(case.id)
        kept.append(case)
    if len(kept) > max(changes.MAX_CASES, len(state.cases)):
        raise Refused("import_too_many")
    return replace(state, cases=tuple(kept), next_case=number), notice


def _content(case: Case) -> Case:
    return replace(case, id="")
