"""Plain text as it comes from a page or a wire: the fallback for anything that reads as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.decoding import decode
from generator.errors import UnreadableReport
from generator.importers import Claim
from generator.importers._doubts import doubts
from generator.mail import is_mail, is_mailbox
from generator.model import TEXT, Draft, RawReport

NAME = "plain text"

_OTHER_FORMATS = re.compile(
    rb"\s*(?:%PDF-|PK\x03\x04|\{\\rtf|<\?xml|<!doctype|<html|<rss|WARC/|\x1f\x8b|\x89PNG|GIF8"
    rb"|\xff\xd8\xff|\xd0\xcf\x11\xe0)",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:#\d{2,5}|#x[\da-f]{2,5}|nbsp|quot|amp|apos|lt|gt|[lr][sd]quo|[lr]aquo|hellip|[nm]dash|copy);",
    re.I,
)
_FEWEST_ENTITIES = 3


def claims(raw: RawReport) -> Claim:
    """A fallback claim on all that is text and not obviously another format."""
    if _OTHER_FORMATS.match(raw.head) or is_mail(raw.head) or is_mailbox(raw.head):
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
    if len(_ENTITY.findall(text)) >= _FEWEST_ENTITIES:  # cut out of a page's code
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    yield Draft(raw, "text/plain", text, problems=tuple(doubts(raw, text, charset)))
