"""Terms of the vocabulary in a text: found as a reader would find them, and nothing else."""

from __future__ import annotations

import pytest

from .labelled import vocabulary


def _tags(text: str) -> list[str]:
    return [match.term.id for match in vocabulary().matches(text)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The airstrike came at dawn.", "airstrike"),
        ("Airstrikes hit the port.", "airstrike"),
        ("AIR STRIKES HIT THE PORT", "airstrike"),
        ("air-strikes on the port", "airstrike"),
        ("A cease-fire was agreed.", "ceasefire"),
        ("Truces hold for a day.", "ceasefire"),
        ("the ceasefire’s third day", "ceasefire"),
        ("the detainees’ families", "detention"),
        ("Déir Ashqal", "deir-ashqal"),
        ("DEIR ASHQAL - By X", "deir-ashqal"),
        ("Deir\nAshqal", "deir-ashqal"),
        ("in Al-Hadar", "al-hadar"),
        ("in al Hadar", "al-hadar"),
        ("The UN said", "un"),
        ("the UN's envoy", "un"),
        ("the U.N. envoy", "un"),
        ("L'ONU a dit", "un"),
        ("the United Nations", "un"),
        ("الهدنة", "ceasefire"),
        ("وبالهدنة", "ceasefire"),
        ("للهدنة", "ceasefire"),
        ("هُدْنَة", "ceasefire"),
        ("في دير أشقل", "deir-ashqal"),
        ("بدير اشقل", "deir-ashqal"),
        ("ودير أشقل", "deir-ashqal"),
        ("من مرسي تلين", "marsa-tellin"),
        ("الغارات الجوية", "airstrike"),
        ("غارة جويّة", "airstrike"),
        ("كالحصار", "siege"),
        ("فالمحتجزين", "detention"),
    ],
)
def test_found(text: str, term: str) -> None:
    assert _tags(text) == [term]


@pytest.mark.parametrize(
    "text",
    [
        "an un-American idea",
        "un homme et une femme",
        "UNICEF",
        "the airstriker",
        "a stair strike",
        "Nuwarian",
        "نوارس البحر",
        "أنوار المدينة",
        "Deir el-Ashqal road",
        "Tel. Sarwanese",
        "Air. Strike while it is hot.",
        "حصاري",
    ],
)
def test_not_found(text: str) -> None:
    assert _tags(text) == []


def test_longest_name_wins() -> None:
    assert _tags("The Northern Guard and the Interior Ministry") == [
        "northern-guard",
        "interior-ministry",
    ]


def test_a_source_is_no_tag() -> None:
    assert _tags("the Qalvara Rights Observatory said") == []


def test_place_and_words_of_a_match() -> None:
    text = "On Monday, air strikes hit Nuwar."
    found = [(match.words, text[match.start :][:3]) for match in vocabulary().matches(text)]
    assert found == [("air strikes", "air"), ("Nuwar", "Nuw")]
