"""Links that an editor writes to a report: as a file (``../articles/2016/x.md``) or as an address."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from urllib.parse import unquote, urlsplit, urlunsplit

from generator.archive import PublicArchive
from generator.model import PublicReport

_ARTICLES = "articles/"
_REPORTS = "reports"


class Links:
    """Finds the address that a link leads to."""

    def __init__(self, archive: PublicArchive, pages: frozenset[str] = frozenset()) -> None:
        """Know every public report and tombstone, and the addresses of ``pages``."""
        self._by_path = {report.path: report.address for report in archive.reports}
        self._by_path |= {stone.path: stone.address for stone in archive.tombstones}
        self._earlier = {item.earlier: item.target for item in archive.redirects}
        self._translations = _translations(archive)
        self._reports = {report.address: report for report in archive.reports}
        self._paths = {address: path for path, address in self._by_path.items()}
        self._addresses = frozenset(self._by_path.values()) | pages

    def translations(self, address: str) -> Mapping[str, str]:
        """The addresses of a report's translations, by interface language."""
        return self._translations.get(address, {})

    def report_at(self, address: str) -> PublicReport | None:
        """The public report that stands at an address, or None where there is none."""
        return self._reports.get(address)

    def resolver(self, address: str) -> Callable[[str], str]:
        """For a page: links to articles, written relative to its file, become addresses.

        A link that is meant for a report and leads to none that is public becomes an empty text:
        its words alone stay, since its target may be the title of what nobody may see yet.
        """
        up = "../" * address.count("/")
        path = self._paths.get(address, "")

        def resolve(link: str) -> str:
            scheme, netloc, target, query, anchor = urlsplit(link)
            if scheme or netloc or not target:
                return link
            source = f"{_ARTICLES}{path}"
            found = self.address(target, source)
            is_further = target.startswith("/") and _REPORTS not in target.split("/")[1:3]
            if not found and is_further:
                found = target.lstrip("/")  # a list, a hand-written page, a picture of docs/
            if found or is_further:
                return urlunsplit(("", "", up + found, query, anchor))
            return "" if self.is_meant_for_reports(target, source) else link

        return resolve

    def address(self, target: str, source: str) -> str:
        """The address that a link leads to, or an empty text where it leads nowhere.

        Args:
            target: the link's path: from the site's root if it begins with ``/``, otherwise to a
                file, from the folder of the source.
            source: the file that has the link, as a path below the archive's folder.
        """
        target = unquote(target)
        if target.startswith("/"):
            address = target.lstrip("/")
            address = address if address.endswith("/") or not address else f"{address}/"
            return address if address in self._addresses else self._earlier.get(address, "")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        if not file.startswith(_ARTICLES) or not file.endswith(".md"):
            return ""
        return self._by_path.get(file.removeprefix(_ARTICLES).removesuffix(".md"), "")

    @staticmethod
    def is_meant_for_reports(target: str, source: str) -> bool:
        """Whether a link is meant to lead to a report or a page of the archive, found or not."""
        target = unquote(target)
        if target.startswith("/"):
            return True
        file = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        return file.startswith(_ARTICLES)


def _translations(archive: PublicArchive) -> dict[str, dict[str, str]]:
    """For each address those of the same report in other languages, by interface language."""
    found: dict[str, dict[str, str]] = {}
    for path, family in archive.translations.items():
        own = archive.by_path[path]
        others = (other for other in family if other.site_language != own.site_language)
        for other in others:
            found.setdefault(own.address, {}).setdefault(other.site_language, other.address)
    return found
