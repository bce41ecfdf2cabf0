"""Topics: what only their author must know, beyond shapes and references.

topics/<id>.toml + text/<locale>/topics/<id>.toml -> a line for each mistake
"""

from collections.abc import Iterator, Mapping
from typing import Any

from guide.catalog import topics
from guide.catalog.reader import Source, is_table_of
from guide.catalog.records import AdviceCard, Catalog, Topic
from packager.content_check.check_words import flat

MOST_REQUIRED = 5
MOST_ADVICE = 6
MOST_GOALS = 3
GOAL = "goal"
# What one line of a screen at 320 pixels, and of two, has room for.
LENGTHS = {"name": 40, "subject": 40, "account": 30, "tell": 90}
NEEDED = ("name", "tell", "goals", "can", "cannot", topics.READING)
OPTIONAL = ("subject", "account", "warning", "examples", *topics.SHARED)


def mistakes(whole: Catalog) -> Iterator[str]:
    """Yield a line for each mistake."""
    source = Source(whole.files)
    for name, topic in whole.topics.items():
        file = f"{topics.FOLDER}/{name}.toml"
        yield from (f"{file}: {problem}" for problem in _structure(topic))
        own = source.toml(file).get("advice", {})
        cards = {card: whole.advice[card] for card in own if card in whole.advice}
        yield from (f"{file}: {problem}" for problem in _cards(whole, cards))
        if topic.chapter not in whole.chapters:
            yield f"{file}: chapter names {topic.chapter}, which guide.toml lacks; correct it"
    yield from _shared_codes(whole)
    for locale in whole.languages.ids:
        yield from _words_of(whole, source, locale)


def _structure(topic: Topic) -> Iterator[str]:
    if len(topic.required) > MOST_REQUIRED:
        yield f"required has {len(topic.required)} fields; leave at most {MOST_REQUIRED}"
    if topic.required[:1] != (GOAL,):
        yield f"required does not begin with {GOAL}; it is the letter's first line, so add it"
    if not 1 <= len(topic.first) <= MOST_ADVICE:
        yield f"first names {len(topic.first)} pieces of advice; name 1 to {MOST_ADVICE}"
    if not topic.sources and not topic.thin:
        yield "sources is empty; name what its words rest on, or say thin = true"
    for twice in sorted({*topic.required} & {*topic.helpful}):
        yield f"{twice} is required and helpful; leave it in one"


def _cards(whole: Catalog, cards: Mapping[str, AdviceCard]) -> Iterator[str]:
    for name, card in cards.items():
        actions = [card.open, card.search, card.go, card.letter, card.field]
        if (count := sum(map(bool, actions))) > 1:
            yield f"advice.{name} has {count} actions; leave one of open, search, go, letter, field"
        if not count and not card.answers:
            yield f"advice.{name} leads nowhere; give it an action or answers"
        conditions = [*card.only.items(), *card.but.items()]
        conditions += [(f, (v,)) for a in card.answers.values() for f, v in a.sets.items()]
        for field, values in conditions:
            options = whole.fields[field].options if field in whole.fields else ()
            for value in {*values} - {*options} if options else ():
                yield f"advice.{name} names {value}, which is no option of {field}; correct it"


def _shared_codes(whole: Catalog) -> Iterator[str]:
    owner: dict[str, str] = {}
    for name, topic in whole.topics.items():
        for code in topic.codes:
            if code != code.casefold():
                yield f"topics/{name}.toml: codes has {code}; write it in small letters"
            if code in owner:
                yield f"topics/{name}.toml: codes has {code}, as {owner[code]} has; leave one"
            owner[code] = name


def _words_of(whole: Catalog, source: Source, locale: str) -> Iterator[str]:
    home = f"text/{locale}/{topics.FOLDER}"
    spoken = {topics.id_of(path) for path in whole.files if is_table_of(home, path)}
    for name in sorted(whole.topics.keys() - spoken):
        yield f"{home}/{name}.toml is missing; write the words of the topic"
    for name in sorted(spoken - whole.topics.keys()):
        yield f"{home}/{name}.toml: topics/{name}.toml is missing or broken; write it"
    for name in sorted(spoken & whole.topics.keys()):
        words = source.toml(f"{home}/{name}.toml")
        problems = (*_keys(words), *_lengths(words), *_examples(whole.topics[name], words))
        yield from (f"{home}/{name}.toml: {problem}" for problem in problems)


def _keys(words: Mapping[str, Any]) -> Iterator[str]:
    for key in NEEDED:
        if not words.get(key):
            yield f"{key} is missing; write it"
    for key in sorted(words.keys() - {*NEEDED, *OPTIONAL}):
        yield f"{key} is not known; known are {', '.join((*NEEDED, *OPTIONAL))}"


def _lengths(words: Mapping[str, Any]) -> Iterator[str]:
    for key, most in LENGTHS.items():
        if (length := len(str(words.get(key, "")))) > most:
            yield f"{key} has {length} characters; say it in {most}"
    goals = words.get("goals", ())
    if len(goals) > MOST_GOALS:
        yield f"goals has {len(goals)} sentences; leave at most {MOST_GOALS}"


def _examples(topic: Topic, words: Mapping[str, Any]) -> Iterator[str]:
    for field in sorted(words.get("examples", {}).keys() - {*topic.required, *topic.helpful}):
        yield f"examples.{field} is no field of the topic; take it away, or ask for it"


def lists(whole: Catalog) -> Iterator[str]:
    """Yield a line for each list of a topic that is not as long in every language."""
    tables = {locale: flat(words["topics"]) for locale, words in whole.words.items()}
    tables = {at: one | _points(whole, at) for at, one in tables.items()}
    (first, one), *rest = tables.items()
    for other, two in rest:
        for key in sorted(one.keys() & two.keys()):
            if isinstance(one[key], list) and len(one[key]) != len(two[key]):
                numbers = f"{len(two[key])} in {other} and {len(one[key])} in {first}"
                yield f"topics: {key} has {numbers}; make them alike"


def _points(whole: Catalog, locale: str) -> dict[str, Any]:
    cards = whole.words[locale]["advice"]
    return {
        f"advice.{name}.points": card["points"] for name, card in cards.items() if "points" in card
    }
