"""PDF: scans, locked, truncated and hostile files end in named errors, in bounded time and memory."""

from __future__ import annotations

import io
import time
import zlib
from datetime import date
from pathlib import Path
from typing import cast

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import generic

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import Claim, importer_for, pdf
from generator.model import Draft, RawReport
from generator.pdf import extract

TODAY = date(2025, 3, 1)
_SAMPLE = Path(__file__).parents[1] / "samples" / "pdf" / "06-undated-typed-copy.pdf"


def _read(content: bytes) -> Draft:
    raw = RawReport.of("a.pdf", content, TODAY)
    (draft,) = importer_for(raw).read(raw)
    return draft


def made(stream: bytes, *, packed: bool = False, more: bytes = b"") -> bytes:
    """A PDF of one page whose content is a stream."""
    kind = b"/Filter /FlateDecode " if packed else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> " + more + b" >> >>",
        b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\n"
        b"stream\n0\nendstream",
    ]
    content = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        content
        + b"xref\n0 7\n0000000000 65535 f \n%strailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(content),
        )
    )


def test_a_made_file_is_read() -> None:
    assert "Ferry counts" in _read(made(b"BT /F1 12 Tf 57 700 Td (Ferry counts in May) Tj ET")).text


def test_a_page_that_does_not_say_how_big_it_is() -> None:
    content = made(b"BT /F1 12 Tf 57 700 Td (Ferry counts in May) Tj ET")
    with pytest.raises(UnreadableReport, match="is damaged"):
        _read(content.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0         ]"))


def test_a_scan_names_ocr() -> None:
    with pytest.raises(UnreadableReport, match="ocrmypdf"):
        _read(made(b"q 595 0 0 842 0 0 cm /I Do Q", more=b"/XObject << /I 6 0 R >>"))


def _with_pictures(*pages: tuple[str, int, str], words: str = "Ferry counts in May") -> bytes:
    """A PDF whose pages draw a picture each: which one, how many pixels it is wide, and into which matrix."""
    writer = pypdf.PdfWriter()
    pictures: dict[str, generic.IndirectObject] = {}
    for name, pixels, matrix in pages:
        page = pypdf.PdfReader(io.BytesIO(made(b""))).pages[0]
        page = writer.add_page(page)
        drawn = f"BT /F1 12 Tf 57 700 Td ({words}) Tj ET q {matrix} cm /{name} Do Q"
        stream = generic.StreamObject()
        stream.set_data(drawn.encode())
        page[generic.NameObject("/Contents")] = writer._add_object(stream)
        if name not in pictures:
            picture = generic.StreamObject()
            picture.set_data(b"0" * pixels * pixels)
            kinds = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceGray"}
            picture.update({generic.NameObject(k): generic.NameObject(v) for k, v in kinds.items()})
            sides = {"/Width": pixels, "/Height": pixels, "/BitsPerComponent": 8}
            picture.update(
                {generic.NameObject(k): generic.NumberObject(v) for k, v in sides.items()}
            )
            pictures[name] = writer._add_object(picture)
        things = generic.DictionaryObject({generic.NameObject(f"/{name}"): pictures[name]})
        resources = cast("generic.DictionaryObject", page["/Resources"])
        resources[generic.NameObject("/XObject")] = things
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_SMALL, _WHOLE = "200 0 0 150 60 300", "595 0 0 842 0 0"


def _told_of_pictures(content: bytes) -> list[str]:
    return [picture.where for picture in _read(content).pictures]


