"""One invented event in three languages: the head and the lead of reports that the tests lay out."""

from __future__ import annotations

TITLE = "Ferry pilots refuse night shifts at the harbour"
LEAD = (
    "The ferry pilots of the harbour refuse all shifts at night until the lamps on the northern mole burn,"
    " their union said on Wednesday, and seventeen ships wait at anchor outside the bar for daylight."
)
UNDATED_LEAD = LEAD.replace(" said on Wednesday,", " said,").replace(
    "for daylight", "for a pilot and for daylight"
)
MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
STORY = f"{UNDATED_LEAD}\n\n{MORE}"
FRENCH_TITLE = "Les pilotes du port refusent de travailler la nuit"
FRENCH = (
    "Les pilotes du port refusent mardi de travailler la nuit tant que les lampes du môle nord restent"
    " éteintes, selon leur syndicat, et dix-sept navires attendent à l'ancre devant la barre."
)
ARABIC_TITLE = "مرشدو الميناء يرفضون العمل ليلا حتى إصلاح المصابيح"
ARABIC_LEAD = (
    "يرفض مرشدو الميناء في تلين العمل ليلا حتى إصلاح المصابيح على الرصيف الشمالي، كما قالت نقابتهم بعد تصويت،"
    " فيما تنتظر سبع عشرة سفينة خارج الحاجز وصول مرشد وضوء النهار منذ يومين كاملين."
)


def page(head: str, body: str) -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"
