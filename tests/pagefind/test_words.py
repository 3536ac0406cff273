"""What Pagefind makes of words: asked of Pagefind itself."""

from __future__ import annotations

import pytest

from generator.pagefind.words import FULL_WEIGHT, Words


@pytest.mark.parametrize("language", ["en", "ar", "fr", "zh"])
@pytest.mark.parametrize("sign", ["+", "&", "-", "٪", "—", "___", "\u200b"])
def test_a_sign_stands_under_nothing_even_if_nothing_else_is_asked(
    language: str, sign: str
) -> None:
    assert Words(language).stems([sign])[sign] == ()


def test_a_sign_that_comes_after_all_words_are_known_stands_under_nothing() -> None:
    words = Words("en")
    words.stems(["harbours", "0"])
    assert dict(words.stems(["harbours", "&", "0"])) == {
        "harbours": (("harbour", FULL_WEIGHT),),
        "&": (),
        "0": (("0", FULL_WEIGHT),),
    }


def test_a_word_that_pagefind_counts_as_several_stands_under_its_own_parts_alone() -> None:
    alone = Words("zh").stems(["新闻自由"])["新闻自由"]
    assert alone
    assert "0" not in dict(alone)


def test_the_engine_has_its_entry_before_any_word_is_asked() -> None:
    (own,) = Words("en").entry("pages", 7)["languages"].values()
    assert (own["hash"], own["page_count"]) == ("pages", 7)
