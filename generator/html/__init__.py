"""HTML pages and fragments: which part is the report, as Markdown, and what the page says of it.

    tree      bytes → tree: charset, limits, and without what runs, loads or hides
    extraction    tree → the elements that are the story
    page      tree → the story and the lines around it, as blocks; and candidates for fields
    blocks    tree → Markdown blocks, through the safe subset of tags
    pictures  those that came with a page, and where in its tree they stand
    wording   bytes → what two captures of one page are compared by
    json_ld, meta, marked    what JSON-LD, meta tags and elements say of title, authors, date …
    visible   the lines that a page shows around its report

Feeds, exports, mails and web archives take the same way for the HTML inside them:
``fragment_blocks`` for a body that is all report, ``page_parts`` for a whole page.
"""

from generator.html.page import PageParts, fragment_blocks, looks_like_html, page_parts
from generator.html.pictures import path_beside, tells_more
from generator.html.wording import wording

__all__ = [
    "PageParts",
    "fragment_blocks",
    "looks_like_html",
    "page_parts",
    "path_beside",
    "tells_more",
    "wording",
]
