"""The calendar file, read by three programs of different make: they agree on every event."""

import datetime as dt
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # It has no types.
from hypothesis import given
from hypothesis import strategies as st

from guide.calendar_file import lines, writer
from guide.calendar_file.writer import CalendarEvent
from tests.tables import each_row

if TYPE_CHECKING:
    from tests.unit.conftest import Person

HERE = Path(__file__).parent
NODE = Path(sys.executable).parent / "node"
AT = dt.datetime(2026, 11, 29, 20, 0, 1, tzinfo=dt.timezone(dt.timedelta(hours=2)))
WORDS = (
    "חייבו אותי פעמיים",
    "refund; 20$, now",
    "C:\\new\\notes",
    "שלום 👩‍👩‍👧 עולם",
    "naïve – café…",
    "\u200fסימן\u200e",
    '"quoted"',
    "a:b",
    "x" * 90,
    "ש" * 90,
    "END:VEVENT\r\nBEGIN:VEVENT",
    " leading and trailing ",
    "tab\there",
    "ı̇̀combining",
    "𝔘𝔫𝔦",
)

type Found = list[dict[str, Any]]


def random_file(seed: int) -> tuple[CalendarEvent, ...]:
    """Return the events of one file: some days of some years, with what people write."""
    chance = random.Random(seed)  # noqa: S311  # Nothing secret.
    return tuple(
        CalendarEvent(
            f"{seed}-{at}",
            dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(9000)),
            " ".join(chance.choices(WORDS, k=chance.randrange(1, 9))),
        )
        for at in range(chance.randrange(1, 5))
    )


def shown(summary: str) -> str:
    """Return what a program shows of a summary: one line, with a slash for a backslash."""
    return " ".join(summary.replace("\\", "/").split())


def expected(events: tuple[CalendarEvent, ...], sequence: int) -> Found:
    return [
        {
            "uid": event.uid,
            "sequence": sequence,
            "summary": shown(event.summary),
            "start": event.day.isoformat(),
            "end": (event.day + dt.timedelta(days=1)).isoformat(),
            "alarm": f"{event.day.isoformat()}T09:00:00",
        }
        for event in events
    ]


def by_icalendar(text: str) -> Found:
    found = []
    events: Any = icalendar.Calendar.from_ical(text.encode()).walk("VEVENT")
    for event in events:
        (alarm,) = event.walk("VALARM")
        assert str(alarm["DESCRIPTION"]) == str(event["SUMMARY"])
        midnight = dt.datetime.combine(event["DTSTART"].dt, dt.time())
        found.append(
            {
                "uid": str(event["UID"]),
                "sequence": int(event["SEQUENCE"]),
                "summary": str(event["SUMMARY"]),
                "start": event["DTSTART"].dt.isoformat(),
                "end": event["DTEND"].dt.isoformat(),
                "alarm": (midnight + alarm["TRIGGER"].dt).isoformat(),
            }
        )
    return found


def by_vobject(text: str) -> Found:
    calendar = vobject.readOne(text)
    return [
        {
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "summary": event.summary.value,
            "start": event.dtstart.value.isoformat(),
            "end": event.dtend.value.isoformat(),
            "alarm": (
                dt.datetime.combine(event.dtstart.value, dt.time()) + event.valarm.trigger.value
            ).isoformat(),
        }
        for event in calendar.vevent_list
    ]


