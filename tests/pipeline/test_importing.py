"""`archive import`, through the real command on a real folder."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.inference import Context, Inferred, infer_all
from generator.model import Draft
from generator.pipeline.importing import ImportOptions, Outcome, import_reports
from tests.conftest import WIRE, SmallArchive
from tests.pipeline.reports import KEYS, MARKDOWN, WIRE_PATH, report, sha


def test_a_report_from_the_inbox(archive: SmallArchive) -> None:
    raw = archive.write("inbox/wire.txt", WIRE)
    result = archive.run("import", raw)
    assert result.exit_code == 0, result.output
    assert archive.articles() == [WIRE_PATH]
    assert f"+ {raw} → articles/{WIRE_PATH}.md" in result.output
    assert "1 imported, 0 already there, 0 failed" in result.output
    assert not raw.exists()
    beside = archive.folder / f"articles/{WIRE_PATH}.txt"
    assert beside.read_bytes() == WIRE.encode()
    fields = archive.fields(WIRE_PATH)
    assert fields["title"] == "Dockers walk out at Port Tarn"
    assert fields["original"] == {
        "file": beside.name,
        "sha256": sha(WIRE),
        "media_type": "text/plain",
        "retrieved": datetime.now(UTC).date().isoformat(),
    }
    assert isinstance(fields["inferred"], dict)
    assert set(fields["inferred"]) <= set(fields)
    assert archive.run("check").output == "no problems\n"


def test_the_original_is_kept_byte_for_byte(archive: SmallArchive) -> None:
    raw = b"\xef\xbb\xbfA title of some words\r\n\r\nA text with trailing blanks.   \r\n\r\n\r\n"
    archive.run("import", archive.write("inbox/a.txt", raw))
    (path,) = archive.articles()
    assert (archive.folder / f"articles/{path}.txt").read_bytes() == raw


def test_a_file_elsewhere_stays_where_it_is(archive: SmallArchive, tmp_path: Path) -> None:
    raw = tmp_path / "wire.txt"
    raw.write_text(WIRE)
    assert archive.run("import", raw).exit_code == 0
    assert raw.read_text() == WIRE


def test_json_lines_have_exactly_these_keys(archive: SmallArchive) -> None:
    archive.write("inbox/a.txt", WIRE)
    archive.write("inbox/b.txt", report(1))
    archive.write("inbox/c.bin", b"\x00\x01")
    result = archive.run("import", "--format", "json", archive.folder / "inbox")
    assert result.exit_code == 1
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(record) for record in records] == [KEYS] * 3
    first, second, failed = records
    assert first["input"] == str(archive.folder / "inbox/a.txt")
    assert first["path"] == f"articles/{WIRE_PATH}.md"
    assert first["date"] == "2016-10-28"
    assert first["authors"] == ["Mira Holt", "Sami Nader"]
    assert first["source"] == "northern-wire" or "Northern Wire" in first["source"]
    assert first["rights"] == "© 2016 Northern Wire"
    assert {"port-tarn", "old-quay", "siege"} == set(first["tags"])
    assert set(first["inferred"]) >= {"title", "date", "authors"}
    assert (second["date"], second["authors"], second["rights"]) == (None, [], None)
    assert (failed["path"], failed["title"], failed["tags"]) == (None, None, [])
    assert failed["problems"][0]["file"].endswith("c.bin")
    assert failed["problems"][0]["message"]
    assert failed["problems"][0]["remedy"]
    assert "2 imported, 0 already there, 1 failed" in result.stderr


def test_what_the_editor_knows_overrules_what_is_found(archive: SmallArchive) -> None:
    raw = archive.write("inbox/wire.txt", WIRE)
    (record,) = archive.import_json(
        *("--source", "Desk", "--publisher", "The Port Paper", "--date", "2016-10?"),
        *("--language", "en-GB", "--tag", "Siege", "--tag", "old-quay", "--author", "A One"),
        *("--author", "B Two", "--rights", "free", raw),
    )
    assert record["source"] == "Desk"
    assert record["publisher"] == "The Port Paper"
    assert record["date"] == "2016-10?"
    assert record["language"] == "en-GB"
    assert record["authors"] == ["A One", "B Two"]
    assert record["rights"] == "free"
    tags = record["tags"]
    assert isinstance(tags, list)
    assert tags[:2] == ["siege", "old-quay"]
    assert "port-tarn" in tags
    inferred = record["inferred"]
    assert isinstance(inferred, dict)
    stated = {"source", "publisher", "date", "language", "authors", "rights"}
    assert not stated & set(inferred)
    assert archive.articles() == [WIRE_PATH]


def test_a_tag_that_is_no_term_is_left_out_and_told(archive: SmallArchive) -> None:
    (record,) = archive.import_json("--tag", "weather", archive.write("inbox/a.txt", report(1)))
    assert record["tags"] == []
    problems = record["problems"]
    assert isinstance(problems, list)
    assert ("tags", "weather") in [(p["field"], p["found"]) for p in problems]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--date", "2016-13", "--date: '2016-13' names a day that does not exist"),
        ("--date", "yesterday", "--date: 'yesterday' is not a date in EDTF"),
        ("--language", "english", "--language: 'english' is not a BCP 47"),
    ],
)
def test_options_that_are_not_valid(
    archive: SmallArchive, option: str, value: str, message: str
) -> None:
    raw = archive.write("inbox/a.txt", WIRE)
    result = archive.run("import", option, value, raw)
    assert result.exit_code == 2
    assert message in result.stderr
    assert archive.articles() == []
    assert raw.exists()


def test_every_option_that_is_not_valid_is_told(archive: SmallArchive) -> None:
    result = archive.run("import", "--date", "x", "--language", "y", archive.folder / "inbox")
    assert "--date:" in result.stderr
    assert "--language:" in result.stderr


def test_a_dry_run_writes_nothing_at_all(archive: SmallArchive) -> None:
    archive.write("inbox/a.txt", WIRE)
    archive.write("inbox/b.md", MARKDOWN.replace("author:", "display: excerpt\nauthor:"))
    archive.write("inbox/same-as-a.txt", WIRE)
    archive.write("inbox/same-title.txt", WIRE + "Another line.\n")
    before = archive.listing()
    folders = sorted(archive.folder.rglob("*"))
    result = archive.run("import", "--dry-run", archive.folder / "inbox")
    assert result.exit_code == 0, result.output
    assert "nothing was written" in result.output
    assert archive.listing() == before
    assert sorted(archive.folder.rglob("*")) == folders
    dry = archive.import_json("--dry-run", archive.folder / "inbox")
    assert archive.listing() == before
    wet = archive.import_json(archive.folder / "inbox")
    assert [record["path"] for record in dry] == [record["path"] for record in wet]
    assert len({str(record["path"]) for record in wet}) == 3
    assert dry[2]["problems"] == []


def test_markdown_with_front_matter(archive: SmallArchive) -> None:
    (record,) = archive.import_json(archive.write("inbox/a.md", MARKDOWN))
    assert record["title"] == "Crane report: the finding"
    assert record["date"] == "2017-03-02"
    assert record["authors"] == ["Mira Holt", "Sami Nader"]
    assert record["language"] == "en"
    path = "2017/crane-report-the-finding"
    assert archive.articles() == [path]
    text = (archive.folder / f"articles/{path}.md").read_text()
    assert text.endswith("---\n\nThe crane **failed**.\n\n    code stays\n")
    assert 'date: "2017-03-02"' in text
    beside = archive.folder / f"articles/{path}.md.txt"
    assert beside.read_bytes() == MARKDOWN.encode()
    assert archive.run("check").exit_code == 0


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("display: excerpt", "display is excerpt"),
        ("display: link", "display is link"),
        ("status: draft", "status is draft"),
        ("status: embargoed", "status is embargoed"),
    ],
)
def test_an_original_that_may_not_be_public(archive: SmallArchive, line: str, why: str) -> None:
    raw = MARKDOWN.replace("author:", f"{line}\nauthor:")
    file = archive.write("inbox/a.md", raw)
    assert archive.run("import", file).exit_code == 0
    (path,) = archive.articles()
    original = archive.fields(path)["original"]
    assert isinstance(original, dict)
    assert original["withheld"] == why
    assert "file" not in original
    assert (archive.folder / "originals" / sha(raw)).read_bytes() == raw.encode()
    beside = [name for name in archive.listing() if name.startswith("articles/")]
    assert beside == [f"articles/{path}.md"]
    assert not file.exists()
    again = archive.run("import", archive.write("inbox/b.md", raw))
    assert "0 imported, 1 already there" in again.output


def test_evidence_falls_where_the_editor_states_the_field(archive: SmallArchive) -> None:
    raw = MARKDOWN.replace(
        "author:", "rights: old\ninferred:\n  rights: the last line\n  date: a guess\nauthor:"
    )
    (record,) = archive.import_json("--rights", "new", archive.write("inbox/a.md", raw))
    inferred = record["inferred"]
    assert isinstance(inferred, dict)
    assert record["rights"] == "new"
    assert "rights" not in inferred
    assert inferred["date"] == "a guess"


@pytest.mark.parametrize("date", ["../2016", "/2016", "[..2016-10-28]", "XXXX-10"])
def test_a_date_without_a_beginning_stands_with_the_undated(
    archive: SmallArchive, date: str
) -> None:
    archive.run("import", "--date", date, archive.write("inbox/a.txt", report(1)))
    assert archive.articles() == ["undated/report-number-1-of-the-port"]


def test_json_stays_json_where_a_date_makes_the_edtf_package_talk(archive: SmallArchive) -> None:
    raw = MARKDOWN.replace("2017-03-02", "2017-1X")
    (record,) = archive.import_json(archive.write("inbox/a.md", raw))
    assert record["title"] == "Crane report: the finding"


def test_three_hundred_at_once(archive: SmallArchive) -> None:
    for number in range(300):
        archive.write(f"inbox/{number % 7}/{number:03}.txt", report(number))
    records = archive.import_json(archive.folder / "inbox")
    assert len(records) == 300
    assert [record["input"] for record in records] == sorted(str(r["input"]) for r in records)
    assert len(archive.articles()) == 300
    assert not [file for file in (archive.folder / "inbox").rglob("*") if file.is_file()]
    assert archive.run("check").exit_code == 0


def test_any_mapper_that_keeps_the_order_will_do(archive: SmallArchive) -> None:
    files = [archive.write(f"inbox/{number}.txt", report(number)) for number in range(3)]
    options = ImportOptions(today=datetime(2020, 1, 1, tzinfo=UTC).date())
    results = import_reports(
        archive.store,
        files,
        archive.settings,
        archive.vocabulary,
        options,
        mapper=lambda function, raws: iter(function(list(raws))),
    )
    assert [result.outcome for result in results] == [Outcome.IMPORTED] * 3


def test_a_broken_importer_ends_its_own_file_only(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by chance")

    with monkeypatch.context() as patch:
        patch.setattr("generator.pipeline.importing.infer_all", broken)
        result = archive.run("import", archive.write("inbox/a.txt", WIRE))
    assert result.exit_code == 1
    assert "ZeroDivisionError: by chance: please report this file" in result.output


def test_what_breaks_on_one_report_leaves_those_beside_it_alone(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports are inferred together; where that fails, each is by itself."""
    together = infer_all

    def broken(drafts: Sequence[Draft], context: Context) -> list[Inferred]:
        if any("breaks" in draft.text for draft in drafts):
            raise ZeroDivisionError("by chance")
        return together(drafts, context)

    for number in range(5):
        archive.write(f"inbox/{number}.txt", report(number) + "It breaks.\n" * (number == 2))
    with monkeypatch.context() as patch:
        patch.setattr("generator.pipeline.importing.infer_all", broken)
        result = archive.run("import", archive.folder / "inbox")
    assert result.exit_code == 1
    assert "4 imported, 0 already there, 1 failed" in result.output
    assert "2.txt: ZeroDivisionError: by chance: please report this file" in result.output
    assert [file.name for file in (archive.folder / "inbox").iterdir()] == ["2.txt"]
