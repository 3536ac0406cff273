"""What a page without h1 marks as its headline, and boxes that a style sets side by side."""

from __future__ import annotations

import pytest

from generator.html.headlines import HEADLINE, candidates
from generator.html.tree import parse_page
from generator.html.visible import lines_of

_STORY = (
    "<p>" + "The harbour of Ruman was shelled in the night, and two boats burned. " * 12 + "</p>"
)
_TITLE = "Boats burn in the harbour of Ruman"


def headlines(body: str, title: str = "The Gazette") -> list[str]:
    root = parse_page(
        f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()
    )
    return [c.value for c in candidates(root) if c.field == "title" and c.place == HEADLINE]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f'<div><h2 class="itemTitle">{_TITLE}</h2>{_STORY}</div>', [_TITLE]),
        (f'<div><h2 itemprop="headline">{_TITLE}</h2>{_STORY}</div>', [_TITLE]),
        (f'<div><h2 class="contentheading">{_TITLE}</h2>{_STORY}</div>', [_TITLE]),
        (f"<div><h2>{_TITLE}</h2>{_STORY}</div>", []),
        (f'<h1>Another</h1><div><h2 class="itemTitle">{_TITLE}</h2>{_STORY}</div>', []),
        (f'<div>{_STORY}</div><div><h3 class="item-title">{_TITLE}</h3></div>', []),
        (
            f'<div><h2 class="post-title">{_TITLE}</h2>{_STORY}</div>'
            f'<div><h2 class="post-title">Another day</h2>{_STORY}</div>',
            [],
        ),
    ],
)
def test_a_heading_that_the_theme_marks(body: str, found: list[str]) -> None:
    assert headlines(body) == found


def test_a_heading_by_itself_has_to_agree_with_the_title_element() -> None:
    body = f'<div><h3 class="item-title">{_TITLE}</h3></div><div>{_STORY}</div>'
    assert headlines(body, f"The Gazette - {_TITLE}") == [_TITLE]


@pytest.mark.parametrize(
    ("body", "title", "found"),
    [
        (f'<table><tr><td class="newstitle">{_TITLE}</td></tr></table>', "The Gazette", [_TITLE]),
        (f'<p><span class="contentheading">{_TITLE}</span></p>', "The Gazette", [_TITLE]),
        (f'<div id="news_title">{_TITLE}</div>', f"{_TITLE} - The Gazette", [_TITLE]),
        ('<div id="title">News of the coast, daily</div>', "The Gazette", []),
        ('<td class="newstitle">News of today</td>', "The Gazette", []),
        (f'<h1>Another one here</h1><span class="newstitle">{_TITLE}</span>', "The Gazette", []),
        (
            f'<p class="newstitle">{_TITLE}</p><p class="newstitle">Another boat sinks today</p>',
            "The Gazette",
            [],
        ),
    ],
)
def test_a_page_of_tables_marks_a_cell(body: str, title: str, found: list[str]) -> None:
    assert headlines(f"{body}<div>{_STORY}</div>", title) == found


def test_boxes_with_an_empty_one_between_them_stand_apart() -> None:
    root = parse_page(
        b'<html><body><div><span>Jelena Ostojin</span><span class="sep"></span><span>VIRN</span></div>'
        b"<div><span>B</span><span></span><span>oats</span></div></body></html>"
    )
    assert [line for _, line in lines_of(root)] == ["Jelena Ostojin", "VIRN", "Boats"]