def test_a_picture_within_a_form() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_with_pictures(("A", 240, _SMALL))))
    page = writer.pages[0]
    form = generic.StreamObject()
    form.set_data(b"q 200 0 0 150 60 300 cm /A Do Q")
    kinds = {"/Type": "/XObject", "/Subtype": "/Form"}
    form.update({generic.NameObject(k): generic.NameObject(v) for k, v in kinds.items()})
    form[generic.NameObject("/BBox")] = generic.ArrayObject(
        map(generic.NumberObject, (0, 0, 595, 842))
    )
    resources = cast("generic.DictionaryObject", page["/Resources"])
    form[generic.NameObject("/Resources")] = generic.DictionaryObject(
        {generic.NameObject("/XObject"): resources["/XObject"]}
    )
    things = {generic.NameObject("/F"): writer._add_object(form)}
    resources[generic.NameObject("/XObject")] = generic.DictionaryObject(things)
    stream = generic.StreamObject()
    stream.set_data(b"BT /F1 12 Tf 57 700 Td (Ferry counts in May) Tj ET q /F Do Q")
    page[generic.NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    assert _told_of_pictures(out.getvalue()) == ["page 1"]


def test_a_stencil_is_no_picture() -> None:
    content = _with_pictures(("A", 240, _SMALL))
    assert _told_of_pictures(content) == ["page 1"]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    resources = cast("generic.DictionaryObject", writer.pages[0]["/Resources"])
    picture = cast("generic.DictionaryObject", resources["/XObject"])["/A"]
    mask = generic.NameObject("/ImageMask")
    cast("generic.StreamObject", picture)[mask] = generic.BooleanObject(True)
    out = io.BytesIO()
    writer.write(out)
    assert _told_of_pictures(out.getvalue()) == []


def test_pictures_are_told_with_their_pages() -> None:
    draft = _read(_with_pictures(("A", 240, _SMALL), ("B", 240, _SMALL)))
    assert [(picture.name, picture.where) for picture in draft.pictures] == [
        ("the picture on page 1", "page 1"),
        ("the picture on page 2", "page 2"),
    ]
    assert all(picture.is_apart and picture.withheld for picture in draft.pictures)


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param((("A", 190, _SMALL),), id="a logo"),
        pytest.param((("A", 240, _SMALL), ("A", 240, _SMALL)), id="a letterhead"),
        pytest.param((("A", 900, _WHOLE),), id="the scan of a page that a program has read"),
    ],
)
def test_what_is_no_picture_of_the_report(pages: tuple[tuple[str, int, str], ...]) -> None:
    words = "The pilots of the harbour of Tellin counted the ferries in May and in June"
    assert _told_of_pictures(_with_pictures(*pages, words=words)) == []


def test_a_page_without_a_word() -> None:
    with pytest.raises(UnreadableReport, match="no word"):
        _read(made(b"BT ET"))


def _encrypted(password: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_SAMPLE.read_bytes()))
    writer.encrypt(password, "the owner's", algorithm=algorithm)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_locked_file(algorithm: str) -> None:
    with pytest.raises(UnreadableReport, match="locked by a password"):
        _read(_encrypted("secret", algorithm))


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_file_that_anybody_may_read_and_nobody_may_change(algorithm: str) -> None:
    """As offices publish them: encrypted for an owner's password, and for readers with none."""
    assert _read(_encrypted("", algorithm)).text == _read(_SAMPLE.read_bytes()).text


@pytest.mark.parametrize("end", [8, 60, 900])
def test_a_truncated_file(end: int) -> None:
    with pytest.raises(UnreadableReport, match="damaged or cut off"):
        _read(_SAMPLE.read_bytes()[:end])


def test_a_stream_that_unpacks_without_end() -> None:
    start = time.perf_counter()
    bomb = zlib.compress(b"BT /F1 12 Tf (a) Tj ET " * 20_000_000, 9)
    with pytest.raises(UnreadableReport):
        _read(made(bomb, packed=True))
    assert time.perf_counter() - start < 90


def test_a_file_that_takes_too_long_is_ended() -> None:
    slow = made(b"BT /F1 12 Tf 57 700 Td " + b"(a) Tj 1 0 0 1 9 9 Tm " * 700_000 + b" ET")
    start = time.perf_counter()
    with pytest.raises(UnreadableReport, match="more than 1 seconds"):
        extract(slow, seconds=1)
    assert time.perf_counter() - start < 10


@settings(deadline=None, max_examples=12)
@given(
    st.lists(st.tuples(st.integers(0, 14_000), st.integers(0, 255)), max_size=30),
    st.one_of(st.none(), st.integers(9, 14_000)),
    st.binary(max_size=100),
)
def test_damaged_files_give_a_draft_or_a_named_error(
    changes: list[tuple[int, int]], end: int | None, rest: bytes
) -> None:
    damaged = bytearray(_SAMPLE.read_bytes())
    for place, byte in changes:
        damaged[max(place, 8) % len(damaged)] = byte
    for content in (bytes(damaged[:end]), b"%PDF-1.7" + rest):
        try:
            draft = _read(content)
        except ArchiveError as error:
            assert str(error)
        else:
            assert draft.text
            assert draft.withheld


def test_claimed_by_content() -> None:
    for content, claim in (
        (b"%PDF-1.4", Claim.STRONG),
        (b"\n\n%PDF-1.4", Claim.STRONG),
        (b"On %PDF-1", Claim.NONE),
    ):
        assert pdf.claims(RawReport.of("a", content, TODAY)) is claim
