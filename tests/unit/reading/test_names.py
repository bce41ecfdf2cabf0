"""What no phrase names is named by words of several meanings that stand together."""

import tomllib
from collections.abc import Iterator

import pytest

from guide.reading import rules
from guide.reading.answering_fields import named_in
from packager.triage_training.corpus import CONTENT
from tests.unit.letter_cases import CATALOG

RULES = rules.for_catalog(CATALOG)

NAMED = {
    "Which inbox you used when you joined": {"account_email"},
    "The mailbox the profile is filed under": {"account_email"},
    "The address our receipts land in": {"billing_email"},
    "Which address shall we send the confirmation to?": {"reply_email"},
    "The tail end of the plastic": {"card_last4"},
    "The posting day of the second one": {"second_charge_date"},
    "How much the statement shows": {"amount"},
    "The day you switched off auto-renewal": {"cancelled_on"},
    "When it is next due": {"renewal_date"},
    "Which storefront it was bought in": {"bought_where"},
    "Whose plastic it is": {"name_on_card"},
    "The handset": {"surface"},
    "Was it booted to Linux?": {"os"},
    "Eduroam or cable?": {"network"},
    "The build of the program": {"app_version"},
    "The exact words in the red box": {"error_text"},
    "The number in the failure": {"error_code"},
    "What you tap immediately before it dies": {"steps"},
    "What have you ruled out already?": {"tried"},
    "The URL of that thread": {"share_link"},
    "What was picked in the drop-down": {"model_name"},
    "The day the suspension was served": {"notice_date"},
    "The number borne by the prior correspondence": {"earlier_case"},
    "An address for service": {"postal_address"},
    "A scan of the passport": {"id_document"},
    "A little more of what came up": {"what_was_seen"},
    "כתובת שאליה מגיעות הקבלות": {"billing_email"},
    "סיומת הכרטיס": {"card_last4"},
    "היום שבו חויבת": {"charge_date"},
    "על מה אתה מריץ את זה, פלאפון או מחשב?": {"surface"},
    "מה לחצת רגע לפני שזה קרס": {"steps"},
    "מען למשלוח דואר": {"postal_address"},
    "À quelle adresse arrivent vos reçus": {"billing_email"},
    "Den Tag der Verlängerung": {"renewal_date"},
    "Qual o correio com que abriu a conta": {"account_email"},
    "Номер прежнего обращения": {"earlier_case"},
    "تاريخ استلام إشعار الإيقاف": {"notice_date"},
}


@pytest.mark.parametrize(("text", "names"), NAMED.items())
def test_words_of_several_meanings_name_a_thing_together(text: str, names: set[str]) -> None:
    assert bare(text) == names


APART = {
    "the meanings stand in two clauses": ("The inbox is full, and you joined us late", set()),
    "a phrase says more than a shorter name": ("The exact time of the error", {"when"}),
    "what is put together is over a phrase": ("The inbox your invoices go to", {"billing_email"}),
    "two things in one sentence": (
        "On what day the fault was first observed and upon what apparatus",
        {"when", "surface"},
    ),
}


@pytest.mark.parametrize(("text", "names"), APART.values(), ids=APART)
def test_a_name_is_put_together_within_a_clause(text: str, names: set[str]) -> None:
    assert bare(text) == names


def bare(text: str) -> set[str]:
    return {label.partition(".")[2] for label in named_in(RULES, text).starts} - {""}


def tables() -> Iterator[tuple[str, dict[str, list[str]]]]:
    for path in ("reading.toml", "text/en/reading/answers.toml", "text/he/reading/answers.toml"):
        content = tomllib.loads((CONTENT / path).read_text(encoding="utf-8"))
        yield path, content["words"]
        if "names" in content:
            yield f"{path}, names", content["names"]


@pytest.mark.parametrize(("path", "table"), [*tables()])
def test_meanings_and_their_words_are_sorted_and_stand_once(
    path: str, table: dict[str, list[str]]
) -> None:
    assert [*table] == sorted(table), path
    assert [name for name, some in table.items() if some != sorted(set(some))] == []


def test_names_are_of_all_meanings_and_of_no_other() -> None:
    meanings = {one for path, table in tables() if "names" not in path for one in table}
    every = (rule for some in RULES.mail.names.values() for rule in some)
    assert {one for rule in every for place in rule.split() for one in place.split("|")} == meanings
