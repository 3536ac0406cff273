"""WebP (RFC 9649): pictures, transparency and timing stay; EXIF, XMP and unknown parts go."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.errors import UnusablePicture
from generator.pictures.colours import space_of
from generator.pictures.exif import UPRIGHT, as_seen, only_orientation, orientation_in
from generator.pictures.parts import Shown, cut

_KEPT = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
_HAS_PROFILE, _HAS_EXIF, _HAS_XMP = 0x20, 0x08, 0x04


def shown_of_webp(content: bytes) -> Shown:
    """The picture alone.

    Raises:
        UnusablePicture: it is damaged.
    """
    chunks: list[tuple[bytes, bytes]] = []
    orientation = UPRIGHT
    for name, data in _chunks(content):
        if name == b"EXIF":
            orientation = orientation_in(data.removeprefix(b"Exif\x00\x00"))
        elif name in _KEPT:
            chunks.append((name, data))
        elif name == b"ICCP" and (profile := space_of(data)):
            chunks.append((name, profile))
    if not chunks or not {b"VP8 ", b"VP8L", b"ANMF"} & {name for name, _ in chunks}:
        raise UnusablePicture("is damaged: there is no picture in it")
    is_extended = chunks[0][0] == b"VP8X"
    orientation = orientation if is_extended else UPRIGHT
    if orientation != UPRIGHT:
        chunks.append((b"EXIF", only_orientation(orientation)))
    size = as_seen(*_size(*chunks[0]), orientation)
    if is_extended:
        chunks[0] = (b"VP8X", _extended(chunks[0][1], {name for name, _ in chunks}))
    body = b"WEBP" + b"".join(_written(name, data) for name, data in chunks)
    return Shown(b"RIFF" + struct.pack("<L", len(body)) + body, *size)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    (length,) = struct.unpack("<L", cut(content, 4, 4))
    cut(content, 8, length)
    place, end = 12, 8 + length
    while place + 8 <= end:
        name, size = struct.unpack_from("<4sL", content, place)
        yield name, cut(content, place + 8, size)
        place += 8 + size + size % 2


def _size(name: bytes, data: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        width, height = cut(data, 4, 3), cut(data, 7, 3)
        return int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1
    if name == b"VP8L":
        (bits,) = struct.unpack("<L", cut(data, 1, 4))
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        width, height = struct.unpack("<HH", cut(data, 6, 4))
        return width & 0x3FFF, height & 0x3FFF
    raise UnusablePicture("is damaged: it does not begin as WebP does")


def _extended(data: bytes, names: set[bytes]) -> bytes:
    """The head, which says what there is, as it is now."""
    flags = cut(data, 0, 10)[0] & ~(_HAS_PROFILE | _HAS_EXIF | _HAS_XMP)
    flags |= _HAS_PROFILE if b"ICCP" in names else 0
    flags |= _HAS_EXIF if b"EXIF" in names else 0
    return bytes((flags,)) + data[1:10]


def _written(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<L", len(data)) + data + b"\x00" * (len(data) % 2)
