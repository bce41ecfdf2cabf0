"""Routes: what a person can do beyond support, routes/<id>.toml and, in each language, its words.

    structure -> Route, countries.toml -> Country, matters.toml -> Matters; all in Routes
    words -> the section `routes` of a language's words, with a share in its section `due`

A route is one file of structure and one of words a language, as a topic is.
"""

from collections.abc import Iterable, Mapping

from guide.catalog.reader import Source, is_table_of
from guide.catalog.records import Words
from guide.catalog.route_records import Country, Matters, Route, Routes

FOLDER = "routes"
COUNTRIES = "countries.toml"
MATTERS = "matters.toml"


def read(source: Source, content: Iterable[str]) -> Routes:
    """Return the routes in the order of their place, the countries, and what tells a topic."""
    paths = sorted(path for path in content if is_table_of(FOLDER, path))
    found = {id_of(path): route for path in paths if (route := source.file(path, Route))}
    ordered = dict(sorted(found.items(), key=lambda item: (item[1].place, item[0])))
    return Routes(
        ordered, source.table(COUNTRIES, Country), source.file(MATTERS, Matters) or Matters((), {})
    )


def id_of(path: str) -> str:
    """Return which route a file is of."""
    return path.rpartition("/")[2].removesuffix(".toml")


def words_of(source: Source, content: Iterable[str], locale: str) -> dict[str, Words]:
    """Return the words of each route in a language."""
    home = f"text/{locale}/{FOLDER}"
    paths = sorted(path for path in content if is_table_of(home, path))
    return {id_of(path): source.toml(path) for path in paths}


def with_routes(words: Words, own: Mapping[str, Words]) -> Words:
    """Return the words of a language with those of its routes, and the titles of their last days.

    A clock stands among what is due, so it has its title where all that is due has it.
    """
    titles = {name: {"title": said["due"]} for name, said in own.items() if "due" in said}
    return {**words, FOLDER: own, "due": {**words.get("due", {}), **titles}}
