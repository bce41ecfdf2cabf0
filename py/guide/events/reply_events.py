"""What a person can do with an answer from support."""

from dataclasses import dataclass
from typing import Literal

from guide.ids import ReplyKind


@dataclass(frozen=True, slots=True)
class Replied:
    """Support answered; `kind` is what the answer is like."""

    type: Literal["replied"]
    kind: ReplyKind


@dataclass(frozen=True, slots=True)
class KeepCut:
    """A part of the pasted answer that was left out is read after all (on), or left out again."""

    type: Literal["keep_cut"]
    part: Literal["head", "quoted", "signature", "footer"]
    on: bool
