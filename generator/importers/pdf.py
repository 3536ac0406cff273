"""PDF files with a text layer; a scan is refused with the name of a program that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

from generator.errors import UnreadableReport, UnusablePicture
from generator.importers import Claim
from generator.model import Block, Draft, PictureInside, Problem, RawReport
from generator.office import WITHHELD, Properties, candidates
from generator.pdf import Extracted, Object, extract, mended, pictures_in

NAME = "PDF"

_BEGINS = re.compile(rb"[^A-Za-z]{0,1024}%PDF-\d")
_CREATED = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
_COVERED = (
    "came in a PDF, whose page may cover or cut off parts of it: compare them, look at who is to be seen,"
    " and take this line away"
)
_MOST_PICTURES = 100  # of one report
_LITTLE = 20  # letters a page, below which the pages of a file are pictures


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins as PDF."""
    return Claim.STRONG if _BEGINS.match(raw.head) else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the file.

    Raises:
        UnreadableReport: it is a scan, locked, damaged, empty, or takes too much time or memory.
    """
    found = extract(raw.content)
    text = mended(found)
    letters = sum(len(re.findall(r"[^\W_]", paragraph)) for paragraph in text.paragraphs)
    if found.has_scans and letters < _LITTLE * len(found.pages):
        raise UnreadableReport(
            "is a scan: its pages are pictures without text; let a program for OCR read them first,"
            " such as 'ocrmypdf -l eng+ara scan.pdf read.pdf', and import what it makes"
        )
    if not letters and found.broken:
        raise UnreadableReport(
            "is damaged, or made to be a trap: none of its pages can be read; print it into a new PDF"
        )
    if not letters:
        raise UnreadableReport("is empty: there is no word in it")
    blocks = [Block(paragraph, paragraph) for paragraph in text.paragraphs]
    yield Draft(
        raw,
        "application/pdf",
        "\n\n".join(text.paragraphs),
        problems=tuple(_problems(raw, found, text.running)),
        candidates=tuple(candidates(_properties(found), blocks, text.heading)),
        withheld=WITHHELD,
        pictures=tuple(_pictures(raw, found)),
    )


def _pictures(raw: RawReport, found: Extracted) -> Iterator[PictureInside]:
    """Those beside the text: nobody knows where in the text, nor what of them their page shows."""
    taken = found.pictures[:_MOST_PICTURES]
    objects = tuple(one for _, one in taken)
    for place, (page, _) in enumerate(taken):
        read = partial(_picture, raw.open, objects, place)
        name, where = f"the picture on page {page}", f"page {page}"
        yield PictureInside(name, read, withheld=_COVERED, is_apart=True, where=where)


def _picture(opened: Callable[[], BinaryIO], objects: tuple[Object, ...], place: int) -> bytes:
    with opened() as file:
        picture = pictures_in(file.read(), objects)[place]
    if isinstance(picture, str):
        raise UnusablePicture(f"{picture}; 'archive picture' adds another")
    return picture


def _properties(found: Extracted) -> Properties:
    day = _CREATED.match(found.created)
    return Properties(found.title, found.author, "-".join(day.groups()) if day else "")


def _problems(raw: RawReport, found: Extracted, running: int) -> Iterator[Problem]:
    if found.broken:
        pages = ", ".join(map(str, found.broken[:20]))
        message = "pages could not be read"
        yield Problem(raw.name, 0, "", pages, message, "compare the article with the file")
    if found.left:
        message = f"{found.left} pages at the end were not read: there are too many"
        yield Problem(raw.name, 0, "", "", message, "part the file")
    if (more := len(found.pictures) - _MOST_PICTURES) > 0:
        message = f"{more} more pictures were left out"
        yield Problem(raw.name, 0, "pictures", "", message, "add what the report needs")
    if running:
        message = f"{running} running heads, feet and page numbers were left out"
        yield Problem(raw.name, 0, "", "", message, "the original keeps them")
