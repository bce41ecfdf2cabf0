"""Which characters of a text that comes in are let in: the same rule for all texts, at the edge."""

import re

# A flag of a region is a black flag and its code in tag letters; elsewhere these are unseen text.
_FLAG = "\U0001f3f4[\U000e0020-\U000e007f]{1,8}"
# Finds «a\u202eb», not «ab».
_DISHONEST = re.compile(
    f"({_FLAG})|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def honest(text: str) -> str:
    """Return the text without what no person writes and what deceives who reads.

    All else stays. Taken out, wherever a text comes in (typed, pasted, stored, told by a page):
    - NUL and the other control characters; white space, which some of them are, stays;
    - bidi overrides, embeddings and isolates, which show a text in another order than it has, such
      as the end of a file's name or of an address; the marks that Hebrew needs (LRM, RLM) stay;
    - lone surrogates, halves of a character, which no text can be written out with;
    - interlinear annotations and tag letters, which are unseen text, but for those of a flag.
    They vanish rather than leave a mark, so that a secret which they cut in two is whole and found.
    """
    # Most texts have none of it, and looking is cheaper than writing.
    return _DISHONEST.sub(r"\1", text) if _DISHONEST.search(text) else text


# Unseen where they stand alone; joiners are left, which hold emoji and some scripts together.
_MARKS = dict.fromkeys(
    (0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x2060, 0x2066), 0xFEFF)
)


# Letters and signs by their category that show nothing: Hangul's fillers, Braille's blank.
BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"


def line(text: str, most: int) -> str:
    """Return a text that the person did not write, as one line of at most `most` characters.

    Beside what is not `honest`, unseen marks are taken out, and white space becomes one space.
    """
    # The cut comes first, too: what is a megabyte long is not looked through.
    return " ".join(honest(text[: 2 * most]).translate(_MARKS).split())[:most].rstrip()
