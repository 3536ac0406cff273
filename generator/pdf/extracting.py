"""Text and pictures of a PDF, out of a process of its own that ends at its limits."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from subprocess import CompletedProcess

from generator.errors import UnreadableReport

MOST_PAGES = 500
MOST_CHARACTERS = 4_000_000
SECONDS = 60
MEGABYTES = 1_500

Object = tuple[int, int]
"""Number and generation."""

_CHILD = Path(__file__).with_name("child.py")
_REASONS = {
    "locked": "is locked by a password: print it into a new PDF without one, or save its text",
    "damaged": "is damaged or cut off: fetch it again, or print it into a new PDF",
    "memory": f"needs more than {MEGABYTES} MB of memory to be read: save its text",
}


@dataclass(frozen=True)
class Piece:
    """A piece of text on a page; lengths in points, from the left and from below."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Extracted:
    """What a PDF holds.

    Attributes:
        pages: the pieces of each page, in the order in which it draws them.
        heights: the height of each page in points.
        broken: numbers of the pages that could not be read, from 1.
        left: how many pages were not read, since there were too many.
        has_scans: whether pages without text have pictures, as those of a scan.
        pictures: for each picture beside the text the number of its page, and its object, without
            logos and ornaments, pictures that several pages have (a letterhead), and scans
            of whole pages.
        title, author, created: the properties of the file.
    """

    pages: tuple[tuple[Piece, ...], ...]
    heights: tuple[float, ...]
    broken: tuple[int, ...]
    left: int
    has_scans: bool
    pictures: tuple[tuple[int, Object], ...]
    title: str
    author: str
    created: str


def extract(content: bytes, seconds: int = SECONDS) -> Extracted:
    """Read a PDF.

    Raises:
        UnreadableReport: it is locked, damaged, or takes too much time or memory.
    """
    done = _run(content, seconds, "text", MOST_PAGES, MOST_CHARACTERS)
    if done is None or done.returncode < 0:
        raise _too_slow(seconds)
    if done.returncode > 0:
        raise UnreadableReport(_REASONS["damaged"])
    found = json.loads(done.stdout)
    if "error" in found:
        raise UnreadableReport(_REASONS[found["error"]])
    return Extracted(
        tuple(tuple(Piece(*piece) for piece in page) for page in found["pages"]),
        tuple(found["heights"]),
        tuple(found["broken"]),
        found["left"],
        found["scans"] > 0,
        tuple((page, (number, generation)) for page, number, generation in found["pictures"]),
        *(found.get(name, "") for name in ("title", "author", "created")),
    )


@lru_cache(maxsize=1)
def pictures_in(
    content: bytes, objects: tuple[Object, ...], seconds: int = SECONDS
) -> tuple[bytes | str, ...]:
    """The pictures of a PDF that are these objects, as JPEG or PNG, or why there is none.

    Kept until those of another file are asked for: whoever asks for one will ask for the others. What
    was ready before time or memory ended is there.
    """
    done = _run(content, seconds, "pictures", *chain.from_iterable(objects))
    output = done.stdout if done is not None else b""
    found: list[bytes | str] = []
    end = 0
    while len(found) < len(objects) and (line := output.find(b"\n", end)) >= 0:
        told = json.loads(output[end : line + 1])
        end = line + 1 + (0 if isinstance(told, str) else told)
        if end > len(output):
            break
        found.append(told if isinstance(told, str) else output[line + 1 : end])
    missing = f"takes, with those before it, more than {seconds} seconds to be read"
    return (*found, *[missing] * (len(objects) - len(found)))


def _run(content: bytes, seconds: int, *work: object) -> CompletedProcess[bytes] | None:
    """The child's answer; None where it did not even end when it was told to."""
    command = [sys.executable, "-I", str(_CHILD), str(seconds), str(MEGABYTES), *map(str, work)]
    try:
        return subprocess.run(command, input=content, capture_output=True, timeout=seconds + 5)
    except subprocess.TimeoutExpired:
        return None


def _too_slow(seconds: int) -> UnreadableReport:
    return UnreadableReport(
        f"takes more than {seconds} seconds to be read: print it into a new PDF, or save its text"
    )
