"""Articles out of databases and archives, whose parts have labels or codes."""

from __future__ import annotations

from generator.model import Finding
from tests.inference.labelled import inferred_from

_STORY = (
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
{_STORY}
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
    text = f"HD Dalvaria\nBY the river\nSN 12\n\nDalvaria frees its editor\n\n{_STORY}\n"
    assert found(text)["title"].value != "Dalvaria"


def test_the_form_of_an_arabic_archive() -> None:
    findings = found(_FORM)
    assert findings["date"].value == "1995-04-06"
    assert findings["publisher"].value == "الراية الخضراء"


def test_a_date_with_two_figures_needs_the_whole_form() -> None:
    assert "date" not in found(_FORM.replace("الصحيفة", "الرقم"))
