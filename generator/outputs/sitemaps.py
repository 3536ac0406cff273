"""Sitemaps (sitemaps.org 0.9): an index, and below it reports, lists, and the hand-written pages.

50,000 addresses and 50 MB are allowed in a file. One of lists has at most 45,000 and 45 MB, one of
reports far fewer: they stand in the order in which they came in, and a new one changes one file, seldom
the one after it. The hand-written pages are known to MkDocs alone, which fills ``sitemap-pages.xml`` (see
``theme/sitemap-pages.xml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from html import escape

from generator.addresses import permalink
from generator.archive import YEARS, PublicArchive
from generator.ledger import changed
from generator.model import FileGroup, MadeFiles, OutputFile, PublicReport
from generator.outputs._groups import groups, in_order_of_arrival
from generator.shelves import Shelf
from generator.state import marks_of_reports

INDEX = "sitemap.xml"
PAGES = "sitemap-pages.xml"
MOST_ADDRESSES = 45_000
MOST_BYTES = 45_000_000
_PER_FILE = 4000
"""Reports in a file: no address has 10 kB, with those of all its translations."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_OPENING = f"{_HEAD}\n<urlset {_NAMESPACE} {_XHTML}>\n".encode()
_END = b"</urlset>\n"
_SINGLE = ("browse/", "browse/undated/", "tags/", "sources/", "authors/", "languages/", "data/")


@dataclass(frozen=True)
class Place:
    """One address in a sitemap.

    Attributes:
        url: absolute.
        day: when it last changed; None where the record does not know.
        alternates: the same in each language, itself among them; by language tag.
    """

    url: str
    day: date | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)

    def as_xml(self) -> str:
        """The ``url`` element."""
        lines = [f"<url><loc>{escape(self.url)}</loc>"]
        if self.day is not None:
            lines.append(f"<lastmod>{self.day.isoformat()}</lastmod>")
        lines += (
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(url)}"/>'
            for tag, url in sorted(self.alternates.items())
        )
        return "".join(lines) + "</url>\n"


def file_groups(archive: PublicArchive) -> Iterator[FileGroup]:
    """Those of reports; none where the site's address is not known."""
    for name, part in archive.once(_parts).items():
        family = archive.translations
        known = (r.path for r in part if r.path in family) if family else ()
        kin = [(path, marks_of_reports(family[path])) for path in known]
        made_from = part.mark, kin
        yield FileGroup(name, partial(_of_reports, archive, name, part), made_from)


def closing_files(archive: PublicArchive, _: MadeFiles) -> Iterator[OutputFile]:
    """Those of lists, and the index."""
    return _lists_and_index(archive)


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The index and what it names; none where the site's address is not known."""
    for group in file_groups(archive):
        yield from group.make()
    yield from _lists_and_index(archive)


def _lists_and_index(archive: PublicArchive) -> Iterator[OutputFile]:
    if not archive.settings.site_url:
        return
    entries = [Place(permalink(PAGES, archive.settings))]
    for number, (content, latest) in enumerate(parted(_lists(archive)), 1):
        name = f"sitemap-lists-{number}.xml"
        yield OutputFile(name, content)
        entries.append(Place(permalink(name, archive.settings), latest))
    for name, part in archive.once(_parts).items():
        entries.append(Place(permalink(name, archive.settings), _latest(archive, part)))
    yield OutputFile(INDEX, _index(entries))


def _parts(archive: PublicArchive) -> Mapping[str, Shelf]:
    """The reports of each file, by its name; the first that came in stand in the first."""
    if not archive.settings.site_url:
        return {}
    reports = in_order_of_arrival(archive, archive.shelves.whole)
    parts = archive.shelves.parted(reports, [1] * len(reports), _PER_FILE, _PER_FILE)
    return {f"sitemap-reports-{n}.xml": part for n, part in enumerate(parts, 1) if part}


def _of_reports(
    archive: PublicArchive, name: str, part: Sequence[PublicReport]
) -> Iterator[OutputFile]:
    places = [_report(archive, report).as_xml().encode() for report in part]
    yield OutputFile(name, b"".join((_OPENING, *places, _END)))


def parted(
    places: Iterable[Place], most: int = MOST_ADDRESSES, limit: int = MOST_BYTES
) -> Iterator[tuple[bytes, date | None]]:
    """Sitemaps of at most ``most`` addresses and ``limit`` bytes, each with its latest day."""
    urls: list[bytes] = []
    days: list[date] = []
    size = len(_OPENING) + len(_END)
    for place in places:
        url = place.as_xml().encode()
        if urls and (len(urls) == most or size + len(url) > limit):
            yield b"".join((_OPENING, *urls, _END)), max(days, default=None)
            urls, days, size = [], [], len(_OPENING) + len(_END)
        urls.append(url)
        days += [place.day] if place.day else []
        size += len(url)
    if urls:
        yield b"".join((_OPENING, *urls, _END)), max(days, default=None)


def _index(entries: Iterable[Place]) -> bytes:
    lines = [_HEAD, f"<sitemapindex {_NAMESPACE}>"]
    for entry in entries:
        day = f"<lastmod>{entry.day.isoformat()}</lastmod>" if entry.day else ""
        lines.append(f"<sitemap><loc>{escape(entry.url)}</loc>{day}</sitemap>")
    return "\n".join((*lines, "</sitemapindex>", "")).encode()


def _report(archive: PublicArchive, report: PublicReport) -> Place:
    family = archive.translations.get(report.path, ())
    settings = archive.settings
    alternates = {one.language: permalink(one.address, settings) for one in reversed(family)}
    url = permalink(report.address, settings)
    return Place(
        url, last_modified(report), alternates | ({report.language: url} if family else {})
    )


_NEVER = 0


def _latest(archive: PublicArchive, shelf: Shelf) -> date | None:
    """When the last of the reports on a shelf changed."""
    days = archive.shelves.measured_on(shelf, "last modified", _last_modified)
    latest = max(days, default=_NEVER)
    return None if latest == _NEVER else date.fromordinal(latest)


def _last_modified(report: PublicReport) -> int:
    day = last_modified(report)
    return day.toordinal() if day else _NEVER


def last_modified(report: PublicReport) -> date | None:
    """The day on which the record last changed; None where only an uncertain date is known."""
    is_recorded = report.original is not None and report.original.retrieved is not None
    if is_recorded or report.corrections or report.date.is_exact:
        return changed(report)
    return None


def _lists(archive: PublicArchive) -> Iterator[Place]:
    """The pages that lead to reports: each tag, source, language and year; without page two and on."""
    ledger = archive.ledger[0].day if archive.ledger else None
    yield from _in_each_language(archive, "corrections/", ledger)
    for folder in _SINGLE:
        yield from _in_each_language(archive, folder, None)
    for year in sorted(archive.shelved(YEARS)):
        yield from _in_each_language(archive, f"browse/{year:04d}/", None)
    for group in groups(archive):
        if group.folder:
            latest = _latest(archive, group.reports)
            yield from _in_each_language(archive, group.folder, latest)


def _in_each_language(archive: PublicArchive, folder: str, day: date | None) -> Iterator[Place]:
    settings = archive.settings
    urls = {
        language: permalink(f"{settings.prefix(language)}{folder}", settings)
        for language in settings.languages
    }
    alternates = urls if len(urls) > 1 else {}
    yield from (Place(url, day, alternates) for url in urls.values())
