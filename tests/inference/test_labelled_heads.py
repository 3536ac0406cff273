"""What databases of newspapers call by name: headline, byline, paper, day."""

from __future__ import annotations

from tests.inference.labelled import inferred_from

_STORY = (
    "Some sixty relatives of conscripts who vanished from the barracks eleven years ago were refused entry to"
    " the Supreme Court yesterday, when judges declined for the third time to hear evidence from a camp cook."
)
_DOCUMENT = f"""\
                  14 of 63 DOCUMENTS

              Copyright 2004 The Tarn Herald
                   All Rights Reserved

                 September 8, 2004 Wednesday Final Edition

SECTION: NATION; Pg. A6

LENGTH: 231 words

HEADLINE: Families of the missing turned away by court

BYLINE: Piers Aldous

BODY:

{_STORY}

{_STORY}
"""


def test_each_part_of_a_document_stands_behind_its_label() -> None:
    inferred = inferred_from(_DOCUMENT.encode(), "report.txt")
    findings = inferred.findings
    assert findings["title"].value == "Families of the missing turned away by court"
    assert findings["authors"].value == ["Piers Aldous"]
    assert findings["source"].value == "The Tarn Herald"
    assert findings["date"].value == "2004-09-08"
    assert "LENGTH" not in inferred.body
    assert "DOCUMENTS" not in inferred.body


def test_a_rights_line_outside_a_database_names_no_source() -> None:
    text = _DOCUMENT.replace("LENGTH: 231 words\n", "")
    assert "source" not in inferred_from(text.encode(), "report.txt").findings


def test_the_same_label_below_the_story_is_an_address() -> None:
    story = (
        "تلقت الرابطة ببالغ القلق أنباء الاعتداء بالضرب الذي تعرض له يوم الخميس خمسة من المحامين داخل حرم قصر"
        " العدل في مدينة تل سروان، من قبل عناصر بلباس مدني، وذلك أثناء مرافعتهم عن مجموعة من الطلاب هناك."
    )
    text = f"اعتداء على المحامين أمام قصر العدل\n\n{story}\n\nالعنوان: 14 نهج الزيتونة، تل سروان\n"
    title = inferred_from(text.encode(), "report.txt").findings["title"]
    assert title.value == "اعتداء على المحامين أمام قصر العدل"
