"""JSON Lines: every report in one file, with the columns of the dataset."""

from __future__ import annotations

from pathlib import Path

from generator.archive import PublicArchive
from generator.dataset import REPORTS, Rows
from generator.dataset.writing import json_line

NAME = "archive.jsonl"


def write(archive: PublicArchive, place: Path) -> None:
    """Write one line a report.

    Raises:
        OSError: the place cannot be written.
    """
    rows = Rows(archive)
    with place.open("wb") as file:
        for report in archive.reports:
            file.write(json_line(REPORTS, rows.report(report)))
