"""Hebrew as it is written: its letters, the ones that are glued on in front, and final forms."""

LETTERS = "א-ת"  # For a character class.
POINTS = "\u0591-\u05c7\u200b-\u200f"  # Vowels, cantillation, and marks that are not seen.
PREFIXES = "הובלמשכ"  # "the", "and", "in", "to", "from", "that", "as": written as one with a word.
AND, AS, FOR, FROM, IN, THE = (
    "ו",
    "כ",
    "ל",
    "מ",
    "ב",
    "ה",
)  # Of these, as a word of their own meaning.
FINAL_FORMS = (("ך", "כ"), ("ם", "מ"), ("ן", "נ"), ("ף", "פ"), ("ץ", "צ"))
_GLUED = frozenset(PREFIXES)


def is_hebrew(text: str) -> bool:
    """Tell whether the text begins with a Hebrew letter."""
    return "א" <= text[:1] <= "ת"


def without_prefixes(word: str, *, most: int, shortest: int) -> list[str]:
    """Return the word, and what stays of it as up to `most` prefixes come off one by one.

    At least `shortest` letters stay: what is shorter is the word itself.
    """
    found = [word]
    while len(found) <= most and len(word) > shortest and word[0] in _GLUED:
        word = word[1:].lstrip("-")
        found.append(word)
    return found
