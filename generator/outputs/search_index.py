"""The search index: a Pagefind bundle per interface language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.model import OutputFile, PublicReport
from generator.orthography import is_arabic, stems, words
from generator.pagefind import Index, Record
from generator.publication import PublicArchive
from generator.rendering import BodyRenderer
from generator.rendering.markup import plain_text

FORMS_MARK = "⁂"
"""Stands before other spellings at the end of a record; the page shows nothing after it."""

_EXTENSIONS = ("tables", "footnotes")


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The files of each language's bundle, below ``pagefind/<language>/``.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    bodies = BodyRenderer(_EXTENSIONS, {})
    for language in archive.settings.languages:
        own = [report for report in archive.reports if report.site_language == language]
        spoken = Catalogue(language, archive.settings.date_locale(language))
        with Index(language) as index:
            index.add(_record(archive, report, bodies, spoken) for report in own)
            for path, content in index.files():
                yield OutputFile(f"pagefind/{language}/{path}", content)


def _record(
    archive: PublicArchive, report: PublicReport, bodies: BodyRenderer, spoken: Catalogue
) -> Record:
    body = plain_text(bodies.render(report.body, rtl=False).html)
    labels = [archive.vocabulary.label(tag, report.site_language) for tag in report.tags]
    names = [*report.authors, archive.vocabulary.label(report.source, report.site_language)]
    text = " \n".join(filter(None, (report.title, report.summary, body)))
    others = [name for name in (*names, *labels, *_other_names(archive, report)) if name]
    meta = {
        "title": report.title,
        "date": spoken.date(report.date),
        "language": report.language,
    }
    if report.source:
        meta["source"] = archive.vocabulary.label(report.source, report.site_language)
    if report.warning:
        meta["warning"] = report.warning
    return Record(
        url=report.address,
        content=_with_other_spellings(text, others),
        meta=meta,
        sort={"date": str(report.date.earliest or "")},
    )


def _other_names(archive: PublicArchive, report: PublicReport) -> list[str]:
    """Every name that the vocabulary has for what the report is about, in any language."""
    terms = (archive.vocabulary.get(tag) for tag in (*report.tags, report.source))
    return [name for term in terms if term is not None for name in term.names()]


def _with_other_spellings(text: str, names: list[str]) -> str:
    """The text, and behind a mark what else a reader may type for it.

    That is its authors, source and tags with all their names, and the forms under which its Arabic
    words are looked up: Pagefind's stemmer knows neither written vowels nor prefixes such as ب and
    و. The search page folds what a reader types in the same way.
    """
    others = dict.fromkeys(names)
    for match in words(" ".join((text, *names))):
        if is_arabic(match[0]):
            others |= dict.fromkeys(form for form in stems(match[0]) if form != match[0])
    return f"{text} {FORMS_MARK} {' '.join(others)}" if others else text
