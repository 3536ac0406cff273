"""The organisation's own outline for the map, from a GeoJSON file in the archive's folder."""

from __future__ import annotations

from pathlib import Path

from generator.drawing import Outline, read_geojson
from generator.errors import OutlineError


def read_outline(folder: Path, name: str) -> Outline:
    """Read the file that ``map: outline:`` in mkdocs.yml names, below the archive's folder.

    Raises:
        OutlineError: it cannot be read, or is no GeoJSON that can be drawn.
    """
    path = folder / name
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise OutlineError(
            "is not there: in mkdocs.yml, 'map: outline:' is a path from the folder of mkdocs.yml"
        ) from error
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise OutlineError(f"cannot be read ({error}): save it as UTF-8") from error
    return read_geojson(text)
