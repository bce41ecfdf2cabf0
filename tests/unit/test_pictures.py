"""The pictures of the README show what is so today."""

from tests import pictures


def test_no_picture_is_older_than_what_it_shows() -> None:
    """Seen to fail with another word on a screen, and with another rule for its cards."""
    assert pictures.stale() == [], "run: uv run build.py --renew --pictures"


def test_a_rule_of_another_screen_makes_no_picture_old() -> None:
    css = ":root { --ink: 1 }\n.card { a: b }\n.elsewhere { c: d }\n@media print { .x { e: f } }"
    rules = list(pictures.applying(css, '<p class="card">'))
    assert rules == [":root { --ink: 1 }", ".card { a: b }", "@media print { .x { e: f } }"]
