"""A small archive built by MkDocs, as `mkdocs build` does it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.conftest import SmallArchive

CONFIG = """\
site_name: Harbour Watch
site_url: https://harbour.example/archive/
theme: {name: material, font: false, features: [navigation.tabs]}
plugins:
  - archive:
      organisation: Harbour Watch
      contact: desk@harbour.example
      languages:
        en: {site_name: Harbour Watch}
        ar: {site_name: مرصد الميناء}
markdown_extensions: [tables, footnotes, attr_list, md_in_html]
nav:
  - Home: index.md
  - Reports: /browse/
  - Notes: notes/method.md
  - ar:
      - الرئيسية: ar/index.md
      - التقارير: /ar/browse/
"""


@dataclass(frozen=True)
class SiteArchive(SmallArchive):
    """An archive that can be built."""

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def build(
        self,
        *,
        strict: bool = True,
        command: Literal["build", "serve"] = "build",
        prepare: Callable[[MkDocsConfig], None] | None = None,
    ) -> None:
        """What `mkdocs build` or `serve` does; ``prepare`` may change the configuration before."""
        with (self.folder / "mkdocs.yml").open("rb") as file:
            config = load_config(
                io.BytesIO(file.read()), config_file_path=str(file.name), strict=strict
            )
        if prepare is not None:
            prepare(config)
        config.plugins.on_startup(command=command, dirty=False)
        build(config)
        config.plugins.on_shutdown()

    def page(self, address: str) -> str:
        """A page of the built site."""
        return (self.site / address / "index.html").read_text("utf-8")

    def addresses(self) -> set[str]:
        """The address of every page of the built site."""
        pages = self.site.rglob("index.html")
        return {page.parent.relative_to(self.site).as_posix() + "/" for page in pages}


@pytest.fixture
def site_archive(archive: SmallArchive) -> SiteArchive:
    """An archive with hand-written pages and no report yet."""
    site = SiteArchive(archive.folder)
    site.write("mkdocs.yml", CONFIG)
    site.write("docs/index.md", "---\ntitle: Home\ntemplate: home.html\n---\n\n# Harbour Watch\n")
    site.write(
        "docs/ar/index.md", "---\ntitle: الرئيسية\ntemplate: home.html\n---\n\n# مرصد الميناء\n"
    )
    site.write("docs/notes/method.md", "# How we work\n")
    return site
