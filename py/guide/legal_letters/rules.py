"""Which formal letters there are: content/legal_letters/<id>.toml, and their texts by language."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from guide.catalog.reader import Source, is_table_of
from guide.catalog.records import Catalog
from guide.ids import Locale

FOLDER = "legal_letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalLetter:
    """A formal letter.

    `needs` are fields without which it is not whole, `helpful` those it uses where they are known.
    `routes` are the steps beyond support that it belongs to, but for `but_countries`, which have a
    letter of their own. `to` are addresses to send it to, after the official place of its routes
    where it goes `to_routes`; `languages` those of its addressees. Its `source`, a key of
    addresses.toml, the day that was `checked`, and how `sure` it is, are shown with it.
    """

    place: int
    needs: tuple[str, ...]
    helpful: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    to_routes: bool = False
    languages: tuple[Locale, ...]
    routes: tuple[str, ...]
    but_countries: tuple[str, ...] = ()
    source: str
    checked: dt.date
    sure: Literal["official", "copy", "third_party", "users"]


def for_catalog(catalog: Catalog) -> Mapping[str, LegalLetter]:
    """Return the letters by id, in order. Raises ContentError with a line for each mistake."""
    files = {n: text for n, text in catalog.files.items() if is_table_of(FOLDER, n)}
    return _read(tuple(sorted(files.items())))


def for_route(catalog: Catalog, route: str, country: str) -> str:
    """Return the id of the letter that belongs to a step beyond support there, "" for none."""
    letters = for_catalog(catalog).items()
    found = (n for n, one in letters if route in one.routes and country not in one.but_countries)
    return next(found, "")


def addressees(catalog: Catalog, letter: LegalLetter, country: str) -> tuple[str, ...]:
    """Return the addresses that a letter goes to from this country, best first."""
    there, each = catalog.routes.places(country), catalog.routes.each
    ways = (each[name] for name in letter.routes if letter.to_routes)
    found = (way.address for way in ways if way.is_in(there))
    return tuple(dict.fromkeys((*found, *letter.to)))


def is_template(name: str) -> bool:
    """Tell whether a content file is the template of a formal letter."""
    return f"/{FOLDER}/" in name and name.endswith(".j2")


def template_of(letter: str, locale: Locale) -> str:
    """Return the path of a letter's text."""
    return f"text/{locale}/{FOLDER}/{letter}.txt.j2"


def check(catalog: Catalog) -> None:
    """Look at every name in the letters. Raises ContentError with a line for each mistake."""
    source = Source(catalog.files)
    for name, letter in for_catalog(catalog).items():
        file = f"{FOLDER}/{name}.toml"
        for place, one, known in _references(catalog, name, letter):
            if not known:
                source.note(file, f"{place} names {one}, which is not there", "add or correct it")
    source.stop()


def _references(
    catalog: Catalog, name: str, letter: LegalLetter
) -> Iterator[tuple[str, str, bool]]:
    for field in (*letter.needs, *letter.helpful):
        yield "needs or helpful", field, field in catalog.fields
    for address in (*letter.to, letter.source):
        yield "to or source", address, address in catalog.addresses
    for route in letter.routes:
        yield "routes", route, route in catalog.routes.each
    for country in letter.but_countries:
        yield "but_countries", country, country in catalog.routes.countries
    for locale in letter.languages:
        path = template_of(name, locale)
        yield "languages", path, path in catalog.files


@cache
def _read(files: tuple[tuple[str, str], ...]) -> Mapping[str, LegalLetter]:
    source = Source(dict(files))
    found = {name: source.file(name, LegalLetter) for name, _ in files}
    source.stop()
    ordered = sorted(found.items(), key=lambda item: (item[1].place, item[0]))
    return {path.rpartition("/")[2].removesuffix(".toml"): letter for path, letter in ordered}
