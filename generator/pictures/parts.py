"""What all formats of pictures share: bytes read from a place, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import UnusablePicture


@dataclass(frozen=True)
class Shown:
    """The bytes of a picture that show something, and its size in pixels as it is seen."""

    content: bytes
    width: int
    height: int


def cut(content: bytes, start: int, size: int) -> bytes:
    """``size`` bytes from a place on.

    Raises:
        UnusablePicture: the file ends before them.
    """
    found = content[start : start + size]
    if len(found) < size:
        raise UnusablePicture("is damaged: its end is missing")
    return found
