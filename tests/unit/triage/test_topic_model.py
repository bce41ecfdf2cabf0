"""The table of the topic model: sums of many small cells at once, and tables that are wrong."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.ids import CategoryId
from guide.text.linear_model import FINEST, MIDDLE, packed
from guide.triage.topic_model import TopicModel, TopicTable

TOPICS = 5
OTHER: CategoryId = "other"
CELLS = st.lists(st.integers(-FINEST, FINEST), min_size=TOPICS, max_size=TOPICS)


def table(rows: dict[str, list[int]], topics: int = TOPICS) -> TopicTable:
    """Return a table of rows of whole steps, each step 1, that starts from nothing."""
    cells = bytearray()
    for row in rows.values():
        padded = [cell + MIDDLE for cell in (*row, 0)]
        cells += bytes(a | b << 4 for a, b in zip(padded[::2], padded[1::2], strict=False))
    names = tuple(f"topic_{number}" for number in range(topics))
    features = packed("\n".join(rows).encode())
    return TopicTable(
        "", 1.0, (0.0,) * topics, features, packed(bytes(cells)), names, (OTHER,) * topics
    )


# Seen to fail with sums of more than sixteen rows in one byte.
@given(st.lists(CELLS, min_size=1, max_size=70))
def test_sums_are_those_of_the_rows(rows: list[list[int]]) -> None:
    model = TopicModel(table({f"f{at}": row for at, row in enumerate(rows)}))
    known = model.known(f"f{at}" for at in range(len(rows)))
    wanted = [sum(column) / len(rows) ** 0.5 for column in zip(*rows, strict=True)]
    assert model.sums(known.values()) == pytest.approx(wanted)
    for topic in range(TOPICS):
        weights = model.weights(known.values(), topic)
        assert sum(weights) == pytest.approx(wanted[topic])


def test_what_the_table_does_not_have_weighs_nothing() -> None:
    model = TopicModel(table({"a": [1, 2, 3, 4, 5]}))
    assert model.sums(model.known(["b"]).values()) == [0.0] * TOPICS


def test_the_most_features_at_their_highest_still_add_up() -> None:
    """Seen to fail with sums in fields of a byte."""
    rows = {f"f{at}": [FINEST, -FINEST, 0, 1, FINEST] for at in range(5000)}
    model = TopicModel(table(rows))
    found = model.sums(model.known(rows).values())
    assert found[0] == pytest.approx(-found[1])
    assert found[0] == found[4] > found[3] > found[2] == 0


@pytest.mark.parametrize(
    "change",
    [
        {"cells": packed(b"12")},
        {"features": packed(b"a\nb")},
        {"features": "~~~~"},
        {"start": (0.0,)},
        {"categories": ("other",)},
    ],
)
def test_a_table_whose_parts_do_not_fit_is_refused(change: dict[str, object]) -> None:
    whole = table({"a": [1, 2, 3, 4, 5]})
    TopicModel(whole)
    with pytest.raises(ValueError, match=r"packed|fit together|base85"):
        TopicModel(replace(whole, **change))  # type: ignore[arg-type]
