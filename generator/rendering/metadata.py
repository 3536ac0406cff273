"""What machines read in the head of a report's page.

Highwire ``citation_*`` (Google Scholar's inclusion guidelines; Zotero), Dublin Core (DCMI: Expressing
Dublin Core in HTML), Open Graph (ogp.me), and schema.org. A date stands here only as far as it is
certain: a program knows no "perhaps".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from babel.core import get_global

from generator.archive import PublicArchive
from generator.citing import Work, licence_of
from generator.citing.dating import certain_parts, iso_date
from generator.model import PublicReport
from generator.rendering.escaping import quoted
from generator.rendering.linked_data import linked_data

Pair = tuple[str, str]


def metadata(
    report: PublicReport, work: Work, archive: PublicArchive, permalink: Callable[[str], str]
) -> str:
    """The elements for the head, as HTML.

    Args:
        report: the report of the page.
        work: the same, as it is cited.
        archive: what it is part of.
        permalink: the absolute address of an address of the site.
    """
    named = [*_highwire(work, archive, report), *_dublin_core(report, work, archive)]
    graph = [*_open_graph(report, work, archive)]
    return "\n      ".join(
        [
            '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">',
            '<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">',
            *(_meta("name", name, text) for name, text in named if text),
            *(_meta("property", name, text) for name, text in graph if text),
            linked_data(report, work, archive, permalink),
        ]
    )


def _meta(kind: str, name: str, text: str) -> str:
    return f'<meta {kind}="{name}" content="{quoted(text)}">'


def _highwire(work: Work, archive: PublicArchive, report: PublicReport) -> Iterator[Pair]:
    """A year, or a whole day: Scholar takes nothing between."""
    publisher = archive.vocabulary.label(report.publisher, report.site_language)
    parts = certain_parts(work.date)
    is_day = len(parts) == 3
    yield "citation_title", work.title
    yield from (("citation_author", name.literal) for name in work.names)
    yield "citation_publication_date", "/".join(f"{n:02}" for n in (parts if is_day else parts[:1]))
    yield (
        "citation_publisher" if work.is_news else "citation_technical_report_institution",
        publisher,
    )
    yield "citation_language", work.language
    yield "citation_public_url", work.permalink
    yield "citation_abstract_html_url", work.permalink


def _dublin_core(report: PublicReport, work: Work, archive: PublicArchive) -> Iterator[Pair]:
    yield "DC.title", work.title
    yield from (("DC.creator", name.literal) for name in work.names)
    yield "DC.publisher", archive.vocabulary.label(report.publisher, report.site_language)
    yield "DC.date", iso_date(work.date)
    yield "DCTERMS.modified", str(report.corrections[0].date) if report.corrections else ""
    yield "DC.language", work.language
    yield "DC.type", "Text"
    yield "DC.identifier", work.permalink
    yield "DC.source", report.url
    yield "DC.rights", work.rights
    yield "DCTERMS.license", licence_of(work.rights)


def _open_graph(report: PublicReport, work: Work, archive: PublicArchive) -> Iterator[Pair]:
    settings, language = archive.settings, report.site_language
    yield "og:type", "article"
    yield "og:title", work.title
    yield "og:description", "" if report.warning else report.summary
    yield "og:url", work.permalink
    yield "og:site_name", settings.languages[language].site_name
    yield "og:locale", locale_of(report.language, settings.date_locale(language))
    yield "article:published_time", str(work.date.earliest) if work.date.is_exact else ""
    yield "article:modified_time", str(report.corrections[0].date) if report.corrections else ""
    labels = (archive.vocabulary.label(tag, language) for tag in report.tags)
    yield from (("article:tag", label) for label in labels)


@lru_cache(maxsize=256)
def locale_of(language: str, site_locale: str) -> str:
    """Language and territory as Open Graph writes them, ``ar_SY``: the site's, or the likeliest."""
    base = language.partition("-")[0]
    tag = site_locale if "-" not in language and site_locale.startswith(base) else language
    territory = next((part for part in tag.split("-")[1:] if len(part) == 2 or part.isdigit()), "")
    likely = get_global("likely_subtags").get(base, "").rpartition("_")[2]
    return f"{base}_{territory or likely}" if territory or likely else base
