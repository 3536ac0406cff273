"""Runs by itself (``python child.py seconds megabytes pages characters < file.pdf``): PDF in, JSON out.

pypdf is pure Python, and a hostile file can make it loop or fill the memory. So it runs in a process
that the system ends at its limits; this file imports nothing of the package and starts in no time.

The JSON has ``error`` (a word), or ``pages`` (lists of ``[text, x, y, size]`` in the order of the
file, lengths in points, from the left and from below), ``heights``, ``broken`` (numbers of pages), ``left``
(pages not read), ``scans`` (how many pages have pictures and no text), ``pictures`` (for each picture
beside the text the number of its page), and the document's ``title``, ``author`` and ``created``.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import resource
import sys
import warnings
from typing import Any

Piece = tuple[str, float, float, float]
Drawn = dict[str, float]
"""The names under which a page draws things, and how much of the page each covers, from 0 to 1."""

_FEWEST_PIXELS = 50  # below which a picture is an ornament, as in all other formats
_WHOLE_PAGE = (
    0.8  # what covers more of a page with text is its scan, and the text what a program read in it
)
_DEEPEST = 3  # of forms within forms

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
    shown: dict[object, set[int]] = {}
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
    pictures = sorted(min(numbers) for numbers in shown.values() if len(numbers) == 1)
    return {**found, "scans": scans, "pictures": pictures, **properties(reader)}


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


def pictures_of(page: Any, drawn: Drawn) -> list[object]:
    """What tells apart the pictures that a page draws beside its text; ornaments and a scan of it are none."""
    found: list[object] = []
    seen: set[object] = set()

    def look(resources: Any, depth: int) -> None:
        if not resources or "/XObject" not in resources:
            return
        things = resources["/XObject"]
        for name in things.keys() & drawn.keys():
            reference, thing = things.raw_get(name), things[name]
            key = getattr(reference, "idnum", name)
            if key in seen:
                continue
            seen.add(key)
            if thing.get("/Subtype") == "/Form" and depth < _DEEPEST:
                look(thing.get("/Resources"), depth + 1)
            elif thing.get("/Subtype") == "/Image" and not thing.get("/ImageMask"):
                smaller = min(int(thing.get("/Width", 0)), int(thing.get("/Height", 0)))
                if smaller >= _FEWEST_PIXELS and drawn[name] < _WHOLE_PAGE:
                    found.append(key)

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


def main() -> None:
    """Read a PDF from the standard input and tell what is in it."""
    seconds, megabytes, pages, characters = map(int, sys.argv[1:5])
    limit(seconds, megabytes)
    warnings.simplefilter("ignore")
    content = sys.stdin.buffer.read()
    try:
        found = read(content, pages, characters)
    except MemoryError:
        found = {"error": "memory"}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
