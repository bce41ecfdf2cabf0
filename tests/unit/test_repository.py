"""What strangers meet beside the code: forms, workflows, hooks, the image. Each can be read as what
reads it, and none can do more than it must.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from packager import command
from tests.tables import each_row

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
# An action is what its commit is: a tag can be moved. The version behind it is for people.
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
# Workflow, job -> what it may do beside reading the tree.
RIGHTS = {("fact-ages", "ages"): {"issues": "write"}, ("release", "publish"): {"contents": "write"}}
# Kinds of questions of a form, as GitHub's own schema names them.
ASKED = {"textarea", "input", "dropdown", "checkboxes"}


def read(path: Path) -> Any:  # noqa: ANN401  # YAML is any.
    return YAML(typ="safe").load(path)


def steps(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every step of a workflow with its job."""
    for name, job in read(path)["jobs"].items():
        yield from ((name, step) for step in job["steps"])


def test_there_is_what_is_looked_for() -> None:
    names = {path.stem for path in WORKFLOWS}
    assert names == {"tests", "newest-browsers", "fact-ages", "release"}
    assert len(FORMS) == 3


@each_row(("path",), zip(WORKFLOWS))
def test_an_action_is_pinned_by_its_commit_and_says_its_version(path: Path) -> None:
    """Seen to fail with `actions/checkout@v7`."""
    lines = re.findall(r"uses: .*", path.read_text(encoding="utf-8"))
    assert len(lines) == len([step for _, step in steps(path) if "uses" in step])
    assert [line for line in lines if not PINNED.match(line)] == []


def test_one_action_has_one_commit_everywhere() -> None:
    """Seen to fail with another commit of checkout in one of them."""
    uses = {step["uses"] for path in WORKFLOWS for _, step in steps(path) if "uses" in step}
    assert len({use.partition("@")[0] for use in uses}) == len(uses)


@each_row(("path",), zip(WORKFLOWS))
def test_a_workflow_may_do_no_more_than_it_must(path: Path) -> None:
    """Seen to fail without `permissions`, which then are the repository's."""
    whole = read(path)
    assert whole["permissions"] == {"contents": "read"}
    for name, job in whole["jobs"].items():
        granted = job.get("permissions", {})
        more = {right: how for right, how in granted.items() if how != "read"}
        assert more == RIGHTS.get((path.stem, name), {}), name
        assert "timeout-minutes" in job, name


@each_row(("path",), zip(WORKFLOWS))
def test_a_clone_keeps_no_key_and_a_strangers_change_gets_none(path: Path) -> None:
    """Seen to fail with a checkout as it is by itself, and with `pull_request_target`."""
    whole = read(path)
    assert not {"pull_request_target", "workflow_run"} & set(whole["on"])
    for _, step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@each_row(("path",), zip(WORKFLOWS))
def test_nothing_that_others_write_becomes_part_of_a_command(path: Path) -> None:
    """Names of tags and branches come in by the environment. Seen to fail with one in `run`."""
    assert [step["run"] for _, step in steps(path) if "${{" in step.get("run", "")] == []


def test_what_writes_runs_no_code_of_the_tree() -> None:
    """The job that may make a release has what the other one built, and no clone.

    Seen to fail with a checkout in it.
    """
    job = read(GITHUB / "workflows" / "release.yml")["jobs"]["publish"]
    used = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
    assert used == ["actions/download-artifact", ""]
    assert job["environment"] == "release"


@each_row(("path",), zip(WORKFLOWS))
def test_each_workflow_runs_what_a_person_runs(path: Path) -> None:
    """Tests by .ci/run, the build by build.py's own words. Seen to fail with `--releases`."""
    runs = "\n".join(step.get("run", "") for _, step in steps(path))
    said = [line.partition(" 2>")[0] for line in re.findall(r"uv run build\.py (.*)", runs)]
    for words in said:
        command.parser().parse_args(shlex.split(words))
    assert ".ci/run" in runs or said


@each_row(("path",), zip(WORKFLOWS))
def test_both_browsers_start_where_the_tests_run(path: Path) -> None:
    """In a container of GitHub's HOME is another user's: Firefox then refuses to start as root.

    Seen to fail with the workflows as they were, all three.
    """
    for name, job in read(path)["jobs"].items():
        if any(".ci/run" in step.get("run", "") for step in job["steps"]):
            assert job["env"]["HOME"] == "/root", name
            assert "--shm-size" in job["container"]["options"], name


@each_row(("path",), zip(FORMS))
def test_a_form_is_whole_and_asks_that_nothing_private_is_in_it(path: Path) -> None:
    """Seen to fail with a question that has no label, and without the last tick."""
    form = read(path)
    assert form.keys() == {"name", "description", "title", "labels", "body"}
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in asked} <= ASKED
    ids = [part["id"] for part in asked]
    assert len(ids) == len({*ids})
    assert all(part["attributes"]["label"] for part in asked)
    (tick,) = asked[-1]["attributes"]["options"]
    assert asked[-1]["type"] == "checkboxes"
    assert tick["required"] is True


def test_nobody_is_asked_for_the_real_secret_and_an_empty_page_is_not_offered() -> None:
    text = (GITHUB / "ISSUE_TEMPLATE" / "2-not-hidden.yml").read_text(encoding="utf-8")
    assert "Never the real one" in text
    config = read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")
    assert config["blank_issues_enabled"] is False
    assert [link["url"] for link in config["contact_links"]] == ["https://help.openai.com/en/"]


def test_the_hooks_run_what_a_person_runs_and_fetch_nothing() -> None:
    """Seen to fail with a hook of another repository, whose ruff has another version."""
    (one,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert one["repo"] == "local"
    words = [hook["entry"].partition("build.py ")[2] for hook in one["hooks"]]
    assert words == ["--lint", "--check"]
    for arguments in words:
        command.parser().parse_args([arguments])


def test_the_image_runs_the_two_commands_of_the_readme() -> None:
    """Seen to fail with `uv run pytest tests/unit`."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    built, tested = re.findall(r"^    (.*uv run .*)$", readme, re.MULTILINE)
    assert f"RUN {built}\n" in text
    assert f"CMD {tested.split()}".replace("'", '"') in text


OURS = [*WORKFLOWS, *FORMS, ROOT / "Dockerfile", ROOT / ".pre-commit-config.yaml"]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_from_where_packages_come_is_each_machines_own_affair(path: Path) -> None:
    """Seen to fail with an index in the Dockerfile."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"--(?:extra-)?index-url|INDEX_URL|registry=|_REGISTRY", text)
    assert set(re.findall(r"https?://[\w.-]+", text)) <= {"https://help.openai.com", "https://"}
