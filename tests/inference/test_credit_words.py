"""Credits, bylines and days by the words around them: one line above, below or ahead of the same story."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_TITLE, FRENCH_TITLE, TITLE
from .labelled import fields, inferred_from

STORY = (
    "Ferry pilots in Tellin have refused to work at night until the lamps on the outer wall are mended,"
    " their union and two residents said, while seventeen ships were waiting beyond the bar for daylight.\n\n"
    "The harbour office said that it had ordered new lamps in the spring and that the ships would be paid"
    " for their time, according to a letter that it sent to the owners of the boats on the northern quay.\n\n"
    "Pilots who went out in the fog of last week said they had heard such promises after every storm of"
    " the past ten years, and that two boats were lost in the meantime."
)
ARABIC_STORY = (
    "يرفض مرشدو الميناء في تلين العمل ليلا حتى إصلاح المصابيح على الرصيف الخارجي، بحسب نقابتهم واثنين من"
    " السكان، فيما تنتظر سبع عشرة سفينة خارج الحاجز وصول مرشد منذ يومين كاملين.\n\n"
    "وأعلن مكتب الميناء أنه طلب مصابيح جديدة في الربيع، وأن السفن ستعوض عن وقتها، بحسب رسالة أرسلها إلى"
    " أصحاب القوارب على الرصيف الشمالي من المدينة القديمة."
)


def _with(place: str, line: str, *, is_arabic: bool) -> str:
    title, story = (ARABIC_TITLE, ARABIC_STORY) if is_arabic else (TITLE, STORY)
    below = {
        "above": f"{line}\n\n{story}",
        "below": f"{story}\n\n{line}",
        "ahead": f"{line}{story}",
    }
    return f"{title}\n\n{below[place]}\n"


@pytest.mark.parametrize(
    ("place", "line", "source"),
    [
        ("ahead", "(Reuters) ", "Reuters"),
        ("ahead", "(CNN) ", "CNN"),
        ("ahead", "(CNN)", "CNN"),
        ("ahead", "[AFP] ", "AFP"),
        ("ahead", "[TellinNet, Tuesday, 04 September 2012, 18:47 GMT]", "TellinNet"),
        ("below", "Al Jazeera and agencies", "Al Jazeera"),
        ("below", "AL JAZEERA STAFF & AGENCIES", "AL JAZEERA"),
        ("above", "By Al Jazeera Staff & Agencies", "Al Jazeera"),
        ("above", "Al Jazeera and news agencies", "Al Jazeera"),
        ("above", "AFP and Reuters", "AFP"),
        ("below", "BBC + AFP", "BBC"),
        ("above", "By Reuters Staff", "Reuters"),
        ("below", "Text by AFP", "AFP"),
        ("below", "Story by Reuters", "Reuters"),
        ("below", "via AP", "AP"),
        ("above", "Agence France-Presse in Tellin", "AFP"),
        ("above", "Reuters in Tellin", "Reuters"),
        ("below", "(FRANCE 24 with AFP and REUTERS)", "FRANCE 24"),
        ("above", "By MIRA HOLT | Al Jazeera", "Al Jazeera"),
        ("below", "originally published by: BBC News", "BBC News"),
        (
            "below",
            "This comment piece originally appeared in the Tellin Lantern.",
            "Tellin Lantern",
        ),
        ("above", "AFP AFP Updated on: November 21, 2013 7:48 IST", "AFP"),
        (
            "above",
            "The press release issued by the Tellin Harbour Office on 22 March 2023.",
            "Tellin Harbour Office",
        ),
        ("above", "Middle East Eye, 9 February 2016", "Middle East Eye"),
        ("above", "By Mira Holt, Associated Press Writer", "AP"),
        ("above", "By Mira Holt of The Associated Press", "AP"),
        ("above", "Laila Haddad for Al Jazeera", "Al Jazeera"),
        ("below", "Associated Press writer Mira Holt contributed to this report.", "AP"),
        (
            "below",
            "The post Ferry pilots refuse night shifts appeared first on Tellin News.",
            "Tellin News",
        ),
        (
            "below",
            "(The Daily Star :: Lebanon News :: http://www.dailystar.com.lb)",
            "The Daily Star",
        ),
    ],
)
def test_who_is_credited(place: str, line: str, source: str) -> None:
    assert fields(_with(place, line, is_arabic=False)).get("source") == source


@pytest.mark.parametrize(
    ("place", "line", "source"),
    [
        ("ahead", "(رويترز) ", "Reuters"),
        ("ahead", "رويترز: ", "Reuters"),
        ("ahead", "رويترز- ", "Reuters"),
        ("ahead", "قندليف نيوز: ", "قندليف نيوز"),
        ("ahead", "(قندليف نت): ", "قندليف نت"),
        ("ahead", "تلين ــ الشرق الأوسط: ", "الشرق الأوسط"),
        ("ahead", "تلين_”قندليف”_", "قندليف"),
        ("ahead", "تلين- معا- ", "Maan"),
        ("ahead", "وطنية - تلين - ", "NNA"),
        ("ahead", "تلين 10 ربيع الأول 1442 هـ الموافق 27 أكتوبر 2020 م واس ", "SPA"),
        ("below", "الجزيرة + وكالات", "الجزيرة"),
        ("below", "نقلاً عن رويترز", "Reuters"),
        ("below", "الجزيرة + رويترز", "الجزيرة"),
        ("above", "محمد خالد - الأناضول", "Anadolu Agency"),
        ("above", "تلين- «القدس العربي»- وكالات", "القدس العربي"),
        ("above", "خاص لعنب بلدي", "عنب بلدي"),
        ("below", "(تغطية صحفية محمد خالد - إعداد ليلى حداد للنشرة العربية)", "Reuters"),
    ],
)
def test_who_is_credited_in_arabic(place: str, line: str, source: str) -> None:
    assert fields(_with(place, line, is_arabic=True)).get("source") == source


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("above", "Staff and agencies"),
        ("above", "Text by: NEWS WIRES | Latest update: 28/10/2016"),
        ("below", "Source: news agencies"),
        ("below", "Mira Holt contributed to this report."),
        ("below", "Samir Nadir | The Guardian"),
        ("below", "This article was first published by Laila Haddad."),
        ("below", "Agencies"),
        ("below", "With reporting by AFP and Reuters"),
        ("below", "Photo by AFP"),
        ("ahead", "(UPDATED) "),
        ("ahead", "[Corrected] "),
        ("above", "Harbours in Tellin"),
        (
            "below",
            "The press release issued by the Tellin Harbour Office said that nobody had been asked.",
        ),
    ],
)
def test_who_is_not(place: str, line: str) -> None:
    assert fields(_with(place, line, is_arabic=False)).get("source") is None


@pytest.mark.parametrize(
    "line", ["وقالت قناة قندليف نيوز: ", "نقلا عن موقع قندليف نت: ", "وكالات: "]
)
def test_what_a_sentence_tells_of_an_outlet_is_no_credit(line: str) -> None:
    assert fields(_with("ahead", line, is_arabic=True)).get("source") is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Laila Haddad Middle East correspondent", ["Laila Haddad"]),
        ("Laila Haddad and agencies in Marsa", ["Laila Haddad"]),
        ("Laila Haddad (Marsa, correspondance)", ["Laila Haddad"]),
        ("Laila Haddad/Tellin", ["Laila Haddad"]),
        ("By:Mira Holt", ["Mira Holt"]),
        ("By Mira Holt TELLIN", ["Mira Holt"]),
        ("By Mira Holt Tellin", ["Mira Holt Tellin"]),
        ("By Mira Holt MARSA", ["Mira Holt MARSA"]),
        ("By Thomas J. TELLIN", ["Thomas J. TELLIN"]),
        ("By MIRA HOLT and LAILA HADDADOCT. 28, 2016", ["MIRA HOLT", "LAILA HADDAD"]),
        ("By Mira HoltOctober 28, 2016", ["Mira Holt"]),
        ("Laila Haddad/AFP", None),
        ("By Laila Haddad of The Associated Press", ["Laila Haddad"]),
        ("Opinion by Mira Holt", ["Mira Holt"]),
        ("Laila Haddad writes", ["Laila Haddad"]),
        ("Laila Haddad for Al Jazeera", ["Laila Haddad"]),
        ("Laila Haddad Staff Writer", ["Laila Haddad"]),
        ("Written by Mira Holt Translated by Laila Haddad", ["Mira Holt"]),
        ("Mr Vice-President,", None),
    ],
)
def test_names_and_what_is_glued_to_them(line: str, authors: list[str] | None) -> None:
    assert fields(_with("above", line, is_arabic=False)).get("authors") == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("ليلى حداد من قارة", ["ليلى حداد"]),
        ("محمد خالد-تلين", ["محمد خالد"]),
        ("ليلى حداد/ تلين", ["ليلى حداد"]),
        ("ليلى حداد*", ["ليلى حداد"]),
        ("بواسطة ليلى حداد - 28 أكتوبر 2016", ["ليلى حداد"]),
        ("إعداد ليلى حداد للنشرة العربية", None),
        ("قارة – من محمد خالد", ["محمد خالد"]),
        ("إبراهيما دوسو-كيتا", ["إبراهيما دوسو-كيتا"]),
    ],
)
def test_arabic_names_and_what_is_glued_to_them(line: str, authors: list[str] | None) -> None:
    assert fields(_with("above", line, is_arabic=True)).get("authors") == authors


@pytest.mark.parametrize(
    "line",
    [
        "Laila Haddad is a reporter for the Tellin Lantern.",
        "About the author: Laila Haddad is a researcher.",
    ],
)
def test_a_biography_below_a_story_names_its_author(line: str) -> None:
    assert fields(_with("below", line, is_arabic=False)).get("authors") == ["Laila Haddad"]


def test_the_city_of_the_dateline_is_no_surname() -> None:
    text = f"{TITLE}\n\nBy Mira Holt Marsa\n\nMARSA (Reuters) - {STORY}"
    assert fields(text).get("authors") == ["Mira Holt"]


def test_whoever_contributed_stays_in_the_body() -> None:
    line = "Associated Press writer Mira Holt contributed to this report."
    assert line in inferred_from(_with("below", line, is_arabic=False)).body


FRENCH_STORY = (
    "Les pilotes du port de Tellin refusent de travailler la nuit tant que les lampes du môle nord restent"
    " éteintes, selon leur syndicat, et dix-sept navires attendent à l'ancre devant la barre depuis mardi.\n\n"
    "Le bureau du port a répondu que de nouvelles lampes avaient été commandées au printemps et que les navires"
    " seraient payés pour leur attente, d'après une lettre adressée aux propriétaires des bateaux du quai nord."
)


def _in_french(line: str) -> dict[str, object]:
    return fields(f"{FRENCH_TITLE}\n\n{line}\n\n{FRENCH_STORY}")


@pytest.mark.parametrize(
    "line",
    [
        "Laila Haddad avec AFP",
        "Laila Haddad (avec AFP)",
        "Laila Haddad, à Tellin",
        "Publié par Laila Haddad le 28 octobre 2016",
        "Entretien réalisé par Laila Haddad",
        "Un article de Laila Haddad",
        "Tribune de Laila Haddad",
        "Texte et photos : Laila Haddad",
        "Notre envoyée spéciale Laila Haddad",
    ],
)
def test_bylines_in_french(line: str) -> None:
    assert _in_french(line).get("authors") == ["Laila Haddad"]


@pytest.mark.parametrize("line", ["Propos recueillis par L. H.", "Par La Rédaction"])
def test_who_wrote_nothing_in_french(line: str) -> None:
    found = _in_french(line)
    assert "authors" not in found
    assert "source" not in found


@pytest.mark.parametrize(
    ("line", "source"), [("Texte par AFP", "AFP"), ("Texte par FRANCE 24", "FRANCE 24")]
)
def test_credits_in_french(line: str, source: str) -> None:
    assert _in_french(line).get("source") == source


@pytest.mark.parametrize(
    "line", ["Communiqué du 28 octobre 2016", "Publié par Laila Haddad le 28 octobre 2016"]
)
def test_days_in_french(line: str) -> None:
    assert _in_french(line).get("date") == "2016-10-28"


def test_an_office_that_wrote_somewhere_is_no_author() -> None:
    assert "authors" not in fields(_with("ahead", "تلين - كتب وزير الموانئ - ", is_arabic=True))


def test_who_wrote_stands_between_city_and_story() -> None:
    text = _with("ahead", "تلين - كتب ناصر الجندي - ", is_arabic=True)
    assert fields(text).get("authors") == ["ناصر الجندي"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2016-10-28T12:30:00Z", "2016-10-28"),
        ("Par AFP le 28 octobre 2016", "2016-10-28"),
        (
            "Rédigé par phare.net le Mercredi 18 Septembre 2013 à 09:27 | | 3 commentaire(s)|",
            "2013-09-18",
        ),
        ("By MIRA HOLTOCT. 28, 2016", "2016-10-28"),
        ("Tuesday, June 18, 2024\n\nAFP AFP Updated on: November 21, 2013 7:48 IST", None),
    ],
)
def test_days(line: str, day: str | None) -> None:
    assert fields(_with("above", line, is_arabic=False)).get("date") == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("خميس, 11/03/2022 - 22:41", "2022-11-03"),
        ("جمعة, 11/03/2022 - 22:41", "2022-03-11"),
        ("الخميس, 11/03/2022 - 22:41", "2022-11-03"),
    ],
)
def test_a_weekday_tells_the_order_of_day_and_month(line: str, day: str) -> None:
    assert fields(_with("above", line, is_arabic=True)).get("date") == day


@pytest.mark.parametrize(
    "line",
    [
        "Its list, last updated 3 March 2017, has 200 names.",
        "Mise à jour le 3 mars 2017",
        "Last updated: 3 March 2017",
    ],
)
def test_an_update_of_something_that_the_story_tells_is_not_its_own(line: str) -> None:
    lead, _, rest = STORY.partition("\n\n")
    text = f"{TITLE}\n\n5 May 2018\n\n{lead}\n\n{line}\n\n{rest}"
    assert fields(text).get("date") == "2018-05-05"


def test_a_day_above_all_is_the_readers_where_the_page_was_updated_before() -> None:
    lead, _, rest = STORY.partition("\n\n")
    updated = "AFP AFP Updated on: November 21, 2013 7:48 IST"
    text = f"Tuesday, June 18, 2024\n\n{TITLE}\n\n{lead}\n\n{{}}{rest}"
    assert fields(text.format(f"{updated}\n\n")).get("date") is None
    assert fields(text.format("")).get("date") == "2024-06-18"


def test_a_style_sheet_above_a_report_is_no_text() -> None:
    rule = (
        "#ad { width: 728px; height: 90px; margin:0 auto; } @media screen { #ad { display: none; } } "
        * 3
    )
    found = fields(f"{rule}\n\n{ARABIC_TITLE}\n\nتاريخ النشر : 6-4-2015\n\n{ARABIC_STORY}")
    assert (found["title"], found["language"], found["date"]) == (ARABIC_TITLE, "ar", "2015-04-06")


def test_a_stamp_of_a_site_tells_the_day() -> None:
    text = _with("ahead", "[TellinNet, Tuesday, 04 September 2012, 18:47 GMT]", is_arabic=False)
    assert fields(text).get("date") == "2012-09-04"


def test_letters_that_the_text_spells_issue_a_statement() -> None:
    story = STORY.replace("their union and two", "their union, HWA, and two")
    text = f"{TITLE}\n\nStatement by HWA\n\n6 April 2010\n\n{story}"
    assert fields(text).get("source") == "HWA"
    assert fields(text.replace("union, HWA,", "union")).get("source") is None


def test_said_today_below_press_releases() -> None:
    lead = (
        "The authorities must pay the pilots at once and mend the lamps on the outer wall before another"
        " boat is lost in the winter fog, the Tellin Observatory said today."
        "\n\nThe Tellin Observatory has asked for it since March."
    )
    text = f"Press Releases\n\n19 February 2010\n\n{TITLE}\n\n{lead}\n\n{STORY}"
    assert fields(text).get("source") == "Tellin Observatory"
    assert fields(text.removeprefix("Press Releases\n\n")).get("source") is None


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("رقم الوثيقة: MDE 24/029/2008", ARABIC_TITLE),
        ("موقع اخباري عام مستقل", ARABIC_TITLE),
        ("منتديات تلين :: المنتدى العام :: قسم القانون", ARABIC_TITLE),
        ("أحدث الأخبار|", ARABIC_TITLE),
    ],
)
def test_what_stands_above_an_arabic_headline(above: str, title: str) -> None:
    assert fields(f"{above}\n\n{title}\n\n{ARABIC_STORY}").get("title") == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"[Joint Statement] {TITLE}", TITLE),
        (f"1. You Are At:\n2. News\n3. World\n4. {TITLE}\n\n{TITLE}", TITLE),
        (f"Passer au contenu principal\n{TITLE}", TITLE),
        (f"News: see http://www.tellin.example/specials/\n\n{TITLE}", TITLE),
        (
            "Harbour output up 1.4 pct in June  • Roundup: ships wait  • Wheat harvest rises 8 pct"
            f"  • Feature: a bookseller  • New port road, minister says\n\n{TITLE}",
            TITLE,
        ),
    ],
)
def test_what_stands_above_a_headline(head: str, title: str) -> None:
    assert fields(f"{head}\n\n{STORY}").get("title") == title
