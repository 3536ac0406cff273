"""Pictures made by Pillow, full of what nobody may see."""

from __future__ import annotations

import io
import struct
from typing import Any

from PIL import Image, PngImagePlugin

SECRET = b"zqxsecret"
UPRIGHT_AS_HELD = 6
"""An orientation: the picture lies on its side."""


def noise(size: tuple[int, int] = (120, 80)) -> Image.Image:
    """A picture that packs badly, the same each time."""
    return Image.frombytes(
        "RGB", size, bytes(n * n * 7 % 251 for n in range(size[0] * size[1] * 3))
    )


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def telling(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: who, with what, where, and which way up."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = SECRET.decode()
    exif[0x010F] = SECRET.decode()
    exif[0x8825] = {1: "N", 2: (33.0, 30.0, 12.0), 3: "E", 4: (36.0, 18.0, 5.0)}
    return exif


def jpeg(size: tuple[int, int] = (120, 80), orientation: int = 1) -> bytes:
    thumbnail = b"\xff\xe0\x00\x11JFXX\x00\x10" + SECRET
    found = saved(noise(size), "JPEG", exif=telling(orientation), comment=SECRET)
    return found[:2] + thumbnail + found[2:] + SECRET


def png(size: tuple[int, int] = (120, 80)) -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET.decode())
    words.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET.decode()}</x>")
    return saved(noise(size), "PNG", pnginfo=words, exif=telling(), dpi=(72, 72)) + SECRET


def moving(kind: str) -> bytes:
    """Three frames."""
    frames = [noise((60, 40)).rotate(90 * turns) for turns in range(3)]
    options = {"comment": SECRET} if kind == "GIF" else {}
    return saved(
        frames[0], kind, save_all=True, append_images=frames[1:], duration=80, loop=0, **options
    )


def webp(orientation: int = 1) -> bytes:
    xmp = b"<x>" + SECRET + b"</x>"
    return saved(noise(), "WEBP", exif=telling(orientation).tobytes(), xmp=xmp)


def profile(described: str, *fields: bytes) -> bytes:
    """A profile of colours that has a description, and other fields."""
    words = described.encode("utf-16-be")
    text = b"mluc" + bytes(4) + struct.pack(">LL4sLL", 1, 12, b"enUS", len(words), 28) + words
    names = (b"desc", *fields)
    start = 132 + 12 * len(names)
    table = b"".join(struct.pack(">4sLL", name, start, len(text)) for name in names)
    head = bytes(24) + b"made-2026-11" + bytes(92)
    return head + struct.pack(">L", len(names)) + table + text
