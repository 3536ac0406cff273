"""security.txt (RFC 9116): how to report a security problem, where the settings say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from generator.archive import PublicArchive
from generator.model import OutputFile

PATH = ".well-known/security.txt"
MARK = b"# Written by the archive from mkdocs.yml\n"
"""First line of the file: the next build knows it as its own, and takes it away once unset."""


def files(archive: PublicArchive) -> Iterator[OutputFile]:
    """The file, and a mark without which GitHub Pages drops folders that begin with a dot."""
    settings = archive.settings
    security = settings.security
    if security is None:
        return
    expires = security.expires.astimezone(UTC)
    lines = [
        *(f"Contact: {contact}" for contact in security.contact),
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        *(f"Encryption: {key}" for key in security.encryption),
        f"Preferred-Languages: {', '.join(settings.languages)}",
    ]
    if settings.site_url:
        lines.append(f"Canonical: {settings.site_url}{PATH}")
    if security.policy:
        lines.append(f"Policy: {security.policy}")
    yield OutputFile(PATH, MARK + "\n".join((*lines, "")).encode())
    yield OutputFile(".nojekyll", b"")
