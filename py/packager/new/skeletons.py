"""What each kind of thing is made of: one function a kind, with the files in order.

A skeleton is as its nearest kin, its words still to be written; `--check` names what remains, and
CONTRIBUTING.md says what is a person's to decide.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from packager.errors import BuildError
from packager.new import edits
from packager.new.edits import Tree

CONTENT = "py/guide/content"
MODEL = "py/guide/ids.py"
GLOSSARY = "glossary.toml"
EMPTY = edits.unwritten("")
ID = re.compile(r"[a-z][a-z0-9_]*")
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][A-Za-z]+)?")


def make(root: Path, kind: str, name: str) -> list[str]:
    """Make the skeleton of a thing and return the files that changed. Raises BuildError."""
    wanted = TAG if kind == "language" else ID
    if not wanted.fullmatch(name):
        raise BuildError(f"{name} is no id: small letters, digits and _ (a language: de, pt-BR)")
    tree = Tree(root, {})
    KINDS[kind](tree, name)
    return list(tree.changed)


def category(tree: Tree, name: str) -> None:
    """As `other`: asked for the same, with words and a drawing of its own."""
    _declare(tree, "CategoryId", name)
    _structure(tree, "categories", "other", name)
    _words(tree, "categories", "other", name)
    for locale in _locales(tree):
        tree.put(_text(locale, "question"), "other = ", f'{name} = "{EMPTY}"')
    drawing = f"""  "{name}": '{EMPTY}',"""
    tree.put("py/guide/templates/icons.html.j2", r"} %}", drawing)


def topic(tree: Tree, name: str) -> None:
    """A topic of `other` that promises nothing: its structure, and its words in each language."""
    tree.write(f"{CONTENT}/topics/{name}.toml", TOPIC)
    for locale in _locales(tree):
        words = {"name": EMPTY, "tell": EMPTY, "goals": [EMPTY], "can": EMPTY, "cannot": EMPTY}
        lines = edits.written(words | {"phrases": [EMPTY]}, [])
        tree.write(f"{CONTENT}/text/{locale}/topics/{name}.toml", "\n".join(lines).strip() + "\n")


def field(tree: Tree, name: str) -> None:
    """A line of text among the problem's own, asked where the category `other` is."""
    line = f'{name} = {{ kind = "text", group = "problem" }}'
    tree.append(f"{CONTENT}/fields.toml", line)
    _words(tree, "fields", "goal", name)


def advice(tree: Tree, name: str) -> None:
    """As `search_help`; where it is given, categories.toml or advice.py says."""
    tree.like(f"{CONTENT}/advice.toml", "", "search_help", name)
    _words(tree, "advice", "search_help", name)


def fact(tree: Tree, name: str) -> None:
    """A rule of the guide's own, of a day so old that `--check` asks for another."""
    line = f'{name} = {{ checked = 2000-01-01, sure = "own" }}'
    tree.append(f"{CONTENT}/facts.toml", line)
    for locale in _locales(tree):
        tree.append(_text(locale, "facts"), f'{name} = "{EMPTY}"')


def route(tree: Tree, name: str) -> None:
    """A route that nobody has read, for `other`, of a day so old that it must not be shipped."""
    tree.write(f"{CONTENT}/routes/{name}.toml", ROUTE)
    for locale in _locales(tree):
        lines = edits.written({"name": EMPTY, "look": EMPTY}, [])
        tree.write(f"{CONTENT}/text/{locale}/routes/{name}.toml", "\n".join(lines).strip() + "\n")


def letter(tree: Tree, name: str) -> None:
    """A kind of letter as `clarification`, with one template a language."""
    _declare(tree, "LetterKind", name)
    tree.into_list(f"{CONTENT}/letters.toml", r"^order = ", name)
    tree.like(f"{CONTENT}/letters.toml", "kinds", "clarification", name)
    _words(tree, "kinds", "clarification", name)
    for locale in _locales(tree):
        place = f"{CONTENT}/text/{locale}/letters/{name}.default.txt.j2"
        tree.write(place, f"{EMPTY}\n")


def channel(tree: Tree, name: str) -> None:
    """As `forum`: read by the public, for the first request of `other`."""
    _declare(tree, "ChannelId", name)
    _structure(tree, "channels", "forum", name)
    _words(tree, "channels", "forum", name)
    rules = f"{CONTENT}/letters.toml"
    tree.into_list(rules, r"\[kinds\.first_request\]\nchannels = ", name)
    tree.put(rules, "forum = ", f'{name} = ["other"]')


