"""Redirects for web servers that can answer by themselves: ``_redirects``, and a map for nginx.

Both say the same as the pages of ``redirects.py``, which stay for every other host; a server that
knows the map answers with 301 (RFC 9110), without a page in between. Addresses begin with the path
of the site's own address, so a site in a folder of its host is served as well.

``_redirects`` is compared with the path as it is sent, so both sides are percent-encoded. nginx
compares its ``$uri``, which is decoded: there the earlier address stands in letters, and only the
answer, a header, is percent-encoded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote, urlsplit

from generator.archive import PublicArchive
from generator.model import OutputFile
from generator.redirection import Redirect

HOSTS_FILE = "_redirects"
NGINX_FILE = "redirects.nginx.conf"
_SAFE = "/-._~"
_LINE = 1000
"""Cloudflare passes over lines that are longer."""
_BUCKET = 64
_OVERHEAD = 32
"""Bytes that nginx needs beside a key in its table, rounded up."""


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """Both files, where any address leads on."""
    if archive.redirects:
        root = urlsplit(archive.settings.site_url).path.strip("/")
        root = f"/{root}/" if root else "/"
        yield OutputFile(HOSTS_FILE, _for_hosts(archive.redirects, root).encode())
        yield OutputFile(NGINX_FILE, _for_nginx(archive.redirects, root).encode())


def _for_hosts(redirects: Sequence[Redirect], root: str) -> str:
    """Netlify's and Cloudflare's syntax: earlier address, new address, status."""
    lines = (
        f"{quote(root + redirect.earlier, _SAFE)} {quote(root + redirect.target, _SAFE)} 301"
        for redirect in redirects
    )
    return "".join(f"{line}\n" for line in lines if len(line) <= _LINE)


def _for_nginx(redirects: Sequence[Redirect], root: str) -> str:
    """A ``map`` block, to be included at the level of ``http``.

    nginx takes keys that differ in the case of Latin letters for one, and refuses to start with two.
    """
    answers: dict[str, str] = {}
    for redirect in redirects:
        answers.setdefault(root + redirect.earlier, quote(root + redirect.target, _SAFE))
    once = {key.encode().lower(): key for key in reversed(answers)}
    keys = sorted(once.values())
    longest = max(len(key.encode()) for key in keys)
    lines = (f"    {_quoted(key)} {answers[key]};\n" for key in keys)
    return (
        f"map_hash_bucket_size {_power(longest + _OVERHEAD, _BUCKET)};\n"
        f"map_hash_max_size {_power(len(keys) * 2, 2048)};\n"
        'map $uri $archive_redirect {\n    default "";\n' + "".join(lines) + "}\n"
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _power(needed: int, least: int) -> int:
    """The smallest doubling of ``least`` that is enough."""
    size = least
    while size < needed:
        size *= 2
    return size
