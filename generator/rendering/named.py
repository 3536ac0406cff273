"""How a report is named on other pages: in a list, as a link, by its date.

A report stands in some ten lists, and is the same in each but for the way that its link leads up.
So what stands before and behind that way is made once for each interface language; and made here,
since a template takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from generator.catalogue import Catalogue
from generator.model import PublicReport
from generator.rendering.attributes import direction, iri, machine_date, up_from
from generator.vocabulary import Vocabulary

LONGEST_TITLE = 300
LONGEST_SUMMARY = 160
LONGEST_NAME = 100
"""Characters of a title, a summary and a name in a list; the page that they lead to has the rest."""

_MOST_KEPT = 32_768
"""Entries of lists, of some 600 bytes each."""


class NamedReports:
    """Names the reports of one archive; what is shortened here is weighed in ``pages/_lists``."""

    def __init__(self, vocabulary: Vocabulary, catalogues: Mapping[str, Catalogue]) -> None:
        """Name them in the interface languages that have a catalogue here."""
        self._vocabulary = vocabulary
        self._catalogues = catalogues
        self._entries: dict[tuple[str, str], tuple[str, str]] = {}

    def for_page(self, address: str, language: str) -> Mapping[str, Callable[..., Markup]]:
        """What templates call on the page at ``address``: ``list_of``, ``link``, ``date``."""
        up = up_from(address)
        words = self._catalogues[language]
        return {
            "list_of": lambda reports: self._listed(reports, up, language),
            "link": lambda report: _link(report, up),
            "date": lambda report: Markup(date_of(report, words)),
        }

    def _listed(self, reports: Iterable[PublicReport], up: str, language: str) -> Markup:
        """A list of reports, and a line end."""
        entries = (self._entry(report, language) for report in reports)
        items = "".join(f"{before}{up}{behind}" for before, behind in entries)
        return Markup(f'<ul class="ar-list">\n{items}</ul>\n')

    def _entry(self, report: PublicReport, language: str) -> tuple[str, str]:
        key = (report.path, language)
        entry = self._entries.get(key)
        if entry is None:
            if len(self._entries) >= _MOST_KEPT:
                self._entries.clear()
            entry = self._entries[key] = self._made_entry(report, language)
        return entry

    def _made_entry(self, report: PublicReport, language: str) -> tuple[str, str]:
        """What stands before and behind the way up."""
        words = self._catalogues[language]
        marks = _marks(report)
        title = escape(_cut(report.title, LONGEST_TITLE))
        summary = ""
        if report.summary and not report.warning:
            text = escape(_cut(report.summary, LONGEST_SUMMARY))
            summary = f'<p class="ar-list__summary"><span {marks}>{text}</span></p>\n'
        facts = [f'<span class="ar-list__date">{date_of(report, words)}</span>']
        if report.source:
            source = _cut(self._vocabulary.label(report.source, language), LONGEST_NAME)
            facts.append(f"<bdi>{escape(source)}</bdi>")
        if report.language != language:
            facts.append(f"<span>{escape(words.language_name(report.language))}</span>")
        if report.warning:
            facts.append(f'<span class="ar-flag">{escape(words("report.warning"))}</span>')
        return (
            '<li class="ar-list__item">\n<p class="ar-list__title"><a href="',
            f'{escape(iri(report.address))}" {marks}>{title}</a></p>\n{summary}'
            f'<p class="ar-list__facts">{"".join(facts)}</p>\n</li>\n',
        )


def date_of(report: PublicReport, words: Catalogue) -> str:
    """The date in words as HTML; a machine reads it where HTML has a form for it."""
    text = escape(words.date(report.date))
    if exact := machine_date(report):
        return f'<time datetime="{exact}">{text}</time>'
    return f"<span>{text}</span>"


def _link(report: PublicReport, up: str) -> Markup:
    """A link with the report's title, and a line end."""
    address = escape(iri(report.address))
    return Markup(f'<a href="{up}{address}" {_marks(report)}>{escape(report.title)}</a>\n')


def _marks(report: PublicReport) -> str:
    return f'lang="{escape(report.language)}" dir="{direction(report.language)}"'


def _cut(text: str, length: int) -> str:
    """The text, cut at a word where it has more characters."""
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]}…"
