"""ZIP files: members as files in a folder, whatever their names; traps refused before unpacking."""

from __future__ import annotations

import io
import pickle
import random
import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import Claim, container_for, importer_for, zip
from generator.importers.zip import claims, parts
from generator.model import BrokenPart, LeftOut, RawReport
from tests.conftest import WIRE, SmallArchive
from tests.pipeline.reports import WIRE_PATH, report

from .test_feed import feed, item
from .warcs import Crawl, story

TODAY = date(2026, 1, 1)


def packed(members: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def _raw(content: bytes, name: str = "a.zip") -> RawReport:
    return RawReport.of(name, content, TODAY)


def reports(content: bytes) -> dict[str, RawReport]:
    found = (part for part in parts(_raw(content)) if isinstance(part, RawReport))
    return {part.inside.part: part for part in found if part.inside}


def broken(content: bytes) -> dict[str, str]:
    return {part.part: part.reason for part in parts(_raw(content)) if isinstance(part, BrokenPart)}


def test_anything_in_it_is_imported_as_if_it_lay_in_a_folder(archive: SmallArchive) -> None:
    crawl = Crawl().add("https://port.example/1", story(1)).bytes()
    members: dict[str, str | bytes] = {
        "wire.txt": WIRE,
        "2016/page.html": story(2),
        "feed.xml": feed(item(3)),
        "crawl.warc.gz": crawl,
        "inner.zip": packed({"note.txt": report(4)}),
        "folder/": "",
        ".hidden.txt": report(5),
        "__MACOSX/._wire.txt": report(6),
        "page_files/style.css": "p{}",
    }
    raw = archive.write("inbox/a.zip", packed(members))
    result = archive.run("import", raw)
    assert result.exit_code == 0, result.output
    assert "5 imported, 0 already there, 0 failed, 1 left out" in result.output
    assert f"{raw} › crawl.warc.gz › https://port.example/1 → " in result.output
    assert not raw.exists()
    text = archive.folder / f"articles/{WIRE_PATH}.txt"
    assert text.read_text() == WIRE
    assert archive.run("check").output == "no problems\n"
    again = archive.run("import", archive.write("inbox/b.zip", packed(members)))
    assert "0 imported, 5 already there" in again.output


def test_names_lead_nowhere_and_write_nothing_to_the_terminal(
    archive: SmallArchive, tmp_path: Path
) -> None:
    names = ("../../../evil.txt", "/tmp/evil.txt", "C:\\evil.txt", "a/\x1b[2Jb\u202e.txt")
    content = packed({name: report(n) for n, name in enumerate(names)})
    result = archive.run("import", archive.write("inbox/a.zip", content))
    assert "4 imported" in result.output
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert not list(tmp_path.rglob("evil*"))
    assert {path.partition("/")[0] for path in archive.articles()} == {"undated"}


@pytest.mark.parametrize("charset", ["utf-8", "cp720", "cp1256"])
def test_names_in_other_charsets(charset: str) -> None:
    name = "تقرير الميناء.txt"
    stands_in = "x" * len(name.encode(charset))
    content = packed({stands_in: WIRE}).replace(stands_in.encode(), name.encode(charset))
    assert list(reports(content)) == [name]


def test_names_of_dos() -> None:
    assert list(reports(packed({"caf?.txt": WIRE}).replace(b"caf?", b"caf\x82"))) == ["café.txt"]


def test_a_big_member_stays_packed_and_can_be_read_elsewhere() -> None:
    words = random.Random(7)
    text = " ".join(f"word{words.randrange(10**9)}" for _ in range(150_000)).encode()
    (part,) = reports(packed({"big.txt": text})).values()
    assert part.size == len(text)
    assert part.sha256 == RawReport.of("", text, TODAY).sha256
    again = pickle.loads(pickle.dumps(part))
    assert again.content == text
    with again.open() as file:
        assert file.read(4) == text[:4]
        file.seek(10)
        assert file.read(4) == text[10:14]


def test_locked_members_are_named_and_the_rest_goes_on() -> None:
    content = bytearray(packed({"a.txt": WIRE, "b.txt": report(1)}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.index(mark) + place
        content[start] |= 1
    assert "locked by a password" in broken(bytes(content))["a.txt"]
    assert list(reports(bytes(content))) == ["b.txt"]


def test_a_damaged_member_is_named_and_the_rest_goes_on() -> None:
    content = bytearray(packed({"a.txt": WIRE, "b.txt": report(1)}))
    content[60] ^= 0xFF
    assert "cannot be unpacked" in broken(bytes(content))["a.txt"]
    assert list(reports(bytes(content))) == ["b.txt"]


def test_a_member_packed_in_an_unknown_way() -> None:
    content = bytearray(packed({"a.txt": WIRE}))
    content[content.index(b"PK\x01\x02") + 10] = 97
    content[8] = 97
    assert "cannot be unpacked" in broken(bytes(content))["a.txt"]


BOMB = packed({"zeros.txt": bytes(40_000_000)})


def test_traps_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableReport, match="unpacks to 40 MB, more than the 200 times"):
        list(parts(_raw(BOMB)))
    filled = packed(
        {"zeros.txt": bytes(40_000_000), "noise.bin": random.Random(1).randbytes(300_000)}
    )
    assert "unpacks to 1," in broken(filled)["zeros.txt"]
    monkeypatch.setattr(zip, "MOST_MEMBERS", 10)
    with pytest.raises(UnreadableReport, match="more than 10 files"):
        list(parts(_raw(packed({str(n): "" for n in range(11)}))))
    monkeypatch.setattr(zip, "_LARGEST_DIRECTORY", 100)
    with pytest.raises(UnreadableReport, match="it names more than"):
        list(parts(_raw(packed({str(n): "" for n in range(11)}))))


def test_members_that_lie_about_their_size() -> None:
    content = bytearray(BOMB)
    struct.pack_into("<L", content, content.index(b"PK\x01\x02") + 24, 1000)
    (part,) = parts(_raw(bytes(content)))
    assert isinstance(part, BrokenPart)


def test_zips_in_zips_come_to_an_end(archive: SmallArchive) -> None:
    content = packed({"a.txt": WIRE})
    for _ in range(5):
        content = packed({"a.zip": content})
    result = archive.run("import", archive.write("inbox/a.zip", content))
    assert "holds files in files in files: unpack it first" in result.output


def test_a_zip_hardly_packs_again() -> None:
    chance = random.Random(1)
    dense = b"".join(chance.randbytes(1000) + bytes(30_000) for _ in range(600))
    content = packed({"big.zip": packed({"a.txt": dense}, zipfile.ZIP_STORED)})
    assert "is a ZIP that unpacks to" in broken(content)["big.zip"]


def test_documents_made_of_parts_are_no_zips() -> None:
    samples = Path(__file__).parents[1] / "samples"
    files = [*samples.glob("docx/*.docx"), *samples.glob("odt/*.odt")]
    assert files
    for file in files:
        assert claims(_raw(file.read_bytes(), file.name)) is Claim.NONE
        assert container_for(_raw(file.read_bytes(), "renamed.bin")) is None
    epub = packed({"mimetype": "application/epub+zip", "a.xhtml": "x"}, zipfile.ZIP_STORED)
    assert claims(_raw(epub)) is Claim.NONE


def test_a_zip_of_documents_is_one() -> None:
    samples = Path(__file__).parents[1] / "samples"
    members: dict[str, str | bytes] = {
        file.name: file.read_bytes() for file in sorted(samples.glob("*/*.docx"))
    }
    raw = _raw(packed(members, zipfile.ZIP_STORED))
    assert claims(raw) is Claim.STRONG
    assert container_for(raw) is not None
    for part in parts(raw):
        assert isinstance(part, RawReport)
        assert importer_for(part).NAME == "DOCX"


def test_of_a_wacz_its_web_archive_is_read() -> None:
    crawl = Crawl().add("https://port.example/1", story(1)).bytes()
    members: dict[str, str | bytes] = {
        "archive/data.warc.gz": crawl,
        "pages/pages.jsonl": '{"url": "x"}',
        "datapackage.json": "{}",
    }
    first, *others = parts(_raw(packed(members)))
    assert isinstance(first, RawReport)
    assert all(isinstance(other, LeftOut) for other in others)
    assert len(others) == 2


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", packed({"a.txt": WIRE})[:-30], b"PK\x05\x06abc"]
)
def test_a_cut_zip_is_named(content: bytes) -> None:
    with pytest.raises(UnreadableReport, match="is damaged"):
        list(parts(_raw(content)))


SMALL = packed({"a.txt": WIRE, "ü/b.html": story(1)})


@given(
    st.one_of(
        st.binary().map(lambda rest: b"PK\x03\x04" + rest),
        st.builds(
            lambda place, byte: SMALL[:place] + bytes((byte,)) + SMALL[place + 1 :],
            st.integers(4, len(SMALL) - 1),
            st.integers(0, 255),
        ),
        st.integers(4, len(SMALL)).map(lambda cut: SMALL[:cut]),
    )
)
def test_any_bytes_give_members_or_a_named_error(content: bytes) -> None:
    raw = _raw(content)
    try:
        container = container_for(raw)
        for part in container.parts(raw) if container else ():
            if isinstance(part, RawReport):
                list(importer_for(part).read(part))
    except ArchiveError as error:
        assert str(error)
