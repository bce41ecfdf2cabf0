"""What a person can do about the routes beyond support, as a record."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class TookRoute:
    """The person has taken a route, as sent a notice of withdrawal (on), or has not after all."""

    type: Literal["took_route"]
    route: str
    on: bool
