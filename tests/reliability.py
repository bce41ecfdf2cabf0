"""docs/reliability.md: what can go wrong, in which browser, and the test that stages it.

    @pytest.mark.fault("storage rejects reads")  ->  a row, with a column for each browser

The table is made of what the tests that ran have reported, never by hand: `--renew-docs` writes
it, and any other run fails where the committed table tells something else. What a test asserts
counts; an error of the harness, such as a browser that did not start, says nothing of the product,
and leaves a row as it was.
"""

from collections import defaultdict
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

TABLE = Path(__file__).parent.parent / "docs" / "reliability.md"
BROWSERS = ("chromium", "firefox")
HOLDS, FAILS, NOT_RUN = "holds", "**fails**", "not staged"
UNKNOWN = "unknown"  # The harness has failed. It stands in no document.
WORSE = (HOLDS, UNKNOWN, FAILS)

HEAD = """# Reliability

What a browser, a disk or a second window can do to somebody's words, staged in the real popup.
After each: what was typed is there, the screen works, and the extension complains of nothing but
what was staged. Made by the tests: `uv run pytest --renew-docs` writes it, and every run of the
tests fails where it is not true.

| what goes wrong | the test | Chromium | Firefox |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One fault and one test of it."""

    fault: str
    file: str
    test: str


type Results = dict[Row, dict[str, str]]
"""What came out, by browser."""


def written(results: Results) -> str:
    """Return the whole document."""
    lines = (
        f"| {row.fault} | `{row.file}::{row.test}` | "
        + " | ".join(results[row].get(name, NOT_RUN) for name in BROWSERS)
        + " |\n"
        for row in sorted(results, key=lambda row: (row.file, row.fault, row.test))
    )
    return HEAD + "".join(lines)


def parsed(text: str) -> Results:
    """Return the rows of a document, as `written` makes them."""
    results: Results = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if "::" not in line or len(cells) != 2 + len(BROWSERS):
            continue
        file, _, test = cells[1].strip("`").partition("::")
        results[Row(cells[0], file, test)] = {
            name: told for name, told in zip(BROWSERS, cells[2:], strict=True) if told != NOT_RUN
        }
    return results


def merged(old: Results, new: Results, *, whole: bool) -> Results:
    """Return the table after a run; of a run that was not `whole`, other rows stay."""
    if whole:
        return new
    both = {row: dict(told) for row, told in old.items()}
    for row, told in new.items():
        both[row] = both.get(row, {}) | told
    return both


def known(committed: Results, ran: Results) -> Results:
    """Return what a run has shown, with what was known before where the harness has failed."""
    return {
        row: {
            name: said
            for name, told in results.items()
            if (said := committed.get(row, {}).get(name) if told == UNKNOWN else told)
        }
        for row, results in ran.items()
    }


def differences(committed: Results, ran: Results, *, whole: bool) -> list[str]:
    """Return what the committed table tells otherwise than the run."""
    now = merged(committed, ran, whole=whole)
    return [
        f"{row.fault}, {name}: committed {was or 'nothing'}, now {told or 'nothing'} ({row.test})"
        for row in sorted({*committed, *now})
        for name in BROWSERS
        if (was := committed.get(row, {}).get(name)) != (told := now.get(row, {}).get(name))
    ]


class Reliability:
    """Gathers what marked tests report, also from other processes, and compares at the end."""

    def __init__(self, config: pytest.Config) -> None:
        """Belong to one run of pytest."""
        self._config = config
        self.results: Results = defaultdict(dict)
        self._said: list[str] = []
        self._crashed = False

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Send along what the test is about; this is the part that other processes do."""
        report = yield
        for name, told in _told(item):
            report.user_properties.append((name, told))
        asserted = call.excinfo is not None and _asserts(call.excinfo.value)
        report.user_properties.append(("asserted", asserted and report.when != "setup"))
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how one part of a test went: a test holds when no part of it failed."""
        told = dict(report.user_properties)
        self._crashed |= report.when not in {"setup", "call", "teardown"}
        if "fault" not in told or report.skipped or (report.passed and report.when != "call"):
            return
        row = Row(str(told["fault"]), str(told["file"]), str(told["test"]))
        name = str(told["browser"])
        came_out = HOLDS if report.passed else FAILS if told["asserted"] else UNKNOWN
        before = self.results[row].get(name, HOLDS)
        self.results[row][name] = max(before, came_out, key=WORSE.index)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the table, or fail the run where it is not true."""
        if hasattr(self._config, "workerinput") or not self.results:
            return  # Another process gathers, or there is nothing to tell.
        committed = parsed(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
        # Of a run that was cut short nobody knows which rows are missing from it.
        ended = session.exitstatus in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}
        whole = _is_whole(self._config) and ended and not self._crashed
        ran = known(committed, self.results)
        if self._config.getoption("--renew-docs"):
            table = merged(committed, ran, whole=whole)
            TABLE.write_text(written(table), encoding="utf-8")
        elif said := differences(committed, ran, whole=whole):
            self._said = said
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what is not true in the table."""
        if self._said:
            terminalreporter.section(f"{TABLE.name} is stale: uv run pytest --renew-docs", red=True)
            for line in self._said:
                terminalreporter.line(line)


def _asserts(error: BaseException) -> bool:
    """Tell whether an error says that something is not as it should be; several may be in one."""
    if isinstance(error, BaseExceptionGroup):
        return any(map(_asserts, error.exceptions))
    return isinstance(error, (AssertionError, pytest.fail.Exception))


def _told(item: pytest.Item) -> Iterable[tuple[str, str]]:
    marker = item.get_closest_marker("fault")
    if marker is None or not isinstance(item, pytest.Function):
        return
    yield "fault", marker.args[0]
    yield "file", item.path.name
    yield "test", item.originalname
    yield "browser", str(item.callspec.params["browser_name"])


def _is_whole(config: pytest.Config) -> bool:
    """Tell whether all tests were asked for: then a row that did not run is a row too many."""
    option = config.option
    chosen = option.keyword or option.markexpr or option.lf or option.deselect or option.maxfail
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not chosen
