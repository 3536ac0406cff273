"""Layouts of their own that agencies, papers and organisations have: days, headlines, pages."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE, page
from .labelled import ARABIC, STORY, fields, inferred_from


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{TITLE}\n\nBy AFP - Mar 03,2016 - Last updated at Mar 03,2016\n\n{LEAD}",
            "2016-03-03",
            id="no blank behind the comma",
        ),
        pytest.param(f"{TITLE}\n\nMarch 3,200 ships\n\n{LEAD}", None, id="a number behind it"),
        pytest.param(
            f"{FRENCH_TITLE}\n\nTexte par : AFP\nPremière publication : 05/04/2011\n"
            f"Dernière modification : 06/04/2011\n\n{FRENCH}",
            "2011-04-05",
            id="first publication",
        ),
        pytest.param(
            f"{TITLE}\n\nLast update - 21:40 28/01/2009\n\n{LEAD}",
            "2009-01-28",
            id="update on the weekday that is told of",
        ),
        pytest.param(
            f"{TITLE}\n\nLast update - 21:40 29/01/2009\n\n{LEAD}", None, id="on another weekday"
        ),
        pytest.param(
            f"لجان الأحياء في تلين\nبيان حول المصابيح\n\n{ARABIC_LEAD}\n\nالرحمة لبحارتنا والضوء لمينائنا\n\n"
            "لجان الأحياء في تلين\nالخميس 12/4/2012",
            "2012-04-12",
            id="below who signs a statement that begins with the name",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nالرحمة لبحارتنا والضوء لمينائنا\n\n"
            "ذكرى غرق السفينة\nالخميس 12/4/2012",
            None,
            id="below another line",
        ),
        pytest.param(
            f"{TITLE}\n\nTellin / 14 Aug.'08 / 13:20\n\n{LEAD}",
            "2008-08-14",
            id="a year of two figures",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nPar Rita Olmaz\nDiffusion : lundi 3 février 2014\n\n{FRENCH}",
            "2014-02-03",
            id="when it was on air",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\njm/tp/cco\n\n(©AFP / 12 mai 2012 15h22)",
            "2012-05-12",
            id="in an agency's rights line",
        ),
        pytest.param(
            f"السبت 19 نوفمبر 2011م\nتاريخ النشر: الخميس 17 نوفمبر 2011\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}",
            "2011-11-17",
            id="a label before the weekday, below the day of saving",
        ),
        pytest.param(
            f"{TITLE}\n\nPublished on 14 November 2013 in News\n\n{LEAD}",
            "2013-11-14",
            id="in a section",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n12/03/2011 14:32:05 - TELLIN (AFP) - © 2011 AFP\n\n{FRENCH}",
            "2011-03-12",
            id="AFP's stamp in French",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nآخر تحديث: الأربعاء، 12 يونيو/ حزيران، 2013، 14:20 GMT\n\n{ARABIC_LEAD}",
            "2013-06-12",
            id="the only day, as the BBC had it",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nآخر تحديث: الأربعاء، 12 يونيو/ حزيران، 2013\n\n{ARABIC_LEAD}",
            None,
            id="a day of update without a clock",
        ),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        pytest.param(
            f"Tellin News Agency - TNA - : {TITLE}\n\n{TITLE}\n\n{LEAD}",
            TITLE,
            "Tellin News Agency - TNA",
            id="agency and letters ahead",
        ),
        pytest.param(
            f"وكالة تلين للأنباء || {ARABIC_TITLE}\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}",
            ARABIC_TITLE,
            "وكالة تلين للأنباء",
            id="two bars",
        ),
        pytest.param(
            f"Tellin Observatory for Human Rights\n\nNorthern province:\n\n{LEAD}\n\nThe Observatory was"
            " informed by the crew that two of the ships have no bread left.",
            LEAD.removesuffix("."),
            "Tellin Observatory for Human Rights",
            id="nothing but a letterhead",
        ),
        pytest.param(
            f"Council of Deir Ashqal Suspends Mayor\n\n{LEAD}",
            "Council of Deir Ashqal Suspends Mayor",
            None,
            id="a headline that begins as names of bodies do",
        ),
        pytest.param(
            f"You are here: Home » Region » {TITLE}\n\n{TITLE}\n\n{LEAD}\n\n© 2016 The Tellin Times.",
            TITLE,
            "The Tellin Times",
            id="a path",
        ),
        pytest.param(
            f"القلم العربي | صحيفة يومية سياسية مستقلة\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}",
            ARABIC_TITLE,
            "القلم العربي",
            id="a paper's motto",
        ),
        pytest.param(
            f"Tellin Relief Committee\n2 hrs ·\n\nWe at the Tellin Relief Committee tell our friends that the"
            f" lamps on both moles of the harbour are out, and that seventeen ships wait.\n\n{LEAD}",
            "We at the Tellin Relief Committee tell our friends that the lamps on both moles of the harbour are"
            " out, and that seventeen ships wait",
            "Tellin Relief Committee",
            id="a page of a network",
        ),
        pytest.param(
            f"Hazmar Weekly\nThe first English-language newspaper of Hazmar\n\n{TITLE}\n\n{LEAD}",
            TITLE,
            "Hazmar Weekly",
            id="a motto in words",
        ),
        pytest.param(
            f"PORTS - {TITLE} - Tellin News\n\nPorts - Strike\n\n{TITLE}\n\n{LEAD}",
            TITLE,
            "Tellin News",
            id="between a section and the site",
        ),
    ],
)
def test_titles_and_publishers(text: str, title: str, publisher: str | None) -> None:
    found = fields(text)
    assert (found.get("title"), found.get("publisher")) == (title, publisher)


@pytest.mark.parametrize(
    ("element", "title"),
    [
        (f"{TITLE}_English_Tellin Wire", TITLE),
        (f"Tellin News Agency - Local : {TITLE}", TITLE),
        (f"{TITLE} at last", f"{TITLE} at last"),
    ],
)
def test_the_line_of_a_page_that_its_title_has_between_names(element: str, title: str) -> None:
    body = (
        f"<table><tr><td>Home</td></tr><tr><td>{TITLE}</td></tr></table><p>{LEAD}</p><p>{STORY}</p>"
    )
    inferred = inferred_from(page(f"<title>{element}</title>", body), "a.html")
    assert inferred.findings["title"].value == title


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        pytest.param(
            f"<p>تلين، مرسى - أ ف ب، رويترز</p><h1>{ARABIC_TITLE}</h1><p>{ARABIC_LEAD}</p><p>{ARABIC}</p>",
            "source",
            "AFP",
            id="agencies above the headline",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1><p>News.example.cn &nbsp; 2015-05-04 19:26:13 &nbsp; [More] &nbsp; Feedback</p>"
            f"<p>{LEAD}</p><p>{STORY}</p>",
            "date",
            "2015-05-04",
            id="a site's clock among buttons",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1><p class='author'>Agence France-Presse<br>Ciudad Tellin, San"
            f" Tadeo</p><p>{LEAD}</p>"
            f"<p>{STORY}</p>",
            "authors",
            None,
            id="a city below an agency",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1><p class='author'>Ketevan M.</p><p>{LEAD}</p><p>{STORY}</p>",
            "authors",
            ["Ketevan M."],
            id="a last initial keeps its dot",
        ),
    ],
)
def test_pages(body: str, field: str, value: object) -> None:
    found = inferred_from(page(f"<title>{TITLE}</title>", body), "a.html").findings
    assert (found[field].value if field in found else None) == value
