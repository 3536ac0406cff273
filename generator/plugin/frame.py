"""What the theme's frame asks beyond MkDocs' own context: the tab of a page, words, scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page as DocsPage

from generator.catalogue import Catalogue
from generator.settings import Settings

_REPORTS = "browse/"
_WITHOUT_SCRIPT = frozenset(
    {
        "navigation.expand",
        "navigation.footer",
        "navigation.indexes",
        "navigation.path",
        "navigation.prune",
        "navigation.sections",
        "navigation.tabs",
        "navigation.tabs.sticky",
        "toc.integrate",
    }
)
_EXTRAS = ("analytics", "consent", "version")


def furnish(env: jinja2.Environment, config: MkDocsConfig, settings: Settings) -> None:
    """Give the theme's templates what they ask for."""
    env.globals["archive_tab"] = _tab_finder(config, settings)
    env.globals["archive_word"] = _speaker(config)
    env.globals["archive_address"] = _addressed(config, settings)
    env.globals["archive_needs_material_script"] = needs_material_script(config)


def needs_material_script(config: MkDocsConfig) -> bool:
    """Whether the site turns on something of Material that is done by its script.

    Without one nothing in a page needs its 35 kB, so that no page loads them.
    """
    features = set(config.theme.get("features") or ())
    return not features <= _WITHOUT_SCRIPT or any(config.extra.get(name) for name in _EXTRAS)


def tab_of(navigation: Navigation, address: str, reports: str) -> StructureItem | None:
    """The link of the navigation under which a page of the archive stands.

    Args:
        navigation: of the page's language.
        address: the page's own, or the one that its shell stands for.
        reports: address of the list of all reports; what has no tab of its own belongs there.
    """
    links = [item for item in navigation.items if isinstance(item, Link)]
    above = [link for link in links if link.url.endswith("/") and address.startswith(link.url)]
    own = max(above, key=lambda link: len(link.url), default=None)
    return own or next((link for link in links if link.url == reports), None)


def _tab_finder(
    config: MkDocsConfig, settings: Settings
) -> Callable[[Navigation, DocsPage], StructureItem | None]:
    def find(navigation: Navigation, page: DocsPage) -> StructureItem | None:
        reports = settings.prefix(str(config.theme["language"])) + _REPORTS
        return tab_of(navigation, page.url, reports)

    return find


def _speaker(config: MkDocsConfig) -> Callable[..., str]:
    catalogues: dict[str, Catalogue] = {}

    def speak(key: str, **values: Any) -> str:
        language = str(config.theme["language"])
        catalogue = catalogues.setdefault(language, Catalogue(language))
        return catalogue(key, **values)

    return speak


def _addressed(config: MkDocsConfig, settings: Settings) -> Callable[[str], str]:
    """The address of a page that stands in every language, in that of the page."""

    def address(path: str) -> str:
        return settings.prefix(str(config.theme["language"])) + path

    return address
