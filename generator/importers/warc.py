"""Web archives: WARC, packed or not; each page that was captured is a report."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.errors import UnreadableReport
from generator.html import looks_like_html, wording
from generator.importers import Claim, Part
from generator.importers._http_response import HEAD, Response, body_of, response_of
from generator.importers._warc_pictures import PicturesInside
from generator.importers._warc_records import GZIP, Record, records
from generator.model import BrokenPart, Draft, LeftOut, RawReport
from generator.model.draft import WHOLE

NAME = "web archive"

_BEGINS = re.compile(rb"\s*WARC/\d\.\d+\r?\n")
_HTML = ("text/html", "application/xhtml+xml")
_UNTOLD = ("", "application/octet-stream", "text/plain", "application/xml", "text/xml", "unk")
_PAGE = re.compile(
    rb"<(?:!doctype|html|head|body|div|p|h[1-6]|table|article|span|a)\b", re.IGNORECASE
)
_FIRST_YEAR = 1990  # of the web
_WORD = re.compile(rb"[A-Za-z0-9\x80-\xff]")


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins with a record, also where it is packed."""
    return Claim.STRONG if _BEGINS.match(_first_bytes(raw.head)) else Claim.NONE


def parts(raw: RawReport) -> Iterator[Part]:
    """Each page, by its address; of everything else how much there was.

    A page that was captured several times is imported as it was first, and reported as changed if
    it later had other words.

    Raises:
        UnreadableReport: the file is cut or damaged; what stands before was read.
    """
    others: Counter[str] = Counter()
    for record in records(raw):
        part = _part(raw, record, others)
        if part is not None:
            yield part
    for what, count in sorted(others.items()):
        yield LeftOut(f"{count:,} × {what}", "is no page to import")


def read(raw: RawReport) -> Iterator[Draft]:
    """Never called: pages are read by the importer of HTML."""
    raise UnreadableReport(f"{raw.name} is a web archive and no report")


def _first_bytes(head: bytes) -> bytes:
    if not head.startswith(GZIP):
        return head[:64]
    try:
        return zlib.decompressobj(31).decompress(head, 64)
    except zlib.error:
        return b""


def _part(raw: RawReport, record: Record, others: Counter[str]) -> Part | None:
    """The page in a record; None for what is none, which is counted."""
    if record.kind not in ("response", "resource"):
        if record.kind == "revisit":
            others["page captured again, unchanged (revisit)"] += 1
        return None
    block = record.read(HEAD)
    response = _response(record, block)
    if response.status != 200:
        others[f"answer with the status {response.status}"] += 1
        return None
    if not _may_be_page(response, block[response.size :]):
        others[f"file of the type {response.media_type[:60] or 'unknown'}"] += 1
        return None
    if record.length > WHOLE:
        return BrokenPart(record.address, f"has more than {WHOLE / 2**20:.0f} MB")
    return _page(raw, record, response, block[response.size :] + record.read(WHOLE))


def _response(record: Record, block: bytes) -> Response:
    """The answer of a server; a resource was captured without one."""
    if record.kind == "response":
        return response_of(block)
    return Response(200, {"content-type": record.fields.get("content-type", "")}, 0)


def _may_be_page(response: Response, start: bytes) -> bool:
    """Whether it is HTML by what the server said, or by its content where that is nothing."""
    if response.media_type in _HTML:
        return True
    return response.media_type in _UNTOLD and looks_like_html(start, "")


def _page(raw: RawReport, record: Record, response: Response, content: bytes) -> Part | None:
    address = record.address or record.fields.get("warc-record-id", "")
    if cut := record.fields.get("warc-truncated"):
        return BrokenPart(address, f"was cut when it was captured ({cut}): save the page anew")
    try:
        body = body_of(response, content)
    except UnreadableReport as error:
        return BrokenPart(address, str(error))
    said = wording(body)
    if not _PAGE.search(body) or not _WORD.search(said):
        return LeftOut(address, "has no words")
    page = raw.part(
        address,
        body,
        importer="html",
        counted=address.encode() + b"\n" + said,
        retrieved=_day_of(record, raw.retrieved),
    )
    return replace(page, beside=PicturesInside.of(raw))


def _day_of(record: Record, today: date) -> date:
    """The day of the capture, which bounds every date in the page; today where it is impossible."""
    written = record.fields.get("warc-date", "")
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", written)
    try:
        day = date(*map(int, found.groups())) if found else today
    except ValueError:
        return today
    return day if day.year >= _FIRST_YEAR and day <= today else today
