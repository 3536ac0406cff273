"""Which archive the command works in."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import CONFIG, WIRE, SmallArchive
from tests.pipeline.reports import WIRE_PATH, report


def test_the_folder_may_be_named_before_and_after_the_command(
    archive: SmallArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = str(archive.folder)
    for number, arguments in enumerate((["-C", folder, "import"], ["import", "-C", folder])):
        raw = archive.write(f"inbox/{number}.txt", report(number))
        result = CliRunner().invoke(main, [*arguments, str(raw)])
        assert result.exit_code == 0, result.output
    assert len(archive.articles()) == 2
    for arguments in (["-C", folder, "check"], ["check", "--folder", folder]):
        assert CliRunner().invoke(main, arguments).output == "no problems\n"


def test_the_archive_around_the_current_folder_is_used(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("inbox/deep/wire.txt", WIRE)
    monkeypatch.chdir(archive.folder / "inbox/deep")
    result = CliRunner().invoke(main, ["import", "wire.txt"])
    assert result.exit_code == 0, result.output
    assert archive.articles() == [WIRE_PATH]
    assert not Path("wire.txt").exists()


def test_outside_of_any_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["check"], ["import", "x"]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 1
        assert "no mkdocs.yml here or in a folder above" in result.stderr
        assert "-C FOLDER" in result.stderr


def test_a_folder_without_settings_becomes_a_new_archive(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    raw = tmp_path / "wire.txt"
    raw.write_text(WIRE)
    result = CliRunner().invoke(main, ["import", "--format", "json", "-C", str(folder), str(raw)])
    assert result.exit_code == 0
    assert "using plain settings" in result.stderr
    assert len(result.stdout.splitlines()) == 1
    assert SmallArchive(folder).articles() == [WIRE_PATH]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(tmp_path / "nothing"), "check"])
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


@pytest.mark.parametrize("command", [["check"], ["import", "x.txt"]])
@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("mkdocs.yml", CONFIG.replace("contact:", "contcat:"), "did you mean 'contact'?"),
        ("mkdocs.yml", "site_name: [", "cannot be read"),
        ("vocabulary.yml", "- id: Not An Id\n", "term Not An Id"),
    ],
)
def test_wrong_settings_are_told(
    archive: SmallArchive, command: list[str], file: str, text: str, message: str
) -> None:
    archive.write(file, text)
    result = archive.run(*command)
    assert result.exit_code == 1
    assert message in result.stderr
    assert file in result.stderr
    assert result.stdout == ""
