"""The workflows publish what an editor has read, and hold no right that they don't need."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs.manual import ROOT, WORKFLOWS, label
from tests.docs.test_commands import targets

FILES = sorted(WORKFLOWS.glob("*.yml"))
_WRITES = re.compile(r"^(make (import|serve)|.*archive import)", re.MULTILINE)


def read(file: Path) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    return workflow


def steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


def commands(file: Path) -> list[str]:
    return [step["run"] for step in steps(file) if "run" in step]


def test_there_are_two() -> None:
    assert [file.name for file in FILES] == ["check.yml", "publish.yml"]


@pytest.mark.parametrize("file", FILES, ids=label)
def test_they_never_import_and_name_what_waits(file: Path) -> None:
    assert not [command for command in commands(file) if _WRITES.search(command)]
    waiting = [command for command in commands(file) if "GITHUB_STEP_SUMMARY" in command]
    assert len(waiting) == 1
    assert "ls-files inbox" in waiting[0]


@pytest.mark.parametrize("file", FILES, ids=label)
def test_they_call_what_exists(file: Path) -> None:
    called = {word for command in commands(file) for word in re.findall(r"^make (\w+)", command)}
    assert called
    assert called <= targets()
    scripts = [command for command in commands(file) if command.startswith(".ci/")]
    assert all(os.access(ROOT / script, os.X_OK) for script in scripts)


@pytest.mark.parametrize("file", FILES, ids=label)
def test_actions_are_official_and_pinned_by_major_version(file: Path) -> None:
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used), used


@pytest.mark.parametrize("file", FILES, ids=label)
def test_only_the_deployment_may_write(file: Path) -> None:
    workflow = read(file)
    granted = {name: job.get("permissions", {}) for name, job in workflow["jobs"].items()}
    deploying = granted.pop("deploy", None)
    assert deploying in (None, {"pages": "write", "id-token": "write"})
    reading: tuple[object, ...] = (
        {},
        "{}",
        {"contents": "read"},
        {"contents": "read", "deployments": "read"},
    )
    for rights in (workflow["permissions"], *granted.values()):
        assert rights in reading
    assert "concurrency" in workflow


def test_pull_requests_are_checked_with_annotations() -> None:
    check = '.venv/bin/archive check --format github --against "$BASE"'
    (step,) = [step for step in steps(WORKFLOWS / "check.yml") if step.get("run") == check]
    assert step["env"] == {"BASE": "${{ github.event.pull_request.base.sha }}"}


def test_what_is_online_is_compared_before_anything_is_published() -> None:
    names = [step.get("name") for step in steps(WORKFLOWS / "publish.yml")]
    assert names.index("Articles") < names.index("Addresses") < names.index("Site")
    (step,) = [s for s in steps(WORKFLOWS / "publish.yml") if s.get("name") == "Addresses"]
    assert '--against "$online"' in step["run"]
    assert step["if"] == "${{ !inputs.let_addresses_go }}"


@pytest.mark.parametrize("file", FILES, ids=label)
def test_the_history_reaches_back_to_the_commit_that_is_compared(file: Path) -> None:
    (checkout,) = [s for s in steps(file) if str(s.get("uses")).startswith("actions/checkout@")]
    assert checkout["with"]["fetch-depth"] == "0"


def test_the_build_server_runs_the_tests_last() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "set -euo pipefail" in script
    last = script.splitlines()[-2:]
    assert last[0].startswith("make --no-print-directory test")
    assert last[1] == 'exit "$status"'
