"""`archive import --explain`: why each field is what it is, and what was left out."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import SmallArchive

SAMPLES = Path(__file__).parents[1] / "samples"
STORY = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars, which the flood had damaged in the night."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Bridge closes | Tellin Today</title>
<meta property="og:title" content="Bridge closes"><meta property="og:site_name" content="Tellin Today">
<meta property="article:published_time" content="2016-10-28T08:00:00Z">
<meta property="article:modified_time" content="2017-01-02T08:00:00Z">
<meta name="author" content="Online News Editor"></head>
<body><article><h1>Bridge closes</h1><p>{STORY}</p><p>{STORY.replace("harbour", "old")}</p></article>
</body></html>"""


def test_text(archive: SmallArchive) -> None:
    page = archive.write("inbox/page.html", PAGE)
    output = archive.run("import", "--dry-run", "--explain", page).output
    assert "    date: 2016-10-28\n" in output
    assert "        because of meta article:published_time '2016-10-28T08:00:00Z'\n" in output
    assert (
        "        passed over: 2017-01-02T08:00:00Z, meta article:modified_time (updated)\n"
        in output
    )
    assert "    authors: open\n        passed over: Online News Editor, meta author\n" in output


def test_lines_left_out(archive: SmallArchive) -> None:
    lines = "Share on Facebook\n12 comments\n"
    text = archive.write("inbox/a.txt", f"Bridge closes\n\n{STORY}\n\n{lines}")
    output = archive.run("import", "--dry-run", "--explain", text).output
    assert "2 lines of the page left out" in output
    assert "    left out: Share on Facebook\n    left out: 12 comments\n" in output


def test_one_line_left_out(archive: SmallArchive) -> None:
    text = archive.write("inbox/a.txt", f"Bridge closes\n\n{STORY}\n\n12 comments\n")
    assert "1 line of the page left out" in archive.run("import", "--dry-run", text).output


def test_what_a_text_browser_wrote_down_is_left_out_too(archive: SmallArchive) -> None:
    page = SAMPLES / "page_as_text/01-wells.txt"
    text = archive.write("inbox/wells.txt", page.read_text(encoding="utf-8"))
    (record,) = archive.import_json("--dry-run", "--explain", text)
    kept = (SAMPLES / "page_as_text/01-wells.md").read_text(encoding="utf-8")
    dropped = record["dropped"]
    assert isinstance(dropped, list)
    assert len(dropped) > 5
    assert not [line for line in dropped if line in kept.splitlines()]
    assert "left out: " + dropped[0] in archive.run("import", "--dry-run", "--explain", text).output


def test_what_the_editor_states_needs_no_reason(archive: SmallArchive) -> None:
    text = archive.write("inbox/a.txt", f"Bridge closes\n\n{STORY}\n")
    output = archive.run("import", "--dry-run", "--explain", "--source", "dpa", text).output
    assert "    source: dpa\n        stated by the file or by you\n" in output


def test_json(archive: SmallArchive) -> None:
    page = archive.write("inbox/page.html", PAGE)
    (record,) = archive.import_json("--dry-run", "--explain", page)
    assert record["dropped"] == []
    passed_over = record["passed_over"]
    assert isinstance(passed_over, list)
    assert {
        "field": "date",
        "value": "2017-01-02T08:00:00Z",
        "place": "meta article:modified_time",
        "role": "updated",
    } in passed_over


def test_nothing_of_it_unless_asked(archive: SmallArchive) -> None:
    page = archive.write("inbox/page.html", PAGE)
    assert "passed over" not in archive.run("import", "--dry-run", page).output
