"""The check of topics: each mistake of an author is told by file and key, with its repair."""

from importlib.resources import files

import pytest

from guide.catalog import loading
from guide.catalog.reader import Source
from packager.content_check import check_topics

CONTENT = loading.read_all(files("guide") / "content")
LOST = "topics/authenticator_lost.toml"
EN = f"text/en/{LOST}"
HE = f"text/he/{LOST}"
REQUIRED = 'required = ["goal", "happened", "account_email", "sign_in_method"]'
NAME = 'name = "Authenticator app lost"'
MISTAKES = {
    "too much is needed": (
        LOST,
        '"sign_in_method"]',
        '"sign_in_method", "org_id", "role"]',
        f"{LOST}: required has 6 fields; leave at most 5",
    ),
    "the letter has no first line": (
        LOST,
        REQUIRED,
        REQUIRED.replace('"goal", ', ""),
        f"{LOST}: required does not begin with goal; it is the letter's first line, so add it",
    ),
    "a field is asked twice": (
        LOST,
        'helpful = ["reply_email"',
        'helpful = ["happened", "reply_email"',
        f"{LOST}: happened is required and helpful; leave it in one",
    ),
    "nothing says why": (
        LOST,
        'sources = ["mfa", "sign_in_trouble"]',
        "sources = []",
        f"{LOST}: sources is empty; name what its words rest on, or say thin = true",
    ),
    "a code that nobody writes so": (
        LOST,
        "codes = []",
        'codes = ["MFA"]',
        f"{LOST}: codes has MFA; write it in small letters",
    ),
    "a chapter that is not there": (
        LOST,
        'chapter = "lost_access"',
        'chapter = "nowhere"',
        f"{LOST}: chapter names nowhere, which guide.toml lacks; correct it",
    ),
    "a card with two actions": (
        LOST,
        '[advice.still_signed_in]\nopen = "mfa"',
        '[advice.still_signed_in]\nsearch = true\nopen = "mfa"',
        f"{LOST}: advice.still_signed_in has 2 actions; leave one of open, search,",
    ),
    "a card for an answer that nobody can give": (
        LOST,
        '[advice.another_way_in]\nopen = "mfa"',
        '[advice.another_way_in]\nopen = "mfa"\nonly.sign_in_method = ["fax"]',
        f"{LOST}: advice.another_way_in names fax, which is no option of sign_in_method",
    ),
    "a name that one line has no room for": (
        EN,
        NAME,
        f'name = "{"x" * 41}"',
        f"{EN}: name has 41 characters; say it in 40",
    ),
    "words that are missing": (EN, NAME, "", f"{EN}: name is missing; write it"),
    "words that nobody reads": (
        EN,
        NAME,
        f'{NAME}\nnickname = "x"',
        f"{EN}: nickname is not known; known are name, tell, goals,",
    ),
    "an example for what is not asked": (
        EN,
        "[examples]",
        '[examples]\nrole = "x"',
        f"{EN}: examples.role is no field of the topic; take it away, or ask for it",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_by_file_and_key(file: str, old: str, new: str, told: str) -> None:
    assert CONTENT[file].count(old) == 1
    broken = CONTENT | {file: CONTENT[file].replace(old, new)}
    whole = loading.gather(Source(broken), broken, {})
    assert [line for line in check_topics.mistakes(whole) if line.startswith(told)]


def test_goals_that_only_one_language_has_are_told() -> None:
    """The second goal of a letter in Hebrew would be the first in English."""
    goals = CONTENT[HE].partition("goals = [")[2].partition("]")[0]
    broken = CONTENT | {HE: CONTENT[HE].replace(goals, '"א"')}
    whole = loading.gather(Source(broken), broken, {})
    told = "topics: authenticator_lost.goals has 2 in en and 1 in he; make them alike"
    assert told in list(check_topics.lists(whole))


def test_an_id_that_two_topics_own_is_told() -> None:
    card = CONTENT[LOST].partition("[advice.still_signed_in]")[2].partition("\n[")[0]
    source = Source(CONTENT)
    whole = loading.gather(source, CONTENT, {})
    assert source.problems == []
    assert set(whole.topics) <= {path[7:-5] for path in CONTENT if path.startswith("topics/")}
    twin = CONTENT | {"topics/twin.toml": f"{CONTENT[LOST].partition('[advice')[0]}\n"
                      f"[advice.still_signed_in]{card}"}  # fmt: skip
    source = Source(twin)
    loading.gather(source, twin, {})
    told = "topics/twin.toml: advice.still_signed_in is defined elsewhere, too; rename one"
    assert told in source.problems