def by_ical_js(texts: list[str]) -> list[Found]:
    done = subprocess.run(
        [NODE, HERE / "readers.mjs"],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[Found] = json.loads(done.stdout)
    return found


@pytest.mark.usefixtures("tools")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_three_readers_agree_on_two_hundred_files() -> None:
    """Seen to fail with lines cut by octets alone, and without the escape of a comma."""
    files = [random_file(seed) for seed in range(200)]
    texts = [writer.write(events, AT) for events in files]
    sequence = int((AT - writer.START).total_seconds())
    for events, text, third in zip(files, texts, by_ical_js(texts), strict=True):
        wanted = expected(events, sequence)
        assert by_icalendar(text) == wanted
        assert by_vobject(text) == wanted
        assert third == wanted


@given(st.text(max_size=200))
def test_a_line_is_short_whole_and_cannot_begin_another(value: str) -> None:
    """Seen to fail with a line break left in, and with 76 octets."""
    text = lines.joined([("SUMMARY", lines.text(value))])
    written = text.encode()
    assert written.endswith(b"\r\n")
    for line in written.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # No letter is cut.
    assert text.replace("\r\n ", "").count("\r\n") == 1
    assert "\\n" not in text
    assert not {c for c in text if c < " "} - {"\r", "\n"}


@each_row(
    ("value", "written"),
    [
        ("a, b; c", "a\\, b\\; c"),
        ("C:\\new", "C:/new"),  # One reader makes a line break of a backslash before an n.
        ("two\nlines\u2028three", "two lines three"),
        ("\ud800 alone", "alone"),
    ],
)
def test_a_summary_is_one_line_that_every_reader_reads_alike(value: str, written: str) -> None:
    assert lines.text(value) == written


def send(person: "Person", day: str) -> None:
    person.now = f"{day}T10:00:00+02:00"
    person.picks("billing")
    person.types("goal", "Secret words, of mine")
    person.does("go", to="request")
    person.does("sent")


def saved(person: "Person", case: str | None) -> Found:
    (effect,) = person.does("save_calendar", case=case)["effects"]
    assert effect["kind"] == "download"
    assert effect["name"] == f"support-guide-{person.now[:10]}.ics"
    return by_icalendar(effect["text"])


def test_a_case_is_saved_with_its_days_and_none_of_its_words(person: "Person") -> None:
    send(person, "2026-11-29")
    found = saved(person, "c1")
    assert [event["start"] for event in found] == [
        "2026-11-30",
        "2026-12-02",
        "2026-12-11",
        "2026-12-18",
    ]
    assert "Secret" not in str(person.last["effects"])
    person.does("name_in_calendar", on=True)
    assert all("Secret words, of mine" in event["summary"] for event in saved(person, "c1"))


def test_a_second_import_moves_what_is_there(person: "Person") -> None:
    """The program keeps one event for each day of the plan. Seen to fail with `now` in the UID."""
    send(person, "2026-11-29")
    calendar = {event["uid"]: event for event in saved(person, "c1")}
    person.types("promised", "2026-12-03")
    person.now = "2026-11-30T08:00:00+02:00"
    again = saved(person, None)
    assert {event["uid"] for event in again} >= calendar.keys()
    for event in again:
        known = calendar.get(event["uid"])
        assert known is None or event["sequence"] > known["sequence"]
        calendar[event["uid"]] = event
    assert len(calendar) == 5  # The promised day is one more.
    assert sorted(event["start"] for event in calendar.values()) == [
        "2026-12-03",
        "2026-12-03",
        "2026-12-03",
        "2026-12-11",
        "2026-12-18",
    ]


def test_all_cases_go_into_one_file_and_closed_ones_into_none(person: "Person") -> None:
    send(person, "2026-11-29")
    person.does("new_case")
    send(person, "2026-11-30")
    found = saved(person, None)
    assert len(found) == len({event["uid"] for event in found}) == 8
    person.does("close_case", case="c1", outcome="solved")
    assert len(saved(person, None)) == 4
    person.does("save_calendar", case="c1")
    assert person.problem == "no_days"


def test_what_is_due_stands_on_today_and_waits_for_the_end_of_quiet_days(person: "Person") -> None:
    send(person, "2026-11-29")
    person.now = "2026-12-05T10:00:00+02:00"  # A Sabbath.
    assert [event["start"] for event in saved(person, "c1")][:2] == ["2026-12-05", "2026-12-05"]
    person.does("quiet_days", on=True)
    assert [event["start"] for event in saved(person, "c1")][:2] == ["2026-12-06", "2026-12-06"]
