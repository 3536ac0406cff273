"""The archive's stylesheet: the parts of ``generator/styles/`` in order of name, as one file.

One file is one request; parts by topic are what a person can read and change. Readers get it
without comments and line breaks, which are a fifth of its weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources

from generator.archive import PublicArchive
from generator.model import OutputFile

PATH = "assets/archive/archive.css"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CONTINUED = re.compile(r"(?<=[{;,])\n")
_LINE_END = re.compile(r"\s*\n\s*")


def files(archive: PublicArchive) -> Iterator[OutputFile]:  # noqa: ARG001  # the same for every archive
    """The stylesheet that every page links to."""
    folder = resources.files("generator") / "styles"
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    text = "\n".join(part.read_text("utf-8") for part in parts)
    yield OutputFile(PATH, compact(text).encode())


def compact(css: str) -> str:
    """The same rules, one to a line, without comments; spaces inside a line stay as they are."""
    lines = _LINE_END.sub("\n", _COMMENT.sub("", css)).strip()
    return _CONTINUED.sub("", lines).replace("\n}", "}") + "\n"
