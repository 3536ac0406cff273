"""The map of the code, the ways between pages, and the paths that they name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.docs.manual import CONTRIBUTING, DOCS, PAGES, README, ROOT, code_of, label, rows_of
from tests.test_layers import LEVELS

_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_PATH = re.compile(r"(?:generator|tests|requirements|docs|\.ci|\.github)/[\w./-]+")
_MADE_BY_EXAMPLE = ("<", "…")
DECISIONS = CONTRIBUTING / "decisions"


def test_the_map_in_the_readme_has_every_package() -> None:
    told = {row[0].strip("`").strip("/").removesuffix(".py") for row in rows_of(README)}
    assert [name for name in LEVELS if f"generator/{name}" not in told] == []


def test_links_of_the_readme_lead_to_files() -> None:
    links = _LINK.findall(README.read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=label)
def test_paths_that_a_page_names_exist(page: Path) -> None:
    for code in code_of(page):
        if "\n" in code or any(sign in code for sign in _MADE_BY_EXAMPLE):
            continue
        for path in _PATH.findall(code):
            assert (ROOT / path).exists(), f"{label(page)} names {path}"


def test_every_page_is_in_the_navigation() -> None:
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
    listed = set(re.findall(r"[\w/.-]+\.md", str(nav)))
    assert listed == {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}


def test_decisions_have_their_three_parts_and_are_listed() -> None:
    index = (DECISIONS / "index.md").read_text("utf-8")
    pages = sorted(DECISIONS.glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text("utf-8")
        assert f"]({page.name})" in index
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ]
