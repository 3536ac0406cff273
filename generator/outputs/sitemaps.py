"""Sitemaps (sitemaps.org 0.9): an index, and below it reports, lists, and the hand-written pages.

A file has at most 45,000 addresses and 45 MB; 50,000 and 50 MB are allowed. Reports stand in the
order in which they came in, so that a new one changes the last file only. The hand-written pages are
known to MkDocs alone, which fills ``sitemap-pages.xml`` (see ``theme/sitemap-pages.xml``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from html import escape

from generator.dates.periods import periods_of
from generator.ledger import changed
from generator.model import FileGroup, OutputFile, PublicReport
from generator.outputs._groups import groups, in_order_of_arrival
from generator.publication import PublicArchive, permalink
from generator.state import marks_of_reports

INDEX = "sitemap.xml"
PAGES = "sitemap-pages.xml"
MOST_ADDRESSES = 45_000
MOST_BYTES = 45_000_000
_MANY = 20_000
"""Reports whose addresses take half a second."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
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
    """All of them together; none where the site's address is not known."""
    if archive.settings.site_url:
        made_from = marks_of_reports(archive.reports), list(archive.tombstones)
        is_heavy = len(archive.reports) >= _MANY
        yield FileGroup("sitemaps", partial(_sitemaps, archive), made_from, is_heavy)


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The index and what it names; none where the site's address is not known."""
    for group in file_groups(archive):
        yield from group.make()


def _sitemaps(archive: PublicArchive) -> Iterator[OutputFile]:
    ordered = archive.once(in_order_of_arrival)
    entries = [Place(permalink(PAGES, archive.settings))]
    reports = (_report(archive, report) for report in ordered)
    for kind, places in (("lists", _lists(archive)), ("reports", reports)):
        for number, (content, latest) in enumerate(parted(places), 1):
            name = f"sitemap-{kind}-{number}.xml"
            yield OutputFile(name, content)
            entries.append(Place(permalink(name, archive.settings), latest))
    yield OutputFile(INDEX, _index(entries))


def parted(
    places: Iterable[Place], most: int = MOST_ADDRESSES, limit: int = MOST_BYTES
) -> Iterator[tuple[bytes, date | None]]:
    """Sitemaps of at most ``most`` addresses and ``limit`` bytes, each with its latest day."""
    head = f"{_HEAD}\n<urlset {_NAMESPACE} {_XHTML}>\n".encode()
    tail = b"</urlset>\n"
    urls: list[bytes] = []
    days: list[date] = []
    size = len(head) + len(tail)
    for place in places:
        url = place.as_xml().encode()
        if urls and (len(urls) == most or size + len(url) > limit):
            yield b"".join((head, *urls, tail)), max(days, default=None)
            urls, days, size = [], [], len(head) + len(tail)
        urls.append(url)
        days += [place.day] if place.day else []
        size += len(url)
    if urls:
        yield b"".join((head, *urls, tail)), max(days, default=None)


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
    day = archive.once(_modified)[report.path]
    return Place(url, day, alternates | ({report.language: url} if family else {}))


def _modified(archive: PublicArchive) -> Mapping[str, date | None]:
    """When each report last changed, by its path; each of them is asked for in a dozen lists."""
    return {report.path: last_modified(report) for report in archive.reports}


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
    modified = archive.once(_modified)
    years = {year for report in archive.reports for year in periods_of(report.date).years}
    for year in sorted(years):
        yield from _in_each_language(archive, f"browse/{year:04d}/", None)
    for group in groups(archive):
        if group.folder:
            own = {modified[report.path] for report in group.reports}
            day = max((day for day in own if day is not None), default=None)
            yield from _in_each_language(archive, group.folder, day)


def _in_each_language(archive: PublicArchive, folder: str, day: date | None) -> Iterator[Place]:
    settings = archive.settings
    urls = {
        language: permalink(f"{settings.prefix(language)}{folder}", settings)
        for language in settings.languages
    }
    alternates = urls if len(urls) > 1 else {}
    yield from (Place(url, day, alternates) for url in urls.values())
