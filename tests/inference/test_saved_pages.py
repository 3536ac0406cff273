"""What pages of American and British papers, as they were saved, taught the inference."""

from __future__ import annotations

import pytest

from .harbour import LEAD, MORE, STORY, TITLE, UNDATED_LEAD
from .labelled import inferred_from

_PARAGRAPHS = f"<p>{UNDATED_LEAD}</p><p>{MORE}</p>"
_STAMP = "<div>July 18, 2013 7:15 PM</div>"
_BUTTONS = "<ul><li>Print</li><li>Text</li></ul>"
_HEADING = f"<h1>{TITLE}</h1>"


def found(
    field: str,
    *,
    head: str = "",
    above: str = "",
    heading: str = _HEADING,
    story: str = _PARAGRAPHS,
    below: str = "",
    title: str = TITLE,
) -> object:
    page = (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body>{above}{heading}{story}{below}</body></html>"
    )
    finding = inferred_from(page.encode(), "page.html").findings.get(field)
    return finding.value if finding else None


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Thu Jul 18 16:15:12 PDT 2013", "2013-07-18"),
        ("Thu Jul  4 16:15:12 2013", "2013-07-04"),
        ("Thu Jul 18 2013", "2013-07-18"),
        ("Thu Feb 30 16:15:12 PDT 2013", None),
        ("Thu Foo 18 16:15:12 PDT 2013", None),
    ],
)
def test_a_stamp_as_programs_in_c_print_it(said: str, day: str | None) -> None:
    assert found("date", head=_meta("published", said)) == day


@pytest.mark.parametrize(
    ("above", "day"),
    [
        pytest.param(f"{_STAMP}{_BUTTONS}", "2013-07-18", id="buttons between"),
        pytest.param(
            f"{_STAMP}<p>Bakers of Orsk ask for flour</p>{_BUTTONS}", None, id="a teaser between"
        ),
        pytest.param(f"<div>July 18, 2013</div>{_BUTTONS}<p>Mail</p>", None, id="no hour"),
        pytest.param(f"{_STAMP}<div>July 17, 2013 9:15 AM</div>{_BUTTONS}", None, id="two of them"),
    ],
)
def test_day_and_hour_above_the_headline(above: str, day: str | None) -> None:
    assert found("date", above=above) == day


@pytest.mark.parametrize(
    ("names", "text", "lead", "day"),
    [
        ("updated dtstamp", "Published: July 19, 2013 3:00 a.m.", UNDATED_LEAD, "2013-07-19"),
        ("dateStamp", "May 15, 2013, 4:13 p.m. ET", UNDATED_LEAD, "2013-05-15"),
        ("dateStamp", "Updated June 5, 2013, 7:34 a.m. ET", LEAD, "2013-06-05"),
        ("dateStamp", "Updated June 6, 2013, 7:34 a.m. ET", LEAD, "2013-06-06?"),
        ("date", "Updated: June 4, 2013, 4:56 PM ET", UNDATED_LEAD, "2013-06-04?"),
        ("date", "Updated: June 4, 2013", UNDATED_LEAD, None),
    ],
)
def test_a_stamp_by_its_class(names: str, text: str, lead: str, day: str | None) -> None:
    story = f'<p>{lead}</p><p>{MORE}</p><ul><li class="{names}">{text}</li></ul>'
    assert found("date", heading=f"{_HEADING}", story=story) == day


def test_two_updates_of_different_days_tell_nothing() -> None:
    stamps = "".join(
        f'<span class="date">Updated: June {day}, 2013, 4:56 PM ET</span>' for day in (4, 9)
    )
    assert found("date", below=stamps) is None


def test_an_update_is_a_papers_own_day_only_where_nothing_else_is() -> None:
    update = '<span class="date">Updated: June 4, 2013, 4:56 PM ET</span>'
    assert found("date", above=f"{_STAMP}{_BUTTONS}", below=update) == "2013-07-18"


