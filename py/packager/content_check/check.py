"""The content check: every word is there, once a language, and everything that is named exists.

    files -> readers (shapes, ids, references) -> words (parity, coverage) -> letters, templates
          -> tables of code -> dates

The guide's readers refuse what they cannot read; here stands what only an author must know, so
that none of it runs in the popup. All mistakes are told at once.
"""

import datetime as dt
from collections.abc import Callable, Container, Iterator, Mapping
from pathlib import Path

from guide.case_file import rules as file_rules
from guide.cases import quality
from guide.catalog import loading
from guide.catalog.reader import Source
from guide.catalog.records import Catalog
from guide.errors import ContentError
from guide.legal_letters import rules as legal_rules
from guide.letters import letter_rules
from guide.reading import rules as answer_rules
from guide.redact import redaction
from guide.sender_check import rules
from guide.triage import vocabulary
from packager.content_check import (
    check_forms,
    check_ids,
    check_phrases,
    check_routes,
    check_topics,
    check_tree,
    check_words,
    glossary,
    unwritten,
)

# After this, what is known wants to be looked up anew; law and money change sooner.
OLD = dt.timedelta(days=180)
ENDS_IN = dt.timedelta(days=365)  # Rows of days are written anew before they end.
OLD_FACTS = {"law": dt.timedelta(days=90), "money": dt.timedelta(days=90), "other": OLD}


# What the catalog leaves to others to read: by file, or by folder.
READERS: Mapping[str, Callable[[Catalog], object]] = {
    "redact.toml": lambda whole: redaction.load(whole.files, whole.languages.ids),
    "sender_check.toml": lambda whole: rules.load(whole.files, whole.languages.ids),
    rules.MODEL: lambda whole: rules.load(whole.files, whole.languages.ids),
    "triage/": lambda whole: vocabulary.load(whole.files),
    "letters.toml": letter_rules.for_catalog,
    "reading.toml": lambda whole: answer_rules.load(whole.files, whole.languages.ids),
    answer_rules.MODEL: lambda whole: answer_rules.load(whole.files, whole.languages.ids),
    answer_rules.ASK_MODEL: lambda whole: answer_rules.load(whole.files, whole.languages.ids),
    "quality.toml": lambda whole: quality.read(whole.files["quality.toml"]),
    "case_file.toml": file_rules.for_catalog,
    "legal_letters/": legal_rules.for_catalog,
}
# What of it names things of the catalog, or of code.
COMPARING: Mapping[str, Callable[[Catalog], object]] = {
    "redact.toml": check_ids.check_placeholders,
    "letters.toml": letter_rules.check,
    "reading.toml": answer_rules.check,
    "quality.toml": quality.check,
    "case_file.toml": file_rules.check,
    "legal_letters/": legal_rules.check,
}


def check(
    content: Mapping[str, str],
    templates: Mapping[str, str],
    today: dt.date | None = None,
    root: Path | None = None,
) -> list[str]:
    """Return warnings about what is old; none without `today`.

    `content` and `templates` are path -> text, as `loading.read_all` reads them; with a `root`, the
    tree around them is looked at, too. Raises ContentError with one line for each problem: file,
    key, problem, repair.
    """
    if found := mistakes(content, templates, root):
        raise ContentError("\n".join(found))
    if today is None:
        return []
    whole = loading.build(content, templates)
    if found := list(check_routes.too_old(whole, today)):
        raise ContentError("\n".join(found))
    return [*old_facts(whole, today), *check_routes.old(whole, today)]


def mistakes(
    content: Mapping[str, str], templates: Mapping[str, str], root: Path | None = None
) -> list[str]:
    """Return a line for each mistake, of all kinds: one run tells everything."""
    source = Source(content)
    whole = loading.gather(source, content, templates)
    found, broken = list(source.problems), set(source.broken)
    for file, read in READERS.items():
        missing = not file.endswith("/") and file not in content
        told = [f"{file} is missing; add the file"] if missing else _raised(read, whole)
        found += told
        broken |= {file} if told else set()
    found += [*problems(whole, broken), *check_ids.mistakes(whole)]
    # Names of what could not be read would be told of as if nothing had them.
    for file, compare in COMPARING.items() if not source.broken else ():
        found += _raised(compare, whole) if file not in broken else []
    if not source.broken and "letters.toml" not in broken:
        found += check_ids.unused(whole)
    found += check_tree.mistakes(root, whole) if root else ()
    return list(dict.fromkeys(found))


