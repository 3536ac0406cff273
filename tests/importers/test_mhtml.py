"""Pages that a browser saved in one file: pages and no mails, with their pictures."""

from __future__ import annotations

import base64
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import Claim, importer_for, mail, mhtml
from generator.model import Draft, RawReport
from tests.conftest import SmallArchive
from tests.pictures.drawn import png
from tests.pipeline.test_import_pictures import STORY, WORDS, assert_clean, body_of, page

TODAY = date(2026, 1, 1)
SAMPLE = Path(__file__).parents[1] / "samples/mhtml/01-clinic.mhtml"
ADDRESS = "https://port.example/walk-out/"


def saved(html: str, *pictures: tuple[str, bytes], head: str = "") -> bytes:
    """A page as Chromium saves it, with pictures by their address or Content-ID."""
    parts = [_part("text/html", f"Content-Location: {ADDRESS}", html.encode())]
    for name, content in pictures:
        field = f"Content-ID: <{name[4:]}>" if name[:4] == "cid:" else f"Content-Location: {name}"
        parts.append(_part("image/png", field, content))
    fields = head or f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\n"
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n'
    date_ = "Date: Fri, 20 Dec 2019 08:00:00 GMT\r\nMIME-Version: 1.0\r\n"
    return (fields + date_ + kind).encode() + b"".join(parts) + b"----b--\r\n"


def _part(kind: str, field: str, content: bytes) -> bytes:
    head = f"----b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{field}\r\n\r\n"
    return head.encode() + base64.encodebytes(content) + b"\r\n"


def _raw(content: bytes) -> RawReport:
    return RawReport.of("page.mhtml", content, TODAY)


def _read(content: bytes) -> Draft:
    (draft,) = importer_for(_raw(content)).read(_raw(content))
    return draft


@pytest.mark.parametrize(
    "head",
    [
        "",
        "From: <Saved by Windows Internet Explorer 8>\r\nSubject: Dockers\r\n",
        'From: "Saved by Mozilla 5.0"\r\nSubject: Dockers\r\n',
        f"Subject: Dockers\r\n walk out\r\nSnapshot-Content-Location: {ADDRESS}\r\n",
    ],
)
def test_a_saved_page_is_a_page_and_no_mail(head: str) -> None:
    raw = _raw(saved(page(), head=head))
    assert mhtml.claims(raw) is Claim.STRONG
    assert mail.claims(raw) is Claim.NONE
    draft = _read(raw.content)
    assert STORY in " ".join(block.text for block in draft.blocks)
    assert draft.raw.retrieved == date(2019, 12, 20)
    assert draft.withheld


def test_a_mail_with_a_page_in_it_stays_a_mail() -> None:
    content = saved(page(), head="From: Ana <ana@else.example>\r\nTo: desk@x.example\r\n")
    assert mhtml.claims(_raw(content)) is Claim.NONE
    assert mail.claims(_raw(content)) is Claim.STRONG


def test_pictures_come_with_it(archive: SmallArchive) -> None:
    first, second = png(), png((320, 240))
    shown = [f'<img src="{name}" alt="{WORDS}">' for name in ("quay.png", "cid:a@b")]
    content = saved(page(*shown), (f"{ADDRESS}quay.png", first), ("cid:a@b", second))
    (archive.folder / "inbox").mkdir(exist_ok=True)
    file = archive.folder / "inbox/page.mhtml"
    file.write_bytes(content)
    assert "1 imported" in archive.run("import", file).output
    assert_clean(archive, "undated/dockers-walk-out", first, second)
    assert "picture:" not in body_of(archive)
    assert archive.fields("undated/dockers-walk-out")["url"] == ADDRESS


def test_the_sample_was_saved_by_a_browser() -> None:
    message = message_from_bytes(SAMPLE.read_bytes())
    assert message["From"] == "<Saved by Blink>"
    quay = _read(SAMPLE.read_bytes()).pictures[0]
    assert quay.name == "https://kharzal-observer.example/p.png"
    assert quay.read().startswith(b"\x89PNG")


@pytest.mark.parametrize("end", [300, 600, 900])
def test_a_file_that_was_cut_off(end: int) -> None:
    content = saved(page())[:end]
    try:
        assert _read(content).blocks
    except UnreadableReport as error:
        assert "is damaged" in str(error) or "is empty" in str(error)


def test_parts_in_parts_without_end() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
    )
    head = b"From: <Saved by Blink>\n" + nested + b"Content-Type: text/html\n\n<p>x"
    with pytest.raises(UnreadableReport):
        _read(head)


@given(st.binary(max_size=300))
def test_any_bytes_that_begin_as_a_saved_page_give_a_draft_or_a_named_error(rest: bytes) -> None:
    head = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/b\nContent-Type: "
    for kind in (b"text/html\n\n", b'multipart/related; boundary="b"\n\n--b\n', b""):
        raw = _raw(head + kind + rest)
        try:
            (draft,) = mhtml.read(raw)
        except ArchiveError as error:
            assert str(error)
        else:
            assert draft.withheld
