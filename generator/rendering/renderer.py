"""Renders pages: content template, then the shell that the page shares with its neighbours."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from urllib.parse import quote, unquote, urljoin

from markupsafe import Markup

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.citing import Work
from generator.model import Page, PublicReport
from generator.rendering.attributes import IRI_SAFE, direction, url_from
from generator.rendering.discovery import discovery, feed_folder
from generator.rendering.escaping import quoted
from generator.rendering.links import Links
from generator.rendering.markup import BodyRenderer, Pictures, RenderedBody
from generator.rendering.metadata import metadata
from generator.rendering.named import NamedReports
from generator.rendering.shell import Shell, Slots, Theme
from generator.rendering.templates import templates_for

LETTER = "letter_"
"""Begins the folders of an index that is parted by letter: other languages have other letters."""

_BELOW = {"level": 3, "id": "b", "name": "B", "html": "B", "data-toc-label": "", "children": ()}
_HEADING = {**_BELOW, "level": 2, "id": "a", "name": "A", "html": "A", "children": (_BELOW,)}


class Renderer:
    """Renders the pages of one archive with one theme."""

    def __init__(self, archive: PublicArchive, theme: Theme, bodies: BodyRenderer) -> None:
        """Prepare; shells are rendered when first needed."""
        self._archive = archive
        self.theme = theme
        self.bodies = bodies
        self._shells: dict[tuple[str, str], Shell] = {}
        self._catalogues = {
            language: Catalogue(language, archive.settings.date_locale(language))
            for language in archive.settings.languages
        }
        self._named = NamedReports(archive.vocabulary, self._catalogues)
        self._templates = {
            language: templates_for(language, archive.settings.date_locale(language))
            for language in archive.settings.languages
        }

    def render(self, page: Page) -> bytes:
        """The page as a whole, in UTF-8."""
        return self.render_all((page,))[0]

    def render_all(self, pages: Iterable[Page]) -> list[bytes]:
        """Each page as a whole, in UTF-8: step by step, each step for all of them."""
        pages = [page.completed() for page in pages]
        shells = [self.shell_of(page.language, page.address) for page in pages]
        return [
            shell.fill(slots) for shell, slots in zip(shells, self._slots_of(pages), strict=True)
        ]

    def shell_of(self, language: str, address: str) -> Shell:
        """The shell of the page at an address."""
        return self.shell(language, self.shell_address(language, address))

    def shell_address(self, language: str, address: str) -> str:
        """An address that stands for all whose shell is the same."""
        return self.theme.shell_address(language, address)

    def shell(self, language: str, shell_address: str) -> Shell:
        """The shell that stands for an address, as the theme names it; rendered once."""
        key = (language, shell_address)
        if key not in self._shells:
            self._shells[key] = Shell.of(self.theme.render(Slots.placeholders(), *key))
        return self._shells[key]

    def shells(self) -> Mapping[tuple[str, str], Shell]:
        """Every shell that was needed so far, by language and the address that it stands for."""
        return self._shells

    def tables_of_contents(self) -> Sequence[str]:
        """What the theme makes of headings in each language: it shapes pages as the shells do."""
        languages = self._archive.settings.languages
        return [self.theme.table_of_contents([_HEADING], name, "a/b/") for name in languages]

    @cached_property
    def _links(self) -> Links:
        return self._archive.once(Links)

    def slots(self, page: Page) -> Slots:
        """What the page puts into its shell."""
        return self._slots_of((page.completed(),))[0]

    def _slots_of(self, pages: Sequence[Page]) -> list[Slots]:
        """What each page puts into its shell; all of them are complete."""
        bodies = [self._body(page) for page in pages]
        contents = [
            self.fragment(page, Markup(body.html)) for page, body in zip(pages, bodies, strict=True)
        ]
        heads = [self._head(page) for page in pages]
        return [
            Slots(
                title=quoted(page.title),
                head=head,
                content=content,
                toc=self.theme.table_of_contents(body.headings, page.language, page.address),
                languages=self.language_menu(page.address, page.language),
            )
            for page, body, content, head in zip(pages, bodies, contents, heads, strict=True)
        ]

    def _body(self, page: Page) -> RenderedBody:
        """The report's text, if the page is a report's."""
        report = page.context.get("report")
        if not (isinstance(report, PublicReport) and report.length):
            return RenderedBody("", ())
        undescribed = self._catalogues[page.language]("report.undescribed")
        return self.bodies.render(
            report.body,
            rtl=self.is_rtl(page),
            resolve=self._links.resolver(page.address),
            pictures=Pictures.of(report, undescribed),
        )

    def fragment(self, page: Page, body: Markup = Markup("")) -> str:  # noqa: B008  # immutable
        """The page's own content, without the theme around it."""
        page = page.completed()
        template = self._templates[page.language].get_template(page.template)
        return template.render(
            settings=self._archive.settings,
            vocabulary=self._archive.vocabulary,
            page=page,
            body=body,
            t=self._catalogues[page.language],
            url=url_from(page.address),
            permalink=self.permalink(page.address),
            prefix=self._archive.settings.prefix(page.language),
            feed=feed_folder(page.address, page.language, self._archive.settings),
            **self._named.for_page(page.address, page.language),
            **page.context,
        )

    def is_rtl(self, page: Page) -> bool:
        """Whether the page's own text runs right to left."""
        report = page.context.get("report")
        language = report.language if isinstance(report, PublicReport) else page.language
        return direction(language) == "rtl"

    def permalink(self, address: str) -> str:
        """The absolute address of a page; relative to the site's root where that is unknown."""
        return permalink(address, self._archive.settings)

    def language_menu(
        self, address: str, language: str, standing: Container[str] | None = None
    ) -> str:
        """The language menu: this page in each other language, or that language's home.

        Args:
            address: the page's address.
            language: its interface language.
            standing: addresses that exist, for a page that is not the archive's own; of those,
                all but reports stand in every language.
        """
        items = []
        for other, target in self._same_page(address, language, standing):
            href = quoted(url_from(address)(target))
            name = quoted(self._catalogues[other]("language.name"))
            items.append(
                f'<li><a href="{href}" hreflang="{other}" lang="{other}" '
                f'dir="{direction(other)}">{name}</a></li>'
            )
        if not items:
            return ""
        label = quoted(self._catalogues[language]("site.languages"))
        return f'<nav class="ar-languages" aria-label="{label}"><ul>{"".join(items)}</ul></nav>'

    def _same_page(
        self, address: str, language: str, standing: Container[str] | None
    ) -> Iterator[tuple[str, str]]:
        is_report = address.removeprefix(self._archive.settings.prefix(language)).startswith(
            "reports/"
        )
        index = address if is_report else address.partition(LETTER)[0]
        twins = self._twins(index, language, standing)
        for other in self._archive.settings.languages:
            if other != language:
                yield other, twins.get(other, self._archive.settings.prefix(other))

    def _twins(
        self, address: str, language: str, standing: Container[str] | None
    ) -> Mapping[str, str]:
        """The same page in each other language in which it stands."""
        settings = self._archive.settings
        own = address.removeprefix(settings.prefix(language))
        others = [other for other in settings.languages if other != language]
        twins = {other: settings.prefix(other) + own for other in others}
        if standing is None and (own.startswith("reports/") or f"/{LETTER}" in own):
            twins = {}
        elif standing is not None:
            twins = {other: twin for other, twin in twins.items() if twin in standing}
        return twins if standing is not None else {**twins, **self._links.translations(address)}

    def alternates(
        self, address: str, language: str, standing: Container[str] | None = None
    ) -> str:
        """Links for the head to the same page in each language, itself among them (RFC 8288).

        Empty where the page stands in one language, or the site's address is not known. The space
        in ``rel`` is allowed there and keeps Material's script, which looks for ``[rel=alternate]``
        and would fetch a sitemap for each, away from them.
        """
        if not self._archive.settings.site_url:
            return ""
        report = self._links.report_at(address) if standing is None else None
        if report is not None:
            family = self._archive.translations.get(report.path, ())
            found = {member.language: member.address for member in reversed(family)}
            found |= {report.language: address} if family else {}
        else:
            twins = self._twins(address, language, standing)
            found = {language: address, **twins} if twins else {}
        return "\n      ".join(
            f'<link rel="alternate " hreflang="{tag}" href="{quoted(self.permalink(target))}">'
            for tag, target in sorted(found.items())
        )

    def discovery(self, address: str, language: str, title: str) -> str:
        """Links for the head of a hand-written page to the site's search, and to a feed."""
        return "\n      ".join(discovery(address, language, title, self._archive.settings))

    def onion_location(self, address: str) -> str:
        """What leads Tor Browser to the same page of the onion service; empty where there is none."""
        root = self._archive.settings.onion_location
        if not root:
            return ""
        href = quoted(urljoin(root, quote(unquote(address), safe=IRI_SAFE)))
        return f'<meta http-equiv="onion-location" content="{href}">'

    def _head(self, page: Page) -> str:
        settings = self._archive.settings
        site_name = settings.languages[page.language].site_name
        elements = [f"<title>{quoted(page.title)} - {quoted(site_name)}</title>"]
        own_words = page.context.get("description")
        if description := own_words or settings.languages[page.language].description:
            elements.append(f'<meta name="description" content="{quoted(str(description))}">')
        if settings.site_url:
            elements.append(f'<link rel="canonical" href="{quoted(self.permalink(page.address))}">')
        if alternates := self.alternates(page.address, page.language):
            elements.append(alternates)
        elements += discovery(page.address, page.language, page.title, settings)
        report, work = page.context.get("report"), page.context.get("work")
        if isinstance(report, PublicReport) and isinstance(work, Work):
            elements.append(metadata(report, work, self._archive, self.permalink))
        if onion := self.onion_location(page.address):
            elements.append(onion)
        return "\n      ".join(elements)
