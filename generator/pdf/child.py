"""Runs by itself (``python child.py seconds megabytes pages characters < file.pdf``): PDF in, JSON out.

pypdf is pure Python, and a hostile file can make it loop or fill the memory. So it runs in a process
that the system ends at its limits; this file imports nothing of the package and starts in no time.

The JSON has ``error`` (a word), or ``pages`` (lists of ``[text, x, y, size]`` in the order of the
file, lengths in points, from the left and from below), ``heights``, ``broken`` (numbers of pages), ``left``
(pages not read), and the document's ``title``, ``author`` and ``created``.
"""

from __future__ import annotations

import io
import json
import logging
import resource
import sys
import warnings

Piece = tuple[str, float, float, float]

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
    pictures = total = 0
    for number in range(min(count, most_pages)):
        try:
            page = reader.pages[number]
            height, pieces = float(page.mediabox.height), pieces_of(page)
            heights.append(height)
            pages.append(pieces)
            pictures += not pieces and "/XObject" in (page.get("/Resources") or {})
        except (PyPdfError, *MISTAKES):
            broken.append(number + 1)
            continue
        total += sum(len(piece[0]) for piece in pieces)
        if total > most_characters:
            break
    left = count - len(pages) - len(broken)
    found: dict[str, object] = {"pages": pages, "heights": heights, "broken": broken, "left": left}
    return {**found, "pictures": pictures, **properties(reader)}


def pieces_of(page: object) -> list[Piece]:
    """The pieces of text that a page draws, in its own order, each with its place and size."""
    pieces: list[Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if not text.strip("\n"):
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        shown = abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1]))
        pieces.append((text, round(x, 1), round(y, 1), round(shown, 1)))

    page.extract_text(visitor_text=visit)  # type: ignore[attr-defined]  # imported lazily, so unknown here
    return pieces


def properties(reader: object) -> dict[str, str]:
    """Title, author and day of the file; empty texts where they cannot be read."""
    try:
        said = reader.metadata or {}  # type: ignore[attr-defined]  # see above
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
