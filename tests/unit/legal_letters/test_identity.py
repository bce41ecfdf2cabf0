"""Israel's identity number: in the letter that the law wants it in, and in nothing else."""

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from guide.calendar_file import of_cases
from guide.case_file import markdown, table, writing
from guide.case_file.rules import for_catalog
from guide.cases import outgoing
from guide.ids import Locale
from guide.legal_letters.known import filled
from guide.model import Case
from guide.screens import case_file, ways_out
from guide.state import Settings
from tests.unit.legal_letters.letters import (
    CATALOG,
    IDENTITY,
    LETTERS,
    PASSWORD,
    case_of,
    letter_of,
    situation_of,
)

WRITTEN = [(name, locale) for name, one in LETTERS.items() for locale in one.languages]


@pytest.mark.parametrize(("name", "locale"), WRITTEN)
def test_the_identity_number_stands_only_where_the_law_asks_for_it(
    name: str, locale: Locale
) -> None:
    told = (
        f"On 20 November I was charged twice. My number is {IDENTITY}. {PASSWORD} is my password."
    )
    case = case_of().with_answer("happened", told)
    text = letter_of(name, locale, case).body
    assert text.count(IDENTITY) == (name == "cancel_il")
    assert PASSWORD not in text


def ways(case: Case) -> Iterator[str]:
    """Yield all that goes out of a case: letters, mail, copies, files, the calendar."""
    situation = situation_of(case)
    for channel in CATALOG.channels:
        going = replace(case, channel=channel)
        letter = outgoing.of(situation, going)
        yield f"{letter.subject} {letter.body}"
        copies = ways_out.context(situation, going, letter.subject, (letter.body,))
        yield json.dumps(copies["copy_other"], ensure_ascii=False)
        if draft := copies["mail_draft"]:
            head, _, body = draft["text"].partition("\r\n\r\n")
            yield head
            yield base64.b64decode(body).decode()
    yield table.write(situation, "en")
    for reader in for_catalog(CATALOG).readers:
        for locale in CATALOG.languages.ids:
            yield markdown.write(writing.write(situation, case, reader, locale))
        yield str(case_file.context(situation_of(replace(case, reader=reader))))
    named = replace(situation.state, settings=Settings(name_in_calendar=True))
    yield " ".join(
        event.summary for event in of_cases.events(replace(situation, state=named), (case,))
    )


@pytest.mark.parametrize(
    "told", [IDENTITY, "12345678-2", "1 2345678 2", "תעודת הזהות שלי123456782"]
)
def test_the_identity_number_is_hidden_everywhere_else(told: str) -> None:
    """Seen to fail without `identity.hidden`, and in a calendar, where a word was glued to it."""
    words = f"Write to me. {told}."
    case = case_of().with_answer("happened", words).with_answer("goal", words)
    case = replace(filled(CATALOG, case, "en"), story=words, country="IL")
    texts = list(ways(case))
    assert len(texts) > len(CATALOG.channels)
    plain = [re.sub(r"[\s\\-]", "", text) for text in texts]
    assert [text for text in plain if IDENTITY in text] == []
