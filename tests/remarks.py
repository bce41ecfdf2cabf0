"""What a run must say although no test has failed: printed at its end, with the test's name."""

from collections.abc import Callable

import pytest

REMARK = "remark"


def remarking(node: pytest.Item) -> Callable[[str], None]:
    """Return what makes a remark while a test is being set up."""
    return lambda words: node.user_properties.append((REMARK, words))


class Remarks:
    """Gathers the remarks of all tests, also from other processes."""

    def __init__(self) -> None:
        """Have none yet."""
        self.made: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what was remarked before a test; its later reports only say so again."""
        if report.when == "setup":
            said = [words for name, words in report.user_properties if name == REMARK]
            self.made += [f"{report.nodeid}: {words}" for words in said]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print them."""
        if self.made:
            terminalreporter.section("remarks", yellow=True)
            for words in self.made:
                terminalreporter.line(words)
