"""PDF files with a text layer; a scan is refused with the name of a program that reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import UnreadableReport
from generator.importers import Claim
from generator.model import Block, Draft, Problem, RawReport
from generator.office import WITHHELD, Properties, candidates
from generator.pdf import Extracted, extract, mended

NAME = "PDF"

_BEGINS = re.compile(rb"[^A-Za-z]{0,1024}%PDF-\d")
_CREATED = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
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
    )


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
    if found.pictures:
        count = len(found.pictures)
        pages = ", ".join(map(str, dict.fromkeys(found.pictures[:20])))
        left = "a picture was left out" if count == 1 else f"{count} pictures were left out"
        message = f"{left}; 'archive picture' adds one"
        yield Problem(
            raw.name, 0, "pictures", f"page {pages}", message, "add what the report needs"
        )
    if running:
        message = f"{running} running heads, feet and page numbers were left out"
        yield Problem(raw.name, 0, "", "", message, "the original keeps them")
