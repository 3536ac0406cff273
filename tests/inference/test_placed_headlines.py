"""Headlines that stand elsewhere than above the story, and lines there that are none."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import STORY, fields, inferred_from

_CAPITALS = "FERRY PILOTS REFUSE NIGHT SHIFTS"
_SAID = "The following is a 12 June 2012 Harbour Lamp Watch press release:"
_HOME = "الصفحة الرئيسية - البحر, والريح - سامر قندليف - مصابيح من ورق"
_MENU = "News Country Politics Business Sport Health Letters Archive Weather Science Travel Jobs Education"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\n{TITLE}\n\n12-06-2012 04:12 PM", TITLE, id="below the story"
        ),
        pytest.param(
            f"{ARABIC_LEAD}\n\n{ARABIC_LEAD}\n\nدوليات\n{ARABIC_TITLE}\n12-06-2012",
            ARABIC_TITLE,
            id="below the story and a section",
        ),
        pytest.param(
            f"(HLW) – {_SAID} {_CAPITALS} {LEAD} […]\n(HLW/WIRE) – {_SAID}\n{_CAPITALS}\n\n{LEAD}\n\n{LEAD}",
            _CAPITALS,
            id="below the announcement of a release",
        ),
        pytest.param(
            f"{_HOME}\n\nمصابيح من ورق\n\nسامر قندليف\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}",
            "مصابيح من ورق",
            id="at the end of a path and alone",
        ),
        pytest.param(f"{_MENU}\n\n{TITLE}\n\n{LEAD}\n\n{STORY}", TITLE, id="below a menu of words"),
    ],
)
def test_a_headline_told_by_its_place(text: str, title: str) -> None:
    assert fields(text)["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nRelated\n{TITLE}\n12-06-2012 04:12",
            id="a label of other reports",
        ),
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nMinistry says oil ran out\n11-06-2012 09:10\n{TITLE}\n12-06-2012 04:12",
            id="a list of other reports",
        ),
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nMinistry opens a new fish market\n\n12-06-2012 04:12",
            id="a headline of which the story tells nothing",
        ),
        pytest.param(
            f"{LEAD} The Tellin Center for Ferry Pilots says so.\n\n{STORY}\n\nTellin Center for Ferry Pilots"
            "\n\n12-06-2012 04:12",
            id="whose statement it is",
        ),
        pytest.param(
            f"{LEAD}\n\n{STORY}\n\nFamilies of ferry pilots in the harbour\n\n12-06-2012",
            id="who signs a statement",
        ),
        pytest.param(f"{LEAD}\n\n{STORY}\n\n{TITLE}.\n\n12-06-2012 04:12", id="a sentence"),
        pytest.param(
            f"{LEAD}\n\n{_SAID}\n\nFerry pilots refuse night shifts\n\n{STORY}", id="no capitals"
        ),
    ],
)
def test_a_line_of_another_report_is_no_headline(text: str) -> None:
    assert inferred_from(text).findings["title"].evidence.startswith("first sentence")


def test_a_long_headline_that_names_sections_is_no_menu() -> None:
    title = "News of politics, business and sport in letters to the weather science archive"
    assert fields(f"{title}\n\n{LEAD}\n\n{STORY}")["title"] == title
    assert _MENU in inferred_from(f"{_MENU}\n\n{TITLE}\n\n{LEAD}\n\n{STORY}").dropped


_TICKER = (
    "-\nFerry pilots of the harbour win the cup of ships\n-\nRain in the south of the island\n-\n"
    "A volcano wakes up again"
)
_FLASHES = (
    "Le thé gagne du terrain sur l'île Un robot livre le pain dans les rues de Tellin Insolite : un panda né au"
    " port Début du recensement des bateaux Six accords signés entre deux ministres de la mer Un pont coupé"
)
_HELD = "TELLIN: SECRETARY HELD IN UNKNOWN PLACE, FEARED AT RISK OF TORTURE"
_RAN_TOGETHER = f"Flash :\n\n{_FLASHES}\n\nFrançais>>Afrique\n\n{FRENCH_TITLE}"
_OFFICES = "الإشراف العام\nمنى قندليف\nرئيس التحرير\nسامر هولت"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"Opinions - 24.06.2014\n\nQui donc a éteint la mer ?\n\n{FRENCH}\n\n{FRENCH}",
            "Qui donc a éteint la mer ?",
            id="below the kind of text and its day",
        ),
        pytest.param(
            f"{_TICKER}\n\n{TITLE}\n\n{LEAD}\n\n{STORY}",
            TITLE,
            id="below a ticker with its bullets apart",
        ),
        pytest.param(
            f"{_RAN_TOGETHER}\n\n( Source: Xinhua )\n\n17.02.2015 08h36\n\n{FRENCH}\n\n{FRENCH}",
            FRENCH_TITLE,
            id="below a path and flashes that run together",
        ),
        pytest.param(
            f"URGENT APPEAL\n\n{_HELD}\n\nRef: HA-017/24\n\n"
            "Name: Mira Holt (f), aged 23, pilot of the harbour ferries, secretary of the union\n\n"
            f"Mira Holt, a secretary of the union of ferry pilots, aged 23, is held. {LEAD}\n\n{STORY}",
            _HELD,
            id="above what a form says of somebody",
        ),
        pytest.param(
            f"قناة نبض تلين نبض سبورت نبض جامعات نبض عقارات\n{_OFFICES}\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}",
            ARABIC_TITLE,
            id="below links to a site's other pages",
        ),
    ],
)
def test_a_headline_below_what_a_page_begins_with(text: str, title: str) -> None:
    assert fields(text)["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"عناصر من حرس الميناء قرب الرصيف الشمالي في تلين (رويترز-أرشيف)\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}",
            id="a picture of an archive",
        ),
        pytest.param(
            "محتويات خارجية\n\nتم الحصول على هذه المادة من شريك خارجي، وقد لا تظهر كاملة.\n\n"
            f"مرشدون امام الرصيف الشمالي في الميناء في 3 مارس 2016\n\n(afp_tickers)\n\n{ARABIC_LEAD}",
            id="a picture above the name of its feed",
        ),
        pytest.param(
            f"Tellin\n\n{LEAD} The pilots of Tellin met at noon.\n\n{STORY}",
            id="where it was filed",
        ),
        pytest.param(
            f"Flash :\n\n{LEAD}\n\nFrançais>>Afrique\n\n{TITLE}\n\n{STORY}\n\n{STORY}",
            id="a path below a paragraph",
        ),
    ],
)
def test_no_headline_stands_above(text: str) -> None:
    assert inferred_from(text).findings["title"].evidence.startswith("first sentence")


@pytest.mark.parametrize(
    "title",
    [
        "Darkness",  # of which the story speaks in small letters
        "Tellin waits",
        "Ferry pilots (Northern Union) refuse night shifts",
        "من على الرصيف على الميناء على البحر على الضوء",
    ],
)
def test_a_headline_that_looks_like_a_page_is_one(title: str) -> None:
    assert fields(f"{title}\n\n{LEAD} In the darkness nobody steers.\n\n{STORY}")["title"] == title


def test_two_lines_with_bullets_are_no_ticker() -> None:
    points = "-\nPilots refuse to work in the dark\n-\nSeventeen ships wait outside the bar"
    assert fields(f"{points}\n\n{TITLE}\n\n{LEAD}\n\n{STORY}")["title"] != TITLE


_BROKEN = """THE DISAPPEARANCE of eleven pilots in the fog above Tellin in
April was the work of smugglers and not of the sea, according to
fishermen, a former harbour master and the widow of one of the
men.
A captain who asked not to be named
because he still sails in the area, called the police version "a bedtime
story".
"The police say that a wave took them at the
bar. But these were men of fifty and sixty, one of them lame. Nobody would
choose such a night," he said
.
The widow
also doubts the only two witnesses, both of whom were
in prison at the time of their statements.
In the
hamlet on the mole, where seven of the eleven lived, people speak of a dispute
over a lamp."""


def test_lines_broken_inside_sentences_are_joined() -> None:
    inferred = inferred_from(_BROKEN)
    assert inferred.findings["title"].evidence.startswith("first sentence")
    assert 'the police version "a bedtime story".' in inferred.body
    assert 'such a night," he said.' in inferred.body
    assert "In the hamlet on the mole" in inferred.body


def test_lines_of_a_list_that_begin_in_small_letters_stay_apart() -> None:
    items = [f"lamp number {n} of the northern mole" for n in "one two three four five six".split()]
    text = "\n".join((TITLE, "By Mira Holt", *items, *items, LEAD[:90]))
    assert "\nlamp number two" in inferred_from(text).body
