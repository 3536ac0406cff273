"""Originals that may be shown, beside the pages of their reports, byte for byte.

Where a report was moved, its original stands at its earlier address as well: a file has no words to
lead on with, and who kept the link and the hash finds the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.archive import PublicArchive
from generator.model import DerivedFile
from generator.redirection import earlier_files


def files(archive: PublicArchive) -> Iterator[DerivedFile]:
    """The original of each report whose rights and status allow it.

    Where one is not there, asking for its content is a StoreError.
    """
    for report in archive.having("original"):
        if report.original is not None and report.original.file:
            named = (report.path, report.original.file)
            make = partial(archive.original_of, *named)
            known = archive.hash_of(*named) if archive.hash_of else report.original.sha256
            for path in (f"{report.address}{report.original.file}", *earlier_files(report)):
                yield DerivedFile(path, make, (*named, known))
