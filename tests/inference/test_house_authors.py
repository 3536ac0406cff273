"""How agencies, papers and organisations name their authors, and what only looks like it."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE, page
from .labelled import ARABIC, STORY, fields, inferred_from

_LAST = "The captains say they will wait at anchor until the lamps burn again."


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        pytest.param(
            f"{TITLE}\n\nBy\nRita Olmaz\nOmar Tarwan\nin\nGeneva\nPublished date: 12 April 2018\n\n{LEAD}",
            ["Rita Olmaz", "Omar Tarwan"],
            id="each name in a line",
        ),
        pytest.param(
            f"{TITLE}\n\nBy\nRita Olmaz\nNorthern Mole\nthe lamps\n\n{LEAD} Northern Mole is dark.",
            ["Rita Olmaz"],
            id="what follows the name is told of below",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\npar Rita OLMAZ, avec Omar TARWAN à Genève\n\n{FRENCH}",
            ["Rita OLMAZ", "Omar TARWAN"],
            id="with whom",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nPar Le Courrier.fr\n\n{FRENCH}", [], id="a site's address"
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nPar Édouard Malville, L'Écho du Soir, le 5 avril 2008\n\n{FRENCH}",
            ["Édouard Malville"],
            id="a paper behind the name",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين: سامر قندليف مرسى: هالة مرزوق\n\n{ARABIC_LEAD}",
            ["سامر قندليف", "هالة مرزوق"],
            id="two cities with their people",
        ),
        pytest.param(
            f"{ARABIC_TITLE} | عهد البحر\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n"
            f"{ARABIC_LEAD[:60]}.\n\nسامر قندليف - عهد البحر",
            ["سامر قندليف"],
            id="name and site below the last line",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\nPosted by Rita Olmaz at 6:14 AM\n\n3 comments:\n\nWho sails?",
            ["Rita Olmaz"],
            id="posted by",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\nComments\nPosted by Rita Olmaz at 6:14 AM",
            [],
            id="posted below as a comment",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nمرسلة بواسطة مصباح الجنوب في 21:14",
            [],
            id="an account",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\n{_LAST}\n\nRita Olmaz, 12 May 2012",
            ["Rita Olmaz"],
            id="name and day below a short paragraph",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\n{_LAST}\n\nRita Olmaz - Geneva",
            ["Rita Olmaz"],
            id="name and city below a short paragraph",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\nTwo pilots were lost:\n\nOmar Tarwan\n\nSami Olmaz",
            [],
            id="a list of the lost",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n{ARABIC}\n\nوالمفقودان هما:\n\nسامر قندليف\n\nهالة مرزوق",
            [],
            id="a list of the lost in Arabic",
        ),
        pytest.param(
            f"{TITLE}\n\nRita Olmaz (author), Omar Tarwan (author)\n\n{LEAD}",
            ["Rita Olmaz", "Omar Tarwan"],
            id="as author",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nحاورها: سامر قندليف\n\n{ARABIC_LEAD}",
            ["سامر قندليف"],
            id="حاورها",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\nPropos recueillis à Genève par Rita Olmaz",
            ["Rita Olmaz"],
            id="propos recueillis à",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\nAnoush Vartelli (avec agences)",
            ["Anoush Vartelli"],
            id="with agencies",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\nAnoush Vartelli (Correspondant régional)",
            ["Anoush Vartelli"],
            id="a correspondent of a region",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\nIbrahima Demba VARTELLI",
            ["Ibrahima Demba VARTELLI"],
            id="a surname in capitals",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\nMinistère des PORTS",
            [],
            id="an office in capitals",
        ),
        pytest.param(
            f"سامر قندليف\nمصابيح من ورق\n\n{ARABIC_LEAD}",
            ["سامر قندليف"],
            id="a columnist above the headline",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\nRita Olmaz\n\nVos réactions 5\nmarin72   le"
            " 15.03.12 | 11h47\nEnfin de la lumière.\nRien ne va plus.\nA suivre.\nBravo.\nMerci.\nOui.",
            ["Rita Olmaz"],
            id="right below the story, far above the end",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\nVos réactions 5\n\nJe suis marin et je n'ai jamais"
            " vu une telle obscurité dans ce port.\n\nRita Olmaz\n\nRépondre",
            [],
            id="a reader",
        ),
        pytest.param(
            f"{ARABIC_TITLE} | تلين نيوز\n\nتلين نيوز / سامر قندليف – مرسى تلين\n\n{ARABIC_LEAD}",
            ["سامر قندليف"],
            id="outlet, name and place",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\nShare FacebookTwitterWhatsApp\n\nPrev Post\nThe mole is dark",
            [],
            id="buttons",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nPar Le Clairon avec AFP\n\n{FRENCH}",
            [],
            id="a paper with an agency",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nDe Rita OLMAZ (AFP) – Il y a 5 heures\n\n{FRENCH}",
            ["Rita OLMAZ"],
            id="of an agency, some hours ago",
        ),
        pytest.param(
            f'{ARABIC_TITLE}\n\n{ARABIC_LEAD} وقال نقيبهم لـ"مرايا الميناء" إن الزيت نفد.\n\nسامر قندليف -'
            f" مرايا"
            " الميناء\n\n(87)    هل أعجبتك المقالة (92)\n\nشارك بتعليقك\nالاسم",
            ["سامر قندليف"],
            id="name and outlet that is told something",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nكتب محمود عبد الراضى قندليف وسامر مرزوق\n\n{ARABIC_LEAD}",
            ["محمود عبد الراضى قندليف", "سامر مرزوق"],
            id="two long names behind كتب",
        ),
        pytest.param(
            f"{ARABIC_TITLE} | تلين بريس\n\nتلين بريس - سامر قندليف (صور: م. مرزوق)\n\n{ARABIC_LEAD}",
            ["سامر قندليف"],
            id="who took the pictures",
        ),
    ],
)
def test_authors(text: str, authors: list[str]) -> None:
    assert fields(text).get("authors", []) == authors


def test_names_and_day_that_a_page_marks() -> None:
    body = (
        f"<h1>{TITLE}</h1><div id='byline_share'><div id='art_author'>By: <a>Marisol T. Olmaz</a>,"
        f" <a>Ferdie Tarwan</a> - Correspondents</div></div><p>{LEAD}</p><p>{STORY}</p>"
    )
    found = inferred_from(page(f"<title>{TITLE}</title>", body), "a.html").findings
    assert found["authors"].value == ["Marisol T. Olmaz", "Ferdie Tarwan"]
    body = (
        f"<h1>{ARABIC_TITLE}</h1><div>2010.01.26&nbsp; <span class='writer'>نوال. بن قندليف</span></div>"
        f"<p>{ARABIC_LEAD}</p><p>{ARABIC}</p>"
    )
    found = inferred_from(page(f"<title>{ARABIC_TITLE}</title>", body), "a.html").findings
    assert (found["authors"].value, found["date"].value) == (["نوال. بن قندليف"], "2010-01-26")
