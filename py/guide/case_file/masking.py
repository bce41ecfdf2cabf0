"""What one reader may see of a text: stricter in public, and less strict for oneself."""

from collections.abc import Callable, Iterable, Iterator

from guide.case_file.rules import ReaderRule
from guide.cases import identity
from guide.cases.fill_in import own_mail
from guide.compiled_content import find
from guide.ids import Locale
from guide.letters import prose
from guide.letters.own_words import GuideWords
from guide.model import Case
from guide.redact import masking
from guide.situation import Situation

type Hide = Callable[[str], str]

SHORTEST = 4  # Characters of an answer that is looked for in texts: a shorter one stands anywhere.


def hiding(  # noqa: PLR0913, PLR0917  # What a reader may see is all of these.
    situation: Situation,
    case: Case,
    rule: ReaderRule,
    locale: Locale,
    own: Iterable[str] = (),
    words: GuideWords | None = None,
) -> Hide:
    """Return what makes a text fit for the reader: clean, and masked.

    What the person chose to show support is no choice for anybody else. In public the answers that
    are private are hidden wherever they stand: an invoice's number looks like any other word.
    The identity number is hidden from everybody. `own` are more addresses that are the person's.
    """
    emails = (*own, *situation.catalog.open_to_support(case), *own_mail(situation, case).values())
    people = tuple(filter(None, (case.answer("name"),)))
    names = situation.compiled.redaction.names(locale)
    private = tuple(_private(situation, case)) if rule.audience == "public" else ()

    def hide(text: str) -> str:
        text = prose.clean(text)
        bare = words.without(text) if words else text
        found = find(situation.compiled, bare, rule.audience, emails, people)
        kept = (finding for finding in found if finding.kind not in rule.shows)
        text = masking.mask(text, kept, names=names).text
        text = identity.hidden(case, text, names)
        for value in private:
            text = text.replace(value, names["account_id"])
        return text

    return hide


def _private(situation: Situation, case: Case) -> Iterator[str]:
    """Yield what nobody in public should find in a text: private answers, and case numbers."""
    fields = situation.catalog.fields
    values = [a.value for a in case.answers if a.field in fields and fields[a.field].private]
    values += [sent.case_number for sent in case.sent]
    # The longest first: one may be a part of another.
    for value in sorted({one.strip() for one in values}, key=len, reverse=True):
        if len(value) >= SHORTEST:
            yield value
