"""What feeds are made of: entries for reports, corrections and withdrawals, and the feed around them.

Days come from the record only (see ``generator.ledger``), as midnight in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from markupsafe import escape

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.ledger import LedgerEntry, changed
from generator.model import PublicReport
from generator.rendering.absolute import AbsoluteBodies
from generator.rendering.attributes import direction

NEWEST = 50
ROOM, ROOM_OF_ALL = 32_000, 100_000
"""Bytes that the texts in a feed may take, and those in the feed of all reports.

A reader over a slow line fetches a feed again and again; and each report stands in some ten feeds, in
every interface language and in two forms.
"""

UNKNOWN_DAY = date(1970, 1, 1)
"""Feeds need a day for every entry; this one where the record has none at all."""

KEPT = 2048
"""Entries that are kept for further feeds, in each form; with their texts some 10 MB."""


@dataclass(frozen=True)
class Entry:
    """One entry of a feed.

    Attributes:
        id: an address that never changes.
        url: the page to read.
        title: plain text.
        language: of title and text.
        updated: the day of arrival or of the latest correction.
        published: the report's own day where it is one without doubt, otherwise None.
        edtf: the report's date as the record has it; empty for an entry that is no report.
        authors: names as printed.
        categories: terms as id and label.
        summary: plain text.
        html: the text; empty where it stays behind the link.
        rights: as printed.
        source_url: where the report was first published.
    """

    id: str
    url: str
    title: str
    language: str
    updated: date
    published: date | None = None
    edtf: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    summary: str = ""
    html: str = ""
    rights: str = ""
    source_url: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed, in an interface language.

    Attributes:
        id: the address of the feed itself, the same in each of its documents.
        page: the address of the page that lists the same.
        name: path of its Atom document below the site's root, without ``.xml``.
        title, subtitle: plain text.
        language: of the interface.
        author: who publishes it.
        updated: the day of its latest entry.
        previous: address of the archive document with the entries before these, if there is one.
        is_archive: whether this is such a document.
    """

    id: str
    page: str
    name: str
    title: str
    subtitle: str
    language: str
    author: str
    updated: date
    previous: str = ""
    is_archive: bool = False


class Entries:
    """Makes the entries of one archive."""

    def __init__(self, archive: PublicArchive) -> None:
        """Render bodies when first asked for, and keep those that several feeds have."""
        self._archive = archive
        self._settings = archive.settings
        self._words = {
            language: Catalogue(language, archive.settings.date_locale(language))
            for language in archive.settings.languages
        }
        self._briefly = lru_cache(maxsize=KEPT)(self.brief_at)
        self._in_full = lru_cache(maxsize=KEPT)(self._full)
        self._html = lru_cache(maxsize=KEPT)(self._render)
        self._bodies = AbsoluteBodies(archive)

    def with_texts(
        self, reports: Sequence[PublicReport], language: str, room: int = ROOM
    ) -> list[Entry]:
        """Entries with their texts, from the first one on, as far as there is room for them.

        Args:
            reports: those of a feed, newest first.
            language: of the interface.
            room: bytes that the texts may take.
        """
        entries: list[Entry] = []
        for number, report in enumerate(reports):
            entry, size = self._in_full(report.path, language)
            room -= size
            if room < 0:
                return entries + [self.brief(other, language) for other in reports[number:]]
            entries.append(entry)
        return entries

    def _full(self, path: str, language: str) -> tuple[Entry, int]:
        """An entry with its text, and the bytes of that."""
        report = self._archive.by_path[path]
        text = "" if report.warning else self._html(path) + self._note(report, language)
        return replace(self.brief(report, language), html=text), len(text.encode())

    def brief(self, report: PublicReport, language: str) -> Entry:
        """An entry without the text: what stands in lists. Of a warned one title and warning."""
        return self._briefly(report.path, language)

    def brief_at(self, path: str, language: str) -> Entry:
        """The same of the report at a path, made anew."""
        report = self._archive.by_path[path]
        words = self._words[language]
        vocabulary = self._archive.vocabulary
        address = permalink(report.address, self._settings)
        shown = partial(
            Entry,
            id=address,
            url=address,
            title=report.title,
            language=report.language,
            updated=changed(report) or UNKNOWN_DAY,
            published=report.date.earliest if report.date.is_exact else None,
            edtf=report.date.text,
        )
        if report.warning:
            return shown(summary=f"{words('report.warning')}: {report.warning}")
        return shown(
            authors=report.authors
            or tuple(filter(None, (vocabulary.label(report.source, language),))),
            categories=tuple((tag, vocabulary.label(tag, language)) for tag in report.tags),
            summary=report.summary or (words("report.link_only") if not report.length else ""),
            rights=report.rights,
            source_url=report.url,
        )

    def ledger_entry(self, entry: LedgerEntry, language: str) -> Entry:
        """A correction or a withdrawal."""
        words = self._words[language]
        url = permalink(entry.address, self._settings)
        report = entry.report
        if report is None:
            title = words("corrections.withdrawn")
            note = entry.note or words("withdrawn.text")
        else:
            title = words("corrections.corrected", title=report.title)
            note = entry.note
        return Entry(
            id=f"{url}#{entry.name}",
            url=url if report is None else f"{url}#corrections",
            title=title,
            language=language,
            updated=entry.day or UNKNOWN_DAY,
            summary=note,
        )

    def _render(self, path: str) -> str:
        report = self._archive.by_path[path]
        body = self._bodies.html(report)
        corrections = "".join(self._corrections(report))
        marks = f'lang="{report.language}" dir="{direction(report.language)}"'
        return f"<div {marks}>{corrections}{body}</div>" if body or corrections else ""

    def _corrections(self, report: PublicReport) -> Iterator[str]:
        words = self._words[report.site_language]
        for correction in report.corrections:
            day = escape(words.day(correction.date))
            note = f'<span dir="auto">{escape(correction.note)}</span>'
            yield f"<p><strong>{escape(words('corrections.one'))}, {day}:</strong> {note}</p>"

    def _note(self, report: PublicReport, language: str) -> str:
        """Why there is no more text, in the interface language."""
        if report.display == "full" or not report.length:
            return ""
        marks = f'lang="{language}" dir="{direction(language)}"'
        return f"<p {marks}>{escape(self._words[language]('report.excerpt'))}</p>"
