"""Every screen: whole, safe, reachable by keyboard and by ear, in both languages."""

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from guide import compiled_content
from guide.events.events import Event
from guide.legal_letters import rules
from guide.protocol.codec import decode
from guide.protocol.wire import Effect
from guide.screens import view
from tests.languages import LOCALES
from tests.tables import each_row
from tests.unit.markup import Markup, name_of, parsed

if TYPE_CHECKING:
    from guide.ids import Locale
    from tests.unit.conftest import Person

CONTROLS = {"button", "input", "textarea", "select", "summary"}
# Effects without more to say; the shell's own.
SHELLS = frozenset(["restore", "reload", "panel", "tab", "keys", "take_page"])

type Step = dict[str, Any]
type Story = tuple[Step, ...]


def does(type_: str, **more: object) -> Step:
    return {"type_": type_, **more}


def types(field_id: str, value: str) -> Step:
    return does("typed", field=field_id, value=value)


def goes(to: str, item: str = "") -> Step:
    return does("go", to=to, item=item)


def picked(category: str = "billing") -> Story:
    story = types("story", "חייבו אותי twice על ChatGPT Plus, I want a refund")
    return (story, does("pick_category", category=category), does("pick_topic", topic=""))


def about(topic: str) -> Story:
    return (does("pick_topic", topic=topic),)


def by(channel: str) -> Step:
    return does("choose_letter", channel=channel)


CATALOG = compiled_content.load().catalog
OPEN = does("open_case", case="c1")
TELLING = "the password is Hunter2!x and call +972 52-555-0143"
REQUEST = (*picked(), types("happened", TELLING), goes("request"))
SENT = (*REQUEST, does("sent"))
HEBREW = does("choose_notice_language", locale="he")
IDENTITY = types("identity_number", "123456782")
SOLVED = (*SENT, does("close_case", case="c1", outcome="solved"))
TWO = (*SOLVED, does("new_case"), *picked("api"))
SHELL = {
    "version": "1.2.3",
    "stored": [
        {"area": "extension", "key": "state", "size": 2048},
        {"area": "page", "key": "draft:c1:goal", "size": 12},
        {"area": "page", "key": "<b>odd</b>", "size": 3},
    ],
    "engine": {
        "path": "archive",
        "problem": "Error: snapshot.bin is damaged",
        "times": {"compiled": 300, "ready": 900, "later": 1000},
        "heap": 20_971_520,
        "pyodide": "0.29.5",
    },
    "mishaps": [{"code": "not_saved", "stage": "typed", "at": "2026-11-20T10:00Z", "count": 2}],
}


def at(surface: str, shell: object = SHELL) -> Step:
    """Look at a page beside the popup."""
    return does("opened", surface=surface, shell=shell)


STORIES: dict[str, Story] = {
    "start": (does("opened"),),
    "start, nothing said": (does("describe"),),
    "start, unclear": (types("story", "???"), does("describe")),
    "start, another category": (*picked(), does("pick_category", category=None)),
    "start, the topics of a category": (does("pick_category", category="login_access"),),
    "start, another topic": (*about("authenticator_lost"), does("pick_category", category=None)),
    "start, while one waits": (*SENT, goes("start")),
    "start, beside another": (*TWO, does("new_case")),
    "first, a question": picked(),
    "first, an action": (*picked(), types("bought_where", "web")),
    "first, a search": picked("other"),
    "first, a checklist": about("authenticator_lost"),
    **{f"details, {name}": (*about(name), goes("details")) for name in CATALOG.topics},
    **{f"details, {name}": (*picked(name), goes("details")) for name in CATALOG.categories},
    **{f"request, {name}": (*REQUEST, by(name)) for name in CATALOG.channels},
    "request, copied": (*REQUEST, does("copied", part="body")),
    "request, a finding left in": (*REQUEST, does("show", text="+972 52-555-0143", on=True)),
    "request, edited": (*REQUEST, by("email"), does("edit_letter", on=True), types("body", "own")),
    "sent": SENT,
    "sent, earlier": (does("already_wrote"),),
    "case, waiting": (*SENT, OPEN),
    "case, due": (*SENT, OPEN, does("opened", now="2026-12-30T10:00:00+02:00")),
    "case, without a category": (does("already_wrote"), OPEN),
    "case, answered": (*SENT, does("replied", kind="unclear"), OPEN),
    "case, solved": (*SOLVED, OPEN),
    "case, given up": (*SENT, does("close_case", case="c1", outcome="given_up"), OPEN),
    "reply": (*SENT, goes("reply")),
    "cases": (*TWO, goes("cases")),
    "cases, none": (goes("cases"),),
    "guide": (goes("guide"),),
    **{f"guide, {name}": (goes("guide", name),) for name in CATALOG.chapters},
    "guide, searched": (goes("guide"), types("sought", "refund החזר")),
    "guide, nothing found": (goes("guide"), types("sought", "xyzzy")),
    "facts": (goes("facts"),),
    "facts, of a source": (goes("facts", "mfa"),),
    "genuine": (goes("genuine"),),
    "genuine, a trap": (goes("genuine"), types("suspect", "support@openai-help.com")),
    "options": (*TWO, types("suspect", "someone@example.com"), at("options")),
    "options, nothing stored": (does("opened"), at("options", {"version": "1"})),
    "options, before anybody looked": (does("opened"), at("options", None)),
    "privacy": (does("opened"), at("privacy")),
    "diagnostics": (*TWO, at("diagnostics")),
    "diagnostics, all well": (does("opened"), at("diagnostics", {"version": "1"})),
    "legal": (*SENT, goes("legal")),
    **{f"legal, {name}": (*SENT, goes("legal", name)) for name in rules.for_catalog(CATALOG)},
    "legal, in Hebrew": (*SENT, goes("legal", "cancel_il"), IDENTITY, HEBREW),
    "case file": (*SENT, at("case_file")),
    "case file, for the forum": (*SENT, at("case_file"), does("choose_reader", reader="forum")),
    "case file, without a case": (does("opened"), at("case_file")),
    "diagnostics, before anybody looked": (does("opened"), at("diagnostics", None)),
    "genuine, theirs": (goes("genuine"), types("suspect", "noreply@tm.openai.com")),
    "genuine, in part": (does("bring", use="check", text="a link", cut=True),),
    "brought": (does("bring", use="reply", text="password: Tiger2024!", cut=True, flat=True),),
}
AROUND = {"now", "surface", "shell"}  # What a step changes besides doing something.
_walked: dict[tuple[str, str], tuple[str, Markup]] = {}


