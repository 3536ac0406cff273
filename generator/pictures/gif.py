"""GIF (CompuServe, 89a): frames and their timing stay; comments, XMP and plain text go."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from generator.errors import UnusablePicture
from generator.pictures.parts import Shown, cut

_EXTENSION, _FRAME, _TRAILER = 0x21, 0x2C, 0x3B
_TIMING, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def shown_of_gif(content: bytes) -> Shown:
    """The picture alone; what stands behind its end goes too.

    Raises:
        UnusablePicture: it is damaged.
    """
    width, height, packed = struct.unpack_from("<HHB", cut(content, 6, 5))
    place = 13 + _table(packed)
    parts = [cut(content, 0, place)]
    frames = 0
    while (kind := cut(content, place, 1)[0]) != _TRAILER:
        end = _end_of_block(content, place, kind)
        frames += kind == _FRAME
        parts += _kept(content[place:end], kind)
        place = end
    if not frames:
        raise UnusablePicture("is damaged: there is no picture in it")
    return Shown(b"".join((*parts, bytes((_TRAILER,)))), width, height)


def _table(packed: int) -> int:
    """Bytes of a table of colours."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _end_of_block(content: bytes, place: int, kind: int) -> int:
    if kind == _EXTENSION:
        place += 2
    elif kind == _FRAME:
        place += 11 + _table(cut(content, place + 9, 1)[0])
    else:
        raise UnusablePicture("is damaged: it holds what no GIF holds")
    while size := cut(content, place, 1)[0]:
        place += size + 1
    return place + 1


def _kept(block: bytes, kind: int) -> Iterator[bytes]:
    if kind == _FRAME or block[1] == _TIMING:
        yield block
    elif block[1] == _APPLICATION and block[2:14] in _LOOPS:
        yield block[:14] + b"\x03\x01" + block[16:18] + b"\x00"
