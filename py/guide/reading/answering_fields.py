"""What a text names that can be asked for, by the phrases of each: fields, and things without one.

"the date and amount of each charge" -> charge_date, amount: of the charge both only speak
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guide.reading.phrases import Stretch, TextWords, meet
from guide.reading.rules import ASKED, THING, AnswerRules
from guide.text.phrases import folded

_ABOUT = re.compile(
    r"\b(?:of|on|for|in|from|by|associated|linked|used|shown|attached|tied|regarding|about|to|with|at|של|על|עם|עבור|מן|מתוך)\b"
)
_APART = re.compile(r"[,;&]|\b(?:and|or|plus)\b|\bו|\bאו\b")
# Finds «date and a», «התאריך וה», at the end.
_JOINED = re.compile(r"(?:\b(?:and|or)\s+\S|(?<![א-ת])ו)$")


PICTURE = "picture"
BOTH = "both"  # Of two things that are named at once none is over the other.


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names, and where the first place of each begins; what courtesies name, too.

    `unneeded` is of a text that says what need not be sent, or was sent already.
    """

    starts: Mapping[str, int]
    fields: tuple[str, ...]
    courtesy: bool
    unneeded: bool = False

    @property
    def picture(self) -> bool:
        """Whether it names something that no words can answer."""
        return PICTURE in self.starts


def fields_in(rules: AnswerRules, text: str) -> tuple[str, ...]:
    """Return the fields that a text names, in the order of the table."""
    return named_in(rules, text).fields


def named_in(rules: AnswerRules, text: str) -> Named:
    """Return what a text names: labels of fields, of things and of a picture."""
    words = TextWords.of(text)
    return named_by(rules, text, words, rules.find(text, words))


def named_by(
    rules: AnswerRules, text: str, words: TextWords, found: Mapping[str, list[Stretch]]
) -> Named:
    """Return what a text names whose words and phrases are known."""
    spans = {label: some for label, some in found.items() if label.startswith((ASKED, THING))}
    for over, under in () if BOTH in found else rules.over.items():
        if over in spans:
            spans = {label: span for label, span in spans.items() if label not in under}
    nothing = found.get("no_field", [])
    kept = {
        label
        for label in spans
        if not _is_inside(text, words, label, spans, nothing if label.startswith(ASKED) else [])
    }
    kept = {label for label in kept if not _is_about(text, words, label, spans, kept)}
    fields = tuple(field for field in rules.fields if ASKED + field in kept)
    if PICTURE in found:
        kept.add(PICTURE)
    starts = {label: words.places[found[label][0][0]][0] for label in sorted(kept)}
    courtesy = any(start == 0 for start, _ in found.get("courtesy", ()))
    return Named(starts, fields, courtesy, "unneeded" in found or "sent" in found)


def _is_inside(
    text: str,
    words: TextWords,
    label: str,
    spans: dict[str, list[Stretch]],
    nothing: list[Stretch],
) -> bool:
    """Tell whether each place of a field is part of a longer one: the receipt in its address.

    What an "and" joins to that stands for itself: "the date and amount of each charge".
    """
    others = [span for other, some in spans.items() if other != label for span in some]
    return all(
        _is_part((start, end), others, nothing)
        and not _JOINED.search(folded(text[: words.places[start][0] + 1]))
        for start, end in spans[label]
    )


def _is_part(own: Stretch, others: list[Stretch], nothing: list[Stretch]) -> bool:
    """Tell whether a place lies in a longer one, or touches what is no field: "email provider"."""
    start, end = own
    longer = any(
        (a <= start and end <= b and b - a > end - start) or a < start < b for a, b in others
    )
    return longer or any(meet(own, one) for one in nothing)


def _is_about(
    text: str, words: TextWords, label: str, spans: dict[str, list[Stretch]], kept: set[str]
) -> bool:
    """Tell whether a field only says of what the one before is: "the amount of the invoice".

    Of what a picture is to be is a field: "a screenshot of the error message".
    """
    others = [
        one for one in kept if one != label and (label.startswith(THING) or one.startswith(ASKED))
    ]
    # Of "order number in the receipt" the number is no part of the receipt.
    taken = [(a, b) for one in others for a, b in spans[one]]
    free = (at for at, _ in spans[label] if not any(a < at < b for a, b in taken))
    start = next(free, spans[label][0][0])
    before = [end for one in others for _, end in spans[one] if end <= start]
    if not before:
        return False
    between = folded(text[words.places[max(before) - 1][1] : words.places[start][0]])
    return bool(_ABOUT.search(between)) and not _APART.search(between)