def walk(person: "Person", story: Story) -> Markup:
    """Return what is on the screen at the end of a story."""
    for step in story:
        for name in AROUND & step.keys():
            setattr(person, name, step[name])
        person.does(**{name: value for name, value in step.items() if name not in AROUND})
    assert person.problem in {"", "nothing_said"}, person.last["problem"]
    return parsed(person.last["html"])


def screen(person: "Person", story: str) -> tuple[str, Markup]:
    """Return the name of the screen where a story ends, and what is on it."""
    key = (story, person.locale)
    if key not in _walked:
        somebody = replace(person)
        markup = walk(somebody, STORIES[story])
        _walked[key] = (somebody.screen, markup)
    return _walked[key]


each_story = each_row(("story",), zip(STORIES))


@each_story
def test_a_screen_says_what_it_is_and_is_whole(person: "Person", story: str) -> None:
    name, markup = screen(person, story)
    main = markup.one("main")
    assert main.attrs["data-screen"] == name
    heading = markup.one("title")
    assert (heading.tag, heading.attrs["tabindex"]) == ("h1", "-1")
    assert heading.text.strip()
    assert len(markup.all("h1")) == 1
    assert len([e for e in markup.elements if e.attrs.get("class") == "primary"]) <= 1


@each_story
def test_a_screen_has_neither_styles_nor_scripts_in_it(person: "Person", story: str) -> None:
    _, markup = screen(person, story)
    assert not markup.all("script", "style", "iframe", "img", "a", "object")
    names = {name for element in markup.elements for name in element.attrs}
    assert not {name for name in names if name == "style" or name.startswith("on")}


