"""What results are narrowed by: columns of values, one row for each record of a search bundle.

Pagefind's own filters load with the first search and count within one search only, while a query of
several words or of Arabic forms is several of them. So the search page narrows and counts by itself,
from these columns, once a reader asks for it (decision 16).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.addresses import slug_of_name
from generator.archive import AUTHORS, LANGUAGES, SOURCES, TAGGED, PublicArchive, Shelving
from generator.catalogue import Catalogue
from generator.dates.periods import periods_of
from generator.model import PublicReport
from generator.vocabulary import SOURCE_KIND, Vocabulary

_FIRST_KINDS = ("place", "actor", "theme")
_TAKEN = ("q", "from", "to", "undated", "sort", "source", "author", "language")
_EPOCH = date(1970, 1, 1)

Values = Sequence[str]
_Row = tuple[str, PublicReport]
"""A record's Pagefind id, and its report."""


def group_of(kind: str) -> str:
    """The name of a kind of term in the address of a search: itself, if that isn't taken."""
    return f"tag-{kind}" if kind in _TAKEN else kind


def columns(archive: PublicArchive, records: Mapping[str, PublicReport]) -> bytes:
    """One bundle's columns as JSON, in order of date; the undated stand last.

    - ``ids``: Pagefind's id of each record.
    - ``days``: its earliest day, as days since that of the record before; the first since
      1970-01-01. It ends where the undated begin.
    - ``years``: for records that are not of their earliest day's year alone: row, then the years.
    - ``groups``: the values of each group of terms, by id; their numbers count on from group to
      group. ``broader``: for each of them the number of the term that contains it, or -1.
    - ``tags``: for each record the numbers of its terms, without those that contain them.
    - ``names``: the values of ``source``, ``author`` and ``language``, by slug, id or tag, and under
      ``of`` their numbers for each record.

    Args:
        archive: what is public.
        records: the bundle's reports, by Pagefind's id.
    """
    rows = sorted(records.items(), key=_in_order_of_date)
    days = [_day(report) for _, report in rows]
    known = [day for day in days if day is not None]
    groups, broader, tags = _terms(archive.vocabulary, [report for _, report in rows])
    content = {
        "ids": [record for record, _ in rows],
        "days": [later - earlier for earlier, later in pairwise((0, *known))],
        "years": list(_other_years(rows)),
        "groups": groups,
        "broader": broader,
        "tags": tags,
        "names": {
            name: _column([values(archive.vocabulary, report) for _, report in rows])
            for name, values in _NAMES.items()
        },
    }
    return _json(content)


def labels(archive: PublicArchive, language: str) -> bytes:
    """How the values of all bundles are called in one interface language, as JSON.

    ``groups`` lists the groups in the order in which they are shown, each with its name.
    """
    words = Catalogue(language, archive.settings.date_locale(language))
    used = archive.once(_used)
    called: defaultdict[str, dict[str, str]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    for tag in used.tags:
        for term in archive.vocabulary.with_broader(tag):
            if term.kind != SOURCE_KIND:
                kinds[group_of(term.kind)] = words.kind(term.kind)
                called[group_of(term.kind)][term.id] = term.label(language)
    for source in used.sources:
        label = archive.vocabulary.label(source, language)
        called["source"].setdefault(_known_as(archive.vocabulary, source), label)
    for name in used.authors:
        called["author"].setdefault(slug_of_name(name), name)
    for tag in used.languages:
        called["language"][tag] = words.language_name(tag)
    first = [kind for kind in _FIRST_KINDS if kind in kinds]
    order = {kind: kinds[kind] for kind in (*first, *sorted(kinds))}
    order |= {name: words(f"search.group_{name}") for name in _NAMES if called[name]}
    labelled = {group: dict(sorted(called[group].items())) for group in order}
    return _json({"groups": list(order.items()), "labels": labelled})


@dataclass(frozen=True)
class _Used:
    """The values that reports have, each once; those of the reports that stand first come first."""

    tags: Collection[str]
    sources: Collection[str]
    authors: Collection[str]
    languages: Collection[str]


def _used(archive: PublicArchive) -> _Used:
    return _Used(*(_in_order(archive, way) for way in (TAGGED, SOURCES, AUTHORS, LANGUAGES)))


def _in_order(archive: PublicArchive, way: Shelving[str]) -> Sequence[str]:
    places = archive.shelves.places
    first = {key: places[own.part(0, 1)[0].path] for key, own in archive.shelved(way).items()}
    return sorted(first, key=lambda key: (first[key], key))


@dataclass(frozen=True)
class _Term:
    """A value: its group, and the id of the nearest term above it that is one, too."""

    group: str
    broader: str


def _terms(
    vocabulary: Vocabulary, reports: Iterable[PublicReport]
) -> tuple[dict[str, list[str]], list[int], list[list[int]]]:
    """The values of each group, the number above each of them, and each report's own numbers."""
    used: dict[str, _Term] = {}
    tagged: list[list[str]] = []
    for report in reports:
        own: list[str] = []
        for tag in report.tags:
            row = [t for t in vocabulary.with_broader(tag) if t.kind != SOURCE_KIND]
            above = [term.id for term in row[1:]] + [""]
            for term, broader in zip(row, above, strict=False):
                used[term.id] = _Term(group_of(term.kind), broader)
            own += [term.id for term in row[:1]]
        tagged.append(own)
    order = sorted(used, key=lambda value: (used[value].group, value))
    number = {value: place for place, value in enumerate(order)}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for value in order:
        groups[used[value].group].append(value)
    broader_numbers = [number.get(used[value].broader, -1) for value in order]
    return dict(groups), broader_numbers, [sorted({number[t] for t in own}) for own in tagged]


def _column(rows: Sequence[Values]) -> dict[str, object]:
    values = sorted({value for row in rows for value in row})
    number = {value: place for place, value in enumerate(values)}
    return {"values": values, "of": [[number[value] for value in row] for row in rows]}


def _sources(vocabulary: Vocabulary, report: PublicReport) -> Values:
    return (_known_as(vocabulary, report.source),) if report.source else ()


def _known_as(vocabulary: Vocabulary, source: str) -> str:
    """A source that the vocabulary knows is known by its id, any other by its slug."""
    return source if source in vocabulary else vocabulary.id_of(source) or slug_of_name(source)


def _authors(_: Vocabulary, report: PublicReport) -> Values:
    return tuple(dict.fromkeys(map(slug_of_name, report.authors)))


def _language(_: Vocabulary, report: PublicReport) -> Values:
    return (report.language,)


_NAMES: Mapping[str, Callable[[Vocabulary, PublicReport], Values]] = {
    "source": _sources,
    "author": _authors,
    "language": _language,
}


def _day(report: PublicReport) -> int | None:
    """Days from 1970-01-01 to the earliest day; None where no list of years has the report."""
    earliest = report.date.earliest
    return (earliest - _EPOCH).days if earliest and periods_of(report.date).years else None


def _in_order_of_date(row: _Row) -> tuple[bool, int, str]:
    record, report = row
    day = _day(report)
    return (day is None, day or 0, record)


def _other_years(rows: Sequence[_Row]) -> Iterable[list[int]]:
    for place, (_, report) in enumerate(rows):
        years = periods_of(report.date).years
        if years and years != (report.date.spans[0].earliest.year,):
            yield [place, *years]


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
