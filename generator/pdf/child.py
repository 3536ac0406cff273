"""Runs by itself (``python child.py seconds megabytes text pages characters < file.pdf``): PDF in, JSON out.

pypdf is pure Python, and a hostile file can make it loop or fill the memory. So it runs in a process
that the system ends at its limits; this file imports nothing of the package and starts in no time.

The JSON has ``error`` (a word), or ``pages`` (lists of ``[text, x, y, size]`` in the order of the
file, lengths in points, from the left and from below), ``heights``, ``broken`` (numbers of pages), ``left``
(pages not read), ``scans`` (how many pages have pictures and no text), ``pictures`` (for each picture
beside the text the number of its page, and number and generation of its object), and the document's
``title``, ``author`` and ``created``.

``python child.py seconds megabytes pictures number generation …`` gives pictures, each as soon as it is
ready: a line of JSON, its size in bytes or a text that says why there is none; then its bytes as JPEG
or PNG.
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
from collections.abc import Iterator, Sequence
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

_BITS = {_GREY: (1, 2, 4, 8, 16), _COLOURS: (8, 16), _PALETTE: (1, 2, 4, 8)}
"""How many bits of a colour, or of a place in the palette, each of them may have."""

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
    shown: dict[tuple[int, int], set[int]] = {}
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
    alone = ((min(on), *reference) for reference, on in shown.items() if len(on) == 1)
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


def pictures_of(page: Any, drawn: Drawn) -> list[tuple[int, int]]:
    """The objects of the pictures that a page draws beside its text; ornaments and a scan of it are none."""
    covered: dict[tuple[int, int], float] = {}

    def look(resources: Any, depth: int) -> None:
        things: Any = said(resources, "/XObject") if resources is not None else None
        for name in sorted(things.keys() & drawn.keys()) if things is not None else ():
            reference, thing = things.raw_get(name), said(things, name)
            if not hasattr(reference, "idnum") or thing is None:
                continue
            if said(thing, "/Subtype") == "/Form" and depth < _DEEPEST:
                look(said(thing, "/Resources"), depth + 1)
            elif said(thing, "/Subtype") == "/Image" and not said(thing, "/ImageMask"):
                smaller = min(int(said(thing, side) or 0) for side in ("/Width", "/Height"))
                if smaller >= _FEWEST_PIXELS:
                    key = (reference.idnum, reference.generation)
                    covered[key] = max(drawn[name], covered.get(key, 0.0))

    look(said(page, "/Resources"), 0)
    return [key for key, share in covered.items() if share < _WHOLE_PAGE]


def said(dictionary: Any, name: str) -> Any:
    """An entry, wherever it stands in the file; None where it is null, or there is none."""
    value = dictionary[name] if name in dictionary else None  # noqa: SIM401  # get() follows nothing
    return None if type(value).__name__ == "NullObject" else value


def properties(reader: Any) -> dict[str, str]:
    """Title, author and day of the file; empty texts where they cannot be read."""
    try:
        said = reader.metadata or {}
        names = {"title": "/Title", "author": "/Author", "created": "/CreationDate"}
        return {key: str(said.get(name) or "")[:500] for key, name in names.items()}
    except MISTAKES:
        return {}


def shown(content: bytes, objects: Sequence[tuple[int, int]]) -> Iterator[bytes | str]:
    """Pictures of a file, or why there is none."""
    import pypdf
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError
    from pypdf.generic import IndirectObject

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    errors = (PyPdfError, DependencyError, DeprecationError)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            reader.decrypt("")
    except (*errors, *MISTAKES):
        yield from ("is damaged" for _ in objects)
        return
    size = 0
    for number, generation in objects:
        picture: bytes | str
        try:
            picture = encoded(IndirectObject(number, generation, reader).get_object())
        except MemoryError:
            picture = "needs too much memory"
        except (*errors, zlib.error, struct.error, EOFError, *MISTAKES):
            picture = "is damaged"
        reader.resolved_objects.clear()  # with what was unpacked of it
        size += len(picture) if isinstance(picture, bytes) else 0
        yield picture if size <= _MOST_BYTES else "is one too many for one report"


def encoded(image: Any) -> bytes | str:
    """A picture of a PDF as JPEG or PNG, or why it is none (ISO 32000-2, 8.9)."""
    if said(image, "/Subtype") != "/Image":
        return "is damaged"
    filters = said(image, "/Filter")
    names = [filters] if isinstance(filters, str) else [one.get_object() for one in filters or ()]
    for name in names:
        if name in _OTHERS:
            return _OTHERS[name]
    width, height = int(said(image, "/Width")), int(said(image, "/Height"))
    if width * height > _MOST_PIXELS:
        return f"has {width} × {height} pixels, more than a browser should unpack"
    is_jpeg = names[-1:] in (["/DCTDecode"], ["/DCT"])
    kind, palette = colours_of(said(image, "/ColorSpace") or ("/DeviceRGB" if is_jpeg else ""))
    if kind < 0:
        return "has colours that browsers don't show, such as those for printing"
    bits = int(said(image, "/BitsPerComponent") or 8)
    if not is_usual(said(image, "/Decode"), kind, bits):
        return "has its colours turned around"
    if is_jpeg:
        return bytes(image.get_data())
    if bits not in _BITS[kind]:
        return f"has {bits} bits for a colour, which browsers don't show"
    return png(width, height, bits, kind, bytes(image.get_data()), palette[: 3 * 2**bits])


def colours_of(space: Any) -> tuple[int, bytes]:
    """Which kind of PNG has these colours, and its palette; -1 where none has (8.6)."""
    if not isinstance(space, str):
        space = space.get_object()
    name = space if isinstance(space, str) else space[0].get_object()
    if name in ("/DeviceGray", "/CalGray", "/G"):
        return _GREY, b""
    if name in ("/DeviceRGB", "/CalRGB", "/RGB"):
        return _COLOURS, b""
    if name == "/ICCBased":
        return {1: _GREY, 3: _COLOURS}.get(int(said(space[1].get_object(), "/N") or 0), -1), b""
    if name in ("/Indexed", "/I"):
        base, _ = colours_of(space[1])
        table = space[3].get_object()
        listed = bytes(table.get_data() if hasattr(table, "get_data") else table.original_bytes)
        if base == _COLOURS and len(listed) >= 3:
            return _PALETTE, listed[: len(listed) // 3 * 3][:768]
        if base == _GREY and listed:
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
    if len(samples) < length * height:
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
    if work == "text":
        try:
            found = read(content, *numbers)
        except MemoryError:
            found = {"error": "memory"}
        sys.stdout.write(json.dumps(found))
        return
    for picture in shown(content, [*zip(numbers[::2], numbers[1::2], strict=True)]):
        is_there = isinstance(picture, bytes)
        sys.stdout.write(json.dumps(len(picture) if is_there else picture) + "\n")
        sys.stdout.flush()
        sys.stdout.buffer.write(picture if isinstance(picture, bytes) else b"")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
