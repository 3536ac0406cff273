"""What shapes every page and every file of a site besides reports, as one short text.

Code, templates, styles and words are taken by their bytes, installed packages by name and version.
Where any of it changed, everything is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.settings import Settings
from generator.state import fingerprint, of_code, of_files
from generator.vocabulary import VOCABULARY_FILE


def base_of_reading(settings: Settings, extensions: object, configs: object) -> bytes:
    """Stands for what shapes what is read from an article."""
    return fingerprint(of_code(), settings, _named(extensions), _named(configs))


def base_of_making(folder: Path, reading: bytes, further: Iterable[Path], *facts: object) -> bytes:
    """Stands for what shapes what is made of the archive in ``folder``.

    Args:
        folder: of the archive.
        reading: what shapes what is read.
        further: files and folders that shape pages too, such as the outline of the map.
        facts: anything else.
    """
    files = (folder / VOCABULARY_FILE, *further)
    return fingerprint(reading, [of_files(path) for path in files], *facts)


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
