"""Feeds: all reports, those of each tag, source and language, and the corrections.

Each stands beside the page that lists the same, in each interface language, as ``feed.xml`` (Atom)
and ``feed.json`` (JSON Feed). It has the 50 reports that came in or were corrected last. All others
stand in archive documents of 38 to 50 (``feed-1.xml``, from the oldest; RFC 5005, section 4), which
are shared by the interface languages, have no texts, and are whole: a new report changes none of them,
one that comes in between older ones changes few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from heapq import nlargest
from itertools import islice

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.ledger import LedgerEntry, changed
from generator.model import FileGroup, OutputFile, PublicReport, Section
from generator.outputs._atom import atom, atom_entry
from generator.outputs._entries import (
    KEPT,
    NEWEST,
    ROOM,
    ROOM_OF_ALL,
    UNKNOWN_DAY,
    Entries,
    Entry,
    Feed,
)
from generator.outputs._groups import Group, groups
from generator.outputs._json_feed import json_feed, json_item
from generator.shelves import NOTHING, Shelf
from generator.state import marks_of_reports

NAME = "feed"
_CORRECTIONS = "corrections/"
_MOST_WRITTEN = 32_768
"""Entries of archive documents that are kept as they are written there, of some kilobyte each."""


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """Every feed; none where the site's address is not known, since entries are known by theirs."""
    for section in group_sections(archive):
        for group in section.make():
            yield from group.make()


def group_sections(archive: PublicArchive) -> Iterator[Section[FileGroup]]:
    """The feeds of each list, and those of the corrections."""
    if not archive.settings.site_url:
        return
    for group in groups(archive):
        made_from = (replace(group, reports=NOTHING), group.reports.mark)
        yield Section(f"feeds {group.folder}", partial(_of_list, archive, group), made_from)
    entries = list(archive.ledger)
    corrections = FileGroup("feed corrections", partial(_of_corrections, archive), entries)
    yield Section("feeds corrections", lambda: [corrections], entries)


def _of_list(archive: PublicArchive, group: Group) -> Iterator[FileGroup]:
    """The feed of a list in each language, and each archive document, by itself."""
    named = replace(group, reports=NOTHING)
    reports = group.in_order_of_arrival(archive)
    closed = _closed(archive, reports)
    shown = _newest(archive, reports, sum(map(len, closed)))
    for language in archive.settings.languages:
        yield _group(_of_reports, archive, named, shown, language, len(closed))
    for number, part in enumerate(closed, 1):
        yield _group(_archived_reports, archive, named, part, number)


def _group(
    make: Callable[..., Iterator[OutputFile]],
    archive: PublicArchive,
    group: Group,
    shown: Sequence[PublicReport],
    *details: object,
) -> FileGroup:
    """``details`` tell this document of the feed from the others."""
    name = f"feed {group.folder} {details[0]}"
    marks = shown.mark if isinstance(shown, Shelf) else marks_of_reports(shown)
    made_from = (group, marks, details)
    return FileGroup(name, partial(make, archive, group, shown, *details), made_from)


def _newest(archive: PublicArchive, reports: Shelf, archived: int) -> list[PublicReport]:
    """What a feed has of reports that are in order of arrival, newest first.

    The 50 that came in or were corrected last, and all that are in no archive document yet (so many
    are); by the day of the last change, then in order of arrival. Of those without a correction, the
    last that came in are the last that changed.
    """
    counts = archive.shelves.measured_on(reports, "corrections", _corrections)
    corrected = {place for place, count in enumerate(counts) if count}
    plain = (place for place in reversed(range(len(reports))) if place not in corrected)
    likely = {*corrected, *islice(plain, NEWEST)}
    ranks = ((changed(reports[place]) or date.min, place) for place in likely)
    chosen = {place for _, place in nlargest(NEWEST, ranks)} | {*range(archived, len(reports))}
    order = sorted(((changed(reports[p]) or date.min, p) for p in chosen), reverse=True)
    return [reports[place] for _, place in order]


def _of_reports(
    archive: PublicArchive,
    group: Group,
    shown: Sequence[PublicReport],
    language: str,
    documents: int,
) -> Iterator[OutputFile]:
    return archive.once(_Feeds).of_reports(group, shown, language, documents)


def _archived_reports(
    archive: PublicArchive, group: Group, part: Sequence[PublicReport], number: int
) -> Iterator[OutputFile]:
    yield archive.once(_Feeds).archived_reports(group, part, number)


def _of_corrections(archive: PublicArchive) -> Iterator[OutputFile]:
    return archive.once(_Feeds).of_corrections()


def _corrections(report: PublicReport) -> int:
    return len(report.corrections)


def _closed(archive: PublicArchive, reports: Shelf) -> Sequence[Shelf]:
    """The reports of each archive document, the oldest first; none where the feed has them all."""
    if len(reports) <= NEWEST:
        return ()
    return archive.shelves.parted(reports, [1] * len(reports), len(reports), NEWEST)[:-1]


