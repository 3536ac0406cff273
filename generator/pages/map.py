"""The map of places, with the same places as a table below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.drawing import Label, MapDrawing, MapFrame, draw_spots, labels_for
from generator.model import Page
from generator.pages._places import Places, places_of
from generator.pages._sizes import shortened
from generator.vocabulary import Term

MOST_ROWS = 200
_LONGEST_NAME = 60
_MOST_UNPLACED = 20


@dataclass(frozen=True)
class PlaceRow:
    """A place in the table, or a bubble.

    Attributes:
        term: the place.
        name: its label, shortened.
        count: how many reports its bubble stands for.
        as_a_whole: whether those are about all of it, since places in it are shown by themselves.
        is_drawn: whether it has a bubble.
    """

    term: Term
    name: str
    count: int
    as_a_whole: bool
    is_drawn: bool


@dataclass(frozen=True)
class PlaceMap:
    """The drawing in one language; names are set where they have room."""

    frame: MapFrame
    drawing: MapDrawing
    labels: tuple[Label, ...]


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``map/`` in each language; an archive without places has the page too, and says so."""
    places = places_of(archive)
    drawing = draw_spots(places.spots)
    for language in archive.settings.languages:
        words = Catalogue(language)
        rows = _rows(places, archive, language)
        yield Page(
            address=f"{archive.settings.prefix(language)}map/",
            language=language,
            title=words("map.title"),
            template="map.html",
            context={
                "map": _drawn(places, drawing, {row.term.id: row.name for row in rows}),
                "by_id": {row.term.id: row for row in rows},
                "rows": rows[:MOST_ROWS],
                "more": max(0, len(rows) - MOST_ROWS),
                "drawn": len(places.spots),
                "unplaced": _unplaced(places, archive, language),
                "more_unplaced": max(0, len(places.unplaced) - _MOST_UNPLACED),
            },
        )


def _drawn(places: Places, drawing: MapDrawing, names: Mapping[str, str]) -> PlaceMap | None:
    if places.frame is None or not drawing.bubbles:
        return None
    labels = labels_for(drawing.bubbles, names, places.frame.box)
    return PlaceMap(places.frame, drawing, labels)


def _rows(places: Places, archive: PublicArchive, language: str) -> Sequence[PlaceRow]:
    """Every place with coordinates, those with most reports first."""
    drawn = {spot.key for spot in places.spots}
    terms = [archive.vocabulary.terms[key] for key in places.counts]
    rows = [
        PlaceRow(
            term,
            shortened(term.label(language), _LONGEST_NAME),
            places.counts[term.id],
            term.id in places.apart,
            term.id in drawn,
        )
        for term in terms
    ]
    return sorted(rows, key=lambda row: (-row.count, row.name, row.term.id))


def _unplaced(
    places: Places, archive: PublicArchive, language: str
) -> Sequence[tuple[str, str, int]]:
    """Places that nobody gave coordinates: id, name, reports; those with most reports first."""
    ordered = sorted(places.unplaced.items(), key=lambda item: (-item[1], item[0]))
    return [
        (key, shortened(archive.vocabulary.label(key, language), _LONGEST_NAME), count)
        for key, count in ordered[:_MOST_UNPLACED]
    ]
