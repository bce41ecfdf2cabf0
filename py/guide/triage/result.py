"""What triage makes of a text."""

from dataclasses import dataclass

from guide.ids import CategoryId


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why triage thinks so: the words as the person wrote them, and what they weigh.

    No words stand for the open page. What it says is nobody's reason, and may be anybody's.
    """

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """One category with its score (0..1, all sum to 1) and what speaks for it."""

    category: CategoryId
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedTopic:
    """One topic with its score (0..1, all sum to at most 1) and what speaks for it."""

    topic: str
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Triage:
    """What the person's words are about, categories and topics each best first.

    `sure` is of both: the first category, and the first topic if there are any. Not `sure`:
    `question` names what tells the likeliest apart.
    """

    ranked: tuple[Ranked, ...] = ()
    sure: bool = False
    question: str = ""
    topics: tuple[RankedTopic, ...] = ()
