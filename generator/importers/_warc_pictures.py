"""The pictures of a web archive, for the pages in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import urldefrag, urljoin

from generator.errors import UnreadableReport, UnusablePicture
from generator.importers._http_response import HEAD, Response, body_of, response_of
from generator.importers._warc_records import Record, places, record_at
from generator.model import RawReport
from generator.pictures import MOST_BYTES

_MOST = 300_000  # pictures that are remembered of one file; a place and a part of a hash each
_LOOK = 8_192


@dataclass(frozen=True)
class PicturesInside:
    """What a page of a web archive may show; see ``generator.model.Beside``.

    Attributes:
        sha256: of the web archive.
        raw: the web archive.
    """

    sha256: str
    raw: RawReport = field(compare=False)

    @classmethod
    def of(cls, raw: RawReport) -> PicturesInside:
        """Those of a web archive."""
        return cls(raw.sha256, replace(raw, head=raw.head[:2]))

    def name_of(self, target: str, base: str) -> str:
        """The address, which is what a capture is called by."""
        try:
            address = urldefrag(urljoin(base, target)).url
        except ValueError:
            return ""
        return address if re.match(r"https?://[^\s/]", address) else ""

    def read(self, name: str) -> bytes:
        """The picture that was captured at an address."""
        place = _places(self)[_key(name)]
        with closing(record_at(self.raw, place)) as found:
            record = next(found)
            if record.length > MOST_BYTES + HEAD:
                raise UnusablePicture(
                    f"has {record.length / 1e6:.0f} MB, more than a site should carry"
                )
            block = record.read(record.length)
        response = _response(record, block[:HEAD])
        return body_of(response, block[response.size :])


@lru_cache(maxsize=2)
def _places(inside: PicturesInside) -> Mapping[int, int]:
    """Where each picture is, by a part of the hash of its address; the first capture counts."""
    found: dict[int, int] = {}
    try:
        for place, record in places(inside.raw):
            if len(found) < _MOST and _is_picture(record):
                found.setdefault(_key(record.address), place)
    except UnreadableReport:
        pass  # told when its pages were read; what stands before can be shown
    return found


def _is_picture(record: Record) -> bool:
    if record.kind not in ("response", "resource"):
        return False
    response = _response(record, record.read(min(_LOOK, record.length)))
    return response.status == 200 and response.media_type.startswith("image/")


def _response(record: Record, block: bytes) -> Response:
    if record.kind == "response":
        return response_of(block)
    return Response(200, {"content-type": record.fields.get("content-type", "")}, 0)


def _key(address: str) -> int:
    return int.from_bytes(hashlib.blake2b(address.encode(), digest_size=8).digest(), "big")