@pytest.mark.parametrize(
    ("field", "byline", "value"),
    [
        ("authors", "MIRA HOLT AP Sports Writer", ["MIRA HOLT"]),
        ("source", "MIRA HOLT AP Sports Writer", "AP"),
        ("authors", "Mira Holt AP Writer Published: June 7, 2013 2:15AM", ["Mira Holt"]),
        ("authors", "By MIRA HOLT THE ASSOCIATED PRESS", ["MIRA HOLT"]),
        ("source", "Article by: MIRA HOLT ASSOCIATED PRESS", "AP"),
        ("authors", "By Mira Anna Holt Associated Press", ["Mira Anna Holt"]),
        ("authors", "The Harbour AP Writer", None),
        ("source", "Mira Holt AP", None),  # as photographers are credited
        ("source", "By Mira Holt Harbour Council", None),
        ("authors", "By Mira Holt BBC News, Beirut", ["Mira Holt"]),
        ("authors", "By Mira Holt CNN", ["Mira Holt"]),
        ("authors", "By Mira Holt VOA News", ["Mira Holt"]),
        ("authors", "By Mira Holt NPR", ["Mira Holt"]),
        ("authors", "By Mira Holt ESPN.com", ["Mira Holt"]),
        ("authors", "By Mira Holt RFE/RL", ["Mira Holt"]),
        ("authors", "By Mira Holt CBC News", ["Mira Holt"]),
        ("source", "By Mira Holt, Tellin Post Staff Writer", "Tellin Post"),
        ("source", "By Mira Holt, TELLIN.com Staff Writer", "TELLIN.com"),
        ("source", "By Mira Holt, The Harbour Reporter", "The Harbour Reporter"),
        (
            "source",
            "By MIRA HOLT\n\nThe New York Times News Service",
            "New York Times News Service",
        ),
    ],
)
def test_bylines_with_nothing_before_the_agency(field: str, byline: str, value: object) -> None:
    findings = inferred_from(f"{TITLE}\n\n{byline}\n\n{STORY}").findings
    assert (findings[field].value if field in findings else None) == value


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param('<p class="author">La Provence</p>', None, id="a paper of two words"),
        pytest.param(
            '<div class="byline"><span class="byline-name">Mira Holt</span> '
            '<span class="byline-title">Marsa Tellin, Tarvania</span></div>',
            ["Mira Holt"],
            id="a name's own element",
        ),
        pytest.param(
            '<div class="byline">By Mira H. Sun, <b>Mira H. Sun</b> Jun 05, 2013</div>',
            ["Mira H. Sun"],
            id="a name that ends as a weekday begins",
        ),
        pytest.param(
            '<div class="byline">Mira HoltMira Holt, TH Bureau</div>', ["Mira Holt"], id="twice"
        ),
        pytest.param('<div class="authors-list">By El Planeta Urbano</div>', None, id="a magazine"),
        pytest.param(
            '<div class="byline">By El Mehdi Holt</div>', ["El Mehdi Holt"], id="begins as one"
        ),
        pytest.param(
            '<div class="byline">Written by<br>For the Paper<br>Filed Under<br>Lifestyle<br>Tarn County</div>',
            None,
            id="sections",
        ),
    ],
)
def test_marked_bylines(byline: str, names: list[str] | None) -> None:
    assert found("authors", story=f"{byline}{_PARAGRAPHS}") == names


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        (f"{TITLE} - Your Town - Tellin.com", "Tellin.com"),
        (f"{TITLE} - 26 Sep 2011 - Accountants Age", "Accountants Age"),
        (f"{TITLE} | News – Harbourmen.com", "Harbourmen.com"),
        (f"iharbour.com | cooltech | games | {TITLE}", "iharbour.com"),
        (f"{TITLE} - Tagesblick.de - Your independent portal of analysis", "Tagesblick.de"),
        (f"{TITLE} | Tellin News - Channel 7", "Tellin News - Channel 7"),
        (f"{TITLE} - Tellin Herald - All the harbour - Since then", "Tellin Herald"),
        (f"Harbourmen | cooltech | gadgets | {TITLE}", "Harbourmen"),
        (f"{TITLE} - Harbourmen - Sports", "Harbourmen"),
        (f"Tellin Herald | gadgets | {TITLE}", "Tellin Herald"),
        (f"{TITLE} - Harbourmen - 26 Sep 2011", "Harbourmen"),
        (f"Tellin News Agency - TNA | {TITLE}", "Tellin News Agency - TNA"),
    ],
)
def test_the_site_among_what_stands_beside_the_title(title: str, publisher: str) -> None:
    assert found("publisher", title=title) == publisher


def test_a_button_is_no_line_of_the_report() -> None:
    inferred = inferred_from(f"{TITLE}\n\nPost to Facebook\n\n{STORY}")
    assert inferred.body.startswith(UNDATED_LEAD)
    assert inferred.dropped == ("Post to Facebook",)


