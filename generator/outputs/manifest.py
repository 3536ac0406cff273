"""The manifest: SHA-256 of every record, original and picture on the site, as `sha256sum -c` reads it.

The form is that of GNU coreutils and of BagIt's payload manifests (RFC 8493): hash, two spaces, path
from the folder of the manifest. Hashes are those of the record, not taken anew from the files: a
file that changed on its way to the site is found out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.archive import PublicArchive
from generator.model import DerivedFile, PublicReport
from generator.record import RECORD_FILE
from generator.redirection import earlier_files, earlier_places
from generator.state import marks_of_reports

MANIFEST_FILE = "manifest-sha256.txt"


def files(archive: PublicArchive) -> Iterator[DerivedFile]:
    """The one file; lines are sorted by path."""
    yield DerivedFile(MANIFEST_FILE, partial(_manifest, archive), marks_of_reports(archive.reports))


def _manifest(archive: PublicArchive) -> bytes:
    listed = dict(pair for report in archive.reports for pair in _listed(report))
    lines = (manifest_line(path, listed[path]) for path in sorted(listed))
    return "".join(lines).encode()


def _listed(report: PublicReport) -> Iterator[tuple[str, str]]:
    for place in (report.address, *earlier_places(report)):
        yield f"{place}{RECORD_FILE}", report.sha256
        for picture in report.pictures:
            yield f"{place}{picture.file}", picture.sha256
    original = report.original
    if original is not None and original.file:
        for path in (f"{report.address}{original.file}", *earlier_files(report)):
            yield path, original.sha256


def manifest_line(path: str, sha256: str) -> str:
    """One line; a backslash before it says that the name has escapes, as sha256sum writes it."""
    escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if escaped != path else ""
    return f"{mark}{sha256}  {escaped}\n"
