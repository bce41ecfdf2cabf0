#!/usr/bin/env bash
# An Arabic stemmer that finds another stem for a word as soon as the article stands before it.
#
# What: PyPI snowballstemmer 3.1.1, "arabic"; its "russian" as the control.
# Seen on 2026-11-29: اشتراك (subscription) has the stem اشتر, and الاشتراك (the subscription)
#   اشتراك; إلغاء (cancellation) الغاء, and الغاء, as most people type it, غاء; الحساب, بالحساب
#   and للحساب come to حساب, but والحساب (and the account) stays whole, and حسابات (accounts) is
#   حسابا. Russian cases of счёт and аккаунт come to one stem each, with е for ё.
# Why it matters: "cancel the subscription" and "cancel subscription" have no stem in common, so a
#   rule learned from one does not hold for the other; in support these two are the commonest
#   words.
# We instead: have Hebrew and English so far, with endings of our own. A third language's stemmer
#   would be tried on the words that decide before it is taken.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq snowballstemmer==3.1.1

"$lab/venv/bin/python" - <<'PY'
import snowballstemmer

EXPECTED = {
    "arabic": {
        "اشتراك": "اشتر", "الاشتراك": "اشتراك",
        "إلغاء": "الغاء", "الغاء": "غاء",
        "حساب": "حساب", "الحساب": "حساب", "بالحساب": "حساب", "للحساب": "حساب",
        "والحساب": "والحساب", "حسابات": "حسابا",
    },
    "russian": {"счёт": "счет", "счета": "счет", "аккаунт": "аккаунт", "аккаунта": "аккаунт"},
}
for language, words in EXPECTED.items():
    stemmer = snowballstemmer.stemmer(language)
    seen = {word: stemmer.stemWord(word) for word in words}
    print(language, seen)
    assert seen == words
PY
