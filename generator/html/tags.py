"""What each tag is in Markdown; those of HTML and those of trafilatura's own tree are read alike."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SAME = {
    **dict.fromkeys(
        ("div", "section", "article", "main", "body", "html", "header", "footer"), "box"
    ),
    **dict.fromkeys(("figure", "figcaption", "details", "summary", "address", "aside"), "box"),
    **dict.fromkeys(("dl", "dt", "dd", "tbody", "thead", "tfoot", "hgroup", "nav", "ab"), "box"),
    **dict.fromkeys(("ul", "ol", "menu", "dir", "list"), "list"),
    **dict.fromkeys(("li", "item"), "item"),
    **dict.fromkeys(("blockquote", "quote", "q-block"), "quote"),
    **dict.fromkeys(("table",), "table"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), "heading"),
    **dict.fromkeys(("p",), "paragraph"),
    **dict.fromkeys(("pre",), "code"),
    **dict.fromkeys(("hr",), "rule"),
    **dict.fromkeys(("br", "lb"), "break"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("a", "ref"), "link"),
    **dict.fromkeys(("img", "graphic"), "picture"),
    **dict.fromkeys(("script", "title", "meta", "base"), "nothing"),
}
BLOCKS = frozenset(
    ("box", "list", "item", "quote", "table", "heading", "paragraph", "code", "rule")
)
"""Kinds that stand in lines of their own."""

_ROLES = {"#i": "em", "#b": "strong"}


def kind_of(element: _Element) -> str:
    """What an element is in Markdown; an empty text for one that only holds words."""
    tag = element.tag if isinstance(element.tag, str) else "script"
    if tag == "hi":
        return _ROLES.get(element.get("rend", ""), "")
    if tag == "code":
        return "code" if "\n" in "".join(map(str, element.itertext())).strip() else ""
    return _SAME.get(tag, "")


def tags_of(kinds: Set[str]) -> tuple[str, ...]:
    """The names of elements of these kinds; whether ``code`` is one shows only in the element."""
    return tuple(tag for tag, kind in _SAME.items() if kind in kinds)
