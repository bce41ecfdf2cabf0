"""The guide's languages, for tests that go through all of them."""

from guide.catalog import loading

LANGUAGES = loading.load().languages
LOCALES = LANGUAGES.ids
