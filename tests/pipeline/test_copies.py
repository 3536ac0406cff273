"""`archive copies`, and near copies at the import."""

from __future__ import annotations

import json
import sqlite3

import pytest

from generator.pipeline.copies import index
from tests.conftest import SmallArchive
from tests.similarity.made_up import body, originals, series

_, SENTENCES = next(found for found in originals() if found[0] == "en")
STORY = body(SENTENCES)
CUT = body(SENTENCES[:9])
ARABIC = body(next(sentences for language, sentences in originals() if language == "ar"))


def raw(title: str, text: str) -> str:
    return f"{title}\n\n{text}\n"


def listed(archive: SmallArchive, *options: str) -> list[dict[str, object]]:
    result = archive.run("copies", "--format", "json", *options)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_pairs_are_listed_with_paths_and_similarity(archive: SmallArchive) -> None:
    archive.article("2016/story", STORY, date="2016-10-28", source="dpa")
    archive.article("2016/cut", CUT, date="2016-10-29")
    archive.article("2016/other", ARABIC, language="ar")
    (pair,) = listed(archive)
    assert pair["first"] == "articles/2016/story.md"  # it is dated earlier
    assert pair["second"] == "articles/2016/cut.md"
    assert pair["linked"] is False
    text = archive.run("copies").output
    assert "articles/2016/story.md  2016-10-28 · dpa" in text
    assert "1 pair" in text
    assert listed(archive, "--above", "1.0") == [] or pair["similarity"] == 1.0


def test_listing_changes_nothing(archive: SmallArchive) -> None:
    archive.article("2016/story", STORY)
    archive.article("2016/cut", CUT)
    before = archive.listing()
    assert listed(archive)
    assert archive.listing() == before


def test_linking_writes_one_field_with_its_evidence_and_no_other_byte(
    archive: SmallArchive,
) -> None:
    archive.article("2016/story", STORY, date="2016-10-28")
    head = "---\n# a note\ntitle:   'Cut'\ndate: 2016-10-29   # by hand\n---\n"
    file = archive.write("articles/2016/cut.md", f"{head}\n{CUT}\n".replace("\n", "\r\n"))
    before = file.read_bytes()
    result = archive.run("copies", "--link")
    assert "articles/2016/cut.md: same_as 2016/story" in result.output
    after = file.read_bytes()
    added = [line for line in after.split(b"\r\n") if line not in before.split(b"\r\n")]
    assert [line.split(b":")[0].strip() for line in added] == [b"same_as", b"inferred", b"same_as"]
    assert [line for line in after.split(b"\r\n") if line not in added] == before.split(b"\r\n")
    assert "similarity" in str(archive.fields("2016/cut")["inferred"])
    assert archive.run("copies", "--link").output.startswith("0 pairs, 1 linked already")


def test_a_pair_that_is_named_counts_as_confirmed(archive: SmallArchive) -> None:
    archive.article("2016/story", STORY, date="2016-10-28")
    archive.article("2016/cut", CUT, date="2016-10-29")
    archive.article("2017/story", ARABIC, date="2017-10-28")
    archive.article("2017/cut", ARABIC, date="2017-10-29")
    assert archive.run("copies", "--link", "articles/2016/cut.md").exit_code == 0
    assert archive.fields("2016/cut")["same_as"] == "2016/story"
    assert "inferred" not in archive.fields("2016/cut")
    assert "same_as" not in archive.fields("2017/cut")
    assert archive.run("copies", "2016/nowhere").exit_code == 1


def test_chains_lead_to_the_root_and_what_an_editor_wrote_stays(archive: SmallArchive) -> None:
    archive.article("2016/a", STORY, date="2016-10-20")
    archive.article("2016/b", CUT, date="2016-10-21", same_as="2016/c")
    archive.article("2016/c", STORY, date="2016-10-22")
    archive.article("2016/d", STORY, date="2016-10-23")
    archive.run("copies", "--link")
    assert archive.fields("2016/b")["same_as"] == "2016/c"
    assert "same_as" not in archive.fields("2016/c")
    assert archive.fields("2016/a")["same_as"] == "2016/c"
    assert archive.fields("2016/d")["same_as"] == "2016/c"


def test_the_own_report_is_the_original_however_late(archive: SmallArchive) -> None:
    archive.article("2016/wire", STORY, date="2016-10-20", source="dpa")
    archive.article("2016/own", CUT, date="2016-10-25", source="Harbour Watch")
    archive.run("copies", "--link")
    assert archive.fields("2016/wire")["same_as"] == "2016/own"


@pytest.mark.parametrize(
    "fields",
    [
        {"translation_of": "2016/story"},
        {"language": "fr"},
        {"display": "link"},
        {"status": "withdrawn", "withdrawn": {"date": "2020-01-01", "reason": "wrong"}},
    ],
    ids=str,
)
def test_translations_links_and_withdrawn_reports_are_in_no_pair(
    archive: SmallArchive, fields: dict[str, object]
) -> None:
    archive.article("2016/story", STORY, language="en")
    archive.article("2016/other", CUT, **fields)
    assert listed(archive) == []
    assert listed(archive, "2016/other") == []


