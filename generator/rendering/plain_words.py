"""Python-Markdown's search for emphasis, links and the like, left out where there can be none.

It tries some twenty patterns on each piece of text, which is half of the time that a body takes. All
of them begin with one of a few marks, and most paragraphs of a body with Markdown have none.
"""

from __future__ import annotations

from markdown.treeprocessors import InlineProcessor

from generator.rendering.prose import has_marks

_LINE_BREAK = "  \n"


class PlainWordsFirst(InlineProcessor):
    """Takes the place of the tree processor ``inline``, for ``prose.KNOWN_EXTENSIONS``."""

    # Its base class has the method under a private name, by which Python finds this one instead.
    def _InlineProcessor__handleInline(  # noqa: N802  # Python-Markdown's name
        self,
        data: str,
        patternIndex: int = 0,  # noqa: N803  # the same
    ) -> str:
        if has_marks(data) or "&" in data or _LINE_BREAK in data:
            handled: str = super()._InlineProcessor__handleInline(  # type: ignore[misc]  # its private name
                data, patternIndex
            )
            return handled
        return data