def _raised(run: Callable[[Catalog], object], whole: Catalog) -> list[str]:
    try:
        run(whole)
    except ContentError as error:
        return str(error).splitlines()
    return []


def problems(whole: Catalog, broken: Container[str] = ()) -> Iterator[str]:
    """Yield a line for each problem in words, letters and templates.

    What stands in `broken` files is not known; nothing is said of it but what the reader said.
    """
    yield from check_words.unlike(whole, broken)
    yield from check_words.uncovered(whole, broken)
    yield from check_topics.mistakes(whole)
    yield from check_topics.lists(whole)
    yield from check_routes.mistakes(whole)
    yield from check_forms.misformed(whole)
    yield from unwritten.places(whole)
    yield from unpaired_letters(whole)
    if "letters.toml" not in broken:
        yield from unwritten_letters(whole)
    yield from check_phrases.mistakes(whole)
    yield from glossary.mistakes(whole)


def unpaired_letters(whole: Catalog) -> Iterator[str]:
    """Yield a line for each letter that one language has and another lacks."""
    letters = whole.letters
    names = {locale: _names(letters, locale) for locale in whole.languages.ids}
    for locale, has in names.items():
        for other, lacks in names.items():
            for name in sorted(has - lacks):
                yield (
                    f"text/{other}/letters/{name} is missing; "
                    f"text/{locale}/letters/{name} is there: "
                    "write it, or take the other away"
                )
    for path in letters:
        folder, _, name = path.partition("/")
        if folder not in names:
            yield f"text/{folder}/letters/{name}: no such language; known are {', '.join(names)}"


def unwritten_letters(whole: Catalog) -> Iterator[str]:
    """Yield a line for each letter that letters.toml promises and no template writes."""
    for kind, rule in letter_rules.for_catalog(whole).kinds.items():
        for locale in whole.languages.ids:
            start = f"{locale}/{kind}"
            default = f"{start}.default.txt.j2"
            own = (f"{start}.{channel}.txt.j2" in whole.letters for channel in rule.channels)
            if default not in whole.letters and not all(own):
                yield (
                    f"text/{locale}/letters/{kind}.default.txt.j2 is missing; "
                    f"letters.toml names {kind}: write it"
                )


def _names(letters: Mapping[str, str], locale: str) -> set[str]:
    return {path.partition("/")[2] for path in letters if path.startswith(f"{locale}/")}


def old_facts(whole: Catalog, today: dt.date) -> Iterator[str]:
    """Yield a line for what was checked too long before `today`, or ends soon after."""
    yield from ending_rows(whole, today)
    for name, address in whole.addresses.items():
        if (age := today - address.checked) > OLD:
            yield (
                f"addresses.toml: {name} was checked {age.days} days ago; "
                f"look at {address.source} again and set `checked`"
            )
    for name, letter in legal_rules.for_catalog(whole).items():
        if (age := today - letter.checked) > OLD_FACTS["law"]:
            place = whole.addresses[letter.source].source
            yield (
                f"legal_letters/{name}.toml was checked {age.days} days ago; "
                f"look at {place} again and set `checked`"
            )
    for name, fact in whole.facts.items():
        if (age := today - fact.checked) > OLD_FACTS[fact.about]:
            place = whole.addresses[fact.source].source if fact.source else "its source"
            yield (
                f"facts.toml: {name} was checked {age.days} days ago; "
                f"look at {place} again and set `checked`"
            )


def ending_rows(whole: Catalog, today: dt.date) -> Iterator[str]:
    """Yield a line for each holiday whose last year ends within a year."""
    rows = {"support": whole.holidays.support, "israel": whole.holidays.israel}
    for whose, holidays in rows.items():
        for name, holiday in holidays.items():
            year = max(day.year for day in holiday.days)
            if dt.date(year, 12, 31) - today < ENDS_IN:
                yield f"holidays.toml: {whose}.{name} ends with {year}; add the years to come"
