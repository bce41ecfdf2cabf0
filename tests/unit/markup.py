"""A screen's HTML, parsed: what a test asks about it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"input", "br", "hr", "meta", "link", "path", "rect", "circle"}


@dataclass
class Element:
    """A tag with its attributes, what it stands in, and the text in it."""

    tag: str
    attrs: dict[str, str]
    parent: "Element | None" = None
    text: str = ""

    @property
    def above(self) -> "Iterator[Element]":
        at = self.parent
        while at is not None:
            yield at
            at = at.parent


@dataclass
class Markup(HTMLParser):
    """A parsed screen."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, parent)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def having(self, attribute: str) -> list[Element]:
        return [element for element in self.elements if attribute in element.attrs]

    def one(self, id_: str) -> Element:
        found = [element for element in self.elements if element.attrs.get("id") == id_]
        assert len(found) == 1, id_
        return found[0]


def parsed(html: str) -> Markup:
    markup = Markup()
    markup.feed(html)
    markup.close()
    assert markup.open == []
    return markup


def name_of(element: Element, markup: Markup) -> str:
    """Return the accessible name, as far as the ways we use go."""
    attrs = element.attrs
    if "aria-label" in attrs:
        return attrs["aria-label"]
    if "aria-labelledby" in attrs:
        return markup.one(attrs["aria-labelledby"]).text
    if element.tag in {"button", "summary"}:
        return element.text.strip()
    own = [label for label in markup.all("label") if label.attrs.get("for") == attrs.get("id")]
    around = [label for label in element.above if label.tag == "label"]
    return " ".join(label.text for label in (*own, *around)).strip()
