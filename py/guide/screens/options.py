"""The options: language, memory, and all that is stored, with the ways to take it along or away."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guide.cases.backup import MAX_FILE
from guide.cases.titles import title
from guide.follow_up import due
from guide.follow_up.due import PROMISED
from guide.model import Case
from guide.protocol.wire import MAX_NAME
from guide.screens.case import past
from guide.screens.widgets.dates import near, on_day
from guide.screens.widgets.sizes import sized
from guide.situation import Situation
from guide.surroundings import Shortcut, Stored
from guide.text.unseen import line

DRAFT = "draft:"
_NUMBER = re.compile(r"(?<=unreadable)\.\d+$")  # Of what could not be read there may be more.
# What the shell keeps, by name; the words are `ui.options.kept`.
KEPT = {
    "state": "state",
    "state.last": "last",
    "case:": "cases",
    "case.last:": "cases_last",
    "state.unreadable": "unreadable",
    "engine.keep": "engine",
    "due": "due",
    "due.told": "due_told",
    "icon.opens": "icon",
    "launcher": "launcher",
    "errand": "errand",
    "view": "view",
    "field": "field",
    "problems": "problems",
}


# The manifest's commands, in the order in which they are shown, by the key of their words.
OPENS_GUIDE = "_execute_action"
COMMANDS = {OPENS_GUIDE: "icon", "open_panel": "panel", "new_case": "new_case"}


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `options.html.j2`; `stored` is None while nobody has looked yet."""
    shell, state = situation.turn.shell, situation.state
    words = situation.catalog.words[situation.locale]
    return {
        "save_memory": state.settings.save_memory,
        "quiet_days": state.settings.quiet_days,
        "notifications": bool(shell and shell.notifications),
        "launcher": bool(shell and shell.launcher),
        "icon_opens": state.settings.icon_opens,
        "has_panel": bool(shell and shell.has_panel),
        "shortcuts": tuple(_shortcuts(words, shell.shortcuts)) if shell else (),
        "cases": tuple(_case(situation, case) for case in reversed(state.cases)),
        "suspect": state.suspect,
        "sought": state.sought,
        "most": MAX_FILE,
        "stored": tuple(_stored(words, item) for item in shell.stored) if shell else None,
        "total": sized(words, sum(item.size for item in shell.stored)) if shell else "",
    }


def _shortcuts(
    words: Mapping[str, Any], shortcuts: Iterable[Shortcut]
) -> Iterator[tuple[str, str]]:
    """Yield what each command does, with its keys; "" where it has none."""
    keys = {one.name: line(one.keys, MAX_NAME) for one in shortcuts}
    for name, key in COMMANDS.items():
        if name in keys:
            yield words["ui"]["options"]["commands"][key], keys[name]


def _case(situation: Situation, case: Case) -> Mapping[str, Any]:
    """Return a case with all that is kept of it, in words."""
    words, now = situation.catalog.words[situation.locale], situation.turn.now
    return {
        "id": case.id,
        "category": case.category,
        "title": title(case),
        "status": due.status(situation.catalog, case, now),
        "since": near(words, case.created, now),
        "facts": tuple(_facts(situation, case)),
        "timeline": past(situation, case),
    }


def _facts(situation: Situation, case: Case) -> Iterator[tuple[str, str]]:
    """Yield what the person wrote, each under its name; days in words."""
    words = situation.catalog.words[situation.locale]
    said = words["ui"]["options"]["facts"]
    if case.story:
        yield said["story"], case.story
    for answer in case.answers:
        if answer.field in words["fields"]:
            field = words["fields"][answer.field]
            is_day = situation.catalog.fields[answer.field].kind == "date"
            known = on_day(words, answer.value) if is_day else answer.value
            yield field["label"], field.get("options", {}).get(answer.value, known)
    for edit in case.edits:
        yield said["edit"].format(kind=words["kinds"][edit.kind]["name"]), edit.text
    yield from _translations(words, case)
    for text in case.shown:
        yield said["shown"], text
    yield from _written(words, case)
    # Kept once more with the answer it became.
    if case.reply_text and case.reply_text not in {reply.text for reply in case.replies}:
        yield said["reply"], case.reply_text
    yield from _from_support(words, case)


def _from_support(words: Mapping[str, Any], case: Case) -> Iterator[tuple[str, str]]:
    """Yield what support told the person: a number, and a day."""
    if case.case_number:
        yield words["ui"]["case"]["case_number"], case.case_number
    if case.promised:
        yield words["due"][PROMISED]["title"], on_day(words, case.promised.on)


def _translations(words: Mapping[str, Any], case: Case) -> Iterator[tuple[str, str]]:
    said = words["ui"]["options"]["facts"]
    for one in case.translations:
        name = words["fields"].get(one.field, {}).get("label", said.get(one.field, said["reply"]))
        yield said["translation"].format(name=name), one.text


def _written(words: Mapping[str, Any], case: Case) -> Iterator[tuple[str, str]]:
    """Yield what passed between the person and support, as far as its words are kept."""
    said = words["ui"]["options"]["facts"]
    for sent in case.sent:
        if sent.text:
            text = "\n\n".join(filter(None, (sent.subject, sent.text)))
            yield said["sent"].format(kind=words["kinds"][sent.kind]["name"]), text
    for reply in case.replies:
        if reply.text:
            yield said["reply"], reply.text


def _stored(words: Mapping[str, Any], item: Stored) -> Mapping[str, Any]:
    """Return one thing that is stored: what it is, where, how large."""
    said = words["ui"]["options"]["kept"]
    draft = item.key.startswith(DRAFT)
    name = "draft" if draft else KEPT.get(_NUMBER.sub("", item.key), "other")
    return {
        "place": f"{item.area}:{item.key}",
        "key": item.key,
        "what": said[name],
        "area": item.area,
        "size": sized(words, item.size),
    }
