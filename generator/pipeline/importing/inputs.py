"""What an editor names, as raw reports: files and folders, containers taken apart as they are read."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from generator.importers import container_for
from generator.model import BrokenPart, LeftOut, RawReport
from generator.model.draft import HEAD
from generator.pipeline.importing.folders import FolderBeside, Within, parted, parts_told
from generator.pipeline.importing.following import Following
from generator.pipeline.importing.results import (
    Begun,
    Failure,
    Finished,
    Prepared,
    told,
)

_SMALL = 1024 * 1024  # up to here a file is held in memory, and read from the disk once
_CHUNK = 1024 * 1024
_DEEPEST = 4  # a ZIP in a ZIP in a mail; more is a trap

Item = RawReport | Prepared | Begun | Finished
"""A report to be read; or what is known already: a failure, where a container begins and ends."""


def files_in(inputs: Iterable[Path]) -> list[Path]:
    """The files to import, in order; hidden files are passed over."""
    files: list[Path] = []
    for path in inputs:
        if path.is_dir():
            found = (file for file in path.rglob("*") if file.is_file() or file.is_symlink())
            visible = (
                f for f in found if not any(p.startswith(".") for p in f.relative_to(path).parts)
            )
            files += sorted(visible)
        else:
            files.append(path)
    return files


def reports_in(
    inputs: Iterable[Path],
    articles: Path,
    today: date,
    columns: Mapping[str, str] = MappingProxyType({}),
    following: Following | None = None,
) -> Iterator[Item]:
    """Each report of the inputs, one after the other; what cannot be read is a failure.

    Args:
        inputs: files and folders.
        articles: the folder of the archive's articles, from which nothing is imported.
        today: the day of the import.
        columns: see ImportOptions.
        following: follows how far a container has been read.
    """
    stored, following = Within(articles), following or Following()
    named = tuple(inputs)
    folders = tuple(path for path in named if path.is_dir())
    files, parts = parted(files_in(named), frozenset(named))
    for folder, count in parts:
        yield _refused(folder, today, parts_told(count), is_left_out=True)
    for file in files:
        if file in stored:
            yield _refused(file, today, "lies in articles/, where imported reports are kept")
        elif file.is_symlink() and file not in named:
            reason = "is a link to another file: name it, or that file, to import it"
            yield _refused(file, today, reason)
        else:
            try:
                raw = raw_report(file, today)
                beside = FolderBeside.of(file, folders)
                raw = replace(raw, columns=dict(columns), beside=beside)
            except OSError as error:
                reason = f"{error.strerror}: check the name, and that you may read it"
                yield _refused(file, today, reason)
            else:
                yield from _taken_apart(raw, following)


def raw_report(file: Path, today: date) -> RawReport:
    """A file as a raw report; a big one stays on the disk and is hashed in a stream.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        first = opened.read(_SMALL + 1)
        if len(first) <= _SMALL:
            return RawReport.of(str(file), first, today)
        digest, size = hashlib.sha256(first), len(first)
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    opener = partial(_open, str(file))
    return RawReport(str(file), today, first[:HEAD], size, digest.hexdigest(), opener)


def _open(name: str) -> BinaryIO:
    opened: io.BufferedReader = Path(name).open("rb")  # noqa: SIM115  # whoever asked closes it
    return opened


def _refused(file: Path, today: date, reason: str, *, is_left_out: bool = False) -> Prepared:
    return Prepared(RawReport.of(str(file), b"", today), failure=reason, is_left_out=is_left_out)


def _taken_apart(raw: RawReport, following: Following, depth: int = 0) -> Iterator[Item]:
    """The report itself; or each part of a container, and at its end that it is finished."""
    for container in told(container_for(raw) for _ in range(1)):
        if container is None:
            yield raw
        elif isinstance(container, Failure):
            yield Prepared(raw, failure=container.reason)
        elif depth == _DEEPEST:
            yield Prepared(raw, failure="holds files in files in files: unpack it first")
        else:
            yield from (Begun(raw),) if depth == 0 else ()
            followed = following.of(raw) if depth == 0 else raw
            for part in told(container.parts(followed)):
                yield from _items_of(raw, part, following, depth)
            yield from (Finished(raw),) if depth == 0 else ()


def _items_of(
    raw: RawReport,
    part: RawReport | BrokenPart | LeftOut | Failure,
    following: Following,
    depth: int,
) -> Iterator[Item]:
    if isinstance(part, RawReport):
        yield from _taken_apart(part, following, depth + 1)
    elif isinstance(part, Failure):
        yield Prepared(raw, failure=part.reason)
    else:
        place = raw.part(part.part, b"", lasts=False)
        left_out = isinstance(part, LeftOut)
        yield Prepared(place, failure=part.reason, is_left_out=left_out)
