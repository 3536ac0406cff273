"""Bodies: what Markdown becomes, and what never gets through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering import BodyRenderer
from generator.rendering.markup import is_rtl, is_safe_link, plain_text


def render(body: str, *, rtl: bool = False) -> str:
    return (
        BodyRenderer(("tables", "footnotes", "attr_list", "md_in_html"), {})
        .render(body, rtl=rtl)
        .html
    )


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java&#115;cript:alert(1)",
        "java&amp;#115;cript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
    ],
)
def test_links_that_could_run_something_lead_nowhere(target: str) -> None:
    assert not is_safe_link(target)
    assert not re.search(rf'href="{re.escape(target.strip())}', render(f"[x](<{target}>)"))


@pytest.mark.parametrize(
    "target",
    ["https://a.example/", "http://a.example", "../x/", "#top", "mailto:a@b.example", "x:y/z"[2:]],
)
def test_ordinary_links_are_left_as_they_are(target: str) -> None:
    assert is_safe_link(target)
    assert f'href="{target}"' in render(f"[x]({target})")


def test_raw_html_is_shown_as_text() -> None:
    rendered = render('<div onclick="x()">a</div>\n\ntext <b>bold</b> <script>alert(1)</script>')
    assert "<div" not in rendered
    assert "<b>" not in rendered
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in rendered


def test_attributes_that_run_something_go() -> None:
    rendered = render("A paragraph.\n{: onclick=alert(1) style=color:red .kept }")
    assert 'class="kept"' in rendered
    assert "onclick" not in rendered
    assert "style" not in rendered


def test_pictures_from_elsewhere_become_links() -> None:
    rendered = render("![a map](https://else.example/map.png) and ![own](map.png)")
    assert '<a href="https://else.example/map.png" rel="noreferrer">a map</a> and' in rendered
    assert '<img alt="own" src="map.png"' in rendered
    assert "<img" not in render("![x](//else.example/x.png)")


def test_blocks_in_the_other_direction_are_marked() -> None:
    assert '<p dir="auto">نص عربي</p>' in render("English.\n\nنص عربي")
    assert '<p dir="auto">English.</p>' in render("English.\n\nنص عربي", rtl=True)
    assert "dir=" not in render("English, 12.")
    assert "dir=" not in render("12 – 13")


def test_one_renderer_forgets_the_body_before() -> None:
    renderer = BodyRenderer(("footnotes", "toc"), {})
    first = renderer.render("## One\n\nText[^1].\n\n[^1]: Note.", rtl=False)
    second = renderer.render("Plain.", rtl=False)
    assert [heading["name"] for heading in first.headings] == ["One"]
    assert second.html == "<p>Plain.</p>"
    assert second.headings == []


@given(
    st.text(alphabet=st.sampled_from("<>&\"'()[]!#:/ \n\t`*_{}=abjscriptonerg;&#x"), max_size=120)
)
def test_no_body_makes_an_element_that_runs(body: str) -> None:
    rendered = render(body).lower()
    for dangerous in ("<script", "<iframe", "<object", "<embed", "<svg", "<style", "<form"):
        assert dangerous not in rendered


def test_plain_text_has_the_words_and_no_markup() -> None:
    rendered = render("# A\n\nb *c* &amp; d\n\n- e\n- f\n\n| g | h |\n|---|---|\n| i | j |")
    assert plain_text(rendered) == "A b c & d e f g h i j"


@pytest.mark.parametrize(
    ("text", "expected"), [("abc", False), ("١٢ عربي abc", True), ("12 – !", None)]
)
def test_direction_by_the_first_letter(text: str, expected: bool | None) -> None:
    assert is_rtl(text) is expected
