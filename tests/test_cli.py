"""The command itself, as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import __version__
from generator.cli import main
from tests.conftest import WIRE, SmallArchive

ARCHIVE = Path(sys.executable).with_name("archive")


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ARCHIVE, *arguments],
        cwd=cwd,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "40"},
    )


@pytest.mark.skipif(not ARCHIVE.exists(), reason="the project is not installed")
def test_import_and_check_as_a_process(archive: SmallArchive) -> None:
    archive.write("inbox/wire.txt", WIRE)
    archive.write(
        "inbox/تقرير.txt", "حصار الميناء يدخل أسبوعه الثالث\n\nقال عمال إن الميناء مغلق.\n"
    )
    first = run("import", "--format", "json", "inbox", cwd=archive.folder)
    assert first.returncode == 0, first.stderr
    titles = [json.loads(line)["title"] for line in first.stdout.splitlines()]
    assert titles == ["Dockers walk out at Port Tarn", "حصار الميناء يدخل أسبوعه الثالث"]
    assert "حصار" in first.stdout
    assert "2 imported" in first.stderr
    checked = run("check", cwd=archive.folder)
    assert (checked.stdout, checked.returncode) == ("no problems\n", 0)


@pytest.mark.skipif(not ARCHIVE.exists(), reason="the project is not installed")
def test_long_lines_are_not_broken_where_the_output_is_no_terminal(archive: SmallArchive) -> None:
    name = "inbox/a-rather-long-name-of-a-file-that-came-by-mail.txt"
    archive.write(name, WIRE)
    done = run("import", name, cwd=archive.folder)
    line = f"+ {name} → articles/2016/dockers-walk-out-at-port-tarn.md"
    assert done.stdout.splitlines()[0] == line
    failed = run("import", "nothing.txt", cwd=archive.folder)
    assert failed.returncode == 1
    assert failed.stdout.startswith("! nothing.txt: No such file or directory")


def test_help_and_version() -> None:
    runner = CliRunner()
    assert __version__ in runner.invoke(main, ["--version"]).output
    for command in ("import", "check", "schema"):
        assert command in runner.invoke(main, ["-h"]).output
        assert runner.invoke(main, [command, "--help"]).exit_code == 0


def test_names_are_printed_as_they_are(archive: SmallArchive) -> None:
    raw = archive.write("inbox/[bold]a[/] :100:.txt", WIRE)
    assert f"+ {raw} → " in archive.run("import", raw).output
