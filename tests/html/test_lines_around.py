"""The lines around a story that bear no mark: below a standfirst, in boxes side by side, in an abbreviation."""

from __future__ import annotations

from datetime import date

from generator.html import page_parts
from generator.model import RawReport
from tests.inference.labelled import inferred_from

_STORY = "".join(
    f"<p>On day {number} of the strike the pilots of the harbour of Marsa Tellin would bring in no ship between"
    " dusk and dawn, until the lamps on the northern mole burn again, their union said after a vote.</p>"
    for number in range(1, 7)
)


def page(head: str, headline: str = "<h1>Pilots refuse night shifts at the harbour</h1>") -> bytes:
    title = "<title>Pilots refuse night shifts at the harbour</title>"
    story = f"<article><div>{headline}{head}</div><div class='prose'>{_STORY}</div></article>"
    return f"<!doctype html><html><head>{title}</head><body><main>{story}</main></body></html>".encode()


def texts(content: bytes) -> list[str]:
    parts = page_parts(RawReport.of("page.html", content, date(2025, 3, 1)))
    return [block.text for block in parts.blocks]


_STANDFIRST = (
    "<p class='lead'>The lamps on the northern mole have been dark since November, and nobody mends"
    " them.</p>"
)
_BOXES = (
    "<div class='flex'><span>By <a href='/p/v'>Yusra Venn</a> and <a href='/p/o'>Dag Oril</a></span>"
    "<span>14 February 2019</span><span>5 min read</span></div>"
)


def test_a_byline_below_the_standfirst_is_read() -> None:
    findings = inferred_from(page(_STANDFIRST + _BOXES), "page.html").findings
    assert findings["authors"].value == ["Yusra Venn", "Dag Oril"]
    assert findings["date"].value == "2019-02-14"
    assert findings["title"].value == "Pilots refuse night shifts at the harbour"


def test_it_stands_where_the_page_has_it_and_leaves_the_body() -> None:
    lines = texts(page(_STANDFIRST + _BOXES))
    standfirst = next(n for n, line in enumerate(lines) if line.startswith("The lamps"))
    assert lines[standfirst + 1 : standfirst + 3] == [
        "By Yusra Venn and Dag Oril",
        "14 February 2019",
    ]
    body = inferred_from(page(_STANDFIRST + _BOXES), "page.html").body
    assert "Yusra" not in body
    assert "The lamps on the northern mole" in body


def test_what_says_nothing_of_author_or_day_stays_out() -> None:
    lines = texts(page(_STANDFIRST + "<div>Share this page</div><div>Read aloud</div>"))
    assert not {"Share this page", "Read aloud"} & {*lines}


def test_a_word_behind_its_initial_stays_whole() -> None:
    lines = texts(page("<div><span>B</span><span>y Yusra Venn</span> <a>Mc</a><a>neil</a></div>"))
    assert "By Yusra Venn Mcneil" in lines


def test_hatom_tells_the_day_in_an_abbreviation() -> None:
    head = "<div><abbr class='published' title='2012-04-14T21:14:00+02:00'>9:14 PM</abbr></div>"
    finding = inferred_from(page(head), "page.html").findings["date"]
    assert finding.value == "2012-04-14"


def test_the_printed_headline_is_the_title_whatever_networks_are_told() -> None:
    content = page("").replace(
        b"<title>Pilots refuse night shifts at the harbour</title>",
        b"<title>Marsa Tellin strike news</title><meta property='og:title' content='Marsa Tellin strike news'>"
        b"<meta name='twitter:title' content='Marsa Tellin strike news'>",
    )
    assert inferred_from(content, "page.html").findings["title"].value == (
        "Pilots refuse night shifts at the harbour"
    )


_FRAME = "<tr><td colspan=2>Home | World | Letters | Archive</td></tr><tr><td>Log in</td><td>Saturday</td></tr>"


def test_a_table_that_is_a_pages_frame_is_no_part_of_the_story() -> None:
    story = f"<table>{_FRAME}<tr><td>Related</td><td>{_STORY}</td></tr></table>"
    page = f"<html><head><title>Pilots</title></head><body>{story}</body></html>"
    shown = "\n".join(inferred_from(page.encode(), "page.html").body.splitlines())
    assert "day 6 of the strike" in shown
    assert "Letters" not in shown


def test_a_table_of_the_report_stays() -> None:
    table = "<table><tr><th>Harbour</th><th>Ships</th></tr><tr><td>Marsa Tellin</td><td>17</td></tr></table>"
    page = f"<html><body><article><h1>Pilots</h1>{table}{_STORY}</article></body></html>"
    assert "| Marsa Tellin | 17 |" in inferred_from(page.encode(), "page.html").body


def test_a_table_below_the_first_paragraph_stays_whoever_has_its_rights() -> None:
    cells = "<tr><th>Harbour</th><th>Map</th></tr><tr><td>Marsa Tellin</td><td>© Rim Maps</td></tr>"
    table = f"<table>{cells}</table>"
    page = f"<html><body><article><h1>Pilots</h1>{_STORY}{table}{_STORY}</article></body></html>"
    assert "| Marsa Tellin |" in inferred_from(page.encode(), "page.html").body


def test_a_line_with_author_place_and_day_is_no_paragraph() -> None:
    head = (
        "<p class='meta'>Par Ysaline Corbier, envoyée spéciale à Tessel Publié le 12 avril 2021 à 06h00 – Mis à"
        " jour le 03 mai 2021 à 08h12</p>"
    )
    findings = inferred_from(page(head), "page.html").findings
    assert findings["date"].value == "2021-04-12"
    assert findings["authors"].value == ["Ysaline Corbier"]
