"""The MkDocs plugin: the one package that imports mkdocs.

MkDocs builds docs/ as it always does, but into a staging folder; then the archive's own pages are
rendered in the same theme, and if the strict checks pass the folder becomes the site.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Literal, cast

import jinja2
from mkdocs.config.base import ConfigErrors, ConfigWarnings, LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as DocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator.archive import PublicArchive
from generator.errors import ArchiveError
from generator.executors import VARIABLE, Executor, Processes, executor_for
from generator.outputs import sitemaps
from generator.pages._home import home_page
from generator.pipeline.building import (
    Articles,
    Memory,
    Reader,
    SiteBuild,
    addresses_of,
    base_of_making,
    base_of_reading,
)
from generator.plugin.docs_links import DocsLinks
from generator.plugin.previewing import Preview, watch_folders
from generator.plugin.remembering import Remembered, RememberedLinks
from generator.plugin.theme import LanguageSwitch, MkDocsTheme, language_of, not_found_parts
from generator.plugin.trimming import trimmed
from generator.rendering import BodyRenderer, Renderer
from generator.rendering.absolute import AbsoluteBodies
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.links import Links
from generator.rendering.policy import with_policy
from generator.rendering.tables import ScrollableTables
from generator.rendering.templates import THEME_FOLDER
from generator.settings import Settings, validate_settings, with_defaults
from generator.store import ARTICLES
from generator.vocabulary import VOCABULARY_FILE, read_vocabulary

log = get_plugin_logger(__name__)

HOME_TEMPLATE = "home.html"
STATE = ".archive/build"
OBJECTS = 100_000
"""So many new ones before a build looks for cycles of garbage; with 700 that takes a tenth of it."""
MATERIAL_ICON, ARCHIVE_ICON = "assets/images/favicon.png", "assets/archive/favicon.svg"


class ArchivePlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Adds the archive to a site that MkDocs builds."""

    supports_multiple_instances = False
    is_preview = False
    ends_soon = False
    memory: Memory | None = None

    settings: Settings
    archive: PublicArchive
    renderer: Renderer
    languages: LanguageSwitch

    def load_config(
        self,
        options: dict[str, Any],
        config_file_path: str | None = None,  # MkDocs' signature
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keep the options; they are validated once the site's own name is known."""
        self.options: Mapping[str, object] = options
        self.config = LegacyConfig(schema=())
        return [], []

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Validate the settings, add the archive's theme files, and build beside the site."""
        options = {**self.options, "site_url": config.site_url or ""}
        try:
            self.settings = validate_settings(with_defaults(options, config.site_name))
        except ArchiveError as error:
            raise PluginError(str(error)) from error
        self.folder = Path(config.config_file_path).resolve().parent
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME_FOLDER))
        config.theme["font"] = False  # Material's own would be fetched from another host
        config.theme.static_templates.discard(sitemaps.INDEX)  # the archive's own leads to all
        if config.site_url:
            config.theme.static_templates.add(sitemaps.PAGES)
        if config.theme.get("favicon") == MATERIAL_ICON:
            config.theme["favicon"] = ARCHIVE_ICON
        self.languages = LanguageSwitch(config, self.settings)
        self.languages.enter(self.settings.default_language)
        self.site = Path(config.site_dir)
        self.staging = self.site.with_name(f".{self.site.name}.staging")
        config.site_dir = str(self.staging)
        self.docs_links = DocsLinks(Path(config.docs_dir), self.folder)
        self.body_extensions = list(config.markdown_extensions)
        own = (ScrollableTables(), self.docs_links.extension)
        extensions: list[Any] = [*config.markdown_extensions, *own]
        config.markdown_extensions = extensions
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read the archive; a strict build fails on every article that is not valid."""
        configs = {str(name): dict(values or {}) for name, values in config.mdx_configs.items()}
        self.bodies = BodyRenderer(self.body_extensions, configs)
        try:
            self.build = self._new_build()
            taken_ns = self.build.begin(log.info)
            vocabulary = read_vocabulary(self.folder)
            reading = base_of_reading(self.settings, self.body_extensions, configs)
            self.base = base_of_making(
                self.folder,
                reading,
                self._further_files(config),
                self.is_preview,
                self.build.with_search,
            )
            extensions = (self.body_extensions, AbsoluteBodies.EXTENSIONS)
            reader = Reader(self.folder, self.settings, extensions, configs)
            memory = self.memory = self._memory(self.build.state)
            self.articles = Articles(reader, memory, reading, taken_ns, self.build.workers)
            with _kept_for_good() if self.ends_soon else nullcontext():
                loaded = self.articles.archive(vocabulary)
        except ArchiveError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(f"the site cannot be built here: {error}") from error
        for problem in loaded.problems:
            log.warning(str(problem))
        self.docs_links.failures += len(loaded.problems)
        self.archive = loaded.archive
        is_settled = self.build.is_settled(self.base, self.articles.inputs)
        self.remembered = Remembered(self.build.before.facts if is_settled else {})
        self.docs_links.prepare(RememberedLinks(self.remembered, self._all_links))

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Part the navigation by language; the one at the root is the site's own."""
        return self.languages.part_navigation(nav)

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Prepare to render the archive's pages in the site's theme."""
        env.bytecode_cache = CompiledTemplates("theme", self.base)
        self.theme = MkDocsTheme(env, config, files, self.languages, is_preview=self.is_preview)
        self.renderer = Renderer(self.archive, self.theme, self.bodies)
        self.stylesheets = trimmed(config)
        env.filters["archive_stylesheets"] = self.stylesheets.rename

    def on_page_markdown(
        self,
        markdown: str,
        page: DocsPage,
        config: MkDocsConfig,
        files: Files,
    ) -> str:
        """Remember which page's links are about to be resolved."""
        self.docs_links.begin(page.file.src_uri, page.url)
        return markdown

    def on_page_context(
        self,
        context: TemplateContext,
        page: DocsPage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Show a hand-written page in its language, and the archive on a home page."""
        language = language_of(page.url, self.settings)
        self.languages.enter(language)
        menu = self.renderer.language_menu(page.url, language, self.theme.docs_addresses)
        extra = self.theme.context_for(language, menu)
        extra["archive_alternates"] = self.renderer.alternates(
            page.url, language, self.theme.docs_addresses
        )
        extra["archive_discovery"] = self.renderer.discovery(page.url, language, str(page.title))
        extra["archive_onion"] = self.renderer.onion_location(page.url)
        if page.meta.get("template") == HOME_TEMPLATE:
            extra["archive_home"] = self.remembered.get(
                ("home", language),
                lambda: self.renderer.fragment(home_page(self.archive, language)),
            )
        cast(dict[str, Any], context).update(extra)
        return context

    def on_post_page(self, output: str, page: DocsPage, config: MkDocsConfig) -> str:
        """Go back to the language at the root, and say what the page may run."""
        self.languages.enter(self.settings.default_language)
        return output if self.is_preview else with_policy(output)

    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """The same for the page for addresses that lead nowhere."""
        is_page = template_name.endswith(".html") and not self.is_preview
        return with_policy(output_content) if is_page else output_content

    def on_template_context(
        self,
        context: TemplateContext,
        template_name: str,
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Give the page for addresses that lead nowhere its ways on, in each language."""
        extra = cast(dict[str, Any], context)
        extra["archive_not_found"] = not_found_parts(self.settings)
        extra["archive_onion"] = self.renderer.onion_location(template_name)
        return context

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add the archive to what MkDocs built; put it in place if the strict checks pass."""
        self.stylesheets.write(self.staging)
        try:
            problems = self.build.make(
                self.archive, self.renderer, self.base, self.articles.inputs, self.articles.keep
            )
        except ArchiveError as error:
            raise PluginError(str(error)) from error
        except OSError as error:
            raise PluginError(f"the site could not be made: {error}") from error
        for problem in problems:
            log.warning(str(problem))
        if config.strict and (warnings := _warnings_counted() or self.docs_links.failures):
            self._discard()  # the site of before stays
            if not _warnings_counted():  # with -q MkDocs counts nothing, and would not abort
                raise Abort(
                    f"Aborted with {warnings} dead links or unusable articles in strict mode!"
                )
            return
        config.site_dir = str(self.site)
        try:
            self.build.put_in_place(self.remembered.facts)
            if self.build.is_behind:
                self.preview.follow()
        except OSError as error:
            raise PluginError(f"the site could not be put in place: {error}") from error

    def on_build_error(self, error: Exception) -> None:
        """Leave the site of before as it is."""
        self._discard()

    def on_serve(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: Any,
    ) -> LiveReloadServer:
        """Show a saved article, or a changed vocabulary, by itself."""
        watch_folders(server)
        self.preview.watch(server, self.folder / STATE / "preview.signal")
        for name in filter(None, (ARTICLES, VOCABULARY_FILE, self.settings.map.outline)):
            path = self.folder / name
            if path.exists():
                server.watch(str(path))
        return server

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Know whether this is a preview; MkDocs keeps plugins with this hook between rebuilds."""
        self.is_preview = command == "serve"
        self.ends_soon = command == "build"
        self.preview = Preview()
        self.thresholds = gc.get_threshold()
        gc.set_threshold(OBJECTS, *self.thresholds[1:])

    def on_shutdown(self) -> None:
        """Leave the process as it was found; what is frozen ends with it."""
        gc.set_threshold(*self.thresholds)

    def _discard(self) -> None:
        build = getattr(self, "build", None)
        if build is not None:
            build.abandon()

    def _new_build(self) -> SiteBuild:
        """One with a state of its own for each folder that the site is built in."""
        place = os.path.relpath(self.site, self.folder)
        mark = hashlib.sha256(place.encode()).hexdigest()[:8]
        return SiteBuild(
            state=self.folder / STATE,
            site=self.site,
            staging=self.staging,
            name="preview" if self.is_preview else f"site-{mark}",
            workers=self._workers(),
            with_search=os.environ.get("ARCHIVE_SEARCH") != "off",
            may_wait=self.is_preview and self.preview.begin(),
        )

    def _memory(self, state: Path) -> Memory:
        """That of the preview's build before, if nobody else has built since."""
        before = self.memory if self.is_preview else None
        if before is not None and before.folder == state and before.is_current:
            return before
        return Memory(state)

    def _workers(self) -> Executor:
        """The executor that the environment names; a preview is made on this machine."""
        address = os.environ.get(VARIABLE, "")
        if address and not self.is_preview:
            return executor_for(address)
        count = os.environ.get("ARCHIVE_WORKERS", "")
        return Processes(int(count)) if count.isdecimal() and int(count) else Processes()

    def _further_files(self, config: MkDocsConfig) -> Iterator[Path]:
        """Files besides articles, vocabulary and code that shape pages of the archive."""
        if self.settings.map.outline:
            yield self.folder / self.settings.map.outline
        if config.theme.custom_dir:
            yield Path(config.theme.custom_dir)

    def _all_links(self) -> Links:
        return self.archive.once(_all_links)


@contextmanager
def _kept_for_good() -> Iterator[None]:
    """What is made meanwhile, as all that is known of reports, stays: nobody need look for cycles in it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _all_links(archive: PublicArchive) -> Links:
    return Links(archive, addresses_of(archive))


def _warnings_counted() -> int:
    """How many warnings MkDocs' own counter has counted, which decides in strict mode."""
    counters = (h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler))
    return sum(count for counter in counters for _, count in counter.get_counts())
