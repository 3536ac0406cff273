"""`archive check --against`: every address that was published answers still, or is named."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CONFIG, SmallArchive
from tests.pipeline.repository import Repository, repository_of

WITHDRAWN: dict[str, Any] = {
    "status": "withdrawn",
    "withdrawn": {"date": "2020-01-01", "reason": "Asked for."},
}
ARABIC = "2016/حصار-الميناء"


@pytest.fixture
def repository(archive: SmallArchive) -> Repository:
    """A published archive with a report of each kind."""
    made = repository_of(archive)
    archive.with_original("2016/one", redirect_from=["2010/old/"], date="2016-10-28")
    archive.with_original(ARABIC, "نص".encode(), language="ar")
    archive.article("2016/gone", redirect_from=["2010/gone.html"], **WITHDRAWN)
    archive.article("2016/draft", status="draft")
    archive.write("docs/index.md", "# Home\n")
    archive.write("docs/notes/method.md", "# Method\n")
    made.publish()
    return made


def remove(repository: Repository, name: str) -> None:
    (repository.archive.folder / name).unlink()


def rename(repository: Repository, old: str, new: str) -> None:
    target = repository.archive.folder / new
    target.parent.mkdir(parents=True, exist_ok=True)
    (repository.archive.folder / old).rename(target)


def test_nothing_changed_nothing_is_lost(repository: Repository) -> None:
    result = repository.archive.run("check", "--against", "published")
    assert (result.output, result.exit_code) == ("no problems\n", 0)


def test_a_deleted_report_is_caught_with_its_redirect_and_original(repository: Repository) -> None:
    remove(repository, "articles/2016/one.md")
    remove(repository, "articles/2016/one.txt")
    lost = repository.lost()
    assert [line.split()[1] for line in lost] == [
        "/2010/old/",
        "/reports/2016/one/",
        "/reports/2016/one/one.txt",
    ]
    assert "archive withdraw 2016/one --reason …" in lost[1]
    assert "git checkout published -- articles/2016/one.md" in lost[1]
    assert repository.archive.run("check", "--against", "published").exit_code == 1


def test_a_plain_rename_is_caught_and_where_it_went_is_said(repository: Repository) -> None:
    rename(repository, f"articles/{ARABIC}.md", "articles/2017/ب.md")
    rename(repository, f"articles/{ARABIC}.txt", "articles/2017/حصار-الميناء.txt")
    page, original = repository.lost()
    assert f"/ar/reports/{ARABIC}/ answered at 'published'" in page
    assert f"`archive move {ARABIC} 2017/ب`" in page
    assert "redirect_from of articles/2017/ب.md" in original


def test_the_ways_that_are_named_for_a_rename_lead_out(repository: Repository) -> None:
    rename(repository, f"articles/{ARABIC}.md", "articles/2017/ب.md")
    rename(repository, f"articles/{ARABIC}.txt", "articles/2017/حصار-الميناء.txt")
    address = f"ar/reports/{ARABIC}/"
    fields: dict[str, Any] = {
        **repository.archive.fields("2017/ب"),
        "redirect_from": [address, f"{address}حصار-الميناء.txt"],
    }
    repository.archive.article("2017/ب", **fields)
    assert repository.lost() == []


def test_a_move_carries_every_address(repository: Repository) -> None:
    assert repository.archive.run("move", "2016/one", "2017/new-slug").exit_code == 0
    assert repository.archive.run("move", ARABIC, "undated/").exit_code == 0
    assert repository.archive.run("move", "2016/gone", "2017/").exit_code == 0
    assert repository.lost() == []
    repository.publish()
    assert repository.archive.run("move", "2017/new-slug", "2016/one").exit_code == 0
    assert repository.lost() == []


def test_a_corrected_date_or_title_moves_nothing(repository: Repository) -> None:
    fields: dict[str, Any] = {
        **repository.archive.fields("2016/one"),
        "date": "2017-01-01",
        "title": "Another",
    }
    repository.archive.article("2016/one", **fields)
    assert repository.lost() == []


def test_a_withdrawal_keeps_the_page_and_takes_the_original(repository: Repository) -> None:
    repository.archive.run("withdraw", "2016/one", "--reason", "Asked for.")
    assert repository.lost() == []


@pytest.mark.parametrize("change", [{"display": "excerpt"}, {"status": "draft"}])
def test_an_original_may_go_by_decision_and_a_page_may_not(
    repository: Repository, change: dict[str, Any]
) -> None:
    repository.archive.article("2016/one", **{**repository.archive.fields("2016/one"), **change})
    lost = [line.split()[1] for line in repository.lost()]
    assert ("/reports/2016/one/" in lost) == ("status" in change)
    assert ("/reports/2016/one/one.txt" in lost) == ("status" in change)


def test_an_original_that_is_gone_is_caught_though_its_article_is_unchanged(
    repository: Repository,
) -> None:
    remove(repository, "articles/2016/one.txt")
    (lost,) = repository.lost()
    assert "/reports/2016/one/one.txt" in lost
    assert "git checkout published -- articles/2016/one.txt" in lost


def test_another_language_is_another_address(repository: Repository) -> None:
    fields: dict[str, Any] = {**repository.archive.fields("2016/one"), "language": "ar"}
    repository.archive.article("2016/one", **fields)
    page, original = repository.lost()
    assert "add 'reports/2016/one/' to its redirect_from" in page
    assert "'reports/2016/one/one.txt' to redirect_from" in original
    entries = ["2010/old/", "reports/2016/one/", "reports/2016/one/one.txt"]
    repository.archive.article("2016/one", **{**fields, "redirect_from": entries})
    assert repository.lost() == []


def test_another_language_of_the_site_is_another_address_of_every_report(
    repository: Repository,
) -> None:
    lines = CONFIG.splitlines(keepends=True)
    arabic = next(line for line in lines if " ar: " in line)
    repository.archive.write("mkdocs.yml", CONFIG.replace(arabic, ""))
    assert [line.split()[1] for line in repository.lost()] == [
        f"/ar/reports/{ARABIC}/",
        f"/ar/reports/{ARABIC}/حصار-الميناء.txt",
    ]


def test_a_lost_redirect_or_tombstone_is_caught(repository: Repository) -> None:
    fields: dict[str, Any] = {**repository.archive.fields("2016/one")}
    del fields["redirect_from"]
    repository.archive.article("2016/one", **fields)
    remove(repository, "articles/2016/gone.md")
    html, old, gone = repository.lost()
    assert "/2010/gone.html" in html
    assert "put '2010/old/' back into redirect_from of articles/2016/one.md" in old
    assert "/reports/2016/gone/" in gone


def test_a_report_that_is_not_valid_any_more_is_caught(repository: Repository) -> None:
    repository.archive.write("articles/2016/one.md", "---\ntitle: a\ncolour: red\n---\n\nText\n")
    assert {line.partition("; ")[2] for line in repository.lost()} == {
        "mend the article: `archive check` says what is wrong with it"
    }


def test_an_unchanged_report_may_lead_on_from_a_lost_address(archive: SmallArchive) -> None:
    repository = repository_of(archive)
    archive.article("2016/a")
    archive.article("2016/b", redirect_from=["reports/2016/a/"])
    repository.publish()
    remove(repository, "articles/2016/a.md")
    assert repository.lost() == []


def test_hand_written_pages_are_promised_too(repository: Repository) -> None:
    rename(repository, "docs/notes/method.md", "docs/notes/index.md")
    (lost,) = repository.lost()
    assert lost.startswith("docs/notes/method.md: /notes/method/ answered at 'published'")
    repository.archive.article("2016/new", redirect_from=["notes/method/"])
    assert repository.lost() == []


def test_drafts_and_new_reports_are_nobodys_loss(repository: Repository) -> None:
    remove(repository, "articles/2016/draft.md")
    repository.archive.article("2018/new")
    assert repository.lost() == []


def test_an_archive_in_a_folder_of_its_repository(archive: SmallArchive) -> None:
    repository = repository_of(archive, archive.folder.parent)
    archive.article(ARABIC, language="ar")
    repository.publish()
    remove(repository, f"articles/{ARABIC}.md")
    (lost,) = repository.lost()
    assert f"/ar/reports/{ARABIC}/" in lost


def test_settings_that_are_no_longer_known_do_not_stop_the_check(archive: SmallArchive) -> None:
    repository = repository_of(archive)
    archive.write("mkdocs.yml", CONFIG.replace("organisation:", "colour: red\n      organisation:"))
    archive.article("2016/one")
    repository.publish()
    archive.write("mkdocs.yml", CONFIG)
    remove(repository, "articles/2016/one.md")
    assert len(repository.lost()) == 1


@pytest.mark.parametrize("revision", ["nowhere", "-h", "", "HEAD:articles", "published^{tree}"])
def test_a_commit_that_is_not_there(repository: Repository, revision: str) -> None:
    result = repository.archive.run("check", f"--against={revision}")
    assert result.exit_code == 1
    assert f"git knows no commit '{revision}': name a commit, a tag or a branch" in result.output


def test_a_folder_without_a_repository(archive: SmallArchive) -> None:
    result = archive.run("check", "--against", "main")
    assert result.exit_code == 1
    assert "is in no git repository: there is nothing to compare with" in result.output


def test_a_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Another")
    first = repository.git("rev-parse", "published").strip()
    shallow = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", repository.root.as_uri(), shallow], check=True
    )
    result = SmallArchive(shallow).run("check", "--against", first)
    assert result.exit_code == 1
    assert "this clone has only the latest commits" in result.output


def test_a_commit_without_an_archive_says_so(archive: SmallArchive) -> None:
    repository = repository_of(archive)
    (archive.folder / "mkdocs.yml").unlink()
    repository.publish()
    archive.write("mkdocs.yml", CONFIG)
    result = archive.run("check", "--against", "published")
    assert result.exit_code == 1
    assert "at 'published' there is no mkdocs.yml in this folder" in result.output


def test_problems_are_told_in_every_format(repository: Repository) -> None:
    remove(repository, "articles/2016/gone.md")
    result = repository.archive.run("check", "--format", "github", "--against", "published")
    assert result.stdout.startswith("::error file=articles/2016/gone.md,line=1,title=article::")
