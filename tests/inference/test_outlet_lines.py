"""A site's own name between headline and story, behind the last sentence, and in its services."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields

_MORE = (
    "The pilots have asked for new lamps since the storm of last winter, in which two boats were lost on the"
    " mole, and the port authority has answered none of their letters, according to the secretary."
)
_COMMENT = (
    "A reader writes that the lamps have been dark since the year in which the bridge fell down."
)
_TOLD = f"{ARABIC_LEAD}\n\nوقال أحد البحارة لـ”منارة” إن المصابيح لن تضاء قبل الشتاء."


@pytest.mark.parametrize(
    ("text", "publisher", "source"),
    [
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين – قنديل برس\n\n{ARABIC_LEAD}",
            "قنديل برس",
            "قنديل برس",
            id="behind a city",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nمنارة/ تلين/ خاص\n\n{_TOLD}",
            "منارة",
            "منارة",
            id="its own, and told",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالأربعاء 9 مارس-آذار 2011 الساعة 08 مساءً / قنديل برس- خاص\n\n{ARABIC_LEAD}",
            "قنديل برس",
            "قنديل برس",
            id="its own, behind the day",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالساعة 20:31 (قنديل برس - وكالات)\n\n{ARABIC_LEAD}",
            "قنديل برس",
            None,
            id="and agencies",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nسمير قندليف – قنديل برس\n\n{ARABIC_LEAD}",
            None,
            "قنديل برس",
            id="behind a person",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - رويترز\n\n{ARABIC_LEAD}",
            None,
            "Reuters",
            id="an agency there",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالمصدر:\n\nقنديل\n\nقنديل برس/ تلين\n\n{ARABIC_LEAD}",
            None,
            "قنديل برس",
            id="below a label another site has it from there",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - الجزيرة نت\n\n{ARABIC_LEAD}",
            None,
            "الجزيرة نت",
            id="a known paper whose report is passed on",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nنشر في قنديل تلين يوم 12 - 04 - 2011\n\n{ARABIC_LEAD}",
            "قنديل تلين",
            "قنديل تلين",
            id="an archive of papers",
        ),
        pytest.param(
            f"{TITLE}\n\nPublished in Tellin Lantern on 19 - 02 - 2011\n\n{LEAD}",
            "Tellin Lantern",
            "Tellin Lantern",
            id="an archive of papers, in English",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nPublished in Tellin Lantern, March 9th, 2015",
            "Tellin Lantern",
            "Tellin Lantern",
            id="a paper of its own issue",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nPublished in Tellin Lantern on 9 March 2015",
            None,
            "Tellin Lantern",
            id="another paper's",
        ),
        pytest.param(
            f"1. تخطي إلى المحتوى\n\n3. تخطي إلى المزيد من صفحات TW\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}",
            "TW",
            None,
            id="links to other parts of a site",
        ),
        pytest.param(
            f"Skip to more TW sites\n\n{TITLE}\n\n{LEAD}", "TW", None, id="such links in English"
        ),
        pytest.param(f"Skip to more\n\n{TITLE}\n\n{LEAD}", None, None, id="a link to more"),
        pytest.param(
            f"{TITLE}\n\nTellin Mirror: {LEAD}",
            "Tellin Mirror",
            "Tellin Mirror",
            id="where a story begins",
        ),
        pytest.param(
            f"{TITLE}\n\nTellin Observatory: {LEAD}", None, None, id="somebody who is quoted there"
        ),
        pytest.param(
            f"{TITLE}\n\nTellin Mirror: {LEAD} The Tellin Mirror said so on Monday.",
            None,
            None,
            id="a paper that is quoted there",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nContinent-Presse – Tellin. {FRENCH}",
            "Continent-Presse",
            "Continent-Presse",
            id="before a place",
        ),
        pytest.param(
            f"Tellin Chronicle (Tellin)\n\n{TITLE}\n\n{LEAD}",
            "Tellin Chronicle",
            None,
            id="a kiosk of papers",
        ),
        pytest.param(
            f"Off the wire\n\n{TITLE}\n\n{LEAD}", None, None, id="a section with such a word"
        ),
        pytest.param(
            f"TELLIN TOPIX\n\n{TITLE}\n\n{LEAD}\n\n©2016 Tellin Topix All rights reserved.",
            "Tellin Topix",
            None,
            id="a holder whose name is on top",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n©2016 Tellin Topix All rights reserved.",
            None,
            None,
            id="any holder",
        ),
        pytest.param(
            f"FrontLamp.com - Wars And Rumours Daily\n\n{TITLE}\n\n{LEAD}",
            "FrontLamp.com",
            None,
            id="a domain and its motto",
        ),
        pytest.param(
            f"{TITLE}\n\nPublisher | Radio Free Asia |\n\nPublication Date | 18 February 2014 |\n\n"
            f"Cite as | Radio Free Asia, {TITLE}, 18 February 2014 |\n\n{LEAD}",
            "Radio Free Asia",
            "Radio Free Asia",
            id="the record of an archive",
        ),
    ],
)
def test_a_site_by_its_lines(text: str, publisher: str | None, source: str | None) -> None:
    found = fields(text)
    assert (found.get("publisher"), found.get("source")) == (publisher, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE} (ANI)\n\n{_MORE} (PTI)\n\n{_COMMENT}",
            None,
            id="short reports, one below the other",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nRelated\n\nMore\n\nSport\n\nWells run dry\n\n{_MORE} (ANI)\n\n{_COMMENT}",
            None,
            id="a related report",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE} (ANI)\n\n{_COMMENT}\n\n{_COMMENT}", "ANI", id="comments"
        ),
        pytest.param(f"{TITLE}\n\n{LEAD}\n\n{_MORE} (Ani)\n\n{_COMMENT}", None, id="a first name"),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}(تلين ـ أ ف ب)\n\nدوليات", "AFP", id="with a city"
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE} Source: Tellin Daily Lantern\n\nYou may like",
            "Tellin Daily Lantern",
            id="source behind the last sentence",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE} Source: people who saw it at night",
            None,
            id="people there",
        ),
        pytest.param(
            f"{TITLE}\n\nSource\n\nTellin Post - February 9, 2011\n\n{LEAD}",
            "Tellin Post",
            id="without the day",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nPublished: 27 February 2020\n\nThe mole\n\nA lamp"
            f"\n\nBy Associated Press\n\n{_MORE}\n\n{_MORE}\n\n{LEAD}",
            "AP",
            id="an agency's byline below a standfirst",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nThe lamps\n\nPhoto: Associated Press\n\n{_MORE}",
            None,
            id="a line there",
        ),
        pytest.param(f"• Filter\n\n• Time\n\n• Show\n\n{TITLE}\n\n{LEAD}", None, id="a menu"),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\nLire la suite sur RFI", "RFI", id="goes on there"
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\nLire la suite sur Tellin", None, id="about a city"
        ),
        pytest.param(
            f'{TITLE}\n\n{LEAD} "The mole is dark," RFE/RL\'s Tellin Service reports.',
            "RFE/RL",
            id="its service reports",
        ),
        pytest.param(
            f'{TITLE}\n\n{LEAD} "The mole is dark," the BBC\'s Tellin Service reports.',
            None,
            id="others call it the BBC",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nReported by Mira Holt for RFA's Tellin service. Edited by Osric Maren.",
            "RFA",
            id="reported for its service",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n-- © BNO News All rights reserved 2012-05-17",
            "BNO News",
            id="rights and day",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nالمصدر | منارة", "منارة", id="a label and a bar"
        ),
    ],
)
def test_credits(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ("أخبار تلين\nصحة", "أخبار تلين"),
        ("الرئيسية\nأخبار تلين\nتقارير\nالرئيسية\nأخبار تلين", None),
        ("أخبار وتقارير من تلين وجوارها", None),
        ("Tellin Rights Report", "Tellin Rights Report"),
        ("Tellin rights report names officers", None),
    ],
)
def test_a_section_and_another_headline_are_no_papers_names(
    lines: str, publisher: str | None
) -> None:
    title, lead = (TITLE, LEAD) if lines.isascii() else (ARABIC_TITLE, ARABIC_LEAD)
    found = fields(f"{lines}\n\n{title}\n\n{lead}\n\n{title}\n")
    assert found["title"] == title
    assert found.get("publisher") == publisher


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Al Jazeera's Mira Holt, reporting from Tarn, said that", "Al Jazeera"),
        ("Tellin's Mira Holt, reporting from Tarn, said that", None),
        ("Mira Holt of Al Jazeera, who was reporting from Tarn, saw that", None),
    ],
)
def test_a_broadcaster_calls_its_people_its_own(told: str, source: str | None) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{told} the lamps were dark.\n\n{_MORE}\n"
    assert fields(text).get("source") == source


@pytest.mark.parametrize(
    ("begins", "publisher", "source"),
    [
        ("مرآة تلين (خاص): ", "مرآة تلين", "مرآة تلين"),
        ("بئر قندل (خاص): ", None, None),  # a city
        ("قنديل الإخباري - سامي هلال ", "قنديل الإخباري", "قنديل الإخباري"),
        ("مرصد قنديل - سامي هلال ", None, "مرصد قنديل"),  # whose reports others pass on
    ],
)
def test_outlet_that_begins_an_arabic_story(
    begins: str, publisher: str | None, source: str | None
) -> None:
    text = f"{ARABIC_TITLE}\n\n{begins}{ARABIC_LEAD}"
    found = fields(text)
    assert (found.get("publisher"), found.get("source")) == (publisher, source)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"TELLINPORT.EXAMPLE / {FRENCH}\n\n{FRENCH}", "TELLINPORT.EXAMPLE"),
        (f"TELLINPORT.EXAMPLE / {FRENCH}\n\n{FRENCH}\n\nTellinport\nUne question ?", "Tellinport"),
        (f"TELLIN / {FRENCH}\n\n{FRENCH}", None),
    ],
)
def test_address_in_capitals_that_begins_a_story(text: str, publisher: str | None) -> None:
    assert fields(f"{FRENCH_TITLE}\n\n{text}").get("publisher") == publisher
