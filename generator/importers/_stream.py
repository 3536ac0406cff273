"""The lines of a text file of any size, in the charset that it is in."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

from generator.decoding import decode
from generator.errors import UnreadableReport
from generator.model import TEXT, RawReport

_CHUNK = 1024 * 1024
_AROUND = 32 * 1024
_PAIRS = 50  # at least one NUL byte in so many: blanks and delimiters have them in any language
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def charset_of(raw: RawReport) -> str:
    """The charset of a file: by its mark, UTF-8 if all of it is, or what its bytes look like.

    Raises:
        UnreadableReport: the bytes are no text.
    """
    for mark, charset in _BOMS:
        if raw.head.startswith(mark):
            return charset
    if unmarked := _unmarked_utf16(raw.head):
        return unmarked
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = b""
    with raw.open() as file:
        while chunk := file.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                near = before[-_AROUND:] + chunk[: error.end + _AROUND]
                return decode(near.replace(b"\x00", b""))[1]
            before = chunk
    return "utf-8"


def head_of(raw: RawReport) -> str:
    """The beginning of a file as text, for claims; empty where it is none."""
    head = raw.head
    if unmarked := _unmarked_utf16(head):
        return head.decode(unmarked, "replace")
    try:
        return decode(head)[0].lstrip("\ufeff")
    except UnreadableReport:
        return ""


def text_of(raw: RawReport) -> io.TextIOWrapper:
    """The file opened as text; line ends stay, since quoted ones belong to a cell.

    Raises:
        UnreadableReport: see ``charset_of``.
    """
    return io.TextIOWrapper(raw.open(), charset_of(raw), errors="replace", newline="")


def lines_of(raw: RawReport) -> Iterator[str]:
    """Each line with its end, without characters that no text has.

    Raises:
        UnreadableReport: a line is longer than any report.
    """
    with text_of(raw) as file:
        number = 1
        while line := file.readline(TEXT + 1):
            if len(line) > TEXT:
                raise UnreadableReport(
                    f"line {number} has more than {TEXT // 2**20} million characters: what stands"
                    f" before was read"
                )
            yield _CONTROLS.sub("", line)
            number += 1


def _unmarked_utf16(head: bytes) -> str:
    """UTF-16 without a mark: NUL bytes, wherever a character is Western, on one side only."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or len(head) < _PAIRS:
        return ""
    some = head[:4000]
    even, odd = some[0::2].count(0), some[1::2].count(0)
    if max(even, odd) * _PAIRS < len(some) or min(even, odd):
        return ""
    return "utf-16-le" if odd else "utf-16-be"
