"""Bytes of a mail to its headers, its body and the names of its attachments.

The standard library parses; headers are decoded here, since its modern policy raises on some that
are broken, and its old one leaves their bytes undecoded.
"""

from __future__ import annotations

import re
from binascii import Error as Base64Error
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from generator.decoding import decode
from generator.errors import UnreadableReport

MOST_TEXT = 8 * 1024 * 1024
"""Bytes of a mail's own text that are read; attachments don't count."""

_PICTURES = frozenset(
    f"image/{name}" for name in ("jpeg", "jpg", "pjpeg", "png", "x-png", "gif", "webp")
)
_LENIENT = policy.compat32
_UNREADABLE_STAMP = (TypeError, ValueError, IndexError, OverflowError)


@dataclass(frozen=True)
class Body:
    """The text of a mail.

    Attributes:
        text: its characters.
        is_html: whether they are HTML.
        is_flowed: whether a space at a line's end means that the line goes on (RFC 3676).
    """

    text: str
    is_html: bool = False
    is_flowed: bool = False


def parse(content: bytes) -> Message:
    """The mail as a tree of parts.

    Raises:
        UnreadableReport: it is nested too deeply.
    """
    start = re.match(rb"(?:\xef\xbb\xbf)?\s*(?:>?From [^\r\n]*\r?\n)?", content)
    try:
        return BytesParser(policy=_LENIENT).parsebytes(content[start.end() if start else 0 :])
    except RecursionError as error:
        raise UnreadableReport("has mails in mails in mails: save its text") from error


def header(message: Message, name: str) -> str:
    """A header as one line of text; an empty one where there is none."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            return _decoded(value)
    return ""


def _decoded(value: object) -> str:
    raw = re.sub(r"\r?\n\s*", " ", str(value)).encode("utf-8", "surrogateescape")
    try:
        text = decode(raw)[0]
    except UnreadableReport:
        text = raw.decode("ascii", "ignore")
    try:
        pieces = decode_header(text)
    except (HeaderParseError, Base64Error, ValueError):
        return _one_line(text)
    words = (p if isinstance(p, str) else _in_charset(p, charset or "") for p, charset in pieces)
    return _one_line("".join(words))


def _in_charset(content: bytes, charset: str) -> str:
    try:
        text = decode(content, charset)[0]
    except UnreadableReport:
        return content.decode("ascii", "ignore")
    return text if "\ufffd" not in text else content.decode("windows-1252", "replace")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a mail inside the mail is one part.

    Raises:
        UnreadableReport: it is nested too deeply.
    """
    todo = [message]
    while todo:
        part = todo.pop()
        inner = part.get_payload()
        if type_of(part) == "message/rfc822" or not isinstance(inner, list):
            yield part
        else:
            todo += [child for child in reversed(inner) if isinstance(child, Message)]


def attached_mail(message: Message) -> Message | None:
    """The mail that is forwarded as an attachment, if there is exactly one."""
    mails = [part for part in leaves(message) if type_of(part) == "message/rfc822"]
    inner = mails[0].get_payload() if len(mails) == 1 else None
    return inner[0] if isinstance(inner, list) and isinstance(inner[0], Message) else None


def bodies(message: Message) -> tuple[Body, ...]:
    """The texts of a mail that are no attachments, in order.

    Raises:
        UnreadableReport: there is more than 8 MB of text, or bytes that are no text.
    """
    found: list[Body] = []
    total = 0
    for part in leaves(message):
        kind = type_of(part)
        if kind not in ("text/plain", "text/html") or attachment_name(part):
            continue
        content = part.get_payload(decode=True)
        content = content if isinstance(content, bytes) else b""
        total += len(content)
        if total > MOST_TEXT:
            raise UnreadableReport("has more than 8 MB of text: save the report alone")
        is_flowed = _parameter(part, "format").lower() == "flowed"
        text = decode(content, _parameter(part, "charset"))[0]
        if re.search(r"\w", text):
            found.append(Body(text, kind == "text/html", is_flowed))
    return tuple(found)


def is_picture(part: Message) -> bool:
    """Whether a part is a picture of a kind that can be shown."""
    return type_of(part) in _PICTURES


def attachments(message: Message, *, with_pictures: bool = True) -> list[str]:
    """The names of the files that hang on a mail; pictures inside its text are none."""
    named: list[str] = []
    for part in leaves(message):
        kind = type_of(part)
        name = attachment_name(part)
        if kind in ("text/plain", "text/html") and not name:
            continue
        if is_picture(part) and not with_pictures:
            continue
        is_picture_in_text = kind.startswith("image/") and header(part, "content-id")
        is_seal = kind.startswith("application/") and "signature" in kind
        if (
            not is_picture_in_text
            and not is_seal
            and not kind.startswith(("multipart/", "message/"))
        ):
            named.append(name or kind)
    return named


def attachment_name(part: Message) -> str:
    """The file name of a part that is an attachment; empty for one that is read in the mail."""
    disposition = header(part, "content-disposition").lower()
    name = _parameter(part, "filename", "content-disposition") or _parameter(part, "name")
    if disposition.startswith("attachment"):
        return name or type_of(part)
    is_text = type_of(part) in ("text/plain", "text/html")
    return "" if is_text and not disposition.startswith("inline; filename") else name


def day_of(stamp: str) -> date | None:
    """The day of a Date or Received header, as its sender's clock had it."""
    try:
        return parsedate_to_datetime(stamp.rpartition(";")[2].strip()).date()
    except _UNREADABLE_STAMP:
        return None


def arrival(message: Message, today: date) -> date:
    """The last day that the mail's own headers name, an upper bound for all it tells; or today."""
    stamps = [
        str(value) for key, value in message.raw_items() if key.lower() in ("date", "received")
    ]
    days = [day for stamp in stamps if (day := day_of(stamp)) and day.year > 1990 and day <= today]
    return max(days, default=today)


def type_of(part: Message) -> str:
    """The media type of a part, in lower case."""
    kind = _one_line(header(part, "content-type").partition(";")[0]).lower()
    if re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind):
        return "text/plain" if kind in ("text/enriched", "text/markdown") else kind
    return "multipart/mixed" if isinstance(part.get_payload(), list) else "text/plain"


def _parameter(part: Message, name: str, of: str = "content-type") -> str:
    """A parameter of a header, however it is encoded (RFC 2231, RFC 2047, or not at all)."""
    try:
        value = part.get_param(name, "", of)
    except (ValueError, IndexError, TypeError, LookupError):
        return ""
    if isinstance(value, tuple):
        charset, _, text = value
        return _in_charset(text.encode("latin-1", "replace"), charset or "")
    return _decoded(value)
