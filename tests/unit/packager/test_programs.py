"""Other programs that the build runs: how they end is how the build ends."""

import pytest

from packager import programs


def test_a_program_that_ctrl_c_has_ended_ends_the_build_as_ctrl_c_does() -> None:
    """Seen to fail as "node failed: it said nothing", which left the build with 1, not 130."""
    script = "process.kill(process.pid, 'SIGINT'); setTimeout(() => {}, 5000)"
    with pytest.raises(KeyboardInterrupt):
        programs.node(["-e", script])
