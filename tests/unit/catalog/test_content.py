"""The content check: real content is whole, and each kind of mistake is named with its repair."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from importlib.resources import files

import pytest

from guide.catalog import loading
from guide.catalog.records import Catalog
from guide.errors import ContentError
from packager.content_check import check

HOME = files("guide")
CONTENT = loading.read_all(HOME / "content")
TEMPLATES = loading.read_all(HOME / "templates")


@dataclass(frozen=True)
class Mistake:
    """One edit of one file (an empty `old` appends), and the line that must tell of it."""

    file: str
    old: str
    new: str
    told: str


MISTAKES = {
    "a word only one language has": Mistake(
        "text/en/screens.toml",
        "",
        "\n[ui.spare]\ntitle = 'More'\n",
        "text/he/screens.toml: ui.spare.title is missing; text/en/screens.toml has it",
    ),
    "a word only the other language has": Mistake(
        "text/he/screens.toml",
        "",
        "\n[ui.spare]\ntitle = 'עוד'\n",
        "text/en/screens.toml: ui.spare.title is missing; text/he/screens.toml has it",
    ),
    "a place only one language has": Mistake(
        "text/en/screens.toml",
        "{day} {month} {year}",
        "{day} {month}",
        "text/en/screens.toml: ui.dates.date has the places {day}, {month}, "
        "text/he/screens.toml has {day}, {month}, {year}; make them alike",
    ),
    "a list in one language, a text in the other": Mistake(
        "text/en/screens.toml",
        'today = "',
        "today = ['a', 'b']\nold = \"",
        "text/en/screens.toml: ui.dates.today is a list, in text/he/screens.toml a str; "
        "make them alike",
    ),
    "a word left empty": Mistake(
        "text/he/advice.toml",
        '[advice.wait]\ntitle = "עכשיו מחכים לתשובה של התמיכה"',
        '[advice.wait]\ntitle = ""',
        "text/he/advice.toml: advice.wait.title is empty; write it",
    ),
    "an address without words": Mistake(
        "addresses.toml",
        "[contact]",
        '[news]\nurl = "https://openai.com/news/"\nsource = "https://openai.com/news/"\n'
        'checked = 2026-11-22\nsure = "official"\n\n[contact]',
        "text/he/addresses.toml and text/en/addresses.toml: addresses.news.name is missing; "
        "the structure has it, so write it",
    ),
    "an option without words": Mistake(
        "fields.toml",
        '["owner", "admin", "member"]',
        '["owner", "admin", "member", "guest"]',
        "text/he/fields.toml and text/en/fields.toml: fields.role.options.guest is missing; "
        "the structure has it, so write it",
    ),
    "words of nothing": Mistake(
        "fields.toml",
        '["owner", "admin", "member"]',
        '["owner", "admin"]',
        "text/he/fields.toml and text/en/fields.toml: fields.role.options.member belongs "
        "to nothing "
        "in the structure; correct it or take it away",
    ),
    "a point without words": Mistake(
        "guide.toml",
        '["open", "search",',
        '["open", "look", "search",',
        "text/he/guide.toml and text/en/guide.toml: guide.help_center.points.look is missing; "
        "the structure has it, so write it",
    ),
    "a letter only one language has": Mistake(
        "text/en/letters/birthday.default.txt.j2",
        "",
        "Subject\nBody",
        "text/he/letters/birthday.default.txt.j2 is missing; "
        "text/en/letters/birthday.default.txt.j2 is "
        "there: write it, or take the other away",
    ),
    "a letter in no language of ours": Mistake(
        "text/xx/letters/birthday.default.txt.j2",
        "",
        "Subject\nBody",
        "text/xx/letters/birthday.default.txt.j2: no such language; known are he, en",
    ),
    "a letter that is promised and not written": Mistake(
        "text/he/letters/first_request.email.txt.j2",
        "",
        "Subject\nBody",
        "text/he/letters/first_request.default.txt.j2 is missing; letters.toml names "
        "first_request: "
        "write it",
    ),
    "a letter with a word that is none": Mistake(
        "text/he/letters/thanks.txt.j2",
        "",
        "\n{{ t.nothing.here }}",
        r"text/he/letters/thanks\.txt\.j2:\d+: t\.nothing\.here is no word; "
        "correct it, or write the word",
    ),
    "a letter that includes no letter": Mistake(
        "text/he/letters/thanks.txt.j2",
        "",
        '\n{% include "he/nowhere.txt.j2" %}',
        "text/he/letters/thanks.txt.j2: he/nowhere.txt.j2 does not exist; correct the "
        "name, or write it",
    ),
    "a screen with a word that is none": Mistake(
        "templates/sent.html.j2",
        "",
        "{{ t.ui.sent.tilte }}",
        r"templates/sent\.html\.j2:\d+: t\.ui\.sent\.tilte is no word; "
        "correct it, or write the word",
    ),
    "a screen with a word that no id has": Mistake(
        "templates/sent.html.j2",
        "",
        '{{ t.advice[id].reason }}{{ t.advice[id].get("becuase", "") }}',
        r"templates/sent\.html\.j2:\d+: t\.advice\.\*\.becuase is no word; "
        "correct it, or write the word",
    ),
    "a screen with a word hidden in a key": Mistake(
        "templates/sent.html.j2",
        "",
        "{{ t.advice[t.ui.nowhere].title }}",
        r"templates/sent\.html\.j2:\d+: t\.ui\.nowhere is no word; "
        "correct it, or write the word",
    ),
    "a sentence filled with other places than it has": Mistake(
        "templates/sent.html.j2",
        "",
        "{{ t.ui.dates.date | fill(day=1, year=2) }}",
        r"templates/sent\.html\.j2:\d+: t\.ui\.dates\.date is filled with \{day\}, \{year\}, "
        r"its places are \{day\}, \{month\}, \{year\}; make them alike",
    ),
    "a template that does not parse": Mistake(
        "templates/sent.html.j2",
        "",
        "{% if %}",
        r"templates/sent\.html\.j2:\d+: .+; correct it",
    ),
    "a template with an unknown filter": Mistake(
        "templates/case_number.html.j2",
        "",
        "{{ item | sparkle }}",
        r"templates/case_number\.html\.j2:\d+: No filter named 'sparkle'\.; correct it",
    ),
}


def edited(mistake: Mistake) -> Catalog:
    """Return the catalog with the mistake in it, without the templates and letters it is not in."""
    folder, _, name = mistake.file.partition("/")
    text = CONTENT.get(mistake.file, TEMPLATES.get(name, ""))
    assert mistake.old in text, f"{mistake.file} no longer holds {mistake.old!r}"
    text = text.replace(mistake.old, mistake.new, 1) if mistake.old else text + mistake.new
    # What is not reread keeps a table of twenty mistakes fast.
    whole = replace(loading.load(), letters={}, templates={})
    if folder == "templates":
        return replace(whole, templates={name: text})
    if "/letters/" in mistake.file:
        return replace(whole, letters={name.replace("letters/", ""): text})
    return replace(loading.build(CONTENT | {mistake.file: text}, {}), letters={})


def test_the_content_that_ships_has_no_mistake_and_without_a_date_no_fact_is_old() -> None:
    assert check.check(CONTENT, TEMPLATES) == []


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_by_file_and_key_with_its_repair(mistake: Mistake) -> None:
    is_pattern = r"\d+" in mistake.told
    told = mistake.told if is_pattern else re.escape(mistake.told)
    lines = list(check.problems(edited(mistake)))
    assert [line for line in lines if re.fullmatch(told, line)], lines


def test_all_mistakes_are_told_at_once() -> None:
    both = CONTENT | {f"text/en/letters/{name}.txt.j2": "A\nB" for name in ("one", "two")}
    with pytest.raises(ContentError) as raised:
        check.check(both, {})
    assert "text/he/letters/one.txt.j2" in str(raised.value)
    assert "text/he/letters/two.txt.j2" in str(raised.value)


@pytest.mark.parametrize(("days", "warned"), [(180, False), (181, True)])
def test_a_fact_is_old_after_180_days(days: int, *, warned: bool) -> None:
    whole = loading.load()
    checked = whole.addresses["contact"].checked
    warnings = list(check.old_facts(whole, checked + dt.timedelta(days=days)))
    about = [line for line in warnings if line.startswith("addresses.toml: contact was checked")]
    assert bool(about) is warned
    assert all(f"{days} days ago" in line and "set `checked`" in line for line in about)


BREAKABLE = (
    "fields.toml",
    "redact.toml",
    "letters.toml",
    "triage/pages.toml",
    "text/en/advice.toml",
)


@pytest.mark.parametrize("name", BREAKABLE)
def test_of_a_file_that_cannot_be_read_nothing_else_is_said_because_of_it(name: str) -> None:
    """Seen to fail with hundreds of words "missing" that stand in the file, and with a KeyError."""
    lines = check.mistakes(CONTENT | {name: "= 1"}, TEMPLATES)
    assert [line for line in lines if not line.startswith(f"{name}: is not TOML")] == []
    assert len(lines) == 1


def test_mistakes_of_all_loaders_are_told_in_one_run() -> None:
    """Seen to fail when the first loader that refused its file was the last that was asked."""
    broken = CONTENT | {
        "categories.toml": CONTENT["categories.toml"].replace("required = ", "requird = ", 1),
        "redact.toml": CONTENT["redact.toml"].replace("offices = [", "offices = [1, ", 1),
        "sender_check.toml": CONTENT["sender_check.toml"].replace("sites = [", "sites = [1, ", 1),
        "triage/sure.toml": "score = true",
        "text/en/question.toml": CONTENT["text/en/question.toml"].replace("api = ", "apl = "),
        "text/en/screens.toml": CONTENT["text/en/screens.toml"] + "\n[ui.spare]\na = 'b'\n",
    }
    lines = check.mistakes(broken, TEMPLATES)
    assert {line.partition(":")[0] for line in lines} == {
        "categories.toml",
        "redact.toml",
        "sender_check.toml",
        "triage/sure.toml",
        "text/he/question.toml",
        "text/en/question.toml",
        "text/he/question.toml and text/en/question.toml",
        "text/he/screens.toml",
    }  # What names things of categories.toml waits until that can be read.
    assert all("; " in line for line in lines), "each line ends with its repair"
