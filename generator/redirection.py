"""Earlier addresses: what `redirect_from` says, as the site's own files and addresses.

An entry is a path below the site's root, written with or without slashes at its ends. It is a
folder, whose ``index.html`` leads on, unless its name says that it is a file: ``2010/story.html``
as old sites have them, or an original beside an earlier address of the same report.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from generator.model import PublicReport, Tombstone

_PAGE_FILE = re.compile(r"\.html?\Z", re.IGNORECASE)
_INDEX = re.compile(r"(?:\A|/)index\.html?\Z", re.IGNORECASE)
_OF_A_REPORT = re.compile(r"(?:[^/]+/)?reports/.+/\Z")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\?#]")


@dataclass(frozen=True)
class Redirect:
    """An earlier address, and what answers for it now.

    Attributes:
        earlier: below the site's root; a slash at its end unless it is a file.
        target: address of the page that it leads to.
        path: of the report that stands there.
        site_language: interface language of that page.
        title: its title; empty for a withdrawn report.
    """

    earlier: str
    target: str
    path: str
    site_language: str
    title: str = ""

    @property
    def file(self) -> str:
        """The file that leads on, below the site's root."""
        return f"{self.earlier}index.html" if self.earlier.endswith("/") else self.earlier


def earlier_address(entry: str) -> str:
    """An entry of `redirect_from` as an address: decoded, without a slash at its beginning.

    Empty where it is no path below the site's root: an address with a host, ``..``, a query.
    """
    decoded = unquote(entry.strip())
    path = decoded.strip("/")
    if not path or "//" in path or _CONTROL.search(path) or {".", ".."} & set(path.split("/")):
        return ""
    if _INDEX.search(path):
        return f"{posixpath.dirname(path)}/".lstrip("/")
    is_file = _PAGE_FILE.search(path) is not None and not decoded.endswith("/")
    return path if is_file else f"{path}/"


def redirects(reports: Sequence[PublicReport], stones: Sequence[Tombstone]) -> tuple[Redirect, ...]:
    """Where each earlier address leads, sorted; none stands where a page of today stands.

    Of two reports that claim one address the first by path has it.
    """
    moved: list[PublicReport | Tombstone] = [
        item for items in (reports, stones) for item in items if item.redirect_from
    ]
    if not moved:
        return ()
    standing = {item.address for items in (reports, stones) for item in items}
    found: dict[str, Redirect] = {}
    for item in sorted(moved, key=lambda item: item.path):
        title = item.title if isinstance(item, PublicReport) else ""
        files = {entry.strip("/") for entry in earlier_files(item)}
        for entry in item.redirect_from:
            address = earlier_address(entry)
            if address and address not in standing and address.rstrip("/") not in files:
                redirect = Redirect(address, item.address, item.path, item.site_language, title)
                found.setdefault(address, redirect)
    return tuple(found[address] for address in sorted(found))


def earlier_files(item: PublicReport | Tombstone) -> Iterator[str]:
    """Earlier addresses of the report's original: entries for a file below another entry.

    ``archive move`` writes ``reports/2016/a/`` and ``reports/2016/a/a.txt``.
    """
    folders = {earlier_address(entry) for entry in item.redirect_from if entry.endswith("/")}
    for entry in item.redirect_from:
        path = unquote(entry.strip()).lstrip("/")
        folder, _, name = path.rpartition("/")
        if f"{folder}/" in folders and "." in name and earlier_address(entry):
            yield path


def earlier_places(item: PublicReport | Tombstone) -> Iterator[str]:
    """Earlier addresses at which the report itself stood, as the archive makes them."""
    files = {f"{file}/" for file in earlier_files(item)}
    addresses = dict.fromkeys(earlier_address(entry) for entry in item.redirect_from)
    return (a for a in addresses if _OF_A_REPORT.match(a) and a not in files)
