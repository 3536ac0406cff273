"""MkDocs' theme as the archive uses it: pages with slots, and a site in several languages."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any, cast

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as DocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from generator.catalogue import Catalogue
from generator.plugin.frame import furnish
from generator.rendering import Slots
from generator.rendering.attributes import direction
from generator.rendering.policy import with_policy
from generator.settings import Settings

TEMPLATE = "archive.html"
ANCHOR = "report"
"""Id of the heading of every page of the archive, where the skip link leads."""

_NEUTRAL = "~"
TOC = '{% import "partials/language.html" as lang with context %}{% include "partials/toc.html" %}'


class LanguageSwitch:
    """Switches the theme between the site's languages: words, direction, names, navigation."""

    def __init__(self, config: MkDocsConfig, settings: Settings) -> None:
        """Switch this configuration, which all templates read."""
        self._config = config
        self.settings = settings
        self._navigations: dict[str, Navigation] = {}
        self._folders: dict[str, frozenset[tuple[str, ...]]] = {}

    def enter(self, language: str) -> None:
        """Render in ``language`` from now on."""
        spoken = self.settings.languages[language]
        self._config.theme["language"] = language
        self._config.site_name = spoken.site_name
        self._config.site_description = spoken.description or self._config.site_description

    def navigation(self, language: str) -> Navigation:
        """The navigation of a language; the root's where it has none of its own."""
        return self._navigations.get(language) or self._navigations[self.settings.default_language]

    def folders(self, language: str) -> frozenset[tuple[str, ...]]:
        """Every folder that a link of the frame leads into, as its parts."""
        if language not in self._folders:
            items = self.navigation(language).items
            search = f"{self.settings.prefix(language)}search/"  # of the form in the header
            urls = ["assets/", search, *(url for item in items for url in _urls(item))]
            ways = [url.split("/")[:-1] for url in urls]
            parts = {tuple(way[:n]) for way in ways for n in range(len(way) + 1)}
            self._folders[language] = frozenset({(), *parts})
        return self._folders[language]

    def part_navigation(self, nav: Navigation) -> Navigation:
        """Take the sections called by a language's tag out of the navigation: each is its own."""
        own: list[StructureItem] = []
        for item in nav.items:
            _root_links(item)
            if isinstance(item, Section) and item.title in self.settings.languages:
                self._navigations[item.title] = _navigation(item.children)
            else:
                own.append(item)
        root = _navigation(own)
        self._navigations[self.settings.default_language] = root
        return root


class MkDocsTheme:
    """Renders the archive's pages in the theme of the site; implements ``rendering.Theme``."""

    def __init__(
        self,
        env: jinja2.Environment,
        config: MkDocsConfig,
        files: Files,
        languages: LanguageSwitch,
        *,
        is_preview: bool,
    ) -> None:
        """Use the environment in which MkDocs renders its own pages.

        In a preview MkDocs adds a script to every page, to reload it; a policy would stop that.
        """
        self._is_preview = is_preview
        self.environment = env
        furnish(env, config, languages.settings)
        self._config = config
        self._files = files
        self._languages = languages
        self._toc_template = env.from_string(TOC)
        self._empty_tocs: dict[str, str] = {}
        self.docs_addresses = frozenset(
            file.url.removeprefix("./") for file in files.documentation_pages()
        )

    def render(self, slots: Slots, language: str, address: str) -> str:
        """One page of the site with these slots."""
        page = self.docs_page(slots.title, address)
        self._languages.enter(language)
        nav = self._languages.navigation(language)
        context = get_context(nav, self._files, self._config, page)
        cast(dict[str, Any], context)["archive_slots"] = slots
        rendered = self.environment.get_template(TEMPLATE).render(context)
        return rendered if self._is_preview else with_policy(rendered)

    def shell_address(self, language: str, address: str) -> str:
        """The address, with all that no link of the frame shares replaced by a neutral name.

        MkDocs shortens a relative link by the folders that both ends share: a page below browse/
        links to browse/ by other dots than a page as deep below reports/.
        """
        parts = address.split("/")[:-1]
        shared = self._languages.folders(language)
        length = next(n for n in range(len(parts), -1, -1) if tuple(parts[:n]) in shared)
        return "".join(
            f"{part}/" for part in (*parts[:length], *(_NEUTRAL for _ in parts[length:]))
        )

    def table_of_contents(
        self, headings: Sequence[Mapping[str, Any]], language: str, address: str
    ) -> str:
        """The theme's list of headings; the empty one is rendered once per language."""
        if not headings and language in self._empty_tocs:
            return self._empty_tocs[language]
        page = self.docs_page("", address)
        page.toc = contents(get_toc(list(headings)))  # type: ignore[arg-type]  # MkDocs' own token type
        self._languages.enter(language)
        rendered = self._toc_template.render(page=page, config=self._config)
        if not headings:
            self._empty_tocs[language] = rendered
        return rendered

    def docs_page(self, title: str, address: str) -> DocsPage:
        """A page as MkDocs has them, for the templates: at this address, with this title."""
        file = File.generated(self._config, f"{address}index.md", content="")
        page = DocsPage(title, file, self._config)
        page.toc = contents(TableOfContents([]))
        page.content = ""
        return page

    def context_for(self, language: str, menu: str) -> dict[str, Any]:
        """What a hand-written page needs besides MkDocs' own context."""
        slots = Slots(title="", head="", content="", toc="", languages=menu)
        return {
            "nav": self._languages.navigation(language),
            "archive_slots": slots,
        }


def contents(headings: TableOfContents) -> TableOfContents:
    """A page's headings below its title, which the skip link leads to."""
    title = AnchorLink("", ANCHOR, 1)
    title.children = list(headings)
    return TableOfContents([title])


def language_of(address: str, settings: Settings) -> str:
    """The language of a hand-written page, by its folder."""
    first = address.partition("/")[0]
    return first if first in settings.languages else settings.default_language


def not_found_parts(settings: Settings) -> list[dict[str, Any]]:
    """What the page for addresses that lead nowhere says, in each language."""
    parts = []
    for language in settings.languages:
        words, prefix = Catalogue(language), settings.prefix(language)
        links = [("", "home.title"), ("search/", "home.search"), ("browse/", "home.by_date")]
        parts.append(
            {
                "language": language,
                "direction": direction(language),
                "title": html.escape(words("notfound.title")),
                "text": html.escape(words("notfound.text")),
                "links": [
                    {"address": prefix + path or ".", "text": html.escape(words(key))}
                    for path, key in links
                ],
            }
        )
    return parts


def _root_links(item: StructureItem) -> None:
    """Links from the root ("/browse/") work below any folder once their slash is gone."""
    if isinstance(item, Link) and item.url.startswith("/"):
        item.url = item.url.lstrip("/") or "."
    for child in _children(item):
        _root_links(child)


def _navigation(items: list[StructureItem]) -> Navigation:
    pages = [page for item in items for page in _pages(item)]
    for item in items:
        item.parent = None
    navigation = Navigation(items, pages)
    index = (page for page in pages if page.is_index)
    navigation.homepage = navigation.homepage or next(index, None)
    return navigation


def _pages(item: StructureItem) -> list[DocsPage]:
    if isinstance(item, DocsPage):
        return [item]
    return [page for child in _children(item) for page in _pages(child)]


def _urls(item: StructureItem) -> list[str]:
    own = [item.url] if isinstance(item, (DocsPage, Link)) else []
    return own + [url for child in _children(item) for url in _urls(child)]


def _children(item: StructureItem) -> list[StructureItem]:
    return item.children if isinstance(item, Section) else []
