"""What a parent's story tells of a child. Each row was read otherwise, or not, before."""

import pytest

from guide.story import children
from tests.unit.story.test_reader import RULES

FAMILIES = [
    ("My son is 12 and has an account", {"child_age": "under_13"}),
    ("my 11-year-old daughter signed up alone", {"child_age": "under_13"}),
    ("My daughter just turned 13", {"child_age": "teen"}),
    ("the kid is 17", {"child_age": "teen"}),
    ("My son is 19 now", {"child_age": "adult"}),
    ("הבת שלי בת 15", {"child_age": "teen"}),
    ("הבן בן 12", {"child_age": "under_13"}),
    # Nobody's age, or not a child's.
    ("I am 81", {}),
    ("אני בן 81", {}),
    ("My son paid, it is 12 dollars", {}),
    ("My son is 12 months late with it", {}),
    # Whose an address is.
    ("My son uses tom@example.org", {"child_email": "tom@example.org"}),
    ("she signed up with her mail kid@example.org", {"child_email": "kid@example.org"}),
    ("החשבון של הבן הוא tom@example.org", {"child_email": "tom@example.org"}),
    ("My daughter has an account under my email dana@example.com", {}),
    ("הבת פתחה חשבון עם המייל שלי dana@example.com", {}),
    ("dana@example.com", {}),
]


@pytest.mark.parametrize(("text", "told"), FAMILIES)
def test_what_is_told_of_a_child_is_read(text: str, told: dict[str, str]) -> None:
    assert children.told(text, RULES.cues["children"]) == told
