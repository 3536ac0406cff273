"""How portals and parish pages lay out what they pass on: paths, labels, credits and days around a story."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields, inferred_from

_GOES_ON = (
    "Devant le môle, des familles attendent des nouvelles des deux marins blessés la veille lors d'une"
    " marche que les gendarmes du port ont dispersée, et les premières lampes ne seront réparées qu'après"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"Mardi, 12 Novembre 2019\nAccueil quotidien phare societe {FRENCH_TITLE}\n\n"
            f"{FRENCH_TITLE}\n\n{FRENCH}",
            FRENCH_TITLE,
            id="a path that only its first word tells",
        ),
        pytest.param(
            f"Avec notre envoyé spécial à Tellin\n{FRENCH}\n{FRENCH}",
            None,
            id="whom a radio has there",
        ),
        pytest.param(
            f"To: His Excellency Osric Maren President of Tarvania\n\nDear Mr. President,\n\n{LEAD}",
            None,
            id="to whom a letter goes",
        ),
        pytest.param(
            f"{ARABIC_TITLE} - خارجيات\n\n{ARABIC_LEAD}",
            ARABIC_TITLE,
            id="a section behind a headline",
        ),
        pytest.param(
            f"Tellin Tribune\n\nPlural news and views on Tarvania\n\n{TITLE}\n\n{LEAD}",
            TITLE,
            id="what a paper calls itself",
        ),
        pytest.param(f"نوار - هسبريس\n{ARABIC_LEAD}\n{ARABIC_LEAD}", None, id="a city and a paper"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    found = inferred_from(text).findings["title"]
    assert (None if found.evidence.startswith("first sentence") else found.value) == title


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(f"{TITLE}\n\nFrom AP:\n\n{LEAD}", "AP", id="from an agency"),
        pytest.param(f"{TITLE}\n\nFrom Tarn:\n\n{LEAD}", None, id="from a city"),
        pytest.param(
            f"{TITLE}\n\nMedia Foundation for West Africa (MFWA)’s reporter told it. {LEAD} Source - MFWA"
            f"\n\nNo comments:\n\nOpinions in these columns are those of their writers and of nobody else.",
            "MFWA",
            id="letters that the story spells behind a label",
        ),
        pytest.param(f"{TITLE}\n\n{LEAD} Source - MFWA", None, id="letters that nobody spells"),
        pytest.param(
            f"{TITLE}\n\n{LEAD} (Source: Tellin Health Organization)\n\n{LEAD}",
            None,
            id="whose figures these are",
        ),
        pytest.param(f"{TITLE}\n\nBook Review | By Mira Holt\n\n{LEAD}", None, id="a section"),
        pytest.param(
            f"{FRENCH_TITLE}\n\nPHARE.NET | Par Boukari Holt\njeudi 18 octobre 2018.\n\n{FRENCH}",
            "PHARE.NET",
            id="a site ahead of its author",
        ),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source


def test_the_author_behind_a_site() -> None:
    found = fields(
        f"{FRENCH_TITLE}\n\nPHARE.NET | Par Boukari Holt\njeudi 18 octobre 2018.\n\n{FRENCH}"
    )
    assert found["authors"] == ["Boukari Holt"]


def test_a_byline_left_empty_takes_no_day_for_a_name() -> None:
    found = fields(f"{FRENCH_TITLE}\n\nPar\nPublié le 21 novembre 2014 à 17:08\n\n{FRENCH}")
    assert (found.get("authors"), found["date"]) == (None, "2014-11-21")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{FRENCH_TITLE}\n\n{_GOES_ON} l'hiver\n\nSamedi 18 Mars 2023\n\nDans la même rubrique :",
            "2023-03-18",
            id="a day below a caption without an end",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{_GOES_ON} le\n\nSamedi 18 Mars 2023\n\nDans la même rubrique :",
            None,
            id="a day that the caption announces",
        ),
        pytest.param(
            f"Ligue des marins\n\n{FRENCH_TITLE}\n\n[Document mis en ligne sur le site de la Ligue le"
            f" 23 avril 2007 au format PDF.]\n\n{FRENCH}",
            "2007-04-23",
            id="when a document was put online",
        ),
        pytest.param(
            f"{ARABIC_TITLE}/{TITLE}\n\nHarbour Watch/February 26/2020\n\n{ARABIC_LEAD}",
            "2020-02-26",
            id="an outlet and a day between slashes",
        ),
        pytest.param(
            f"{TITLE}\n\nHarbour Watch/February 26/2020\n\n{LEAD}\n\nTarn Mirror/March 1/2020\n\n{LEAD}",
            None,
            id="two such days",
        ),
        pytest.param(
            f"{TITLE}\n\nTellin, Tarvania, Feb. 3, 2009 ( – {LEAD}", "2009-02-03", id="a link gone"
        ),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    "above", ["Press releases Multiple Mechanisms", "أخبار العالم العربيسلايد رئيسي", "report.pdf"]
)
def test_parts_of_a_site_are_no_publishers(above: str) -> None:
    title, lead = (ARABIC_TITLE, ARABIC_LEAD) if "أ" in above else (TITLE, LEAD)
    assert "publisher" not in fields(f"{above}\n\n{title}\n\n{lead}")
