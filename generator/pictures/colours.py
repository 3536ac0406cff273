"""Profiles of colours (ICC.1:2022): those of a monitor name it, with its number; others are a space.

A profile is kept if it has only the fields of a colour space and is called as one of the few that
cameras and programs share, and loses the day on which it was made. Without a profile a picture is
shown as sRGB, which hardly anyone sees; one that says sRGB is not needed.
"""

from __future__ import annotations

import re
import struct

_LARGEST = 65_000
_FIELDS = re.compile(
    rb"desc|cprt|wtpt|bkpt|[rgb]XYZ|[rgb]TRC|chad|cicp|lumi|meas|tech|view|vued|dmnd|dmdd|chrm"
)
_KNOWN = re.compile(
    r"(?:Display P3|DCI-P3|Adobe ?RGB|ProPhoto|ROMM|Rec\.? ?(?:709|2020)|c2$)", re.IGNORECASE
)
_MADE = slice(24, 36)
_MARK = slice(84, 100)


def space_of(profile: bytes) -> bytes:
    """The profile, if it says nothing but which space its colours are in; else no bytes."""
    if not 132 <= len(profile) <= _LARGEST:
        return b""
    (count,) = struct.unpack_from(">L", profile, 128)
    if count > 40 or len(profile) < 132 + 12 * count:
        return b""
    described = ""
    for number in range(count):
        name, place, size = struct.unpack_from(">4sLL", profile, 132 + 12 * number)
        if _FIELDS.fullmatch(name) is None:
            return b""
        if name == b"desc":
            described = _words(profile[place : place + min(size, 400)])
    return _undated(profile) if _KNOWN.match(described) else b""


def _undated(profile: bytes) -> bytes:
    undated = bytearray(profile)
    undated[_MADE] = bytes(12)
    undated[_MARK] = bytes(16)  # the hash of the whole; zero stands for none
    return bytes(undated)


def _words(field: bytes) -> str:
    """The first text of a field, of version 2 or 4."""
    if field.startswith(b"desc"):
        return field[12:].partition(b"\x00")[0].decode("ascii", "replace")
    if field.startswith(b"mluc") and len(field) >= 28:
        size, place = struct.unpack_from(">LL", field, 20)
        return field[place : place + size].decode("utf-16-be", "replace")
    return ""
