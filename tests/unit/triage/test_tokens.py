"""Words behind words: places stay, spelling folds, glue and endings come off."""

import pytest

from guide.triage.tokens import forms, normal, stem, tokens


def words(text: str) -> list[str]:
    """Return the words in normal form."""
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I can't LOG-IN", ["cant", "log", "in"]),
        ("צ'אט ג׳יפיטי", ["צאט", "גיפיטי"]),
        ('מע"מ', ["מעמ"]),
        ("ב-plus וב-API", ["plus", "וב", "api"]),
        ("בplus", ["plus"]),
        ("הצילוווו heeeelp", ["הצילו", "help"]),
        ("חוייבתי", ["חויבתי"]),
        ("שָׁלוֹם", ["שלומ"]),
        ("identity_provider_mismatch", ["identity_provider_mismatch"]),
        ("₪80", ["₪", "80"]),
        ("ＲＥＦＵＮＤ", ["refund"]),
        ("İstanbul", ["stanbul"]),
    ],
)
def test_spelling_folds(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", ["חויבתי! Ｒefund İ שָׁלוֹם", "a b\nc\u200f ד'", "\ud800 charged"])
def test_a_place_in_the_tokens_is_the_place_in_the_text(text: str) -> None:
    for token in tokens(text):
        assert token.word in (normal(text[token.start : token.end]), "refund")


def test_punctuation_ends_a_clause_and_a_dot_inside_a_word_does_not() -> None:
    assert [t.clause for t in tokens("not hacked. but gpt-4.1 fails")] == [0, 0, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("word", "inner"),
    [
        ("וכשהחיוב", "חיוב"),
        ("לחשבונ", "חשבונ"),
        ("חיובימ", "חיוב"),
        ("סיסמאות", "סיסמא"),
        ("payments", "payment"),
        ("charged", "charg"),
        ("refunding", "refund"),
    ],
)
def test_glue_and_endings_come_off(word: str, inner: str) -> None:
    assert inner in forms(word)


@pytest.mark.parametrize("word", ["בוקר", "מדי", "כדי", "שמת"])
def test_a_short_word_keeps_its_letters(word: str) -> None:
    assert all(len(form) >= 3 for form in forms(word))


def test_forms_of_one_word_share_a_stem() -> None:
    assert len({stem(w) for w in ("refund", "refunds", "refunded", "refunding")}) == 1
    assert len({stem(w) for w in ("המנוי", "מנוי", "במנוי")}) == 1
