"""Layouts of their own that agencies, papers and organisations have, and what only looks like one of them."""

from __future__ import annotations

import pytest

from .labelled import ARABIC, STORY, fields, inferred_from

_TITLE = "Ferry pilots refuse night shifts at the harbour"
_LEAD = (
    "The ferry pilots of the harbour refuse all shifts at night until the lamps on the northern mole burn,"
    " their union said on Wednesday, and seventeen ships wait at anchor outside the bar for daylight."
)
_FRENCH_TITLE = "Les pilotes du port refusent de travailler la nuit"
_FRENCH = (
    "Les pilotes du port refusent mardi de travailler la nuit tant que les lampes du môle nord restent"
    " éteintes, selon leur syndicat, et dix-sept navires attendent à l'ancre devant la barre."
)
_ARABIC_TITLE = "مرشدو الميناء يرفضون العمل ليلا حتى إصلاح المصابيح"
_ARABIC_LEAD = (
    "يرفض مرشدو الميناء في تلين العمل ليلا حتى إصلاح المصابيح على الرصيف الشمالي، كما قالت نقابتهم بعد تصويت،"
    " فيما تنتظر سبع عشرة سفينة خارج الحاجز وصول مرشد وضوء النهار منذ يومين كاملين."
)


def page(head: str, body: str) -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        pytest.param(
            f"{_TITLE}\n\nBy\nRita Olmaz\nOmar Tarwan\nin\nGeneva\nPublished date: 12 April 2018\n\n{_LEAD}",
            ["Rita Olmaz", "Omar Tarwan"],
            id="each name in a line",
        ),
        pytest.param(
            f"{_TITLE}\n\nBy\nRita Olmaz\nNorthern Mole\nthe lamps\n\n{_LEAD} Northern Mole is dark.",
            ["Rita Olmaz"],
            id="what follows the name is told of below",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\npar Rita OLMAZ, avec Omar TARWAN à Genève\n\n{_FRENCH}",
            ["Rita OLMAZ", "Omar TARWAN"],
            id="with whom",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPar Le Courrier.fr\n\n{_FRENCH}", [], id="a site's address"
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPar Édouard Malville, L'Écho du Soir, le 5 avril 2008\n\n{_FRENCH}",
            ["Édouard Malville"],
            id="a paper behind the name",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nتلين: سامر قندليف مرسى: هالة مرزوق\n\n{_ARABIC_LEAD}",
            ["سامر قندليف", "هالة مرزوق"],
            id="two cities with their people",
        ),
        pytest.param(
            f"{_ARABIC_TITLE} | عهد البحر\n\n{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}\n\n"
            f"{_ARABIC_LEAD[:60]}.\n\nسامر قندليف - عهد البحر",
            ["سامر قندليف"],
            id="name and site below the last line",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_LEAD}\n\n{STORY}\n\nPosted by Rita Olmaz at 6:14 AM\n\n3 comments:\n\nWho sails?",
            ["Rita Olmaz"],
            id="posted by",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_LEAD}\n\n{STORY}\n\nComments\nPosted by Rita Olmaz at 6:14 AM",
            [],
            id="posted below as a comment",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}\n\nمرسلة بواسطة مصباح الجنوب في 21:14",
            [],
            id="an account",
        ),
        pytest.param(
            f"{_TITLE}\n\nRita Olmaz (author), Omar Tarwan (author)\n\n{_LEAD}",
            ["Rita Olmaz", "Omar Tarwan"],
            id="as author",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nحاورها: سامر قندليف\n\n{_ARABIC_LEAD}",
            ["سامر قندليف"],
            id="حاورها",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\nPropos recueillis à Genève par Rita Olmaz",
            ["Rita Olmaz"],
            id="propos recueillis à",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nAnoush Vartelli (avec agences)",
            ["Anoush Vartelli"],
            id="with agencies",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nAnoush Vartelli (Correspondant régional)",
            ["Anoush Vartelli"],
            id="a correspondent of a region",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nIbrahima Demba VARTELLI",
            ["Ibrahima Demba VARTELLI"],
            id="a surname in capitals",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nMinistère des PORTS",
            [],
            id="an office in capitals",
        ),
        pytest.param(
            f"سامر قندليف\nمصابيح من ورق\n\n{_ARABIC_LEAD}",
            ["سامر قندليف"],
            id="a columnist above the headline",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nRita Olmaz\n\nVos réactions 5\nmarin72   le"
            " 15.03.12 | 11h47\nEnfin de la lumière.\nRien ne va plus.\nA suivre.\nBravo.\nMerci.\nOui.",
            ["Rita Olmaz"],
            id="right below the story, far above the end",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nVos réactions 5\n\nJe suis marin et je n'ai jamais"
            " vu une telle obscurité dans ce port.\n\nRita Olmaz\n\nRépondre",
            [],
            id="a reader",
        ),
        pytest.param(
            f"{_ARABIC_TITLE} | تلين نيوز\n\nتلين نيوز / سامر قندليف – مرسى تلين\n\n{_ARABIC_LEAD}",
            ["سامر قندليف"],
            id="outlet, name and place",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_LEAD}\n\n{STORY}\n\nShare FacebookTwitterWhatsApp\n\nPrev Post\nThe mole is dark",
            [],
            id="buttons",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPar Le Clairon avec AFP\n\n{_FRENCH}",
            [],
            id="a paper with an agency",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nDe Rita OLMAZ (AFP) – Il y a 5 heures\n\n{_FRENCH}",
            ["Rita OLMAZ"],
            id="of an agency, some hours ago",
        ),
        pytest.param(
            f'{_ARABIC_TITLE}\n\n{_ARABIC_LEAD} وقال نقيبهم لـ"مرايا الميناء" إن الزيت نفد.\n\nسامر قندليف -'
            f" مرايا"
            " الميناء\n\n(87)    هل أعجبتك المقالة (92)\n\nشارك بتعليقك\nالاسم",
            ["سامر قندليف"],
            id="name and outlet that is told something",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nكتب محمود عبد الراضى قندليف وسامر مرزوق\n\n{_ARABIC_LEAD}",
            ["محمود عبد الراضى قندليف", "سامر مرزوق"],
            id="two long names behind كتب",
        ),
        pytest.param(
            f"{_ARABIC_TITLE} | تلين بريس\n\nتلين بريس - سامر قندليف (صور: م. مرزوق)\n\n{_ARABIC_LEAD}",
            ["سامر قندليف"],
            id="who took the pictures",
        ),
    ],
)
def test_authors(text: str, authors: list[str]) -> None:
    assert fields(text).get("authors", []) == authors


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{_TITLE}\n\nBy AFP - Mar 03,2016 - Last updated at Mar 03,2016\n\n{_LEAD}",
            "2016-03-03",
            id="no blank behind the comma",
        ),
        pytest.param(f"{_TITLE}\n\nMarch 3,200 ships\n\n{_LEAD}", None, id="a number behind it"),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nTexte par : AFP\nPremière publication : 05/04/2011\n"
            f"Dernière modification : 06/04/2011\n\n{_FRENCH}",
            "2011-04-05",
            id="first publication",
        ),
        pytest.param(
            f"{_TITLE}\n\nLast update - 21:40 28/01/2009\n\n{_LEAD}",
            "2009-01-28",
            id="update on the weekday that is told of",
        ),
        pytest.param(
            f"{_TITLE}\n\nLast update - 21:40 29/01/2009\n\n{_LEAD}", None, id="on another weekday"
        ),
        pytest.param(
            f"لجان الأحياء في تلين\nبيان حول المصابيح\n\n{_ARABIC_LEAD}\n\nالرحمة لبحارتنا والضوء لمينائنا\n\n"
            "لجان الأحياء في تلين\nالخميس 12/4/2012",
            "2012-04-12",
            id="below who signs a statement that begins with the name",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}\n\nالرحمة لبحارتنا والضوء لمينائنا\n\n"
            "ذكرى غرق السفينة\nالخميس 12/4/2012",
            None,
            id="below another line",
        ),
        pytest.param(
            f"{_TITLE}\n\nTellin / 14 Aug.'08 / 13:20\n\n{_LEAD}",
            "2008-08-14",
            id="a year of two figures",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPar Rita Olmaz\nDiffusion : lundi 3 février 2014\n\n{_FRENCH}",
            "2014-02-03",
            id="when it was on air",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\njm/tp/cco\n\n(©AFP / 12 mai 2012 15h22)",
            "2012-05-12",
            id="in an agency's rights line",
        ),
        pytest.param(
            f"السبت 19 نوفمبر 2011م\nتاريخ النشر: الخميس 17 نوفمبر 2011\n\n{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}",
            "2011-11-17",
            id="a label before the weekday, below the day of saving",
        ),
        pytest.param(
            f"{_TITLE}\n\nPublished on 14 November 2013 in News\n\n{_LEAD}",
            "2013-11-14",
            id="in a section",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n12/03/2011 14:32:05 - TELLIN (AFP) - © 2011 AFP\n\n{_FRENCH}",
            "2011-03-12",
            id="AFP's stamp in French",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nآخر تحديث: الأربعاء، 12 يونيو/ حزيران، 2013، 14:20 GMT\n\n{_ARABIC_LEAD}",
            "2013-06-12",
            id="the only day, as the BBC had it",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nآخر تحديث: الأربعاء، 12 يونيو/ حزيران، 2013\n\n{_ARABIC_LEAD}",
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
            f"Tellin News Agency - TNA - : {_TITLE}\n\n{_TITLE}\n\n{_LEAD}",
            _TITLE,
            "Tellin News Agency - TNA",
            id="agency and letters ahead",
        ),
        pytest.param(
            f"وكالة تلين للأنباء || {_ARABIC_TITLE}\n\n{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}",
            _ARABIC_TITLE,
            "وكالة تلين للأنباء",
            id="two bars",
        ),
        pytest.param(
            f"Tellin Observatory for Human Rights\n\nNorthern province:\n\n{_LEAD}\n\nThe Observatory was"
            " informed by the crew that two of the ships have no bread left.",
            _LEAD.removesuffix("."),
            "Tellin Observatory for Human Rights",
            id="nothing but a letterhead",
        ),
        pytest.param(
            f"Council of Deir Ashqal Suspends Mayor\n\n{_LEAD}",
            "Council of Deir Ashqal Suspends Mayor",
            None,
            id="a headline that begins as names of bodies do",
        ),
        pytest.param(
            f"You are here: Home » Region » {_TITLE}\n\n{_TITLE}\n\n{_LEAD}\n\n© 2016 The Tellin Times.",
            _TITLE,
            "The Tellin Times",
            id="a path",
        ),
        pytest.param(
            f"القلم العربي | صحيفة يومية سياسية مستقلة\n\n{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}",
            _ARABIC_TITLE,
            "القلم العربي",
            id="a paper's motto",
        ),
        pytest.param(
            f"Tellin Relief Committee\n2 hrs ·\n\nWe at the Tellin Relief Committee tell our friends that the"
            f" lamps on both moles of the harbour are out, and that seventeen ships wait.\n\n{_LEAD}",
            "We at the Tellin Relief Committee tell our friends that the lamps on both moles of the harbour are"
            " out, and that seventeen ships wait",
            "Tellin Relief Committee",
            id="a page of a network",
        ),
        pytest.param(
            f"Hazmar Weekly\nThe first English-language newspaper of Hazmar\n\n{_TITLE}\n\n{_LEAD}",
            _TITLE,
            "Hazmar Weekly",
            id="a motto in words",
        ),
        pytest.param(
            f"PORTS - {_TITLE} - Tellin News\n\nPorts - Strike\n\n{_TITLE}\n\n{_LEAD}",
            _TITLE,
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
        (f"{_TITLE}_English_Tellin Wire", _TITLE),
        (f"Tellin News Agency - Local : {_TITLE}", _TITLE),
        (f"{_TITLE} at last", f"{_TITLE} at last"),
    ],
)
def test_the_line_of_a_page_that_its_title_has_between_names(element: str, title: str) -> None:
    body = f"<table><tr><td>Home</td></tr><tr><td>{_TITLE}</td></tr></table><p>{_LEAD}</p><p>{STORY}</p>"
    inferred = inferred_from(page(f"<title>{element}</title>", body), "a.html")
    assert inferred.findings["title"].value == title


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            f"{_TITLE} | Tellin Rights Vigil\n\n{_TITLE}\n\n(Geneva) – The lamps burn for tankers alone, Tellin"
            f" Rights Vigil said in a report released today.\n\n{_LEAD}",
            "Tellin Rights Vigil",
            id="said in a report released today",
        ),
        pytest.param(
            f"{_TITLE} | Tellin Rights Vigil\n\n{_TITLE}\n\nThe lamps burn for tankers alone, Tellin Rights"
            f" Vigil said in a report last year.\n\n{_LEAD}",
            None,
            id="said in a report last year",
        ),
        pytest.param(
            f"{_FRENCH_TITLE} - Ports sans frontières\n\nCOMMUNIQUÉ DE PRESSE\n\n{_FRENCH_TITLE}\n\nLes lampes"
            f" ne brûlent que pour les pétroliers, a déclaré Ports sans frontières ce lundi.\n\n{_FRENCH}",
            "Ports sans frontières",
            id="a déclaré … ce lundi",
        ),
        pytest.param(
            f"بيان حول المصابيح | شبكة أحياء تلين\n\nبيان حول المصابيح\n\n{_ARABIC_LEAD}\n\nإن شبكة أحياء تلين،"
            " إذ تتقدم بالشكر إلى البحارة، تحمل البلدية كامل المسؤولية عن الظلام في الميناء وعن كل سفينة.\n\n"
            "شبكة أحياء تلين 26 أيار 2012",
            "شبكة أحياء تلين",
            id="a statement that its site signs",
        ),
        pytest.param(
            f"{_ARABIC_TITLE} | سنابل تلين\n\n{_ARABIC_TITLE}\n\n{_ARABIC_LEAD} وقال أحد البحارة لسنابل تلين إن"
            " الخبز نفد.",
            "سنابل تلين",
            id="told the site, without quotation marks",
        ),
        pytest.param(
            f'{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}\n\nوقال النقيب، في مقابلة مع صحيفة "دي بروكه" المحلية، إن'
            " المصابيح لن تضاء قبل الشتاء.",
            "دي بروكه",
            id="a talk with a paper",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}\n\nالمصدر : المرساة + وكالات",
            "المرساة",
            id="and agencies",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC_LEAD}\n\nالمصدر: تلين - وكالات",
            None,
            id="a city, and agencies",
        ),
        pytest.param(
            f"{_TITLE} | Norda\n\n{_TITLE}\n\n(Norda) - {_LEAD}",
            "Norda",
            id="the site's own dateline",
        ),
        pytest.param(
            f"{_TITLE} | Norda\n\n{_TITLE}\n\n(Lanterns) - {_LEAD}", None, id="another word there"
        ),
        pytest.param(f"{_ARABIC_TITLE}\n\n{ARABIC}", None, id="nobody"),
        pytest.param(
            f"{_FRENCH_TITLE} - Tellin.net\n\n{_FRENCH_TITLE}\n\nPublié le mardi 17 mai 2011 | Le"
            f" Figaro\n\n{_FRENCH}",
            "Le Figaro",
            id="the paper behind the day",
        ),
        pytest.param(
            f"{_TITLE} | Karveli.info\n\n{_TITLE}\n\nKarveli.info, Tellin / 14 Aug.'08 / 13:20\n\n{_LEAD}",
            "Karveli.info",
            id="the site before the place and the day",
        ),
        pytest.param(
            f"{_TITLE}\n\nThe Tellin Centre for Rights Defenders (TCRD) has received reliable information that"
            f" the pilots of the harbour were threatened by letter, and that two of them have left.\n\n{_LEAD}",
            "Tellin Centre for Rights Defenders",
            id="has received information",
        ),
        pytest.param(
            f"{_TITLE}\n\nThe Ministry of the Interior has received reliable information that the pilots were"
            f" threatened by letter.\n\n{_LEAD}",
            None,
            id="so has a ministry",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nD'après TAP", "TAP", id="d'après"
        ),
        pytest.param(
            f"{_TITLE} - The Meridian\n\n{_TITLE}\n\n{_LEAD}\n\nPublished in The Meridian, March 14th, 2016",
            None,
            id="published in the site itself",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nLe CdM/AFP | 01/06/2010\n\n{_FRENCH}",
            "AFP",
            id="with an agency beside the day",
        ),
        pytest.param(
            f"تنسيقية تلين\nأمس الساعة 10:48 مساءً ·\n\nتعلن تنسيقية تلين أسماء البحارة.\n\n{_ARABIC_LEAD}",
            "تنسيقية تلين",
            id="a page of a network announces",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nTexte par MONDE 7 avec dépêches AFP\n\n{_FRENCH}",
            "AFP",
            id="avec dépêches",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nتلين، مرسى، جنيف - «المدى»، أ ف ب، رويترز\n\n{_ARABIC_LEAD}",
            "AFP",
            id="a paper and two agencies behind cities",
        ),
        pytest.param(
            f"{_FRENCH_TITLE} - RHI\n\n{_FRENCH_TITLE}\n\nPar RHI\n\n{_FRENCH}",
            "RHI",
            id="by the site",
        ),
        pytest.param(
            f"قنديل تلين - {_ARABIC_TITLE}\n\n{_ARABIC_TITLE}\n\nقنديل تلين/ {_ARABIC_LEAD}",
            "قنديل تلين",
            id="the site and a slash",
        ),
        pytest.param(
            f"{_ARABIC_TITLE} | رحاب بريس\n\n{_ARABIC_TITLE}\n\nرحاب بريس - سامر قندليف الأربعاء 14 مارس 2012 -"
            f" 13:30\n\n{_ARABIC_LEAD}",
            "رحاب بريس",
            id="outlet, name and day",
        ),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source


