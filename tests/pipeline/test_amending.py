"""`archive withdraw` and `archive correct`: all of it or nothing, and every other byte as it was."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.conftest import SmallArchive

REASON = "Two accounts: one person."


def test_a_withdrawal_says_when_and_why_and_changes_nothing_else(archive: SmallArchive) -> None:
    archive.with_original("2016/one", tags=["siege"])
    before = archive.listing()["articles/2016/one.md"].decode()
    result = archive.run("withdraw", "2016/one", "--reason", f" {REASON} ", "--date", "2026-03-01")
    assert result.exit_code == 0, result.output
    added = f"status: withdrawn\nwithdrawn:\n  date: \"2026-03-01\"\n  reason: '{REASON}'\n"
    after = archive.listing()["articles/2016/one.md"].decode()
    assert after == before.replace("original:", f"{added}original:")
    assert archive.listing()["articles/2016/one.txt"] == b"A text.\n"
    assert "one.txt stays beside it in the repository, but not on the site" in result.output


def test_without_a_date_it_is_today(archive: SmallArchive) -> None:
    archive.article("2016/one")
    archive.run("correct", "2016/one", "--note", "Two.")
    days = {datetime.now(UTC).date().isoformat()}
    (correction,) = archive.store.read("2016/one").fields["corrections"]  # type: ignore[union-attr, misc]  # it was just written
    assert correction["date"] in days | {datetime.now(UTC).date().isoformat()}  # midnight may pass


def test_a_withdrawal_says_what_else_names_the_report(archive: SmallArchive) -> None:
    archive.article("2016/one")
    archive.article("2016/two", "First.\n\nSee [it](one.md).", translation_of="2016/one")
    archive.write("docs/notes.md", "See\n[it](/reports/2016/one/).\n")
    result = archive.run("withdraw", "2016/one", "--reason", REASON)
    assert "named in articles/2016/two.md:3: translation_of: 2016/one" in result.output
    assert "named in articles/2016/two.md:8: one.md" in result.output
    assert "named in docs/notes.md:2: /reports/2016/one/" in result.output


def test_a_draft_becomes_known_by_its_withdrawal(archive: SmallArchive) -> None:
    archive.article("2016/one", status="draft", language="ar")
    result = archive.run("withdraw", "2016/one", "--reason", REASON)
    assert "its address /ar/reports/2016/one/ becomes public" in result.output
    assert archive.fields("2016/one")["status"] == "withdrawn"


def test_a_correction_joins_those_before(archive: SmallArchive) -> None:
    first = {"date": "2017-01-01", "note": "First."}
    archive.article("2016/one", corrections=[first])
    archive.article("2016/ب")
    result = archive.run(
        "correct", "2016/one", "articles/2016/ب.md", "--note", "عدد: 2", "--date", "2026-03-01"
    )
    assert result.exit_code == 0, result.output
    second = {"date": "2026-03-01", "note": "عدد: 2"}
    assert archive.fields("2016/one")["corrections"] == [first, second]
    assert archive.fields("2016/ب")["corrections"] == [second]


@pytest.mark.parametrize(
    "given",
    [
        "2016/حصار",
        "articles/2016/حصار.md",
        "./articles/2016/حصار.md",
        "/home/me/archive/articles/2016/حصار.md",
        "/ar/reports/2016/حصار/",
        "https://harbour.example/folder/ar/reports/2016/%D8%AD%D8%B5%D8%A7%D8%B1/",
        "https://harbour.example/ar/reports/2016/حصار/index.html#report",
        "2016/حصار/",
    ],
)
def test_a_report_is_named_as_an_editor_has_it_at_hand(archive: SmallArchive, given: str) -> None:
    archive.article("2016/حصار", language="ar")
    result = archive.run("correct", given, "--note", "Two.")
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("2016/harbor-closed", "did you mean 2016/harbour-closed?"),
        ("2017/harbour-closed", "did you mean 2016/harbour-closed?"),
        ("zzz", "there is no articles/zzz.md\n"),
        ("../archive/articles/../vocabulary", "there is no"),
    ],
)
def test_a_misspelt_report_is_suggested(archive: SmallArchive, given: str, hint: str) -> None:
    archive.article("2016/harbour-closed")
    result = archive.run("withdraw", given, "--reason", REASON)
    assert result.exit_code == 1
    assert hint in result.output


def test_if_one_cannot_be_withdrawn_none_is_and_each_is_named(archive: SmallArchive) -> None:
    archive.article("2016/one")
    archive.write("articles/2016/two.md", "---\ntitle: a\ncolour: red\ndate: soon\n---\n\nText\n")
    archive.article(
        "2016/three", status="withdrawn", withdrawn={"date": "2020-01-01", "reason": "x"}
    )
    archive.write("articles/2016/four.md", b"---\ntitle: \xff\n---\n")
    before = archive.listing()
    paths = ("2016/one", "2016/two", "2016/three", "2016/four")
    result = archive.run("withdraw", *paths, "--reason", REASON)
    assert result.exit_code == 1
    assert "articles/2016/two.md:3: colour: is no field of the archive" in result.output
    assert "articles/2016/two.md:4: date: " in result.output
    assert "articles/2016/three.md is withdrawn already since 2020-01-01" in result.output
    assert "articles/2016/four.md: not UTF-8" in result.output
    assert archive.listing() == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--reason", " "), "--reason is empty"),
        (("--reason", "x", "--date", "2026-03"), "is not one day"),
        (("--reason", "x", "--date", "yesterday"), "--date: "),
        ((), "Missing option '--reason'"),
    ],
)
def test_what_is_asked_for_has_to_make_sense(
    archive: SmallArchive, options: tuple[str, ...], message: str
) -> None:
    archive.article("2016/one")
    before = archive.listing()
    result = archive.run("withdraw", "2016/one", *options)
    assert result.exit_code == 2
    assert message in result.output
    assert archive.listing() == before


def test_a_file_that_changed_meanwhile_is_left_alone(archive: SmallArchive) -> None:
    from generator.errors import StoreError
    from generator.pipeline.amending import corrections, write

    archive.article("2016/one")
    day = datetime(2026, 3, 1, tzinfo=UTC).date()
    (planned,) = corrections(archive.store, ["2016/one"], day, "Two.")
    archive.article("2016/one", "Another hand was here.")
    with pytest.raises(StoreError, match="changed meanwhile"):
        write(archive.store, planned)
    assert b"Another hand" in archive.listing()["articles/2016/one.md"]