@each_story
def test_ids_are_unique_and_references_lead_somewhere(person: "Person", story: str) -> None:
    _, markup = screen(person, story)
    ids = Counter(element.attrs["id"] for element in markup.having("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    for attribute in ("for", "aria-labelledby", "aria-describedby", "popovertarget"):
        for element in markup.having(attribute):
            assert element.attrs[attribute] in ids, (attribute, element)


@each_story
def test_every_event_and_effect_is_one_the_guide_knows(person: "Person", story: str) -> None:
    _, markup = screen(person, story)
    for element in markup.having("data-event"):
        decode(Event, json.loads(element.attrs["data-event"]))  # type: ignore[arg-type]
    for element in markup.having("data-effect"):
        effect = json.loads(element.attrs["data-effect"])
        if effect["kind"] not in SHELLS:
            decode(Effect, effect)  # type: ignore[arg-type]


@each_story
def test_every_control_has_a_name_and_a_stable_id(person: "Person", story: str) -> None:
    _, markup = screen(person, story)
    for control in markup.all(*CONTROLS):
        assert name_of(control, markup), control
        assert "id" in control.attrs or control.tag == "summary", control


NASTY = (
    "<script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "\" autofocus onfocus=alert(1) x='",
    "' data-event='{\"type\":\"start_fresh\"}' x='",
    "{{ 7 * 7 }}{% raw %}{named}",
    "&lt;b&gt; &amp; &#39;",
    "\u202e\u0000\ud800 תם",
    "]]><!-- <svg/onload=alert(1)>",
)


def with_text(text: str) -> dict[str, Story]:
    """Return stories in which the person's own text is on the screen."""
    told = (types("story", text), does("pick_category", category="billing"), types("goal", text))
    asked = (*told, does("go", to="request"), by("email"))
    sent = (*asked, does("sent"), types("case_number", text))
    return {
        "start": (types("story", text),),
        "details": (*told, types("invoice", text), goes("details")),
        "request": asked,
        "edited": (*asked, types("subject", text), types("body", text)),
        "editing": (*asked, types("body", text), does("edit_letter", on=True)),
        "case": (*sent, OPEN),
        "cases": (*sent, goes("cases")),
        "reply": (*sent, goes("reply"), types("reply_text", text)),
        "genuine": (goes("genuine"), types("suspect", text)),
        "guide": (goes("guide"), types("sought", text)),
        "options": (*sent, types("suspect", text), types("sought", text), at("options")),
    }


def visible(text: str) -> str:
    # A letter is cleaned of what nobody can see.
    return text.translate(dict.fromkeys(map(ord, "\u202e\u0000\ud800")))


def shape(markup: Markup) -> list[tuple[str, list[str]]]:
    # Tips, doubts, and what is found or read, come and go with what the text is like.
    moving = {"weak-spots", "chapters", "other-language", "draft", "read", "open-asked", "cuts"}
    moving |= {e.attrs["id"] for e in markup.elements if e.attrs.get("id", "").startswith("doubt-")}
    fixed = (e for e in markup.elements if all(a.attrs.get("id") not in moving for a in e.above))
    fixed = (e for e in fixed if e.attrs.get("id") not in moving)
    shown = [(e.tag, sorted({*e.attrs} - {"aria-invalid"})) for e in fixed]
    return [one for one in shown if one != ("bdi", [])]  # Of a letter, one a line.


@pytest.mark.parametrize("place", with_text(""))
def test_what_a_person_writes_never_becomes_markup(person: "Person", place: str) -> None:
    plain = shape(walk(person, with_text("plain words")[place]))
    for text in NASTY:
        person.state, person.surface = None, "popup"
        nasty = walk(person, with_text(text)[place])
        assert shape(nasty) == plain, ascii(text)
        shown = [t for e in nasty.elements for t in (e.text, *e.attrs.values())]
        assert any(visible(text) in visible(one) for one in shown), text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("code", [*CATALOG.words["en"]["problems"], "not_a_code"])
def test_every_problem_has_a_screen_with_a_way_on(locale: "Locale", code: str) -> None:
    markup = parsed(view.problem(CATALOG, locale, code, "<b>state.cases.0</b>", {"a": ["<"]}))
    assert "<b>state.cases.0</b>" in markup.one("main").text
    saved = json.loads(markup.one("download").attrs["data-effect"])
    assert json.loads(saved["text"]) == {"a": ["<"]}
    ids = {e.attrs.get("id") for e in markup.elements}
    way = json.loads(markup.one("to-options").attrs["data-effect"])
    assert way == {"kind": "page", "surface": "options"}
    assert ("start-fresh" in ids) == (code in {"bad_state", "newer_state"})


@pytest.mark.parametrize("locale", LOCALES)
def test_the_static_guide_is_whole_and_asks_nothing_of_python(locale: "Locale") -> None:
    markup = parsed(view.static_guide(CATALOG, locale))
    text = markup.one("main").text
    for chapter in CATALOG.chapters:
        assert CATALOG.words[locale]["guide"][chapter]["title"] in text
    assert not markup.having("data-event")
    kinds = [json.loads(e.attrs["data-effect"])["kind"] for e in markup.having("data-effect")]
    assert kinds == ["reload", "copy"]


def copy_of(markup: Markup) -> str:
    effects = (json.loads(e.attrs["data-effect"]) for e in markup.having("data-effect"))
    return " ".join(effect.get("text", "") for effect in effects)


def test_secrets_are_marked_told_and_never_copied(person: "Person") -> None:
    markup = walk(person, REQUEST)
    assert "Hunter2" not in copy_of(markup)
    assert "555-0143" not in copy_of(markup)
    assert "Hunter2!x" in markup.one("main").text
    markup = walk(person, (does("show", text="+972 52-555-0143", on=True),))
    assert "555-0143" in copy_of(markup)
