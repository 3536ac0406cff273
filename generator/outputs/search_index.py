"""The search index: a Pagefind bundle per interface language, and what results are narrowed by."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.model import OutputFile, PublicReport
from generator.orthography import is_arabic, stems, words
from generator.outputs import _facets
from generator.pagefind import Index, Record
from generator.publication import PublicArchive
from generator.rendering import BodyRenderer
from generator.rendering.markup import plain_text

FOLDER = "pagefind/"
ENGINE = "pagefind.js"
FORMS_MARK = "⁂"
"""Stands before other spellings at the end of a record; the page shows nothing after it."""

_EXTENSIONS = ("tables", "footnotes")
_ENTRY = "pagefind-entry.json"
_FRAGMENT = "fragment/"
_PARTS = (_FRAGMENT, "index/")
_SIGNATURE = b"pagefind_dcd"
_GZIP = 31


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The engine, each language's bundle below ``pagefind/<language>/``, and labels for the page.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    catalogues = {
        language: Catalogue(language, archive.settings.date_locale(language))
        for language in archive.settings.languages
    }
    bodies = BodyRenderer(_EXTENSIONS, {})
    for language in archive.settings.languages:
        yield OutputFile(f"{FOLDER}labels.{language}.json", _facets.labels(archive, language))
        own = {r.address: r for r in archive.reports if r.site_language == language}
        if not own:
            continue
        with Index(language) as index:
            index.add(_record(archive, report, bodies, catalogues) for report in own.values())
            bundle = dict(index.files())
        engine = OutputFile(FOLDER + ENGINE, bundle[ENGINE])  # the same in every bundle
        yield from (
            OutputFile(f"{FOLDER}{language}/{name}", bundle[name]) for name in _needed(bundle)
        )
        records = {name: own[url] for name, url in _urls(bundle)}
        yield OutputFile(f"{FOLDER}{language}/facets.json", _facets.columns(archive, records))
    if archive.reports:
        yield engine


def _needed(bundle: Mapping[str, bytes]) -> Iterator[str]:
    """The files of a bundle that the search page asks for; the engine stands above the bundles."""
    languages = json.loads(bundle[_ENTRY])["languages"].values()
    wasm = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in languages}
    for path in bundle:
        is_part = path.startswith(_PARTS) or path.endswith(".pf_meta")
        if is_part or path == _ENTRY or path in wasm:
            yield path


def _urls(bundle: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The id that Pagefind gives each record, with the record's address."""
    for path, content in bundle.items():
        if path.startswith(_FRAGMENT):
            text = zlib.decompress(content, _GZIP).removeprefix(_SIGNATURE)
            yield path.removeprefix(_FRAGMENT).partition(".")[0], json.loads(text)["url"]


def _record(
    archive: PublicArchive,
    report: PublicReport,
    bodies: BodyRenderer,
    catalogues: Mapping[str, Catalogue],
) -> Record:
    body = plain_text(bodies.render(report.body, rtl=False).html)
    labels = [archive.vocabulary.label(tag, report.site_language) for tag in report.tags]
    names = [*report.authors, archive.vocabulary.label(report.source, report.site_language)]
    text = " \n".join(filter(None, (report.title, report.summary, body)))
    others = [name for name in (*names, *labels, *_other_names(archive, report, text)) if name]
    return Record(
        url=report.address,
        content=_with_other_spellings(text, others),
        meta={"title": report.title, **dict(_facts(archive, report, catalogues))},
    )


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
    for match in words(" ".join((text, *names))):
        if is_arabic(match[0]):
            others |= dict.fromkeys(form for form in stems(match[0]) if form != match[0])
    return f"{text} {FORMS_MARK} {' '.join(others)}" if others else text
