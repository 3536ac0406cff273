"""What databases and archives of newspapers call by name or by code: headline, byline, paper, day."""

from __future__ import annotations

from generator.model import Finding
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


_RELEASED = (
    "A Dalvarian editor jailed for publishing figures from the army's unpublished budget was released yesterday"
    " after 71 days in custody, his lawyer said, and went home to sleep and then to read the proofs."
)
_CODED = f"""\
SE World
HD Dalvaria frees editor held over army budget report
BY By TESSA WINDROW and ILYA MARGOLD
WC 214 words
PD 11 February 2004
SN The Tellin Gazette
PG 7
LA English
CY (c) 2004 Tellin Newspapers Ltd. All rights reserved.

LP
{_RELEASED}
"""
_FORM = """\
نظام أرشيف الصحافة

الصحيفة : الراية الخضراء
العدد : 9871
التاريخ : 6-4-95
العنوان : مقتل وزير الداخلية في تحطم مروحية
الكاتب : -

النص:
قتل وزير الداخلية أمس الأربعاء في تحطم مروحية عسكرية كانت تقله إلى الحدود الشمالية لتفقد مواقع حرس الحدود، وقال
البيان إن المروحية اصطدمت بسفح جبل بسبب الضباب الكثيف وإن ركابها الستة قتلوا جميعا ولم يتعرضوا لاطلاق نار.
"""


def found(text: str) -> dict[str, Finding]:
    return dict(inferred_from(text.encode(), "report.txt").findings)


def test_codes_of_factiva() -> None:
    findings = found(_CODED)
    assert findings["title"].value == "Dalvaria frees editor held over army budget report"
    assert findings["date"].value == "2004-02-11"
    assert findings["publisher"].value == "The Tellin Gazette"
    assert findings["authors"].value == ["TESSA WINDROW", "ILYA MARGOLD"]


def test_three_lines_that_begin_so_are_no_codes() -> None:
    text = f"HD Dalvaria\nBY the river\nSN 12\n\nDalvaria frees its editor\n\n{_RELEASED}\n"
    assert found(text)["title"].value != "Dalvaria"


def test_the_form_of_an_arabic_archive() -> None:
    findings = found(_FORM)
    assert findings["date"].value == "1995-04-06"
    assert findings["publisher"].value == "الراية الخضراء"


def test_a_date_with_two_figures_needs_the_whole_form() -> None:
    assert "date" not in found(_FORM.replace("الصحيفة", "الرقم"))
