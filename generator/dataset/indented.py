"""JSON for people too: indented, in the letters of every script.

The bytes are those of ``json.dumps(value, ensure_ascii=False, indent=1)``, which writes indents in
Python and an object at a time; a part that stands in many files can be written once, for its depth.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

_PLAIN = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: object, depth: int = 0) -> str:
    """A value as JSON, as it stands ``depth`` levels deep in a document."""
    if isinstance(value, str):
        return _PLAIN(value)
    if isinstance(value, Mapping) and value:
        fields = (f"{_PLAIN(name)}: {indented(item, depth + 1)}" for name, item in value.items())
        return _within("{", "}", fields, depth)
    if isinstance(value, (list, tuple)) and value:
        return _within("[", "]", (indented(item, depth + 1) for item in value), depth)
    return _PLAIN(value)


def _within(opening: str, closing: str, items: Iterable[str], depth: int) -> str:
    line = "\n" + " " * (depth + 1)
    return f"{opening}{line}{f',{line}'.join(items)}{line[:-1]}{closing}"
