"""JPEG (ITU-T T.81): tables, frames and scans stay; comments, EXIF, XMP and thumbnails go."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from generator.errors import UnusablePicture
from generator.pictures.colours import space_of
from generator.pictures.exif import UPRIGHT, as_seen, only_orientation, orientation_in
from generator.pictures.parts import Shown, cut

_START, _END = b"\xff\xd8", b"\xff\xd9"
_EXIF, _ICC, _ADOBE, _JFIF = b"Exif\x00\x00", b"ICC_PROFILE\x00", b"Adobe", b"JFIF\x00"
_SCAN, _TABLES = 0xDA, (0xC4, 0xCC, 0xDB, 0xDD)
_FRAMES = (0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xCA, 0xCB)
_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_BEHIND_SCAN = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


def shown_of_jpeg(content: bytes) -> Shown:
    """The picture alone; what stands behind its end goes too.

    Raises:
        UnusablePicture: it is damaged, or of a kind that no browser shows.
    """
    size: tuple[int, int] | None = None
    orientation = UPRIGHT
    head: list[bytes] = []
    rest: list[bytes] = []
    for marker, segment, scan in _segments(content):
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", cut(segment, 1, 4))
            size = size or (width, height)
        if marker == 0xE1 and segment.startswith(_EXIF):
            orientation = orientation_in(segment[len(_EXIF) :])
        elif 0xE0 <= marker <= 0xEF:
            head += _kept(marker, segment)
        elif marker in (*_FRAMES, *_TABLES, _SCAN):
            rest += [_written(marker, segment), scan]
        elif marker != 0xFE:
            raise UnusablePicture(f"is damaged, or no common JPEG (marker {marker:02x})")
    if size is None:
        raise UnusablePicture("is damaged: there is no picture in it")
    if orientation != UPRIGHT:
        head.append(_written(0xE1, _EXIF + only_orientation(orientation)))
    return Shown(b"".join((_START, *head, *rest, _END)), *as_seen(*size, orientation))


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, content, and for a scan the data behind it."""
    place = len(_START)
    while True:
        found = _MARKER.match(content, place)
        if found is None:
            raise UnusablePicture("is damaged: its end is missing")
        marker, place = found[1][0], found.end()
        if marker == _END[1]:
            return
        (length,) = struct.unpack(">H", cut(content, place, 2))
        segment = cut(content, place + 2, max(length - 2, 0))
        place += max(length, 2)
        scan = b""
        if marker == _SCAN:
            behind = _BEHIND_SCAN.search(content, place)
            if behind is None:
                raise UnusablePicture("is damaged: its end is missing")
            scan, place = content[place : behind.start()], behind.start()
        yield marker, segment, scan


def _kept(marker: int, segment: bytes) -> Iterator[bytes]:
    """What is kept of a segment that belongs to some application."""
    if marker == 0xE0 and segment.startswith(_JFIF) and len(segment) >= 14:
        yield _written(marker, segment[:12] + b"\x00\x00")  # without its thumbnail
    elif marker == 0xEE and segment.startswith(_ADOBE):
        yield _written(marker, segment[:12])
    elif marker == 0xE2 and segment.startswith(_ICC + b"\x01\x01"):
        start = len(_ICC) + 2
        if profile := space_of(segment[start:]):
            yield _written(marker, segment[:start] + profile)


def _written(marker: int, segment: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(segment) + 2) + segment
