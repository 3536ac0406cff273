"""The block of a captured response: status, fields, and the body as a browser would have it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message

from generator.decoding import decode
from generator.errors import UnreadableReport
from generator.model.draft import WHOLE

HEAD = 262_144
"""Bytes in which the fields of a response have to end."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b[^\n]*\n?")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<[!a-zA-Z?]")


@dataclass(frozen=True)
class Response:
    """A response without its body.

    Attributes:
        status: such as 200; 0 for what is no HTTP.
        fields: its header, names in lower case.
        size: bytes before the body.
    """

    status: int
    fields: Mapping[str, str]
    size: int

    @property
    def media_type(self) -> str:
        """Such as ``text/html``; empty where nothing is said."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that the server named, or an empty text."""
        named = Message()
        named["content-type"] = re.sub(r"[\r\n]", " ", self.fields.get("content-type", ""))
        return str(named.get_param("charset", "")).strip().lower()


def response_of(block: bytes) -> Response:
    """The status and the fields at the beginning of a block."""
    status = _STATUS.match(block)
    if status is None:
        return Response(0, {}, 0)
    end = _END_OF_HEAD.search(block, max(status.end() - 2, 0))
    lines = block[status.end() : end.start() if end else len(block)].decode("utf-8", "replace")
    pairs = (line.partition(":") for line in lines.split("\n"))
    fields = {name.strip().lower(): value.strip() for name, _, value in pairs}
    return Response(int(status[1]), fields, end.end() if end else len(block))


def body_of(response: Response, content: bytes) -> bytes:
    """The body, put together from its chunks, unpacked, and in UTF-8 if the server named a charset.

    Raises:
        UnreadableReport: it is packed in a way that is not read, damaged, or too big.
    """
    if "chunked" in response.fields.get("transfer-encoding", "").lower():
        content = _joined(content)
    encodings = response.fields.get("content-encoding", "").lower()
    for encoding in reversed(re.findall(r"[\w-]+", encodings)):
        content = _unpacked(content, encoding)
    return _in_utf8(content, response.charset)


def _joined(content: bytes) -> bytes:
    """The chunks in one; some programs store them joined already."""
    parts: list[bytes] = []
    place = 0
    while (head := _CHUNK.match(content, place)) and (size := int(head[1], 16)):
        parts.append(content[head.end() : head.end() + size])
        place = head.end() + size
    return b"".join(parts) if parts else content


def _unpacked(content: bytes, encoding: str) -> bytes:
    """The content unpacked; some programs store it so, and leave the field as it was."""
    if encoding == "identity" or _MARKUP.match(content):
        return content
    try:
        if encoding in ("gzip", "x-gzip", "deflate"):
            return _inflated(content, encoding)
        if encoding == "br":
            return _without_brotli(content)
    except (zlib.error, EOFError) as error:
        raise UnreadableReport(f"is damaged where it is packed as '{encoding}'") from error
    raise UnreadableReport(f"is packed as '{encoding}', which is not read")


def _inflated(content: bytes, encoding: str) -> bytes:
    """Gzip, or deflate with or without its head (RFC 9110 says with, servers do without)."""
    is_bare = encoding == "deflate" and content[:1] not in (b"\x78", b"\x58", b"\x18", b"\x08")
    unpacker = zlib.decompressobj(-15 if is_bare else 47)
    found = unpacker.decompress(content, WHOLE + 1)
    return _not_too_big(found)


def _without_brotli(content: bytes) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    try:
        found: bytes = unpacker.process(content, output_buffer_limit=WHOLE + 1)
        while not unpacker.is_finished() and len(found) <= WHOLE:
            more = unpacker.process(b"", output_buffer_limit=WHOLE + 1)
            if not more:
                break
            found += more
    except brotli.error as error:
        raise zlib.error(str(error)) from error
    return _not_too_big(found)


def _not_too_big(content: bytes) -> bytes:
    if len(content) > WHOLE:
        raise UnreadableReport(f"unpacks to more than {WHOLE / 2**20:.0f} MB, as no page does")
    return content


def _in_utf8(content: bytes, charset: str) -> bytes:
    """The server's word on the charset goes before the page's; UTF-8 needs nobody's."""
    if charset.startswith(("utf-16", "utf16", "utf-32")):
        return content.decode(charset, "replace").encode("utf-8-sig", "replace")
    if not charset or _is_utf8(content) or b"\x00" in content:
        return content
    return decode(content, charset)[0].encode("utf-8-sig", "replace")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
