"""A paragraph of plain text, written as Markdown and rendered, reads as it did."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.escaping import as_markdown

from .labelled import rendered

_MARKUP = (
    *(
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "\\",
        "#",
        "##",
        ">",
        "<",
        "&",
        "|",
        "~",
        "^",
        "=",
        "==",
        "+",
    ),
    *(
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        ":",
        "!",
        "!!!",
        "-",
        "--",
        "---",
        "***",
        '"',
        "'",
        "$",
        ";",
        "?",
    ),
    *(
        "[^1]",
        "[^1]:",
        "[TOC]",
        "[a]: b",
        "*[HTML]:",
        "{: .x }",
        "{#id}",
        "!!! note",
        ": term",
        "?",
    ),
    *(
        "<b>",
        "</div>",
        "<div markdown=1>",
        "<!--",
        "-->",
        "<?php",
        "<http://a.example>",
        "&amp;",
        "&#42;",
    ),
    *(
        "1.",
        "12)",
        "٣.",
        "a",
        "Ab",
        "b_c",
        "قال",
        "é",
        " ",
        "  ",
        "\t",
        "\xa0",
        "http://a.example/?b=c_d_e",
    ),
    *(
        "++",
        "10",
        "2",
        "<3",
        "< 4",
        "x<y",
        "&copy",
        "&copy;",
        "](",
        "][",
        "]: ",
        "![",
        "\\[",
        "\\\\",
    ),
)
_PARAGRAPHS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
    st.lists(st.sampled_from(_MARKUP), max_size=14).map("".join),
    st.lists(st.sampled_from(_MARKUP), max_size=14).map(" ".join),
)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@settings(deadline=None)
@given(_PARAGRAPHS, _PARAGRAPHS)
def test_paragraphs_read_as_they_did(first: str, second: str) -> None:
    lines = [line for line in map(_one_line, (first, second)) if line]
    body = "\n\n".join(map(as_markdown, lines))
    assert rendered(body) == " ".join(lines)


@pytest.mark.parametrize(
    "prose",
    [
        'He said no. "Why?" she asked; it cost 3.50 (or 4) - and so on!',
        "The [sic] in brackets, a snake_case word, 3 < 4, Q&A, 5% & more, a + b = c, 7:30.",
        "«الهدنة ورقة صغيرة»، قال المبعوث.",
    ],
)
def test_prose_gets_no_backslash(prose: str) -> None:
    assert as_markdown(prose) == prose


def test_every_kind_of_block_stays_a_paragraph() -> None:
    starts = ("# a", "> a", "- a", "+ a", "* a", "1. a", "!!! note", ": a", "=== a", "    a", "---")
    for line in starts:
        assert rendered(as_markdown(line)) == line.strip()
