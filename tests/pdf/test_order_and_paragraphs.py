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
    return Extracted(pieces, tuple(heights for _ in pages), (), 0, False, (), "", "", "")


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
    found = mended(Extracted(pieces, (842.0,) * len(pages), (), 0, False, (), "", "", ""))
    assert all(paragraph.strip() and "\n" not in paragraph for paragraph in found.paragraphs)


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        # LibreOffice lengthens words to fill a line, and calls the stretches by any sign
        ([("رح", 50), ("’’", 61), ("مس", 64)], "مسرح"),
        ([("رح", 50), ("%%", 61), ("مس", 64)], "مسرح"),
        ([("قال ", 80), ("«نعم»", 50)], "قال «نعم»"),
        # cells of a table, which nothing but room parts
        ([("12", 56), ("31.4", 217), ("أيار", 378)], "أيار 31.4 12"),
        # the slash between two names of a month is drawn by itself
        ([("4", 121), (" أيارمايو ", 82), ("/", 102), ("2021", 56)], "4 أيار/مايو 2021"),
        # Chromium draws a blank just right of where its word ends
        ([("2018", 209), (" ", 241.5), ("عام", 237)], "عام 2018"),
        # lam and alef maqsura as one glyph are parted from the word that they end
        ([(" لى", 56), ("بعد العثور ع", 56)], "بعد العثور على"),
        ([("•شقوق", 56)], "• شقوق"),
        ([("1تقرير", 56)], "1 تقرير"),
    ],
)
def test_arabic_as_programs_draw_it(pieces: list[tuple[str, float]], line: str) -> None:
    drawn = [Piece(text, x, 600, 11) for text, x in pieces]
    assert [found.text for found in lines_of(drawn)] == [line]


def test_cells_of_a_table_are_parted() -> None:
    drawn = [Piece("Offer", 56, 600, 11), Piece("Amount", 150, 600, 11), Piece("s", 190, 600, 11)]
    assert [line.text for line in lines_of(drawn)] == ["Offer Amounts"]


def test_ligatures_of_latin_type_are_letters() -> None:
    (line,) = lines_of([Piece("The oﬀice and the ﬁshermen’s jetty, 5 m²", 56, 600, 11)])
    assert line.text == "The office and the fishermen’s jetty, 5 m²"


@pytest.mark.parametrize(
    "edge",
    [
        "11/27/26, 10:54 AM Ferry pier at Nuwar to be rebuilt - Tellin Today",
        "file:///home/mira/Downloads/pier.html 1/1",
        "1 of 1 27/11/2026, 10:54",
        "Ferry pier at Nuwar https://tellin.example/pier?print=1",
    ],
)
def test_what_a_browser_prints_around_a_page_goes(edge: str) -> None:
    story = [f"Line {n} of a story that has some words in each of its lines." for n in range(49)]
    found = mended(_pdf([edge, *story, edge]))
    assert edge not in " ".join(found.paragraphs)
    assert "Line 48 of a story" in " ".join(found.paragraphs)
