"""What the program is, by its bytes: where any of it changed, what was kept of its work is no longer true."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import generator
from generator.state.fingerprint import fingerprint

_NO_SOURCE = ("__pycache__",)
OF_IMPORT = frozenset(
    ("cli", "gazetteer", "html", "importers", "inference", "mail", "office", "pdf")
)
"""Parts of the package that no build and no check imports: a change of theirs makes no page anew."""


def of_code() -> bytes:
    """Stands for the code, templates and words that builds use, and for the packages beside them.

    Our own are taken by their bytes, installed packages by name and version.
    """
    packages = sorted(
        entry.name for place in sys.path for entry in _entries(Path(place), "*.dist-info")
    )
    return fingerprint(sys.version, packages, of_files(Path(generator.__file__).parent, OF_IMPORT))


def of_files(place: Path, without: frozenset[str] = frozenset()) -> bytes:
    """Stands for a file, or all files of a folder but for some in it; for nothing where there is none."""
    digest = hashlib.sha256()
    found = [place] if place.is_file() else sorted(_entries(place, "**/*"))
    for file in found:
        if without.intersection(file.relative_to(place).parts[:1]):
            continue
        if file.is_file() and not set(_NO_SOURCE) & set(file.parts):
            digest.update(f"{file.relative_to(place)}\0{file.stat().st_size}\0".encode())
            digest.update(file.read_bytes())
    return digest.digest()


def _entries(place: Path, pattern: str) -> list[Path]:
    return list(place.glob(pattern)) if place.is_dir() else []
