"""The checks: each problem with its file, line, field, what was found, and what to do."""

from __future__ import annotations

import hashlib

import pytest

from generator.checks import checks
from generator.model import Problem
from generator.pipeline.checking import check_archive
from tests.conftest import SmallArchive

SHA = hashlib.sha256(b"A text.\n").hexdigest()


def problems(archive: SmallArchive) -> list[Problem]:
    return list(check_archive(archive.folder, archive.settings, archive.vocabulary))


def problems_of(archive: SmallArchive, front: str) -> list[Problem]:
    """The problems of one article with this front matter."""
    archive.write("articles/2016/a.md", f"---\n{front}---\n\nBody\n")
    return problems(archive)


def test_every_check_is_found_by_name() -> None:
    names = [check.__module__.rpartition(".")[2] for check in checks()]
    assert names == sorted(names)
    assert {"addresses", "fields", "original", "references", "status", "tags"} <= set(names)


def test_a_sound_archive_has_no_problems(archive: SmallArchive) -> None:
    archive.with_original("2016/a", date="2016-10-28", tags=["siege"], language="en")
    archive.article(
        "2016/ب", title="تقرير", language="ar", translation_of="2016/a", redirect_from=["/old/"]
    )
    archive.article(
        "undated/c", status="withdrawn", withdrawn={"date": "2020-01-01", "reason": "asked for"}
    )
    assert problems(archive) == []


def test_an_archive_without_articles_has_no_problems(archive: SmallArchive) -> None:
    assert problems(archive) == []


@pytest.mark.parametrize(
    ("front", "line", "field", "found", "message", "remedy"),
    [
        ("title:\n", 2, "title", "", "is empty", "fill it in"),
        ("date: '2016'\n", 1, "title", "", "is missing", "add 'title: …'"),
        ("title: a\nsource: ''\n", 3, "source", "", "is empty", "remove the line"),
        ("title: a\nauthor: x\n", 3, "author", "x", "no field", "did you mean 'authors'?"),
        ("title: a\nzzz: x\n", 3, "zzz", "x", "no field", "archive schema"),
        ("title: a\ndate: '2016-13'\n", 3, "date", "2016-13", "not exist", "write '2016-10-28'"),
        ("title: a\ndate: [2016, 2017]\n", 3, "date", "['2016', '2017']", "one quoted", "write"),
        ("title: a\nlanguage: xx\n", 3, "language", "xx", "BCP 47", "such as en or ar"),
        ("title: a\nstatus: public\n", 3, "status", "public", "must be", "write published"),
        ("title: a\ndisplay: some\n", 3, "display", "some", "must be", "write full"),
        ("title: a\ntags: siege\n", 3, "tags", "siege", "must be a list", "correct it"),
        ("title: a\ntags: [sieg]\n", 3, "tags", "sieg", "no term", "did you mean 'siege'?"),
        ("title: a\ntags: [حصار]\n", 3, "tags", "حصار", "no term", "did you mean 'siege'?"),
        ("title: a\ntags: [qqq]\n", 3, "tags", "qqq", "no term", "add it to vocabulary.yml"),
        ("title: a\ntags: [siege, siege]\n", 3, "tags", "siege", "2 times", "keep it once"),
        ("title: a\nsame_as: 2016/aa\n", 3, "same_as", "2016/aa", "no article", "mean '2016/a'?"),
        ("title: a\ntranslation_of: x\n", 3, "translation_of", "x", "no article", "below articles"),
        ("title: a\ninferred:\n  date: w\n", 3, "inferred", "date", "not set", "remove the line"),
        ("title: a\nstatus: withdrawn\n", 3, "status", "withdrawn", "day and reason", "add"),
        (
            "title: a\nwithdrawn: {date: 2016-10-28, reason: x}\n",
            3,
            "withdrawn",
            "{'date': '2016-10-28', 'reason': 'x'}",
            "is not withdrawn",
            "set 'status: withdrawn'",
        ),
        (
            "title: a\ncorrections:\n- date: soon\n  note: x\n",
            3,
            "corrections.0.date",
            "soon",
            "not a date",
            "correct it",
        ),
        (f"title: a\noriginal:\n  sha256: {SHA}\n", 3, "original", SHA, "neither", "add 'file"),
        ("title: a\ntitle: b\n", 3, "title", "title", "stands here twice", "keep one"),
        ("title: a: b\n", 2, "", "title: a: b", "not valid YAML", "quote"),
    ],
)
def test_each_mistake(
    archive: SmallArchive,
    front: str,
    line: int,
    field: str,
    found: str,
    message: str,
    remedy: str,
) -> None:
    (problem,) = problems_of(archive, front)
    assert (problem.file, problem.line) == ("articles/2016/a.md", line)
    assert (problem.field, problem.found) == (field, found)
    assert message in problem.message
    assert remedy in problem.remedy


