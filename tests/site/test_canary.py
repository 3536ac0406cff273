"""Nothing that is not public leaks: canary words in every field, and no file of the site has one."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pytest

from generator import frontmatter
from generator.exports import exports
from generator.model import FrontMatter
from tests.site.conftest import SiteArchive

CANARY = "zqxcanary"
REASON = "Withdrawn for zqxpublic reasons."


def canary(name: str) -> str:
    return f"{CANARY}{name.replace('_', '')}"


def fields_full_of_canaries(status: str) -> dict[str, object]:
    """Every field of the front matter, each with a word of its own where it can hold one."""
    text = {
        name: canary(name)
        for name in ("title", "source", "publisher", "rights", "warning", "summary")
    }
    fields: dict[str, object] = {
        **text,
        "date": "2016-10-28",
        "authors": [canary("author")],
        "tags": [canary("tag")],
        "language": "en",
        "display": "full",
        "url": f"https://else.example/{canary('url')}",
        "archived_url": f"https://else.example/{canary('archived')}",
        "status": status,
        "translation_of": f"2016/{canary('translation')}",
        "same_as": f"2016/{canary('same')}",
        "redirect_from": [f"old/{canary('redirect')}/", f"old/{canary('redirect')}/a.txt"],
        "corrections": [{"date": "2017-01-01", "note": canary("correction")}],
        "inferred": {"title": canary("evidence")},
        "pictures": [
            {
                "file": f"{canary('picture')}.png",
                "sha256": "0" * 64,
                "media_type": "image/png",
                "size": "9x9",
            }
        ],
    }
    if status == "withdrawn":  # public of it: its addresses, the day and the reason
        fields["withdrawn"] = {"date": "2018-01-01", "reason": REASON}
        fields["redirect_from"] = ["old/place/", "old/place/a.txt"]
    return fields


def readable_forms(content: bytes) -> Iterator[bytes]:
    """The bytes of a file, and what is packed in them: gzip, zlib, and UTF-16."""
    yield content
    for start in range(len(content) - 2):
        if content[start : start + 2] == b"\x1f\x8b":
            yield from _unpacked(content[start:], gzip_wrapped=True)
    yield from _unpacked(content, gzip_wrapped=False)


def _unpacked(content: bytes, *, gzip_wrapped: bool) -> Iterator[bytes]:
    try:
        yield zlib.decompressobj(31 if gzip_wrapped else 15).decompress(content)
    except zlib.error:
        return


def files_with(site: Path, word: str) -> list[str]:
    needles = [word.encode(), word.encode("utf-16-le"), word.upper().encode()]
    return [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if word in file.relative_to(site).as_posix()
        or (
            file.is_file()
            and any(
                needle in form for form in readable_forms(file.read_bytes()) for needle in needles
            )
        )
    ]


@pytest.fixture
def guarded(site_archive: SiteArchive) -> SiteArchive:
    """A public report, and one of each kind that is not public, full of canaries."""
    site_archive.article("2016/public", "What everybody may read: marmot.", date="2016-01-01")
    for status in ("draft", "embargoed", "withdrawn"):
        original = f"{canary('original')} {status}".encode()
        fields = fields_full_of_canaries(status)
        fields["original"] = {
            "file": f"{status}.txt",
            "sha256": hashlib.sha256(original).hexdigest(),
            "media_type": f"text/{canary('media')}",
        }
        assert set(fields) >= set(FrontMatter.model_fields) - {"withdrawn"}
        body = f"{canary('body')} in the body. ![{canary('alt')}]({canary('picture')}.png)"
        _write(site_archive, f"2016/{status}", fields, body)
        site_archive.write(f"articles/2016/{canary('picture')}.png", canary("bytes"))
        site_archive.write(f"articles/2016/{status}.txt", original)
    for display in ("excerpt", "link"):
        site_archive.article(
            f"2017/{display}",
            f"The first paragraph.\n\n{canary(display)} in the second.",
            display=display,
            date="2017-01-01",
            url="https://else.example/",
        )
    return site_archive


def _write(archive: SiteArchive, path: str, fields: Mapping[str, object], body: str) -> None:
    archive.write(f"articles/{path}.md", frontmatter.compose(fields, body))


def test_no_file_of_the_site_has_a_canary(guarded: SiteArchive) -> None:
    guarded.build()
    assert files_with(guarded.site, CANARY) == []


def test_the_search_would_find_a_canary_if_there_were_one(guarded: SiteArchive) -> None:
    """The test above can fail: a word of a public report is found, in packed files too."""
    guarded.build()
    found = files_with(guarded.site, "marmot")
    assert "reports/2016/public/index.html" in found
    assert any(file.endswith(".pf_fragment") for file in found)
    assert any(file.endswith(".pf_index") for file in found)
    for name in ("feed.xml", "feed.json", "data/reports-2016.csv", "data/reports-2016.jsonl"):
        assert name in found


@pytest.mark.parametrize("form", sorted(exports()))
def test_no_export_has_a_canary(guarded: SiteArchive, tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow, an extra of its own, is not installed")
    place = tmp_path / "out" / "export"
    result = guarded.run("export", form, "--out", place)
    assert result.exit_code == 0, result.output
    assert files_with(place.parent, CANARY) == []
    if form == "parquet":  # its columns are packed with Zstandard
        unpacked = str(duckdb.execute(f"SELECT * FROM read_parquet('{place}')").fetchall())
        (place.parent / "unpacked").write_text(unpacked, "utf-8")
        assert files_with(place.parent, CANARY) == []
    assert files_with(place.parent, "marmot") != []


@pytest.mark.parametrize(
    "link",
    [
        "[this]({}.md)",
        '[this](<../2016/{}.md> "title")',
        "[this][1]\n\n[1]: {}.md\n\nand",
        "![this](/reports/2016/{}/)",
    ],
)
def test_a_link_to_what_is_hidden_leaves_its_target_in_no_file(
    site_archive: SiteArchive, link: str
) -> None:
    """The path of a draft may tell its title."""
    hidden = canary("title")
    site_archive.article(f"2016/{hidden}", "Text.", status="draft")
    body = f"See {link.format(hidden)} of marmots."
    site_archive.article("2016/shown", body, date="2016-01-01")
    site_archive.build()
    assert site_archive.run("export", "jsonl", "--out", site_archive.site / "x").exit_code == 0
    assert len(files_with(site_archive.site, "marmot")) > 2
    assert files_with(site_archive.site, CANARY) == []


@pytest.mark.parametrize("status", ["draft", "embargoed", "withdrawn"])
def test_what_becomes_private_leaves_the_site_at_once(
    site_archive: SiteArchive, status: str
) -> None:
    site_archive.with_original(
        "2016/report", canary("original").encode(), summary=canary("summary")
    )
    site_archive.build()
    assert files_with(site_archive.site, CANARY) != []
    withdrawn = {"withdrawn": {"date": "2018-01-01", "reason": "A reason."}}
    extra = withdrawn if status == "withdrawn" else {}
    fields = {**site_archive.fields("2016/report"), "status": status, **extra}
    _write(site_archive, "2016/report", fields, canary("body"))
    site_archive.build()
    assert files_with(site_archive.site, CANARY) == []
    assert ("reports/2016/report/" in site_archive.addresses()) == (status == "withdrawn")


def test_a_tombstone_answers_at_the_address_of_a_withdrawn_report(guarded: SiteArchive) -> None:
    guarded.build()
    tombstone = guarded.page("reports/2016/withdrawn/")
    assert "has been withdrawn" in tombstone
    assert '<time datetime="2018-01-01">1 January 2018</time>' in tombstone
    assert f'<span dir="auto">{REASON}</span>' in tombstone
    assert not (guarded.site / "reports/2016/draft").exists()
    assert not (guarded.site / "reports/2016/embargoed").exists()


def test_an_earlier_address_of_a_withdrawn_report_leads_to_its_tombstone(
    guarded: SiteArchive,
) -> None:
    guarded.build()
    earlier = guarded.page("old/place/")
    assert 'content="0; url=../../reports/2016/withdrawn/"' in earlier
    assert "<title>Withdrawn report</title>" in earlier
    assert not (guarded.site / "old/place/a.txt").is_file()
