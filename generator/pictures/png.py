"""PNG (W3C, third edition) and its animations: the chunks that shape what is seen stay."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from generator.errors import UnusablePicture
from generator.pictures.colours import space_of
from generator.pictures.parts import Shown, cut

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs cICP acTL fcTL fdAT".split()
)
_LARGEST_PROFILE = 65_000


def shown_of_png(content: bytes) -> Shown:
    """The picture alone; what stands behind its end goes too.

    Raises:
        UnusablePicture: it is damaged.
    """
    parts: list[bytes] = [_SIGNATURE]
    names: set[bytes] = set()
    size = (0, 0)
    for name, data in _chunks(content):
        if not names:
            if name != b"IHDR" or len(data) != 13:
                raise UnusablePicture("is damaged: it does not begin as PNG does")
            size = struct.unpack_from(">LL", data)
        names.add(name)
        if name in _KEPT:
            parts.append(_written(name, data))
        elif name == b"iCCP":
            parts += _profile(data)
        elif not name[0] & 0x20:
            raise UnusablePicture(f"is no common PNG: it has a part called {name!r}")
    if b"IDAT" not in names:
        raise UnusablePicture("is damaged: there is no picture in it")
    return Shown(b"".join(parts), *size)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    name = b""
    while name != b"IEND":
        (length,) = struct.unpack(">L", cut(content, place, 4))
        name = cut(content, place + 4, 4)
        data = cut(content, place + 8, length)
        (written,) = struct.unpack(">L", cut(content, place + 8 + length, 4))
        if written != zlib.crc32(name + data):
            raise UnusablePicture("is damaged: a part of it is not what it was")
        yield name, data
        place += 12 + length


def _profile(data: bytes) -> Iterator[bytes]:
    """The profile of a colour space, without the name that somebody gave it."""
    packed = data.partition(b"\x00")[2][1:]
    try:
        profile = zlib.decompressobj().decompress(packed, _LARGEST_PROFILE + 1)
    except zlib.error as error:
        raise UnusablePicture("is damaged: its colours cannot be read") from error
    if space := space_of(profile):
        yield _written(b"iCCP", b"ICC profile\x00\x00" + zlib.compress(space, 9))


def _written(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))
