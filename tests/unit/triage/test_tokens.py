"""Words behind words: places stay, spelling folds, glue and endings come off."""

import re

import pytest

from guide.triage.phrase_index import PhraseIndexBuilder, one_typo_apart
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


@pytest.mark.parametrize(
    ("word", "known", "whole", "apart"),
    [
        ("pasword", "password", True, True),
        ("passsword", "password", True, True),
        ("passwrod", "password", True, True),
        ("passvord", "password", True, True),
        ("passwords", "password", True, True),
        ("pazzword", "password", True, False),
        ("subscirption", "subscri", False, True),
        ("general", "generat", False, False),
        ("pass", "password", True, False),
    ],
)
def test_one_typo_is_one_letter(word: str, known: str, whole: bool, apart: bool) -> None:  # noqa: FBT001
    assert one_typo_apart(word, known, whole=whole) is apart


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("charged twice", "i was charged twice", True),
        ("charged twice", "twice charged", False),
        ("charged .. twice", "charged me again twice", True),
        ("charged .. twice", "charged by you and your bank twice", False),
        ("refund*", "refunding", True),
        ("card|visa .. declined", "visa was declined", True),
        ("gpt-4.1", "gpt 4.1 is slow", True),
        ("קוד .. לא מגיע", "הקוד עדיין לא מגיע", True),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, text: str, *, found: bool) -> None:
    builder = PhraseIndexBuilder()
    builder.add("concept", phrase)
    assert bool(builder.made().find(tokens(text))) is found


@pytest.mark.parametrize("text", ["ביטלתי מנוי", "לבטל את המנוי", "שתבטלו לי מנוי", "בוטל המנוי"])
def test_a_verb_is_found_in_all_its_forms(text: str) -> None:
    builder = PhraseIndexBuilder({"piel": ("1י23תי", "ל123", "ת123ו", "1ו23")})
    builder.add("cancel", "piel:בטל .. מנוי")
    assert [hit.concept for hit in builder.made().find(tokens(text))] == ["cancel"]


@pytest.mark.parametrize("phrase", ["", "..", ".. twice", "twice ..", "a", "piel:בטל"])
def test_a_phrase_without_words_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(phrase)}$"):
        PhraseIndexBuilder().add("concept", phrase)