def screen(tree: Tree, name: str) -> None:
    """A screen with a title and nothing on it; `Go` leads to it from wherever a button does."""
    _declare(tree, "ScreenId", name)
    tree.write(f"py/guide/screens/{name}.py", SCREEN)
    view = "py/guide/screens/view.py"
    tree.put(view, r"    case,$", f"    {name},")
    tree.put(view, r"}\n# Pages", f'    "{name}": {name}.context,')
    tree.write(f"py/guide/templates/{name}.html.j2", TEMPLATE.replace("SCREEN", name))
    for locale in _locales(tree):
        tree.put(_text(locale, "screens"), "genuine = ", f'{name} = "{EMPTY}"')


def _glossary(model: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a language must say for each thing; what it must not say is its own."""
    terms = {name: {"say": EMPTY, "avoid": []} for name in model["terms"]}
    return {"glued": "", "labels": model["labels"], "terms": terms, "exceptions": {}}


def language(tree: Tree, name: str) -> None:
    """All that the fallback language says, still to be written; its own rules stand in, too."""
    rules = f"{CONTENT}/languages.toml"
    model = str(tree.toml(rules)["fallback"])
    tree.into_list(rules, r"^order = ", name)
    own = tree.toml(rules)["languages"][model] | {"name": EMPTY}
    tree.append(rules, "\n".join(edits.written(own, ["languages", name])))
    said = tree.root / CONTENT / "text" / model
    for path in sorted(said.rglob("*")):
        place = f"{CONTENT}/text/{name}/{path.relative_to(said).as_posix()}"
        if path.suffix == ".toml":
            table = tree.toml(path.relative_to(tree.root).as_posix())
            counted = path.name == "advice.toml" or path.parent.name == "topics"
            unwritten = edits.unwritten(table, whole=counted)
            words = _glossary(table) if path.name == GLOSSARY else unwritten
            tree.write(place, "\n".join(edits.written(words, [])).strip() + "\n")
        elif path.is_file():
            tree.write(place, f"{EMPTY}\n")
    store = "extension/_locales/{}/messages.json"
    tree.write(store.format(name.replace("-", "_")), tree.text(store.format(model)))
    listed = "py/packager/store/text/{}.toml"
    tree.write(listed.format(name), tree.text(listed.format(model)))


KINDS: Mapping[str, Callable[[Tree, str], None]] = {
    "language": language,
    "category": category,
    "topic": topic,
    "field": field,
    "advice": advice,
    "fact": fact,
    "route": route,
    "letter": letter,
    "channel": channel,
    "screen": screen,
}
TOPIC = f"""\
category = "other"
first = ["search_help"]
required = ["goal", "happened", "account_email"]
helpful = ["error_text", "when", "plan", "earlier_case", "name"]
attachments = []
channels = ["help_chat", "email"]
chapter = "not_solved"
search = ["{EMPTY}"]
thin = true
"""
ROUTE = """\
kind = "consumer"
place = 60
topics = ["other"]
address = ""
source = ""
checked = 2000-01-01
sure = "unread"
"""
SCREEN = '''"""What this screen is for, in a sentence."""

from typing import Any

from guide.situation import Situation


def context(_: Situation) -> dict[str, Any]:
    """Return what the template shows."""
    return {}
'''
TEMPLATE = """{% extends "page.html.j2" %}
{% block main %}
<h1 id="title" tabindex="-1">{{ t.screens.SCREEN }}</h1>
{% endblock %}
"""


def _declare(tree: Tree, alias: str, name: str) -> None:
    tree.into_list(MODEL, rf"^type {alias} = Literal", name)


def _structure(tree: Tree, key: str, model: str, name: str) -> None:
    file = f"{CONTENT}/{key}.toml"
    tree.into_list(file, r"^order = ", name)
    tree.like(file, key, model, name)


def _words(tree: Tree, section: str, model: str, name: str) -> None:
    """Add to a section of the words of each language what its `model` has, still to be written."""
    for locale in _locales(tree):
        for path in sorted((tree.root / CONTENT / "text" / locale).glob("*.toml")):
            file = path.relative_to(tree.root).as_posix()
            if model in (words := tree.toml(file).get(section, {})):
                lines = edits.written(edits.unwritten(words[model]), [section, name])
                tree.append(file, "\n".join(lines))


def _text(locale: str, subject: str) -> str:
    return f"{CONTENT}/text/{locale}/{subject}.toml"


def _locales(tree: Tree) -> list[str]:
    order: list[str] = tree.toml(f"{CONTENT}/languages.toml")["order"]
    return order
