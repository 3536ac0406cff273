"""Pictures that a site may show: recognised by their bytes, and without what they tell of people.

A photo carries where and when it was taken, by whom and with which device; a screenshot may name a
monitor. All of that is taken out byte by byte. What the eye sees is not touched: nothing is decoded,
so nothing is encoded a second time, and no decoder reads what a stranger sent.

    jpeg, png, gif, webp    the parts of a file that show something, one module per format
    exif                    how a picture is turned: the one thing that is kept of its EXIF
    colours                 profiles of colours that are known not to name a device

SVG and all else that a browser may run, and formats that are not taken apart here, are refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.errors import UnusablePicture
from generator.pictures.gif import shown_of_gif
from generator.pictures.jpeg import shown_of_jpeg
from generator.pictures.parts import Shown
from generator.pictures.png import shown_of_png
from generator.pictures.webp import shown_of_webp

__all__ = ["MOST_BYTES", "SUFFIXES", "CleanPicture", "cleaned", "type_of"]

MOST_BYTES = 10 * 1000 * 1000
"""Bytes of a picture that a reader is asked to load; a photo of a telephone has some 4 million."""

_MOST_PIXELS = 80 * 1000 * 1000
_LONGEST_SIDE = 30_000

SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/webp": ".webp",
}
"""What may be shown, and the ending of its file."""

_READERS: dict[str, Callable[[bytes], Shown]] = {
    "image/jpeg": shown_of_jpeg,
    "image/png": shown_of_png,
    "image/gif": shown_of_gif,
    "image/webp": shown_of_webp,
}
_OTHERS = (
    (b"<svg", "an SVG drawing, which a browser may run"),
    (b"<?xml", "an SVG drawing, which a browser may run"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\xd7\xcd\xc6\x9a", "a Windows metafile"),
    (b"\x01\x00\x00\x00", "a Windows metafile"),
)


@dataclass(frozen=True)
class CleanPicture:
    """A picture that may be shown.

    Attributes:
        content: its bytes.
        media_type: by these bytes, whatever its name was.
        width: in pixels, as it is seen.
        height: the same.
    """

    content: bytes
    media_type: str
    width: int
    height: int


def type_of(content: bytes) -> str:
    """The media type of a picture that may be shown; empty for anything else."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    return "image/webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else ""


def cleaned(content: bytes) -> CleanPicture:
    """The picture with nothing in it but what it shows; one that is clean stays as it is.

    Raises:
        UnusablePicture: it is of another format, damaged, or too big.
    """
    if len(content) > MOST_BYTES:
        raise UnusablePicture(
            f"has {len(content) / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB of one"
        )
    media_type = type_of(content)
    if not media_type:
        raise UnusablePicture(f"is {_what(content)}: save it as PNG or JPEG")
    shown = _READERS[media_type](content)
    if min(shown.width, shown.height) < 1:
        raise UnusablePicture("is damaged: it has no size")
    if shown.width * shown.height > _MOST_PIXELS or max(shown.width, shown.height) > _LONGEST_SIDE:
        raise UnusablePicture(
            f"has {shown.width} × {shown.height} pixels, more than a browser should unpack"
        )
    return CleanPicture(shown.content, media_type, shown.width, shown.height)


def _what(content: bytes) -> str:
    start = content.lstrip()[:200].lower()
    if content[4:8] == b"ftyp":
        return "a HEIC or AVIF picture"
    found = (name for mark, name in _OTHERS if content.startswith(mark) or start.startswith(mark))
    return next(found, "no picture of a kind that is shown (JPEG, PNG, GIF, WebP)")
