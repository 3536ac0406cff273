"""The content templates, compiled once for each interface language.

Most of what a page says is words of the interface. The filter ``words`` has only the words' key to
go by, so that Jinja looks them up when it compiles a template, and they stand in the compiled page
as if they had been written there. A page asks for a hundred values; so what is compiled asks for them
by Python's own means.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from generator.addresses import readable, slug_of_name
from generator.catalogue import Catalogue
from generator.citing import Citation
from generator.rendering.attributes import direction, machine_date
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.escaping import escaped
from generator.state import of_code

_VALUE, _VALUE_END, _ITALIC, _ITALIC_END = "\x01", "\x02", "\x03", "\x04"
"""Stand for tags until the text is escaped; citations have no control characters (``one_line``)."""

THEME_FOLDER = Path(__file__).parent.parent / "theme"


class _PlainCode(CodeGenerator):
    """Compiles what templates say as Python says it.

    ``a.b`` is an attribute and nothing else (Jinja would look for an item where there is none), a call
    does not ask first whether Jinja's context is wanted, and texts are escaped by ``escaped``.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write an attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802  # Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call."""
        if (
            forward_caller or node.dyn_args or node.dyn_kwargs
        ):  # of ``{% call %}``; ``*`` and ``**``
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for given in node.kwargs:
            self.write(f"{given.key}=")
            self.visit(given.value, frame)
            self.write(", ")
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Write texts in a row; what comes of it is escaped as any other text."""
        self.write("''.join(map(str, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")))")

    def visit_Template(  # noqa: N802  # Jinja's name
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Write a module; its last line gives another meaning to a name of the first."""
        super().visit_Template(node, frame)
        self.writeline(f"from {escaped.__module__} import {escaped.__name__} as escape")


class _Templates(jinja2.Environment):
    code_generator_class = _PlainCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template has, as one mapping: each page copies it."""
        return {**self.globals, **(d or {})}


@cache
def _shape() -> bytes:
    """Stands for what a process makes of templates: the code above, and the words that are put in."""
    return of_code()


@lru_cache(maxsize=16)
def templates_for(language: str, date_locale: str) -> jinja2.Environment:
    """The content templates in one interface language; a process looks for each of them once."""
    templates = _Templates(
        loader=jinja2.FileSystemLoader(THEME_FOLDER / "content"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(f"{language} {date_locale}", _shape()),
    )
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
    shown = escaped("".join(parts))  # as one: there are some fifteen pieces
    for mark, tag in (
        (_VALUE, f'<bdi lang="{escaped(language)}">'),
        (_VALUE_END, "</bdi>"),
        (_ITALIC, "<i>"),
        (_ITALIC_END, "</i>"),
    ):
        shown = shown.replace(mark, tag)
    return Markup(shown)
