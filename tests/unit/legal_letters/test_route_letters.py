"""Which letter belongs to which route, where it goes, and what the case tells it."""

from dataclasses import replace

from guide.legal_letters import rules
from guide.screens.widgets.dates import full
from tests.tables import each_row
from tests.unit.conftest import Person
from tests.unit.legal_letters.letters import CATALOG, LETTERS, case_of, letter_of
from tests.unit.markup import parsed

# Each route that has a letter, by country where there are several; all others have none.
LETTER_OF = {
    "adr_eea": "consumer_complaint", "appeal": "ban_reasons", "bank_dispute": "bank_dispute",
    "bank_dispute_il": "bank_dispute_il", "bank_dispute_us": "bank_dispute_us",
    "bank_fraud_il": "bank_dispute_il", "bank_fraud_us": "bank_dispute_us",
    "cancel_il_ongoing": "cancel_il", "cancel_il_sale": "cancel_il",
    "cancelling_us": "consumer_complaint", "consumer_au": "consumer_complaint",
    "consumer_br": "consumer_complaint", "consumer_ca": "consumer_complaint",
    "consumer_eea": "consumer_complaint", "consumer_il": "consumer_complaint_il",
    "consumer_in": "consumer_complaint", "consumer_kr": "consumer_complaint",
    "consumer_uk": "consumer_complaint", "consumer_us": "consumer_complaint",
    "data_request": "data_request", "dispute_form": "dispute_notice",
    "dispute_notice": "dispute_notice", "privacy_ca": "privacy_complaint",
    "privacy_ch": "privacy_complaint", "privacy_eea": "privacy_complaint",
    "privacy_il": "privacy_complaint_il", "privacy_uk": "privacy_complaint",
    "privacy_us": "privacy_complaint", "withdraw_europe": "withdraw_europe",
    "withdraw_uk": "withdraw_uk",
}  # fmt: skip
# The first call to the bank has a letter of its own beside it in these.
FRAUD = {"DE": "bank_dispute", "GB": "bank_dispute", "": "bank_dispute", "IL": "", "US": ""}


def test_each_route_has_its_letter_and_no_other() -> None:
    """Seen to fail: the bank's letter of everywhere for who lives in Israel."""
    found = {
        route: rules.for_route(CATALOG, route, next(iter(one.countries), ""))
        for route, one in CATALOG.routes.each.items()
        if route != "bank_fraud"
    }
    assert {route: letter for route, letter in found.items() if letter} == LETTER_OF
    for country, letter in FRAUD.items():
        assert rules.for_route(CATALOG, "bank_fraud", country) == letter, country


ADDRESSEES = [
    ("withdraw_europe", "DE", ("withdrawal_form", "support_mail")),
    ("dispute_notice", "GB", ("informal_dispute", "support_mail")),
    ("dispute_notice", "US", ("row_terms", "support_mail")),
    ("consumer_complaint", "FR", ("consumer_centres_eu", "dispute_bodies_eu")),
    ("consumer_complaint", "US", ("reports_usa", "california_attorney")),
    ("consumer_complaint", "elsewhere", ()),
    ("consumer_complaint_il", "IL", ("consumer_council_il", "consumer_authority_il")),
    ("privacy_complaint", "GB", ("data_authority_uk",)),
    ("privacy_complaint", "IE", ("data_authority_ie",)),
    ("privacy_complaint_il", "IL", ("data_authority_il",)),
    ("bank_dispute_us", "US", ()),
]


# Seen to fail: a complaint about a data request had the company's own portal as its addressee.
@each_row(("letter", "country", "wanted"), ADDRESSEES)
def test_a_letter_goes_where_its_route_leads_in_that_country(
    letter: str, country: str, wanted: tuple[str, ...]
) -> None:
    assert rules.addressees(CATALOG, LETTERS[letter], country) == wanted


def test_what_the_case_tells_elsewhere_stands_in_the_letter() -> None:
    """Seen to fail: both stood in brackets, for who had said them elsewhere."""
    case = replace(case_of("bank_reason", "country"), topic="charge_after_cancelling", country="IL")
    assert "I had cancelled before this charge" in letter_of("bank_dispute", "en", case).body
    assert "Country of residence: Israel" in letter_of("dispute_notice", "en", case).body
    assert "מדינת המגורים: ישראל" in letter_of("consumer_complaint_il", "he", case).body
    own = case.with_answer("country", "Malta")
    assert "Country of residence: Malta" in letter_of("dispute_notice", "en", own).body


def test_each_letter_names_its_source_its_day_and_how_sure_it_is_and_gives_no_advice() -> None:
    """Seen to fail: without the day."""
    for locale in CATALOG.languages.ids:
        person, words = Person(locale=locale), CATALOG.words[locale]
        person.does("pick_category", category="billing")
        for name, letter in LETTERS.items():
            person.does("go", to="legal", item=name)
            markup = parsed(person.last["html"])
            source = markup.one(f"source-{letter.source}").text
            assert words["addresses"][letter.source]["name"] in source
            assert full(words, letter.checked) in source
            assert words["ui"]["facts"][f"sure_{letter.sure}"] in person.last["html"]
            assert words["legal"]["law"] in person.last["html"]
