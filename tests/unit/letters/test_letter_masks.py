"""Letters with the real redaction: limits hold with its placeholders, and nothing slips through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import compiled_content
from guide.ids import ChannelId, Locale
from guide.letters import writer
from guide.model import Answer, Case
from guide.redact import masking, redaction
from tests.languages import LOCALES

COMPILED = compiled_content.load()
SECRETS = (
    "4111 1111 1111 1111",
    "dana@example.com",
    "+972 52-123-4567",
    "my password is Tr0ub4dor&3x",
)
WORDS = st.sampled_from((*SECRETS, "please refund", "החזר בבקשה", "word", "ועוד משהו", "\n"))
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(
    TEXTS, TEXTS, st.sampled_from(["forum", "social_dm", "social_post"]), st.sampled_from(LOCALES)
)
def test_in_public_no_secret_is_left_and_the_limit_holds(
    goal: str, happened: str, channel: ChannelId, locale: Locale
) -> None:
    def hide(text: str) -> str:
        found = redaction.find(COMPILED.redaction, text, "public")
        return masking.mask(text, found, names=COMPILED.redaction.names(locale)).text

    told = tuple(Answer(f, v) for f, v in (("goal", goal), ("happened", happened)) if v)
    case = Case("c1", "2026-11-22", category="technical_error", answers=told)
    letter = writer.write(COMPILED.catalog, case, "first_request", channel, locale, mask=hide)
    subject, body = hide(letter.subject), hide(letter.body)
    limit = COMPILED.catalog.channels[channel].limit
    assert not limit or writer.length(COMPILED.catalog, channel, body) <= limit
    assert len(letter.subject) < 80
    for secret in ("4111 1111", "dana@", "52-123", "Tr0ub4dor"):
        assert secret not in subject + body


@pytest.mark.parametrize("locale", LOCALES)
def test_a_subject_to_support_never_holds_half_a_card(locale: Locale) -> None:
    def hide(text: str) -> str:
        found = redaction.find(COMPILED.redaction, text, "support")
        return masking.mask(text, found, names=COMPILED.redaction.names(locale)).text

    for start in range(50):
        goal = Answer("goal", "x " * start + "4111 1111 1111 1111 please")
        case = Case("c1", "2026-11-22", category="billing", answers=(goal,))
        letter = writer.write(COMPILED.catalog, case, "first_request", "email", locale, mask=hide)
        assert "4111" not in letter.subject
