"""The pages beside the popup, options, privacy, diagnostics: each event is one turn."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import compiled_content, door
from guide.protocol.wire import OpenPage
from guide.screens import privacy, view
from guide.state import State
from guide.surroundings import FRAMES, LoggedError, Surface
from guide.warm_up import first_request
from packager.content_check import privacy_doc
from packager.shell_part import prerender
from tests.languages import LOCALES
from tests.unit.markup import parsed

if TYPE_CHECKING:
    from guide.ids import Locale
    from tests.unit.conftest import Person

ROOT = Path(__file__).parents[3]
CATALOG = compiled_content.load().catalog
PAGES = tuple(view.PAGES)
SHELL: dict[str, Any] = {"version": "1", "stored": [], "engine": None, "mishaps": []}
STORY = "what nobody else may read"


def kinds(response: dict[str, Any]) -> list[str]:
    return [effect["kind"] for effect in response["effects"]]


def told(response: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = response["effects"][-1]["told"]
    return found


@pytest.fixture
def owner(person: "Person") -> "Person":
    """Somebody with two requests, one of them open in the popup, who looks at the options."""
    person.picks("api")
    person.does("new_case")
    person.types("story", STORY)
    person.picks("billing")
    person.does("go", to="details")
    person.surface, person.shell = "options", SHELL
    return person


def test_every_surface_has_its_frame_and_those_that_keep_no_place_their_page() -> None:
    """Seen to fail without "privacy" in `OpenPage.surface`, and in `FRAMES`."""
    assert set(FRAMES) == set(get_args(Surface.__value__))
    pages = {surface for surface, frame in FRAMES.items() if not frame.keeps_place}
    assert pages == set(view.PAGES) == set(get_args(get_type_hints(OpenPage)["surface"]))
    assert prerender.SURFACES == PAGES


@pytest.mark.parametrize("surface", PAGES)
def test_a_page_that_is_only_looked_at_stores_nothing(owner: "Person", surface: str) -> None:
    owner.surface = surface
    response = owner.does("opened")
    assert (response["state"], response["effects"], owner.problem) == (None, [], "")


EVENTS: dict[str, dict[str, Any]] = {
    "a language": {"type_": "choose_locale", "locale": "he"},
    "less memory": {"type_": "save_memory", "on": True},
    "the other case deleted": {"type_": "delete_case", "case": "c1"},
}


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS.keys())
def test_what_is_done_beside_the_popup_leaves_the_popup_where_it_is(
    owner: "Person", event: dict[str, Any]
) -> None:
    owner.state["settings"] = {"locale": "en"}
    before = (owner.state["place"], owner.state["trail"], owner.state["current"])
    response = owner.does(**event)
    assert (owner.state["place"], owner.state["trail"], owner.state["current"]) == before
    assert kinds(response)[-1] == "look"


def test_the_options_show_every_word_that_is_kept(owner: "Person") -> None:
    owner.surface = "popup"
    owner.types("goal", "my goal")
    owner.does("go", to="request")
    owner.types("body", "my wording")
    owner.does("sent")
    owner.types("case_number", "77-1234")
    owner.does("go", to="reply")
    owner.types("reply_text", "their answer")
    owner.does("replied", kind="unclear")
    owner.types("suspect", "odd@example.com")
    owner.surface = "options"
    shown = parsed(owner.does("opened")["html"]).one("main").text
    for word in (STORY, "my goal", "my wording", "77-1234", "their answer", "odd@example.com"):
        assert word in shown, word


def test_a_day_is_shown_in_words(owner: "Person") -> None:
    """Seen to fail on the guide before: 2026-11-20, as it is stored."""
    owner.surface = "popup"
    owner.types("charge_date", "2026-11-20")
    owner.surface = "options"
    page = owner.does("opened")["html"]
    assert {"he": "20 בנובמבר 2026", "en": "20 November 2026"}[owner.locale] in page
    assert "<bdi>2026-11-20</bdi>" not in page


def test_a_deleted_case_is_forgotten_by_the_shell_too(owner: "Person") -> None:
    response = owner.does("delete_case", case="c2")
    assert (kinds(response), told(response)["code"]) == (["look"], "deleted")
    response = owner.does("choose_locale", locale="en")
    assert STORY not in json.dumps(response, ensure_ascii=False)
    assert kinds(response) == ["forget", "launcher", "look"]
    assert response["effects"][0]["case"] == "c2"
    # The popup was on it, so it is at the start now.
    owner.surface = "popup"
    owner.does("opened")
    assert (owner.state.get("place", {}), owner.state.get("current")) == ({}, None)


def test_all_that_is_saved_comes_back_after_all_was_deleted(owner: "Person") -> None:
    saved = owner.does("export")
    assert (saved["state"], kinds(saved)) == (None, ["download", "look"])
    assert told(saved)["code"] == "saving", "seen to fail before: a click without an answer"
    file, before = saved["effects"][0], owner.state["cases"]
    assert file["name"] == "support-guide-2026-11-22.json"
    wiped = owner.does("delete_all")
    # The shell does it: until it has, what is stored must stay as it is.
    assert (wiped["state"], kinds(wiped), told(wiped)["code"]) == (None, ["wipe"], "wiped")
    owner.state = None
    response = owner.does("import", size=len(file["text"]), text=file["text"])
    assert owner.state["cases"] == before
    assert told(response) == {"code": "imported", "added": 2}


NOTICES: dict[str, tuple[dict[str, Any], Callable[[Any], str]]] = {
    "some": ({"code": "imported", "added": 3, "known": 2}, lambda t: str(t["imported"])),
    "none": ({"code": "imported", "known": 2}, lambda t: str(t["imported_nothing"])),
    "copies": (
        {"code": "imported", "added": 3, "copies": 1},
        lambda t: str(t["imported_copies"]),
    ),
    "deleted": ({"code": "deleted"}, lambda t: str(t["deleted"])),
    "wiped": ({"code": "wiped"}, lambda t: str(t["wiped"])),
}


@pytest.mark.parametrize(("what", "sentence"), NOTICES.values(), ids=NOTICES.keys())
def test_what_came_of_it_is_told_in_numbers(
    person: "Person", what: dict[str, Any], sentence: Callable[[Any], str]
) -> None:
    person.surface = "options"
    shown = parsed(person.does("opened", told=what)["html"]).one("live").text
    numbers = {"added": 0, "known": 0, "copies": 0} | what
    expected = sentence(CATALOG.words[person.locale]["ui"]["notices"])
    assert shown == expected.format(**numbers)


UNREADABLE = {
    "damaged": ("half a JSON tex", "bad_state"),
    "newer": ({"version": 9}, "newer_state"),
    "damaged and long": ("x" * 2_000_000, "bad_state"),
}


@pytest.mark.parametrize("surface", PAGES)
@pytest.mark.parametrize(("state", "code"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_page_works_while_what_is_stored_cannot_be_read(
    person: "Person", surface: str, state: object, code: str
) -> None:
    person.surface, person.shell, person.state = surface, SHELL, state
    response = person.does("opened")
    assert (response["state"], person.problem) == (None, code)
    markup = parsed(response["html"])
    ids = {element.attrs.get("id") for element in markup.elements}
    if surface == "options":
        assert {"download", "start-fresh", "wipe-yes"} <= ids
        # What a newer version has written is newer than any copy.
        assert ("restore" in ids) == (code == "bad_state")
        assert not {"export", "import"} & ids
    assert markup.one("main").attrs["data-screen"] == surface
    for refused in ({"type_": "save_memory", "on": True}, {"type_": "export"}):
        again = person.does(**refused)
        assert (again["state"], again["effects"], person.problem) == (None, [], code)
    assert kinds(person.does("delete_all")) == ["wipe"]


def test_a_fresh_start_in_the_options_is_stored(person: "Person") -> None:
    person.surface, person.state = "options", "half a JSON tex"
    assert person.does("start_fresh")["state"]["version"] == State().version


codes = st.from_regex(r"[a-z][a-z_]{0,39}", fullmatch=True)


@settings(max_examples=30, deadline=None)
@given(
    st.text(min_size=4, alphabet=st.characters(codec="utf-8", categories=["L", "N"])),
    st.builds(LoggedError, codes, codes, st.just("2026-11-22T10:00Z"), st.integers(1, 99)),
)
def test_no_word_of_the_person_is_in_the_report(own: str, one: LoggedError) -> None:
    """Fails as soon as the report takes anything of a case but their number."""
    words = f"«{own}»"
    state = {
        "version": 1,
        "cases": [{"id": "c1", "created": words, "story": words, "reply_text": words}],
        "suspect": words,
    }
    mishap = {"code": one.code, "stage": one.stage, "at": one.at, "count": one.count}
    engine = {"path": "archive", "problem": f"Error: {words}", "times": {words: 1}}
    shell = SHELL | {"mishaps": [mishap], "engine": engine}
    stored = [{"area": "page", "key": f"draft:{words}", "size": 3}]
    request = first_request("en", "diagnostics")
    request |= {"state": state, "shell": shell | {"stored": stored}}
    response = json.loads(door.turn(json.dumps(request)))
    assert response["problem"] is None
    assert words not in response["html"]
    report = parsed(response["html"]).one("copy-report").attrs["data-effect"]
    assert f"problem: {one.code} {one.stage} 2026-11-22T10:00Z x{one.count}" in report


REASONS = {
    "Error: snapshot.bin is damaged": "damaged",
    "Error: snapshot.bin is of another build": "other_build",
    "Error: snapshot.json cannot be read": "missing",
    "Error: Python did not start in time": "slow",
    "RuntimeError: unreachable": "code",
    "RuntimeError: memory access out of bounds": "other",
}


@pytest.mark.parametrize(("problem", "code"), REASONS.items())
def test_why_no_better_way_was_taken_is_said_in_words(
    person: "Person", problem: str, code: str
) -> None:
    engine = {"path": "archive", "problem": problem}
    person.surface, person.shell = "diagnostics", SHELL | {"engine": engine}
    shown = parsed(person.does("opened")["html"]).one("main").text
    words = CATALOG.words[person.locale]["ui"]["diagnostics"]
    assert words["why"][code] in shown
    assert f"engine.why: {code}" in shown
    assert problem not in shown


def test_the_reasons_are_those_that_the_engine_gives() -> None:
    files = sorted((ROOT / "extension" / "engine").glob("*.js"))
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    from guide.screens.diagnostics import REASONS as parts  # noqa: PLC0415, N811

    assert [part for part, _ in parts if part not in source] == []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("surface", PAGES)
def test_a_page_without_python_asks_nothing_of_it(locale: "Locale", surface: "Surface") -> None:
    markup = parsed(view.static_page(CATALOG, locale, surface))
    assert not markup.having("data-event")
    if surface == "privacy":
        assert CATALOG.words[locale]["privacy"]["silence"]["title"] in markup.one("main").text
    else:
        assert markup.having("data-report")


def test_the_document_for_the_stores_says_what_the_page_says() -> None:
    for locale in LOCALES:
        for section in privacy.policy(CATALOG, locale)["sections"]:
            assert all(f"- {point}" in privacy_doc.document() for point in section["points"])


def test_every_permission_is_explained_and_none_that_is_not_there() -> None:
    manifest = tomllib.loads((ROOT / "extension" / "manifest.toml").read_text(encoding="utf-8"))
    asked = {
        name.removeprefix("https://").removesuffix("/*").replace(".", "_")
        for part in manifest.values()
        for key in ("permissions", "optional_permissions", "host_permissions")
        for name in part.get(key, ())
    }
    for locale in LOCALES:
        assert set(CATALOG.words[locale]["privacy"]["permissions"]["points"]) == asked


@pytest.mark.parametrize("temporary", [True, False])
def test_who_loses_the_guide_with_the_browser_is_told_how_to_keep_a_backup(
    person: "Person", *, temporary: bool
) -> None:
    """Seen to fail: only the README said so."""
    person.surface, person.shell = "welcome", SHELL | {"temporary": temporary}
    page = person.does("opened")["html"]
    words = CATALOG.words[person.locale]["ui"]
    assert (words["welcome"]["temporary"] in page) is temporary
    for button in ("export", "import"):
        assert (words["options"][button] in page) is temporary
    assert ('id="to-options"' in page) is temporary
