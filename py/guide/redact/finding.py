"""What redaction finds in a text."""

from dataclasses import dataclass

# Never shown again, whatever one wants.
FINAL = frozenset({"private_key", "seed_phrase", "password", "one_time_code", "cvv", "card"})


@dataclass(frozen=True, slots=True)
class Finding:
    """Something secret or personal at text[start:end]; `kind` is a key of the words."""

    kind: str
    start: int
    end: int
    undoable: bool = True  # False for passwords, codes and whole cards: never shown again.
