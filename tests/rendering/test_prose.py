"""The way around Markdown for plain prose gives Markdown's own bytes, wherever it is taken."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.rendering.markup import BodyRenderer, paragraphs_of
from generator.rendering.prose import KNOWN_EXTENSIONS, prose_text

ALL = tuple(sorted(KNOWN_EXTENSIONS - {"extra"}))
SLOW = BodyRenderer(ALL, {}, prose_apart=False)
FAST = BodyRenderer(ALL, {})

LETTERS = "ab Z.,;:'\"()-–—!?/@%$^~=+#&1234567890٣اب ةﷺé\n\n\n"
MARKS = "\\`*_[]{}<>|\t\r\x00\x02\x0b\x0c\x1c\x85\xa0\u2028\u3000\u200f\ufeff"
LINES = st.lists(
    st.one_of(
        st.text(LETTERS, max_size=20),
        st.text(LETTERS + MARKS, max_size=12),
        st.sampled_from(
            [
                "",
                "---",
                "===",
                "1. a",
                "٣. a",
                "- a",
                ": a",
                "# a",
                "!!! a",
                "&amp;",
                "&",
                "a  ",
                "    a",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=8,
)


@given(LINES, st.booleans())
@example(["A & B, AT&T; &c; &copy"], False)
@example(["نص عربي", "", "English"], True)
@example(["a", "", "", "", "b", ""], False)
@example(["\xa0a", "", "\u3000", "b"], False)
@example(["a", "-", "b", "=="], False)
def test_prose_is_what_markdown_makes_of_it(lines: list[str], rtl: bool) -> None:
    body = "\n".join(lines)
    assert FAST.render(body, rtl=rtl) == SLOW.render(body, rtl=rtl)


@pytest.mark.parametrize(
    "body",
    [
        "A paragraph.\n\nAnother (with “quotes”, 3 % & more): it’s plain!\nIn two lines.",
        "فقرة أولى، فيها أرقام 12 و٣.\n\nوفقرة ثانية؛ وسؤال؟",
        "Q&A at 10:30 – 5/6 of $20. No. 7; e-mail a@b.example",
    ],
)
def test_ordinary_texts_take_the_short_way(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = BodyRenderer(("tables", "footnotes"), {})
    expected = BodyRenderer(("tables", "footnotes"), {}, prose_apart=False).render(body, rtl=False)
    monkeypatch.setattr(renderer, "_by_markdown", None)
    assert renderer.render(body, rtl=False) == expected


def test_an_extension_that_is_not_known_is_always_asked() -> None:
    assert "&ldquo;" in BodyRenderer(("smarty",), {}).render('He said "no".', rtl=False).html


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "plain words",
                "*em*",
                "**strong**",
                "_u_",
                "`code`",
                "[a](b)",
                "[a]",
                "[^1]",
                "![i](p)",
            ),
            *(
                "[^1]: a note",
                "[a]: /b",
                "<https://a.example>",
                "<a@b.example>",
                "&amp;",
                "A & B",
                "a  ",
            ),
            *(
                "- item",
                "1. item",
                "> quoted",
                "# Head",
                "| a | b |",
                "|---|---|",
                "a *b",
                "\\*",
                "c* d",
            ),
            *(
                "*[HTML]: words",
                "HTML",
                "term",
                ": meaning",
                "!!! note",
                "    inside",
                "",
                "",
                "{: #id }",
            ),
            *(
                '"So," she said',
                "12 people",
                "1990. A year",
                "(a) first",
                "a | b",
                "- - -",
                "--- | ---",
            ),
        ]
    ),
    max_size=10,
)


@given(PIECES, st.sampled_from(["\n", " "]))
@example(["*em*", "", "HTML", "", "*[HTML]: words"], "\n")
@example(["- item", "a  ", "plain words"], "\n")
@example(["plain words", "1990. A year"], "\n")
@example(["- item", "", "    # Head", "    12 people"], "\n")
@example(["plain words", "", "a | b", "--- | ---"], "\n")
def test_blocks_without_marks_are_what_markdown_makes_of_them(pieces: list[str], by: str) -> None:
    body = by.join(pieces)
    assert FAST.render(body, rtl=False) == SLOW.render(body, rtl=False)


@given(LINES)
@example(["A & B, AT&T; &c; &copy"])
@example(["one", "two", "", "", " ", "three"])
def test_the_words_of_prose_are_those_of_its_html(lines: list[str]) -> None:
    body = "\n".join(lines)
    words = prose_text(body)
    if words is not None:
        assert words == paragraphs_of(FAST.render(body, rtl=False).html)
