"""Forms that agencies, databases, mailing lists and aggregators give their texts and pages."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, MORE, STORY, TITLE, UNDATED_LEAD, page
from .labelled import fields, inferred_from


def _of_page(head: str, body: str) -> dict[str, object]:
    story = f"<div class=prose><p>{UNDATED_LEAD}</p><p>{MORE}</p></div>"
    found = inferred_from(page(head, body.replace("STORY", story)), "report.html").findings
    return {name: finding.value for name, finding in found.items()}


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Thu Sep 17 22:41:07 BST 2009", "2009-09-17"),
        ("Thu Sep 17 22:41:07 2009", "2009-09-17"),
        ("Thu Sep  3 22:41:07 +0200 2009", "2009-09-03"),
    ],
)
def test_a_mailing_list_has_the_sender_and_a_stamp_below_the_subject(stamp: str, day: str) -> None:
    sender = "Rowan Pettifer rpettifer at humanline.example"
    found = fields(f"[free-harbour] {TITLE}\n\n{sender}\n{stamp}\n\n{STORY}")
    assert (found["title"], found["date"]) == (TITLE, day)
    assert fields(f"{sender}\n\n{TITLE}\n\n{STORY}")["title"] == TITLE


@pytest.mark.parametrize(
    "line", ["29-09-2016 News Release No. 16/71", "News release n° 12 | 29-09-2016"]
)
def test_the_number_of_a_release_beside_its_day(line: str) -> None:
    assert fields(f"{line}\n\n{TITLE}\n\n{STORY}")["date"] == "2016-09-29"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"(محدث) {ARABIC_TITLE}", ARABIC_TITLE),
        (f"2ND ROUNDUP: {TITLE}", TITLE),
        (f"ROUNDUP: {TITLE}", TITLE),
    ],
)
def test_marks_of_agencies_leave_the_title(line: str, title: str) -> None:
    story = ARABIC_LEAD if title == ARABIC_TITLE else STORY
    assert fields(f"{line}\n\n{story}")["title"] == title


@pytest.mark.parametrize(
    "above",
    [
        "Amnesty International\n\nWorking to protect human rights",
        "THE TELLIN COURIER\n\nYour town, your paper",
    ],
)
def test_a_motto_below_the_name_is_no_headline(above: str) -> None:
    title = "Release students held incommunicado after library raid"
    story = f"The students must be released. {UNDATED_LEAD}"
    assert fields(f"{above}\n\n{title}\n\n{story}\n\n{MORE}")["title"] == title


_DOCUMENT = """12 of 48 DOCUMENTS

{top}The Harbour Independent (Tellin)

May 19, 2012 Saturday
First Edition

{headline}

BYLINE: Gwendolyn Parr in Tellin

SECTION: WORLD; Pg. 30

LENGTH: 431 words

