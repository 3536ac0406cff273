"""MHTML (RFC 2557): a page that a browser saved as one file, ``.mhtml`` or ``.mht``, with its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import islice
from urllib.parse import urldefrag, urljoin

from generator.errors import UnreadableReport
from generator.html import page_parts
from generator.importers import Claim
from generator.mail import is_snapshot
from generator.model import Draft, RawReport

NAME = "MHTML"

_WITHHELD = "a page with all its files in one"  # in the catalogue
_PAGES = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 2_000


def claims(raw: RawReport) -> Claim:
    """A strong claim on a mail's form that a browser saved a page in."""
    return Claim.STRONG if is_snapshot(raw.head) else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the page; it can't be younger than the day on which it was saved.

    Raises:
        UnreadableReport: no page is in it, or see ``generator.html.page_parts``.
    """
    message, files = _taken_apart(raw.content)
    page = next((part for part in files if part.get_content_type() in _PAGES), None)
    if page is None:
        raise UnreadableReport(
            "is damaged: no page is in it; open it in a browser, and save it anew"
        )
    saved = _saved(message, raw.retrieved)
    address = _address(message.get("Snapshot-Content-Location") or page.get("Content-Location"))
    beside = PicturesInside(raw.sha256, replace(raw, head=raw.head[:2]))
    html = RawReport.of(raw.name, _bytes_of(page), saved)
    parts = page_parts(replace(html, beside=beside), address)
    yield Draft(
        replace(raw, retrieved=saved),
        "multipart/related",
        blocks=parts.blocks,
        candidates=parts.candidates,
        pictures=tuple(replace(picture, is_beside=False) for picture in parts.pictures),
        withheld=_WITHHELD,
    )


@dataclass(frozen=True)
class PicturesInside:
    """The pictures of a saved page; see ``generator.model.Beside``.

    Attributes:
        sha256: of the file.
        raw: the file.
    """

    sha256: str
    raw: RawReport = field(compare=False)

    def name_of(self, target: str, base: str) -> str:
        """The address of a picture, or its Content-ID."""
        try:
            return urldefrag(urljoin(base, target)).url
        except ValueError:
            return ""

    def read(self, name: str) -> bytes:
        """The picture that was saved from there."""
        return _pictures(self)[name]


@lru_cache(maxsize=2)
def _pictures(inside: PicturesInside) -> Mapping[str, bytes]:
    """Each picture, by its address and by its Content-ID; the first of several counts."""
    found: dict[str, bytes] = {}
    _, files = _taken_apart(inside.raw.content)
    for part in files:
        if part.get_content_maintype() == "image":
            content = _bytes_of(part)
            found.setdefault(urldefrag(str(part.get("Content-Location", ""))).url.strip(), content)
            found.setdefault(f"cid:{str(part.get('Content-ID', '')).strip(' <>')}", content)
    return found


def _taken_apart(content: bytes) -> tuple[Message, list[Message]]:
    """The whole and each file in it."""
    try:
        message = message_from_bytes(content)
        parts = list(islice(message.walk(), _MOST_PARTS + 1))
    except RecursionError:
        parts = []
    if not 0 < len(parts) <= _MOST_PARTS:
        reason = (
            f"is nested deeper, or has more than the {_MOST_PARTS:,} parts that a page can have"
        )
        raise UnreadableReport(f"{reason}: save it anew")
    return message, [part for part in parts if not part.is_multipart()]


def _bytes_of(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _address(said: object) -> str:
    """Where the page stood; an empty text if that was a file."""
    address = str(said or "").strip()
    return address if re.match(r"https?://[^\s/]", address) else ""


def _saved(message: Message, latest: date) -> date:
    """The day on which the page was saved, if the file says so."""
    try:
        return min(parsedate_to_datetime(str(message.get("Date", ""))).date(), latest)
    except (ValueError, TypeError, OverflowError):
        return latest
