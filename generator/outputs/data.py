"""The dataset, below ``data/``: see ``generator.dataset``."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive import PublicArchive
from generator.dataset import dataset_files, dataset_sections, describing_files
from generator.model import FileGroup, MadeFiles, OutputFile, Section


def group_sections(archive: PublicArchive) -> Iterator[Section[FileGroup]]:
    """Each table and each list by itself."""
    return dataset_sections(archive)


def closing_files(archive: PublicArchive, made: MadeFiles) -> Iterator[OutputFile]:
    """What describes them."""
    return describing_files(archive, made)


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """Tables by year as CSV and JSON Lines, lists by month and tag, and what describes them."""
    return dataset_files(archive)
