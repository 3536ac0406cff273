"""ZIP files: each member is a raw report of its own, as if it lay in a folder."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import BinaryIO, cast

from generator.errors import UnreadableReport, UnusablePicture
from generator.html import path_beside
from generator.importers import Claim, Part
from generator.model import BrokenPart, Draft, LeftOut, RawReport
from generator.model.draft import HEAD, WHOLE, Inside
from generator.office import kind_of
from generator.orthography import is_arabic
from generator.pictures import MOST_BYTES

NAME = "ZIP"

MOST_MEMBERS = 200_000
MOST_RATIO = 200
"""How many times its size a member, or the whole, may unpack to; text packs to a tenth."""
MOST_RATIO_INSIDE = 10
"""The same for a ZIP in a ZIP, which hardly packs again."""

_ANY_SIZE = 16 * 1024 * 1024  # bytes up to which the ratio does not matter
_LARGEST_DIRECTORY = MOST_MEMBERS * 400  # bytes
_IN_MEMORY = 1024 * 1024
_CHUNK = 1024 * 1024
_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
_DOCUMENT = re.compile(rb"PK\x03\x04.{26}mimetype", re.DOTALL)  # EPUB, ODS: one whole, of parts
_END = struct.Struct("<4s4H2LH")
_UTF8, _ENCRYPTED = 0x800, 0x1
_UNSEEN = re.compile(
    r"(?:^|/)(?:\.(?!\.?(?:/|$))[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:/|$)", re.IGNORECASE
)
_OF_PAGES = re.compile(
    r"\.(?:css|m?js|map|ico|png|jpe?g|gif|webp|avif|svg|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm"
    r"|og[gv]|wav|avi|mov)\Z",
    re.IGNORECASE,
)
_CRAWL = re.compile(r"archive/[^/]+\.warc(?:\.gz)?\Z")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def claims(raw: RawReport) -> Claim:
    """A strong claim on a ZIP that is no document made of parts."""
    if not raw.head.startswith(_BEGINS) or _DOCUMENT.match(raw.head):
        return Claim.NONE
    return Claim.NONE if kind_of(raw.head, raw.name) else Claim.STRONG


@dataclass(frozen=True)
class _Beside:
    """The other members of a ZIP, for a page in it.

    Attributes:
        sha256: of the ZIP.
        page: name of the page.
        open: opens the ZIP.
    """

    sha256: str
    page: str
    open: Callable[[], BinaryIO] = field(compare=False)

    def name_of(self, target: str, base: str) -> str:  # noqa: ARG002  # other places need it
        """See ``generator.model.Beside``."""
        return path_beside(self.page, target)

    def read(self, name: str) -> bytes:
        """See ``generator.model.Beside``."""
        with self.open() as file:
            return _unpacked(file, _pictures_in(replace(self, page=""))[name])


@lru_cache(maxsize=4)
def _pictures_in(beside: _Beside) -> Mapping[str, zipfile.ZipInfo]:
    """The pictures of a ZIP by name: its list of members is long, and pages ask again and again."""
    with beside.open() as file, zipfile.ZipFile(file) as packed:
        named = ((_name_of(member), member) for member in packed.infolist())
        return {name: member for name, member in named if _OF_PAGES.search(name)}


def _unpacked(file: BinaryIO, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, found without reading the list of members again."""
    if member.file_size > MOST_BYTES:
        raise UnusablePicture(f"has {member.file_size / 1e6:.0f} MB, more than a site should carry")
    file.seek(member.header_offset)
    head = file.read(30)
    if len(head) < 30 or not head.startswith(_BEGINS[0]) or member.flag_bits & _ENCRYPTED:
        raise UnusablePicture("is locked or damaged where it is packed")
    file.seek(sum(struct.unpack_from("<HH", head, 26)), io.SEEK_CUR)
    packed = file.read(member.compress_size)
    try:
        unpacker = zlib.decompressobj(-15)
        is_packed = member.compress_type == zipfile.ZIP_DEFLATED
        found = unpacker.decompress(packed, MOST_BYTES) if is_packed else packed
    except zlib.error as error:
        raise UnusablePicture("is damaged where it is packed") from error
    if zlib.crc32(found) != member.CRC:
        raise UnusablePicture("is damaged, or packed in a way that is not read")
    return found


def parts(raw: RawReport) -> Iterator[Part]:
    """Each file in it, in the order of the ZIP; hidden ones are passed over.

    Raises:
        UnreadableReport: it is damaged, or would unpack to more than its limits.
    """
    with ExitStack() as opened:
        packed = _opened(raw, opened)
        names = [_name_of(member) for member in packed.infolist()]
        is_wacz = "datapackage.json" in names and any(map(_CRAWL.match, names))
        for member, name in zip(packed.infolist(), names, strict=True):
            if member.is_dir() or name.endswith("/") or _UNSEEN.search(name):
                continue
            if _OF_PAGES.search(name):
                yield LeftOut(name, "is a picture, a sound, a style or a script")
            elif is_wacz and not _CRAWL.match(name):
                yield LeftOut(name, "is an index of the web archive beside it (WACZ)")
            elif member.flag_bits & _ENCRYPTED:
                yield BrokenPart(
                    name, "is locked by a password: unpack it, and import what is in it"
                )
            else:
                try:
                    part = _part(raw, packed, member, name)
                    if isinstance(part, RawReport):
                        part = replace(part, beside=_Beside(raw.sha256, name, raw.open))
                    yield part
                except _BROKEN as error:
                    yield BrokenPart(name, f"cannot be unpacked: {error}")


