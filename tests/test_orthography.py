"""One spelling for what readers take for the same word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.orthography import (
    WORD,
    fold,
    folded_words,
    is_arabic,
    stems,
    strip_invisible,
    western_digits,
    with_letters,
    words,
)
from generator.word_tables import WordTable, arabic, latin


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Airstrike", "airstrike"),
        ("ÉTÉ", "ete"),
        ("Straße", "strasse"),
        ("O’Brien", "o'brien"),
        ("حِصَار", "حصار"),
        ("حصــار", "حصار"),
        ("أشقل", "اشقل"),
        ("القاهرة", "القاهره"),
        ("\u200fحلب", "حلب"),
    ],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("airstrikes", "airstrike"),
        ("cities", "city"),
        ("buses", "bus"),
        ("port's", "port"),
        ("بالقاهرة", "قاهره"),
        ("والحصار", "حصار"),
        ("للحصار", "حصار"),
        ("وبحلب", "حلب"),
    ],
)
def test_stems(word: str, stem: str) -> None:
    assert stem in stems(word)
    assert stems(word)[0] == fold(word)


@pytest.mark.parametrize("word", ["siege", "press", "gas", "دير", "ولد"])
def test_short_words_and_letters_of_the_word_itself_stay_first(word: str) -> None:
    assert stems(word)[0] == word


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_and_stems_end(text: str) -> None:
    assert len(stems(text)) < 200
    assert fold(fold(text)) == fold(text)


def test_words_know_their_place() -> None:
    found = [(match[0], match.start()) for match in words("The UN’s 3 ships, حِصار_ب")]
    assert found == [("The", 0), ("UN’s", 4), ("3", 9), ("ships", 11), ("حِصار", 18), ("ب", 24)]


def test_digits_and_marks() -> None:
    assert western_digits("٢٠١٦ و ۱۲") == "2016 و 12"
    assert strip_invisible("\u200fحلب\u200e\u00ad") == "حلب"
    assert is_arabic("a ب")
    assert not is_arabic("٣ a")


def test_words_are_the_same_whether_a_text_or_its_words_are_put_in_lower_case() -> None:
    capitals = [char for char in map(chr, range(0x20000)) if char.lower() != char]
    assert len(capitals) > 1_000
    for char in capitals:
        text = f"ab{char}c {char} ’{char}"
        assert folded_words(text) == tuple(fold(match[0]) for match in WORD.finditer(text))


@given(st.text(alphabet="aZ09_-'’ .", max_size=40))
def test_words_of_plain_text_are_those_of_any_text(text: str) -> None:
    assert folded_words(text) == tuple(fold(match[0]) for match in WORD.finditer(text))
    assert folded_words(f"{text} é") == (*folded_words(text), "e")


@given(
    st.text(
        alphabet="aZß0٣_-'’“ .،ىآإؤةپ\u064b\u0651\u0670\u0640ÀéŁıœ\0\x1c\u200f\u00ad", max_size=40
    )
)
def test_words_by_tables_are_those_that_are_looked_at_one_by_one(text: str) -> None:
    assert folded_words(text) == tuple(fold(match[0]) for match in WORD.finditer(text))


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        (
            latin(fold),
            "Don’t say “l'été” – it’s 3 o'clock…",
            ("don't", "say", "l'ete", "it's", "3", "o'clock"),
        ),
        (latin(fold), "Łódź, œuvre; Ağrı'nın", ("łodz", "œuvre", "agrı'nın")),
        (latin(fold), "Straße", None),
        (arabic(fold), "«حِصَار» القاهرة، ٢٠١٦ ok", ("حصار", "القاهره", "٢٠١٦", "ok")),
        (arabic(fold), "قالت AFP", None),
    ],
)
def test_a_table_has_all_letters_of_a_line_or_says_so(
    table: WordTable, text: str, found: tuple[str, ...] | None
) -> None:
    assert table.words(text) == found


def test_glyphs_become_letters() -> None:
    assert with_letters("ﻟﻴﺒﻴﺎ: أﻣﲑﻛﺎ ﻻ") == "ليبيا: أميركا لا"
    assert with_letters("ﻋﺒﺪ اﷲ ﷺ") == "عبد الله ﷺ", "the sign has its alef, the phrase stays"
    assert with_letters("\ufe70\ufe8d") == "\u064bا", "no blank before a vowel sign"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_only_glyphs_are_spelt_anew(text: str) -> None:
    spelt = with_letters(text)
    assert with_letters(spelt) == spelt
    assert spelt == text or any("\ufb50" <= char <= "\ufefc" for char in text)
