"""The content check: every word is there, once a language, and everything that is named exists.

    files -> catalog (shapes, references) -> words (parity, coverage) -> letters, templates -> dates

`guide.catalog` refuses what it cannot read; here stands what only an author must know, so that
none of it runs in the popup. All problems of one kind of content are told at once.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from guide import compiled_content
from guide.catalog import loading
from guide.catalog.records import Catalog
from guide.errors import ContentError
from guide.letters import letter_rules
from packager.content_check import check_forms, check_phrases, check_words

OLD = dt.timedelta(days=180)  # After this, a fact wants to be looked up anew.


def check(
    content: Mapping[str, str], templates: Mapping[str, str], today: dt.date | None = None
) -> list[str]:
    """Return warnings about old facts; none without `today`.

    `content` and `templates` are path -> text, as `guide.catalog.read_all` reads them. Raises
    ContentError with one line for each problem: file, key, problem, repair.
    """
    whole = loading.build(content, templates)
    if found := list(problems(whole)):
        raise ContentError("\n".join(found))
    compiled_content.make(
        whole
    )  # Reads what the catalog leaves to triage, redaction and the sender check.
    return list(old_facts(whole, today)) if today else []


def problems(whole: Catalog) -> Iterator[str]:
    """Yield a line for each problem."""
    yield from check_words.unlike(whole)
    yield from check_words.uncovered(whole)
    yield from check_forms.misformed(whole)
    yield from unpaired_letters(whole)
    yield from unwritten_letters(whole)
    yield from check_phrases.mistakes(whole)


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
    """Yield a line for each address that was checked too long before `today`."""
    for name, address in whole.addresses.items():
        if (age := today - address.checked) > OLD:
            yield (
                f"addresses.toml: {name} was checked {age.days} days ago; "
                f"look at {address.source} again and set `checked`"
            )
