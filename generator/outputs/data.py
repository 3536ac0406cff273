"""The dataset, below ``data/``: see ``generator.dataset``."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset import dataset_files
from generator.model import OutputFile
from generator.publication import PublicArchive


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """Tables by year as CSV and JSON Lines, lists by month and tag, and what describes them."""
    return dataset_files(archive)
