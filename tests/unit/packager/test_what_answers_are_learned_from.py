"""The tables of answers are stale when a word changes by which answers are taken apart."""

from pathlib import Path
from shutil import copytree

import pytest

from packager.reading_training import corpus
from packager.triage_training.corpus import CONTENT

# All seen to fail where only code and answers were told apart.
WORDS = [
    "reading.toml",
    "text/en/reading/answers.toml",
    "text/he/reading/answers.toml",
    "text/he/story/dates.toml",
]


@pytest.mark.parametrize("file", WORDS)
def test_other_words_make_what_was_learned_stale(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = corpus.fingerprint()
    content = Path(copytree(CONTENT, tmp_path / "content"))
    monkeypatch.setattr(corpus, "CONTENT", content)
    assert corpus.fingerprint() == before
    with (content / file).open("a", encoding="utf-8") as words:
        words.write("# Another word.\n")
    assert corpus.fingerprint() != before
