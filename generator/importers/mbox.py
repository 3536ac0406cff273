"""Mailboxes in the mbox format (RFC 4155, and its relatives): each mail is a report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from generator.errors import UnreadableReport
from generator.importers import Claim, Part, mail
from generator.mail import is_mailbox
from generator.model import BrokenPart, Draft, RawReport

NAME = "mailbox"

_FROM = re.compile(rb"From [^\r\n]{0,300}(?:19|20)\d\d[^\r\n]{0,40}\r?\n?$")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_MESSAGE_ID = re.compile(rb"^message-id\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_COUNTED = re.compile(rb"^(?:subject|from|date)\s*:[^\n]*", re.IGNORECASE | re.MULTILINE)
_BIGGEST = 32 * 1024 * 1024
_LONGEST_LINE = 1024 * 1024


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins with a "From " line and a mail's head."""
    return Claim.STRONG if is_mailbox(raw.head) else Claim.NONE


def parts(raw: RawReport) -> Iterator[Part]:
    """Each mail, known by its Message-ID; in flat memory.

    An article shows how its part is called, and a Message-ID may hold somebody's address: so it is the
    hash of the Message-ID that stands there.
    """
    for number, content in enumerate(_mails(raw), 1):
        if content is None:
            yield BrokenPart(f"mail {number}", "has more than 32 MB: save its report alone")
        elif content.strip():
            head, _, body = content.replace(b"\r\n", b"\n").partition(b"\n\n")
            counted = b"\n".join((*_COUNTED.findall(head), body.strip()))
            found = _MESSAGE_ID.search(head)
            name = _name("message-id", found[1]) if found else _name("mail", counted)
            yield raw.part(name, content, importer="mail", counted=counted)


def read(raw: RawReport) -> Iterator[Draft]:
    """One mail of the box.

    Raises:
        UnreadableReport: see the importer of mails.
    """
    if raw.size > _BIGGEST:
        raise UnreadableReport("has more than 32 MB: import it as a mailbox")
    return mail.read(raw)


def _name(kind: str, content: bytes) -> str:
    return f"{kind}-sha256:{hashlib.sha256(content).hexdigest()[:32]}"


def _mails(raw: RawReport) -> Iterator[bytes | None]:
    """The bytes of each mail without its "From " line; None for one that is too big to be held."""
    lines: list[bytes] = []
    size, after_blank = 0, True
    with raw.open() as file:
        while line := file.readline(_LONGEST_LINE):
            if after_blank and line.startswith(b"From ") and _FROM.match(line):
                if lines or size:
                    yield _whole(lines, size)
                lines, size = [], 0
                after_blank = False
                continue
            size += len(line)
            if size <= _BIGGEST:
                lines.append(line)
            else:
                lines = []
            after_blank = not line.strip()
    if lines or size:
        yield _whole(lines, size)


def _whole(lines: list[bytes], size: int) -> bytes | None:
    return _ESCAPED.sub(rb"\1", b"".join(lines)) if size <= _BIGGEST else None
