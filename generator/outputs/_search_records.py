"""What the search index is told of a report: its words, other names of what it is about, its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.model import PublicReport
from generator.orthography import WORD, is_arabic, looked_up
from generator.pagefind import Record
from generator.rendering import BodyRenderer
from generator.rendering.markup import plain_text
from generator.rendering.prose import prose_text

FORMS_MARK = "⁂"
"""Stands before other names at the end of a record; the page shows nothing after it."""

_EXTENSIONS = ("tables", "footnotes")
_MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~،؛؟«»‹›“”„‘’‚…–—·•" + FORMS_MARK


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
    body = prose_text(report.body)
    if body is None:
        body = plain_text(bodies.render(report.body, rtl=False).html)
    labels = [archive.vocabulary.label(tag, report.site_language) for tag in report.tags]
    names = [*report.authors, archive.vocabulary.label(report.source, report.site_language)]
    text = " \n".join(filter(None, (report.title, report.summary, body)))
    others = [name for name in (*names, *labels, *_other_names(archive, report, text)) if name]
    return _with_other_names(text, others)


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


def _with_other_names(text: str, names: list[str]) -> str:
    """The text, and behind a mark its authors, source and tags with all their names."""
    return f"{text} {FORMS_MARK} {' '.join(dict.fromkeys(names))}" if names else text


@lru_cache(maxsize=65_536)
def spellings(part: str) -> tuple[str, ...]:
    """As which words a part of a text, from one space to the next, is looked up.

    Marks around it don't matter, nor does a capital at its beginning. An Arabic word stands under
    its folded forms: Pagefind's stemmer knows neither written vowels nor prefixes such as ب and و.
    The search page folds what a reader types in the same way.
    """
    bare = part.strip(_MARKS) or part
    if is_arabic(bare):
        words = WORD.findall(bare)
        forms = (looked_up(word) if is_arabic(word) else (word,) for word in words)
        return tuple(dict.fromkeys(chain.from_iterable(forms)))
    return (bare.lower() if bare[1:].islower() else bare,)