def _documents(count: int) -> int:
    """How many archive documents so many entries have: none where the feed itself has them all."""
    return count // NEWEST if count > NEWEST else 0


class _Feeds:
    def __init__(self, archive: PublicArchive) -> None:
        self._archive = archive
        self._settings = archive.settings
        self._entries = Entries(archive)
        self._words = {language: Catalogue(language) for language in archive.settings.languages}
        self._atom_entry = lru_cache(maxsize=KEPT)(atom_entry)
        self._json_item = lru_cache(maxsize=KEPT)(json_item)
        self._archived_entry = lru_cache(maxsize=_MOST_WRITTEN)(self._write_archived)

    def of_reports(
        self, group: Group, shown: Sequence[PublicReport], language: str, documents: int
    ) -> Iterator[OutputFile]:
        """The feed of a list in a language."""
        room = ROOM if group.folder else ROOM_OF_ALL
        entries = self._entries.with_texts(shown, language, room)
        title = self._title(group, language)
        yield from self._current(group.folder, title, language, entries, documents)

    def archived_reports(
        self, group: Group, part: Sequence[PublicReport], number: int
    ) -> OutputFile:
        """An archive document of a list."""
        title = self._title(group, self._settings.default_language)
        entries = [self._archived_entry(report.path) for report in reversed(part)]
        return self._archived(group.folder, title, entries, number)

    def _write_archived(self, path: str) -> tuple[date, str]:
        """The day of an entry, and the entry: each report stands in the documents of some ten lists."""
        entry = self._entries.brief_at(path, self._settings.default_language)
        return entry.updated, atom_entry(entry)

    def of_corrections(self) -> Iterator[OutputFile]:
        """The feed of corrections and withdrawals."""
        oldest_first: Sequence[LedgerEntry] = self._archive.ledger[::-1]
        documents = _documents(len(oldest_first))
        recent = oldest_first[min(documents * NEWEST, max(len(oldest_first) - NEWEST, 0)) :]
        for language, words in self._words.items():
            entries = [self._entries.ledger_entry(entry, language) for entry in reversed(recent)]
            title = words("feeds.corrections", site=self._settings.languages[language].site_name)
            yield from self._current(_CORRECTIONS, title, language, entries, documents)
        root = self._settings.default_language
        for number in range(1, documents + 1):
            part = oldest_first[(number - 1) * NEWEST : number * NEWEST]
            made = [self._entries.ledger_entry(entry, root) for entry in reversed(part)]
            written = [(entry.updated, atom_entry(entry)) for entry in made]
            site = self._settings.languages[root].site_name
            title = self._words[root]("feeds.corrections", site=site)
            yield self._archived(_CORRECTIONS, title, written, number)

    def _current(
        self, folder: str, title: str, language: str, entries: Sequence[Entry], documents: int
    ) -> Iterator[OutputFile]:
        updated = max((entry.updated for entry in entries), default=UNKNOWN_DAY)
        feed = self._feed(folder, title, language, updated, documents)
        own, root = self._own(folder, language), self._settings.site_url
        yield OutputFile(f"{own}.xml", atom(feed, root, map(self._atom_entry, entries)))
        yield OutputFile(f"{own}.json", json_feed(feed, root, map(self._json_item, entries)))

    def _archived(
        self, folder: str, title: str, entries: Sequence[tuple[date, str]], number: int
    ) -> OutputFile:
        language = self._settings.default_language
        updated = max(day for day, _ in entries)
        feed = self._feed(folder, title, language, updated, number - 1, number)
        content = atom(feed, self._settings.site_url, (entry for _, entry in entries))
        return OutputFile(f"{folder}{NAME}-{number}.xml", content)

    def _feed(
        self,
        folder: str,
        title: str,
        language: str,
        updated: date,
        previous: int,
        number: int = 0,
    ) -> Feed:
        """One document; ``previous`` and ``number`` are those of archive documents, 0 for none."""
        address = f"{folder}{NAME}-{previous}.xml"
        own = self._own(folder, language)
        spoken = self._settings.languages[language]
        return Feed(
            id=permalink(f"{own}.xml", self._settings),
            page=permalink(f"{self._settings.prefix(language)}{folder}", self._settings),
            name=self._relative(f"{folder}{NAME}-{number}" if number else own),
            title=title,
            subtitle=spoken.description,
            language=language,
            author=self._settings.organisation or spoken.site_name,
            updated=updated,
            previous=permalink(address, self._settings) if previous else "",
            is_archive=number > 0,
        )

    def _own(self, folder: str, language: str) -> str:
        return f"{self._settings.prefix(language)}{folder}{NAME}"

    def _relative(self, name: str) -> str:
        """A path as it stands in an address below the site's root."""
        return permalink(name, self._settings).removeprefix(self._settings.site_url)

    def _title(self, group: Group, language: str) -> str:
        site = self._settings.languages[language].site_name
        words = self._words[language]
        if group.kind == "all":
            return site
        return words("feeds.of", name=group.label(self._archive, words), site=site)
