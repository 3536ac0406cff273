"""What a review of the inference found wrong, each in its smallest text."""

from __future__ import annotations

import pytest

from .labelled import ARABIC, STORY, fields, inferred_from

FLAT = f"{STORY} “We can wait,” a fisherman said. Ferries carry goods meanwhile."
MENU = "Skip to main content\nMenu\nHome\nNews\nReports\nAbout us\nSearch\nAccept all cookies\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{MENU}Detained teacher freed after 40 days | Harbour Watch\n\n{STORY}",
            {"title": "Detained teacher freed after 40 days", "publisher": "Harbour Watch"},
            id="menu",
        ),
        pytest.param(
            f"Menu\nBridge Collapses\nSearch\n14 May 2017\n\n{STORY}",
            {"title": "Bridge Collapses", "date": "2017-05-14"},
            id="short title inside a menu",
        ),
        pytest.param(
            f"Bridge closes\n14.05.2017 | Lina Haddad, Karim Zed\n\n{STORY}",
            {"authors": ["Lina Haddad", "Karim Zed"], "date": "2017-05-14"},
            id="authors beside date",
        ),
        pytest.param(
            f"Bridge closes\n14 May 2017 | Port Selby, North Qara\n\n{STORY}",
            {"authors": None, "date": "2017-05-14"},
            id="places beside date",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\n{ARABIC}\n\n© ٢٠١٦ مرصد قارة",
            {"publisher": "مرصد قارة", "date": None},
            id="Arabic year of rights",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\nبيروت 3-4-2016 (رويترز) - {ARABIC}",
            {"source": "Reuters", "date": "2016-04-03"},
            id="dateline in figures",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\nبيروت ٢٣-٤-٢٠١٦ (رويترز) - {ARABIC}",
            {"source": "Reuters", "date": "2016-04-23"},
            id="dateline in Arabic figures",
        ),
        pytest.param(
            f"Hospital closes in Qara | Qara Watch | 14 May 2017\n\n{STORY}",
            {
                "title": "Hospital closes in Qara",
                "publisher": "Qara Watch",
                "date": "2017-05-14",
            },
            id="title, site, date",
        ),
        pytest.param(
            f"Hospital closes | Qara Watch | 14 May 2017\n\nHospital closes\n\n15 May 2017\n\n{STORY}",
            {"title": "Hospital closes", "publisher": "Qara Watch", "date": None},
            id="two dates",
        ),
        pytest.param(
            f"----\nBridge closes\nBy Ines Kalb\n\n{STORY}",
            {"title": "Bridge closes", "authors": ["Ines Kalb"]},
            id="rule above title",
        ),
        pytest.param(
            "----\nPublished: 14 May 2017\n\nThe bridge is closed.",
            {"title": "The bridge is closed", "date": "2017-05-14"},
            id="rule and no title",
        ),
        pytest.param(
            f"Bridge closes in Qara\n\n{STORY}\n\nSource: Bridge closes in Qara | Tellin24",
            {"source": "Tellin24"},
            id="source by its title",
        ),
        pytest.param(
            f"Faire un don\n\nQalvara : le pont fermé après la crue\n\n(Tellin, le 30 août 2012) – {STORY}",
            {"title": "Qalvara : le pont fermé après la crue", "date": "2012-08-30"},
            id="French dateline in brackets",
        ),
        pytest.param(
            f"Moyen-Orient\n\nTwo villages cut off by the flood\n\n{STORY}",
            {"title": "Two villages cut off by the flood"},
            id="section above title",
        ),
        pytest.param(
            "The minister speaks in Marsa Tellin on July 24, 2018. The bridge has been closed for two weeks."
            f" (AFP/Ines Kalb)\n\nBridge stays closed\n\n{STORY}",
            {"title": "Bridge stays closed", "source": None},
            id="caption above title",
        ),
        pytest.param(
            f"- Tellin Line - https://tellin.example -\n\nBridge stays closed\n\n{STORY}",
            {"title": "Bridge stays closed", "publisher": "Tellin Line"},
            id="head of a printed page",
        ),
        pytest.param(
            f"Qalvara: Pilots go free\n\nDate: 11 December 2015\nPILOTS GO FREE\n\n{STORY}",
            {"title": "Qalvara: Pilots go free", "date": "2015-12-11", "authors": None},
            id="country before title",
        ),
        pytest.param(
            f"facebook twitter youtube flickr rss Previous Next Left\n\nPilots go free\n\n{STORY}",
            {"title": "Pilots go free"},
            id="buttons in a row",
        ),
        pytest.param(
            f"[an error occurred while processing this directive]\nPilots go free in Qara\n\n{STORY}",
            {"title": "Pilots go free in Qara"},
            id="a server's error",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\nقارة/ كريم حداد/ الأناضول\n{ARABIC}\n{ARABIC}",
            {"authors": ["كريم حداد"], "source": "Anadolu Agency"},
            id="city, name, agency",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\nقارة/ الأناضول {ARABIC} {ARABIC}",
            {"source": "Anadolu Agency"},
            id="city and agency before the story",
        ),
        pytest.param(
            "أنت هنا\n\n13 شوال 1426\n\nقال المسؤولون اليوم الاثنين إن الجسر سيبقى مغلقاً حتى انتهاء الفيضان"
            " الذي أصاب المدينة في الليل، وإن العمال يفحصون كل ركن من أركانه قبل أن يفتح من جديد.",
            {"date": "2005-11-14"},
            id="Islamic date and today's weekday",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\n04/05/2019 - 20:29\n\n{ARABIC}",
            {"date": "2019-05-04"},
            id="day first in Arabic",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\n4/5/2019 8:29:00 PM\n\n{ARABIC}",
            {"date": "[2019-04-05,2019-05-04]"},
            id="a program's clock in Arabic",
        ),
        pytest.param(
            f"Last Update 0:5\nWednesday, 16 October 2019\n\nBridge closes in Qara\n\n"
            f"Ayat Al Tamm, El-Sayed Karim El-Hadd, Sunday 26 Oct 2014\nViews: 50094\n\n{STORY}",
            {
                "title": "Bridge closes in Qara",
                "authors": ["Ayat Al Tamm", "El-Sayed Karim El-Hadd"],
                "date": "2014-10-26",
            },
            id="names and a weekday before the date",
        ),
        pytest.param(
            f"Bridge closes in Qara\n\n{STORY}\n2 min read\n03 July, 2018\n\n{STORY} Again.",
            {"title": "Bridge closes in Qara", "date": "2018-07-03"},
            id="date below how long it takes to read",
        ),
        pytest.param(
            f"The Last Ride \U0001f399 Should you buy now? Take our quiz \U0001f4dd\nMiddle East\n\n"
            f"Bridge closes in Qara\n\n{STORY}",
            {"title": "Bridge closes in Qara"},
            id="advertisement between pictures",
        ),
        pytest.param(
            f"TELLIN\n\nLocal News\n\nBridge closes after the flood\n\n{STORY}",
            {"title": "Bridge closes after the flood"},
            id="city and section above title",
        ),
        pytest.param(
            f"{'icon camera-bicon checkicon chevron downicon ' * 6}\nBridge closes in Qara\n\n{STORY}",
            {"title": "Bridge closes in Qara"},
            id="names of icons",
        ),
        pytest.param(
            f"Bridge closes in Qara\n\nTellin Valley News Agency - {STORY}",
            {"source": "Tellin Valley News Agency"},
            id="agency in the place of a city",
        ),
        pytest.param(
            f"Bridge closes in Qara\n\n{STORY}\n\nMost Visited in Other Media\nTop Stories",
            {"authors": None},
            id="lists of a site",
        ),
        pytest.param("Embargoed body CANARYEMB.", {"language": None}, id="three words"),
        pytest.param("Embargoed text", {"language": None}, id="two words"),
        pytest.param("The bridge will be closed tomorrow.", {"language": "en"}, id="six words"),
    ],
)
def test_fields(text: str, expected: dict[str, object]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Bridge closes after flood By Ines Kalb MARSA, Oct 12 (AFP) - {FLAT}",
            {"title": "Bridge closes after flood", "authors": ["Ines Kalb"], "source": "AFP"},
            id="byline and dateline",
        ),
        pytest.param(
            f"Two Killed By Qara Rebels MARSA, Oct 12 (AFP) - The rebels denied it. {FLAT}",
            {"title": "Two Killed By Qara Rebels", "authors": None, "source": "AFP"},
            id="title with by",
        ),
        pytest.param(
            f"Bridge closes • Qara Voice By Ines Kalb Police came. {FLAT} Posted on May 14, 2017"
            " Share Tweet © 2017 Qara Voice",
            {
                "title": "Bridge closes",
                "publisher": "Qara Voice",
                "authors": None,
                "date": "2017-05-14",
            },
            id="site known by its rights",
        ),
        pytest.param(
            f"Bridge closes • Qara Voice By Ines Kalb MARSA, Oct 12 (AFP) - {FLAT}"
            " Posted on May 14, 2017 Share Tweet © 2017 Qara Voice",
            {
                "title": "Bridge closes",
                "publisher": "Qara Voice",
                "authors": ["Ines Kalb"],
                "source": "AFP",
                "date": "2017-05-14",
            },
            id="all of it",
        ),
    ],
)
def test_flattened(text: str, expected: dict[str, object]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected
    assert STORY in inferred_from(text).body


def test_a_title_is_not_cut_before_its_last_word() -> None:
    text = f"Bridge closes in NATO MARSA, Oct 12 (AFP) - {FLAT}"
    assert inferred_from(text).body == text


def test_one_name_beside_a_date_is_an_author_if_it_has_a_given_name() -> None:
    inferred = inferred_from(f"Bridge closes\n14.05.2017 | Lina Haddad\n\n{STORY}")
    assert inferred.findings["authors"].value == ["Lina Haddad"]
    inferred = inferred_from(f"Bridge closes\n14.05.2017 | Wadi Haddar\n\n{STORY}")
    assert "authors" not in inferred.findings
    assert "Wadi Haddar" in inferred.body


@pytest.mark.parametrize(
    ("dateline", "day", "value"),
    [
        ("Dec 31", "Sunday", "2017-12-31"),
        ("Dec 31", "Saturday", None),
        ("Feb 29", "Monday", None),
    ],
)
def test_no_date_where_weekday_or_calendar_contradicts_the_rights_line(
    dateline: str, day: str, value: str | None
) -> None:
    lead = f"PORT SELBY, {dateline} (Reuters) - The bridge was closed on {day}. {STORY}"
    finding = inferred_from(f"Bridge closes\n\n{lead}\n\n© 2017 Reuters").findings["date"]
    assert finding.value == value
    assert bool(finding.note) is (value is None)
