"""Report bodies for files that are read away from the site: every link of them is absolute."""

from __future__ import annotations

from urllib.parse import urljoin

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.model import PublicReport
from generator.rendering.attributes import direction
from generator.rendering.links import Links
from generator.rendering.markup import BodyRenderer, Pictures, paragraphs_of
from generator.rendering.prose import prose_text


class AbsoluteBodies:
    """Renders the bodies of one archive, with the links that their pages have."""

    EXTENSIONS = ("tables", "footnotes")

    def __init__(self, archive: PublicArchive) -> None:
        """Know where each link leads; those to what is not public lead nowhere."""
        self._settings = archive.settings
        self._links = archive.once(Links)
        self._bodies = BodyRenderer(self.EXTENSIONS, {})

    def html(self, report: PublicReport) -> str:
        """As much of the body as the rights allow, as HTML in which nothing can run."""
        base = permalink(report.address, self._settings)
        resolve = self._links.resolver(report.address)

        def absolute(link: str) -> str:
            resolved = resolve(link)
            return urljoin(base, resolved) if resolved else ""

        rtl = direction(report.language) == "rtl"
        pictures = Pictures.of(report, self._undescribed(report), base)
        return self._bodies.render(report.body, rtl=rtl, resolve=absolute, pictures=pictures).html

    def _undescribed(self, report: PublicReport) -> str:
        return Catalogue(report.site_language)("report.undescribed") if report.pictures else ""

    def text(self, report: PublicReport) -> str:
        """The same as plain text, paragraphs parted by an empty line."""
        prose = prose_text(report.body)
        return paragraphs_of(self.html(report)) if prose is None else prose