"""


@pytest.mark.parametrize("top", ["", "Copyright 2011 Harbour Print Ltd\n\nAll Rights Reserved\n\n"])
def test_a_document_of_a_database_without_a_label_before_its_headline(top: str) -> None:
    headline = "Old town tastes quiet, and fears it;\nObservers have brought a lull"
    head = _DOCUMENT.format(top=top, headline=headline)
    found = fields(f"{head}{STORY}")
    assert (found["title"], found["date"]) == ("Old town tastes quiet, and fears it", "2012-05-19")
    assert found["authors"] == ["Gwendolyn Parr"]


def test_a_documents_own_label_comes_first() -> None:
    head = _DOCUMENT.format(top="", headline=f"Lead article\n\nHEADLINE: {TITLE}")
    assert fields(f"{head}{STORY}")["title"] == TITLE


def test_what_is_counted_and_has_no_labels_is_no_document() -> None:
    text = f"12 of 48\n\nMay 19, 2012\n\nLamps;\n\n{TITLE}\n\n{STORY}"
    assert fields(text)["title"] != "Lamps"


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ("Source: The Lantern website, Tellin, in Arabic 11 Feb 14", "2014-02-11"),
        ("Source: The Lantern, Tellin, in Arabic 0930 gmt 11 Feb 14", "2014-02-11"),
        ("Source: The Lantern web site, Port Hamel in English 3 Mar 1998", "1998-03-03"),
    ],
)
def test_what_bbc_monitoring_passes_on(source: str, day: str) -> None:
    above = 'Text of report by Munir al-Sabbagh headlined "No truce" published by The Lantern on 11 February'
    tail = "BBC Mon ME1 MEEauosc 120214 vs/mr"
    found = fields(f"{TITLE}\n\n{above}\n\n{STORY}\n\n{source}\n\n{tail}")
    assert (found["source"], found["date"]) == ("The Lantern", day)
    assert found["authors"] == ["Munir al-Sabbagh"]
    inferred = inferred_from(f"{TITLE}\n\n{above}\n\n{STORY}\n\n{source}\n\n{tail}")
    assert above not in inferred.body
    assert source not in inferred.body


def test_who_is_named_so_elsewhere_has_not_written_it() -> None:
    above = 'Text of report by Munir al-Sabbagh headlined "No truce" published by The Lantern on 11 February'
    assert "authors" not in fields(f"{TITLE}\n\n{above}\n\n{STORY}\n\nSource: The Lantern, Tellin")


@pytest.mark.parametrize(
    "name", ["Daily Lamp", "Médecins Sans Frontières", "Office of the Ombudsman"]
)
def test_an_aggregator_names_whose_report_it_is(name: str) -> None:
    text = f"{{}}\n23 November 2015\n\n{name} (Kerra)\n\n{TITLE}\n\npress release\n\n{STORY}"
    found = fields(text.format("allAfrica.com"))
    assert (found["publisher"], found["source"]) == ("allAfrica.com", name)
    assert found["date"] == "2015-11-23"
    assert "(Kerra)" not in inferred_from(text.format("allAfrica.com")).body
    assert fields(text.format("Harbour Notes")).get("source") != name


def test_a_body_and_its_city_stand_above_a_headline() -> None:
    title = "Hospital Hit for Third Time in Two Months"
    text = (
        f"allAfrica.com\n23 November 2015\n\nMédecins Sans Frontières (Kerra)\n\n{title}\n\n{STORY}"
    )
    assert fields(text)["title"] == title
    unknown = f"Ferry Pilots Who Refuse (Kerra)\n\n{TITLE}\n\n{STORY}"
    assert fields(unknown)["title"] == "Ferry Pilots Who Refuse (Kerra)"


@pytest.mark.parametrize(
    "sign", ["(بترا)- من نوال الصمادي-", "(بترا) من نوال الصمادي -", "(بترا) -- من نوال الصمادي:"]
)
def test_an_author_behind_the_agency(sign: str) -> None:
    lead = f"تلين 5 آب {sign} {ARABIC_LEAD}"
    found = fields(f"{ARABIC_TITLE}\n\n{lead}\n\n{ARABIC_LEAD}")
    assert (found["source"], found["authors"]) == ("Petra", ["نوال الصمادي"])


@pytest.mark.parametrize(
    "lead",
    [
        f"تلين 5 آب (بترا)- من ميناء تلين - {ARABIC_LEAD}",
        f"تلين 5 آب (مصابيح)- من نوال الصمادي- {ARABIC_LEAD}",
    ],
)
def test_who_is_no_author_behind_an_agency(lead: str) -> None:
    assert "authors" not in fields(f"{ARABIC_TITLE}\n\n{lead}\n\n{ARABIC_LEAD}")


def test_an_agency_by_its_other_letters() -> None:
    credit = "المصدر: (و ص ف)\n7 كانون الثاني 2013 الساعة 18:22"
    found = fields(f"{ARABIC_TITLE}\n\n{credit}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}")
    assert (found["source"], found["date"]) == ("AFP", "2013-01-07")


def test_a_gallery_and_other_headlines_below_the_day() -> None:
    below = (
        "October/02/2015\n\nPHOTO GALLERY\nMOST POPULAR\n1 Two arrested over a quarrel\n2 Lamps lit"
    )
    found = inferred_from(f"{TITLE}\n\nKERRA – Anadolu Agency\n\n{STORY}\n\n{below}")
    assert found.findings["date"].value == "2015-10-02"
    assert "Two arrested" not in found.body


@pytest.mark.parametrize("weekday", ["Sunday", "Monday"])
def test_a_day_and_clock_without_year_where_an_agency_has_its_rights(weekday: str) -> None:
    lead = f"TELLIN (AP) -- A ferry sank off the harbour early {weekday}, and eleven people died."
    rights = "© 2010 The Associated Press. All rights reserved."
    found = fields(f"{TITLE}\n\nFeb 14, 4:57 PM EST\n\n{lead}\n\n{STORY}\n\n{rights}")
    assert (found.get("date") == "2010-02-14") is (weekday == "Sunday")


def test_a_day_beside_other_words_is_no_day_and_clock() -> None:
    lead = "TELLIN (AP) -- A ferry sank off the harbour early Sunday, and eleven people died."
    rights = "© 2010 The Associated Press. All rights reserved."
    found = fields(f"{TITLE}\n\nMourning until Feb 14\n\n{lead}\n\n{STORY}\n\n{rights}")
    assert found.get("date") != "2010-02-14"


def test_two_who_file_from_two_cities() -> None:
    byline = "<div class=byline>By Katya Lindgren in Kerra &amp; Robert Amsel in Tellin Harbour News</div>"
    found = _of_page(f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>{byline}STORY")
    assert found["authors"] == ["Katya Lindgren", "Robert Amsel"]


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("By Elise Norgaard and Karim Vashti", ["Elise Norgaard", "Karim Vashti"]),
        ("By Elise Norgaard and the harbour desk", ["Elise Norgaard"]),
        ("By Paula Ernst and Karim Vashti", ["Elise Norgaard"]),
    ],
)
def test_a_byline_that_names_more_than_the_head(printed: str, authors: list[str]) -> None:
    head = f'<title>{TITLE}</title><meta name="author" content="Elise Norgaard">'
    found = _of_page(head, f"<h1>{TITLE}</h1><p><em>{printed}</em></p>STORY")
    assert found["authors"] == authors


def test_rights_in_a_picture_are_not_the_reports() -> None:
    credit = "<div class=caption>The mole.</div><div class=credit>© 2013 Reuters</div>"
    picture = f"<div class=image><img src=a.jpg>{credit}</div>"
    head = f"<title>{TITLE} | Tellin Post</title>"
    found = _of_page(head, f"<h1>{TITLE}</h1>{picture}STORY")
    assert ("rights" in found, "source" in found) == (False, False)
    foot = "<div id=footer><div class=credit>© 2013 Tellin Post</div></div>"
    found = _of_page(head, f"<h1>{TITLE}</h1>STORY{foot}")
    assert found["rights"] == "© 2013 Tellin Post"


@pytest.mark.parametrize(
    ("element", "day"),
    [
        (f"KUNA : {TITLE} - Politics - 14/02/2011", "2011-02-14"),
        (f"CNN - {TITLE} - January 22, 1999", "1999-01-22"),
        (f"{TITLE} - January 22, 1999", None),
        (f"CNN - {TITLE} {'- and so on ' * 40}- January 22, 1999", None),
    ],
)
def test_the_day_behind_site_and_headline(element: str, day: str | None) -> None:
    found = _of_page(f"<title>{element}</title>", f"<span>{TITLE}</span>STORY")
    assert (found["title"], found.get("date")) == (TITLE, day)
    assert TITLE not in str(found.get("publisher"))


def test_the_head_of_a_forums_first_post() -> None:
    post = (
        "<table><tr><td class=thead><div>#<a><strong>1</strong></a></div><div><a name='post{}'></a>"
        "{}-10-2009, 01:34 AM</div></td></tr>"
        "<tr><td><div>Lamp 7</div><div>Join Date: Mar 2007</div><div>Posts: 1,204</div></td></tr>"
        "<tr><td>{}</td></tr></table>"
    )
    story = f"{UNDATED_LEAD}<br><br>{MORE}<br><br>Source: Reuters 17/10/2009"
    posts = (
        post.format(88121, 18, story),
        post.format(88122, 19, f"Thanks! {MORE}<br><br>{UNDATED_LEAD}"),
    )
    navigation = "<table><tr><td>Last visit: 21-10-2009, 05:10 AM</td></tr></table>"
    head = f"<title>{TITLE} - Harbour Forum</title>"
    assert _of_page(head, navigation + "".join(posts))["date"] == "2009-10-18"


def test_the_clock_of_a_site_in_its_head() -> None:
    clock = "Saturday, August 13, 2011 Last Updated: 04:12 Mecca time, 01:12 GMT"
    text = f"{clock}\n\n{TITLE}\n\nLast Modified: 12 Aug 2011 21:37\n\n{STORY}"
    assert "date" not in fields(text)
    told = text.replace("their union said", "their union said on Friday")
    assert fields(told)["date"] == "2011-08-12"
