"""Material's stylesheets lose what no page of the site has, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.plugin.trimming import trim
from tests.site.conftest import CONFIG, SiteArchive

CSS = (
    '@charset "UTF-8";.md-typeset{color:red}.md-search__form{a:b}.md-top,.md-tabs{a:b}'
    "@media screen{.md-dialog{a:b}.md-footer{a:b}}@media print{.md-version--x{a:b}}"
    ":root{--md-version-icon:url(\"data:image/svg+xml;charset=utf-8,<svg d='M1;2'/>\")}"
    ":root{--md-toc-icon:url('data:image/svg+xml;x')}"
    "[data-md-color-primary=teal]{a:b}[data-md-color-primary=indigo],[data-md-color-accent=red]{a:b}"
    ".md-tabs:not(.md-top){a:b}.md-topic{a:b}.md-postscript{a:b}.md-nav--primary .md-nav__title{a:b}"
)


def test_rules_go_by_what_they_name() -> None:
    assert trim(CSS, {"indigo"}) == (
        '@charset "UTF-8";.md-typeset{color:red}.md-tabs{a:b}@media screen{.md-footer{a:b}}'
        ":root{--md-toc-icon:url('data:image/svg+xml;x')}[data-md-color-primary=indigo]{a:b}"
        ".md-tabs:not(.md-top){a:b}.md-topic{a:b}.md-postscript{a:b}"
    )


def linked(archive: SiteArchive, address: str) -> list[Path]:
    page = archive.page(address)
    found = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    return [(archive.site / address / link).resolve() for link in found]


def test_every_page_links_to_the_lighter_sheets(site_archive: SiteArchive) -> None:
    site_archive.article("2016/one", date="2016-10-28")
    site_archive.build()
    for address in (".", "ar/", "reports/2016/one/", "notes/method/"):
        sheets = linked(site_archive, address)
        assert len(sheets) >= 2
        assert all(sheet.is_file() for sheet in sheets), address
        main = next(sheet for sheet in sheets if sheet.name.startswith("main."))
        text = main.read_text("utf-8")
        assert 50_000 < len(text) < 110_000
        assert text.count("{") == text.count("}")
        assert ".md-typeset h1" in text
        assert ".md-search__form" not in text


def test_with_the_script_of_material_all_rules_stay(site_archive: SiteArchive) -> None:
    site_archive.write("mkdocs.yml", CONFIG.replace("[navigation.tabs]", "[navigation.top]"))
    site_archive.build()
    main = next(sheet for sheet in linked(site_archive, ".") if sheet.name.startswith("main."))
    assert main.name.endswith(".min.css")
    assert ".md-search__form" in main.read_text("utf-8")


@pytest.mark.parametrize("colour", ["teal", "deep purple"])
def test_the_colours_of_the_site_stay(site_archive: SiteArchive, colour: str) -> None:
    config = CONFIG.replace("font: false,", f"font: false, palette: {{primary: {colour}}},")
    site_archive.write("mkdocs.yml", config)
    site_archive.build()
    sheet = next(file for file in linked(site_archive, ".") if file.name.startswith("palette."))
    text = sheet.read_text("utf-8")
    assert f"[data-md-color-primary={colour.replace(' ', '-')}]" in text
    assert "[data-md-color-primary=lime]" not in text
