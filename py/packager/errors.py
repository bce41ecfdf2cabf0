"""How a build fails: in one sentence that names the place, the problem and the repair."""


class BuildError(Exception):
    """The build cannot go on; the message is for the person who started it, and is enough."""
