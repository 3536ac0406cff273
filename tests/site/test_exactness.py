"""The page shell is exact: MkDocs, sent the same report the slow way, writes the same bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast
from urllib.parse import unquote

import pytest
from markupsafe import Markup
from mkdocs.config.base import LegacyConfig
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as DocsPage
from mkdocs.utils.templates import TemplateContext

from generator.model import PublicReport
from generator.pages import all_pages
from generator.plugin import ArchivePlugin
from generator.plugin.theme import TEMPLATE, TOC, MkDocsTheme, contents
from generator.rendering import SafeBodyExtension, Slots
from generator.rendering.links import Links
from tests.site.conftest import SiteArchive

MARKDOWN = """\
First paragraph with *emphasis*, `code`, a [link](https://else.example/?a=1&b=2) and a note[^1].

## A heading & more

- one
- two <b>bold</b> <script>alert(1)</script>

### Below it

| place | number |
|-------|--------|
| Tarn  | 3      |

> A quote.

فقرة بالعربية وسط نص إنجليزي.

![remote](https://else.example/x.png) and [another](../2015/2015-plain.md).

    code block

[^1]: The note.
"""


@pytest.fixture
def rich_archive(site_archive: SiteArchive) -> SiteArchive:
    """Reports of every shape: prose and Markdown, both directions, every field."""
    site_archive.article("2015/2015-plain", "Only prose.\n\nIn two paragraphs.", date="2015-03-01")
    site_archive.article("2016/marked-up", MARKDOWN, date="2016-10?", warning="Injuries.")
    site_archive.article("2016/empty", "", date="2016", display="link", url="https://else.example/")
    site_archive.article(
        "2017/quotes",
        "A text.",
        title='"No" & <em>never</em> — it’s 100% {{ page.title }} $1 \\1',
        date="[2017-01-06,2017-01-13]",
        inferred={"title": "first line", "date": "'on Friday' & <b>more</b>"},
        corrections=[{"date": "2018-01-01", "note": "A <name> was misspelt."}],
        authors=["Mira O'Holt"],
        tags=["siege"],
        summary="A summary.",
    )
    site_archive.article("2018/ميناء", "نص عربي.\n\nEnglish in between.\n\n## عنوان", language="ar")
    site_archive.article("2018/deep/er/still", "Deep.", language="fr", date="2018-05-05")
    site_archive.with_original("2019/with-original", date="2019-01-01")
    return site_archive


class SlowWay(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """Sends every page through MkDocs as one of its own files, and keeps what it rendered."""

    def __init__(self, archive: ArchivePlugin) -> None:
        self.archive = archive
        self.safety = SafeBodyExtension()
        self.rendered: dict[str, str] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        extensions: list[Any] = [*config.markdown_extensions, self.safety]
        config.markdown_extensions = extensions
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        self.pages = {page.address: page for page in all_pages(self.archive.archive)}
        for page in self.pages.values():
            report = page.context.get("report")
            body = report.body if isinstance(report, PublicReport) else ""
            content = f"---\ntemplate: {TEMPLATE}\n---\n\n{body}"
            files.append(File.generated(config, f"{page.address}index.md", content=content))
        return files

    def on_page_markdown(
        self, markdown: str, page: DocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        own = self.pages.get(unquote(page.url))
        if own is not None:
            report = own.context.get("report")
            language = report.language if isinstance(report, PublicReport) else own.language
            links = Links(self.archive.archive).resolver(own.address)
            self.safety.prepare(rtl=language == "ar", resolve=links)
        return markdown

    def on_page_context(
        self, context: TemplateContext, page: DocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        own = self.pages.get(unquote(page.url))
        if own is None:
            return context
        plugin = self.archive
        plugin.languages.enter(own.language)
        slots = plugin.renderer.slots(own)
        page.toc = contents(page.toc)
        page.meta = {}
        page.title = slots.title
        body = Markup(page.content or "")
        toc = plugin.theme.environment.from_string(TOC).render(page=page, config=config)
        by_mkdocs = replace(slots, toc=toc, content=plugin.renderer.fragment(own, body))
        values = {"archive_slots": by_mkdocs, "nav": plugin.languages.navigation(own.language)}
        cast(dict[str, Any], context).update(values)
        return context

    def on_post_page(self, output: str, page: DocsPage, config: MkDocsConfig) -> str:
        self.rendered[unquote(page.url)] = output
        return output


def test_the_shell_gives_the_bytes_that_mkdocs_would(rich_archive: SiteArchive) -> None:
    slow: list[SlowWay] = []

    def add(config: MkDocsConfig) -> None:
        plugin = config.plugins["archive"]
        assert isinstance(plugin, ArchivePlugin)
        slow.append(SlowWay(plugin))
        config.plugins["slow"] = slow[0]

    rich_archive.build(prepare=add)
    pages = slow[0].pages
    assert len([page for page in pages.values() if page.template == "report.html"]) == 7
    assert {page.language for page in pages.values()} == {"en", "ar"}
    for address in pages:
        assert rich_archive.page(address) == slow[0].rendered[address], address


def test_pages_share_their_shells(rich_archive: SiteArchive) -> None:
    rendered: list[tuple[str, str]] = []

    def count(config: MkDocsConfig) -> None:
        plugin = config.plugins["archive"]
        assert isinstance(plugin, ArchivePlugin)
        plain = MkDocsTheme.render

        def counting(self: MkDocsTheme, slots: Slots, language: str, address: str) -> str:
            rendered.append((language, address))
            return plain(self, slots, language, address)

        monkey.setattr(MkDocsTheme, "render", counting)

    with pytest.MonkeyPatch.context() as monkey:
        rich_archive.build(prepare=count)
    assert len(rendered) == len(set(rendered))
    assert len(rich_archive.addresses()) > 2.5 * len(rendered)
