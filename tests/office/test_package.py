"""The ZIP of a document: traps are refused before they are unpacked."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile

import pytest

from generator.errors import UnreadableReport
from generator.office import docx_as_html, kind_of, odt_as_html
from generator.office.package import Package

_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(**members: bytes) -> bytes:
    """A ZIP file; ``__`` in a name stands for a slash, ``_`` before xml for a point."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def word(document: bytes) -> bytes:
    """A DOCX file with a body."""
    return zipped(**{"[Content_Types]_xml": _TYPES, "word__document_xml": document})


def stored(**members: bytes) -> bytes:
    """A ZIP file that packs nothing."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = word(b"0" * 300_000_000)
    tracemalloc.start()
    start = time.perf_counter()
    with pytest.raises(UnreadableReport, match="times its size"):
        docx_as_html(content)
    assert time.perf_counter() - start < 2
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_part_that_lies_about_its_size_is_not_unpacked_further() -> None:
    content = bytearray(word(b"0" * 900_000))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = content.index(b"word/document.xml", content.index(mark)) - (
            30 if offset == 22 else 46
        )
        content[start + offset : start + offset + 4] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableReport, match="damaged"):
        Package(bytes(content)).read("word/document.xml")


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "words">]><a>&b;</a>', "declares entities"),
        (
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "http://x.example/a"><a/>'.encode(
                "utf-16"
            ),
            "declares entities",
        ),
        (b"<a>" * 5000 + b"</a>" * 5000, "nested too deeply"),
        (b"<a/>".join([b"<b>", b"</b>"]) + b"<c>", "damaged"),
        (b"<a>words \x00</a>", "damaged"),
        (b"", "damaged"),
        (b"<a>" + b"<b/>" * 1_100_000 + b"</a>", "times its size|too many parts"),
    ],
)
def test_xml_that_no_word_processor_writes(document: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason):
        docx_as_html(word(document))
    with pytest.raises(UnreadableReport, match=reason):
        odt_as_html(zipped(content_xml=document))


def test_too_many_parts() -> None:
    with pytest.raises(UnreadableReport, match="parts"):
        Package(zipped(**{f"a{n}": b"" for n in range(5_001)}))


@pytest.mark.parametrize("cut", [3, 40, 200, -30])
def test_a_truncated_file(cut: int) -> None:
    with pytest.raises(UnreadableReport, match="damaged"):
        docx_as_html(word(b"<a/>")[:cut])


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (word(b"<a/>"), "a", "docx"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "a", ""),
        (zipped(a_xml=b""), "a.zip", ""),
        (stored(**{"report.docx": word(b"<a/>")}), "a.zip", ""),
        (zipped(**{"[Content_Types]_xml": _TYPES, "xl__workbook_xml": b""}), "a.docx", "other"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a", "old"),
        (b"words", "a.docx", ""),
    ],
)
def test_kinds(content: bytes, name: str, kind: str) -> None:
    assert kind_of(content[:65_536], name) == kind
