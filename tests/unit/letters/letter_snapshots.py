"""Every letter that makes sense, in both languages, as it was read and found good.

A file a kind, channel and language has the letters of all categories; of each topic there is its
first request to its best channel, in a file of its own, so that topics can be written side by side.

After a change that is meant: `uv run build.py --renew`, and read the difference before it is
committed.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from guide.cases.changes import kind_at
from guide.catalog import loading
from guide.catalog.records import Needs
from guide.ids import CategoryId, Locale, ReplyKind
from guide.letters import writer
from guide.model import Answer, Case, Reply, SentRequest, Tried
from tests.languages import LOCALES

FOLDER = Path(__file__).parents[2] / "fixtures" / "letters"
CATALOG = loading.load()
NOW = "2026-11-22T10:00:00+02:00"
TOPICS = FOLDER / "topics"
TABLE = [row for row in writer.table(CATALOG) if "topic" not in row]
STAGES = {"told in full": {"whole": True}, "only the goal": {"whole": False}}
AFTER_REFUSAL = {"after a refusal": {"whole": True, "refused": True}}
FILES = list(dict.fromkeys((row["kind"], row["channel"]) for row in TABLE))


@cache
def source_of(locale: Locale) -> dict[str, dict[str, str]]:
    """Return the answers of one person in this language."""
    return tomllib.loads((FOLDER / f"answers.{locale}.toml").read_text(encoding="utf-8"))


def told(locale: Locale, category: CategoryId, needs: Needs, *, whole: bool) -> tuple[Answer, ...]:
    """Return the answers of the fixture that this category asks, or its goal alone."""
    source = source_of(locale)
    values = source["common"] | {"goal": source["goal"][category]}
    values |= {"happened": source["happened"].get(category, "")}
    values |= {f: source["happened"][f] for f in ("what_was_seen", "want_to_do")}
    values |= source["topic"]
    fields = (*needs.required, *needs.helpful) if whole else ("goal",)
    return tuple(Answer(field, values[field]) for field in fields if values.get(field))


def case_of(
    kind: str, locale: Locale, category: CategoryId, *, whole: bool, refused: bool = False
) -> Case:
    """Return a case that has come as far as a letter of this kind."""
    answers = told(locale, category, CATALOG.categories[category], whole=whole)
    case = Case("c1", NOW, category=category, answers=answers)
    own = source_of(locale)["own"] if whole else {}
    case = replace(case, answers=(*answers, *(Answer(*one) for one in own.items())))
    if not whole or kind in {"first_request", "appeal"}:
        tried = (Tried("search_help", "did_not_help", NOW),) if whole else ()
        attached = CATALOG.categories[category].attachments if whole else ()
        return replace(case, tried=tried, attached=attached)
    sent = (
        SentRequest("first_request", "help_chat", "2026-11-02T10:00:00+02:00"),
        SentRequest("follow_up", "email", "2026-11-05T10:00:00+02:00", "04417735"),
    )
    case = replace(case, sent=sent, tried=(Tried("check_status", "did_not_help", NOW),))
    if kind in {"follow_up", "second_request"}:
        return case
    source = source_of(locale)
    of_kind: dict[str, ReplyKind] = {"reply": "asks_details", "clarification": "unclear"}
    answer = Reply(
        "refused" if refused else of_kind.get(kind, "not_solved"),
        "2026-11-09T10:00:00+02:00",
        source["reply"]["refusal" if refused else "text"],
        after=2,
    )
    return replace(case, replies=(answer,))


def written(kind: str, channel: str, locale: Locale) -> str:
    """Return all letters of one kind and channel, category by category, as one text."""
    parts = []
    for row in TABLE:
        if (row["kind"], row["channel"]) != (kind, channel):
            continue
        for head, how in (STAGES | AFTER_REFUSAL if kind == "escalation" else STAGES).items():
            case = case_of(kind, locale, row["category"], **how)  # type: ignore[arg-type]
            letter = writer.write(CATALOG, case, kind, channel, locale, NOW)  # type: ignore[arg-type]
            missing = f"missing: {', '.join(letter.missing)}"
            parts.append(
                f"##### {row['category']}, {head}\n{missing}\nsubject: {letter.subject}\n\n"
                f"{letter.body}\n"
            )
    return "\n".join(parts)


def of_topic(name: str, locale: Locale) -> str:
    """Return the first request of a topic to its best channel, all steps tried and all ticked."""
    topic = CATALOG.topics[name]
    channel = topic.channels[0]
    cards = {advice: CATALOG.advice[advice] for advice in topic.first}
    tried = ((advice, outcome) for advice, card in cards.items() for outcome in card.answers)
    case = Case(
        "c1",
        NOW,
        category=topic.category,
        topic=name,
        answers=told(locale, topic.category, topic, whole=True),
        tried=tuple(Tried(*step, NOW) for step in tried if step[1] != "helped"),
        attached=topic.attachments,
        ticks=tuple(f"{advice}.{tick}" for advice, card in cards.items() for tick in card.ticks),
    )
    asked = (*topic.required, *topic.helpful)
    about = next(f for f in ("what_was_seen", "want_to_do", "happened") if f in asked)
    case = case.with_answer(about, source_of(locale)["told"][name])
    goal = CATALOG.words[locale]["topics"][name]["goals"][0]
    case = case.with_answer("goal", goal)
    letter = writer.write(CATALOG, case, kind_at(channel, "first_request"), channel, locale, NOW)
    missing = f"missing: {', '.join(letter.missing)}"
    return f"{channel}\n{missing}\nsubject: {letter.subject}\n\n{letter.body}\n"


def snapshots() -> Iterator[tuple[Path, str]]:
    """Yield each file of letters with the text that it should have now."""
    for kind, channel in FILES:
        for locale in LOCALES:
            yield FOLDER / f"{kind}.{channel}.{locale}.txt", written(kind, channel, locale)
    for name in CATALOG.topics:
        for locale in LOCALES:
            yield TOPICS / f"{name}.{locale}.txt", of_topic(name, locale)
