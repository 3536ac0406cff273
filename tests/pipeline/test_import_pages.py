"""Saved pages through the real command."""

from __future__ import annotations

import pytest

from tests.conftest import SmallArchive
from tests.pipeline.reports import sha

STORY = (
    "Dockers left the Old Quay on Friday after two cranes had failed in the night, and the port"
    " said that no ship would be unloaded before the cranes have been looked at by engineers."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Dockers walk out | Harbour Gazette</title>
<link rel="canonical" href="https://gazette.example/2016/dockers.html">
<meta property="og:site_name" content="Harbour Gazette"><script>alert(1)</script>
<meta property="article:published_time" content="2016-10-28T09:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Dockers walk out</h1><p class="byline">By Mira Holt</p>
<p>{STORY}</p><ul><li>two <b>cranes</b></li><li>one <a href="/quay">quay</a></li></ul>
<p>The port said nothing about the siege of the fuel depot, which enters its third week now.</p>
</article></body></html>
"""
PATH = "2016/dockers-walk-out"


def test_a_saved_page(archive: SmallArchive) -> None:
    raw = archive.write("inbox/page.html", PAGE)
    (record,) = archive.import_json(raw)
    assert record["path"] == f"articles/{PATH}.md"
    assert (record["title"], record["publisher"]) == ("Dockers walk out", "Harbour Gazette")
    assert (record["date"], record["authors"]) == ("2016-10-28", ["Mira Holt"])
    fields = archive.fields(PATH)
    assert fields["url"] == "https://gazette.example/2016/dockers.html"
    assert isinstance(fields["inferred"], dict)
    assert fields["inferred"]["date"] == "meta article:published_time '2016-10-28T09:00:00Z'"
    text = (archive.folder / f"articles/{PATH}.md").read_text()
    body = text.partition("\n---\n\n")[2]
    assert body.startswith(STORY)
    assert "-   two **cranes**\n-   one [quay](https://gazette.example/quay)\n" in body
    assert archive.run("check").output == "no problems\n"


def test_the_page_is_published_as_a_text_that_no_browser_runs(archive: SmallArchive) -> None:
    archive.run("import", archive.write("inbox/page.html", PAGE))
    original = archive.fields(PATH)["original"]
    assert isinstance(original, dict)
    assert original["file"] == "dockers-walk-out.html.txt"
    assert (archive.folder / f"articles/{PATH}.html.txt").read_bytes() == PAGE.encode()
    assert not [name for name in archive.listing() if name.endswith(".html")]


def test_the_name_of_the_file_does_not_matter(archive: SmallArchive) -> None:
    archive.run("import", archive.write("inbox/page.txt", PAGE))
    assert archive.articles() == [PATH]
    again = archive.run("import", archive.write("inbox/other", PAGE))
    assert "already there" in again.output


def test_what_the_editor_states_overrules_the_page(archive: SmallArchive) -> None:
    page = archive.write("inbox/page.html", PAGE)
    (record,) = archive.import_json("--date", "2016-10", "--author", "A One", page)
    assert (record["date"], record["authors"]) == ("2016-10", ["A One"])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.html", b"<html><body></body></html>", "no word in it"),
        ("a.html", b"<html>" + b"<div>" * 3000 + b"x", "nested deeper than 400 elements"),
        ("a.html", b"<p>" + b"word " * 1_800_000, "9 million characters of HTML"),
        ("a.html", b"<p>" + b"x" * 34_000_000, "has 32.4 MB, more than the 32 MB"),
        ("a.txt", b"word " * 1_800_000, "has 8.6 MB, more than the 8 MB"),
        ("a.md", b"---\ntitle: x\n---\n" + b"word " * 1_800_000, "has 8.6 MB, more than the 8 MB"),
    ],
    ids=["empty", "deep", "long", "big", "text", "markdown"],
)
def test_pages_and_texts_that_are_refused(
    archive: SmallArchive, name: str, content: bytes, message: str
) -> None:
    archive.write("inbox/good.html", PAGE)
    raw = archive.write(f"inbox/{name}", content)
    result = archive.run("import", archive.folder / "inbox")
    assert f"! {raw}: " in result.output
    assert message in result.output
    assert archive.articles() == [PATH]
    assert raw.exists()
    assert sha(PAGE) in str(archive.fields(PATH)["original"])
