"""The record of each report as a file of its own beside its page: what its cited hash is the hash of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.publication import PublicArchive
from generator.record import RECORD_FILE, record_of


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """``report.md`` of each public report, in the form that ``generator.record`` describes."""
    for report in archive.reports:
        record = record_of(report, archive.settings.organisation)
        yield OutputFile(f"{report.address}{RECORD_FILE}", record.encode())
