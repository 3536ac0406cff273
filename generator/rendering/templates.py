"""The content templates, compiled once for each interface language.

Most of what a page says is words of the interface. The filter ``words`` has only the words' key to
go by, so that Jinja looks them up when it compiles a template, and they stand in the compiled page
as if they had been written there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.addresses import slug_of_name
from generator.catalogue import Catalogue
from generator.citing import Citation
from generator.rendering.attributes import direction, machine_date, readable

_VALUE, _VALUE_END, _ITALIC, _ITALIC_END = "\x01", "\x02", "\x03", "\x04"
"""Stand for tags until the text is escaped; citations have no control characters (``one_line``)."""

THEME_FOLDER = Path(__file__).parent.parent / "theme"


class _PlainCalls(Context):
    """Calls what a template calls, and does not ask first whether it wants Jinja's context.

    Nothing that our templates call does, and a page has a hundred calls.
    """

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,  # Jinja's own, for functions that want the context
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        """Call it."""
        return called(*args, **kwargs)


@lru_cache(maxsize=16)
def templates_for(language: str, date_locale: str) -> jinja2.Environment:
    """The content templates in one interface language; a process compiles each of them once."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(THEME_FOLDER / "content"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.context_class = _PlainCalls
    templates.filters["cited"] = cited
    templates.filters["direction"] = direction
    templates.filters["machine_date"] = machine_date
    templates.filters["readable"] = readable
    templates.filters["slug"] = slug_of_name
    templates.filters["words"] = Catalogue(language, date_locale)
    return templates


def cited(citation: Citation, language: str) -> Markup:
    """A citation as HTML; each value of the record keeps its own direction and language."""
    parts = []
    for text, is_value, is_italic in citation.pieces:
        part = f"{_VALUE}{text}{_VALUE_END}" if is_value else text
        parts.append(f"{_ITALIC}{part}{_ITALIC_END}" if is_italic else part)
    shown = str(escape("".join(parts)))  # as one: there are some fifteen pieces
    for mark, tag in (
        (_VALUE, f'<bdi lang="{escape(language)}">'),
        (_VALUE_END, "</bdi>"),
        (_ITALIC, "<i>"),
        (_ITALIC_END, "</i>"),
    ):
        shown = shown.replace(mark, tag)
    return Markup(shown)
