"""References from one content file to another: each must lead somewhere."""

from collections.abc import Iterable, Mapping

from guide.catalog.reader import Source
from guide.catalog.records import Catalog, Topic
from guide.catalog.route_records import ANY, Route

# What a day can be counted from besides a date that was answered.
DAYS = ("sent", "sent_again", "refused")


def note_dangling(source: Source, catalog: Catalog) -> None:
    """Note each reference from one content file to nothing in another."""
    countries, fields = catalog.routes.countries, catalog.fields.items()
    groups = (group for one in countries.values() for group in one.groups)
    known: Mapping[str, Iterable[str]] = {
        "fields.toml": catalog.fields,
        "advice.toml": catalog.advice,
        "addresses.toml": catalog.addresses,
        "channels.toml": catalog.channels,
        "guide.toml": catalog.chapters,
        "fields.toml groups": catalog.groups,
        "follow_up.toml": catalog.due,
        "topics/": catalog.topics,
        "countries.toml": {*countries, *groups},
        "fields.toml dates": {*DAYS, *(f for f, one in fields if one.kind == "date")},
    }
    for file, key, names, target in _references(catalog):
        # What could not be read may be there all the same.
        for name in names if target.split()[0] not in source.broken else ():
            if name and name not in known[target]:
                problem = f"{key} names {name}, which {target} does not have"
                source.note(file, problem, "add or correct it")
    _note_answers(source, catalog)
    _note_goals(source, catalog)
    needs = (*catalog.categories.values(), *catalog.topics.values())
    attached = {one for some in needs for one in some.attachments}
    for field_id, field in catalog.fields.items():
        for option in {*field.unsaid, *filter(None, (field.without,))} - {*field.options}:
            problem = f"{field_id}.unsaid or .without names {option}, which is no option of it"
            source.note("fields.toml", problem, "add or correct it")
        for one in {*field.shown_by} - attached:
            problem = f"{field_id}.shown_by names {one}, which nothing attaches"
            source.note("fields.toml", problem, "add or correct it")


def _note_goals(source: Source, catalog: Catalog) -> None:
    """Note each number of a goal that a topic does not have, in any language."""
    for name, topic in catalog.topics.items():
        for number in topic.goals_but:
            for locale, words in catalog.words.items():
                if number not in map(str, range(1, len(words["topics"][name]["goals"]) + 1)):
                    problem = f"goals_but names goal {number}, which {locale} does not have"
                    source.note(f"topics/{name}.toml", problem, "correct it")


def _note_answers(source: Source, catalog: Catalog) -> None:
    """Note each answer of matters.toml that nobody can give."""
    for field_id, topics in catalog.routes.matters.topics.items():
        field = catalog.fields.get(field_id)
        for answer in topics.keys() - {ANY, *field.options} if field else ():
            problem = f"topics.{field_id} names {answer}, which is no option of it"
            source.note("matters.toml", problem, "add or correct it")


def _references(catalog: Catalog) -> Iterable[tuple[str, str, Iterable[str], str]]:
    for name, category in catalog.categories.items():
        file = "categories.toml"
        yield file, f"{name}.required", category.required, "fields.toml"
        yield file, f"{name}.helpful", category.helpful, "fields.toml"
        yield file, f"{name}.first", category.first, "advice.toml"
        yield file, f"{name}.channels", category.channels, "channels.toml"
    for topic_id, topic in catalog.topics.items():
        yield from _of_topic(f"topics/{topic_id}.toml", topic)
    for route_id, route in catalog.routes.each.items():
        yield from _of_route(f"routes/{route_id}.toml", route)
    matters = catalog.routes.matters
    told = (topic for topics in matters.topics.values() for topic in topics.values())
    yield "matters.toml", "topics", matters.topics, "fields.toml"
    yield "matters.toml", "topics", (*matters.vague, *told), "topics/"
    for advice, card in catalog.advice.items():
        file = "advice.toml"
        yield file, f"{advice}.step", (card.step,), "guide.toml"
        yield file, f"{advice}.open", (card.open, *card.sources), "addresses.toml"
        yield file, f"{advice}.field", (card.field, *card.only, *card.but), "fields.toml"
    for chapter_id, chapter in catalog.chapters.items():
        sources = (*chapter.actions, *chapter.sources)
        yield "guide.toml", f"{chapter_id}.sources", sources, "addresses.toml"
    for channel_id, channel in catalog.channels.items():
        yield "channels.toml", f"{channel_id}.address", (channel.address,), "addresses.toml"
    for fact_id, fact in catalog.facts.items():
        yield "facts.toml", f"{fact_id}.source", (fact.source,), "addresses.toml"
    for field_id, field in catalog.fields.items():
        yield "fields.toml", f"{field_id}.group", (field.group,), "fields.toml groups"


def _of_topic(file: str, topic: Topic) -> Iterable[tuple[str, str, Iterable[str], str]]:
    yield file, "required", topic.required, "fields.toml"
    yield file, "helpful", topic.helpful, "fields.toml"
    yield file, "first", topic.first, "advice.toml"
    yield file, "channels", topic.channels, "channels.toml"
    yield file, "once", topic.once, "channels.toml"
    yield file, "pages", topic.pages, "addresses.toml"
    yield file, "sources", topic.sources, "addresses.toml"
    yield file, "after", topic.after, "follow_up.toml"
    unfit = (*topic.goals_but.values(), *topic.attachments_but.values())
    yield file, "things", topic.things, "fields.toml"
    yield file, "goals_but", (field for but in unfit for field in but), "fields.toml"


def _of_route(file: str, route: Route) -> Iterable[tuple[str, str, Iterable[str], str]]:
    yield file, "countries", (*route.countries, *route.but_countries), "countries.toml"
    yield file, "topics", (*route.topics, *route.but_topics), "topics/"
    yield file, "needs", route.needs, "fields.toml"
    yield file, "address", (route.address, route.source), "addresses.toml"
    terms = (*route.opens_after, route.closes_after)
    yield file, "opens_after", (one.since for one in terms if one), "fields.toml dates"
