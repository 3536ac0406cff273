"""Pictures in mails: those inside the text, by their Content-ID (RFC 2392), and those that hang on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from functools import partial
from typing import BinaryIO
from urllib.parse import unquote

from generator.mail import message as mails
from generator.model import PictureInside, mark_of

WITHHELD = "came in a mail: look at who is to be seen in it, and take this line away"

_SOURCE = re.compile(r"(?P<before>\bsrc\s*=\s*[\"']?)cid:(?P<id>[^\"'\s<>]{1,300})", re.IGNORECASE)
_MOST = 100
_NO_LOGO = 200  # pixels of a picture whose place in the text is not known: logos are smaller


@dataclass(frozen=True)
class _Part:
    number: int
    id: str
    name: str
    is_attached: bool


def pictures_of(
    outer: Message, message: Message, markup: str, opened: Callable[[], BinaryIO]
) -> tuple[str, tuple[PictureInside, ...]]:
    """The HTML of a mail with its pictures marked by their number, and the pictures.

    Args:
        outer: the mail as it came.
        message: the one whose report it is: this mail, or one in it.
        markup: the HTML that is read; an empty text where plain text is.
        opened: opens the mail, as ``RawReport.open``.
    """
    parts = list(_parts(outer, message))[:_MOST]
    by_id = {part.id: place for place, part in enumerate(parts) if part.id}
    placed: set[int] = set()

    def marked(match: re.Match[str]) -> str:
        place = by_id.get(unquote(match["id"]), -1)
        if place < 0:
            return match[0]
        placed.add(place)
        return f"{match['before']}{mark_of(place)}"

    text = _SOURCE.sub(marked, markup)
    return text, tuple(_inside(parts, placed, opened))


def _inside(
    parts: Sequence[_Part], placed: set[int], opened: Callable[[], BinaryIO]
) -> Iterator[PictureInside]:
    for place, part in enumerate(parts):
        yield PictureInside(
            part.name or "a picture in the text of the mail",
            partial(_read, opened, part.number),
            withheld=WITHHELD,
            is_apart=place not in placed,
            smallest=50 if part.is_attached or place in placed else _NO_LOGO,
        )


def _parts(outer: Message, message: Message) -> Iterator[_Part]:
    own = {id(part) for part in mails.leaves(message)}
    for number, part in enumerate(outer.walk()):
        if id(part) in own and mails.is_picture(part):
            content_id = mails.header(part, "content-id").strip().strip("<>")
            disposition = mails.header(part, "content-disposition").lower()
            is_attached = disposition.startswith("attachment") or not content_id
            yield _Part(number, content_id, mails.attachment_name(part), is_attached)


def _read(opened: Callable[[], BinaryIO], number: int) -> bytes:
    with opened() as file:
        message = mails.parse(file.read())
    for place, part in enumerate(message.walk()):
        if place == number:
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    raise LookupError(number)
