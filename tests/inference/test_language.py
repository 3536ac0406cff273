"""Language: by words, by letters, or open."""

from __future__ import annotations

import pytest

from generator.inference.language import of_the_body
from generator.inference.reading import begin
from tests.inference.labelled import context, draft_of

NAMES = "MARSA TELLIN, DEIR ASHQAL, WADI KHARZAL, TEL SARWAN, NUWAR, QURAYDAN, HINTARI, ZELLADI – "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{NAMES}The council said that the bridge would be closed until the flood is over.", "en"),
        (
            "Le conseil municipal a annoncé que le pont restera fermé jusqu’à la fin de la crue.",
            "fr",
        ),
        ("قال المجلس إن الجسر سيبقى مغلقاً حتى انتهاء الفيضان.", "ar"),
        ("12 – 13 – 14", None),
        ("پل کو ٹریفک کے لیے بند کر دیا گیا ہے۔", "ur"),
        ("پل بسته شد و رانندگان منتظرند.", "fa"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    finding = of_the_body(begin(draft_of(f"{text}\n\n{text}"), context()))
    assert (finding.value if finding else None) == language


def test_what_stands_below_a_picture_is_in_its_agencys_language() -> None:
    caption = (
        "Families of the pilots gather outside the courthouse of Tellin on Friday, and others have been held"
        " since the night in which the lamps on the mole went out. (Photo by Mira Holt/Harbour Pictures)"
    )
    story = "Le jugement des pilotes du port sera rendu le lundi 3 février, a fait savoir leur syndicat."
    finding = of_the_body(begin(draft_of(f"{caption}\n\n{story}\n\n{story}"), context()))
    assert finding is not None and finding.value == "fr"
