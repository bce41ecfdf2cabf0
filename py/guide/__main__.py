"""The same guide on the command line, for authors and tests; JSON Lines in and out.

python -m guide triage [--locale L]                 stdin {"text": ...} a line
python -m guide redact --audience support|public    stdin text
python -m guide write --category C|--topic T --channel K --locale L [--kind X] [--answers FILE.json]
python -m guide write --case FILE.json --channel K --locale L [--kind X]
    the file: guide.protocol.case_input
python -m guide write --list
python -m guide extract                             stdin {"text": ..., "now": ISO} a line
python -m guide genuine                             stdin {"text": ...} a line
python -m guide routes                              stdin a situation a line, as guide.routes.report
python -m guide read-reply                          stdin {"text": ..., "now": ISO} a line
python -m guide turn                                stdin a door request a line
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, get_args

from guide import compiled_content, door
from guide.ids import Audience, CategoryId, ChannelId, LetterKind
from guide.letters import own_words, writer
from guide.letters.brief import Brief
from guide.letters.own_words import GuideWords
from guide.model import Case
from guide.protocol import case_input
from guide.protocol.case_input import CaseInput
from guide.protocol.codec import Mismatch
from guide.reading.reader import WhatTheySay
from guide.redact import masking, redaction
from guide.routes import report
from guide.sender_check import judge
from guide.story import reader
from guide.triage import ranking
from guide.triage.result import Ranked, RankedTopic

NOW = "2026-01-01T00:00:00+00:00"  # The guide reads no clock, here neither.


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    options = _parser().parse_args(arguments)
    # Lone surrogates and any bytes go through: what is broken in the input must not break us.
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    for line in COMMANDS[options.command](options):
        print(line, flush=True)  # noqa: T201  # A command prints.
    return 0


def run_triage(_: argparse.Namespace) -> Iterable[str]:
    """Yield, for each line {"text": ...}, its ranked categories and topics."""
    vocabulary = compiled_content.load().vocabulary
    for line in _lines():
        text = _text_of(line)
        found = ranking.rank(vocabulary, text)
        ranked = [{"category": one.category} | _scored(one) for one in found.ranked]
        topics = [{"topic": one.topic} | _scored(one) for one in found.topics]
        best = found.topics[0].topic if found.topics else ""
        known = {"text": text, "ranked": ranked, "sure": found.sure}
        yield _json(known | {"topic": best, "topics": topics})


def _scored(one: Ranked | RankedTopic) -> dict[str, object]:
    evidence = [found.words for found in one.evidence]
    return {"score": round(one.score, 4), "evidence": evidence}


def run_redact(options: argparse.Namespace) -> Iterable[str]:
    """Yield the whole input, masked, with what was found."""
    text, own = sys.stdin.read(), compiled_content.load()
    rules, locale = own.redaction, own.catalog.languages.fallback
    found = redaction.find(rules, text, options.audience)
    masked = masking.mask(text, found, names=rules.names(locale))
    spots = [{"kind": f.kind, "start": f.start, "end": f.end} for f in found]
    yield _json({"text": masked.text, "findings": spots})


def run_genuine(_: argparse.Namespace) -> Iterable[str]:
    """Yield, for each line {"text": ...}, the verdict on it and the codes of its reasons."""
    rules = compiled_content.load().senders
    for line in _lines():
        verdict = judge.judge(rules, _text_of(line))
        yield _json({"verdict": verdict.kind, "reasons": [sign.code for sign in verdict.reasons]})


def run_read_reply(_: argparse.Namespace) -> Iterable[str]:
    """Yield, for each line, what an answer from support says."""
    own = compiled_content.load()
    for line in _lines():
        says = compiled_content.read_answer(own, _text_of(line), _now_of(line))
        yield _json(
            {
                "kind": says.kind,
                "case_number": says.case_number,
                "asks": asked_things(says),
                "dates": says.dates,
                "promises": [one.text for one in says.promised if not one.deadline],
                "reason": says.reason,
                "steps": says.steps,
            }
        )


def asked_things(says: WhatTheySay) -> list[str]:
    """Return what an answer asks for: ids of fields, or its words where none is meant."""
    each = (one.fields if one.fields and not one.picture else (one.text,) for one in says.asked)
    return list(dict.fromkeys(thing for things in each for thing in things))


def run_write(options: argparse.Namespace) -> Iterable[str]:
    """Yield one letter, or the table of those that make sense."""
    catalog = compiled_content.load().catalog
    if options.list:
        for row in writer.table(catalog):
            yield _json(row)
        return
    case, now = _case(options), options.case.now or NOW
    hide = _hiding(case, options)
    letter = writer.write(
        catalog, case, options.kind, options.channel, options.locale, now, mask=hide
    )
    subject, body = hide(letter.subject), hide(letter.body)
    yield _json({"subject": subject, "body": body, "missing": letter.missing})


def _hiding(case: Case, options: argparse.Namespace) -> Callable[[str], str]:
    """Return what masks a text for the letter's readers, as the popup does before it leaves."""
    rules, catalog = compiled_content.load().redaction, compiled_content.load().catalog
    keep, channels = catalog.open_to_support(case), catalog.channels
    people = tuple(filter(None, (case.answer("name"),)))

    def hide(text: str, own: GuideWords = GuideWords()) -> str:  # noqa: B008  # It is frozen.
        audience = channels[options.channel].audience
        found = redaction.find(rules, own.without(text), audience, keep, people)
        return masking.mask(text, found, names=rules.names(options.locale)).text

    now = options.case.now or NOW
    brief = Brief(catalog, case, options.kind, options.channel, options.locale, now, hide)
    return partial(hide, own=own_words.of(brief))


