"""The dataset as other programs read it: Frictionless, DuckDB, Python's own csv and json."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any, cast

import duckdb
import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import PublicArchive
from generator.dataset import REPORTS, Rows
from generator.dataset import files as dataset_files
from generator.dataset.writing import as_csv, defused, restored
from generator.outputs import data
from generator.pages import data as data_page
from tests.outputs.archives import SITE, archive_of, original, report

HOSTILE = '=HYPERLINK("https://else.example","A")'


def write(archive: PublicArchive, folder: Path) -> Path:
    for file in data.files(archive):
        path = folder / file.path
        assert not path.exists(), f"{file.path} is written twice"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return folder / "data"


def small() -> PublicArchive:
    return archive_of(
        [
            report(
                "2016/a",
                'First, with a [link](b.md) to | a *report*.\n\nSecond "quoted".\n\n- one\n- two',
                title=HOSTILE,
                date="[2016-12-31,2017-01-01]",
                authors=["Mira Holt", "-Sami; Nader"],
                tags=["old-quay"],
                source="northern-wire",
                rights="© 2016",
                url="https://else.example/?a=1",
                corrections=[
                    {"date": "2017-01-01", "note": "@One."},
                    {"date": "2018-01-01", "note": "Two."},
                ],
                original=original("2020-02-02", media_type="text/plain"),
                inferred={"title": "evidence", "date": "evidence"},
            ),
            report("2016/ميناء", "حصار المدينة القديمة.", language="ar", date="2016-10?"),
            report("2017/warned", "Words.", warning="Injuries.", date="../2017", summary="S."),
            report("2017/part", "First.\n\nSecond.", display="excerpt", date="2017-05"),
            report("2017/link", "Nothing of this.", display="link", date="2017-05-01"),
            report(
                "2017/gone",
                "Gone.",
                status="withdrawn",
                withdrawn={"date": "2020-01-01", "reason": "-1 source"},
            ),
            report("undated/none"),
        ]
    )


def by_path(folder: Path, year: str) -> dict[str, dict[str, Any]]:
    lines = (folder / f"reports-{year}.jsonl").read_text("utf-8").splitlines()
    return {row["path"]: row for row in map(json.loads, lines)}


def cells(folder: Path, name: str) -> list[dict[str, str]]:
    text = (folder / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_package_is_valid_to_the_last_byte(tmp_path: Path) -> None:
    folder = write(small(), tmp_path)
    checked = frictionless.validate(str(folder / "datapackage.json"))
    assert checked.valid, checked.flatten(["name", "type", "note"])
    assert checked.stats["tasks"] == 2 * 5
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert "licenses" not in package
    damaged = folder / "reports-2016.csv"
    damaged.write_bytes(damaged.read_bytes().replace(b"First", b"Frist"))
    assert not frictionless.validate(str(folder / "datapackage.json")).valid


def test_every_report_is_in_the_table_of_one_year(tmp_path: Path) -> None:
    folder = write(small(), tmp_path)
    assert set(by_path(folder, "2016")) == {"2016/a", "2016/ميناء"}
    assert set(by_path(folder, "2017")) == {"2017/part", "2017/link"}
    assert set(by_path(folder, "undated")) == {"2017/warned", "undated/none"}


def test_a_year_of_many_reports_has_a_table_for_each_month(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataset_files, "MOST_IN_TABLE", 2)
    dates = ("2017-05", "2017-05-01", "2017-11-03", "2017", "2016-02-01", "XXXX")
    archive = archive_of([report(f"x/{n}", date=date) for n, date in enumerate(dates)])
    folder = write(archive, tmp_path)
    tables = ("2016", "2017-05", "2017-11", "2017-xx", "undated")
    assert [len(by_path(folder, name)) for name in tables] == [1, 2, 1, 1, 1]
    index = json.loads((folder / "index.json").read_text("utf-8"))
    assert [(one["year"], one.get("month")) for one in index["years"]] == [
        ("2016", None),
        ("2017", "05"),
        ("2017", "11"),
        ("2017", "xx"),
        ("undated", None),
    ]
    english, arabic = data_page.pages(archive)
    titles = [table.title for table in cast(list[data_page.Listed], english.context["listed"])]
    assert titles[:5] == [
        "Reports of 2017, month not known",
        "Reports of November 2017",
        "Reports of May 2017",
        "Reports of 2016",
        "Reports without a year",
    ]
    assert "reports-2017-11.jsonl" in str(english.context["examples"])
    assert arabic.language == "ar"


def test_a_row_says_what_the_page_says(tmp_path: Path) -> None:
    row = by_path(write(small(), tmp_path), "2016")["2016/a"]
    assert row["permalink"] == f"{SITE}reports/2016/a/"
    assert (row["date"], row["earliest"], row["latest"]) == (
        "[2016-12-31,2017-01-01]",
        "2016-12-31",
        "2017-01-01",
    )
    assert row["text"] == 'First, with a link to | a report.\n\nSecond "quoted".\n\none\n\ntwo'
    assert [made["note"] for made in row["corrections"]] == ["@One.", "Two."]
    assert row["inferred"] == ["date", "title"]
    assert (row["retrieved"], row["original_sha256"]) == ("2020-02-02", "0" * 64)
    assert re.fullmatch("[0-9a-f]{64}", row["record_sha256"])
    assert row["warning"] is None


def test_rights_warnings_and_withdrawals_as_on_the_pages(tmp_path: Path) -> None:
    folder = write(small(), tmp_path)
    of_2017, undated = by_path(folder, "2017"), by_path(folder, "undated")
    assert of_2017["2017/part"]["text"] == "First."
    assert of_2017["2017/link"]["text"] is None
    warned = undated["2017/warned"]
    assert (warned["text"], warned["warning"]) == ("Words.", "Injuries.")
    assert (warned["earliest"], warned["latest"]) == (None, "2017-12-31")
    assert "Gone" not in "".join(f.read_text("utf-8") for f in folder.rglob("*") if f.is_file())
    (withdrawal, *_) = cells(folder, "corrections")
    assert (withdrawal["kind"], withdrawal["path"], withdrawal["note"]) == (
        "withdrawal",
        "2017/gone",
        "'-1 source",
    )
    for file in (*folder.glob("months/*"), *folder.glob("tags/*")):
        assert "Second" not in file.read_text("utf-8")
        assert '"text"' not in file.read_text("utf-8")


def test_no_cell_begins_as_a_formula_and_each_is_restored(tmp_path: Path) -> None:
    folder = write(small(), tmp_path)
    for file in folder.glob("*.csv"):
        for row in cells(folder, file.stem):
            texts = [cell for name, cell in row.items() if name not in ("latitude", "longitude")]
            assert not [cell for cell in texts if cell.startswith(tuple("=+-@\t\r"))]
    row = next(r for r in cells(folder, "reports-2016") if r["path"] == "2016/a")
    assert row["title"] == f"'{HOSTILE}"
    assert restored(row["title"]) == HOSTILE
    assert json.loads(row["authors"]) == ["Mira Holt", "-Sami; Nader"]


@given(st.text())
def test_defusing_loses_nothing(text: str) -> None:
    cell = defused(text)
    assert restored(cell) == text
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_csv_holds_any_title(title: str) -> None:
    archive = archive_of([report("2016/a")])
    row = {**Rows(archive).report(archive.reports[0]), "title": title}
    text = as_csv(REPORTS, [row]).decode("utf-8-sig")
    (read,) = csv.DictReader(io.StringIO(text, newline=""))
    assert restored(read["title"]) == title


def test_coordinates_stay_numbers(tmp_path: Path) -> None:
    folder = write(small(), tmp_path)
    tags = {row["id"]: row for row in cells(folder, "tags")}
    assert set(tags) == {"port-tarn", "old-quay"}
    assert float(tags["port-tarn"]["latitude"]) == -41.5
    assert tags["port-tarn"]["reports"] == "1"


def test_the_index_names_every_list_and_lists_are_in_files_of_a_thousand(tmp_path: Path) -> None:
    reports = [report(f"2016/r{n:04d}", date="2016-05", tags=["siege"]) for n in range(2_345)]
    folder = write(archive_of(reports), tmp_path)
    index = json.loads((folder / "index.json").read_text("utf-8"))
    assert index["reports"] == 2_345
    found, name = [], index["tags"][0]["file"]
    assert name == "tags/siege.json"
    while name:
        part = json.loads((folder / name).read_text("utf-8"))
        assert len(part["reports"]) <= 1_000
        found += [row["path"] for row in part["reports"]]
        name = f"tags/{part['next']}" if part["next"] else ""
    assert found == [made.path for made in reports]
    assert {entry["name"] for entry in index["months"]} == {"2016-05"}
    assert (folder / "months/2016-05.3.json").exists()
    before = (folder / "tags/siege.json").read_bytes()
    again = write(
        archive_of([*reports, report("2016/r9999", date="2016-06", tags=["siege"])]),
        tmp_path / "again",
    )
    assert (again / "tags/siege.json").read_bytes() == before


def test_the_same_archive_gives_the_same_bytes() -> None:
    first, second = ({file.path: file.content for file in data.files(small())} for _ in range(2))
    assert first == second


def examples(archive: PublicArchive, folder: Path) -> dict[str, str]:
    page = next(page for page in data_page.pages(archive) if page.language == "en")
    pairs = cast(list[tuple[str, str]], page.context["examples"])
    return {name: code.replace(f"{SITE}data/", f"{folder}/") for name, code in pairs}


def test_the_example_for_duckdb_counts(tmp_path: Path) -> None:
    folder = write(small(), tmp_path)
    code = examples(small(), folder)["duckdb"]
    (row,) = duckdb.execute(code).fetchall()
    assert row[:2] == ("en", 2)
    query = f"SELECT title FROM read_csv('{folder}/reports-2016.csv') WHERE path = '2016/a'"
    assert duckdb.execute(query).fetchall() == [(f"'{HOSTILE}",)]


def test_the_example_for_jq_lists(tmp_path: Path) -> None:
    if shutil.which("jq") is None:
        pytest.skip("jq is not there")
    made = [report("2016/a", title="Quay", date="2016-10-28", source='N"W')]
    code = examples(archive_of(made), write(archive_of(made), tmp_path))["jq"]
    code = re.sub(r"curl -s (\S+)", r"cat '\1'", code).replace("NW", 'N\\"W')
    out = subprocess.run(["sh", "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split("\t") == ["2016-10-28", "Quay", f"{SITE}reports/2016/a/\n"]


def test_the_example_for_pandas_restores(tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is not there")
    made = [report("2016/a", title=HOSTILE, date="2016", source="=NW")]
    scope: dict[str, Any] = {}
    exec(examples(archive_of(made), write(archive_of(made), tmp_path))["pandas"], scope)
    assert list(scope["reports"]["title"]) == [HOSTILE]


def test_the_example_for_sqlite_is_the_form_of_a_search(tmp_path: Path) -> None:
    code = examples(small(), tmp_path)["sqlite"]
    assert code.startswith("archive export sqlite --out archive.sqlite\n")
    assert sqlite3.complete_statement(code.partition('"')[2].rstrip('"'))