def test_names_and_day_that_a_page_marks() -> None:
    body = (
        f"<h1>{_TITLE}</h1><div id='byline_share'><div id='art_author'>By: <a>Marisol T. Olmaz</a>,"
        f" <a>Ferdie Tarwan</a> - Correspondents</div></div><p>{_LEAD}</p><p>{STORY}</p>"
    )
    found = inferred_from(page(f"<title>{_TITLE}</title>", body), "a.html").findings
    assert found["authors"].value == ["Marisol T. Olmaz", "Ferdie Tarwan"]
    body = (
        f"<h1>{_ARABIC_TITLE}</h1><div>2010.01.26&nbsp; <span class='writer'>نوال. بن قندليف</span></div>"
        f"<p>{_ARABIC_LEAD}</p><p>{ARABIC}</p>"
    )
    found = inferred_from(page(f"<title>{_ARABIC_TITLE}</title>", body), "a.html").findings
    assert (found["authors"].value, found["date"].value) == (["نوال. بن قندليف"], "2010-01-26")


@pytest.mark.parametrize(
    ("body", "field", "value"),
    [
        pytest.param(
            f"<p>تلين، مرسى - أ ف ب، رويترز</p><h1>{_ARABIC_TITLE}</h1><p>{_ARABIC_LEAD}</p><p>{ARABIC}</p>",
            "source",
            "AFP",
            id="agencies above the headline",
        ),
        pytest.param(
            f"<h1>{_TITLE}</h1><p>News.example.cn &nbsp; 2015-05-04 19:26:13 &nbsp; [More] &nbsp; Feedback</p>"
            f"<p>{_LEAD}</p><p>{STORY}</p>",
            "date",
            "2015-05-04",
            id="a site's clock among buttons",
        ),
        pytest.param(
            f"<h1>{_TITLE}</h1><p class='author'>Agence France-Presse<br>Ciudad Tellin, San"
            f" Tadeo</p><p>{_LEAD}</p>"
            f"<p>{STORY}</p>",
            "authors",
            None,
            id="a city below an agency",
        ),
        pytest.param(
            f"<h1>{_TITLE}</h1><p class='author'>Ketevan M.</p><p>{_LEAD}</p><p>{STORY}</p>",
            "authors",
            ["Ketevan M."],
            id="a last initial keeps its dot",
        ),
    ],
)
def test_pages(body: str, field: str, value: object) -> None:
    found = inferred_from(page(f"<title>{_TITLE}</title>", body), "a.html").findings
    assert (found[field].value if field in found else None) == value
