"""What the search index is told of a report: its words, other spellings of them, and its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from generator.catalogue import Catalogue
from generator.model import PublicReport
from generator.orthography import WORD, is_arabic, stems
from generator.pagefind import Record
from generator.publication import PublicArchive
from generator.rendering import BodyRenderer
from generator.rendering.markup import plain_text

FORMS_MARK = "⁂"
"""Stands before other spellings at the end of a record; the page shows nothing after it."""

_EXTENSIONS = ("tables", "footnotes")


def records(archive: PublicArchive, reports: Iterable[PublicReport]) -> Iterator[Record]:
    """The record of each report, in this order."""
    catalogues = {
        language: Catalogue(language, archive.settings.date_locale(language))
        for language in archive.settings.languages
    }
    bodies = BodyRenderer(_EXTENSIONS, {})
    for report in reports:
        yield Record(
            url=report.address,
            content=_content(archive, report, bodies),
            meta={"title": report.title, **dict(_facts(archive, report, catalogues))},
        )


def _content(archive: PublicArchive, report: PublicReport, bodies: BodyRenderer) -> str:
    body = plain_text(bodies.render(report.body, rtl=False).html)
    labels = [archive.vocabulary.label(tag, report.site_language) for tag in report.tags]
    names = [*report.authors, archive.vocabulary.label(report.source, report.site_language)]
    text = " \n".join(filter(None, (report.title, report.summary, body)))
    others = [name for name in (*names, *labels, *_other_names(archive, report, text)) if name]
    return _with_other_spellings(text, others)


def _facts(
    archive: PublicArchive, report: PublicReport, catalogues: Mapping[str, Catalogue]
) -> Iterator[tuple[str, str]]:
    """What a result shows besides its title; in other interface languages only what differs."""
    yield "language", report.language
    if report.warning:
        yield "warning", report.warning
    own = _spoken(archive, report, catalogues[report.site_language])
    yield from own.items()
    for language, catalogue in catalogues.items():
        for name, text in _spoken(archive, report, catalogue).items():
            if text != own[name]:
                yield f"{name}.{language}", text


def _spoken(archive: PublicArchive, report: PublicReport, words: Catalogue) -> dict[str, str]:
    facts = {"date": words.date(report.date)}
    if report.source:
        facts["source"] = archive.vocabulary.label(report.source, words.language)
    return facts


def _other_names(archive: PublicArchive, report: PublicReport, text: str) -> Iterator[str]:
    """Every name that the vocabulary has for what the report is about or mentions, in any language."""
    known = [archive.vocabulary.get(tag) for tag in (*report.tags, report.source)]
    mentioned = (match.term for match in archive.vocabulary.matches(text))
    for term in dict.fromkeys(term.id for term in (*known, *mentioned) if term is not None):
        yield from archive.vocabulary.terms[term].names()


def _with_other_spellings(text: str, names: list[str]) -> str:
    """The text, and behind a mark what else a reader may type for it.

    That is its authors, source and tags with all their names, and the forms under which its Arabic
    words are looked up: Pagefind's stemmer knows neither written vowels nor prefixes such as ب and
    و. The search page folds what a reader types in the same way.
    """
    others = dict.fromkeys(names)
    for part in (text, *names):
        if not part.isascii():
            found = dict.fromkeys(WORD.findall(part))
            others |= dict.fromkeys(chain.from_iterable(map(_other_forms, found)))
    return f"{text} {FORMS_MARK} {' '.join(others)}" if others else text


@lru_cache(maxsize=262144)
def _other_forms(word: str) -> tuple[str, ...]:
    """The forms under which an Arabic word is looked up, but for itself; none for other words."""
    return tuple(form for form in stems(word) if form != word) if is_arabic(word) else ()
