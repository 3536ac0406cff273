"""HTML: a saved page, or a fragment of one; which part is the report is worked out here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.html import looks_like_html, page_parts, tells_more
from generator.importers import Claim
from generator.model import Draft, RawReport

NAME = "HTML"

_TELLS_MORE = "a page with pictures in it that carry more than they show"  # in the catalogue
_OTHER_NAMES = (".md", ".markdown")


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins with a tag of HTML; in a file named as Markdown that is none."""
    if raw.name.lower().endswith(_OTHER_NAMES):
        return Claim.NONE
    return Claim.STRONG if looks_like_html(raw.head, raw.name) else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the page.

    Raises:
        UnreadableReport: it is too big, nested too deeply, or holds no word.
    """
    address = raw.inside.part if raw.inside and raw.inside.part.startswith("http") else ""
    parts = page_parts(raw, address)
    yield Draft(
        raw,
        "text/html",
        blocks=parts.blocks,
        candidates=parts.candidates,
        pictures=parts.pictures,
        withheld=_TELLS_MORE if tells_more(raw.content) else "",
    )
