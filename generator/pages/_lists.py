"""Lists of reports, cut into pages, as several page types show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue import Catalogue
from generator.model import Page, PublicReport

PER_PAGE = 100


def list_pages(
    address: str,
    title: str,
    words: Catalogue,
    listed: Sequence[PublicReport],
    template: str,
    context: Mapping[str, object],
    possible: Sequence[PublicReport] = (),
) -> Iterator[Page]:
    """The pages of one list, numbered from the oldest: a new report changes the last one only.

    Args:
        address: of the first page; the others stand below it, in ``page-2/`` and so on.
        title: of the first page; the others say their number too.
        words: the interface language.
        listed: reports, oldest first.
        template: name of the content template.
        context: what the template gets besides the reports.
        possible: reports that may belong here; they stand on the first page.
    """
    total = max(1, -(-len(listed) // PER_PAGE))
    addresses = [address if n == 1 else f"{address}page-{n}/" for n in range(1, total + 1)]
    for number, own in enumerate(addresses, 1):
        shown = listed[(number - 1) * PER_PAGE : number * PER_PAGE]
        beside = possible if number == 1 else ()
        yield Page(
            address=own,
            language=words.language,
            title=title if number == 1 else f"{title}, {words('browse.page', number=number)}",
            template=template,
            context={
                **context,
                "reports": shown,
                "possible": beside,
                "number": number,
                "addresses": addresses,
            },
            depends_on=tuple(report.path for report in (*shown, *beside)),
        )
