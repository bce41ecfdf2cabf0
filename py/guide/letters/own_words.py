"""What a letter says in the guide's own words: in these nothing is looked for that must be hidden.

"changing the password (3 March): done" reads like a password that is told. It is none, and neither
is what the guide says of any other step, nor a case number that nothing hides where it is named.
"""

from dataclasses import dataclass

from guide.letters.brief import Brief
from guide.letters.history import History


@dataclass(frozen=True, slots=True)
class GuideWords:
    """Whole lines of a letter's list, and what a subject begins with."""

    lines: frozenset[str] = frozenset()
    start: str = ""

    def without(self, text: str) -> str:
        """Return a text with its own words blanked: what is found in it stands where it stood."""
        if self.start and text.startswith(self.start):
            text = " " * len(self.start) + text[len(self.start) :]
        if self.lines.isdisjoint(lines := text.split("\n")):
            return text
        return "\n".join(" " * len(line) if line in self.lines else line for line in lines)


def of(brief: Brief) -> GuideWords:
    """Return the own words of a letter."""
    steps = frozenset(f"- {line}" for line in History(brief).steps)
    number = brief.case_number
    shown = bool(number) and brief.shown_number == number
    return GuideWords(steps, f"[{number}]" if shown else "")
