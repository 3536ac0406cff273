"""The part of a page that is the report, as trafilatura finds it, without what it does twice.

Its cascade runs a second extractor over every page, and keeps that one's result on few of them: where
it is more than twice as long, or the first has no paragraph. Both leave menus and lists of links out.
So where half of the words that are no link are in the first result, the second can't be so much longer,
and need not run: what comes out is what the whole cascade gives.
"""

from __future__ import annotations

import logging
from copy import copy
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from generator.html.tree import all_text

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement
    from trafilatura.settings import Extractor

_ENOUGH = 3000  # below, trafilatura asks whether so little of the page can be all of the report
_SHARE = 0.2
_MOST_TABLES = 1000
_TWICE = 2


def main_part(root: HtmlElement) -> _Element | None:
    """The elements that are the report, in trafilatura's own tags; None where it finds nothing.

    Nor is a page of very many tables asked about: how long trafilatura takes for them grows with their square.
    """
    if sum(1 for _ in islice(root.iter("table"), _MOST_TABLES)) == _MOST_TABLES:
        return None
    if not _is_forum(root):
        try:
            body, text = _extracted(root)
        except (TypeError, ValueError):  # what trafilatura itself gives up on, too
            return None
        if len(text) >= _ENOUGH:
            return body
        if len(text) >= max(_options().min_extracted_size, _SHARE * _length(root)):
            return body
    return _by_whole_cascade(root)


def _by_whole_cascade(root: HtmlElement) -> _Element | None:
    """What trafilatura makes of a page of few words, or of many that stand elsewhere."""
    from trafilatura import bare_extraction

    return getattr(bare_extraction(root, options=copy(_options())), "body", None)


def _is_forum(root: HtmlElement) -> bool:
    """Whether it is a thread, where comments are what there is to read."""
    scripts = root.iter("script")
    return any("DiscussionForumPosting" in (script.text or "") for script in scripts)


def _extracted(root: HtmlElement) -> tuple[_Element, str]:
    """What the first two stages of the cascade find, and its text."""
    from trafilatura.external import compare_extraction
    from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
    from trafilatura.main_extractor import extract_content
    from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

    options = _options()
    tree = prune_unwanted_nodes(copy(root), RAW_TREE_PRUNE_XPATH)
    tree = prune_unwanted_nodes(tree, REMOVE_COMMENTS_AND_LISTS_XPATH)
    cleaned = tree_cleaning(copy(tree), options)
    words = _length(cleaned) - sum(map(_length, cleaned.iter("a")))
    body, text = extract_content(convert_tags(cleaned, options), options)
    if _is_beyond_doubt(body, text, words):
        return body, text
    return compare_extraction(tree_cleaning(copy(tree), options), tree, body, text, options)


def _is_beyond_doubt(body: _Element, text: str, words: int) -> bool:
    """Whether the result is not short, is clean, and has most words of the cleaned page."""
    from trafilatura.external import SANITIZED_XPATH

    if _TWICE * len(text) < words or len(text) < _options().min_extracted_size:
        return False
    paragraphs = len(body.findall(".//p"))
    has_words = any(True for p in body.iter("p") for _ in p.itertext())
    return (
        has_words
        and len(body.findall(".//table")) <= paragraphs
        and not body.xpath(SANITIZED_XPATH)
    )


def _length(element: _Element) -> int:
    """How many characters of text, with white space made one blank."""
    return len(" ".join(all_text(element).split()))


@cache
def _options() -> Extractor:
    from trafilatura.settings import Extractor

    for name in ("trafilatura", "trafilatura.core", "trafilatura.main_extractor"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return Extractor(
        output_format="xml", comments=False, formatting=True, images=True, links=True, tables=True
    )
