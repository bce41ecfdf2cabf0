"""What kind of packages a build makes, and the names by which the kinds are kept apart."""

from dataclasses import dataclass

PREFIX = "pseudo-"  # Of what is built with the pseudo-languages.
PLAIN = "plain-"  # Of packages without a memory snapshot.
FULL = "full-"  # Of what has Pyodide's code as released.


@dataclass(kw_only=True)
class Kind:
    """What is asked of a build; without anything, the packages that people get.

    `pseudo` adds the pseudo-languages: what depends on content is then made, and kept, apart.
    `plain` leaves the memory snapshot out of the packages, for who wants no bytes they cannot read;
    `full` leaves Pyodide's code as it was released, and so does `plain`.
    """

    pseudo: bool = False
    plain: bool = False
    full: bool = False

    @property
    def cut(self) -> bool:
        """Whether the packages have the code that `engine_part` makes."""
        return not (self.plain or self.full)

    def named(self, step: str) -> str:
        """Return the name of a step that depends on content."""
        return f"{PREFIX}{step}" if self.pseudo else step

    def packed(self, target: str) -> str:
        """Return the name of a browser's package, in dist, too."""
        kind = PLAIN if self.plain else FULL if self.full else ""
        return f"{kind}{self.named(target)}"
