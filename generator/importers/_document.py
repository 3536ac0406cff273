"""A word processor's document, as HTML by now, to a draft."""

from __future__ import annotations

import re
from functools import partial

from generator.errors import UnreadableReport
from generator.html import fragment_blocks
from generator.model import Block, Draft, PictureInside, RawReport
from generator.office import WITHHELD, Document, candidates, picture_in

_HEADING = re.compile(r"^#{1,6}\s+")
_TOP = 4


def draft_of(raw: RawReport, media_type: str, document: Document) -> Draft:
    """The draft of a document.

    Raises:
        UnreadableReport: there is no word in it.
    """
    blocks = fragment_blocks(document.body)
    if not any(re.search(r"\w", block.text) for block in blocks):
        raise UnreadableReport("is empty: there is no word in it, or only in pictures")
    headings = [block.text for block in blocks[:_TOP] if _HEADING.match(block.markdown)]
    found = tuple(candidates(document.properties, blocks, headings[0] if headings else ""))
    notes = tuple(Block(note.markdown, "") for note in fragment_blocks(document.notes))
    pictures = tuple(
        PictureInside(
            name, partial(picture_in, raw.open, name), withheld=document.hidden.get(name, "")
        )
        for name in document.pictures
    )
    return Draft(
        raw,
        media_type,
        blocks=(*blocks, *notes),
        candidates=found,
        withheld=WITHHELD,
        pictures=pictures,
    )
