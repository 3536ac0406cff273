"""What pictures show, with whose they are behind it, and notices of pages are no headlines."""

from __future__ import annotations

import pytest

from generator.inference.reading import is_caption

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields, inferred_from

_SHIPS = "Ships wait at anchor outside the harbour of Tellin"
_ARABIC_SHIPS = "سفن تنتظر خارج ميناء تلين قبل العاصفة، 8 مايو 2012."


@pytest.mark.parametrize(
    "caption",
    [
        f"{_SHIPS} Source: AAP / MIRA HOLT",
        f"{_SHIPS} [Mira Holt/AP]",
        f"{_SHIPS} [File: Reuters]",
        f"{_SHIPS}. AFP/Mira Holt",
        f"{_SHIPS}. REUTERS/Mira Holt/File Photo Acquire Licensing Rights",
        f"{_SHIPS}. File photo",
        f"{_ARABIC_SHIPS} رويترز/ميرا هولت/صورة ملف الحصول على الترخيص حقوق",
        f"{_ARABIC_SHIPS} صورة أرشيفية",
    ],
)
def test_a_picture_with_its_credit_is_no_headline(caption: str) -> None:
    lead = ARABIC_LEAD if caption.startswith(_ARABIC_SHIPS) else LEAD
    finding = inferred_from(f"{caption}\n\n{lead}\n\n{lead}").findings["title"]
    assert str(finding.value) in lead
    assert finding.evidence.startswith("first sentence")


@pytest.mark.parametrize(
    "line",
    [
        f"{_SHIPS}, captains said. AFP/fl",
        f"{_SHIPS}, captains said. Source: Reuters",
        f"{_SHIPS}, captains said. Reuters/Tellin News",
        f"{_SHIPS} [AP]",
        f"{_ARABIC_SHIPS} رويترز/ فرانس برس",
        f"{_ARABIC_SHIPS} رويترز/ تلين",
        "Source: AAP / MIRA HOLT",
    ],
)
def test_an_agency_behind_a_storys_words_makes_no_picture_of_it(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("notice", "title", "lead"),
    [
        (
            "محتوى من مصدر خارجي\n\nهذه المادة مقدمة من شركاء خارجيين، وقد لا تظهر كاملة للجميع.",
            ARABIC_TITLE,
            ARABIC_LEAD,
        ),
        (
            "External content\n\nThe following content is sourced from external partners. We cannot guarantee"
            " that it is suitable for the visually or hearing impaired.",
            TITLE,
            LEAD,
        ),
        (
            "Contenu externe\n\nLe contenu externe suivant provient de partenaires. Nous ne pouvons garantir"
            " que cette représentation est adaptée aux personnes malvoyantes ou malentendantes.",
            FRENCH_TITLE,
            FRENCH,
        ),
    ],
)
def test_a_notice_that_a_text_is_from_elsewhere_is_the_sites(
    notice: str, title: str, lead: str
) -> None:
    inferred = inferred_from(f"{notice}\n\n{title}\n\n{lead}\n\n{lead}")
    assert inferred.findings["title"].value == title
    assert set(notice.split("\n\n")) <= set(inferred.dropped)


def test_what_a_ministry_says_of_material_from_elsewhere_stays() -> None:
    said = "This material was provided by external sources, the ministry said."
    assert said in inferred_from(f"{TITLE}\n\n{LEAD}\n\n{said}\n\n{LEAD}").body
    assert fields(f"External content\n\n{LEAD}").get("title") != "External content"


def test_a_photographer_between_bars_is_no_headline() -> None:
    caption = (
        f"{TITLE}, as a captain sees them on August 15. PHOTO | RITA OLMAZ | TELLIN MEDIA GROUP"
    )
    assert fields(f"{caption}\n\n{TITLE}\n\n{LEAD}\n\n{LEAD}")["title"] == TITLE
