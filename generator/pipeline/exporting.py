"""Export: the public archive in one file or folder, whole or not at all."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ExportError
from generator.exports import exports
from generator.model import Problem
from generator.pipeline.building import load_archive
from generator.settings import Settings
from generator.vocabulary import Vocabulary


@dataclass(frozen=True)
class ExportResult:
    """What was written: where, how many reports, and what kept articles out of it."""

    place: Path
    reports: int
    problems: tuple[Problem, ...]


def export_archive(
    folder: Path, settings: Settings, vocabulary: Vocabulary, form: str, out: Path | None
) -> ExportResult:
    """Write what is public of the archive in ``folder``; a file that is there is replaced.

    Args:
        folder: of the archive.
        settings: its settings.
        vocabulary: its terms.
        form: a name of ``generator.exports.exports()``.
        out: where to; None for the form's own name in the current folder.

    Raises:
        ExportError: the place is a folder with something in it, or cannot be written, or the form
            needs what is not installed.
        StoreError: an original that a report names is not there.
    """
    export = exports()[form]
    place = out or Path(export.name)
    if place.is_dir() and any(place.iterdir()):
        raise ExportError(
            f"{place} is a folder with something in it: name another place with --out"
        )
    loaded = load_archive(folder, settings, vocabulary)
    unfinished = place.with_name(f".writing-{place.name}")
    _remove(unfinished)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        export.write(loaded.archive, unfinished)
        if place.is_dir():
            place.rmdir()
        unfinished.replace(place)
    except OSError as error:
        raise ExportError(f"{place} cannot be written: {error}") from error
    finally:
        _remove(unfinished)
    return ExportResult(place, len(loaded.archive.reports), loaded.problems)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
