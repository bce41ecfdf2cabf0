"""What of a letter the person has copied, as it is worded now.

A letter in a chat is several messages, and the popup closes at each paste: when it opens again, it
must know which is next. Kept is no text but a mark of it; a text that has changed has another.
"""

import hashlib
from dataclasses import replace

from guide.ids import LetterPart, Locale
from guide.model import Case, CopiedPart

MARK = 16  # Hexadecimal digits: enough to tell the wordings of one letter apart.


def mark(text: str) -> str:
    """Return what stands for this text: the same for the same text, and nothing of its words."""
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:MARK]


def with_copy(case: Case, locale: Locale, part: LetterPart, number: int, mark: str) -> Case:
    """Return the case with this part of the letter now shown as copied."""
    copy = CopiedPart(case.kind, case.channel, locale, part, number, mark[:MARK])
    kept = tuple(one for one in case.copied if replace(one, mark=copy.mark) != copy)
    return replace(case, copied=(*kept, copy))


def is_copied(case: Case, locale: Locale, part: LetterPart, number: int, mark: str) -> bool:
    """Tell whether this part of the letter now shown was copied in just this wording."""
    return CopiedPart(case.kind, case.channel, locale, part, number, mark) in case.copied
