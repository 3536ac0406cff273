"""`archive check`: its formats and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import generator
from generator.cli import main
from tests.conftest import SmallArchive

PROJECT = Path(generator.__file__).parent.parent
FRONT = "---\ntitle: a\nstatus: 100% public\ntags: [sieg]\n---\n\nBody\n"


def test_no_problems(archive: SmallArchive) -> None:
    archive.with_original("2016/a")
    result = archive.run("check")
    assert (result.output, result.exit_code) == ("no problems\n", 0)
    for form in ("json", "github"):
        result = archive.run("check", "--format", form)
        assert (result.output, result.exit_code) == ("", 0)


def test_text_names_place_field_what_was_found_and_what_to_do(archive: SmallArchive) -> None:
    archive.write("articles/2016/a.md", FRONT)
    result = archive.run("check")
    assert result.exit_code == 1
    status, tags, count = result.stdout.splitlines()
    assert status.startswith("articles/2016/a.md:3: status: must be 'published'")
    assert "(found '100% public'); write published, draft" in status
    assert tags == (
        "articles/2016/a.md:4: tags: 'sieg' is no term of the vocabulary; did you mean 'siege'?"
    )
    assert count == "2 problems"


def test_one_problem_is_one(archive: SmallArchive) -> None:
    archive.article("2016/a", tags=["qqq"])
    assert archive.run("check").stdout.splitlines()[-1] == "1 problem"


def test_json_is_one_object_a_line(archive: SmallArchive) -> None:
    archive.write("articles/2016/a.md", FRONT)
    result = archive.run("check", "--format", "json")
    assert result.exit_code == 1
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(r) for r in records] == [
        ["file", "line", "field", "found", "message", "remedy"]
    ] * 2
    assert records[1] == {
        "file": "articles/2016/a.md",
        "line": 4,
        "field": "tags",
        "found": "sieg",
        "message": "'sieg' is no term of the vocabulary",
        "remedy": "did you mean 'siege'?",
    }


def test_github_annotations_are_escaped(archive: SmallArchive) -> None:
    archive.write("articles/2016/a,b: 50%.md", FRONT)
    archive.write("articles/2016/c.md", '---\ntitle: a\ntags: ["two\\nlines\\r"]\n---\n')
    result = archive.run("check", "--format", "github")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert len(lines) == 3
    place = "file=articles/2016/a%2Cb%3A 50%25.md,line=3,title=status"
    assert lines[0].startswith(f"::error {place}::must be 'published'")
    assert "found '100%25 public'" in lines[0]
    assert "'two%0Alines%0D' is no term" in lines[2]


def test_github_needs_a_line_and_a_title(archive: SmallArchive) -> None:
    (archive.folder / "articles/2016/a.md").mkdir(parents=True)
    result = archive.run("check", "--format", "github")
    assert result.stdout.startswith("::error file=articles/2016/a.md,line=1,title=article::")


@pytest.mark.parametrize("name", ["articles", "vocabulary.yml", "mkdocs.yml"])
def test_the_shipped_archive_is_there(name: str) -> None:
    assert (PROJECT / name).exists()


def test_the_shipped_archive_has_no_problems() -> None:
    result = CliRunner().invoke(main, ["-C", str(PROJECT), "check"])
    assert result.output == "no problems\n"
    assert result.exit_code == 0
