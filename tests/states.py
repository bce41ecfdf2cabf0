"""Stored states for tests, as the guide stores them."""

import json
from pathlib import Path
from typing import Any

RELEASED = Path(__file__).parent / "fixtures" / "states"


def released(version: int = 1) -> Any:  # noqa: ANN401  # JSON is any.
    """Return what a released version has stored after a person's weeks with it."""
    return json.loads((RELEASED / f"v{version}.json").read_text(encoding="utf-8"))


def made_by(commit: str) -> Any:  # noqa: ANN401  # JSON is any.
    """Return what the guide of a commit has stored after the walk of tests/released.py."""
    path = RELEASED / "released" / f"{commit}.json"
    return json.loads(path.read_text(encoding="utf-8"))["state"]


def words_of(value: object) -> list[str]:
    """Return the texts that a person wrote or was told: whatever has more than an id in it."""
    if isinstance(value, str):
        return [value] if any(one in value for one in " @-:0123456789") else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in words_of(one)]


def with_cases(*stories: str, current: str | None = None) -> dict[str, Any]:
    """Return a state with one case a story, `c1` first, and none of them open."""
    cases = [
        {"id": f"c{at}", "created": "2026-11-20T10:00:00+02:00", "story": story}
        for at, story in enumerate(stories, 1)
    ]
    return {
        "version": 1,
        "cases": cases,
        "current": current,
        "next_case": len(cases) + 1,
    }


def with_request(story: str, answers: dict[str, str]) -> dict[str, Any]:
    """Return a state of somebody charged twice who has answered all, and sees the request."""
    state = with_cases(story, current="c1")
    told = [{"field": field, "value": value} for field, value in answers.items()]
    state["cases"][0] |= {"category": "billing", "category_by": "person", "answers": told}
    trail = [{}, {"screen": "first"}, {"screen": "details"}]
    return state | {"place": {"screen": "request"}, "trail": trail}
