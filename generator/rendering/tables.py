"""Tables that are wider than a phone: each scrolls in a region of its own that a keyboard reaches."""

from __future__ import annotations

from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_BEFORE_LINKS = 6  # while the tree still has headings and cells as Markdown made them


class ScrollableTables(Extension):
    """Puts each table into a region, named by its column heads (WCAG 2.1.1, technique SCR)."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register with a Markdown instance."""
        md.treeprocessors.register(_Regions(md), "archive_tables", _BEFORE_LINKS)


class _Regions(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table" and parent.get("class") != "ar-table":
                    parent[place] = _region(child)


def _region(table: ElementTree.Element) -> ElementTree.Element:
    heads = (" ".join("".join(cell.itertext()).split()) for cell in table.iter("th"))
    attributes = {"class": "ar-table", "role": "region", "tabindex": "0"}
    region = ElementTree.Element("div", attributes)
    region.set("aria-label", ", ".join(filter(None, heads)) or "1")
    region.tail, table.tail = table.tail, "\n"
    region.text = "\n"
    region.append(table)
    return region
