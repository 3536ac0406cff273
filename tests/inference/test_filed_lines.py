"""Lines in Arabic that say where a report was filed, by whom and for whom; and captions that look alike."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE
from .labelled import fields, inferred_from


def found_in(line: str, *, title: str = "") -> dict[str, object]:
    return fields("\n".join(filter(None, (title, line, ARABIC_LEAD, ARABIC_LEAD))))


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("تلين – قنديل برس", "قنديل برس"),
        ("تلين - نورث برس", "نورث برس"),
        ("تلين – رويترز", "Reuters"),
        ("تلين – زهرة نيوز", "زهرة نيوز"),
        ("تلين – كتابات", "كتابات"),
        ("> تلين «الأيام» رويترز :", "Reuters"),
        ("> تلين «صحيفة المنارة» وكالات:", "صحيفة المنارة"),
        ("خاص: لـ «أخبار المرفأ»", "أخبار المرفأ"),
        ('تلين - خاص بـ " وكالة أخبار المرفأ "', "وكالة أخبار المرفأ"),
    ],
)
def test_for_whom(line: str, source: str) -> None:
    assert found_in(line)["source"] == source
    assert found_in(line, title=ARABIC_TITLE)["source"] == source
    assert found_in(line, title=ARABIC_TITLE)["title"] == ARABIC_TITLE


@pytest.mark.parametrize(
    "line",
    [
        "تلين – وكالات",
        "تلين - قناة الملاحة",
        "سمير هولت – مراسلنا",
        "تلين «لؤلؤة البحر» الجميلة:",
        "تلين «لؤلؤة البحر» وكالات:",
        "الناطق باسم «قنديل برس»:",
        "عدد خاص «البحر والناس»",
        "زيارة «عنب بلدي»",
        "تلين - خاص لمرشدي الميناء",
        "قسم التحرير – سياسة",
        "أضيف في 13:05 نقلا عن: مصدر طبي",
        "تلين – مراسلنا سمير هولت",
    ],
)
def test_for_nobody_who_is_known(line: str) -> None:
    assert "source" not in found_in(line, title=ARABIC_TITLE)


def test_by_whom() -> None:
    found = found_in("تلين – هيثم عبدالستار")
    assert found["authors"] == ["هيثم عبدالستار"]
    evidence = (
        inferred_from("\n".join(("تلين – هيثم عبدالستار", ARABIC_LEAD))).findings["title"].evidence
    )
    assert evidence.startswith("first sentence"), "a city and a name are no headline"


def test_the_paper_beside_an_agency_put_it_out() -> None:
    found = found_in("> تلين «قنديل البحر» رويترز :", title=ARABIC_TITLE)
    assert (found["publisher"], found["source"]) == ("قنديل البحر", "Reuters")


def test_a_known_outlet_begins_the_story() -> None:
    assert found_in(f"مرآة تلين: {ARABIC_LEAD}", title=ARABIC_TITLE).get("source") is None
    assert found_in(f"هسبريس: {ARABIC_LEAD}", title=ARABIC_TITLE)["source"] == "هسبريس"


@pytest.mark.parametrize("name", ["هيومن رايتس ووتش", "مواطنة", "بتسيلم", "مراسلون بلا حدود"])
def test_who_speaks_in_papers_begins_no_story_as_one(name: str) -> None:
    assert "source" not in found_in(f"{name}: {ARABIC_LEAD}", title=ARABIC_TITLE)


def test_a_review_of_what_outlets_write_is_none_of_theirs() -> None:
    review = f"هسبريس: {ARABIC_LEAD}\n\nعنب بلدي: {ARABIC_LEAD}"
    assert fields(f"{ARABIC_TITLE}\n\n{review}").get("source") is None


def test_an_outlet_is_told_what_stands_in_quotation_marks_behind_it() -> None:
    told = "سمير هولت لعنب بلدي: «المصابيح لم تصلح بعد والسفن تنتظر خارج الميناء منذ يومين كاملين»."
    assert found_in(ARABIC_LEAD + "\n" + told, title=ARABIC_TITLE)["source"] == "عنب بلدي"
    to_all = told.replace(": «", " ").replace("»", "")
    assert "source" not in found_in(ARABIC_LEAD + "\n" + to_all, title=ARABIC_TITLE)


def test_a_name_alone_above_its_story_is_no_headline() -> None:
    text = "\n".join(("سمير خليل", ARABIC_LEAD, ARABIC_LEAD))
    assert inferred_from(text).findings["title"].evidence.startswith("first sentence")
    of_him = "\n".join(("سمير خليل", f"{ARABIC_LEAD} وكان سمير خليل مرشدا.", ARABIC_LEAD))
    assert fields(of_him)["title"] == "سمير خليل", "a portrait"
