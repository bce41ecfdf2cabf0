"""The answers of a case as labelled lines: one list, no gaps, nothing where nothing was said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from guide.catalog import fitting
from guide.letters import charges, prose
from guide.letters.brief import HEAD, SIGNATURE, TRIED, Brief

MAX_LINE = 70  # Longer values stand below their label.
MAX_FOREIGN = 24  # So does another script in a line from right to left, lest its order break.


@dataclass(frozen=True)
class Lines:
    """What a letter lists of a case; in Markdown each line is an item, for else they would join."""

    brief: Brief

    def facts(self, *but: str) -> str:
        """Return every answer that stands nowhere else in a letter, most important first."""
        return self.list_of(field for field in self.apart(self.brief.fields) if field not in but)

    def apart(self, fields: Iterable[str]) -> Iterator[str]:
        """Yield those of the fields that have no place of their own in a letter."""
        brief = self.brief
        asked = {*brief.rules.opening.request[:1], brief.asking, brief.about}
        placed = {*asked, *HEAD, *brief.owners, SIGNATURE, TRIED}
        yield from (field for field in fields if field not in placed)

    def list_of(self, fields: Iterable[str]) -> str:
        """Return these answers, rows of charges first; what stands below its label comes last."""
        asked = tuple(fields)
        alone = (field for field in asked if field not in self.row_fields)
        told = ((self.say(field, self.brief.told[field]) or self._none(field)) for field in alone)
        said = [one for one in told if one]
        mark = "- " if self._markdown else ""
        short = "\n".join(mark + one for one in said if "\n" not in one)
        rows = self.rows if not self.row_fields.isdisjoint(asked) else ""
        return "\n\n".join(filter(None, (rows, short, *(one for one in said if "\n" in one))))

    @cached_property
    def row_fields(self) -> frozenset[str]:
        """The fields that `rows` tells together."""
        return frozenset(charges.told(self.brief.rules.rows, self._asked))

    @cached_property
    def _asked(self) -> Mapping[str, str]:
        asked = frozenset(self.brief.fields)
        return {field: said if field in asked else "" for field, said in self.brief.answers.items()}

    @cached_property
    def rows(self) -> str:
        """Several charges, one a row, "" where there are not several."""
        words = self.brief.words["letters"]
        card = str(words["card"])
        found = charges.rows(
            self.brief.rules.rows, self._asked, lambda value: card.format(card=value)
        )
        return self.label(str(words["charges"]), "\n".join(f"- {row}" for row in found))

    def together(self, field: str) -> tuple[str, ...]:
        """Return the fields that are told with this one."""
        return tuple(self.row_fields) if field in self.row_fields else (field,)

    @cached_property
    def _markdown(self) -> bool:
        return self.brief.channel in self.brief.rules.markdown.channels

    def say(self, field: str, value: str) -> str:
        """Return the value with its label, or "" where there is none."""
        if not value:
            return ""
        code = self._markdown and field in self.brief.rules.markdown.code
        text = prose.fenced(value) if code else value
        return self.label(self.name(field), text)

    def name(self, field: str) -> str:
        """Return what a letter calls a field."""
        brief = self.brief
        words = charges.words_of(brief.catalog, brief.case, brief.words, field)
        return str(words["letter"])

    def _none(self, field: str) -> str:
        """Return that there is no such thing, where the story says so and it is worth a line."""
        brief = self.brief
        none = str(brief.words["fields"][field].get("none", ""))
        # In a topic that asks another thing by it, its own line would be of something else.
        own = fitting.thing(brief.catalog, brief.case, field) == brief.catalog.fields[field].thing
        return none if none and own and brief.case.says_none(field) else ""

    def label(self, name: str, value: str) -> str:
        """Return label and value as one line, or the value below; "" where there is none."""
        if not value:
            return ""
        label = f"**{name}:**" if self._markdown else f"{name}:"
        below = "\n\n" if self._markdown else "\n"
        return f"{label}{below if self._stands_below(value) else ' '}{value}"

    def _stands_below(self, value: str) -> bool:
        language = self.brief.catalog.languages[self.brief.locale]
        turned = language.direction == "rtl" and " " in value
        foreign = turned and prose.is_foreign(value, language)
        return "\n" in value or len(value) > (MAX_FOREIGN if foreign else MAX_LINE)
