"""DOCX and ODT: any bytes give a draft or a named error; properties prove little."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import importer_for
from generator.model import Block, Draft, RawReport
from generator.office import Properties, candidates

SAMPLES = Path(__file__).parents[1] / "samples"
TODAY = date(2025, 3, 1)
_FILES = (
    SAMPLES / "docx" / "01-statement-table-footnote.docx",
    SAMPLES / "odt" / "01-statement-table-footnote.odt",
)


def _read(content: bytes, name: str = "a") -> Draft:
    raw = RawReport.of(name, content, TODAY)
    (draft,) = importer_for(raw).read(raw)
    return draft


def _with(file: Path, member: str, old: str, new: str) -> bytes:
    """A sample with other words in one of its parts."""
    copy = io.BytesIO()
    with (
        zipfile.ZipFile(file) as source,
        zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            content = source.read(info)
            if info.filename == member:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            target.writestr(info, content, info.compress_type)
    return copy.getvalue()


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(_FILES).map(Path.read_bytes),
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 255)), max_size=8),
    st.one_of(st.none(), st.integers(1, 20_000)),
)
def test_damaged_files_give_a_draft_or_a_named_error(
    content: bytes, changes: list[tuple[int, int]], end: int | None
) -> None:
    damaged = bytearray(content)
    for place, byte in changes:
        damaged[place % len(damaged)] = byte
    try:
        draft = _read(bytes(damaged[:end]), "a.docx")
    except ArchiveError as error:
        assert str(error)
    else:
        assert draft.blocks or draft.text


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_that_begin_as_a_zip_give_a_draft_or_a_named_error(rest: bytes) -> None:
    for start in (b"PK\x03\x04", _FILES[0].read_bytes()[:120], _FILES[1].read_bytes()[:120]):
        with pytest.raises(ArchiveError):
            _read(start + rest, "a.docx")


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.suffix)
def test_any_words_are_read_as_they_are(file: Path) -> None:
    member = "content.xml" if file.suffix == ".odt" else "word/document.xml"
    words = "&lt;script&gt;x&lt;/script&gt; *a* [b](javascript:x) 1 &amp; 2 😀 \u200fقلفارا"
    draft = _read(_with(file, member, "did not answer", words))
    (block,) = (b for b in draft.blocks if "The city council" in b.text)
    assert "<script>x</script> *a* [b](javascript:x) 1 & 2 😀" in block.text
    assert "<script" not in block.markdown


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.suffix)
def test_links_lead_to_the_web_only(file: Path) -> None:
    odt = file.suffix == ".odt"
    member = "content.xml" if odt else "word/_rels/document.xml.rels"
    draft = _read(_with(file, member, "https://coastal-air.example/method", "javascript:alert(1)"))
    assert "javascript" not in "".join(block.markdown for block in draft.blocks)


def test_originals_of_documents_are_withheld() -> None:
    assert all(_read(file.read_bytes()).withheld for file in _FILES)


def test_what_is_old_or_locked_is_told() -> None:
    with pytest.raises(UnreadableReport, match="old Office file"):
        _read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc")


def test_properties_count_where_the_text_says_the_same() -> None:
    blocks = [Block("x", "Ferry counts"), Block("x", "Ines Torvald"), Block("x", "A story. " * 40)]
    for said, fields in (
        (Properties("Ferry counts", "Ines Torvald"), ["title", "authors"]),
        (Properties("Microsoft Word - Document1", "itorvald"), []),
        (Properties("Template press release", "User", "2011-01-05"), ["date"]),
    ):
        found = list(candidates(said, blocks))
        assert [candidate.field for candidate in found] == fields
        assert all(candidate.role == "made" for candidate in found if candidate.field == "date")
