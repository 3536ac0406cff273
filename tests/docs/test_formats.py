"""The page on formats has every importer, and what it says of limits and originals holds."""

from __future__ import annotations

import re

from generator.html.tree import _DEEPEST, MOST_MARKUP
from generator.html.wording import _PARAGRAPH
from generator.importers import importers
from generator.importers._warc_records import _DENSEST
from generator.importers.zip import MOST_MEMBERS, MOST_RATIO, MOST_RATIO_INSIDE
from generator.inference import FIELDS
from generator.model import TEXT, WHOLE
from generator.pipeline.importing.composing import _SUFFIXES
from tests.docs.manual import EDITORS, headings_of, rows_of

PAGE = EDITORS / "formats.md"


def test_every_importer_has_a_section_and_a_row() -> None:
    names = {importer.NAME.lower() for importer in importers()}
    assert names <= {heading.lower() for heading in headings_of(PAGE)}
    told = {
        match[1].lower() for row in rows_of(PAGE) if (match := re.match(r"\[(.+)\]\(#", row[0]))
    }
    assert told == names


def test_the_limits_are_those_of_the_code() -> None:
    text = PAGE.read_text("utf-8")
    assert f"| {TEXT // 2**20} MB |" in text
    assert f"| {WHOLE // 2**20} MB |" in text
    assert f"more than {MOST_MARKUP // 10**6} million characters" in text
    assert f"deeper than {_DEEPEST}" in text


def test_the_limits_of_zips_and_web_archives_are_those_of_the_code() -> None:
    text = PAGE.read_text("utf-8")
    assert f"more than {MOST_MEMBERS:,} files" in text
    assert f"more than {MOST_RATIO} times its size; a ZIP in a ZIP" in text
    assert f"more than {MOST_RATIO_INSIDE} times" in text
    assert f"unpacks to more than {_DENSEST} times its size" in text
    assert f"from {_PARAGRAPH} bytes on" in text


def test_originals_stand_beside_the_article_as_the_page_says() -> None:
    told = {suffix for row in rows_of(PAGE) for suffix in re.findall(r"as `(\.[\w.]+)`", row[-1])}
    assert told == set(_SUFFIXES.values())


def test_the_fields_of_a_page_are_ones_that_are_inferred() -> None:
    rows = [re.match(r"`(\w+)`$", row[0]) for row in rows_of(PAGE)]
    told = {match[1] for match in rows if match}
    assert len(told) > 5
    assert told <= {name for name, _ in FIELDS}


def test_the_refusal_that_the_manual_quotes_names_every_importer() -> None:
    text = (EDITORS / "importing.md").read_text("utf-8")
    assert f"(there are: {', '.join(importer.NAME for importer in importers())})" in text