def run_extract(_: argparse.Namespace) -> Iterable[str]:
    """Yield, for each line, what the story says: values of fields, and advice that was followed."""
    rules = compiled_content.load().story
    for line in _lines():
        story = reader.read(rules, _text_of(line), _now_of(line))
        yield _json({"fields": story.values(), "done": [found.field for found in story.done]})


def _now_of(line: str) -> dt.datetime:
    """Return the moment that a line tells; without a readable one the day of NOW."""
    try:
        return dt.datetime.fromisoformat(json.loads(line)["now"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return dt.datetime.fromisoformat(NOW)


def run_routes(_: argparse.Namespace) -> Iterable[str]:
    """Yield, for each line {"country", "topic", ...}, the routes that are open, in their order."""
    catalog = compiled_content.load().catalog
    for line in _lines():
        yield _json(report.report(catalog, _object_of(line), dt.datetime.fromisoformat(NOW)))


def run_turn(_: argparse.Namespace) -> Iterable[str]:
    """Yield the door's response to each line."""
    # Each line gets its response, blank ones too: whoever pairs them by number stays right.
    return (door.turn(line) for line in sys.stdin)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], Iterable[str]]] = {
    "triage": run_triage,
    "redact": run_redact,
    "genuine": run_genuine,
    "write": run_write,
    "extract": run_extract,
    "routes": run_routes,
    "read-reply": run_read_reply,
    "turn": run_turn,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m guide", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    languages = compiled_content.load().catalog.languages
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("triage").add_argument("--locale", choices=languages.ids)
    one = commands.add_parser("redact")
    one.add_argument("--audience", choices=_options(Audience), required=True)
    commands.add_parser("extract")
    commands.add_parser("genuine")
    commands.add_parser("routes")
    commands.add_parser("read-reply")
    commands.add_parser("turn")
    write = commands.add_parser("write")
    write.add_argument("--list", action="store_true", help="the letters that make sense")
    write.add_argument("--category", choices=_options(CategoryId))
    topics = tuple(compiled_content.load().catalog.topics)
    write.add_argument("--topic", choices=topics, default="", metavar="TOPIC", help="one of --list")
    write.add_argument("--channel", choices=_options(ChannelId), default="help_chat")
    write.add_argument("--kind", choices=_options(LetterKind), default="first_request")
    write.add_argument("--locale", choices=languages.ids, default=languages.fallback)
    write.add_argument("--answers", type=_answers, default={}, metavar="FILE.json")
    told = CaseInput()
    write.add_argument("--case", type=_case_input, default=told, metavar="FILE.json")
    return parser


def _options(alias: Any) -> tuple[str, ...]:  # noqa: ANN401  # A type alias is any.
    return get_args(alias.__value__)


def _answers(path: str) -> dict[str, str]:
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
        return {str(field): str(value) for field, value in found.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise argparse.ArgumentTypeError(f"{path}: no JSON object of answers: {error}") from error


def _case_input(path: str) -> CaseInput:
    try:
        return case_input.read(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, Mismatch) as error:
        raise argparse.ArgumentTypeError(f"{path}: {error}") from error


def _case(options: argparse.Namespace) -> Case:
    """Return the case of the file, if one is named; what is said beside it goes first."""
    case: Case = options.case.case()
    for field, value in options.answers.items():
        case = case.with_answer(field, value)
    name = options.topic or case.topic
    topic = compiled_content.load().catalog.topics.get(name)
    category = topic.category if topic else options.category or case.category or "other"
    case = replace(case, category=category, topic=name)
    return replace(case, channel=options.channel, kind=options.kind)


def _lines() -> Iterable[str]:
    return (line for raw in sys.stdin if (line := raw.rstrip("\n")).strip())


def _text_of(line: str) -> str:
    """Return the text of {"text": ...}; a line that is no such object is itself the text."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return line
    return str(value["text"]) if isinstance(value, dict) and "text" in value else line


def _object_of(line: str) -> dict[str, Any]:
    """Return a line's object; one that is none tells nothing."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
