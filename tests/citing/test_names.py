"""Which names are turned round, and which stay as they are."""

from __future__ import annotations

import pytest

from generator.citing.names import name_of


@pytest.mark.parametrize(
    ("text", "inverted"),
    [
        ("Mira Holt", "Holt, Mira"),
        ("Rima Ashqali", "Ashqali, Rima"),
        ("Jean-Paul O’Hara", "O’Hara, Jean-Paul"),
        ("Mira O'Holt", "O'Holt, Mira"),
        ("J. Holt", "Holt, J."),
        ("George W. Bush", "Bush, George W."),
        ("J. K. Holt", "Holt, J. K."),
        ("Łucja Żak", "Żak, Łucja"),
    ],
)
def test_two_latin_words_are_turned_round(text: str, inverted: str) -> None:
    name = name_of(text, "en", set())
    assert name.inverted == inverted
    assert not name.is_organisation


@pytest.mark.parametrize(
    "text",
    [
        "ريما الأشقلي",
        "أحمد بن يوسف",
        "Abd al-Rahman",
        "Abu Bakr",
        "Abdel Nasser",
        "Samir al-Tellini",
        "Mohammed bin Salman",
        "Ludwig van Beethoven",
        "Gabriel García Márquez",
        "Martin King Jr.",
        "Madonna",
        "mira holt",
        "MIRA HOLT",
        "Mira and Sami",
        "Mira Holt, Sami Nader",
        "",
    ],
)
def test_what_may_be_meant_otherwise_stays_whole(text: str) -> None:
    assert name_of(text, "en", set()).inverted == text


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "hu", "ja", "ko", "vi"])
def test_where_the_family_comes_first_nothing_is_turned_round(language: str) -> None:
    assert name_of("Nagy Imre", language, set()).inverted == "Nagy Imre"


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Watch",
        "Rights Observatory",
        "Northern Wire",
        "Meridian Press Agency",
        "AFP",
        "U.N.",
        "dpa",
        "Staff Writer",
        "Our correspondents",
        "مرصد قلفارا للحقوق",
        "وكالة ميريديان برس",
        "هيئة التحرير",
    ],
)
def test_organisations_are_no_persons(text: str) -> None:
    name = name_of(text, "en", set())
    assert name.is_organisation
    assert name.inverted == text


def test_a_name_of_the_archive_s_own_is_an_organisation() -> None:
    assert name_of("Harbour Eyes", "en", {"harbour eyes"}).is_organisation
    assert not name_of("Harbour Eyes", "en", set()).is_organisation


@pytest.mark.parametrize(
    ("given", "initials"),
    [
        ("Mira Holt", "M."),
        ("Jean-Paul Holt", "J.-P."),
        ("George W. Holt", "G. W."),
        ("Élise Roy", "É."),
    ],
)
def test_initials(given: str, initials: str) -> None:
    assert name_of(given, "en", set()).initials == initials