def test_buttons_and_sections_are_no_site() -> None:
    assert found("publisher", above="<p>Post to Facebook</p>") is None
    logo = "<div class='logo'><h1>Technology</h1></div>"
    site = found("publisher", above=logo, title=f"{TITLE} - Harbourweek")
    assert site == "Harbourweek"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Copyright � 2013, Harbourman.com, Contact Us", "publisher", "Harbourman.com"),
        ("Copyright 2013 NPR. To see more, visit the site.", "source", "NPR"),
    ],
)
def test_lines_of_rights(line: str, field: str, value: str) -> None:
    foot = f"<div>{line}</div><footer>©2013</footer>"
    assert found(field, below=foot) == value


def test_a_line_of_rights_that_names_nobody_stands_where_no_other_does() -> None:
    assert found("rights", below="<footer>©2013 – </footer>") == "©2013 –"


@pytest.mark.parametrize("sign", ["©", "(c)", "Copyright ", "2013 ", "By A (photos), "])
def test_a_sign_a_hundred_times(sign: str) -> None:
    line = sign * 60
    assert found("title", above=f"<p>{line}x</p>", below=f"<footer>{line}© x!</footer>") == TITLE


def test_an_agencys_dateline_below_other_paragraphs() -> None:
    others = "".join(f"<p>{text} {MORE}</p>" for text in ("One.", "Two.", "Three.", "Four.")) * 2
    filed = f"<p>TELLIN (AP) — {UNDATED_LEAD}</p>"
    foot = "<footer>©2013 Bloomberg L.P. All Rights Reserved.</footer>"
    assert found("source", story=f"{others}{filed}", below=foot) == "AP"
    two = f"<p>ORSK (Reuters) — {MORE}</p>"
    assert found("source", story=f"{others}{filed}{two}", below=foot) == "Bloomberg"


@pytest.mark.parametrize(
    ("site", "told", "source"),
    [
        ("Tellin Herald", "told The Guardian", None),
        ("The Guardian Weekly", "told The Guardian", "The Guardian"),
        ("Deutsche Welle", "told DW", "DW"),
        ("Fox News", "told FoxNews.com", "FoxNews.com"),
        ("Tellin Observatory for Human Rights", "told The Guardian", "The Guardian"),
        ("The Tellin Times", "reviewed by The Times", "The Tellin Times"),
    ],
)
def test_other_papers_are_quoted(site: str, told: str, source: str | None) -> None:
    story = f"<p>{UNDATED_LEAD}</p><p>A pilot {told} that the lamps are out, in words that he chose.</p>"
    head = f'<meta property="og:site_name" content="{site}">'
    assert found("source", head=head, story=story) == source


def test_a_man_who_is_told_something_is_no_paper() -> None:
    said = "Steve Jobs walked in, and telling Jobs that it was late was no use; nobody was telling Jobs."
    assert found("source", story=f"<p>{said}</p>{_PARAGRAPHS}") is None


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        pytest.param("<h1>Tellin Health Centre</h1>", f"{TITLE} – TellinMD", id="a section's"),
        pytest.param(
            f'<h1>Orsk at Tellin</h1><h1>{TITLE}</h1><meta property="og:title" content="Recaps">',
            "Recap - Orsk Lamps at Tellin Bay - Tellinsports.com",
            id="networks",
        ),
        pytest.param("<h1>②ality – ferries and more</h1>", TITLE, id="the site's"),
    ],
)
def test_the_title_that_the_story_goes_on_about(heading: str, title: str) -> None:
    assert found("title", heading=heading, title=title) == TITLE


def test_a_headline_that_the_story_says_little_of_stays() -> None:
    own = "<h1>The harbour lamps misadventure</h1>"
    assert found("title", heading=own, title=f"{TITLE} – Blog") == "The harbour lamps misadventure"


def test_a_title_that_several_places_tell_stays_though_the_story_says_little_of_it() -> None:
    head = '<meta property="og:title" content="Notes of May">'
    assert found("title", head=head, heading="<h1>Notes of May</h1>") == "Notes of May"


def test_a_heading_that_the_story_says_nothing_of_stays_where_no_other_is_told() -> None:
    told = found("title", heading="<h1>Notes of May</h1>", title="Harbour column")
    assert told == "Notes of May"


def test_signs_that_were_escaped_twice() -> None:
    head = (
        '<meta property="og:title" content="Pilots of J&amp;amp;K refuse shifts &amp;#8211; again">'
    )
    assert found("title", head=head, heading="", title="x") == "Pilots of J&K refuse shifts – again"


