"""Originals that may be shown, beside the pages of their reports, byte for byte.

Where a report was moved, its original stands at its earlier address as well: a file has no words to
lead on with, and who kept the link and the hash finds the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import OutputFile
from generator.publication import PublicArchive
from generator.redirection import earlier_files


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The original of each report whose rights and status allow it.

    Raises:
        StoreError: an original that a report names is not there.
    """
    for report in archive.reports:
        if report.original is not None and report.original.file:
            content = archive.original_of(report.path, report.original.file)
            for path in (f"{report.address}{report.original.file}", *earlier_files(report)):
                yield OutputFile(path, content)
