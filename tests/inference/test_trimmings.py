"""What sites print in the line of a headline: paths, days, signs of mails and of Markdown."""

from __future__ import annotations

import pytest

from generator.inference.trimmings import without_trimmings

from .harbour import ARABIC_LEAD, ARABIC_TITLE, LEAD, TITLE
from .labelled import fields, inferred_from


@pytest.mark.parametrize(
    "line",
    [
        "Home » {}",
        "Home > News > {}",
        "Accueil / Monde / {}",
        "Harbour Post » News » {}",
        "BBC NEWS | Middle East | {}",
        "World | {}",
        "{} / Harbour Post",
        "28 October 2016 | {}",
        "28.10.2016 {}",
        "[28-10-2016] {}",
        "{} 28/10/2016",
        "{} | 28 October 2016",
        "{} - Oct 28, 2016",
        "{} (28/10/2016)",
        "**{}**",
        "# {}",
        "Re: {}",
        "Fwd: Re: {}",
        "Subject: {}",
        "{} [Archives:2008/1212/Local News]",
    ],
)
def test_what_goes(line: str) -> None:
    assert without_trimmings(line.format(TITLE)) == TITLE
    assert fields(f"{line.format(TITLE)}\n\n{LEAD}").get("title") == TITLE


def test_what_goes_in_arabic() -> None:
    for line in ("الرئيسية » أخبار » {}", "{} - 28 أكتوبر 2016", "الموضوع: {}"):
        assert without_trimmings(line.format(ARABIC_TITLE)) == ARABIC_TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Situation report for the northern harbours - 28 October 2016",
        "Weekly bulletin of the harbour office | 28 October 2016",
        "What the pilots of Tellin did on 28 October 2016",
        "The night of 28/10/2016",
        "Pilots, ships, lamps - the harbour in 2016",
        "Home is where the ferry pilots are",
        "Either / or: how the harbour chose its pilots",
        "Tellin | Marsa | Qara",
        "#HarbourToo grows in the north of the country",
        "Harbours are closing: re: the letter of the pilots",
        "massacre : ce que les pilotes ne diront pas",
        "تقرير يومي عن أوضاع الميناء - 28 أكتوبر 2016",
    ],
)
def test_what_stays(line: str) -> None:
    assert without_trimmings(line) == line


@pytest.mark.parametrize(
    "mark", ["UPDATED: ", "EXCLUSIVE: ", "UPDATED - ", "EXCLUSIVE - ", "حصري | "]
)
def test_a_headline_behind_a_mark(mark: str) -> None:
    assert fields(f"{mark}{TITLE}\n\n{LEAD}").get("title") == TITLE


def test_a_path_whose_end_stands_again_is_furniture() -> None:
    found = fields(f"Home » News » {TITLE}\n\n{TITLE} • Harbour Post\n\n{LEAD}")
    assert (found["title"], found["publisher"]) == (TITLE, "Harbour Post")


def test_a_short_sentence_alone_above_the_story_serves_as_title() -> None:
    assert fields(f"{TITLE}.\n\n{LEAD}").get("title") == TITLE
    assert fields(f"{TITLE}.\n\nThe harbour waits.\n\n{LEAD}").get("title") != TITLE


_TICKER = (
    "وزير الميناء يستقبل وفدا من البحارة ارتفاع أسعار الخبز في المدينة القديمة نادي تلين يفوز على جاره"
    " لجنة الامتحانات تعلن النتائج غدا تعرف على مواعيد العبارات الجديدة رصيف ثالث يفتح في الخريف"
)


def test_a_ticker_above_a_headline_is_no_paragraph() -> None:
    text = f"{_TICKER}\n\n{ARABIC_TITLE}\n\nسامر مرزوق\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}"
    inferred = inferred_from(text)
    assert inferred.findings["title"].value == ARABIC_TITLE
    assert inferred.findings["authors"].value == ["سامر مرزوق"]
    assert _TICKER not in inferred.body


def test_a_paragraph_without_marks_stays() -> None:
    body = inferred_from(f"{ARABIC_TITLE}\n\n{_TICKER}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}").body
    assert _TICKER in body
    assert _TICKER in inferred_from(f"{_TICKER}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}").body


@pytest.mark.parametrize(
    "notice",
    [
        "Please enable JavaScript in your browser for better use of the website.",
        "You have to enable JavaScript to run this app",
        "JavaScript is required to show this page",
        "Veuillez activer JavaScript pour lire cette page.",
    ],
)
def test_what_a_page_says_of_its_scripts_is_no_headline(notice: str) -> None:
    assert fields(f"{notice}\n\n{TITLE}\n\n{LEAD}").get("title") == TITLE
