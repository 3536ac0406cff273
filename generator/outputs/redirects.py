"""Redirects: an earlier address answers with a page that leads to the report, without script.

The page is plain HTML, so that it works on any host: ``refresh`` moves the reader on at once, the
canonical link (RFC 6596) tells search engines where the report stands. What was withdrawn has such
pages too; they lead to the page that says so, and have no title of their own to tell.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.model import OutputFile
from generator.rendering.attributes import url_from

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
    """A page for each earlier address that no report of today stands at."""
    for redirect in archive.redirects:
        title = redirect.title or Catalogue(redirect.site_language)("withdrawn.title")
        page = _PAGE.format(
            language=redirect.site_language,
            target=html.escape(url_from(redirect.file)(redirect.target)),
            title=html.escape(title),
        )
        yield OutputFile(redirect.file, page.encode())
