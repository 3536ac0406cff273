"""Interface words: the same ones in every language."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping

import pytest

from generator.catalogue import FALLBACK, Catalogue, available, read_words
from generator.errors import SettingsError

OTHERS = [language for language in available() if language != FALLBACK]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts(word: str | Mapping[str, str]) -> Iterator[str]:
    yield from (word,) if isinstance(word, str) else word.values()


def test_english_and_arabic_are_there() -> None:
    assert {"ar", "en"} <= set(available())


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_key(language: str) -> None:
    assert set(read_words(language)) == set(read_words(FALLBACK))


@pytest.mark.parametrize("language", available())
@pytest.mark.parametrize("key", sorted(read_words(FALLBACK)))
def test_places_are_those_of_the_english_words(language: str, key: str) -> None:
    english, word = read_words(FALLBACK)[key], read_words(language)[key]
    assert isinstance(word, str) is isinstance(english, str)
    allowed = set.union(*map(places, texts(english)))
    for text in texts(word):
        assert text.strip() == text or key == "date.comma"
        if isinstance(english, str):
            assert places(text) == allowed
        else:
            assert places(text) <= allowed | {"count"}
    if not isinstance(word, str):
        assert places(word["other"]) == allowed


@pytest.mark.parametrize(
    ("count", "english", "arabic"),
    [
        (0, "0 reports", "لا تقارير"),
        (1, "1 report", "تقرير واحد"),
        (2, "2 reports", "تقريران"),
        (3, "3 reports", "3 تقارير"),
        (11, "11 reports", "11 تقريرًا"),
        (100, "100 reports", "100 تقرير"),
        (1234, "1,234 reports", "1,234 تقريرًا"),
    ],
)
def test_plural_forms(count: int, english: str, arabic: str) -> None:
    assert Catalogue("en")("browse.count", count=count) == english
    assert Catalogue("ar")("browse.count", count=count) == arabic


def test_words_are_filled_in() -> None:
    assert Catalogue("en")("browse.year", year=2016) == "Reports of 2016"
    with pytest.raises(KeyError):
        Catalogue("en")("no.such.key")


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("fr", "French"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("arc", "Aramaic"),
        ("zz", "zz"),
        ("!!", "!!"),
    ],
)
def test_languages_have_names_even_where_cldr_does_not_describe_them(tag: str, name: str) -> None:
    assert Catalogue("en").language_name(tag) == name


def test_language_names_are_said_in_the_language_of_the_page() -> None:
    assert Catalogue("ar").language_name("en") == "الإنجليزية"


def test_a_language_without_words_is_named_with_a_remedy() -> None:
    with pytest.raises(SettingsError, match=r"'xx': there are ar, en.*catalogue/xx\.yml"):
        Catalogue("xx")


@pytest.mark.parametrize("language", available())
def test_why_an_original_is_withheld_is_said_in_words(language: str) -> None:
    spoken = Catalogue(language)
    for reason in ("display is excerpt", "display is link", "status is draft"):
        assert spoken.withheld(reason) != reason
    assert spoken.withheld("a letter; it names a person") == "a letter; it names a person"
