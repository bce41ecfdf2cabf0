"""Pseudo-languages: content in languages that nobody speaks, made from a real one.

    text/en/*.toml -> each text with other letters, longer -> text/<pseudo>/*.toml

content/pseudo.toml says which there are and how each is written. What a program reads stays whole:
{places}, markup, Jinja's tags, addresses, and names that no language translates. Folders beside
the words of a language are what the guide knows of it, and are taken as they are, but its letters.
"""

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = "pseudo.toml"
FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
FILLER = "one two three four five six seven eight nine ten "
# What stays as it is: Jinja, places, markup, e-mail addresses, names of hosts with their paths.
WHOLE = (
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\w*\}|<[^<>]+>|[\w.+-]+@[\w.-]+\w|https?://\S+"
    r"|(?:[\w-]+\.)+(?:com|org|net|html|json|txt)(?:/[\w/.-]*)?"
)
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
QUOTED = re.compile(r'"[^"]*"')

type Table = dict[str, Any]
type Change = Callable[[str], str]


@dataclass(frozen=True)
class Writing:
    """How a pseudo-language is written; `whole` finds what of a text is not."""

    whole: re.Pattern[str]
    letters: Mapping[int, str]
    longer: int = 0
    around: tuple[str, str] = ("", "")

    def letter(self, text: str) -> str:
        """Return a letter's template: its sentences in other letters, those in its tags, too."""
        return TAG.sub(self._tag, self.plain(text))

    def _tag(self, tag: re.Match[str]) -> str:
        # What has a space is a sentence, and what has none is a name.
        return QUOTED.sub(lambda one: self.plain(one[0]) if " " in one[0] else one[0], tag[0])

    def word(self, text: str) -> str:
        """Return a text of a screen: other letters, longer, with its ends marked."""
        if not text.strip():
            return text
        before, behind = self.around
        return f"{before}{self.plain(text)}{self._filler(text)}{behind}"

    def plain(self, text: str) -> str:
        """Return a text in other letters."""
        rest, kept = self.whole.split(text), self.whole.findall(text)
        parts = [part.translate(self.letters) for part in rest]
        return "".join(part + stays for part, stays in zip(parts, [*kept, ""], strict=True))

    def _filler(self, text: str) -> str:
        length = len(self.whole.sub("", text)) * self.longer // 100
        times = length // len(FILLER) + 1
        return f" {(FILLER * times)[:length].strip()}".translate(self.letters) if length else ""


def tree(py: Path, folder: Path) -> Path:
    """Return a copy of the Python sources in `folder`, with the pseudo-languages in it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(py, folder, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
    add(folder / "guide" / "content")
    return folder


def add(content: Path) -> None:
    """Add the pseudo-languages to a folder of content."""
    pseudo = _read(content / FILE)
    languages = _read(content / "languages.toml")
    for locale, made in pseudo["languages"].items():
        how = writing(pseudo["names"], made)
        _speak(content, (pseudo["of"], locale), how, set(pseudo["as_they_are"]), made)
        languages["order"].append(locale)
        own = ("name", "direction", "script", "plurals")
        languages["languages"][locale] = {key: made[key] for key in own}
    _write(content / "languages.toml", languages)


def _plain(sentences: Table, writing: Writing) -> Table:
    """Return a table of sentences in other letters."""
    return {key: writing.plain(text) for key, text in sentences.items()}


def writing(names: list[str], made: Table) -> Writing:
    """Return how a language of pseudo.toml is written."""
    # Longest first: of Google Play both words stay.
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return Writing(
        re.compile(rf"{WHOLE}|\b(?:{either})\b", re.DOTALL),
        dict(zip(map(ord, made["letters"]), made["written"], strict=True)),
        made.get("longer", 0),
        tuple(made.get("around", ("", ""))),
    )


def _speak(
    content: Path, which: tuple[str, str], writing: Writing, as_they_are: set[str], made: Table
) -> None:
    """Write the folder of a pseudo-language, `which` is made of and called."""
    home, folder = (content / "text" / locale for locale in which)
    shutil.copytree(home, folder)
    forms = (*made["plurals"], "other")
    for path in folder.glob("*.toml"):
        table = _read(path)
        said = {
            key: value if key in as_they_are else _changed(value, writing.word, forms)
            for key, value in table.items()
        }
        _write(path, said)
    masks = folder / "redact" / "words.toml"
    known = _read(masks)
    _write(masks, known | {"placeholders": _plain(known["placeholders"], writing)})
    for path in (folder / "letters").iterdir():
        text = writing.letter(path.read_text(encoding="utf-8"))
        text = text.replace(f'"{which[0]}/', f'"{which[1]}/')  # What a letter includes.
        path.write_text(text, encoding="utf-8", newline="\n")


def _changed(value: Any, change: Change, forms: tuple[str, ...]) -> Any:  # noqa: ANN401  # TOML.
    """Return texts changed, and sentences that count in the forms of the pseudo-language."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(item, change, forms) for item in value]
    if "other" in value and value.keys() <= FORMS:
        return {form: change(value.get(form, value["other"])) for form in forms}
    return {key: _changed(item, change, forms) for key, item in value.items()}


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _write(path: Path, table: Table) -> None:
    path.write_text(_lines(table), encoding="utf-8", newline="\n")


def _lines(table: Table) -> str:
    return "".join(f"{json.dumps(key)} = {_inline(value)}\n" for key, value in table.items())


def _inline(value: Any) -> str:  # noqa: ANN401  # TOML.
    """Return a value on one line: a string of JSON is one of TOML, too."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(k)} = {_inline(v)}' for k, v in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False)
