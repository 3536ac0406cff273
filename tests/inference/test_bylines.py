"""Bylines, line by line: each stands below a title and above a story that tells of nobody so called."""

from __future__ import annotations

import pytest

from .labelled import inferred_from

_ENGLISH = (
    "Bakery Hit in Third Night of Shelling",
    "Guards shelled the old quarter of Tel Sarwan for a third night in a row, hitting a bakery and the house of"
    " its owner, residents and a medic said, adding that the bread was out of the oven.",
)
_ARABIC = (
    "قصف على مخبز في المدينة القديمة",
    "قصف الحرس الأحياء القديمة في المدينة لليلة الثالثة على التوالي ما أسفر عن إصابة مخبز ومنزل صاحبه بحسب"
    " سكان ومسعف في المدينة قالوا إن الخبز كان قد خرج من الفرن.",
)
_FRENCH = (
    "Une boulangerie touchée par un bombardement",
    "La garde a bombardé pour la troisième nuit consécutive les quartiers de la vieille ville, touchant une"
    " boulangerie et la maison de son propriétaire, selon des habitants et un secouriste de la ville.",
)


def _authors(line: str, around: tuple[str, str]) -> list[str]:
    title, story = around
    inferred = inferred_from(f"{title}\n\n{line}\n\n{story}\n\n{story[:60]}.\n")
    assert inferred.findings["title"].value == title
    found = inferred.findings.get("authors")
    assert found is None or isinstance(found.value, list)
    return found.value if found and isinstance(found.value, list) else []


