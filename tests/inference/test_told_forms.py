"""Forms that only one body's documents have, who writes as the lead says, and what blogs print around posts."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields, inferred_from

_SUMMARY = (
    "This is a summary of what was said by HWC spokesperson Mira Holt – to whom quoted text may be attributed –"
    " at the press briefing, on 6 March 2015, at the Palace of Nations."
)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            f"Document - Reprieves\n\nAI Index: TVN 10/011/2001 (Public)\n\n{LEAD}",
            "Amnesty International",
            id="an index",
        ),
        pytest.param(
            f"{TITLE}\n\nTVN 002 / 0316 / OBS 027\nDetention /\n\n{LEAD}",
            "Observatory for the Protection of Human Rights Defenders",
            id="the number of an appeal",
        ),
        pytest.param(f"{TITLE}\n\nIndex: of prices\n\n{LEAD}", None, id="another index"),
        pytest.param(f"{TITLE}\n\n{_SUMMARY}\n\n{LEAD}", "HWC", id="a briefing"),
        pytest.param(
            f"{TITLE}\n\nASIAN HUMAN RIGHTS COMMISSION - URGENT APPEALS PROGRAMME\n\n{LEAD}",
            "Asian Human Rights Commission",
            id="before a desk",
        ),
        pytest.param(
            f"{TITLE}\n\nASIAN HUMAN RIGHTS COMMISSION - A HISTORY\n\n{LEAD}", None, id="a book"
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتدين لجنة حماية الصحفيين توقيف المرشدين. {ARABIC_LEAD}",
            "لجنة حماية الصحفيين",
            id="who is known and condemns",
        ),
        pytest.param(
            f'{ARABIC_TITLE}\n\n(تلين) - قالت "هيومن رايتس ووتش" اليوم إن المرشدين. {ARABIC_LEAD}',
            "هيومن رايتس ووتش",
            id="who is known and said so today",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nقالت هيومن رايتس ووتش أمس إن المرشدين. {ARABIC_LEAD}",
            None,
            id="who said so yesterday",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتدين لجنة حماية الصحفيين توقيف المرشدين. {ARABIC_LEAD}"
            " وقالت وكالة الميناء إنهم بخير.",
            None,
            id="among what others said",
        ),
        pytest.param(
            f"{TITLE}\n\nSeventeen ships wait at anchor outside, and others were sent on to the next harbour"
            f" before the lamps went out last winter, writes Sami Torvald for Harbour Radio. {LEAD}",
            "Harbour Radio",
            id="who writes for whom",
        ),
        pytest.param(
            f"{TITLE}\n\nSeventeen ships wait at anchor outside, and others were sent on to the next harbour"
            f" before the lamps went out last winter, writes Harbour Committee for Tellin Times. {LEAD}",
            None,
            id="a committee writes, and is nobody's reporter",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n(تلين) – قالت المفوضية السامية للأمم المتحدة لشؤون اللاجئين اليوم إن"
            f" المرشدين تعبوا. {ARABIC_LEAD}",
            None,
            id="of what a body of states says everybody tells",
        ),
        pytest.param(
            f"{TITLE}\n\nThe World Food Programme today warned that bread would run out. {LEAD}",
            None,
            id="in English, too",
        ),
        pytest.param(
            f"{TITLE}\n[TarnNet, Saturday, 17 March 2001, 09:42 GMT]\n{LEAD}",
            "TarnNet",
            id="net and day",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n(Le Monde 03/04/2012)\n\n{FRENCH}", "Le Monde", id="paper and day"
        ),
        pytest.param(f"{TITLE}\n\n(Tarn, 17 March 2001)\n\n{LEAD}", None, id="city and day"),
        pytest.param(
            f"{TITLE}\n\nSun 12 Nov 2017 13.40 GMT\n\n{LEAD}", None, id="a day of the week"
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nPar le Réseau tellinois de défense des marins (Rtdm), 8 mai 2023\n\n{FRENCH}",
            "Réseau tellinois de défense des marins",
            id="by a body",
        ),
        pytest.param(
            f"{TITLE}\n\nTELLIN: (Harbour Times) – {LEAD}",
            "Harbour Times",
            id="an outlet behind a city",
        ),
        pytest.param(
            f"{TITLE}\n\nTARN, Tarvania (Isles Examiner / Mar. 14, 2006) – {LEAD}",
            "Isles Examiner",
            id="with its day",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD} (Source: FPL News 8/10/11)\n\n%d bloggers like this:",
            "FPL News",
            id="a label with its day",
        ),
        pytest.param(
            f"{TITLE}\n\nThe National Coalition of Harbour Defenders (NCHD-T) deplores losses. {LEAD}",
            "National Coalition of Harbour Defenders",
            id="letters with a hyphen",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nHead of Harbour Committee Killed (Tarn)\n\nHe was found on Sunday.",
            None,
            id="a sub-heading with its place",
        ),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source


def test_who_writes_is_the_author() -> None:
    text = (
        f"{TITLE}\n\nThe lamps went out last winter, writes Sami Torvald for Harbour Radio. {LEAD}"
    )
    assert fields(text)["authors"] == ["Sami Torvald"]


def test_the_head_of_a_chapter_is_no_author() -> None:
    assert "authors" not in fields(f"{TITLE}\n\n17 August 2006\n\nI. Summary\n\n{LEAD}\n\n{LEAD}")


_BLOG = "On life and lamps\n\n{}\n\nFiled under: Uncategorized — keeper @ 9:48 pm\n\n{}\n\n{}"


def test_a_post_above_where_it_is_filed() -> None:
    found = fields(_BLOG.format(f"{TITLE} June 22, 2009", LEAD, LEAD))
    assert (found["title"], found["date"]) == (TITLE, "2009-06-22")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{TITLE}\n\n{_SUMMARY}\n\n{LEAD}", "2015-03-06"),
        (f"Monday 18 March 2024\n\nEditorial\n\n{TITLE}\n\n27/11/2015 33\n\n{LEAD}", "2015-11-27"),
        (f"{TITLE}\n\nUpdated: 2012-09-24 10:37\n( Xinhua)\n\n{LEAD}", "2012-09-24"),
        (f"{TITLE}\n\nUpdated: 2012-09-24 10:37\n\n{LEAD}", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"Sunday, June 22, 2081\nHome Blog Page 143\n\n{TITLE}\n\n0\n\n{LEAD}",
            TITLE,
            id="days to come",
        ),
        pytest.param(f"Español English French Kwéyol\n\n{TITLE}\n\n{LEAD}", TITLE, id="tongues"),
        pytest.param(f"article comment count is: 0\n\n{TITLE}\n\n{LEAD}", TITLE, id="a counter"),
        pytest.param(f"HWC/Briefing Notes\n{_SUMMARY}\n{LEAD}", None, id="a kind of text"),
        pytest.param(
            f"{TITLE} | BBC News Archive 2005 -2017\n\nSelect Page\n\n{LEAD}",
            TITLE,
            id="an outlet's archive",
        ),
        pytest.param(
            "The lamp keeper and a pilot of the port were taken\nin for questions after the union printed a\n"
            f"list of lamps that were out.\n{LEAD}\n{LEAD}",
            None,
            id="lines broken inside a sentence",
        ),
        pytest.param(
            f"TELLIN\n(23 May 2014) - Three pilots of the harbour called today. {LEAD}",
            None,
            id="a city",
        ),
        pytest.param(
            f"[In the last ten days, Tarvania’s pilots have\nstepped away.] {LEAD}",
            None,
            id="a bracket",
        ),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    found = inferred_from(text).findings["title"]
    assert (None if found.evidence.startswith("first sentence") else found.value) == title
