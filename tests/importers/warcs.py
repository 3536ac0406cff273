"""Web archives for tests, written by warcio."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DAY = "2019-11-20T08:30:00Z"


def page(title: str, *paragraphs: str, head: str = "") -> bytes:
    """A small page."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><nav><a href='/'>Start</a></nav><h1>{title}</h1>{body}</body></html>"
    ).encode()


def story(number: int, more: str = "") -> bytes:
    """A page with a report of its own."""
    return page(
        f"Crane {number} stands still",
        f"Crane {number} at the Old Quay stood still for {number} days, dockers told us at the gate.",
        f"They said that nobody had come to mend it, and that crane {number} was older than its cabin.",
        *([more] if more else []),
    )


@dataclass
class Crawl:
    """Records of a web archive, packed each for itself or not at all."""

    packed: bool = True
    buffer: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.writer = WARCWriter(self.buffer, gzip=self.packed)

    def add(
        self,
        address: str,
        content: bytes,
        media_type: str = "text/html; charset=utf-8",
        status: str = "200 OK",
        day: str = DAY,
        kind: str = "response",
        more: tuple[tuple[str, str], ...] = (),
        warc: dict[str, str] | None = None,
    ) -> Crawl:
        """Add a capture."""
        fields = [("Content-Type", media_type), *more] if media_type else [*more]
        http = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
        record = self.writer.create_warc_record(
            address,
            kind,
            payload=io.BytesIO(content),
            http_headers=http if kind == "response" else None,
            warc_content_type=media_type if kind == "resource" else "",
            warc_headers_dict={"WARC-Date": day, **(warc or {})},
        )
        self.writer.write_record(record)
        record.raw_stream.close()
        return self

    def again(self, address: str, day: str = DAY) -> Crawl:
        """Add a capture that found nothing new."""
        record = self.writer.create_revisit_record(
            address, "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", address, day
        )
        self.writer.write_record(record)
        return self

    def bytes(self) -> bytes:
        """The file."""
        return self.buffer.getvalue()
