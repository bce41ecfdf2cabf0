"""Days to come are announced only where days come: an appeal goes once, a post has none."""

import html

import pytest

from guide import compiled_content
from tests.unit.conftest import Person

WORDS = compiled_content.load().catalog.words


@pytest.mark.parametrize(("channel", "follows"), [("help_chat", True), ("appeal_form", False)])
def test_a_day_to_look_again_is_announced_where_one_comes(
    person: Person, *, channel: str, follows: bool
) -> None:
    """Seen to fail on the guide before: announced for an appeal, and then none came."""
    ui = WORDS[person.locale]["ui"]
    person.types("story", "My account was deactivated and I did nothing.")
    person.picks("content_moderation")
    person.does("choose_letter", locale=person.locale, channel=channel)
    asked = html.unescape(person.does("go", to="request")["html"])
    sent = html.unescape(person.does("sent")["html"])
    assert (ui["request"]["sent_why"] in asked) is follows
    assert (ui["sent"]["no_promise"] in sent) is follows
    for screen in (asked, sent):
        assert (ui["request"]["sent_once"] in screen) is not follows
