"""Runs by itself (``python child.py seconds megabytes text pages characters < file.pdf``): PDF in, JSON out.

pypdf is pure Python, and a hostile file can make it loop or fill the memory. So it runs in a process
that the system ends at its limits; this file imports nothing of the package and starts in no time.

The JSON has ``error`` (a word), or ``pages`` (lists of ``[text, x, y, size]`` in the order of the
file, lengths in points, from the left and from below), ``heights``, ``broken`` (numbers of pages), ``left``
(pages not read), ``scans`` (how many pages have pictures and no text), ``pictures`` (for each picture
beside the text the number of its page, and that of its object), and the document's ``title``,
``author`` and ``created``.

``python child.py seconds megabytes pictures object …`` gives pictures: a line of JSON, a list with the
size of each in bytes, or with a text that says why there is none; behind it their bytes as JPEG or PNG.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import resource
import struct
import sys
import warnings
import zlib
from collections.abc import Sequence
from typing import Any

Piece = tuple[str, float, float, float]
Drawn = dict[str, float]
"""The names under which a page draws things, and how much of the page each covers, from 0 to 1."""

_FEWEST_PIXELS = 200  # logos have fewer, and what is a logo a PDF doesn't say; as in mails
_WHOLE_PAGE = (
    0.8  # what covers more of a page with text is its scan, and the text what a program read in it
)
_DEEPEST = 3  # of forms within forms
_MOST_PIXELS = 80 * 1000 * 1000  # as of all pictures
_MOST_BYTES = 64 * 1000 * 1000  # of all pictures of a file

_OTHERS = {
    "/JPXDecode": "is JPEG 2000, which browsers don't show",
    "/JBIG2Decode": "is JBIG2, which browsers don't show",
    "/CCITTFaxDecode": "is packed as a fax, which browsers don't show",
}
_GREY, _COLOURS, _PALETTE = 0, 2, 3
"""How PNG numbers its kinds of pictures (W3C, PNG, 11.2.2)."""

MISTAKES = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError),
    *(NotImplementedError, RecursionError, ArithmeticError, RuntimeError, OSError),
)


def limit(seconds: int, megabytes: int) -> None:
    """Let the system end this process where it takes more."""
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def read(content: bytes, most_pages: int, most_characters: int) -> dict[str, object]:
    """The pages of a file, or why there are none."""
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return {"error": "locked"}
        count = len(reader.pages)
    except DependencyError:
        return {"error": "locked"}
    except (PyPdfError, *MISTAKES):
        return {"error": "damaged"}
    pages: list[list[Piece]] = []
    heights: list[float] = []
    broken: list[int] = []
    scans = total = 0
    shown: dict[int, set[int]] = {}
    for number in range(min(count, most_pages)):
        try:
            page = reader.pages[number]
            height, (pieces, drawn) = float(page.mediabox.height), drawn_on(page)
            heights.append(height)
            pages.append(pieces)
            scans += not pieces and "/XObject" in (page.get("/Resources") or {})
        except (PyPdfError, *MISTAKES):
            broken.append(number + 1)
            continue
        with contextlib.suppress(PyPdfError, *MISTAKES):
            for picture in pictures_of(page, drawn):
                shown.setdefault(picture, set()).add(number + 1)
        total += sum(len(piece[0]) for piece in pieces)
        if total > most_characters:
            break
    left = count - len(pages) - len(broken)
    found: dict[str, object] = {"pages": pages, "heights": heights, "broken": broken, "left": left}
    alone = ((min(on), number) for number, on in shown.items() if len(on) == 1)
    return {**found, "scans": scans, "pictures": sorted(alone), **properties(reader)}


def drawn_on(page: Any) -> tuple[list[Piece], Drawn]:
    """The pieces of text that a page draws, in its own order, each with its place and size; and what else."""
    pieces: list[Piece] = []
    drawn: Drawn = {}
    box = page.mediabox
    whole = abs(float(box.width) * float(box.height)) or 1.0

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if not text.strip("\n"):
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        shown = abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1]))
        pieces.append((text, round(x, 1), round(y, 1), round(shown, 1)))

    def see(operator: bytes, operands: list[object], cm: list[float], _tm: list[float]) -> None:
        if operator == b"Do" and operands:
            covered = abs(cm[0] * cm[3] - cm[1] * cm[2]) / whole
            drawn[str(operands[0])] = max(covered, drawn.get(str(operands[0]), 0.0))

    page.extract_text(visitor_operand_before=see, visitor_text=visit)
    return pieces, drawn


def pictures_of(page: Any, drawn: Drawn) -> list[int]:
    """The objects of the pictures that a page draws beside its text; ornaments and a scan of it are none."""
    found: list[int] = []
    seen: set[int] = set()

    def look(resources: Any, depth: int) -> None:
        if not resources or "/XObject" not in resources:
            return
        things = resources["/XObject"]
        for name in things.keys() & drawn.keys():
            number, thing = things.raw_get(name).idnum, things[name]
            if number in seen:
                continue
            seen.add(number)
            if thing.get("/Subtype") == "/Form" and depth < _DEEPEST:
                look(thing.get("/Resources"), depth + 1)
            elif thing.get("/Subtype") == "/Image" and not thing.get("/ImageMask"):
                smaller = min(int(thing.get("/Width", 0)), int(thing.get("/Height", 0)))
                if smaller >= _FEWEST_PIXELS and drawn[name] < _WHOLE_PAGE:
                    found.append(number)

    look(page.get("/Resources"), 0)
    return found


def properties(reader: Any) -> dict[str, str]:
    """Title, author and day of the file; empty texts where they cannot be read."""
    try:
        said = reader.metadata or {}
        names = {"title": "/Title", "author": "/Author", "created": "/CreationDate"}
        return {key: str(said.get(name) or "")[:500] for key, name in names.items()}
    except MISTAKES:
        return {}


def shown(content: bytes, objects: Sequence[int]) -> tuple[list[int | str], list[bytes]]:
    """Pictures of a file: the size of each, or why there is none; and their bytes."""
    import pypdf
    from pypdf.errors import PyPdfError
    from pypdf.generic import IndirectObject

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    told: list[int | str] = []
    pictures: list[bytes] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            reader.decrypt("")
    except (PyPdfError, *MISTAKES):
        return ["is damaged" for _ in objects], []
    for number in objects:
        try:
            picture = encoded(IndirectObject(number, 0, reader).get_object())
        except (PyPdfError, zlib.error, struct.error, *MISTAKES):
            picture = "is damaged"
        if isinstance(picture, bytes) and sum(map(len, pictures)) + len(picture) > _MOST_BYTES:
            picture = "is one too many for one report"
        if isinstance(picture, bytes):
            pictures.append(picture)
        told.append(picture if isinstance(picture, str) else len(picture))
    return told, pictures


def encoded(image: Any) -> bytes | str:
    """A picture of a PDF as JPEG or PNG, or why it is none (ISO 32000-2, 8.9)."""
    filters = image.get("/Filter") or []
    last = (filters if isinstance(filters, str) else (list(filters) or [""])[-1]) or ""
    width, height = int(image["/Width"]), int(image["/Height"])
    if last in _OTHERS:
        return _OTHERS[last]
    if width * height > _MOST_PIXELS:
        return f"has {width} × {height} pixels, more than a browser should unpack"
    kind, palette = colours_of(image.get("/ColorSpace"))
    if kind < 0:
        return "has colours for printing, which browsers show wrongly"
    bits = int(image.get("/BitsPerComponent", 8))
    if not is_usual(image.get("/Decode"), kind, bits):
        return "has its colours turned around"
    if last == "/DCTDecode":
        return bytes(image.get_data())
    return png(width, height, bits, kind, bytes(image.get_data()), palette)


def colours_of(space: Any) -> tuple[int, bytes]:
    """Which kind of PNG has these colours, and its palette; -1 where none has (8.6)."""
    space = space.get_object() if space is not None else "/DeviceRGB"
    name = space if isinstance(space, str) else space[0].get_object()
    if name in ("/DeviceGray", "/CalGray", "/G"):
        return _GREY, b""
    if name in ("/DeviceRGB", "/CalRGB", "/RGB"):
        return _COLOURS, b""
    if name == "/ICCBased":
        return {1: _GREY, 3: _COLOURS}.get(int(space[1].get_object()["/N"]), -1), b""
    if name in ("/Indexed", "/I"):
        base, _ = colours_of(space[1])
        table = space[3].get_object()
        listed = bytes(table.get_data() if hasattr(table, "get_data") else table.original_bytes)
        if base == _COLOURS:
            return _PALETTE, listed[: len(listed) // 3 * 3][:768]
        if base == _GREY:
            return _PALETTE, bytes(level for level in listed[:256] for _ in range(3))
    return -1, b""


def is_usual(decode: Any, kind: int, bits: int) -> bool:
    """Whether the least number is the darkest, as everywhere; in a palette the first."""
    if decode is None:
        return True
    ends = {_GREY: [0, 1], _COLOURS: [0, 1] * 3, _PALETTE: [0, 2**bits - 1]}
    return [float(end) for end in decode] == ends[kind]


def png(
    width: int, height: int, bits: int, kind: int, samples: bytes, palette: bytes
) -> bytes | str:
    """Rows of samples, which PDF and PNG have in the same form, as a PNG without filters."""
    length = (width * bits * (3 if kind == _COLOURS else 1) + 7) // 8
    if len(samples) < length * height or (kind == _COLOURS and bits < 8):
        return "is damaged"
    rows = b"".join(b"\0" + samples[n * length : (n + 1) * length] for n in range(height))
    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    parts = [(b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
        if data or name != b"PLTE"
    )


def main() -> None:
    """Read a PDF from the standard input and tell what is in it, or give its pictures."""
    seconds, megabytes = map(int, sys.argv[1:3])
    work, numbers = sys.argv[3], [int(number) for number in sys.argv[4:]]
    limit(seconds, megabytes)
    warnings.simplefilter("ignore")
    content = sys.stdin.buffer.read()
    found: object
    pictures: list[bytes] = []
    try:
        if work == "text":
            found = read(content, *numbers)
        else:
            found, pictures = shown(content, numbers)
    except MemoryError:
        found = {"error": "memory"}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    sys.stdout.buffer.writelines(pictures)


if __name__ == "__main__":
    main()
