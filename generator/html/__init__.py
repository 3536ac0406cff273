"""HTML pages and fragments: which part is the report, as Markdown, and what the page says of it.

    parse_page      bytes → tree, with the charset found and scripts, styles and trackers gone
    story_of        tree → the part of a page that is the report
    blocks_of       tree → Markdown blocks through a safe subset
    candidates_of   tree → what JSON-LD, meta tags and elements say of title, authors, date …

Feeds, exports, mails and web archives take the same way for the HTML inside them:
``fragment_blocks`` for a body that stands alone, ``page_draft_parts`` for a whole page.
"""

from generator.html.page import PageParts, fragment_blocks, looks_like_html, page_parts

__all__ = ["PageParts", "fragment_blocks", "looks_like_html", "page_parts"]
