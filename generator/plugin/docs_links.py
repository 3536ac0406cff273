"""Links from hand-written pages to reports: by file or by address, and a warning where they fail."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from xml.etree import ElementTree

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from generator.plugin.remembering import RememberedLinks

log = get_plugin_logger(__name__)

_BEFORE_MKDOCS = 4  # MkDocs resolves links between its own pages at priority 0
_AFTER_MKDOCS = -1
_VEIL = "archive:"  # MkDocs leaves links with a scheme alone


class DocsLinks:
    """Resolves links of one hand-written page after the other."""

    def __init__(self, docs: Path, folder: Path) -> None:
        """Know where docs/ stands, and that nothing is known of reports yet."""
        self.extension = _LinkExtension(self)
        self._docs = docs
        self._docs_below = posixpath.relpath(docs.as_posix(), folder.as_posix())
        self._links: RememberedLinks | None = None
        self.failures = 0
        self._source = ""
        self._url = ""

    def prepare(self, links: RememberedLinks) -> None:
        """Know what can be linked to."""
        self._links = links

    def begin(self, source: str, url: str) -> None:
        """Resolve links of this page (path below docs/, address) from now on."""
        self._source = source
        self._url = url

    def resolve(self, link: str) -> str:
        """The link as it works on the site, veiled; as it is where it is not the archive's business."""
        scheme, netloc, target, query, anchor = urlsplit(link)
        source = f"{self._docs_below}/{self._source}"
        if scheme or netloc or not target or self._links is None:
            return link
        if not self._links.is_meant_for_reports(target, source) or self._is_asset(target):
            return link
        address = self._links.address(target, source)
        if not address:
            self.failures += 1
            log.warning(
                f"Doc file '{self._source}' contains a link '{link}' that leads to no report or "
                f"page of the archive: look at its address, and that the report is published"
            )
            return f"{_VEIL}{link}"
        relative = get_relative_url(address, self._url or ".")
        return _VEIL + urlunsplit(("", "", relative, query, anchor))

    def _is_asset(self, target: str) -> bool:
        """Whether an address from the root is a file or a page of docs/ itself."""
        if not target.startswith("/"):
            return False
        path = target.strip("/")
        candidates = (path, f"{path}.md", f"{path}/index.md", f"{path}/README.md")
        return any((self._docs / candidate).is_file() for candidate in candidates) or not path


class _LinkExtension(Extension):
    """Resolves around MkDocs, which warns of links that it does not know and knows no reports."""

    def __init__(self, links: DocsLinks) -> None:
        super().__init__()
        self._links = links

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        resolved = _LinkTree(md, self._links.resolve)
        md.treeprocessors.register(resolved, "archive_links", _BEFORE_MKDOCS)
        unveiled = _LinkTree(md, lambda link: link.removeprefix(_VEIL))
        md.treeprocessors.register(unveiled, "archive_links_done", _AFTER_MKDOCS)


class _LinkTree(Treeprocessor):
    def __init__(self, md: markdown.Markdown, change: Callable[[str], str]) -> None:
        super().__init__(md)
        self._change = change

    def run(self, root: ElementTree.Element) -> None:
        for element in root.iter("a"):
            if target := element.get("href"):
                element.set("href", self._change(target))
