"""Text in HTML, for the many texts in which there is nothing to escape."""

from __future__ import annotations

import html

from markupsafe import Markup, escape


def escaped(value: object) -> str:
    """``markupsafe.escape`` as a plain text; what is HTML already (``Markup``) stays as it is."""
    if type(value) is not str:
        return value if type(value) is Markup else str(escape(value))
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return str(escape(value))
    return value


def quoted(text: str) -> str:
    """``html.escape``, which writes quotation marks in another way: for the heads of pages."""
    return text if escaped(text) is text else html.escape(text)
