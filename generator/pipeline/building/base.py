"""What shapes every page and every file of a site besides reports, as one short text.

Code, templates, styles and words are taken by their bytes, installed packages by name and version.
Where any of it changed, everything is made anew.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import generator
from generator.settings import Settings
from generator.state import fingerprint
from generator.vocabulary import VOCABULARY_FILE

_NO_SOURCE = ("__pycache__",)
OF_IMPORT = frozenset(
    ("cli", "gazetteer", "html", "importers", "inference", "mail", "office", "pdf")
)
"""Parts of the package that no build and no check imports: a change of theirs makes no page anew."""


def base_of_reading(settings: Settings, extensions: object, configs: object) -> bytes:
    """Stands for what shapes what is read from an article."""
    return fingerprint(_of_code(), settings, _named(extensions), _named(configs))


def base_of_making(folder: Path, reading: bytes, further: Iterable[Path], *facts: object) -> bytes:
    """Stands for what shapes what is made of the archive in ``folder``.

    Args:
        folder: of the archive.
        reading: what shapes what is read.
        further: files and folders that shape pages too, such as the outline of the map.
        facts: anything else.
    """
    files = (folder / VOCABULARY_FILE, *further)
    return fingerprint(reading, [_of_files(path) for path in files], *facts)


def _of_code() -> bytes:
    packages = sorted(
        entry.name for place in sys.path for entry in _entries(Path(place), "*.dist-info")
    )
    return fingerprint(sys.version, packages, _of_files(Path(generator.__file__).parent, OF_IMPORT))


def _of_files(place: Path, without: frozenset[str] = frozenset()) -> bytes:
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


def _named(value: Any) -> object:
    """Settings of extensions in a form that has a fingerprint: what has none stands as its text."""
    if isinstance(value, Mapping):
        return {str(name): _named(one) for name, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [_named(one) for one in value]
    try:
        fingerprint(value)
    except TypeError:
        return f"{type(value).__module__}.{type(value).__qualname__} {value!r}"
    return value
