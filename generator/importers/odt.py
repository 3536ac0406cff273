"""ODT documents of LibreOffice and others: the text, without comments and deletions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.importers import Claim
from generator.importers._document import draft_of
from generator.model import Draft, RawReport
from generator.office import kind_of, odt_as_html

NAME = "ODT"

_TYPE = "application/vnd.oasis.opendocument.text"


def claims(raw: RawReport) -> Claim:
    """A strong claim on what names itself an OpenDocument text."""
    return Claim.STRONG if kind_of(raw.head, raw.name) == "odt" else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the document.

    Raises:
        UnreadableReport: it is locked, damaged, too big, or without a word.
    """
    yield draft_of(raw, _TYPE, odt_as_html(raw.content))
