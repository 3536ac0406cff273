"""Authors whom a line tells by what stands beside the name: an office, a city, readers, the last sentence."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import STORY, fields, inferred_from

_NIGHT = (
    "ولم تغادر أي سفينة ميناء تلين منذ ليلتين، فيما قال القباطنة إنهم لن ينتظروا أكثر من ذلك، وإن"
    " البضائع تفسد."
)
_BODY = f"{ARABIC_LEAD}\n\n{_NIGHT}"
_LAST = (
    "The captains say that no ship leaves the harbour before the lamps burn again, and that the cargo of"
    " at least four of them, mostly fruit, will be lost by Friday."
)


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        pytest.param(
            f"سليم قندليف /مكتب قارة\n{_BODY}", ["سليم قندليف"], id="an office behind the name"
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nسليم قندليف (تلين، قارة)\n\n{_BODY}",
            ["سليم قندليف"],
            id="cities in brackets behind the name",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين / سليم قندليف\n\n{_BODY}",
            ["سليم قندليف"],
            id="a city, a stroke and the name",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلّين:أبوالقاسم قندليف\n\n{_BODY.replace('تلين', 'تلّين')}",
            ["أبوالقاسم قندليف"],
            id="a city with its vowels, and no space behind the colon",
        ),
        pytest.param(
            f"محليات\n* تلين سليم قندليف:\n{_BODY}", ["سليم قندليف"], id="a star, a city, the name"
        ),
        pytest.param(
            f"تلين - المنارة – سليم قندليف: {_BODY}",
            ["سليم قندليف"],
            id="city, outlet and name where the story begins",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - سليم قندليف: {_BODY}",
            ["سليم قندليف"],
            id="city and name where the story begins",
        ),
        pytest.param(
            f"بقلم سليم قندليف : مصابيح من ورق على الرصيف\n\n{_BODY}",
            ["سليم قندليف"],
            id="a headline behind the name",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n0|سليم قندليف\n\n{_BODY}",
            ["سليم قندليف"],
            id="a number of readers before the name",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nعدد القراء 614\n\nالبحر والريح\n\nصفحة البحر\n\nأوراق قديمة\n\nأبواب الميناء"
            f"\n\nسليم قندليف ونبيل أبي طارون\n\n{_BODY}",
            ["سليم قندليف", "نبيل أبي طارون"],
            id="right above the story, however much above that",
        ),
        pytest.param(
            f"{TITLE}\n\ntellinpost.example | Rita Tarwan OlmazUpdated November 09, 2017\n\n{LEAD}\n\n{STORY}",
            ["Rita Tarwan Olmaz"],
            id="a site, and the day glued to the name",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_LAST} —Jericho Tarwan",
            ["Jericho Tarwan"],
            id="behind the last sentence",
        ),
    ],
)
def test_what_stands_beside_a_name_tells_whose_it_is(text: str, authors: list[str]) -> None:
    assert fields(text).get("authors") == authors


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{ARABIC_TITLE}\n\nسليم قندليف (رويترز)\n\n{_BODY}", id="an agency: who took a picture"
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nرويترز / سليم قندليف\n\n{_BODY} وقال المرشدون ذلك لرويترز.",
            id="an agency before a stroke",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nوحضور السيد / سليم قندليف\n\n{_BODY}", id="who was in court"
        ),
        pytest.param(f"{_BODY}\n\nالرئيس: سليم قندليف", id="who signs as president"),
        pytest.param(
            f"{ARABIC_TITLE}\n\nوقال سليم قندليف:\n\n{_BODY} وقال آخرون ذلك.",
            id="who says what is below",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالمرشد سليم قندليف:\n\n{_BODY} وقف المرشدون في المرشد القديم.",
            id="what somebody is",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - وزير النقل - سليم قندليف: {_BODY}",
            id="a minister, quoted",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - سليم قندليف: {_BODY} وأضاف قندليف أن الريح تشتد.",
            id="of whom the story tells",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_LAST} “No lamp is an island.” —Jericho Tarwan",
            id="behind what somebody is quoted with",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_LAST} —Harbour Lamp Watch", id="an organisation at the end"
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD} Tarwan leads the union.\n\n{_LAST} —Jericho Tarwan",
            id="whom the story knows",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_LAST} —New Qandil",
            id="a place at the end",
        ),
    ],
)
def test_others_beside_such_words_wrote_nothing(text: str) -> None:
    assert "authors" not in fields(text)


def test_a_headline_behind_the_name_stays_in_the_body() -> None:
    text = f"بقلم سليم قندليف : مصابيح من ورق على الرصيف\n\n{_BODY}"
    assert "مصابيح من ورق" in inferred_from(text).body


@pytest.mark.parametrize("line", ["سليم قندليف /مكتب قارة", "تلين نيوز/ قارة"])
def test_who_sent_a_text_is_no_headline(line: str) -> None:
    assert inferred_from(f"{line}\n{_BODY}").findings["title"].evidence.startswith("first sentence")


def test_a_stroke_may_stand_in_a_headline() -> None:
    title = "مرشدو الميناء / القباطنة: خلاف جديد"
    assert fields(f"{title}\n\n{_BODY}")["title"] == title


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        ("Rita Olmaz\n\nLes commentaires sont fermés.", ["Rita Olmaz"]),
        ("Rita Olmaz\n\nComments are closed.", ["Rita Olmaz"]),
        ("Les commentaires sont fermés.\n\nRita Olmaz", []),
        ("Rita Olmaz\nFerdan Tarwan\nMole\n\nLes commentaires sont fermés.", []),
    ],
)
def test_a_name_above_the_line_that_closes_comments(below: str, authors: list[str]) -> None:
    chat = "Démarrer le chat\nMôle info\nVous avez vu quelque chose?\nUne question?\nEcrire à la rédaction"
    text = f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\n{below}\n\n{chat}"
    assert (fields(text).get("authors") or []) == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("الأحد 22-11-2015 20:36 | كتب: سليم قندليف |", ["سليم قندليف"]),
        ("كتب: سليم قندليف | 22-11-2015", ["سليم قندليف"]),
        ("الأحد 22-11-2015 20:36 | تصوير: سليم قندليف |", []),
        ("أخبار | كتب: وصل حديثا | رياضة", []),
    ],
)
def test_who_wrote_behind_a_day_and_a_bar(line: str, authors: list[str]) -> None:
    text = f"x\n\n{ARABIC_TITLE}\n\n{line}\n{_BODY}"
    assert (fields(text).get("authors") or []) == authors


@pytest.mark.parametrize(
    ("last", "authors"),
    [
        ("سمير هولت", ["سمير هولت"]),
        ("أكتب هذا على ورق علبة سجائر.", None),
        ("لن ننسى تلين أبدا.", None),
    ],
)
def test_a_sentence_above_an_outlet_is_nobodys_name(last: str, authors: list[str] | None) -> None:
    lamps = f"{ARABIC_LEAD.removesuffix('.')}، وكانوا قد قالوا إنها ستعود إلى البيت يوم الخميس مع أختها."
    found = fields(f"رسالة إلى أمي\n\n{lamps}\n\n{last}\nالقدس العربي")
    assert found.get("authors") == authors
