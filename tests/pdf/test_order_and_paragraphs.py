"""Pieces of a page to lines, lines to paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pdf import Extracted, mended
from generator.pdf.extracting import Piece
from generator.pdf.order import lines_of

_FULL = "words of a line that is full and goes on to the next one"


def _pdf(*pages: list[str], heights: float = 842, size: float = 11) -> Extracted:
    pieces = tuple(
        tuple(Piece(text, 57, 780 - 14 * n, size) for n, text in enumerate(page)) for page in pages
    )
    return Extracted(pieces, tuple(heights for _ in pages), (), 0, False, "", "", "")


def test_arabic_pieces_are_read_from_the_right() -> None:
    pieces = [
        *(
            Piece("ارتين", 56, 674.7, 12),
            Piece("ّ", 246, 673.5, 12),
            Piece("على متن عب", 247, 674.7, 12),
        ),
        *(Piece(".", 40, 660, 12), Piece(") في الشهر", 40, 660, 12), Piece("Nuwar", 120, 660, 12)),
        Piece("إلى البر (", 160, 660, 12),
        *(Piece("عدد ", 200, 640, 12), Piece("2016 ", 100, 640, 12)),
    ]
    assert [line.text for line in lines_of(pieces)] == [
        "على متن عبّارتين",
        "إلى البر (Nuwar) في الشهر.",
        "عدد 2016",
    ]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([f"{_FULL} certifi-", "cation of granaries"], f"{_FULL} certification of granaries"),
        ([f"{_FULL} cease\u00ad", "fire was kept by all"], f"{_FULL} ceasefire was kept by all"),
        ([f"{_FULL} in 2015-", "2016 and after it too"], f"{_FULL} in 2015-2016 and after it too"),
        ([f"{_FULL} Al-", "Hadar and its people"], f"{_FULL} Al- Hadar and its people"),
        ([f"{_FULL} a self-", "made raft on the river"], f"{_FULL} a self-made raft on the river"),
        ([f"{_FULL} cease-", "fire, the cease-fire"], f"{_FULL} cease-fire, the cease-fire"),
        ([f"{_FULL} war-", "like noises were heard"], f"{_FULL} warlike noises were heard"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], text: str) -> None:
    assert mended(_pdf(lines)).paragraphs == (text,)


def test_running_heads_and_page_numbers_go_and_are_counted() -> None:
    pages = [
        [f"Bulletin · 6 May {2019 + n}", *(f"{'abc'[n] * k} {_FULL}" for k in range(1, 41))]
        + [" "] * 10
        + [f"- {n + 1} -"]
        for n in range(3)
    ]
    found = mended(_pdf(*pages))
    assert found.running == 6
    assert "Bulletin" not in " ".join(found.paragraphs)


def test_a_line_in_the_margin_that_stands_on_one_page_only_stays() -> None:
    found = mended(_pdf(["A head of its own", _FULL], ["Another head", f"Other {_FULL}"]))
    assert found.running == 0


def test_a_sentence_goes_on_over_the_page() -> None:
    found = mended(_pdf([_FULL, f"{_FULL} end-"], ["ed here."]))
    assert found.paragraphs == (f"{_FULL} {_FULL} ended here.",)


@given(
    st.lists(
        st.lists(
            st.builds(
                Piece,
                st.text(max_size=12),
                st.floats(-1e6, 1e6),
                st.floats(-1e6, 1e6),
                st.floats(0, 1e4),
            ),
            max_size=12,
        ),
        max_size=4,
    )
)
def test_any_pieces_give_paragraphs(pages: list[list[Piece]]) -> None:
    pieces = tuple(map(tuple, pages))
    found = mended(Extracted(pieces, (842.0,) * len(pages), (), 0, False, "", "", ""))
    assert all(paragraph.strip() and "\n" not in paragraph for paragraph in found.paragraphs)