def test_what_a_paper_says_of_reprints_is_no_story() -> None:
    reprints = (
        "Harbour Reprints: This copy is for your personal, non-commercial use only. To order copies for"
        " distribution to your colleagues, clients or customers, use the tool at the bottom of any page."
    )
    page = f"<html><body>{_HEADING}<p>{reprints}</p>{_PARAGRAPHS}</body></html>"
    assert inferred_from(page.encode(), "page.html").body.startswith(UNDATED_LEAD)
    held = reprints.replace("This copy is for", "The court held that a copy was for")
    page = f"<html><body>{_HEADING}<p>{held}</p>{_PARAGRAPHS}</body></html>"
    assert inferred_from(page.encode(), "page.html").body.startswith(held)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Elise Norgaard and Karim Vashti (photos)", ["Elise Norgaard"]),
        ("By Elise Norgaard and Karim Vashti, Photographs", ["Elise Norgaard"]),
        ("By Elise Norgaard and Karim Vashti (translation)", ["Elise Norgaard"]),
        ("Par Claire Vidal et Samir Hadid, photographe", ["Claire Vidal"]),
        (
            "Par Claire Vidal, Samir Hadid et Karim Dahl (traduction)",
            ["Claire Vidal", "Samir Hadid"],
        ),
        ("By Karim Vashti (photos)", None),
        ("By Elise Norgaard and Karim Vashti", ["Elise Norgaard", "Karim Vashti"]),
    ],
)
def test_who_took_the_pictures_or_translated_is_no_author(
    byline: str, names: list[str] | None
) -> None:
    findings = inferred_from(f"{TITLE}\n\n{byline}\n\n{STORY}").findings
    assert (findings["authors"].value if "authors" in findings else None) == names
    marked = found("authors", story=f'<p class="byline">{byline}</p>{_PARAGRAPHS}')
    assert marked == names


@pytest.mark.parametrize(
    "line",
    [
        "allAfrica.com\n\nKarim Dahl (Tellin)",
        "allAfrica.com\n\nCongo (Interview)",
        "allAfrica.com\n\nPhoto Essay (Courtesy OCHA)",
        "allAfrica.com\n\nFerry pilots on the mole (Kerra)",
        "Format\nManuscript\nSource\nGift of the Maren family\nPosted\n21 Jul 2020\nOrigin\nTellin",
    ],
)
def test_what_stands_where_a_source_does(line: str) -> None:
    assert "source" not in inferred_from(f"{line}\n\n{TITLE}\n\n{STORY}").findings


@pytest.mark.parametrize(
    "line",
    [
        "Source: Testimony of a guard, Tellin, in Arabic 12 March 2014",
        "Source: Parish register, Orsk-on-Lire, in Latin 3 May 31",
    ],
)
def test_archives_describe_their_sources_as_monitors_do(line: str) -> None:
    assert "source" not in inferred_from(f"{TITLE}\n\n{STORY}\n\n{line}").findings


def test_what_a_monitor_heard_is_known_by_its_own_mark() -> None:
    line = "Source: Harbour Voices, Tellin, in Arabic 12 March 2014"
    text = f"{TITLE}\n\n{STORY}\n\n{line}"
    assert "source" not in inferred_from(text).findings
    site = text.replace("Harbour Voices", "Harbour Voices website")
    assert inferred_from(site).findings["source"].value == "Harbour Voices"
    marked = inferred_from(f"{text}\n\nBBC Mon ME1 MEEauosc 120214 vs/mr")
    assert marked.findings["source"].value == "Harbour Voices"


@pytest.mark.parametrize("ahead", ["Media Tycoon Karim Dahl", "News Editor Karim Dahl"])
def test_a_person_before_the_story_is_no_outlet(ahead: str) -> None:
    text = f"{TITLE}\n\n{ahead} – {UNDATED_LEAD}\n\n{MORE}"
    assert "source" not in inferred_from(text).findings


@pytest.mark.parametrize(
    ("said", "shown", "source"),
    [
        ("Harbour.com", "Harbour.com", "Harbour.com"),
        ("Harbour.com", "Harbour", None),
        ("Fox News", "Fox News", None),  # the site itself
        ("", "", None),
    ],
)
def test_a_source_that_programs_and_readers_are_told(
    said: str, shown: str, source: str | None
) -> None:
    head = _meta("dc.source", said) + '<meta property="og:site_name" content="Fox News">'
    assert found("source", head=head, story=f"<p>{shown}</p>{_PARAGRAPHS}") == source


@pytest.mark.parametrize("outlet", ["Layla News", "San Francisco Chronicle"])
def test_an_outlet_before_the_story_may_have_a_given_name(outlet: str) -> None:
    findings = inferred_from(f"{TITLE}\n\n{outlet} – {UNDATED_LEAD}\n\n{MORE}").findings
    assert findings["source"].value == outlet
