"""How a report is named on other pages: in a list, as a link, by its date.

A report stands in some ten lists, and is the same in each but for the way that its link leads up.
So what stands behind that way is made once for each interface language; and made here, since a
template takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.model import PublicReport
from generator.rendering.attributes import direction, iri, machine_date, up_from
from generator.rendering.escaping import escaped
from generator.vocabulary import Vocabulary

LONGEST_TITLE = 300
LONGEST_SUMMARY = 160
LONGEST_NAME = 100
"""Characters of a title, a summary and a name in a list; the page that they lead to has the rest."""

_MOST_KEPT = 32_768
"""Entries of lists that are kept in each interface language, of some 600 bytes each."""

_BEFORE = '<li class="ar-list__item">\n<p class="ar-list__title"><a href="'
"""How an entry begins: behind it stands the way up from the page."""


class NamedReports:
    """Names the reports of one archive; what is shortened here is weighed in ``pages/_lists``."""

    def __init__(self, vocabulary: Vocabulary, catalogues: Mapping[str, Catalogue]) -> None:
        """Name them in the interface languages that have a catalogue here."""
        self._vocabulary = vocabulary
        self._catalogues = catalogues
        self._entries: dict[str, dict[str, str]] = {language: {} for language in catalogues}

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
        kept = self._entries[language]
        items = [
            "",
            *(kept.get(report.path) or self._entry(report, language) for report in reports),
        ]
        return Markup(f'<ul class="ar-list">\n{(_BEFORE + up).join(items)}</ul>\n')

    def _entry(self, report: PublicReport, language: str) -> str:
        """What stands behind the way up; kept for further lists."""
        kept = self._entries[language]
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        entry = kept[report.path] = self._made_entry(report, language)
        return entry

    def _made_entry(self, report: PublicReport, language: str) -> str:
        words = self._catalogues[language]
        marks = _marks(report)
        title = escaped(_cut(report.title, LONGEST_TITLE))
        summary = ""
        if report.summary and not report.warning:
            text = escaped(_cut(report.summary, LONGEST_SUMMARY))
            summary = f'<p class="ar-list__summary"><span {marks}>{text}</span></p>\n'
        facts = [f'<span class="ar-list__date">{date_of(report, words)}</span>']
        if report.source:
            source = _cut(self._vocabulary.label(report.source, language), LONGEST_NAME)
            facts.append(f"<bdi>{escaped(source)}</bdi>")
        if report.language != language:
            facts.append(f"<span>{escaped(words.language_name(report.language))}</span>")
        if report.warning:
            facts.append(f'<span class="ar-flag">{escaped(words("report.warning"))}</span>')
        return (
            f'{escaped(iri(report.address))}" {marks}>{title}</a></p>\n{summary}'
            f'<p class="ar-list__facts">{"".join(facts)}</p>\n</li>\n'
        )


def date_of(report: PublicReport, words: Catalogue) -> str:
    """The date in words as HTML; a machine reads it where HTML has a form for it."""
    text = escaped(words.date(report.date))
    if exact := machine_date(report):
        return f'<time datetime="{exact}">{text}</time>'
    return f"<span>{text}</span>"


def _link(report: PublicReport, up: str) -> Markup:
    """A link with the report's title, and a line end."""
    address = escaped(iri(report.address))
    return Markup(f'<a href="{up}{address}" {_marks(report)}>{escaped(report.title)}</a>\n')


def _marks(report: PublicReport) -> str:
    return f'lang="{escaped(report.language)}" dir="{direction(report.language)}"'


def _cut(text: str, length: int) -> str:
    """The text, cut at a word where it has more characters."""
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]}…"
