"""What is packed for the snapshot comes back as it was."""

from dataclasses import replace

from guide import tools, triage
from guide.later import Later

SAID = ("I was charged twice", "לא מצליחים להיכנס לחשבון", "")


def test_a_packed_value_comes_back_equal_and_is_made_once() -> None:
    made: list[int] = []

    def make() -> dict[str, tuple[int, ...]]:
        made.append(1)
        return {"a": (1, 2)}

    later = Later(make)
    first = later.get()
    later.pack()
    later.pack()
    assert later.get() == first
    assert later.get() is later.get()
    assert made == [1]


def test_triage_says_the_same_with_a_vocabulary_that_was_packed() -> None:
    """Seen to fail: with `get` giving back a vocabulary without its weights."""
    catalog = tools.load().catalog
    own = tools.make(replace(catalog, files=dict(catalog.files)))
    before = [triage.rank(own.vocabulary, text) for text in SAID]
    tools.pack(own)
    assert [triage.rank(own.vocabulary, text) for text in SAID] == before
