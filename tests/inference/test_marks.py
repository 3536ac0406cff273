"""Marks of state, sections and counters: apart from the headline, and never a word of it."""

from __future__ import annotations

import pytest

from generator.inference.marks import title_and_marks

from .labelled import inferred_from

STORY = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars, which the flood had damaged in the night."
)


@pytest.mark.parametrize(
    ("headline", "title", "mark"),
    [
        ("UPDATE 2-Bridge closes after flood", "Bridge closes after flood", "UPDATE 2"),
        ("CORRECTED: Bridge closes after flood", "Bridge closes after flood", "CORRECTED"),
        ("BREAKING | Bridge closes after flood", "Bridge closes after flood", "BREAKING"),
        ("(LEAD) Bridge closes after flood", "Bridge closes after flood", "LEAD"),
        ("Bridge closes after flood - UPDATED", "Bridge closes after flood", "UPDATED"),
        ("URGENT - Le pont ferme après la crue", "Le pont ferme après la crue", "URGENT"),
        ("Mise à jour : Le pont ferme", "Le pont ferme", "Mise à jour"),
        ("عاجل.. إغلاق الجسر بعد الفيضان", "إغلاق الجسر بعد الفيضان", "عاجل"),
        ("تحديث 2: إغلاق الجسر", "إغلاق الجسر", "تحديث 2"),
        ("CORRIGÉ: Le pont ferme", "Le pont ferme", "CORRIGÉ"),
        ("FOCUS: Bridge closes after flood", "Bridge closes after flood", "FOCUS"),
        ("مقابلة-مهندس الجسر: لن يفتح قريبا", "مهندس الجسر: لن يفتح قريبا", "مقابلة"),
        ("تقرير إخباري: مخاوف من سقوط الجسر", "مخاوف من سقوط الجسر", "تقرير إخباري"),
        ("News | Bridge closes after flood", "Bridge closes after flood", ""),
        ("Bridge closes after flood (1,204 views)", "Bridge closes after flood", ""),
        ("إغلاق الجسر بعد الفيضان - 1234 مشاهدة", "إغلاق الجسر بعد الفيضان", ""),
    ],
)
def test_apart(headline: str, title: str, mark: str) -> None:
    assert title_and_marks(headline) == (title, (mark,) if mark else ())


@pytest.mark.parametrize(
    "headline",
    [
        "Update on the bridge: still closed",
        "Urgent: help needed in flooded city",
        "Breaking the siege of Deir Ashqal",
        "Opinion: the bridge must stay",
        "Bridge closes after 3 views of the court",
        "MARSA-based ferry sinks",
        "عاجلاً أم آجلاً: جسر دير أشقل",
        "UPDATE 2-",
        "CORRECTED: 12/05/2016",
    ],
)
def test_part_of_the_headline(headline: str) -> None:
    assert title_and_marks(headline) == (headline, ())


def test_the_editor_is_told_of_the_mark() -> None:
    found = inferred_from(f"CORRECTED: Bridge closes after flood\n\n{STORY}").findings["title"]
    assert found.value == "Bridge closes after flood"
    assert found.note == "the headline was marked 'CORRECTED'; the mark was left out of the title"
