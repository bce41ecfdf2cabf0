"""Where the guide may lead: to addresses that were known at the build, and with nobody's words."""

import json
import re
from urllib.parse import unquote

import pytest

from guide import compiled_content
from guide.catalog import addresses, loading
from guide.redact import redaction
from packager.content_check import ask_guide
from tests.unit.conftest import Person

CATALOG = loading.load()
EVERY = ask_guide.addresses()
SEARCHES = [key for key, known in CATALOG.addresses.items() if addresses.WORDS in known.url]
# What a person should never find in an address: each is made up, and of no use anywhere.
SECRETS = (
    "sk-proj-aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789",
    "noa.levi@example.com",
    "4111 1111 1111 1111",
    "Password: Tiger2024!",
    "054-123-4567",
    "נועה לוי, הרצל 12, תל אביב",
    "042-17735",
)
PLANTED = "refund ChatGPT not loading " + " ".join(SECRETS)
HOSTS = {
    "help.openai.com", "chatgpt.com", "status.openai.com", "privacy.openai.com", "openai.com",
    "platform.openai.com", "community.openai.com", "x.com", "bugcrowd.com",
    "reportaproblem.apple.com", "apps.apple.com", "play.google.com", "developers.openai.com",
    "github.com",
    # Free help beyond OpenAI, by law or of a public body.
    "www.eccnet.eu", "www.citizensadvice.org.uk", "reportfraud.ftc.gov", "www.consumers.org.il",
    "www.kolzchut.org.il",
    # Laws, courts and authorities, for the routes beyond support; and the rules of cards.
    "eur-lex.europa.eu", "consumer-redress.ec.europa.eu", "e-justice.europa.eu",
    "digital-strategy.ec.europa.eu",
    "www.dataprotection.ie", "ico.org.uk", "www.edoeb.admin.ch", "www.priv.gc.ca", "www.gov.il",
    "www.legislation.gov.uk", "www.financial-ombudsman.org.uk", "www.gov.uk", "www.boi.org.il",
    "consumer.ftc.gov", "www.consumerfinance.gov", "oag.ca.gov", "www.usa.gov", "www.accc.gov.au",
    "ised-isde.canada.ca", "www.kca.go.kr", "www.consumidor.gov.br", "consumerhelpline.gov.in",
    "usa.visa.com",
}  # fmt: skip


def planted(person: Person) -> Person:
    """Have secrets stand wherever a person can type, and in what the page says of itself."""
    person.page = {
        "url": f"https://help.openai.com/en/?q={SECRETS[1]}",
        "title": PLANTED,
        "query": PLANTED,
    }
    person.types("story", PLANTED)
    person.does("pick_category", category="billing")
    for field, definition in CATALOG.fields.items():
        if not definition.options:
            person.types(field, PLANTED)
    person.types("subject", PLANTED)
    person.types("body", PLANTED)
    person.types("suspect", PLANTED)
    person.types("sought", PLANTED)
    person.does("sent")
    person.types("case_number", PLANTED)
    person.types("reply_text", PLANTED)
    person.does("show", text=SECRETS[1], on=True)
    return person


def test_nothing_a_person_typed_is_in_any_address_that_opens() -> None:
    """Seen to fail: with the story in the place of the content's search words."""
    person = planted(Person(locale="he"))
    opened = []
    for category in CATALOG.categories:
        person.does("pick_category", category=category)
        for address in CATALOG.addresses if category == "other" else SEARCHES:
            for words in (0, 5, -1) if address in SEARCHES else (10**9,):
                person.does("open", address=address, words=words)
                opened += [effect["url"] for effect in person.last["effects"]]
    assert len(opened) > len(CATALOG.addresses)
    assert set(opened) <= set(EVERY)
    told = unquote(" ".join(opened)).casefold()
    parts = {part for secret in SECRETS for part in (secret, *secret.split()) if len(part) > 4}
    assert {part for part in parts if part.casefold() in told} == set()


@pytest.mark.parametrize(
    "screen", ["start", "first", "details", "request", "cases", "guide", "facts"]
)
def test_no_screen_asks_to_open_anything_by_its_address(screen: str) -> None:
    """A button names a key of addresses.toml; the address itself is in no screen.

    Seen to fail: with an `open` effect written into request.html.j2.
    """
    person = planted(Person(locale="he"))
    person.does("go", to=screen)
    html = person.last["html"]
    assert '"kind":"open"' not in html
    assert not re.search(r"\bhref=\"(?!#)", html)


def test_every_address_is_one_of_openai_or_of_a_public_channel() -> None:
    """Seen to fail: with an address of another host in addresses.toml."""
    for address in EVERY:
        scheme, _, rest = address.partition(":")
        if scheme == "mailto":
            assert re.fullmatch(r"[\w.+-]+@openai\.com", rest), address
        else:
            assert (scheme, rest[:2]) == ("https", "//"), address
            assert rest[2:].split("/")[0] in HOSTS, address


def test_redaction_finds_nothing_in_the_words_that_go_out_with_a_search() -> None:
    """Seen to fail: with an e-mail address among the search words of en.toml."""
    rules = compiled_content.load().redaction
    for address in EVERY:
        if not address.startswith("mailto:"):
            assert redaction.find(rules, unquote(address), "public") == (), address


def test_the_list_has_an_address_for_each_search_of_each_category_and_topic() -> None:
    of_categories = CATALOG.words["en"]["categories"].values()
    searches = [category["search"] for category in of_categories]
    searches += [topic.search for topic in CATALOG.topics.values()]
    words = {json.dumps(word) for search in searches for word in search}
    plain = len(CATALOG.addresses) - len(SEARCHES)
    assert len(EVERY) == plain + len(SEARCHES) * len(words)