def test_an_original_that_is_missing(archive: SmallArchive) -> None:
    archive.with_original("2016/a")
    (archive.folder / "articles/2016/a.txt").unlink()
    (problem,) = problems(archive)
    assert (problem.line, problem.field, problem.found) == (3, "original.file", "a.txt")
    assert "cannot be read" in problem.message
    assert "git" in problem.remedy


def test_an_original_that_has_changed(archive: SmallArchive) -> None:
    archive.with_original("2016/a")
    archive.write("articles/2016/a.txt", b"Another text.\n")
    (problem,) = problems(archive)
    assert problem.field == "original.sha256"
    assert problem.found == hashlib.sha256(b"Another text.\n").hexdigest()
    assert SHA in problem.message


def test_an_original_outside_of_the_folder(archive: SmallArchive) -> None:
    archive.write("secret.txt", b"A text.\n")
    archive.article("2016/a", original={"file": "../../secret.txt", "sha256": SHA})
    (problem,) = problems(archive)
    assert (problem.field, problem.found) == ("original.file", "../../secret.txt")


def test_a_record_without_a_hash_is_one_problem(archive: SmallArchive) -> None:
    archive.write("articles/2016/a.txt", b"A text.\n")
    (problem,) = problems_of(archive, "title: a\noriginal:\n  file: a.txt\n")
    assert (problem.field, problem.message) == ("original.sha256", "is missing")


def test_a_withheld_original_need_not_be_there(archive: SmallArchive) -> None:
    archive.article("2016/a", original={"sha256": SHA, "withheld": "display is excerpt"})
    assert problems(archive) == []


def test_one_address_of_two_articles_is_told_at_both(archive: SmallArchive) -> None:
    archive.article("2016/Port-Tarn")
    archive.article("2016/port-tarn")
    first, second = problems(archive)
    assert first.file == "articles/2016/Port-Tarn.md"
    assert "articles/2016/port-tarn.md" in first.message
    assert first.found == "reports/2016/Port-Tarn/"
    assert "articles/2016/Port-Tarn.md" in second.message


def test_one_address_in_two_unicode_forms(archive: SmallArchive) -> None:
    archive.article("2016/e\u0301te\u0301")
    archive.article("2016/été")
    assert len(problems(archive)) == 2


def test_a_redirect_from_an_address_that_answers(archive: SmallArchive) -> None:
    archive.article("2016/a", language="ar")
    archive.article("2016/b", redirect_from=["/ar/reports/2016/a/", "/free/"])
    first, second = problems(archive)
    assert (first.file, first.field) == ("articles/2016/a.md", "")
    assert (second.file, second.line, second.field) == ("articles/2016/b.md", 3, "redirect_from")
    assert second.found == "ar/reports/2016/a/"


def test_languages_part_addresses(archive: SmallArchive) -> None:
    archive.article("2016/a", language="ar")
    archive.article("2016/b", redirect_from=["/reports/2016/a/"])
    assert problems(archive) == []


