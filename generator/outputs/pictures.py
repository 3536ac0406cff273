"""Pictures of reports, beside their pages; where a report was moved, at its earlier places as well."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.archive import PublicArchive
from generator.model import DerivedFile
from generator.redirection import earlier_places


def files(archive: PublicArchive) -> Iterator[DerivedFile]:
    """Each picture of each report that may show it.

    Where one is not there, asking for its content is a StoreError.
    """
    for report in archive.having("pictures"):
        for picture in report.pictures:
            named = (report.path, picture.file)
            make = partial(archive.original_of, *named)
            known = archive.hash_of(*named) if archive.hash_of else picture.sha256
            for place in (report.address, *earlier_places(report)):
                yield DerivedFile(f"{place}{picture.file}", make, (*named, known))