_IN_ENGLISH: list[tuple[str, list[str]]] = [
    ("By Rita Olmaz", ["Rita Olmaz"]),
    ("by Rita Olmaz", ["Rita Olmaz"]),
    ("BY RITA OLMAZ", ["RITA OLMAZ"]),
    ("By Rita Olmaz and Omar Tarwan in Marsa Tellin", ["Rita Olmaz", "Omar Tarwan"]),
    ("By Rita Olmaz in Marsa Tellin and Omar Tarwan in Geneva", ["Rita Olmaz", "Omar Tarwan"]),
    (
        "By Rita Olmaz in Marsa Tellin, Omar Tarwan in Geneva and agencies",
        ["Rita Olmaz", "Omar Tarwan"],
    ),
    (
        "By Rita Olmaz in Tel Sarwan, Qalvara, and Omar Tarwan in Geneva",
        ["Rita Olmaz", "Omar Tarwan"],
    ),
    ("By Rita Olmaz, Nuwar and Omar Tarwan in Geneva", ["Rita Olmaz", "Omar Tarwan"]),
    ("By RITA OLMAZ / TELLIN Tuesday, Feb. 07, 2012", ["RITA OLMAZ"]),
    ("By Rita Olmaz, Reuters", ["Rita Olmaz"]),
    ("By Rita Olmaz | AFP", ["Rita Olmaz"]),
    ("By Rita Olmaz, Associated Press", ["Rita Olmaz"]),
    ("By Rita Olmaz, Foreign Affairs Correspondent", ["Rita Olmaz"]),
    ("By Rita Olmaz, Middle East Correspondent, Marsa Tellin", ["Rita Olmaz"]),
    ("By Rita Olmaz, special to the Marsa Courier", ["Rita Olmaz"]),
    ("By Rita Olmaz for Al Jazeera", ["Rita Olmaz"]),
    ("By Rita Olmaz, CNN", ["Rita Olmaz"]),
    ("By Rita Olmaz, BBC News, Marsa Tellin", ["Rita Olmaz"]),
    ("By Rita Olmaz, Omar Tarwan, Lena Sorrane", ["Rita Olmaz", "Omar Tarwan", "Lena Sorrane"]),
    ("By Rita Olmaz/AFP", ["Rita Olmaz"]),
    ("By: Rita Olmaz - Marsa Tellin", ["Rita Olmaz"]),
    (
        "By Jean-Pierre de la Tour and Khalid bin Munir Abu Askaban",
        ["Jean-Pierre de la Tour", "Khalid bin Munir Abu Askaban"],
    ),
    ("By Abdul Rahman al-Tellini", ["Abdul Rahman al-Tellini"]),
    ("By our correspondent", []),
    ("By AFP", []),
    ("By Agencies", []),
    ("By Agence France-Presse", []),
    ("By Staff Reporter", []),
    ("By Web Desk", []),
    ("By News Desk", []),
    ("By Online News Editor", []),
    ("By The Associated Press", []),
    ("By Al Jazeera Staff", []),
    ("By MEE staff", []),
    ("By TNH Staff", []),
    ("By Reuters Staff", []),
    ("By BBC News", []),
    ("By SNHR", []),
    ("By Middle East Eye", []),
    ("By Enab Baladi", []),
    ("By Syria Direct", []),
    ("By Human Rights Watch", []),
    ("By Times of Israel Staff and AFP", []),
    ("By TOI Staff", []),
    ("By Rita Olmaz and AFP", ["Rita Olmaz"]),
    ("By Rita Olmaz and agencies in Marsa Tellin", ["Rita Olmaz"]),
    ("By Rita Olmaz – October 28, 2016", ["Rita Olmaz"]),
    ("By Rita Olmaz October 28 at 3:14 PM", ["Rita Olmaz"]),
    ("By Rita Olmaz @ritaolmaz", ["Rita Olmaz"]),
    ("By Rita Olmaz Published October 28, 2016", ["Rita Olmaz"]),
    ("By Rita Olmaz Updated October 28, 2016", ["Rita Olmaz"]),
    ("By Rita Olmaz | Fox News", ["Rita Olmaz"]),
    ("By Rita Olmaz / Marsa Tellin", ["Rita Olmaz"]),
    ("By RITA OLMAZ, Associated Press", ["RITA OLMAZ"]),
    ("By RITA OLMAZ and OMAR TARWAN Associated Press", ["RITA OLMAZ", "OMAR TARWAN"]),
    ("Rita Olmaz", ["Rita Olmaz"]),
    ("Rita Olmaz and Omar Tarwan", ["Rita Olmaz", "Omar Tarwan"]),
    ("Rita Olmaz in Marsa Tellin", ["Rita Olmaz"]),
    ("Rita Olmaz, Marsa Tellin", ["Rita Olmaz"]),
    ("Rita Olmaz, Marsa Tellin Correspondent", ["Rita Olmaz"]),
    ("Rita Olmaz | October 28, 2016", ["Rita Olmaz"]),
    ("Rita Olmaz October 28, 2016", ["Rita Olmaz"]),
    ("October 28, 2016 | Rita Olmaz", ["Rita Olmaz"]),
    ("Rita Olmaz, Reuters", ["Rita Olmaz"]),
    ("Rita Olmaz / AFP", []),
    ("Rita Olmaz (AFP)", []),
    ("Photo: Rita Olmaz", []),
    ("Photo by Rita Olmaz", []),
    ("Photograph: Rita Olmaz/AFP", []),
    ("Edited by Rita Olmaz", []),
    ("Translated by Rita Olmaz", []),
    ("Editor: Rita Olmaz", []),
    ("Written by Rita Olmaz", ["Rita Olmaz"]),
    ("Words by Rita Olmaz", ["Rita Olmaz"]),
    ("Text and photos by Rita Olmaz", ["Rita Olmaz"]),
    ("Story by Rita Olmaz; photos by Omar Tarwan", ["Rita Olmaz"]),
    ("Reporting by Rita Olmaz", ["Rita Olmaz"]),
    ("Author: Rita Olmaz", ["Rita Olmaz"]),
    ("Posted by Rita Olmaz on October 28, 2016", ["Rita Olmaz"]),
    ("Rita Olmaz reports from Marsa Tellin", ["Rita Olmaz"]),
    ("From Rita Olmaz in Marsa Tellin", ["Rita Olmaz"]),
    ("Al Bab", []),
    ("Deir Ezzor", []),
    ("Ras al-Ain", []),
    ("Eastern Ghouta", []),
    ("Khan Sheikhoun", []),
    ("Human Rights Council", []),
    ("New York", []),
    ("Abu Kamal", []),
    ("Background", []),
    ("Executive Summary", []),
    ("Omar Tarwan/Reuters", []),
]
_IN_ARABIC: list[tuple[str, list[str]]] = [
    ("بقلم: رنا العلماز", ["رنا العلماز"]),
    ("بقلم رنا العلماز وعمر الطروان", ["رنا العلماز", "عمر الطروان"]),
    ("كتب: رنا العلماز", ["رنا العلماز"]),
    ("كتبت رنا العلماز", ["رنا العلماز"]),
    ("كتب عمر الطروان:", ["عمر الطروان"]),
    ("كتب – عمر الطروان", ["عمر الطروان"]),
    ("تقرير: رنا العلماز", ["رنا العلماز"]),
    ("إعداد: رنا العلماز", ["رنا العلماز"]),
    ("إعداد وتحرير: رنا العلماز", ["رنا العلماز"]),
    ("تحرير: رنا العلماز", []),
    ("ترجمة: رنا العلماز", []),
    ("تصوير: رنا العلماز", []),
    ("تل سروان: رنا العلماز", ["رنا العلماز"]),
    ("تل سروان - رنا العلماز", ["رنا العلماز"]),
    ("رنا العلماز - تل سروان", ["رنا العلماز"]),
    ("رنا العلماز – عنب بلدي", ["رنا العلماز"]),
    ("عنب بلدي - رنا العلماز", ["رنا العلماز"]),
    ("عنب بلدي – خاص – رنا العلماز", ["رنا العلماز"]),
    ("بقلم: العميد المتقاعد الدكتور عمر الطروان", ["عمر الطروان"]),
    ("في المدينة القديمة: انفجار ثان", []),
    ("عنب بلدي – خاص", []),
    ("خاص - عنب بلدي", []),
    ("تل سروان - أ ف ب", []),
    ("دمشق - الوطن", []),
    ("رنا العلماز", ["رنا العلماز"]),
    ("عمر الطروان ورنا العلماز", ["عمر الطروان", "رنا العلماز"]),
    ("د. رنا العلماز", ["رنا العلماز"]),
    ("من رنا العلماز", ["رنا العلماز"]),
    ("من رنا العلماز وعمر الطروان", ["رنا العلماز", "عمر الطروان"]),
    ("الكاتب: رنا العلماز", ["رنا العلماز"]),
    ("المصدر: رنا العلماز", []),
    ("مراسل الجزيرة - عمر الطروان", ["عمر الطروان"]),
    ("محرر الأخبار", []),
    ("هيئة التحرير", []),
    ("فريق التحرير", []),
    ("ريف دمشق", []),
    ("دير الزور", []),
    ("أبو كمال", []),
    ("الغوطة الشرقية", []),
    ("حي صلاح الدين", []),
    ("صلاح الدين", []),
]
_IN_FRENCH: list[tuple[str, list[str]]] = [
    ("Par Rita Olmaz", ["Rita Olmaz"]),
    ("Par Rita Olmaz !", ["Rita Olmaz"]),
    ("Par Rita Olmaz, à Marsa Tellin", ["Rita Olmaz"]),
    ("Par Rita Olmaz (avec AFP)", ["Rita Olmaz"]),
    ("Par Rita Olmaz avec AFP", ["Rita Olmaz"]),
    ("Par Le Figaro.fr avec AFP", []),
    ("Par L'Express.fr avec AFP", []),
    ("Par RFI", []),
    ("Par Rita Olmaz et Omar Tarwan", ["Rita Olmaz", "Omar Tarwan"]),
    ("Par Rita Olmaz Publié le 28 octobre 2016", ["Rita Olmaz"]),
    ("De notre correspondante à Marsa Tellin, Rita Olmaz", ["Rita Olmaz"]),
    ("Rita Olmaz, correspondante à Marsa Tellin", ["Rita Olmaz"]),
    ("Le Monde avec AFP", []),
    ("La rédaction avec AFP", []),
    ("Rita Olmaz (à Marsa Tellin)", ["Rita Olmaz"]),
]


