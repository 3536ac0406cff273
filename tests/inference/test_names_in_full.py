"""Names as they stand in the text: of people whose name is a word, of papers in capitals, of bodies in full."""

from __future__ import annotations

import pytest

from tests.inference.labelled import inferred_from

_STORY = (
    "The hospital at Nuwar was hit by eleven shells in the night to Monday, and two patients of the surgical"
    " ward were killed, the teams who work there have found. The maternity ward is open again."
)


def value(text: str, field: str) -> object:
    finding = inferred_from(text.encode(), "report.txt").findings.get(field)
    return finding.value if finding else None


def test_a_name_that_is_a_word_too() -> None:
    story = (
        "أعلنت السلطات أن الطريق بين المدينتين مقطوع وأن فرق الإنقاذ تعمل منذ الصباح"
        " على فتحه أمام السكان هناك."
    )
    assert value(f"فتح الطريق بين المدينتين\n\nبقلم: باسم نعيم\n\n{story}\n", "authors") == [
        "باسم نعيم"
    ]
    assert value(f"حكم المحكمة في القضية\n\nباسم الشعب\n\n{story}\n", "authors") is None


@pytest.mark.parametrize(
    ("masthead", "told", "publisher"),
    [
        ("THE NUWAR GAZETTE", "as The Nuwar Gazette reported", "The Nuwar Gazette"),
        ("THE NUWAR GAZETTE", "as others reported", "THE NUWAR GAZETTE"),
        ("THE NUWAR GAZETTE", "and the nuwar gazette was wet", "THE NUWAR GAZETTE"),
    ],
)
def test_a_masthead_in_capitals_as_the_text_has_it(
    masthead: str, told: str, publisher: str
) -> None:
    text = f"{masthead}\n\nHospital hit by shells in Nuwar\n\n{_STORY} It was quiet then, {told}.\n"
    assert value(text, "publisher") == publisher


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("When Open Well Alliance visited, all was dry.", "Open Well Alliance"),
        ("The Open Well Alliance visited. The Tarn Trade Alliance did not.", None),
        ("Nobody visited.", None),
    ],
)
def test_a_body_that_is_told_things_by_its_whole_name(words: str, source: str | None) -> None:
    told = "The mayor told the Alliance that it was dry. His deputy told the Alliance by phone that he knew."
    assert value(f"Wells run dry in Nuwar\n\n{_STORY} {words} {told}\n", "source") == source


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("[dpa] Hospital hit by shells in Nuwar", "dpa"),
        ("Nuwar Forum - View topic - [Reuters] Hospital hit by shells", "Reuters"),
        ("[Video] Hospital hit by shells in Nuwar", None),
        ("Hospital hit by shells in Nuwar [dpa]", None),
    ],
)
def test_an_agency_in_brackets_before_a_title(line: str, source: str | None) -> None:
    assert value(f"{line}\n\n{_STORY}\n", "source") == source


def test_a_picture_out_of_the_files_is_no_credit() -> None:
    story = (
        "أعلنت السلطات أن الطريق بين المدينتين مقطوع وأن فرق الإنقاذ تعمل منذ الصباح"
        " على فتحه أمام السكان هناك."
    )
    text = f"فتح الطريق بين المدينتين\n\nمخيم للنازحين (أرشيف - فرانس برس)\n\n{story}\n"
    assert value(text, "source") is None


@pytest.mark.parametrize(
    "line",
    [
        "News  Business  Tech  Green  Culture  Video",
        "الأخبار > عربي",
        "Media contact: Rosalind Achterberg, press@alliance.example",
    ],
)
def test_menus_paths_and_contacts_above_a_title_are_no_publisher(line: str) -> None:
    assert value(f"{line}\nHospital hit by shells in Nuwar\n\n{_STORY}\n", "publisher") is None
