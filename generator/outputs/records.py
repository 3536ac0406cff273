"""The record of each report as a file of its own beside its page: what its cited hash is the hash of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model import DerivedFile, PublicReport
from generator.publication import PublicArchive
from generator.record import RECORD_FILE, record_of
from generator.redirection import earlier_places


def files(archive: PublicArchive) -> Iterator[DerivedFile]:
    """``report.md`` of each public report, as ``generator.record`` has it; also where it stood earlier."""
    for report in archive.reports:
        make = partial(_record, archive, report)
        for place in (report.address, *earlier_places(report)):
            yield DerivedFile(f"{place}{RECORD_FILE}", make, report.sha256)


def _record(archive: PublicArchive, report: PublicReport) -> bytes:
    return record_of(report, archive.settings.organisation).encode()
