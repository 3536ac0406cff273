"""robots.txt (RFC 9309): what crawlers are asked to leave alone; everything may be read by default.

Crawlers look for the file at the root of a host, so it counts only where the site stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.model import OutputFile
from generator.outputs.sitemaps import INDEX

_PATH_SAFE = "/%*$-._~!&'()+,;=:@"


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The one file: crawlers that are kept out, what holds for all others, where the sitemap is."""
    robots = archive.settings.robots
    root = urlsplit(archive.settings.site_url).path.rstrip("/")
    lines = [f"User-agent: {name}" for name in robots.keep_out]
    if lines:
        lines += ["Disallow: /", ""]
    lines.append("User-agent: *")
    lines += [f"Disallow: {quote(root + path, safe=_PATH_SAFE)}" for path in robots.disallow]
    lines += [] if robots.disallow else ["Allow: /"]
    if archive.settings.site_url:
        lines += ["", f"Sitemap: {permalink(INDEX, archive.settings)}"]
    yield OutputFile("robots.txt", "\n".join((*lines, "")).encode())
