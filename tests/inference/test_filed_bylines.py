"""Authors with city, outlet, label or account beside them, and what only looks like it."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import STORY, fields, inferred_from

_TOLD = f"{LEAD} No boat leaves Tellin."
_REPORTS = "Ships wait outside the bar for daylight, reports Ferdan Tarwan."
_COLUMN = "الصفحة الرئيسية - البحر, والريح - زنبق قندليف - مصابيح من ورق"
_LAST = "The captains say they will wait at anchor until the lamps burn again."


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        pytest.param(
            f"{TITLE}\n\nFrom Ferdan Tarwan, Tellin\n\n{_TOLD}",
            ["Ferdan Tarwan"],
            id="from, below the headline",
        ),
        pytest.param(
            f"{TITLE}\n\nFrom New Qandil, Tellin\n\n{_TOLD}", [], id="from a place of two words"
        ),
        pytest.param(
            f"{TITLE}\n\nFrom Ferdan Tarwan, Tellin\n\n{_TOLD} Ferdan Tarwan leads the union.",
            [],
            id="a letter from whom the story tells of",
        ),
        pytest.param(
            f"{TITLE}\n\nFrom Our Correspondent, Tellin\n\n{_TOLD}", [], id="from nobody by name"
        ),
        pytest.param(
            f"{TITLE}\n\nRita Olmaz, Tellin – {LEAD}\n\n{_TOLD}",
            ["Rita Olmaz"],
            id="ahead of the city where the story begins",
        ),
        pytest.param(
            f"{TITLE}\n\nNorth Qandil, Tellin – {LEAD}\n\n{_TOLD}", [], id="a place and its country"
        ),
        pytest.param(
            f"{TITLE}\n\nRita Olmaz, Tellin – {LEAD}\n\nOmar Tarwan, Tellin – {LEAD}\n\n{_TOLD}",
            [],
            id="a list of people",
        ),
        pytest.param(
            f"{TITLE}\n\nRita Olmaz, Tellin – {LEAD}\n\n{_TOLD} Olmaz was sixty.",
            [],
            id="of whom the story tells",
        ),
        pytest.param(
            f"{TITLE}\n\n{_REPORTS} Special Coverage\n\nFerdan Tarwan\nFerdan Tarwan\n\n{LEAD}\n\n{STORY}",
            ["Ferdan Tarwan"],
            id="reports, and alone below",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY} {_REPORTS}\n\n{STORY}", [], id="whom the story quotes"
        ),
        pytest.param(
            f"{TITLE}\n\nShips wait for daylight, reports Harbour Watch.\n\n{LEAD}\n\n{STORY}",
            [],
            id="an organisation reports",
        ),
        pytest.param(
            f"{TITLE}\n\nImage\nAFP Qandil\nLast Updated: 12 June 2012\n\n{LEAD}\n\n{STORY}",
            [],
            id="an agency and its city",
        ),
        pytest.param(
            f"{TITLE}\n\nReuters Qandil\n12 June 2012\n\n{LEAD}\n\n{STORY}",
            [],
            id="agency and city",
        ),
        pytest.param(
            f"{TITLE}\n\nPetra Qandil\n12 June 2012\n\n{LEAD}\n\n{STORY}",
            ["Petra Qandil"],
            id="a woman called as an agency is",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - المنارة- زنبق قندليف\n{ARABIC_LEAD}\n\nوقال نقيبهم"
            " لـ «المنارة» إن الزيت نفد منذ أسبوع كامل.",
            ["زنبق قندليف"],
            id="city, outlet and name",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - المنارة- زنبق قندليف\n{ARABIC_LEAD}\n\nوقال نقيبهم إن الزيت نفد.",
            [],
            id="three names of places",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nالمحاورة:\nد. هالة مرزوق\nأستاذة البحر\n\nالسؤال الأول:"
            " من أنت؟",
            ["هالة مرزوق"],
            id="who asked",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nالمحاور:\nمصابيح الرصيف\nسلامة الملاحة\n\n{ARABIC_LEAD}",
            [],
            id="topics of a conference",
        ),
        pytest.param(
            f"{_COLUMN}\n\nمصابيح من ورق\n\nزنبق قندليف\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}",
            ["زنبق قندليف"],
            id="in a path and below the headline",
        ),
        pytest.param(
            f"{_COLUMN}\n\nمصابيح من ورق\n\nميناء الشمال\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}",
            [],
            id="below the headline and not in the path",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nزنبق الخالدي قندليف\nنشر في المنارة يوم 12 - 06 - 2012\n\n{ARABIC_LEAD}",
            ["زنبق الخالدي قندليف"],
            id="above where it stood first",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nمصابيح الرصيف القديم\nنشر في المنارة يوم 12 - 06 - 2012\n\n{ARABIC_LEAD}",
            [],
            id="a sub-heading above where it stood first",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\n{_LAST}\n\nFerdan Tarwan\nPosted by harbour lamp at 21:05\nNo"
            " comments:",
            ["Ferdan Tarwan"],
            id="above a blog's account",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\n{_LAST}\n\nMore about ships\nPosted by harbour lamp at 21:05",
            [],
            id="words above a blog's account",
        ),
    ],
)
def test_who_filed_it(text: str, authors: list[str]) -> None:
    assert fields(text).get("authors", []) == authors


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        (
            "(تقرير بقلم هالة مرزوق؛ تقرير إضافي بقلم سامر قندليف من مرسى؛ تحرير كريم عطار)",
            ["هالة مرزوق"],
        ),
        ("إعداد: هالة مرزوق – تحرير: سامر قندليف", ["هالة مرزوق"]),
        ("(إعداد هالة مرزوق للنشرة العربية - تحرير سامر قندليف)", []),
        ("(تقرير إضافي بقلم سامر قندليف؛ تحرير كريم عطار)", []),
    ],
)
def test_who_reported_for_an_arabic_service(credit: str, authors: list[str]) -> None:
    text = f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}\n\n{credit}"
    assert (fields(text).get("authors") or []) == authors


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        (
            "Reported by Rita Olmaz for the Harbour service. Written in English by Ferdan Tarwan. Edited by"
            " Omar Qandil.",
            ["Rita Olmaz", "Ferdan Tarwan"],
        ),
        (
            "Additional reporting by Ferdan Tarwan in Qandil; Reporting by Rita Olmaz; Editing by Omar"
            " Qandil",
            ["Rita Olmaz"],
        ),
        ("(Additional reporting by Ferdan Tarwan; Editing by Omar Qandil)", []),
    ],
)
def test_who_reported_and_who_only_helped(credit: str, authors: list[str]) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{STORY}\n\n{credit}"
    assert (fields(text).get("authors") or []) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Une dépêche de Ferdan Tarwan-Deval", ["Ferdan Tarwan-Deval"]),
        ("Une correspondance de Ferdan Tarwan", ["Ferdan Tarwan"]),
        ("Une dépêche de Reuters Tellin", []),
        ("Une dépêche de Tel Rouman", []),
        ("Une enquête de Rita Olmaz", []),
        ("Une dépêche de Ferdan Tarwan, démentie par le port", []),
    ],
)
def test_whose_dispatch_it_is(line: str, authors: list[str]) -> None:
    more = "Rita Olmaz préside le syndicat de Tel Rouman."
    below = f"A suivre…\n{line}\nPour MoleMatin.example\nTel : (00999) 620 455 118"
    text = f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH} {more}\n{below}"
    assert (fields(text).get("authors") or []) == authors


@pytest.mark.parametrize(
    ("line", "more", "authors"),
    [
        ("Rita Olmaz, Tellin", "", ["Rita Olmaz"]),
        ("Rita Olmaz, Tellin", "The union is led by Olmaz.", []),
        ("Rita Olmaz, Qandil", "", []),  # of a city that nobody tells of
        ("Marsa Qandil, Tellin", "", []),
        ("Rita Olmaz, Tellin", None, []),  # above a headline
    ],
)
def test_who_filed_alone_on_top(line: str, more: str | None, authors: list[str]) -> None:
    head = f"{line}\n\n{TITLE}" if more is None else line
    text = f"{head}\n\n{_TOLD}\n\n{STORY} {more or ''}"
    found = inferred_from(text).findings
    assert (found["authors"].value if "authors" in found else []) == authors
    if authors:
        assert found["title"].evidence.startswith("first sentence")
