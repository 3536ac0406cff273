"""Adding a picture to a report: cleaned, named after its bytes, recorded in the front matter."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from generator.errors import AmendmentError, UnusablePicture
from generator.pictures import MOST_BYTES, SUFFIXES, cleaned
from generator.pipeline.amending import Amendment, amended, valid_front, write
from generator.pipeline.importing.illustrating import name_of, record_of
from generator.store import Append, ArticleStore


@dataclass(frozen=True)
class AddedPicture:
    """A picture that is to stand beside an article.

    Attributes:
        file: its name there.
        content: its bytes.
        came_as: the bytes that it had.
        amendment: the article with its record; None where it has that already.
    """

    file: str
    content: bytes
    came_as: bytes
    amendment: Amendment | None


def plan_picture(store: ArticleStore, path: str, picture: Path) -> AddedPicture:
    """What adding a picture means; nothing is written.

    Raises:
        AmendmentError: it cannot be read or shown, or the article cannot be changed.
        StoreError: the article cannot be read.
    """
    try:
        with picture.open("rb") as file:
            came_as = file.read(MOST_BYTES + 1)
        clean = cleaned(came_as)
    except OSError as error:
        raise AmendmentError(f"{picture} cannot be read: {error.strerror}") from error
    except UnusablePicture as error:
        raise AmendmentError(f"{picture} {error}") from error
    content = store.content(path)
    front = valid_front(path, content)
    sha256 = hashlib.sha256(clean.content).hexdigest()
    name = name_of(path.rpartition("/")[2], sha256, SUFFIXES[clean.media_type])
    if any(own.file == name for own in front.pictures):
        return AddedPicture(name, clean.content, came_as, None)
    change = Append("pictures", record_of(name, clean, came_as))
    after = amended(path, content, [change])
    return AddedPicture(name, clean.content, came_as, Amendment(path, content, after, front))


def add_picture(store: ArticleStore, path: str, added: AddedPicture) -> None:
    """Store it, as it came as well, and then its record.

    Raises:
        StoreError: something cannot be written; what was written before stands.
    """
    store.store_beside(path, added.file, added.content)
    if added.came_as != added.content:
        sha256 = hashlib.sha256(added.came_as).hexdigest()
        store.store_withheld(sha256, partial(BytesIO, added.came_as))
    if added.amendment is not None:
        write(store, added.amendment)
