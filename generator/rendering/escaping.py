"""Text in HTML, escaped as Jinja does it, for the many texts in which there is nothing to escape."""

from __future__ import annotations

from markupsafe import Markup, escape


def escaped(value: object) -> str:
    """``markupsafe.escape`` as a plain text; what is HTML already (``Markup``) stays as it is."""
    if type(value) is not str:
        return value if type(value) is Markup else str(escape(value))
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return str(escape(value))
    return value
