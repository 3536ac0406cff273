"""Redirects: an earlier address answers with a page that leads to the report, without script.

The page is plain HTML, so that it works on any host: ``refresh`` moves the reader on at once, the
canonical link (RFC 6596) tells search engines where the report stands.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from generator.model import OutputFile
from generator.publication import PublicArchive
from generator.rendering.renderer import url_from

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
<title>{title}</title>
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """A page for each earlier address of a public report that no page of today stands at."""
    standing = {report.address for report in archive.reports}
    standing |= {stone.address for stone in archive.tombstones}
    for report in archive.reports:
        for earlier in report.redirect_from:
            address = f"{earlier.strip('/')}/"
            if address in standing or ".." in address.split("/"):
                continue
            page = _PAGE.format(
                language=report.site_language,
                target=html.escape(url_from(address)(report.address)),
                title=html.escape(report.title),
            )
            yield OutputFile(f"{address}index.html", page.encode())
