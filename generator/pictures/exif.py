"""How a picture is turned (Exif 3.0, tag 0x0112): without it, a photo held upright would lie."""

from __future__ import annotations

import struct

_ORIENTATION = 0x0112
_MOST_ENTRIES = 200
UPRIGHT = 1


def orientation_in(tiff: bytes) -> int:
    """The orientation, from 1 (as it is) to 8; 1 where nothing can be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
    if not order or len(tiff) < 8:
        return UPRIGHT
    (place,) = struct.unpack_from(f"{order}L", tiff, 4)
    if place + 2 > len(tiff):
        return UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", tiff, place)
    for number in range(min(count, _MOST_ENTRIES)):
        at = place + 2 + 12 * number
        if at + 12 > len(tiff):
            return UPRIGHT
        tag, _, _, value = struct.unpack_from(f"{order}HHLH", tiff, at)
        if tag == _ORIENTATION:
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT


def only_orientation(orientation: int) -> bytes:
    """EXIF data that say nothing but how the picture is turned."""
    entry = struct.pack(">HHLHH", _ORIENTATION, 3, 1, orientation, 0)
    return b"MM\x00*\x00\x00\x00\x08\x00\x01" + entry + bytes(4)


def as_seen(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Width and height of a picture that lies on its side, as it is seen."""
    return (height, width) if orientation >= 5 else (width, height)
