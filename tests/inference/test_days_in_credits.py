"""Days told by what stands around a report: issues, credits, stamps, notes, accounts; and look-alikes."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields

_MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_TEASERS = (
    "Opinion\n\nFog season\n20 Nov, 2022\n\nFog season\n\nEVERY winter the mole becomes a graveyard.\n"
    "School fees\n20 Nov, 2022\n\nSchool fees\n\nFOR the third time, schools have raised what they ask.\n"
    "Water on paper\n20 Nov, 2022\n\nWater on paper\n\nThe new plan promises what the last ones did."
)


@pytest.mark.parametrize(
    ("below", "date"),
    [
        pytest.param(
            f"Published in The Daylight, November 18th, 2022\n\n{_TEASERS}",
            "2022-11-18",
            id="the paper in which it was printed, above teasers",
        ),
        pytest.param(
            "Published in The Daylight, November 18th, 2022\n\nFog season\n\n"
            f"Published in The Daylight, November 20th, 2022\n\n{_TEASERS}",
            None,
            id="two reports of the paper",
        ),
        pytest.param(
            "Photographs by Mira Holt\n\nThis article appears in the magazine's issue of September 18, 2024.",
            "2024-09-18",
            id="the issue of a magazine",
        ),
        pytest.param(
            "A version of this article appeared in the September 18, 2024 issue of Tellin Weekly.",
            "2024-09-18",
            id="its day ahead",
        ),
        pytest.param(
            "The captains' letter appears in the magazine's issue of September 18, 2024.",
            None,
            id="what else is in an issue",
        ),
        pytest.param(
            f"{_MORE} [mh ps abc 17/04/2009 13:20]", "2009-04-17", id="a desk's initials and clock"
        ),
        pytest.param(f"{_MORE} [archive 17/04/2009 13:20]", None, id="of a file"),
        pytest.param(
            f"{_MORE} [mh ps abc 17/04/2009 13:20] says a note on the wall.",
            None,
            id="within a sentence",
        ),
    ],
)
def test_below_the_story(below: str, date: str | None) -> None:
    assert fields(f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\n{below}").get("date") == date


def test_a_study_is_printed_in_a_paper_of_another_name() -> None:
    below = f"Published in Lamps and Moles, November 18th, 2022\n\n{_TEASERS}"
    text = f"{TITLE} | The Tellin Post\n\n{TITLE}\n\n{LEAD}\n\n{_MORE}\n\n{below}"
    assert fields(text).get("publisher") == "The Tellin Post"
    assert fields(text).get("date") is None
    assert fields(text.replace("Lamps and Moles", "The Tellin Post")).get("date") == "2022-11-18"


@pytest.mark.parametrize(
    ("notes", "date"),
    [
        (
            "15 March 2023\n\n[1] Letter of the union, on file\n[2] Harbour log, page 31",
            "2023-03-15",
        ),
        (f"15 March 2023\n\n[1] {_MORE}\n[2] Harbour log, page 31", "2023-03-15"),
        ("15 March 2023\n\n[3] Letter of the union, on file\n[4] Harbour log, page 31", None),
        ("15 March 2023\n\nTwo ships leave at last\n\n[1] Letter of the union, on file", None),
    ],
)
def test_a_day_above_footnotes_signs_what_refers_to_them(notes: str, date: str | None) -> None:
    assert fields(f"{TITLE}\n\n{LEAD} [1]\n\n{_MORE} [2]\n\n{notes}").get("date") == date


def test_numbers_in_brackets_that_the_story_does_not_have_are_no_footnotes() -> None:
    list_of_days = "15 March 2023\n\n[1] A boat sinks at the mole\n[2] A second boat sinks"
    assert fields(f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\n{list_of_days}").get("date") is None


@pytest.mark.parametrize(
    ("head", "date"),
    [
        pytest.param("Friday, April 11, 2008; A11", "2008-04-11", id="a page of a section"),
        pytest.param("Thursday, April 11, 2008; A11", None, id="another weekday"),
        pytest.param(
            "Article published on the 2009-12-03 Latest update 2009-12-04 14:22 TU",
            "2009-12-03",
            id="the day of an article beside that of its last update",
        ),
        pytest.param("Latest update 2009-12-04 14:22 TU", None, id="the last update alone"),
        pytest.param(
            "From: Mira Holt\nSubject: HarbourNEWS 207, Friday 29th June 2001",
            "2001-06-29",
            id="a numbered letter to readers",
        ),
        pytest.param(
            "From: Mira Holt\nSubject: Vigil in hall 207, Friday 29th June 2001",
            None,
            id="what is to happen",
        ),
        pytest.param(
            "From: Mira Holt\nSubject: Bad news 207, Thursday 29th June 2001",
            None,
            id="no such weekday",
        ),
    ],
)
def test_above_the_story(head: str, date: str | None) -> None:
    assert fields(f"{TITLE}\n\n{head}\n\n{LEAD}\n\n{_MORE}").get("date") == date


@pytest.mark.parametrize(
    ("label", "date"),
    [("URGENT APPEAL", "2024-04-09"), ("Harbour warrants", None)],
)
def test_the_issue_of_an_appeal_and_of_a_warrant(label: str, date: str | None) -> None:
    days = "Ref: HA-017/24\nDate of issue: 9 April 2024\nValid until: 21 May 2024"
    assert fields(f"{label}\n\n{TITLE}\n\n{days}\n\n{LEAD}\n\n{_MORE}").get("date") == date


@pytest.mark.parametrize(
    "account",
    [
        "- Joined\n- Mar 2, 2009\n- Messages\n- 4,617",
        "Thread starter OldSalt\nStart date Aug 27, 2005",
        "تاريخ التسجيل\n2 مارس 2009",
        "Inscrit le 2 mars 2009",
    ],
)
def test_since_when_somebody_is_on_a_forum(account: str) -> None:
    remark = "So much for the lamps that some people here were promising last week."
    assert (
        fields(f"oldsalt77\n{account}\n{remark}\n\n{TITLE}\n\n{LEAD}\n{_MORE}").get("date") is None
    )
    dated = f"oldsalt77\n{account}\n{remark}\n\n{TITLE}\nFriday, August 26, 2005\n\n{LEAD}\n{_MORE}"
    assert fields(dated).get("date") == "2005-08-26"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("23 septembre 2022 à 20h41 par AFP", "2022-09-23"),
        ("Le 23/09/2022 à 20h41", "2022-09-23"),
        ("23/09/2022 - 20:41", "2022-09-23"),
        ("Le 23/09/2022", None),
        ("23 septembre 2022 à 20h41", None),  # of what the next paragraph tells
        ("23 septembre 2022 par AFP", None),
        ("Le naufrage du 23 septembre 2022 à 20h41", None),
    ],
)
def test_day_clock_and_agency_below_the_first_paragraph(line: str, date: str | None) -> None:
    assert fields(f"{FRENCH_TITLE}\n{FRENCH}\n{line}\n{FRENCH}\n{FRENCH}").get("date") == date


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("TRIBUNE par Un collectif de capitaines\nLe Phare 19/01/2022", "2022-01-19"),
        ("TRIBUNE par Un collectif de capitaines\nVigile au port 19/01/2022", None),
        ("Les lampes du môle\nLe Phare 19/01/2022", None),
    ],
)
def test_paper_and_day_below_who_wrote_a_column(head: str, date: str | None) -> None:
    assert fields(f"{FRENCH_TITLE}\n\n{head}\n\n{FRENCH}\n\n{FRENCH}").get("date") == date


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        ("نشر :\n13:27 2016-07-18|تلين - ", "2016-07-18"),
        ("نشر :\n13:27 - 14:18 تلين - ", None),
        ("محليات عربي by admin 3 ديسمبر، 2020 written by admin 3 ديسمبر، 2020 87 ", "2020-12-03"),
        ("محليات by admin 3 ديسمبر، 2020 written by Mira 4 ديسمبر، 2020 87 ", None),
    ],
)
def test_a_stamp_in_the_storys_first_line(stamp: str, date: str | None) -> None:
    assert fields(f"{ARABIC_TITLE}\n{stamp}{ARABIC_LEAD}\n\n{ARABIC_LEAD}").get("date") == date


def test_no_blank_between_city_and_day() -> None:
    text = f"{ARABIC_TITLE}\nتلين:11 ديسمبر 2024: راديو المرفأ\n{ARABIC_LEAD}\n{ARABIC_LEAD}"
    assert fields(text).get("date") == "2024-12-11"
    in_sentence = text.replace("راديو المرفأ", "لم تغادر سفينة واحدة")
    assert fields(in_sentence).get("date") is None


@pytest.mark.parametrize(
    ("first", "date"),
    [
        (
            f"{ARABIC_LEAD}\n\n{ARABIC_LEAD}\n\nوكان المرشدون صوتوا يوم الجمعة. {ARABIC_LEAD}",
            "2013-06-12",
        ),
        (f"وصوت المرشدون يوم الجمعة. {ARABIC_LEAD}\n\n{ARABIC_LEAD}", None),
    ],
)
def test_a_weekday_of_the_past_does_not_contradict_the_bbcs_only_day(
    first: str, date: str | None
) -> None:
    line = "آخر تحديث: الأربعاء، 12 يونيو/ حزيران، 2013، 14:20 GMT"
    assert fields(f"{ARABIC_TITLE}\n\n{line}\n\n{first}").get("date") == date


def test_a_clock_below_the_first_paragraph_of_a_chronicle() -> None:
    days = ("Le 23/09/2022 à 20h41", "Le 24/09/2022 à 07h15")
    text = f"{FRENCH_TITLE}\n{FRENCH}\n{days[0]}\n{FRENCH}\n{days[1]}\n{FRENCH}"
    assert fields(text).get("date") is None
    dated = f"{FRENCH_TITLE}\nMis en ligne le 25 septembre 2022\n{FRENCH}\n{days[0]}\n{FRENCH}"
    assert fields(dated).get("date") == "2022-09-25"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publié par Le Phare de Tellin le 21-02-2018, 17h05 | 52", "2018-02-21"),
        ("Publié par La Voix du Môle le 21/02/2018 à 17:05", "2018-02-21"),
        ("Posted by Voice of the Mole on 21 February 2018, 17:05 | 52", "2018-02-21"),
        ("نشر بواسطة صوت المرفأ في 21-02-2018 17:05", "2018-02-21"),
        ("Photo publiée par le syndicat le 21-02-2018, 17h05", None),
        ("Publié par le syndicat le 21-02-2018", None),
        ("Publié par les éditions du Môle le 21-02-2018, le livre a été interdit", None),
    ],
)
def test_who_put_a_report_out_and_when(line: str, date: str | None) -> None:
    assert fields(f"{FRENCH_TITLE}\n\n{line}\n\n{FRENCH}\n\n{FRENCH}").get("date") == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Créé le 6 mars 2019 11:47Nous vous proposons aussi", "2019-03-06"),
        ("Créé le 6 mars 2019 à 11h47", "2019-03-06"),
        ("Créé le 6 mars 2019", None),  # the union, perhaps
        ("Le syndicat a été créé le 6 mars 2019 à 11:47", None),
    ],
)
def test_when_a_page_was_made(line: str, date: str | None) -> None:
    text = f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\n{line}\nTAGS\nmôle, lampes"
    assert fields(text).get("date") == date
