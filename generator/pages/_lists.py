"""Lists of reports, cut into pages, as several page types show them.

Pages are numbered from the oldest report and filled one after the other: a new report changes the
last page only, and the others keep what a reader has linked to. A report of long ago changes the page
that it comes to, and seldom the one after it: pages end where a report's path says so, and say nothing
of how many reports stand before them. What has no date stands at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.model import Page, PublicReport
from generator.pages._sizes import BESIDE_BYTES, LIST_BYTES, fits, link_size, size
from generator.rendering.named import LONGEST_NAME, LONGEST_SUMMARY, LONGEST_TITLE
from generator.shelves import Shelf

PER_PAGE = 50
_POSSIBLE_BESIDE = 20
_MARKUP = 340
"""Bytes of a list entry without its words: elements, classes, language marks."""

_PLAIN_DATE = len("XXXX-XX-XX")
_PLAIN_DATE_IN_WORDS = 64
_NEAR = 2
_BYTES = "bytes in a list"


@dataclass(frozen=True)
class Paging:
    """Where a page stands among those of its list.

    Attributes:
        address: of the first page; the others stand below it, in ``page-2/`` and so on.
        number: of this page, from 1.
        total: how many there are.
    """

    address: str
    number: int
    total: int

    def address_of(self, number: int) -> str:
        """The address of a page of the list."""
        return self.address if number == 1 else f"{self.address}page-{number}/"

    @property
    def near(self) -> tuple[int, ...]:
        """The pages to link to: the first, the last, those around this one; 0 for a gap."""
        around = range(self.number - _NEAR, self.number + _NEAR + 1)
        shown = sorted({1, self.total, *(n for n in around if 1 <= n <= self.total)})
        found: list[int] = []
        for number in shown:
            last = found[-1] if found else 0
            if number - last == 2:
                found.append(number - 1)
            elif number - last > 2:
                found.append(0)
            found.append(number)
        return tuple(found)


class ReportLists:
    """Makes the list pages of one archive.

    A report weighs the same in every interface language, so that a page has its twin in the others.
    """

    def __init__(self, archive: PublicArchive) -> None:
        """Prepare to weigh reports; what each weighs is remembered."""
        self._vocabulary = archive.vocabulary
        self._words = [
            Catalogue(language, archive.settings.date_locale(language))
            for language in archive.settings.languages
        ]
        self._warning = max(size(words("report.warning")) for words in self._words)
        self._labels: dict[str, int] = {}
        self._languages: dict[str, int] = {}
        self._shelves = archive.shelves
        self._cut: dict[int, tuple[Shelf, Sequence[Sequence[PublicReport]]]] = {}

    def pages(
        self,
        address: str,
        title: str,
        words: Catalogue,
        listed: Shelf,
        template: str,
        context: Mapping[str, object],
        first: Mapping[str, object] | None = None,
    ) -> Iterator[Page]:
        """The pages of one list.

        Args:
            address: of the first page.
            title: of the first page; the others say their number too.
            words: the interface language.
            listed: reports, oldest first.
            template: name of the content template.
            context: what the template gets on every page besides the reports.
            first: what is different on the first page, which may say more about the list.
        """
        parts = self._cut_once(listed)
        for number, shown in enumerate(parts, 1):
            paging = Paging(address, number, len(parts))
            extra = first or {} if number == 1 else {}
            yield Page(
                address=paging.address_of(number),
                language=words.language,
                title=title if number == 1 else f"{title}, {words('browse.page', number=number)}",
                template=template,
                context={**context, **extra, "reports": shown, "paging": paging},
            )

    def _cut_once(self, listed: Shelf) -> Sequence[Sequence[PublicReport]]:
        """The reports of each page; the same list is cut once for all interface languages."""
        known, parts = self._cut.get(id(listed), (None, ()))
        if known is not listed:
            parts = self._parts(listed)
            self._cut[id(listed)] = (listed, parts)
        return parts

    def _parts(self, listed: Shelf) -> Sequence[Sequence[PublicReport]]:
        """The reports of each page: those with a date, then the undated in order of arrival.

        A few undated ones follow on the last page. Many have pages of their own, which a new report
        with a date leaves as they are.
        """
        count = len(listed) - sum(self._shelves.measured_on(listed, "is undated", _is_undated))
        dated, undated = listed.part(0, count), listed.part(count, len(listed))
        parts = self._parted(dated)
        if not undated:
            return parts
        tail = self._shelves.ordered(undated, "day of retrieval", _retrieved)
        last = [*parts[-1], *tail]
        if self._fit(last, LIST_BYTES, PER_PAGE):
            return [*parts[:-1], last]
        return [*parts, *self._parted(tail)] if dated else self._parted(tail)

    def _parted(self, listed: Shelf) -> Sequence[Shelf]:
        weights = self._shelves.measured_on(listed, _BYTES, self._weigh)
        return self._shelves.parted(listed, weights, LIST_BYTES, PER_PAGE)

    def are_few(self, reports: Sequence[PublicReport]) -> bool:
        """Whether these can stand beside another list, and need no pages of their own."""
        return self._fit(reports, BESIDE_BYTES, _POSSIBLE_BESIDE)

    def _fit(self, reports: Sequence[PublicReport], limit: int, most: int) -> bool:
        return fits(reports, self._weigh, limit, most)

    def _weigh(self, report: PublicReport) -> int:
        """The most bytes that a report takes in a list, in any interface language."""
        summary = "" if report.warning else report.summary[:LONGEST_SUMMARY]
        return (
            _MARKUP
            + size(report.title[:LONGEST_TITLE] + summary)
            + link_size(report.address)
            + self._date_weight(report)
            + self._label_weight(report.source)
            + self._language_weight(report.language)
            + self._warning
        )

    def _date_weight(self, report: PublicReport) -> int:
        if len(report.date.text) <= _PLAIN_DATE:
            return _PLAIN_DATE_IN_WORDS
        return max(size(words.date(report.date)) for words in self._words)

    def _language_weight(self, tag: str) -> int:
        if tag not in self._languages:
            names = (words.language_name(tag) for words in self._words)
            self._languages[tag] = max(map(size, names))
        return self._languages[tag]

    def _label_weight(self, source: str) -> int:
        if source not in self._labels:
            labels = (self._vocabulary.label(source, words.language) for words in self._words)
            self._labels[source] = max(size(label[:LONGEST_NAME]) for label in labels)
        return self._labels[source]


def _is_undated(report: PublicReport) -> int:
    return not report.date.is_known


def _retrieved(report: PublicReport) -> int:
    """The day on which a report came, where that is known; 0 where it is not."""
    retrieved = report.original.retrieved if report.original else None
    return retrieved.toordinal() if retrieved else 0
