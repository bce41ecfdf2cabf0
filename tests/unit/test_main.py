"""The same guide on the command line."""

import io
import json
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from guide import __main__, compiled_content
from guide.warm_up import first_request


def read(printed: bytes) -> list[Any]:
    """Return the values in lines of JSON."""
    return [json.loads(line) for line in printed.decode().splitlines()]


def guide(*arguments: str, stdin: bytes = b"") -> list[Any]:
    """Run a command in this process, with streams like a terminal's, and return its lines."""
    printed = io.BytesIO()
    source = io.TextIOWrapper(io.BytesIO(stdin))
    with io.TextIOWrapper(printed) as out, redirect_stdout(out):
        with mock.patch.object(sys, "stdin", source):
            assert __main__.main(list(arguments)) == 0
        out.flush()
        return read(printed.getvalue())


def test_triage_answers_each_line_with_its_ranked_categories() -> None:
    lines = '{"text": "I want a refund for a double charge"}\n{"text": "נפרץ לי החשבון"}\n'
    money, security = guide("triage", stdin=lines.encode())
    assert money["ranked"][0]["category"] == "billing"
    assert security["ranked"][0]["category"] == "security_compromise"
    assert set(money) == {"text", "ranked", "sure", "topic", "topics"}
    assert set(money["ranked"][0]) == {"category", "score", "evidence"}


def test_triage_answers_each_line_with_its_ranked_topics() -> None:
    lines = '{"text": "I lost my phone with the authenticator"}\n'
    (lost,) = guide("triage", stdin=lines.encode())
    assert lost["topic"] == lost["topics"][0]["topic"] == "authenticator_lost"
    assert set(lost["topics"][0]) == {"topic", "score", "evidence"}


def test_genuine_answers_each_line_with_a_verdict_and_its_reasons() -> None:
    asks = "support@openai.com wrote: read us the six digits"
    lines = "".join(json.dumps({"text": t}) + "\n" for t in ("otp@tm1.openai.com", "hello", asks))
    own, nothing, scam = guide("genuine", stdin=lines.encode())
    assert own == {"verdict": "openai_domain", "reasons": ["genuine_sender"]}
    assert nothing == {"verdict": "unknown", "reasons": ["nothing"]}
    assert scam["verdict"] == "scam"
    assert scam["reasons"][0] == "asks_code"


def test_redact_tells_what_it_masked_and_where() -> None:
    key = "sk-proj-" + "Ab1" * 20
    text = f"My key is {key}."
    (found,) = guide("redact", "--audience", "public", stdin=text.encode())
    (finding,) = found["findings"]
    assert text[finding["start"] : finding["end"]] == key
    assert key not in found["text"]


def test_write_gives_a_letter_and_says_what_is_missing(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"goal": "Get my second payment back"}), encoding="utf-8")
    options = ["--category", "billing", "--channel", "email", "--locale", "en"]
    (letter,) = guide("write", *options, "--answers", str(answers))
    assert "Get my second payment back" in letter["body"]
    assert "charge_date" in letter["missing"]
    assert "goal" not in letter["missing"]


def test_what_write_prints_is_masked_for_its_readers(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    told = {
        "happened": "Mail dana@example.com, card 4111 1111 1111 1111.",
        "account_email": "dana@example.com",
    }
    answers.write_text(json.dumps(told), encoding="utf-8")
    options = ("--category", "other", "--locale", "en", "--answers", str(answers))
    (public,) = guide("write", "--channel", "forum", *options)
    (support,) = guide("write", "--channel", "email", *options)
    assert "dana" not in public["body"]
    assert "dana@example.com" in support["body"]
    assert "4111 1111" not in public["body"] + support["body"]


def test_write_lists_the_letters_that_make_sense() -> None:
    rows = guide("write", "--list")
    assert len(rows) > 20
    listed = {row["topic"] for row in rows if "topic" in row}
    assert listed == set(compiled_content.load().catalog.topics)


def test_write_knows_the_category_of_a_topic(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"reply_email": "noa@example.com"}), encoding="utf-8")
    options = ("--topic", "authenticator_lost", "--answers", str(answers))
    (letter,) = guide("write", *options, "--locale", "en")
    assert "noa@example.com" in letter["body"], "what only the topic asks"
    assert "Authenticator app lost" in letter["subject"]


CASE = {
    "topic": "charged_twice",
    "answers": {"goal": "Please refund it.", "why_again": "The receipts differ."},
    "tried": [{"advice": "check_status", "outcome": "did_not_help", "at": "2026-11-03"}],
    "attached": ["receipt"],
    "history": [
        {"kind": "first_request", "channel": "help_chat", "at": "2026-11-02", "case_number": "0442"}
    ],
    "replies": [{"kind": "refused", "at": "2026-11-09", "text": "We see one charge."}],
    "now": "2026-11-22T10:00:00+02:00",
}


def test_write_writes_any_letter_of_a_case_that_a_file_tells(tmp_path: Path) -> None:
    """Seen to fail on 7192c95: what came before could only be told at a popup."""
    file = tmp_path / "case.json"
    file.write_text(json.dumps(CASE), encoding="utf-8")
    options = ("--kind", "escalation", "--channel", "email", "--locale", "en")
    (letter,) = guide("write", "--case", str(file), *options)
    for said in (
        "First message 2 November 2026 (in the Help Center chat), your answer 9 November 2026.",
        "> We see one charge.",
        "The receipts differ.",
        "Checking the status page (3 November 2026): no outage was shown",
        "Attached: the receipt.",
        "Please answer by 29 November 2026.",
    ):
        assert said in letter["body"]
    assert letter["subject"] == "[0442] Charged twice"
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"goal": "Please explain it."}), encoding="utf-8")
    (other,) = guide("write", "--case", str(file), "--answers", str(answers), *options)
    assert "Please explain it." in other["body"], "what is said beside the file goes first"


WRONG = {
    "no JSON": ("{", "Expecting"),
    "an unknown key": ('{"when": 1}', "when: is not known"),
    "a kind that is none": (
        '{"history": [{"kind": "x", "channel": "email", "at": "y"}]}',
        "history.0.kind: should be one of",
    ),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_mistake_in_a_case_is_told_by_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    file = tmp_path / "case.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit):
        __main__.main(["write", "--case", str(file)])
    assert said in capsys.readouterr().err


LINES = {
    "a request": json.dumps(first_request("he")).encode(),
    "no JSON": b"hello",
    "blank": b"",
    "bytes that are no UTF-8": b"\xff\xfe{",
    "a lone surrogate": b'{"state": "\\ud800"}',
    "NaN": b"NaN",
}


@pytest.fixture(scope="module")
def responses() -> list[Any]:
    """What the command itself prints, as a program of its own."""
    lines = b"\n".join(LINES.values()) + b"\n"
    command = [sys.executable, "-m", "guide", "turn"]
    done = subprocess.run(command, input=lines, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return read(done.stdout)


@pytest.mark.xdist_group("python -m guide turn")
@pytest.mark.parametrize("number", range(len(LINES)), ids=LINES.keys())
def test_turn_answers_any_line_with_a_whole_response(responses: list[Any], number: int) -> None:
    whole = {"v", "state", "changed", "html", "lang", "dir", "effects", "problem", "reminders"}
    assert set(responses[number]) == whole


@pytest.mark.xdist_group("python -m guide turn")
def test_turn_answers_each_line_by_one(responses: list[Any]) -> None:
    assert len(responses) == len(LINES)
    assert [bool(response["problem"]) for response in responses] == [False, *[True] * 5]
