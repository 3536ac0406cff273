"""Plain text as it comes from a page or a wire: the fallback for anything that reads as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.decoding import decode
from generator.errors import UnreadableReport
from generator.importers import Claim
from generator.model import TEXT, Draft, Problem, RawReport

NAME = "plain text"

_OTHER_FORMATS = re.compile(
    rb"\s*(?:%PDF-|PK\x03\x04|\{\\rtf|<\?xml|<!doctype|<html|<rss|WARC/|\x1f\x8b|\x89PNG|GIF8"
    rb"|\xff\xd8\xff|\xd0\xcf\x11\xe0|From \S+@|(?:Return-Path|Received|MIME-Version): )",
    re.IGNORECASE,
)
_MAIL_FIELD = re.compile(
    r"\s*[*>]*\s*(from|to|cc|subject|date|sent|reply-to|message-id|من|إلى|الموضوع|التاريخ)\s*:",
    re.IGNORECASE,
)
_MAIL_HEAD_LINES = 15
_MOJIBAKE = re.compile("\ufffd")


def claims(raw: RawReport) -> Claim:
    """A fallback claim on all that is text and not obviously another format."""
    if _OTHER_FORMATS.match(raw.head) or _is_mail(raw.head):
        return Claim.NONE
    is_utf16 = raw.head[:2] in (b"\xff\xfe", b"\xfe\xff")
    return Claim.NONE if b"\x00" in raw.head and not is_utf16 else Claim.FALLBACK


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the file.

    Raises:
        UnreadableReport: there is no word in it, or more than 8 MB.
    """
    text, charset = decode(raw.read_whole(TEXT))
    if not re.search(r"\w", text):
        raise UnreadableReport("is empty: there is no word in it")
    yield Draft(raw, "text/plain", text, problems=tuple(_doubts(raw, text, charset)))


def _is_mail(content: bytes) -> bool:
    """Whether a text is a mail, saved or pasted: people's addresses are not for an archive."""
    head = content[:4000].decode("utf-8", "replace").splitlines()[:_MAIL_HEAD_LINES]
    named = {match[1].lower() for line in head if (match := _MAIL_FIELD.match(line))}
    has_sender = bool(named & {"from", "من"})
    return has_sender and len(named) >= 3 and any("@" in line for line in head)


def _doubts(raw: RawReport, text: str, charset: str) -> Iterator[Problem]:
    if not charset.startswith("utf"):
        yield Problem(
            raw.name, 0, "", charset, f"not UTF-8, read as {charset}", "look whether it reads well"
        )
    if (broken := _MOJIBAKE.search(text)) is not None:
        line = text.count("\n", 0, broken.start()) + 1
        yield Problem(
            raw.name, line, "", "\ufffd", "has characters that are lost", "compare with the source"
        )