def test_every_problem_of_every_file_is_told_in_order(archive: SmallArchive) -> None:
    archive.write(
        "articles/2016/b.md",
        "---\n"
        "tags: [sieg, sieg]\n"
        "date: Friday\n"
        "langauge: en\n"
        "status: withdrawn\n"
        "same_as: nowhere\n"
        "source:\n"
        "original: {file: b.txt, sha256: x}\n"
        "---\n",
    )
    archive.write("articles/2016/a.md", b"\xff")
    archive.write("articles/2017/c.md", "---\ntitle: [\n---\n")
    found = problems(archive)
    assert found == sorted(found)
    assert {problem.file for problem in found} == {
        "articles/2016/a.md",
        "articles/2016/b.md",
        "articles/2017/c.md",
    }
    of_b = [problem for problem in found if problem.file == "articles/2016/b.md"]
    assert [(problem.line, problem.field) for problem in of_b] == [
        (1, "title"),
        (2, "tags"),
        (2, "tags"),
        (3, "date"),
        (4, "langauge"),
        (5, "status"),
        (6, "same_as"),
        (7, "source"),
        (8, "original.file"),
        (8, "original.sha256"),
    ]
    assert all(problem.message and problem.remedy for problem in found)


def test_a_repeated_field_hides_no_other_mistake(archive: SmallArchive) -> None:
    front = "title: a\ntitle: b\ndate: soon\noriginal:\n  file: a\n  file: b\ntags: [none-such]\n"
    found = {(p.line, p.message.split(":")[0]) for p in problems_of(archive, front)}
    assert (3, "the field 'title' stands here twice") in found
    assert (7, "the field 'file' stands here twice") in found
    assert any("'soon' is not a date" in message for _, message in found)
    assert any("'none-such' is no term" in message for _, message in found)


@pytest.mark.parametrize(
    "stray", ["2016/left-behind.txt", "2016/TYPO.MD", "note.txt", "2016/.writing-x"]
)
def test_a_file_that_belongs_to_no_article_is_told(archive: SmallArchive, stray: str) -> None:
    archive.with_original("2016/one")
    assert problems(archive) == []
    archive.write(f"articles/{stray}", "bytes")
    (problem,) = problems(archive)
    assert problem.file == f"articles/{stray}"
    assert problem.message == "belongs to no article"


def test_files_of_the_system_and_of_unreadable_articles_are_let_be(archive: SmallArchive) -> None:
    archive.write("articles/2016/.DS_Store", "bytes")
    archive.write("articles/2016/broken.txt", "bytes")
    archive.write("articles/2016/broken.md", "no front matter")
    (problem,) = problems(archive)
    assert problem.file == "articles/2016/broken.md"


def test_redirects_that_lead_nowhere_or_in_a_circle_are_named(archive: SmallArchive) -> None:
    archive.article("2016/a", redirect_from=["reports/2016/b/", "https://old.example/x", "x/?p=1"])
    archive.article("2016/b", redirect_from=["/reports/2016/a", "reports/2016/b/", "old", "/old/"])
    told = [(p.file, p.message) for p in problems(archive)]
    a, b = "articles/2016/a.md", "articles/2016/b.md"
    assert (a, f"leads in a circle: {b} redirects to this report's address") in told
    assert (b, f"leads in a circle: {a} redirects to this report's address") in told
    assert (a, "'https://old.example/x' is no path of this site") in told
    assert (a, "'x/?p=1' is no path of this site") in told
    assert (b, "the redirect leads to itself: it is the report's own address") in told
    assert (b, "the address /old/ stands here twice") in told


def test_a_redirect_from_where_another_report_stands_is_named(archive: SmallArchive) -> None:
    archive.article("2016/a", redirect_from=["reports/2016/b/"])
    archive.article("2016/b")
    told = {p.file: p.message for p in problems(archive)}
    belongs = "the address /reports/2016/b/ belongs to articles/2016/{}.md too"
    assert told["articles/2016/a.md"] == belongs.format("b")
    assert told["articles/2016/b.md"] == belongs.format("a")
