"""The archive's stylesheet: the parts of ``generator/styles/`` in order of name, as one file.

One file is one request; parts by topic are what a person can read and change.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from generator.model import OutputFile
from generator.publication import PublicArchive

PATH = "assets/archive/archive.css"


def files(archive: PublicArchive) -> Iterator[OutputFile]:  # noqa: ARG001  # the same for every archive
    """The stylesheet that every page links to."""
    folder = resources.files("generator") / "styles"
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    yield OutputFile(PATH, b"\n".join(part.read_bytes() for part in parts))
