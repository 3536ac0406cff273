"""The report's part of a page is the one that trafilatura's whole cascade finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.saved_pages import saved_pages
from generator.html import PageParts, page_parts
from generator.html.extraction import main_part
from generator.html.tree import parse_page
from generator.model import RawReport

_SAMPLES = sorted(Path("tests/samples/html").glob("*.html"))
_STORY = "<p>" + "</p><p>".join(
    f"The council of ward {n} met in the old mill. " * 4 for n in range(4)
)
_LONG = "".join(
    f"<p>{'Ward after ward was flooded, and nobody came to help. ' * 5}</p>" for _ in range(9)
)
_MENU = "".join(f"<li><a href='/{n}'>Ward number {n} and its news</a></li>" for n in range(200))
_NOTES = "".join(
    f"<div class='x{n}'>{'A note of the editors, no paragraph. ' * 9}</div>" for n in range(9)
)
_SHAPES = {
    "short": "<p>One line.</p>",
    "empty": "",
    "mostly links": f"<ul>{_MENU}</ul><article>{_STORY}</article>",
    "little of a long page": f"<article>{_STORY}</article><section>{_NOTES}</section>",
    "the longer part elsewhere": f"<article>{_STORY}</article><div id='x'>{_LONG}</div>",
    "no paragraph": f"<div id='content'>{_NOTES}</div>",
    "tables": f"<article><table><tr><td>{'cell ' * 90}</td></tr></table></article>",
    "thread": (
        '<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>'
        f"<div class='comments'><div class='comment'>{_STORY}</div></div>"
    ),
}


def _parts(page: str) -> PageParts:
    return page_parts(RawReport.of("page.html", page.encode(), date(2024, 1, 1)))


def _by_trafilatura(content: bytes) -> bytes:
    from trafilatura import bare_extraction

    document = bare_extraction(
        parse_page(content),
        include_comments=False,
        include_formatting=True,
        include_images=True,
        include_links=True,
    )
    body = getattr(document, "body", None)
    return b"" if body is None else etree.tostring(body)


@pytest.mark.parametrize(
    "content",
    [
        *(file.read_bytes() for file in _SAMPLES),
        *saved_pages(6),
        *(f"<html><body>{body}</body></html>".encode() for body in _SHAPES.values()),
    ],
    ids=[*(file.stem for file in _SAMPLES), *map(str, range(6)), *_SHAPES],
)
def test_what_is_not_run_would_have_changed_nothing(content: bytes) -> None:
    root = parse_page(content)
    before = etree.tostring(root)
    found = main_part(root)
    assert (b"" if found is None else etree.tostring(found)) == _by_trafilatura(content)
    assert etree.tostring(root) == before


def test_a_byline_below_a_long_headline_is_seen() -> None:
    """Extraction takes the headline for the story's beginning; what stands below it is still above."""
    headline = "Ward council of Nuwar votes to mend the old mill before the rains of spring"
    page = (
        f"<html><body><article><header><h1>{headline}</h1><div>By Ines Torvald</div></header>"
        f"{_STORY}</article></body></html>"
    )
    assert "By Ines Torvald" in [block.text for block in _parts(page).blocks]


def test_menus_and_sidebars_are_no_lines_above_the_story() -> None:
    page = (
        "<html><body><h1>Ward council votes</h1><nav><ul><li>By the river</li></ul></nav>"
        f"<div class='sidebar'><p>By Clara Vestrin</p></div><p>By Ines Torvald</p>{_STORY}</body></html>"
    )
    texts = [block.text for block in _parts(page).blocks]
    assert "By Ines Torvald" in texts
    assert not {"By the river", "By Clara Vestrin"} & set(texts[: texts.index("By Ines Torvald")])


def test_a_rights_line_may_stand_in_any_part_of_the_page() -> None:
    page = (
        f"<html><body><article><h1>Votes</h1>{_STORY}</article>"
        "<footer class='footer'><ul><li>Copyright <b>2019</b> Tarn Mirror</li></ul></footer></body></html>"
    )
    assert _parts(page).blocks[-1].text == "Copyright 2019 Tarn Mirror"


def test_arabic_in_glyphs_is_spelt_in_letters() -> None:
    head = "<title>ﺳﻘﻮط ﺟﺴﺮ ﻓﻲ ﻗﺎرة</title><meta name='author' content='ﻛﺮﻳﻢ ﺣﺪاد'>"
    story = "<p>ﻗﺎل اﻟﻤﺴﺆوﻟﻮن إن اﻟﺠﺴﺮ ﺳﻴﺒﻘﻰ ﻣﻐﻠﻘﺎ ﺣﺘﻰ اﻧﺘﻬﺎء اﻟﻔﻴﻀﺎن.</p>" * 9
    page = f"<html><head>{head}</head><body><article>{story}</article></body></html>"
    root = parse_page(page.encode())
    assert root.findtext(".//title") == "سقوط جسر في قارة"
    assert root.xpath("string(.//meta/@content)") == "كريم حداد"
    assert root.findtext(".//p") == "قال المسؤولون إن الجسر سيبقى مغلقا حتى انتهاء الفيضان."


@pytest.mark.parametrize("before", ["", "\ufeff", "\n "])
def test_a_page_may_begin_with_an_xml_declaration(before: str) -> None:
    head = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'
    page = f"{before}{head}<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Votes</h1>{_STORY}</body></html>"
    assert len(_parts(page).blocks) > 2
