"""Originals that may be shown, beside the pages of their reports, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.publication import PublicArchive


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The original of each report whose rights and status allow it.

    Raises:
        StoreError: an original that a report names is not there.
    """
    for report in archive.reports:
        if report.original is not None and report.original.file:
            content = archive.original_of(report.path, report.original.file)
            yield OutputFile(f"{report.address}{report.original.file}", content)
