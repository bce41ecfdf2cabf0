"""What redaction promises of any text at all."""

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide import compiled_content
from guide.ids import Audience
from guide.redact import masking, redaction
from guide.redact.finding import Finding
from tests import naughty
from tests.unit.redact.test_redaction import ANY, AUDIENCES, LIKELY

RULES = compiled_content.load().redaction
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"
# Looks like a key, and is nobody's; a text of one letter is no key, and Hypothesis would try that.
RANDOM = st.integers(0, 10**6).map(
    lambda seed: "".join(random.Random(seed).choices(ALPHABET, k=44))  # noqa: S311  # No key.
)
# Secrets that are known by their own shape, whatever stands around them.
SECRETS = RANDOM.flatmap(
    lambda noise: st.sampled_from(
        (
            f"sk-proj-{noise}",
            f"eyJhbGciOiJIUzI1NiJ9.eyJ{noise}.{noise}",
            f"-----BEGIN PRIVATE KEY-----\n{noise}\n-----END PRIVATE KEY-----",
            f"{noise[:12].lower()}@{noise[12:20].lower()}.example.com",
            f"https://{noise[:8]}:{noise[8:20]}@host.example.com/",
        )
    )
)
WORDS = st.sampled_from(("", "my key is", "הסיסמה שלי", "see:", "(", '"', "ב־", "code", "order"))
NEVER_SHOWN = {"private_key", "password", "one_time_code", "cvv", "card"}
NAUGHTY = st.sampled_from([one.kept for one in naughty.read()])


def spots(findings: tuple[Finding, ...]) -> set[int]:
    """Return every place that is covered."""
    return {place for found in findings for place in range(found.start, found.end)}


@settings(max_examples=60, deadline=None)
@given(LIKELY | ANY)
@example("12 Herzl Streetסיסמה:12 Herzl Street")
@example("order passwordsk-aBcDeFgHiJkLmNoPqRsTuVwXyZ1234564111 1111 1111 1111")
def test_the_public_sees_no_more_than_support_does(text: str) -> None:
    """Seen to fail: with e-mail addresses left out for the public."""
    hidden: dict[Audience, set[int]] = {
        audience: spots(redaction.find(RULES, text, audience)) for audience in AUDIENCES
    }
    seen = {place for place in hidden["support"] - hidden["public"] if text[place].isalnum()}
    assert seen == set()


@settings(max_examples=50, deadline=None)
@given(ANY | NAUGHTY, WORDS, SECRETS, NAUGHTY | ANY, st.sampled_from(AUDIENCES))
@example("", "", "sk-proj-" + "aB3" * 14, "", "support")
def test_no_secret_is_in_a_masked_text_whatever_stands_around_it(
    before: str, word: str, secret: str, after: str, audience: Audience
) -> None:
    """Seen to fail: with keys of 60 characters at least."""
    text = f"{before} {word} {secret} {after}"
    masked = masking.mask(text, redaction.find(RULES, text, audience)).text
    assert secret not in masked
    assert secret[-20:-8] not in masked


@settings(max_examples=50, deadline=None)
@given(LIKELY | ANY, st.lists(st.sampled_from(("482913", "Tiger2024", "05"))))
@example("password: Tiger2024 code: 482913 card 4111 1111 1111 1111 cvv 123", [])
def test_what_is_final_is_masked_whatever_one_wants_to_see(text: str, shown: list[str]) -> None:
    """Seen to fail: with FINAL empty."""
    found = redaction.find(RULES, text, "support")
    wanted = [text[one.start : one.end] for one in found]
    masked = masking.mask(text, found, shown=[*wanted, *shown])
    for piece, finding in masked.pieces:
        if finding and finding.kind in NEVER_SHOWN:
            assert piece != text[finding.start : finding.end]
