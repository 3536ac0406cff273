"""Python-Markdown's search for headings, lists, emphasis, links and the like, left out where there can be none.

It asks of each block whether it is one of some fifteen kinds, and tries some twenty patterns on each
piece of text, which is most of the time that a body takes. All of them begin with one of a few marks,
and most paragraphs of a body with Markdown have none.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.blockprocessors import ParagraphProcessor
from markdown.treeprocessors import InlineProcessor

from generator.rendering.prose import has_marks

_LINE_BREAK = "  \n"
_PLAIN_LINE = re.compile(r"(?!\d+\.)[^\W_]|[\"'“‘«(]")


class PlainParagraphsFirst(ParagraphProcessor):
    """A paragraph of which no line begins as anything else does, for ``prose.KNOWN_EXTENSIONS``.

    In a tight list a paragraph is none: then Python-Markdown's own processors are asked.
    """

    def test(self, parent: ElementTree.Element, block: str) -> bool:  # noqa: ARG002  # as its base has it
        """Whether it is one."""
        is_plain = all(map(_PLAIN_LINE.match, block.split("\n")))
        return is_plain and not self.parser.state.isstate("list")


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
