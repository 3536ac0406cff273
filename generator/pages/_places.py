"""Which places the map shows, and how many reports each of them stands for.

A report counts for the places that it is tagged with. A tag without coordinates counts for the
nearest broader place that has some; a part too close to its town to be told from it counts for the
town. A country of which places are shown is not one itself: it stands nowhere in particular.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.archive import PublicArchive, Shelving
from generator.drawing import MapFrame, Outline, Spot, frame_map, world_outline
from generator.drawing.outline import Point
from generator.model import PublicReport
from generator.vocabulary import Term, Vocabulary

PLACE = "place"
_TOO_CLOSE = 40.0
"""Units of the map: some 20 pixels."""


@dataclass(frozen=True)
class Places:
    """The places of an archive's reports.

    Attributes:
        frame: the map that fits them; None where no place has coordinates.
        spots: where a bubble stands, and for how many reports.
        apart: places that contain others with a bubble; what counts for them is about them as a
            whole. Those in no other place have no bubble.
        unplaced: reports of each place that has no coordinates, nor lies in one that has.
        counts: reports of each place with coordinates, drawn or not.
    """

    frame: MapFrame | None
    spots: tuple[Spot, ...]
    apart: AbstractSet[str]
    unplaced: Mapping[str, int]
    counts: Mapping[str, int]


def places_of(archive: PublicArchive) -> Places:
    """Count the reports of each place, and fit the map to those that it shows."""
    vocabulary = archive.vocabulary
    tagged = {tags: len(own) for tags, own in archive.shelved(_TAGGED_PLACES).items()}
    tags = {tag for together in tagged for tag in together}
    located = {tag: _located(tag, vocabulary) for tag in sorted(tags)}
    found = {chain[0].id: chain for chain in located.values() if chain}
    fitted = {key: chain for key, chain in found.items() if not _is_around(key, found)} or found
    frame = _frame([_point(chain[0]) for chain in fitted.values()], archive.outline)
    apart = _apart(found, frame) if frame else frozenset[str]()
    standing = {tag: _standing(chain, apart, frame) for tag, chain in located.items() if frame}
    counts = _counted(tagged, standing, vocabulary)
    places = [vocabulary.terms[key] for key in counts]
    drawn = [term for term in places if term.id not in apart or _has_broader(term, vocabulary)]
    unplaced = [tag for tag in located if not located[tag] and _kind(tag, vocabulary) == PLACE]
    return Places(
        frame=frame,
        spots=tuple(
            Spot(term.id, frame.place(_point(term)), counts[term.id])
            for term in drawn
            if frame is not None
        ),
        apart=apart,
        unplaced=_counted(tagged, {tag: tag for tag in unplaced}, vocabulary),
        counts=counts,
    )


def _tagged_places(archive: PublicArchive) -> Callable[[PublicReport], Iterable[tuple[str, ...]]]:
    known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def places(report: PublicReport) -> Iterable[tuple[str, ...]]:
        tags = report.tags
        if tags not in known:
            own = {tag for tag in tags if _is_placed(tag, archive.vocabulary)}
            known[tags] = tuple(sorted(own))
        return (known[tags],) if known[tags] else ()

    return places


def _is_placed(tag: str, vocabulary: Vocabulary) -> bool:
    return _kind(tag, vocabulary) == PLACE or bool(_located(tag, vocabulary))


_TAGGED_PLACES = Shelving("places", _tagged_places)
"""Parts the reports by the places that they are tagged with, all together."""


def _frame(points: Sequence[Point], own: Outline | None) -> MapFrame | None:
    if not points:
        return None
    outline = world_outline() if own is None else own
    return frame_map(points, outline, is_own=own is not None)


def _located(tag: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The places with coordinates that a tag is or lies in, the nearest first."""
    chain = vocabulary.with_broader(tag)
    return tuple(term for term in chain if term.kind == PLACE and term.coordinates is not None)


def _is_around(key: str, found: Mapping[str, tuple[Term, ...]]) -> bool:
    """Whether a place is in no other and has one of the others in it."""
    if len(found[key]) > 1:
        return False
    return any(chain[-1].id == key and len(chain) > 1 for chain in found.values())


def _apart(found: Mapping[str, tuple[Term, ...]], frame: MapFrame) -> frozenset[str]:
    """The places of which a part stands on the map so far off that the two are told apart."""
    return frozenset(
        broader.id
        for chain in found.values()
        for broader in chain[1:]
        if _distance(chain[0], broader, frame) >= _TOO_CLOSE
    )


def _standing(chain: Sequence[Term], apart: AbstractSet[str], frame: MapFrame | None) -> str:
    """The place whose bubble stands for a tag; empty where none does."""
    if not chain or frame is None:
        return ""
    standing = chain[0]
    for broader in chain[1:]:
        if broader.id in apart or _distance(chain[0], broader, frame) >= _TOO_CLOSE:
            break
        standing = broader
    return standing.id


def _counted(
    tagged: Mapping[tuple[str, ...], int], standing: Mapping[str, str], vocabulary: Vocabulary
) -> dict[str, int]:
    """Reports of each place; one about a town counts for its country not as well.

    Args:
        tagged: how many reports have these places together.
        standing: the place that counts, for each of them.
        vocabulary: what lies where.
    """
    broader = {
        key: {term.id for term in vocabulary.with_broader(key)[1:]}
        for key in set(standing.values())
    }
    drawn = {tag: key for tag, key in standing.items() if key}
    counts: Counter[str] = Counter()
    for tags, count in tagged.items() if drawn else ():
        places = {drawn[tag] for tag in tags if tag in drawn}
        if len(places) > 1:
            places = places.difference(*map(broader.__getitem__, places))
        for place in places:
            counts[place] += count
    return dict(sorted(counts.items()))


def _distance(one: Term, other: Term, frame: MapFrame) -> float:
    return math.dist(frame.place(_point(one)), frame.place(_point(other)))


def _has_broader(term: Term, vocabulary: Vocabulary) -> bool:
    return len(_located(term.id, vocabulary)) > 1


def _point(term: Term) -> Point:
    """Longitude and latitude; the vocabulary has them as people say them, latitude first."""
    latitude, longitude = term.coordinates or (0.0, 0.0)
    return longitude, latitude


def _kind(tag: str, vocabulary: Vocabulary) -> str:
    term = vocabulary.get(tag)
    return term.kind if term else ""
