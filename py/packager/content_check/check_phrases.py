"""Templates against words: a template may use only words that exist, filled with their places.

    template -> syntax tree -> each `t.section.key` -> the word, or any where a part is dynamic

In templates/*.html.j2 `t` is all words of a language; in letters it is their section `letters`.
A part known only at run time (`t.advice[id].title`) matches any key; `uncovered` sees to it that
all ids have the same ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from guide.catalog.records import Catalog
from guide.screens.templating import template_env
from packager.content_check.check_words import flat, listed, places

ANY = "*"
METHODS = frozenset({"items", "keys", "values"})
type Path = tuple[str, ...]


@dataclass(frozen=True)
class Shelf:
    """Templates of one kind: where they lie, what `t` is in them, what they are compiled with."""

    folder: str
    sources: Mapping[str, str]
    environment: Environment
    words: Mapping[Path, object]

    def place(self, name: str) -> str:
        """Return where a template lies: he/reply.txt.j2 is text/he/letters/reply.txt.j2."""
        locale, _, letter = name.rpartition("/")
        return "/".join(part for part in (locale and "text", locale, self.folder, letter) if part)


def mistakes(whole: Catalog) -> Iterator[str]:
    """Yield a line for each mistake in a template or a letter."""
    for shelf in _shelves(whole):
        for name, source in shelf.sources.items():
            yield from _in_template(shelf, name, source)


def _shelves(whole: Catalog) -> Iterator[Shelf]:
    # A word of any language is enough: `unlike` tells where another lacks it.
    words: dict[Path, object] = {}
    letters: dict[Path, object] = {}
    for table in reversed([*whole.words.values()]):
        words |= _reachable(table)
        letters |= _reachable(table.get("letters", {}))
    yield Shelf("templates", whole.templates, template_env.environment(whole), words)
    plain = Environment(autoescape=False)  # noqa: S701  # Letters are plain text.
    yield Shelf("letters", whole.letters, plain, letters)


def _reachable(table: Mapping[str, object]) -> dict[Path, object]:
    """Return every word and every table of words by its path."""
    found: dict[Path, object] = {}
    for key, word in flat(table).items():
        path = tuple(key.split("."))
        found |= {path[:end]: None for end in range(len(path))} | {path: word}
    return found


def _in_template(shelf: Shelf, name: str, source: str) -> Iterator[str]:
    place = shelf.place(name)
    try:
        tree = shelf.environment.parse(source, name)
        yield from _in_tree(shelf, place, tree)
        shelf.environment.compile(tree, name)  # Knows the filters; last, since it changes the tree.
    except TemplateSyntaxError as error:
        yield f"{place}:{error.lineno}: {error.message}; correct it"


def _in_tree(shelf: Shelf, place: str, tree: nodes.Template) -> Iterator[str]:
    for other in meta.find_referenced_templates(tree):
        if other is not None and other not in shelf.sources:
            yield f"{place}: {other} does not exist; correct the name, or write it"
    for line, problem in _problems(tree, shelf.words):
        yield f"{place}:{line}: {problem}"


def _problems(tree: nodes.Template, words: Mapping[Path, object]) -> Iterator[tuple[int, str]]:
    for node, path in _uses(tree):
        if not _matching(path, words):
            yield node.lineno, f"{_dotted(path)} is no word; correct it, or write the word"
    for filled in tree.find_all(nodes.Filter):
        if filled.name == "fill" and filled.node is not None:
            yield from ((filled.lineno, problem) for problem in _misfilled(filled, words))


def _misfilled(filled: nodes.Filter, words: Mapping[Path, object]) -> Iterator[str]:
    path = _path(filled.node) if filled.node is not None else None
    given = {str(pair.key) for pair in filled.kwargs}
    for word in _matching(path, words) if path else ():
        if places(word) != given:
            yield (
                f"{_dotted(path or ())} is filled with {listed(given)}, "
                f"its places are {listed(places(word))}; make them alike"
            )


def _dotted(path: Path) -> str:
    return ".".join(("t", *path))


def _uses(node: nodes.Node) -> Iterator[tuple[nodes.Node, Path]]:
    """Yield the longest paths into the words, and those inside their dynamic parts."""
    path = _path(node)
    if path is not None:
        yield node, path
    for child in _beside(node) if path is not None else node.iter_child_nodes():
        yield from _uses(child)


def _beside(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield what stands inside a path but is no part of it: dynamic keys and arguments."""
    if isinstance(node, nodes.Call):
        yield from node.args
        yield from _beside(node.node)
    elif isinstance(node, nodes.Getitem):
        yield node.arg
        yield from _beside(node.node)
    elif isinstance(node, nodes.Getattr):
        yield from _beside(node.node)


def _path(node: nodes.Node) -> Path | None:
    """Return where in the words this expression points, or None where it does not."""
    match node:
        case nodes.Name(name="t"):
            return ()
        case nodes.Call(node=nodes.Getattr(node=inner, attr="get"), args=[key, *_]):
            return _longer(inner, _key(key))
        case nodes.Call(node=nodes.Getattr(node=inner, attr=name)) if name in METHODS:
            return _path(inner)
        case nodes.Getattr(node=inner, attr=name):
            return _longer(inner, name)
        case nodes.Getitem(node=inner, arg=key):
            return _longer(inner, _key(key))
    return None


def _longer(inner: nodes.Node, key: str) -> Path | None:
    path = _path(inner)
    return None if path is None else (*path, key)


def _key(node: nodes.Node) -> str:
    return str(node.value) if isinstance(node, nodes.Const) else ANY


def _matching(path: Path, words: Mapping[Path, object]) -> list[object]:
    """Return the words, or None for tables, at `path`."""
    if ANY not in path:
        return [words[path]] if path in words else []
    return [
        word
        for known, word in words.items()
        if len(known) == len(path) and all(a in (ANY, b) for a, b in zip(path, known, strict=True))
    ]
