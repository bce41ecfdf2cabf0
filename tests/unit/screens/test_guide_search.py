"""Search in the guide: words lead to chapters and points, in both languages, while one types."""

from typing import TYPE_CHECKING

from guide.catalog import loading
from guide.screens.widgets import guide_search
from tests.tables import each_row
from tests.unit.markup import parsed

if TYPE_CHECKING:
    from tests.unit.conftest import Person

CATALOG = loading.load()
# What is looked for, and a chapter that must be among the hits. Each was seen to fail without its
# part of the rule: half words, glued letters, points of vowels, words of little weight.
FOUND = (
    ("en", "refund", "refund"),
    ("en", "REFU", "refund"),
    ("en", "lost passkey", "lost_access"),
    ("en", "how do I cancel in time?", "cancelling"),
    ("en", "api key", "genuine_mail"),
    ("en", "how do I get a refund for my charges", "refund"),
    ("he", "איך אפשר לקבל החזר על חיוב כפול", "unknown_charge"),
    ("he", "החזר", "refund"),
    ("he", "חשבונית", "unknown_charge"),
    ("he", "הַחֲזֵר", "refund"),
    ("he", "אפליקציה", "cancelling"),
    ("he", "GPT-5.5", "codex_limits"),
)
NOTHING = (("en", "xyzzy"), ("en", "fund"), ("he", "קסילופון"), ("en", "?!"))


def hits(locale: str, sought: str) -> tuple[guide_search.FoundChapter, ...]:
    return guide_search.find(CATALOG.words[locale]["guide"], tuple(CATALOG.chapters), sought)


@each_row(("locale", "sought", "chapter"), FOUND)
def test_words_lead_to_their_chapter(locale: str, sought: str, chapter: str) -> None:
    assert chapter in {hit.chapter for hit in hits(locale, sought)}


@each_row(("locale", "sought"), NOTHING)
def test_what_is_nowhere_is_not_found(locale: str, sought: str) -> None:
    """Seen to fail: a part from inside a word was enough, as "age" of "message"."""
    assert hits(locale, sought) == ()


@each_row(("locale", "sought"), [("en", "refund"), ("he", "החזר")])
def test_the_chapter_that_is_called_so_comes_first(locale: str, sought: str) -> None:
    """Seen to fail: in the guide's order, the sample message came first."""
    assert hits(locale, sought)[0].chapter == "refund"


def test_the_screen_tells_how_many_places_it_has_found(person: "Person") -> None:
    """Seen to fail: with the number of chapters."""
    person.does("go", to="guide")
    person.types("sought", "passkey" if person.locale == "en" else "מפתח גישה")
    markup, found = parsed(person.last["html"]), hits(person.locale, "passkey")
    found = found or hits(person.locale, "מפתח גישה")
    count = sum(len(hit.points) or 1 for hit in found)
    status = markup.one("found")
    assert status.attrs["role"] == "status"
    assert str(count) in status.text
    listed = [e for e in markup.having("id") if e.attrs["id"].startswith("chapter-")]
    assert [e.attrs["id"] for e in listed] == [f"chapter-{hit.chapter}" for hit in found]


def test_what_is_looked_for_stays_while_one_reads_and_goes_with_the_screen(
    person: "Person",
) -> None:
    """Seen to fail: the words of last week stood in the field when the guide was opened again."""
    person.does("go", to="guide")
    person.types("sought", "refund")
    person.does("go", to="guide", item="refund")
    person.does("back")
    assert person.state["sought"] == "refund"
    person.does("go", to="start")
    person.does("go", to="guide")
    assert person.state.get("sought", "") == ""
