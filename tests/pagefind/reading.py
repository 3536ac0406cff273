"""A bundle as Pagefind's engine reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from generator.pagefind import cbor
from generator.pagefind.words import unpacked

Places = frozenset[int]
Facts = frozenset[tuple[str, int]]
Index = Mapping[str, Mapping[int, tuple[Places, Facts]]]


def page_list(files: Mapping[str, bytes]) -> Any:
    """Version, pages, files of the index, filters, orders, names of facts."""
    (path,) = (path for path in files if path.endswith(".pf_meta"))
    return cbor.decoded(unpacked(files[path]))


def index_of(files: Mapping[str, bytes]) -> Index:
    """Where each word stands in the text and the facts of each page, all spellings together."""
    fields = page_list(files)[5]
    found: dict[str, dict[int, tuple[set[int], set[tuple[str, int]]]]] = {}
    for path in files:
        if path.endswith(".pf_index"):
            (words,) = cast("Any", cbor.decoded(unpacked(files[path])))
            for word, pages, variants in words:
                inside = found.setdefault(word, {})
                for spelled in (pages, *(pages for _, pages in variants)):
                    for page, places, facts in _pages(spelled):
                        own = inside.setdefault(page, (set(), set()))
                        own[0].update(places)
                        own[1].update((fields[field], place) for field, place in facts)
    return {
        word: {page: (frozenset(a), frozenset(b)) for page, (a, b) in pages.items()}
        for word, pages in found.items()
    }


def _pages(pages: Any) -> Iterator[tuple[int, list[int], list[tuple[int, int]]]]:
    page = 0
    for step, places, facts in pages:
        page += step
        yield page, [place for _, place in _grouped(places)], list(_grouped(facts))


def _grouped(steps: list[int]) -> Iterator[tuple[int, int]]:
    group = place = 0
    for step in steps:
        if step < 0:
            group, place = -1 - step, 0
        else:
            place += step
            yield group, place
