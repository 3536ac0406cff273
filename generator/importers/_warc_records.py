"""WARC 1.0 and 1.1 (ISO 28500): the records of a file, one at a time, within limits.

Written here, since FastWARC and warcio both end without a word where a file is cut, and neither
limits the length of a line.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from generator.errors import UnreadableReport
from generator.model import RawReport

GZIP = b"\x1f\x8b"
_VERSION = re.compile(rb"WARC/\d\.\d+\s*\Z")
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f]")
_LONGEST_LINE = 65_536
_MOST_LINES = 200
_CHUNK = 1024 * 1024
_STEP = 65_536
_BEGINNING = (
    16_384  # bytes of a record: its fields, those of the answer, and how its content begins
)
_DENSEST = 300  # how many times its size a packed web archive may have; HTML packs to a tenth
_ANY_SIZE = 1024 * 1024 * 1024  # bytes up to which it may have any


@dataclass
class Record:
    """A record of a web archive; its block is to be read before the next record is asked for.

    Attributes:
        fields: its named fields, names in lower case.
        length: bytes of its block.
    """

    fields: Mapping[str, str]
    length: int
    _file: _Unpacked
    _left: int

    @property
    def kind(self) -> str:
        """What it is: ``response``, ``resource``, ``revisit`` or another."""
        return self.fields.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        """What was captured; some programs write it between angle brackets."""
        written = self.fields.get("warc-target-uri", "").strip().strip("<>")
        return _CONTROLS.sub("", written).partition("#")[0]

    def read(self, size: int) -> bytes:
        """The next bytes of the block, at most ``size``.

        Raises:
            UnreadableReport: the file ends before them.
        """
        wanted = min(size, self._left)
        found = self._file.read(wanted)
        self._left -= len(found)
        if len(found) < wanted:
            raise UnreadableReport(f"ends in the middle of {self.address or 'a record'}: {_READ}")
        return found

    def skip(self) -> None:
        """Pass over what was not read of the block."""
        while self._left:
            self.read(_CHUNK)


_READ = "what stands before was read"


def records(raw: RawReport) -> Generator[Record, None, None]:
    """Each record of a web archive, packed or not.

    Raises:
        UnreadableReport: the file is cut, damaged, or unpacks to an impossible size.
    """
    with raw.open() as opened:
        file = _Unpacked(opened, raw)
        while (fields := _fields(file)) is not None:
            record = _record(fields, file)
            yield record
            record.skip()


def _record(fields: Mapping[str, str], file: _Unpacked) -> Record:
    length = fields.get("content-length", "")
    if not re.fullmatch(r"\d{1,15}", length):
        raise UnreadableReport(f"has a record without a length: {_READ}")
    return Record(fields, int(length), file, int(length))


def places(raw: RawReport) -> Iterator[tuple[int, Record]]:
    """Where in the file each record begins, and the record, of which the first bytes can be read.

    Of a file that is packed as a whole, and not record by record as the standard asks, the first only.

    Raises:
        UnreadableReport: see ``records``.
    """
    with raw.open() as opened:
        if raw.head.startswith(GZIP):
            for place, head in _members(opened):
                file = _Unpacked(io.BytesIO(head), replace(raw, head=b""))
                if (fields := _fields(file)) is not None:
                    yield place, _record(fields, file)
            return
        file, place = _Unpacked(opened, raw), 0
        while (fields := _fields(file)) is not None:
            record = _record(fields, file)
            yield place, record
            record.skip()
            place = opened.tell()


def record_at(raw: RawReport, place: int) -> Generator[Record, None, None]:
    """The record that begins at a place, as the first of what follows."""
    return records(replace(raw, open=partial(_opened_at, raw.open, place)))


def _opened_at(opened: Callable[[], BinaryIO], place: int) -> BinaryIO:
    file = opened()
    file.seek(place)
    return file


def _members(opened: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Where each member of a packed file begins, and its first bytes; up to where it is damaged."""
    place, ahead = 0, b""
    while True:
        unpacker, head, size = zlib.decompressobj(31), b"", 0
        while not unpacker.eof:
            chunk = ahead or opened.read(_STEP)
            try:
                found = unpacker.decompress(chunk)
            except zlib.error:
                return
            if not chunk:
                return
            ahead = unpacker.unused_data
            size += len(chunk) - len(ahead)
            head += found[: _BEGINNING - len(head)]
        yield place, head
        place += size


class _Unpacked:
    """The unpacked bytes of a file; each error in it is a sentence."""

    def __init__(self, opened: BinaryIO, raw: RawReport) -> None:
        # What has a buffer of its own would lose what it holds when a break comes behind it.
        self._file = gzip.GzipFile(fileobj=opened) if raw.head.startswith(GZIP) else opened
        self._most = raw.size * _DENSEST + _ANY_SIZE
        self._seen = 0

    def read(self, size: int) -> bytes:
        return self._counted(lambda: self._file.read(size))

    def line(self) -> bytes:
        return self._counted(lambda: self._file.readline(_LONGEST_LINE))

    def _counted(self, step: Callable[[], bytes]) -> bytes:
        try:
            found = step()
        except EOFError as error:
            raise UnreadableReport(f"ends in the middle: {_READ}") from error
        except (OSError, zlib.error) as error:
            raise UnreadableReport(f"is damaged ({error}): {_READ}") from error
        self._seen += len(found)
        if self._seen > self._most:
            raise UnreadableReport(
                f"unpacks to more than {_DENSEST} times its size, as no web archive does: {_READ}"
            )
        return found


def _fields(file: _Unpacked) -> dict[str, str] | None:
    """The named fields of the next record; None at the end of the file."""
    line = file.line()
    while line and not line.strip():
        line = file.line()
    if not line:
        return None
    if not _VERSION.match(line):
        raise UnreadableReport(f"is damaged: {line[:40]!r} stands where a record begins: {_READ}")
    fields: dict[str, str] = {}
    name = ""
    for _ in range(_MOST_LINES):
        line = file.line()
        if not line:
            raise UnreadableReport(f"ends in the middle of a record: {_READ}")
        text = line.decode("utf-8", "replace")
        if not text.strip():
            return fields
        if text[0] in " \t" and name:
            fields[name] += f" {text.strip()}"
        else:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            fields[name] = value.strip()
    raise UnreadableReport(f"has a record with more than {_MOST_LINES} fields: {_READ}")
