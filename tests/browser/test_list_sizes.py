"""List pages of the sample as they stand on the disk: light, and in a frame as light as they count on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.pages._sizes import LARGEST_PAGE
from tests.pages.test_page_sizes import FRAME

_LISTS = ("browse", "tags", "sources", "authors", "languages")


def list_pages(site: Path) -> Iterator[tuple[str, str]]:
    """Address and HTML of each list page, in both languages."""
    for prefix in ("", "ar/"):
        for name in _LISTS:
            for file in (site / f"{prefix}{name}").rglob("index.html"):
                yield file.parent.relative_to(site).as_posix(), file.read_text("utf-8")


def test_no_list_page_is_above_the_limit(site: Path) -> None:
    pages = dict(list_pages(site))
    assert len(pages) > 200
    assert {a: len(p.encode()) for a, p in pages.items() if len(p.encode()) > LARGEST_PAGE} == {}


def test_the_frame_leaves_the_lists_the_room_that_they_count_on(site: Path) -> None:
    for address, page in list_pages(site):
        before, _, rest = page.partition("<article")
        _, _, after = rest.partition("</article>")
        assert after, address
        assert len((before + after).encode()) < FRAME, address
