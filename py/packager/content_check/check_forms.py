"""Sentences with a number: each in the forms that its language has, and each form with its number.

A text that has the place {count} counts something, and is written as a table of forms. Where the
number stands by itself ("Requests: 3"), its place has another name.
"""

from collections.abc import Iterator, Mapping

from guide.catalog.records import Catalog
from guide.text.plurals import COUNT, OTHER, Counted, form_of
from packager.content_check.check_words import files_of, flat, places

# Numbers as they are written, enough to tell a rule that holds for one of them only.
WRITTEN = (*map(str, range(201)), *(f"{number / 10:.1f}" for number in range(31)))


def misformed(whole: Catalog) -> Iterator[str]:
    """Yield a line for each form that is missing, belongs to no rule, or lacks its number."""
    file_of = files_of(whole)
    for locale, table in whole.words.items():
        rules = whole.languages[locale].plurals
        for key, word in flat(table).items():
            for problem in _problems(key, word, rules):
                yield f"{file_of(locale, key)}: {problem}"


def _problems(key: str, word: object, rules: Mapping[str, str]) -> Iterator[str]:
    forms = (*rules, OTHER)
    if not isinstance(word, Counted):
        if COUNT in places(word):
            yield f"{key} counts and has no forms; write a table with {', '.join(forms)}"
        return
    for form in forms:
        if not word.forms.get(form):
            yield f"{key}.{form} is missing; the language has this form, so write it"
        elif COUNT not in places(word.forms[form]) and not _is_of_one_number(form, rules):
            yield f"{key}.{form} lacks {{{COUNT}}}; it stands for more than one number, so add it"
    for form in sorted(word.forms.keys() - set(forms)):
        yield f"{key}.{form} is no form of the language; take it away"


def _is_of_one_number(form: str, rules: Mapping[str, str]) -> bool:
    """Tell whether a form goes with one number only, so that its words may say which."""
    return len({float(number) for number in WRITTEN if form_of(rules, number) == form}) == 1
