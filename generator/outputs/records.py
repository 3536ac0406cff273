"""The record of each report as a file of its own beside its page: what its cited hash is the hash of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.archive import PublicArchive
from generator.model import DerivedFile, OutputFile, PublicReport, Section
from generator.record import RECORD_FILE, record_of
from generator.redirection import earlier_places


def files(archive: PublicArchive) -> Iterator[DerivedFile]:
    """``report.md`` of each public report, as ``generator.record`` has it; also where it stood earlier."""
    return _files(archive, archive.reports)


def sections(archive: PublicArchive) -> Iterator[Section[OutputFile | DerivedFile]]:
    """The same files, in parts by the paths of their reports."""
    for name, reports in archive.parts.items():
        yield Section(f"records {name}", partial(_files, archive, reports), reports.mark)


def _files(archive: PublicArchive, reports: Iterable[PublicReport]) -> Iterator[DerivedFile]:
    for report in reports:
        make = partial(_record, archive, report)
        for place in (report.address, *earlier_places(report)):
            yield DerivedFile(f"{place}{RECORD_FILE}", make, report.sha256)


def _record(archive: PublicArchive, report: PublicReport) -> bytes:
    return record_of(report, archive.settings.organisation).encode()
