"""HTML bodies as Markdown: no word lost, nothing that runs, and what was structure still is."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableReport
from generator.html import fragment_blocks
from tests.inference.labelled import rendered

_TEXT = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        (
            "*a*",
            "_b_",
            "[c](d)",
            "![e]",
            "<f>",
            "&amp;",
            "# g",
            "1. h",
            "- i",
            "> j",
            "| k |",
            "`l`",
        )
    ),
)
_INLINE = ("b", "i", "em", "strong", "a", "span", "code", "u", "sup")
_BLOCK = ("p", "div", "li", "ul", "ol", "blockquote", "h1", "h3", "table", "tr", "td", "th", "pre")


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tag = st.sampled_from((*_INLINE, *_BLOCK))
    return st.builds(
        lambda name, parts: f'<{name} href="/x" onclick="y">{"".join(parts)}</{name}>',
        tag,
        st.lists(inner, max_size=4),
    )


_TREE = st.recursive(
    _TEXT.map(html.escape) | st.sampled_from(("<br>", "<hr>")), _element, max_leaves=12
)


def markdown_of(fragment: str, base: str = "https://site.example/a/b") -> str:
    return "\n\n".join(block.markdown for block in fragment_blocks(fragment, base))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@settings(max_examples=300)
@given(_TREE)
@example("<ul><li>a<li>b<ul><li>c</ul></ul>")
@example("<b>a</b><b>b</b><i>c</i>*d*")
@example('<a href="/x">a</a>[b](c)')
@example("<p>x<br><br>y</p><pre>  z\n  w</pre>")
def test_no_word_is_lost_or_added_and_their_order_stays(fragment: str) -> None:
    blocks = fragment_blocks(f"<p>begin</p>{fragment}<p>end</p>", "https://site.example/")
    expected = words(html.unescape(re.sub(r"<[^>]*>", " ", f"begin {fragment} end")))
    seen = words(rendered("\n\n".join(block.markdown for block in blocks)))
    assert "".join(seen) == "".join(expected)


@pytest.mark.parametrize(
    ("fragment", "markdown"),
    [
        ("<p>a <b>b</b>, <i>c</i></p>", "a **b**, *c*"),
        ("<p>a<b> b </b>c</p>", "a **b** c"),
        ("<p><a href='../d?e=1&amp;f'>g</a></p>", "[g](https://site.example/d?e=1&f)"),
        ("<p><a href='/d e'>g</a></p>", "[g](https://site.example/d%20e)"),
        ("<p><a href='/a_(b)'>g</a></p>", "[g](https://site.example/a_%28b%29)"),
        ("<p><a href='/أ'>g</a></p>", "[g](https://site.example/أ)"),
        (
            "<p><a href='/d'>g</a><a href='/e'>h</a></p>",
            "[g](https://site.example/d)[h](https://site.example/e)",
        ),
        (
            "<p><img src='/a.png' alt='a bridge'><a href='/d'>g</a></p>",
            "![a bridge](https://site.example/a.png)[g](https://site.example/d)",
        ),
        ("<p><a href='/d'>g</a>[h] (i)</p>", "[g](https://site.example/d)&#91;h] (i)"),
        ("<p><a href='#top'>g</a></p>", "g"),
        ("<p><a href='mailto:a@b.example'>g</a></p>", "g"),
        ("<p><a href='java\nscript:alert(1)'>g</a></p>", "g"),
        ("<p><a href='data:text/html,x'>g</a></p>", "g"),
        ("<p><a href='//h.example/x'>g</a></p>", "[g](https://h.example/x)"),
        ("<h1>a</h1><h4>b #</h4>", "## a\n\n#### b \\#"),
        ("<ol><li>a</li><li><p>b</p><p>c</p></li></ol>", "1.  a\n\n2.  b\n\n    c"),
        ("<blockquote>a<ul><li>b</ul></blockquote>", "> a\n>\n> -   b"),
        (
            "<table><tr><th>a<th>b<tr><td>c|d<td>e<br>f</table>",
            "| a | b |\n| --- | --- |\n| c&#124;d | e f |",
        ),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc"),
        ("<p>one<br>two<br>three<br>four</p>", "one  \ntwo  \nthree  \nfour"),
        ("<p>a<br>b</p>", "a\n\nb"),
        ("<p><img src='/i.jpg' alt='A boat'> b</p>", "![A boat](https://site.example/i.jpg) b"),
        ("<p><img src='/i.jpg' width=1 alt='A boat'> b</p>", "b"),
        ("<p><img src='data:image/png;base64,AAAA' alt='A boat'> b</p>", "b"),
        ("<p>a<script>b</script><style>c</style><iframe>d</iframe>e</p>", "ae"),
        ("<p style='display: none'>a</p><p hidden>b</p><p>c</p>", "c"),
        ("a<p>b</p>c", "a\n\nb\n\nc"),
        ("<pre>a\n  b</pre>", "    a\n      b"),
    ],
)
def test_structure(fragment: str, markdown: str) -> None:
    assert markdown_of(fragment) == markdown


def test_without_an_address_relative_links_are_words() -> None:
    assert markdown_of("<a href='/x'>a</a> <a href='https://h.example/y'>b</a>", "") == (
        "a [b](https://h.example/y)"
    )


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "font", "table><tr><td"])
@pytest.mark.parametrize("depth", [100, 350])
def test_deep_nesting_keeps_the_words(tag: str, depth: int) -> None:
    assert "end" in markdown_of(f"<{tag}>" * (depth // (1 + tag.count("<"))) + "end")


@pytest.mark.parametrize("depth", [3000, 300_000])
def test_absurd_nesting_is_a_named_error(depth: int) -> None:
    with pytest.raises(UnreadableReport, match="nested deeper"):
        fragment_blocks("<div>" * depth + "end")