def test_a_series_is_no_copy_in_the_archive_either(archive: SmallArchive) -> None:
    for form, texts in enumerate(series().values()):
        for number, text in enumerate(texts):
            archive.article(f"2016/form-{form}-{number}", text)
    assert listed(archive) == []


def test_broken_articles_are_passed_over(archive: SmallArchive) -> None:
    archive.write("articles/2016/broken.md", "---\ntitle: [\n---\n\nText\n")
    archive.write("articles/2016/bytes.md", b"\xff\xfe\x00")
    archive.article("2016/story", STORY)
    archive.article("2016/cut", CUT, date="no date")
    assert len(listed(archive)) == 1


def test_the_import_tells_of_copies_in_the_archive_and_in_itself(archive: SmallArchive) -> None:
    archive.article("2016/story", STORY, date="2016-10-28")
    archive.write("inbox/1.txt", raw("Another title for it", CUT))
    archive.write("inbox/2.txt", raw("حدث في الميناء", ARABIC))
    archive.write("inbox/3.txt", raw("عنوان آخر", ARABIC))
    one, two, three = archive.import_json(archive.folder / "inbox")
    (told,) = [p for p in one["problems"] if p["field"] == "same_as"]  # type: ignore[attr-defined]
    assert told["found"] == "2016/story"
    assert f"{one['path']} is a near copy of articles/2016/story.md (similarity " in told["message"]
    assert "same_as" not in {p["field"] for p in two["problems"]}  # type: ignore[attr-defined]
    (told,) = [p for p in three["problems"] if p["field"] == "same_as"]  # type: ignore[attr-defined]
    assert two["path"] == f"articles/{told['found']}.md"
    for done in (one, two, three):
        path = str(done["path"]).removeprefix("articles/").removesuffix(".md")
        assert "same_as" not in archive.fields(path)


def test_a_dry_run_tells_the_same(archive: SmallArchive) -> None:
    archive.article("2016/story", STORY, date="2016-10-28")
    archive.write("inbox/1.txt", raw("Another title for it", CUT))
    archive.write("inbox/2.txt", raw("حدث في الميناء", ARABIC))
    archive.write("inbox/3.txt", raw("عنوان آخر", ARABIC))
    inbox = archive.folder / "inbox"
    dry = archive.import_json("--dry-run", inbox)
    assert [done["problems"] for done in dry] == [
        done["problems"] for done in archive.import_json(inbox)
    ]


def test_link_copies_names_the_root(archive: SmallArchive) -> None:
    archive.article("2016/story", STORY, date="2016-10-28")
    archive.article("2016/cut", body(SENTENCES[1:]), date="2016-10-29", same_as="2016/story")
    archive.write("inbox/1.txt", raw("Another title", body(SENTENCES[2:])))
    (done,) = archive.import_json("--link-copies", "0.8", archive.folder / "inbox")
    path = str(done["path"]).removeprefix("articles/").removesuffix(".md")
    assert archive.fields(path)["same_as"] == "2016/story"
    assert "near copy, similarity" in str(archive.fields(path)["inferred"])
    assert archive.run("check").exit_code == 0


def test_the_import_links_nothing_to_what_is_younger_or_withdrawn(archive: SmallArchive) -> None:
    archive.article("2016/story", STORY, date="2016-10-28")
    archive.write("inbox/1.txt", raw("Another title", CUT))
    archive.run("import", "--link-copies", ".8", "--date", "2016-10-01", archive.folder / "inbox")
    assert "same_as" not in archive.fields("2016/another-title")
    gone = {"status": "withdrawn", "withdrawn": {"date": "2020-01-01", "reason": "wrong"}}
    archive.article("2017/gone", ARABIC, **gone)
    archive.write("inbox/2.txt", raw("عنوان", ARABIC))
    result = archive.run("import", "--link-copies", ".8", archive.folder / "inbox")
    assert "which was withdrawn" in result.output
    assert "same_as" not in archive.fields("undated/عنوان")


def test_signatures_are_kept_and_follow_the_articles(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_WORTH_KEEPING", 1)
    archive.article("2016/story", STORY)
    archive.article("2016/cut", CUT)
    assert len(listed(archive)) == 1
    kept = archive.folder / ".archive" / "signatures.sqlite"
    with sqlite3.connect(kept) as database:
        assert database.execute("SELECT count(*) FROM signatures").fetchone() == (2,)
    database.close()
    assert len(listed(archive)) == 1
    archive.article("2016/cut", ARABIC)
    assert listed(archive) == []
    kept.write_bytes(b"no database")
    archive.article("2016/cut", CUT)
    assert len(listed(archive)) == 1
