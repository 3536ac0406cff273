"""A BagIt bag (RFC 8493): the dataset, every public original and picture, with two manifests of hashes.

It has no date of its own: the same archive gives the same bag. Originals are named by their SHA-256,
which the table of reports has: names in other scripts, or with a percent sign, are read differently
by programs and file systems.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.dataset import FOLDER, dataset_files
from generator.model import OutputFile, PublicReport

NAME = "archive-bag"
ORIGINALS = f"{FOLDER}originals/"
PICTURES = f"{FOLDER}pictures/"

_ALGORITHMS = ("sha256", "sha512")
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def write(archive: PublicArchive, place: Path) -> None:
    """Write the bag as a folder.

    Raises:
        StoreError: an original that a report names is not there.
        OSError: the place cannot be written.
    """
    payload: dict[str, list[str]] = {}
    size = 0
    for file in _payload(archive):
        payload[file.path] = _write(place, file)
        size += len(file.content)
    tags = [
        OutputFile("bagit.txt", _DECLARATION.encode()),
        OutputFile("bag-info.txt", _info(archive, size, len(payload)).encode()),
        *_manifests("manifest", payload),
    ]
    hashes = {file.path: _write(place, file) for file in tags}
    for file in _manifests("tagmanifest", hashes):
        _write(place, file)


def _payload(archive: PublicArchive) -> Iterator[OutputFile]:
    yield from dataset_files(archive)
    seen: set[str] = set()
    for report in archive.reports:
        original = report.original
        if original is not None and original.file and original.sha256 not in seen:
            seen.add(original.sha256)
            yield _file(archive, report, ORIGINALS, original.sha256, original.file)
        for picture in report.pictures:
            if picture.sha256 not in seen:
                seen.add(picture.sha256)
                yield _file(archive, report, PICTURES, picture.sha256, picture.file)


def _file(
    archive: PublicArchive, report: PublicReport, folder: str, sha256: str, file: str
) -> OutputFile:
    ending = _ENDING.search(file)
    content = archive.original_of(report.path, file)
    return OutputFile(f"{folder}{sha256}{ending[0].lower() if ending else ''}", content)


def _write(place: Path, file: OutputFile) -> list[str]:
    """Write one file; its hashes, one for each algorithm."""
    path = place / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)
    return [hashlib.new(name, file.content).hexdigest() for name in _ALGORITHMS]


def _manifests(kind: str, hashes: dict[str, list[str]]) -> Iterator[OutputFile]:
    for place, algorithm in enumerate(_ALGORITHMS):
        lines = (f"{own[place]}  {path}\n" for path, own in sorted(hashes.items()))
        yield OutputFile(f"{kind}-{algorithm}.txt", "".join(lines).encode())


def _info(archive: PublicArchive, size: int, count: int) -> str:
    settings = archive.settings
    words = Catalogue(settings.default_language)
    entries = {
        "Source-Organization": settings.organisation,
        "External-Identifier": settings.site_url,
        "External-Description": f"{words('data.package')} {words('data.rights')}",
        "Payload-Oxum": f"{size}.{count}",
    }
    return "".join(f"{name}: {' '.join(text.split())}\n" for name, text in entries.items() if text)