def read(raw: RawReport) -> Iterator[Draft]:
    """Never called: each member is read by the importer that claims it."""
    raise UnreadableReport(f"{raw.name} is a ZIP and no report")


def _opened(raw: RawReport, opened: ExitStack) -> zipfile.ZipFile:
    """The ZIP, after its limits were checked by what it says of itself.

    What it says bounds what is unpacked, since no more than that is ever taken out.
    """
    file = opened.enter_context(raw.open())
    try:
        _check_directory(file)
        packed = opened.enter_context(zipfile.ZipFile(file))
    except (*_BROKEN, struct.error) as error:
        raise UnreadableReport(
            f"is damaged: {error}: unpack it, and import what is in it"
        ) from error
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        raise UnreadableReport(f"has more than {MOST_MEMBERS:,} files: unpack it in parts")
    total = sum(member.file_size for member in members)
    if total > _ANY_SIZE and total > raw.size * MOST_RATIO:
        raise _trap(f"unpacks to {total / 1e6:,.0f} MB", MOST_RATIO)
    return packed


def _check_directory(file: BinaryIO) -> None:
    """Refuse a list of members that would not fit into memory."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 65_557))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place >= 0:
        directory = _END.unpack_from(tail, place)[5]
        wide = tail.rfind(b"PK\x06\x06", 0, place)
        if wide >= 0:
            (directory,) = struct.unpack_from("<Q", tail, wide + 40)
        if directory > _LARGEST_DIRECTORY:
            raise zipfile.BadZipFile(f"it names more than {MOST_MEMBERS:,} files")


def _part(raw: RawReport, packed: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Part:
    """A member as a raw report; a big one stays packed, and is hashed in a stream."""
    ratio = member.file_size // max(member.compress_size, 1)
    is_big = member.file_size > _ANY_SIZE
    if is_big and ratio > MOST_RATIO:
        return BrokenPart(name, str(_trap(f"unpacks to {ratio:,} times its size", MOST_RATIO)))
    with packed.open(member) as file:
        head = file.read(HEAD)
        if head.startswith(_BEGINS) and not kind_of(head, name):
            if is_big and ratio > MOST_RATIO_INSIDE:
                trap = _trap(
                    f"is a ZIP that unpacks to {ratio:,} times its size", MOST_RATIO_INSIDE
                )
                return BrokenPart(name, str(trap))
            if member.file_size > WHOLE:
                reason = f"is a ZIP in a ZIP of more than {WHOLE / 2**20:.0f} MB: unpack it first"
                return BrokenPart(name, reason)
            return raw.part(name, head + file.read(), lasts=False)
        if member.file_size <= _IN_MEMORY:
            return raw.part(name, head + file.read(), lasts=False)
        digest, size = hashlib.sha256(head), len(head)
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    container = raw.inside.container if raw.inside else raw.sha256
    opener = partial(_open_member, raw.open, member.header_offset)
    inside = Inside(container, name, lasts=False)
    whole = f"{raw.name} › {name}"
    return RawReport(
        whole, raw.retrieved, head, size, digest.hexdigest(), opener, inside, raw.columns
    )


class _Member(io.RawIOBase):
    """A member being unpacked, which closes its ZIP behind it."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        self._running = ExitStack()
        self._running.enter_context(file)
        packed = self._running.enter_context(zipfile.ZipFile(file))
        member = next(m for m in packed.infolist() if m.header_offset == offset)
        self._file = self._running.enter_context(packed.open(member))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        return cast(io.RawIOBase, self._file).readinto(cast(bytearray, buffer)) or 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._running.close()
        super().close()


def _open_member(opened: Callable[[], BinaryIO], offset: int) -> BinaryIO:
    return io.BufferedReader(_Member(opened(), offset), _CHUNK)


def _name_of(member: zipfile.ZipInfo) -> str:
    """Its name, for messages; what is not marked as UTF-8 is that often, or DOS, or Arabic Windows."""
    name = member.filename
    if not member.flag_bits & _UTF8:
        name = _decoded(member.orig_filename.encode("cp437", "replace")).replace("\\", "/")
    return _CONTROLS.sub("\ufffd", name)


def _decoded(name: bytes) -> str:
    for charset in ("utf-8", "cp720", "cp1256"):
        try:
            text = name.decode(charset)
        except UnicodeDecodeError:
            continue
        foreign = [char for char in text if char > "\x7f"]
        if charset == "utf-8" or (foreign and all(map(is_arabic, foreign))):
            return text
    return name.decode("cp437")


def _trap(what: str, limit: int) -> UnreadableReport:
    return UnreadableReport(
        f"{what}, more than the {limit} times allowed: unpack it yourself if you trust it"
    )
