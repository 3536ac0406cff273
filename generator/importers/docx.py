"""DOCX documents of Word, LibreOffice and others: the text, without comments and deletions."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import UnreadableReport
from generator.importers import Claim
from generator.importers._document import draft_of
from generator.model import Draft, RawReport
from generator.office import docx_as_html, kind_of

NAME = "DOCX"

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def claims(raw: RawReport) -> Claim:
    """A strong claim on Word's documents; on old or locked ones too, to say what to do."""
    return Claim.STRONG if kind_of(raw.head, raw.name) in ("docx", "old", "other") else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the document.

    Raises:
        UnreadableReport: it is old, locked, damaged, too big, or without a word.
    """
    kind = kind_of(raw.head, raw.name)
    if kind == "old":
        raise UnreadableReport(
            "is an old Office file (.doc, .xls, .msg) or one that is locked by a password: open it in its"
            " program, and save it as DOCX without a password, a mail as EML"
        )
    if kind == "other":
        raise UnreadableReport("is no text but a spreadsheet or slides: save its report as DOCX")
    yield draft_of(raw, _TYPE, docx_as_html(raw.content))
