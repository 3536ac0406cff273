"""The ZIP file of a document: its limits, checked before anything is unpacked, and its XML."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO, Literal
from xml.parsers import expat

from generator.errors import UnreadableReport

Kind = Literal["", "docx", "odt", "old", "other"]

MOST_MEMBERS = 5_000
MOST_BYTES = 400 * 1000 * 1000
"""Bytes that all members may have unpacked; pictures make up nearly all of them."""
MOST_XML = 20 * 1000 * 1000
"""Bytes that one part of a document may have; 500 pages have some 10 million."""
MOST_RATIO = 200
"""How many times bigger than packed a part may be; text packs to a tenth, tables to a fiftieth."""

_SMALL = 1000 * 1000
_CHUNK = 64 * 1024
_DEEPEST = 200
_MOST_ELEMENTS = 300_000
_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PARTS = (b"[Content_Types].xml", b"_rels/", b"word/", b"docProps/", b"customXml/", b"xl/", b"ppt/")
_MEMBER = re.compile(rb"PK\x03\x04.{26}", re.DOTALL)
_FIELDS = struct.Struct("<H10xL4xHH")  # of a member's head, from its sixth byte
_SIZE_FOLLOWS = 0x8


def kind_of(head: bytes, name: str = "") -> Kind:
    """Which kind of document a file is, by the names of its first members; empty: none.

    Args:
        head: its first 64 kB.
        name: its name, for a document whose first members are others.
    """
    if head.startswith(_OLD):
        return "old"
    if not head.startswith(_ZIP):
        return ""
    if _ODT in head[:200]:
        return "odt"
    names = _names(head)
    is_named = name.lower().endswith((".docx", ".docm"))
    if not names or not names[0].startswith(_PARTS):
        return "docx" if is_named else ""  # a ZIP of documents has their members in it too
    if any(n.startswith(b"word/") for n in names):
        return "docx"
    if any(n.startswith((b"xl/", b"ppt/", b"visio/")) for n in names):
        return "other"
    return "docx" if is_named else ""


def _names(head: bytes) -> list[bytes]:
    """The names of the members that begin in the head, in order; not of members inside of members."""
    names: list[bytes] = []
    at = 0
    while match := _MEMBER.search(head, at):
        flags, size, length, extra = _FIELDS.unpack_from(match[0], 6)
        at = match.end() + length
        names.append(head[match.end() : at])
        at += extra + (0 if flags & _SIZE_FOLLOWS else size)
    return names


def picture_in(opened: Callable[[], BinaryIO], name: str) -> bytes:
    """The bytes of a picture of a document.

    Raises:
        LookupError: there is no such part.
        UnreadableReport: it is damaged or too big.
    """
    with opened() as file:
        package = Package(file.read())
    if name not in package.names:
        raise LookupError(name)
    return package.read(name)


class Package:
    """The parts of a document; what is too big, or lies about its size, is never unpacked."""

    def __init__(self, content: bytes) -> None:
        """Open a document.

        Raises:
            UnreadableReport: it is damaged, locked, or would unpack to more than is read.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableReport("is damaged: its end is missing or broken") from error
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise UnreadableReport(
                f"has {len(members)} parts, more than the {MOST_MEMBERS} allowed"
            )
        size = sum(member.file_size for member in members)
        if size > MOST_BYTES:
            raise _too_big(size, MOST_BYTES)
        for member in members:
            packed = max(member.compress_size, 1)
            if member.file_size > _SMALL and member.file_size / packed > MOST_RATIO:
                raise UnreadableReport(
                    f"has a part that unpacks to {member.file_size // packed} times its size, as only"
                    " a trap does: open it in its program and save it anew"
                )
        self.names = frozenset(member.filename for member in members)

    def xml(self, name: str) -> bytes:
        """A part, which is well-formed, not too big, and free of entities of its own.

        Raises:
            UnreadableReport: it is not, or it is not there.
        """
        if name not in self.names:
            raise UnreadableReport(f"is damaged: it has no {name}")
        content = self.read(name)
        _check_xml(content)
        return content

    def read(self, name: str) -> bytes:
        """A part's bytes, unpacked piece by piece.

        Raises:
            UnreadableReport: it is damaged, locked by a password, or too big.
        """
        if self._zip.getinfo(name).file_size > MOST_XML:
            raise _too_big(self._zip.getinfo(name).file_size, MOST_XML)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(name) as file:
                while piece := file.read(_CHUNK):
                    size += len(piece)
                    if size > MOST_XML:
                        raise _too_big(size, MOST_XML)
                    pieces.append(piece)
        except RuntimeError as error:
            raise UnreadableReport("is locked by a password: save it without one") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise UnreadableReport(f"is damaged: its part {name} cannot be unpacked") from error
        return b"".join(pieces)


def _too_big(size: int, limit: int) -> UnreadableReport:
    return UnreadableReport(
        f"unpacks to {size / 1e6:.0f} MB, more than the {limit / 1e6:.0f} MB allowed: save its text alone"
    )


def _check_xml(content: bytes) -> None:
    """Refuse what a document never has: its own entities, elements without number or end."""
    parser = expat.ParserCreate()
    seen = depth = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal seen, depth
        seen, depth = seen + 1, depth + 1
        if depth > _DEEPEST or seen > _MOST_ELEMENTS:
            raise UnreadableReport("is nested too deeply or has too many parts: save its text")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        raise UnreadableReport("declares entities, as no word processor does: save it anew")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableReport(f"is damaged: {error}") from error
