"""The tables and their columns: reports, corrections, tags.

Columns have the types of Frictionless Table Schema. Their descriptions are interface words
(``data.field_…``), so that the descriptor and the page for people say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.model import PublicReport
from generator.rendering.absolute import AbsoluteBodies

Value = str | int | float | Sequence[object] | None
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Field:
    """One column.

    Attributes:
        name: lower-case letters and ``_``.
        type: string, date, number, integer or array.
        format: of a string: ``uri``; otherwise empty.
        is_required: whether every row has a value.
    """

    name: str
    type: str = "string"
    format: str = ""
    is_required: bool = False


@dataclass(frozen=True)
class Table:
    """One table; ``key`` names the columns that no two rows share."""

    name: str
    fields: Sequence[Field]
    key: Sequence[str] = ()


REPORTS = Table(
    "reports",
    (
        Field("path", is_required=True),
        Field("permalink", is_required=True),
        Field("title", is_required=True),
        Field("date", is_required=True),
        Field("earliest", "date"),
        Field("latest", "date"),
        Field("language", is_required=True),
        Field("source"),
        Field("publisher"),
        Field("authors", "array"),
        Field("tags", "array"),
        Field("rights"),
        Field("display", is_required=True),
        Field("url", format="uri"),
        Field("archived_url", format="uri"),
        Field("warning"),
        Field("summary"),
        Field("translation_of"),
        Field("same_as"),
        Field("corrections", "array"),
        Field("inferred", "array"),
        Field("original_sha256"),
        Field("original_media_type"),
        Field("retrieved", "date"),
        Field("record_sha256", is_required=True),
        Field("text"),
    ),
    ("path",),
)
CORRECTIONS = Table(
    "corrections",
    (
        Field("kind", is_required=True),
        Field("day", "date"),
        Field("path", is_required=True),
        Field("permalink", is_required=True),
        Field("note"),
    ),
)
TAGS = Table(
    "tags",
    (
        Field("id", is_required=True),
        Field("kind", is_required=True),
        Field("labels", "array"),
        Field("broader"),
        Field("latitude", "number"),
        Field("longitude", "number"),
        Field("reports", "integer", is_required=True),
    ),
    ("id",),
)


class Rows:
    """The rows of one archive's tables."""

    def __init__(self, archive: PublicArchive) -> None:
        """Texts are rendered as they are asked for."""
        self._archive = archive

    @cached_property
    def _bodies(self) -> AbsoluteBodies:
        return AbsoluteBodies(self._archive)

    def report(self, report: PublicReport) -> Row:
        """A report with its text, as far as the rights allow it, as plain text."""
        original = report.original
        return {
            **self.brief(report),
            "publisher": report.publisher,
            "authors": report.authors,
            "rights": report.rights,
            "display": report.display,
            "url": report.url,
            "archived_url": report.archived_url,
            "summary": report.summary,
            "translation_of": report.translation_of,
            "same_as": report.same_as,
            "corrections": [
                {"date": made.date.isoformat(), "note": made.note}
                for made in reversed(report.corrections)
            ],
            "inferred": sorted(report.inferred),
            "original_sha256": original.sha256 if original else "",
            "original_media_type": original.media_type if original else "",
            "retrieved": _day(original.retrieved if original else None),
            "record_sha256": report.sha256,
            "text": self._bodies.text(report),
        }

    def brief(self, report: PublicReport) -> Row:
        """What lists have of a report."""
        return {
            "path": report.path,
            "permalink": permalink(report.address, self._archive.settings),
            "title": report.title,
            "date": report.date.text,
            "earliest": _day(report.date.earliest),
            "latest": _day(report.date.latest),
            "language": report.language,
            "source": report.source,
            "tags": report.tags,
            "warning": report.warning,
        }

    def corrections(self) -> Iterator[Row]:
        """Every correction and withdrawal, newest first."""
        for entry in self._archive.ledger:
            yield {
                "kind": "withdrawal" if entry.is_withdrawal else "correction",
                "day": _day(entry.day),
                "path": entry.path,
                "permalink": permalink(entry.address, self._archive.settings),
                "note": entry.note,
            }

    def tags(self) -> Iterator[Row]:
        """Every term that a public report has, or that contains one."""
        for term in self._archive.vocabulary.terms.values():
            if term.id not in self._archive.tagged:
                continue
            latitude, longitude = term.coordinates or (None, None)
            yield {
                "id": term.id,
                "kind": term.kind,
                "labels": [
                    {"language": language, "label": label}
                    for language, label in term.labels.items()
                ],
                "broader": term.broader or "",
                "latitude": latitude,
                "longitude": longitude,
                "reports": len(self._archive.tagged[term.id]),
            }


def _day(day: date | None) -> str | None:
    """A day in ISO 8601; None for the open end of an interval."""
    return day.isoformat() if day is not None and date.min < day < date.max else None