@pytest.mark.parametrize(("line", "names"), _IN_ENGLISH)
def test_english_bylines(line: str, names: list[str]) -> None:
    assert _authors(line, _ENGLISH) == names


@pytest.mark.parametrize(("line", "names"), _IN_ARABIC)
def test_arabic_bylines(line: str, names: list[str]) -> None:
    assert _authors(line, _ARABIC) == names


@pytest.mark.parametrize(("line", "names"), _IN_FRENCH)
def test_french_bylines(line: str, names: list[str]) -> None:
    assert _authors(line, _FRENCH) == names


def test_a_name_the_story_tells_of_is_no_byline() -> None:
    title, story = _ENGLISH
    told = story.replace("residents and a medic", "the baker, Mr Olmaz,")
    assert _authors("Rita Olmaz", (title, told)) == []
    assert _authors("Rita Olmaz", (title, story)) == ["Rita Olmaz"]


def test_a_name_beside_an_office_holds_it() -> None:
    title, story = _ENGLISH
    assert _authors("Chairman\nRita Olmaz\nEditor-in-chief\nOmar Tarwan", (title, story)) == []
    assert _authors("رئيس التحرير\nرنا العلماز", _ARABIC) == []


def test_names_in_an_address_are_no_words_of_the_text() -> None:
    assert _authors("By Rita Olmaz (/people/rita-olmaz/)", _ENGLISH) == ["Rita Olmaz"]


def test_a_name_that_signs_the_end() -> None:
    title, story = _ENGLISH
    inferred = inferred_from(f"{title}\n\n{story}\n\n{story}\n\nRita Olmaz\n")
    assert inferred.findings["authors"].value == ["Rita Olmaz"]
    assert "Rita Olmaz" not in inferred.body


def test_who_authored_what_appeared_elsewhere() -> None:
    title, story = _ENGLISH
    credit = "This content originally appeared on Tellin Today and was authored by Rita Olmaz."
    findings = inferred_from(f"{title}\n\n{story}\n\n{story}\n\n{credit}\n").findings
    assert findings["authors"].value == ["Rita Olmaz"]
    assert findings["source"].value == "Tellin Today"


def test_cities_with_their_correspondents_stand_below_menus() -> None:
    title, story = _ARABIC
    menu = "\n\n".join(f"باب من أبواب الموقع رقم {number}" for number in range(9))
    text = f"{title}\n\n{menu}\n\nالمدينة: رنا العلماز\n\n{story}\n\n{story[:60]}.\n"
    found = inferred_from(text).findings.get("authors")
    assert found is not None
    assert found.value == ["رنا العلماز"]
