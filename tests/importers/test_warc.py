"""Web archives: pages by their address, whatever else is there told, broken files named."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from datetime import date

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import Claim, container_for, importer_for
from generator.importers.warc import claims, parts
from generator.model import BrokenPart, LeftOut, RawReport
from tests.conftest import SmallArchive

from .warcs import Crawl, page, story

TODAY = date(2026, 1, 1)
SITE = "https://port.example"


def _raw(content: bytes) -> RawReport:
    return RawReport.of("crawl.warc.gz", content, TODAY)


def pages(content: bytes) -> list[RawReport]:
    return [part for part in parts(_raw(content)) if isinstance(part, RawReport)]


def one(crawl: Crawl) -> RawReport:
    (found,) = pages(crawl.bytes())
    return found


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_is_a_report(archive: SmallArchive, packed: bool) -> None:
    crawl = Crawl(packed).add("dns:port.example", b"1.2.3.4", "text/dns", kind="resource")
    crawl.add(f"{SITE}/1", story(1)).add(f"{SITE}/2", story(2), day="2019-11-22T00:00:00Z")
    crawl.add(f"{SITE}/1.png", b"\x89PNG", "image/png").add(
        f"{SITE}/gone", story(3), status="404 Gone"
    )
    crawl.add(f"{SITE}/4", story(4), kind="resource")
    raw = archive.write("inbox/crawl.warc.gz", crawl.bytes())
    result = archive.run("import", raw)
    assert result.exit_code == 0, result.output
    assert "3 imported, 0 already there, 0 failed, 3 left out" in result.output
    assert "1 × file of the type image/png: is no page to import" in result.output
    assert "1 × answer with the status 404" in result.output
    assert not raw.exists()
    path = "undated/crane-2-stands-still"
    assert path in archive.articles()
    assert archive.fields(path)["url"] == f"{SITE}/2"
    original = archive.fields(path)["original"]
    assert isinstance(original, dict)
    assert original["part"] == f"{SITE}/2"
    assert str(original["retrieved"]) == "2019-11-22"
    assert "file" not in original
    assert archive.run("check").output == "no problems\n"


def test_the_capture_bounds_every_date() -> None:
    assert one(Crawl().add(f"{SITE}/1", story(1), day="2016-02-30T00:00:00Z")).retrieved == TODAY
    assert one(Crawl().add(f"{SITE}/1", story(1), day="2099-01-01T00:00:00Z")).retrieved == TODAY
    assert one(Crawl().add(f"{SITE}/1", story(1))).retrieved == date(2019, 11, 20)


def test_the_next_crawl_brings_what_is_new_and_tells_what_changed(archive: SmallArchive) -> None:
    first = Crawl().add(f"{SITE}/1", story(1)).add(f"{SITE}/2", story(2))
    first.add(f"{SITE}/1", story(1).replace(b"Start", b"Home"))  # the menu, not the report
    result = archive.run("import", archive.write("inbox/may.warc.gz", first.bytes()))
    assert "2 imported, 1 already there, 0 failed" in result.output
    before = archive.listing()
    more = (
        "A correction of Monday says that two of the cranes worked all the time, as the port knew."
    )
    second = Crawl().add(f"{SITE}/1", story(1)).add(f"{SITE}/2", story(2, more))
    second.add(f"{SITE}/3", story(3))
    result = archive.run("import", archive.write("inbox/june.warc.gz", second.bytes()))
    assert "1 imported, 2 already there, 0 failed" in result.output
    assert result.output.count("has changed where it comes from") == 1
    assert all(archive.listing()[name] == content for name, content in before.items())


def test_revisits_are_counted() -> None:
    crawl = Crawl().add(f"{SITE}/1", story(1))
    crawl.again(f"{SITE}/1")
    told = [part for part in parts(_raw(crawl.bytes())) if isinstance(part, LeftOut)]
    assert [part.part for part in told] == ["1 × page captured again, unchanged (revisit)"]


def _chunked(content: bytes) -> bytes:
    pieces = [content[n : n + 50] for n in range(0, len(content), 50)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _raw_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


@pytest.mark.parametrize(
    ("content", "fields"),
    [
        (_chunked(story(1)), {"Transfer-Encoding": "chunked"}),
        (story(1), {"Transfer-Encoding": "chunked"}),
        (gzip.compress(story(1)), {"Content-Encoding": "gzip"}),
        (story(1), {"Content-Encoding": "gzip"}),
        (zlib.compress(story(1)), {"Content-Encoding": "deflate"}),
        (_raw_deflate(story(1)), {"Content-Encoding": "deflate"}),
        (brotli.compress(story(1)), {"Content-Encoding": "br"}),
        (
            _chunked(gzip.compress(story(1))),
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
        ),
    ],
)
def test_bodies_are_unpacked(content: bytes, fields: dict[str, str]) -> None:
    assert one(Crawl().add(f"{SITE}/1", content, more=tuple(fields.items()))).content == story(1)


@pytest.mark.parametrize(
    ("content", "encoding", "reason"),
    [
        (b"nothing of the kind", "br", "is damaged where it is packed as 'br'"),
        (b"\x1f\x8b\x08nothing of the kind", "gzip", "is damaged where it is packed as 'gzip'"),
        (b"\x28\xb5\x2f\xfd.....", "zstd", "is packed as 'zstd', which is not read"),
        (gzip.compress(bytes(40 << 20)), "gzip", "unpacks to more than 32 MB"),
        (brotli.compress(bytes(40 << 20)), "br", "unpacks to more than 32 MB"),
    ],
)
def test_bodies_that_cannot_be_unpacked(content: bytes, encoding: str, reason: str) -> None:
    crawl = Crawl().add(f"{SITE}/1", content, more=(("Content-Encoding", encoding),))
    crawl.add(f"{SITE}/2", story(2))
    broken, good = parts(_raw(crawl.bytes()))
    assert isinstance(broken, BrokenPart)
    assert reason in broken.reason
    assert isinstance(good, RawReport)


def test_the_servers_charset_goes_before_the_pages(archive: SmallArchive) -> None:
    arabic = page(
        "توقف الرافعة", "قال عمال الميناء إن الرافعة متوقفة منذ ثلاثة أيام ولم يصلحها أحد حتى الآن."
    )
    content = arabic.decode().encode("windows-1256")
    crawl = Crawl().add(f"{SITE}/1", content, "text/html; charset=windows-1256")
    archive.run("import", archive.write("inbox/a.warc.gz", crawl.bytes()))
    (path,) = archive.articles()
    assert archive.fields(path)["title"] == "توقف الرافعة"
    wide = arabic.decode().encode("utf-16-le")
    assert one(Crawl().add(SITE + "/2", wide, "text/html; charset=UTF-16LE")).content[3:] == arabic


@pytest.mark.parametrize(
    ("content", "media_type", "is_page"),
    [
        (story(1), "", True),
        (story(1), "text/plain", True),
        (story(1), "application/xhtml+xml", True),
        (story(1), "image/jpeg", False),
        (b"plain words", "text/plain", False),
        (b"<html><body><script>let words = 1</script></body></html>", "text/html", False),
        (b'{"no": "page"}', "text/html", False),
        (b"", "text/html", False),
    ],
)
def test_what_is_a_page(content: bytes, media_type: str, is_page: bool) -> None:
    assert bool(pages(Crawl().add(f"{SITE}/1", content, media_type).bytes())) is is_page


def test_a_capture_that_the_crawler_cut_is_named() -> None:
    crawl = Crawl().add(f"{SITE}/1", story(1), warc={"WARC-Truncated": "length"})
    (part,) = parts(_raw(crawl.bytes()))
    assert part == BrokenPart(
        f"{SITE}/1", "was cut when it was captured (length): save the page anew"
    )


WHOLE = Crawl().add(f"{SITE}/1", story(1)).add(f"{SITE}/2", story(2)).bytes()
GZIP_HEAD = gzip.compress(b"")[:10]
PLAIN = Crawl(packed=False).add(f"{SITE}/1", story(1)).add(f"{SITE}/2", story(2)).bytes()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (WHOLE[:-40], "ends in the middle"),
        (WHOLE + GZIP_HEAD + b"\xff" * 60, "is damaged"),
        (PLAIN[:-40], f"ends in the middle of {SITE}/2"),
        (PLAIN + b"WARC/1.0\r\nWARC-Type: resp", "ends in the middle of a record"),
        (PLAIN + b"WARC/1.0\r\n\r\n", "a record without a length"),
        (PLAIN + b"WARC/1.0\r\nContent-Length: -1\r\n\r\n", "a record without a length"),
        (PLAIN + b"something else", "stands where a record begins"),
        (PLAIN + b"x" * 10_000_000, "stands where a record begins"),
        (PLAIN + b"WARC/1.0\r\n" + b"a: b\r\n" * 1000, "more than 200 fields"),
    ],
)
def test_what_stands_before_a_break_is_read(
    archive: SmallArchive, content: bytes, message: str
) -> None:
    raw = archive.write("inbox/a.warc", content)
    result = archive.run("import", raw)
    assert message in result.output
    assert "what stands before was read" in result.output
    assert len(archive.articles()) in (1, 2)
    assert raw.exists()


def test_a_file_that_unpacks_to_anything_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.importers._warc_records._ANY_SIZE", 1_000_000)
    bomb = gzip.compress(b"WARC/1.0\r\nContent-Length: 99999999\r\n\r\n" + bytes(20_000_000))
    with pytest.raises(UnreadableReport, match="unpacks to more than 300 times its size"):
        list(parts(_raw(bomb)))


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        (WHOLE, Claim.STRONG),
        (PLAIN, Claim.STRONG),
        (gzip.compress(PLAIN, mtime=0), Claim.STRONG),
        (gzip.compress(b"a text", mtime=0), Claim.NONE),
        (b"\x1f\x8b\x08", Claim.NONE),
        (b"WARC/", Claim.NONE),
        (b"A text about WARC/1.0\n", Claim.NONE),
    ],
)
def test_claims(content: bytes, claim: Claim) -> None:
    assert claims(_raw(content)) is claim


def test_no_other_importer_claims_one() -> None:
    for content in (WHOLE, PLAIN):
        assert container_for(_raw(content)) is not None


def _damaged() -> Iterator[st.SearchStrategy[bytes]]:
    for whole in (PLAIN, WHOLE):
        yield st.builds(
            lambda cut, rest, whole=whole: whole[:cut] + rest,
            st.integers(12, len(whole)),
            st.binary(),
        )


@given(st.one_of(*_damaged(), st.binary().map(lambda rest: b"WARC/1.0\r\n" + rest)))
def test_any_bytes_give_pages_or_a_named_error(content: bytes) -> None:
    raw = _raw(content)
    try:
        container = container_for(raw)
        for part in container.parts(raw) if container else ():
            if isinstance(part, RawReport):
                list(importer_for(part).read(part))
    except ArchiveError as error:
        assert str(error)
