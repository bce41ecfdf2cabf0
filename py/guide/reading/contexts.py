"""Where a piece or a day of an answer stands, as features that a model can weigh.

"~" are stems and pairs of the remark, "1" how it begins, "@" what it says and "&" two things that
it says, "p" what the one before says, "^" the line above its list and how much of the list names
something, "=" how many remarks in a row do nothing but name; "(" and ")" the words next to a place.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from guide.reading.lines import Remark
from guide.triage.features import of_pairs, whole
from guide.triage.tokens import tokens

_FIRST = 2  # Words that a remark begins with.
_NEAR = 3  # Words before and behind a place.
_MANY = 4  # Items of a list, remarks in a row; more are no more.
_BARE = 5  # Words of a remark that only names a thing: "tail end of the card".


def of_remark(remark: Remark, before: Remark | None) -> Iterator[str]:
    """Yield the features that all places of a remark share, without those of its head."""
    yield from (f"~{one}" for one in stems(remark.text))
    yield from (f"@{label}" for label in remark.signals)
    yield from (f"&{one}+{other}" for one, other in combinations(sorted(remark.signals), 2))
    yield from (f"1{one}" for one in stems(" ".join(remark.text.split(maxsplit=_FIRST)[:_FIRST])))
    yield from ("@?",) if remark.asks else ()
    yield from ("@item",) if remark.item else ()
    if remark.under is None and before is not None:
        yield from (f"p{label}" for label in before.signals)
        yield from ("p?",) if before.asks else ()


def of_head(head: Remark) -> Iterator[str]:
    """Yield the features that the line above its list gives to each item."""
    yield from (f"^{one}" for one in (*stems(head.text), *head.signals))
    yield "^?" if head.asks else "^"


def of_list(items: Sequence[Remark]) -> Iterator[str]:
    """Yield how many items a list has, and in how many quarters of them something is named."""
    yield f"^items{min(_MANY, len(items))}"
    yield f"^names{4 * sum(one.names for one in items) // max(1, len(items))}"


def runs(remarks: Sequence[Remark]) -> list[tuple[str, ...]]:
    """Return for each remark how many in a row only name, as in "Browser? Plan? Invoice no.?"."""
    found: list[tuple[str, ...]] = []
    for only, some in groupby(remarks, _only_names):
        long = len([*some])
        found += [(f"={min(_MANY, long)}",) if only else ()] * long
    return found


def _only_names(remark: Remark) -> bool:
    return remark.names and len(remark.words.forms) <= _BARE


def near(before: str, after: str) -> Iterator[str]:
    """Yield the words that a place stands next to."""
    for mark, words in (("(", before.split()[-_NEAR:]), (")", after.split()[:_NEAR])):
        found = [whole(token.word) for token in tokens(" ".join(words))]
        yield from (f"{mark}{one}" for one in found)
        yield "".join((mark, *found)) if found else f"{mark}none"


def stems(text: str) -> Iterator[str]:
    """Yield the stems of a text, and the pairs of them."""
    found = tokens(text)
    yield from (whole(token.word) for token in found)
    yield from of_pairs(found)
