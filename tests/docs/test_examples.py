"""What the manual shows is what the archive does: fields, dates, terms, settings, messages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from generator import frontmatter
from generator.catalogue import Catalogue
from generator.dates import parse_edtf
from generator.model import FIELD_ORDER, sift
from generator.settings import LanguageSettings, RobotsSettings, SecuritySettings, Settings
from generator.vocabulary import Term
from tests.docs.manual import CONTRIBUTING, DOCS, EDITORS, ROOT, rows_of, yaml_of

FIELDS = EDITORS / "front-matter.md"
ARABIC = DOCS / "ar" / "editors.md"
_LONG_ENOUGH = 4


def unquoted(cell: str) -> str:
    """A table's cell without its backticks."""
    return cell.strip("`")


def dates_in(page: Path) -> dict[str, str]:
    """Dates as written, with the words that the page says they are shown in."""
    rows = [row for row in rows_of(page) if re.match(r"`(?:[\d\[]|\.\.|XXXX)", row[0])]
    return {unquoted(row[0]): row[1] for row in rows}


@pytest.mark.parametrize(("page", "language"), [(FIELDS, "en"), (ARABIC, "ar")])
def test_dates_are_shown_as_the_manual_says(page: Path, language: str) -> None:
    told = dates_in(page)
    assert len(told) > _LONG_ENOUGH
    words = Catalogue(language)
    assert told == {text: words.date(parse_edtf(text)) for text in told}


def test_every_field_is_described_once_in_order() -> None:
    told = [unquoted(row[0]) for row in rows_of(FIELDS)]
    assert [name for name in told if name in FIELD_ORDER] == list(FIELD_ORDER)


def test_the_arabic_page_names_fields_that_exist() -> None:
    told = [unquoted(row[0]) for row in rows_of(ARABIC) if re.match(r"`[a-z_]+`$", row[0])]
    assert told
    assert set(told) <= set(FIELD_ORDER)


@pytest.mark.parametrize("page", [FIELDS, EDITORS / "publishing.md"], ids=lambda page: page.stem)
def test_examples_of_front_matter_are_valid(page: Path) -> None:
    blocks = list(yaml_of(page))
    assert blocks
    for block in blocks:
        text = block if block.startswith("---") else f"---\ntitle: A report\n{block}---\n"
        _, mistakes = sift(frontmatter.parse(text).fields)
        assert not mistakes, block


def test_the_example_of_a_term_is_valid() -> None:
    (block,) = yaml_of(EDITORS / "vocabulary.md")
    (entry,) = yaml.safe_load(block)
    term = Term.model_validate(entry)
    told = {unquoted(row[0]) for row in rows_of(EDITORS / "vocabulary.md")}
    assert told == set(type(term).model_fields)


def test_every_setting_is_described() -> None:
    text = (CONTRIBUTING / "index.md").read_text("utf-8")
    parts = (Settings, LanguageSettings, SecuritySettings, RobotsSettings)
    names = {name for part in parts for name in part.model_fields}
    assert [name for name in sorted(names) if f"`{name}`" not in text] == []


def test_every_message_of_the_manual_is_one_of_the_archive() -> None:
    """Messages as the page on checking quotes them, … standing for what varies."""
    folder = ROOT / "generator"
    source = "\n".join(file.read_text("utf-8") for file in sorted(folder.rglob("*.py")))
    source = re.sub(r'"\s*\n\s*f?"', "", source)
    quoted = [re.match(r"`(.+)`$", row[0]) for row in rows_of(EDITORS / "checking.md")]
    parts = [part for match in quoted if match for part in match[1].split("…")]
    parts = [part for part in parts if len(part) > _LONG_ENOUGH and not part.startswith("-")]
    assert parts
    assert [part for part in parts if part not in source] == []


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = (CONTRIBUTING / "dependencies.md").read_text("utf-8")
    assert [name for name in project["dependencies"] if f"`{name}`" not in text] == []
