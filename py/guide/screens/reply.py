"""I got an answer: what is read of it the moment it is pasted, to be confirmed or corrected."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from guide.cases import answers
from guide.cases.outgoing import cover_for
from guide.ids import ReplyKind
from guide.letters import telling
from guide.model import Case
from guide.reading.asks import Asked
from guide.reading.promises import Announced
from guide.reading.reader import WhatTheySay
from guide.screens import translating
from guide.screens.widgets.dates import near
from guide.screens.widgets.form_field import question
from guide.sender_check import judge
from guide.situation import Situation

type Shown = Mapping[str, Any]


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `reply.html.j2`."""
    case = situation.case
    # `update` lets nobody onto this screen without a case.
    assert case is not None  # noqa: S101
    says = answers.read(situation, case)
    return translating.of_reply(situation, case, cover_for(situation, case).hide) | {
        "reply_text": case.reply_text,
        "asks_for_secrets": judge.asks_for_secrets(situation.compiled.senders, case.reply_text),
        "kinds": get_args(ReplyKind.__value__),
        "kept_cuts": case.kept_cuts,
        "says": _read(situation, case, says) if says else None,
    }


def _read(situation: Situation, case: Case, says: WhatTheySay) -> Shown:
    """Return what was read of an answer, as the screen shows it."""
    rows = tuple(_asked(situation, case, at, one) for at, one in enumerate(says.asked))
    again = answers.came_before(case, says)
    return {
        "kind": says.kind,
        "case_number": says.case_number if not case.case_number else "",
        "asked": rows,
        "done": sum(bool(row["known"]) for row in rows),
        "open": _controls(situation, rows),
        "promised": tuple(_promised(situation, one) for one in says.promised),
        "reason": says.reason,
        "steps": says.steps if says.kind == "suggests_steps" else (),
        "again": _day(situation, again) if again else "",
        "cuts": tuple({"kind": one.kind, "text": one.text} for one in says.cuts),
    }


def _asked(situation: Situation, case: Case, at: int, one: Asked) -> Shown:
    """Return one thing asked: whether it is known, when it was told, what can be filled in."""
    left = tuple(f for f in one.fields if not case.answer(f) and not case.lacks(f))
    own = case.own_answer(one.text)
    before = telling.told_before(case, one.fields)
    return {
        "text": one.text,
        "picture": one.picture,
        "known": not one.picture and (bool(own) or (bool(one.fields) and not left)),
        "before": _day(situation, before.at) if before else "",
        "fields": () if one.picture else _to_fill_in(case, one.fields),
        "own": None if one.fields or one.picture else {"id": f"asked_{at}", "value": own},
    }


def _to_fill_in(case: Case, fields: Iterable[str]) -> tuple[str, ...]:
    """Return which fields have a box: what no letter has told, and is not said to be lacking.

    A box stays when its first letter makes it an answer: somebody is typing there.
    """
    return tuple(f for f in fields if not case.lacks(f) and not telling.told_before(case, (f,)))


def _controls(situation: Situation, rows: Iterable[Shown]) -> Shown:
    """Return the boxes for what is asked and was not told: of fields, each once, and of its own."""
    rows = tuple(rows)
    fields = dict.fromkeys(field for row in rows for field in row["fields"])
    return {
        "fields": tuple(question(situation, field, required=False) for field in fields),
        "own": tuple(row["own"] | {"label": row["text"]} for row in rows if row["own"]),
    }


def _promised(situation: Situation, one: Announced) -> Shown:
    day = _day(situation, one.on) if one.on else ""
    return {"code": "wanted_by" if one.deadline else "by", "day": day, "text": one.text}


def _day(situation: Situation, at: str) -> str:
    return near(situation.catalog.words[situation.locale], at, situation.turn.now)
