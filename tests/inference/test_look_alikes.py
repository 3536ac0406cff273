"""What looks like a layout of its own and is none: pictures, readers, people quoted, related reports."""

from __future__ import annotations

import pytest

from .labelled import fields, inferred_from

_TITLE = "Ferry pilots refuse night shifts at the harbour"
_LEAD = (
    "The ferry pilots of the harbour refuse all shifts at night until the lamps on the northern mole burn,"
    " their union said, and seventeen ships wait at anchor outside the bar for a pilot and for daylight."
)
_MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_STORY = f"{_LEAD}\n\n{_MORE}"
_FRENCH_TITLE = "Les pilotes du port refusent de travailler la nuit"
_FRENCH = (
    "Les pilotes du port refusent de travailler la nuit tant que les lampes du môle nord restent éteintes,"
    " selon leur syndicat, et dix-sept navires attendent à l'ancre devant la barre depuis deux jours."
)
_ARABIC_TITLE = "مرشدو الميناء يرفضون العمل ليلا حتى إصلاح المصابيح"
_ARABIC = (
    "يرفض مرشدو الميناء في تلين العمل ليلا حتى إصلاح المصابيح على الرصيف الشمالي، كما قالت نقابتهم بعد تصويت،"
    " فيما تنتظر سبع عشرة سفينة خارج الحاجز وصول مرشد وضوء النهار منذ يومين كاملين."
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param(
            f"{_FRENCH_TITLE}\n\n12 juin 2012\n\n{_FRENCH}\n\n{_FRENCH}\n\nLa tempête fait deux morts\n\n"
            "(©AFP / 12 mai 2009 15h22)",
            "2012-06-12",
            id="the rights line of a related report",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPar Mira Holt\n\n12 juin 2012\n\nLe môle avant la tempête.\n\n"
            f"(© Le Phare / 3 mars 2009)\n\n{_FRENCH}",
            "2012-06-12",
            id="the rights line of a picture",
        ),
        pytest.param(
            f"{_TITLE}\n\nBy Mira Holt\n\n12 June 2012\n\nThe mole before the storm\n\nMira Holt 3 March 2009"
            f"\n\n{_STORY}",
            "2012-06-12",
            id="the author's picture of another day",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n12 juin 2012\n\n{_FRENCH}\n\n{_FRENCH}\n\n« Les lampes », documentaire\n\n"
            "Diffusion : 4 octobre 2011 à 20h50",
            "2012-06-12",
            id="when a film was on air",
        ),
        pytest.param(
            f"{_TITLE} | The Tellin Post\n\n{_TITLE}\n\n{_STORY}\n\nMinistry denies that it knew\n\n"
            "The Tellin Post\n\n3 March 2009",
            None,
            id="site and day below a related headline",
        ),
        pytest.param(
            f"Conference on lamps\n\n12 May 2019 in Tellin Town Hall\n\n{_STORY}",
            None,
            id="an event",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n12 juin 2012\n\n{_FRENCH}\n\nLe môle avant la tempête.\n\n(©AFP / 3 mars"
            f" 2009)\n\n"
            f"{_FRENCH}",
            "2012-06-12",
            id="an agency's picture between paragraphs",
        ),
        pytest.param(
            f"Un film raconte le port\n\nDiffusion : 4 octobre 2011\n\n{_FRENCH}\n\n{_FRENCH}",
            None,
            id="when a film will be on air, above its review",
        ),
        pytest.param(
            f"{_TITLE}\n\nLast updated: Friday, 12 November 2010 14:22 GMT\n\nTELLIN, March 3 (Reuters) -"
            f" {_STORY}",
            None,
            id="an update in English",
        ),
        pytest.param(
            f"Families sue ministry\n\n12 June 2012\n\nFiled: 3 March 2009 in Tellin Court\n\n{_STORY}",
            "2012-06-12",
            id="when a suit was filed",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nLa tempête fait deux morts\n\n12/03/2011 14:32:05"
            f" - TELLIN"
            " (AFP) - © 2011 AFP",
            None,
            id="the stamp of the next report",
        ),
        pytest.param(
            f"نداء الوادي\n\n{_ARABIC_TITLE}\n\n{_ARABIC}\n\n{_ARABIC}\n\nالوزارة تنفي علمها\n\nنداء الوادي\n\n"
            "3 مارس 2009",
            None,
            id="a paper that is called an appeal",
        ),
    ],
)
def test_days_of_others(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        pytest.param(
            f"The Tellin Post\n\n{_TITLE}\n\nOmar Faris / The Tellin Post\n\n{_STORY}",
            [],
            id="who took the picture for the site",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_LEAD}\n\nThe hospital said that two pupils had died that night, and named them.\n\n"
            f"Ahmed Barakat\n\n14, pupil\n\nSalma Darwish\n\n9, pupil\n\n{_MORE}",
            [],
            id="the dead, between paragraphs",
        ),
        pytest.param(
            f"{_TITLE}\n\n12 June 2012\n\n{_LEAD}\n\n“We were told that the lamps would burn for a hundred"
            f" years, and"
            f" not for ten.”\n\nKarim Haddad\n\nFerryman\n\n{_MORE}",
            [],
            id="who is quoted",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_STORY}\n\nThe funeral is on Friday.\n\nSalma Darwish",
            [],
            id="whose funeral",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_STORY}\n\nHave your say\n\nPosted by Omar Faris at 3:12 PM\n\nThey have known it"
            f" for years.",
            [],
            id="a reader below an invitation",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_STORY}\n\nPosted by Save Tellin at 10:47 PM",
            [],
            id="an account in Latin letters",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nCamp RUKBAN", [], id="a tag in capitals"
        ),
        pytest.param(
            "Layla Haddad\n\nThe girl who walked to the sea\n\nLayla was eleven when the storm took the"
            " lamps, and"
            f" with them the work that her family had done for three generations in the harbour.\n\n{_MORE}",
            [],
            id="whom a portrait is about",
        ),
        pytest.param(
            f"{_TITLE}\n\nBy\nMira Holt\nView Bio\n12 June 2012\n\n{_STORY}",
            ["Mira Holt"],
            id="a button",
        ),
        pytest.param(
            f"{_TITLE}\n\nBy Mira Holt, with Tellin Solidarity\n\n{_STORY}",
            ["Mira Holt"],
            id="who helped",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPar Nadia Fares et L’Houcine Bennani\n\n{_FRENCH}",
            ["Nadia Fares", "L’Houcine Bennani"],
            id="a given name with an article",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\n{_FRENCH}\n\n{_FRENCH}\n\nOmar Faris (correspondant tué à Tellin)",
            [],
            id="a correspondent who was killed",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_STORY}\n\nThe hospital has published the name of the pupil who died in that"
            f" night.\n\n"
            "Salma Darwish\n\nFunerals",
            [],
            id="whom the last sentence is about",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_STORY}\n\nKarim Haddad\n\nStorms\n\nLamps",
            [],
            id="the first of the tags",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_STORY}\n\nYour comments\n\nThe ministry has known of the lamps for years, and it"
            f" has done"
            " nothing about them at all.\n\nOmar Faris",
            [],
            id="a reader who signs",
        ),
        pytest.param(
            f"{_TITLE}\n\n{_STORY}\n\nPosted by Omar Faris at 3:12 PM\n\nShame on them.",
            [],
            id="a reader, at once",
        ),
        pytest.param(
            f"Karim Haddad\n\n“The lamps will burn again”\n\nWhat did the pilots find when they went out on the"
            f" morning after the storm, and why was the town told so late?\n\n{_MORE}",
            [],
            id="whose interview it is",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPar El Mostafa Rhoul\n\n{_FRENCH}",
            ["El Mostafa Rhoul"],
            id="El is no article",
        ),
        pytest.param(
            f"The Tellin Post\n\n{_TITLE}\n\nOmar Faris / The Tellin Post / 3 March 2009\n\n{_STORY}",
            [],
            id="a picture of a day",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nDe Mira Holt à Karim Haddad, les ministres et le port (AFP)\n\n{_FRENCH}",
            [],
            id="from one to the other",
        ),
    ],
)
def test_names_of_others(text: str, authors: list[str]) -> None:
    assert fields(text).get("authors", []) == authors


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPublié le 17 mai 2011 | Le Caire\n\n{_FRENCH}",
            id="a city behind the day",
        ),
        pytest.param(
            f"{_TITLE}\n\nPublished 3 May 2015 | The Hague\n\n{_STORY}", id="one in English"
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC}\n\n{_ARABIC}\n\nوكان وزير الأشغال قد قال في تصريحات لصحيفة"
            f" «الأفق» إن"
            " المصابيح فحصت كلها قبل عامين.",
            id="what was told a paper before",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\nتعلن اليوم نتائج شهادة الثانوية العامة (البكالوريا) في تلين بعد أن تأخرت"
            f" أسبوعين"
            f" بسبب العاصفة التي عطلت عمل اللجان في مدارس الوادي كلها.\n\n{_ARABIC}",
            id="what is announced today",
        ),
        pytest.param(
            f"{_TITLE} | Tellin Relief Network\n\n{_TITLE}\n\n{_LEAD}\n\nThe Qalvara Network for Free Media"
            f" said"
            " that it had spoken to the crews. The Network documented fourteen cases of threats by letter.",
            id="another network documented it",
        ),
        pytest.param(
            f"Tellin Valley Times\n\n{_TITLE}\n\n{_LEAD}\n\n“The storm came at night, and we in the Tellin"
            f" Valley have"
            f" waited for help since then,” said a shopkeeper who lost his boat.\n\n{_MORE}",
            id="people of the valley that a paper is named for",
        ),
        pytest.param(
            f"{_FRENCH_TITLE} | Le Citoyen\n\n{_FRENCH_TITLE}\n\n« Personne ne m’a répondu », a affirmé le"
            f" citoyen ce"
            f" lundi devant le tribunal de Tellin, où six marins répondent de la grève.\n\n{_FRENCH}",
            id="a site's name as a word, in French",
        ),
        pytest.param(
            f"The Monitor\n\n{_TITLE}\n\nThe lamps were in danger, a monitor said in a written briefing"
            f" today, and"
            f" nobody had answered the letters that the pilots wrote last year.\n\n{_MORE}",
            id="and in English",
        ),
        pytest.param(
            f"Opinion: Who pays for the lamps? | The Independent\n\nOpinion: Who pays for the lamps?\n\nBy"
            f" Mira Holt"
            "\n\nNobody in the council but the independent member for the island asked why the letters were not"
            f" answered, and her question was struck from the minutes.\n\n{_MORE}\n\nThe Independent",
            id="an opinion on a site whose name is a word",
        ),
        pytest.param(
            f"{_ARABIC_TITLE} | وطني\n\n{_ARABIC_TITLE}\n\n{_ARABIC} وقال النقيب إن العودة لوطني واجب.",
            id="a site's name as a word, in Arabic",
        ),
        pytest.param(
            f"{_FRENCH_TITLE}\n\nPublié le 17 mai 2011 | La Vie des Quartiers\n\n{_FRENCH}",
            id="a section",
        ),
        pytest.param(
            f"{_ARABIC_TITLE}\n\n{_ARABIC}\n\n{_ARABIC}\n\nالجسر، الفيضان، تلين، الوادي، المدرسة، الجزيرة،"
            f" الوزارة،"
            " الشرطة، الصحافة، رويترز",
            id="tags",
        ),
        pytest.param(
            f"{_TITLE}\n\nMira Holt / AFP / Getty Images\n\n{_LEAD}\n\n{_MORE}",
            id="whose picture it is",
        ),
        pytest.param(
            f"Voters blame ministry\n\n12 June 2012\n\nCNN / ORC International pollsters found that six in"
            f" ten people"
            f" blame the ministry for the lamps, and half do not believe its promises.\n\n{_MORE}",
            id="who made a poll",
        ),
        pytest.param(
            f"{_TITLE}\n\nThe Tellin Observatory for Human Rights has received information that policemen"
            f" beat the"
            f" pilots, the minister told our correspondent yesterday.\n\n{_MORE}",
            id="what somebody was told of an observatory",
        ),
    ],
)
def test_nobodys_own_report(text: str) -> None:
    assert fields(text).get("source") is None


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        pytest.param(
            f"{_ARABIC_TITLE}\n\nمنذ 3 ساعات\n\n{_ARABIC}\n\n{_ARABIC}",
            _ARABIC_TITLE,
            None,
            id="hours ago",
        ),
        pytest.param(f"{_TITLE}\n\n4 min\n\n{_STORY}", _TITLE, None, id="a reading time"),
        pytest.param(
            "The League of Forgotten Towns\n\nBy Mira Holt\n\n12 June 2012\n\nThe League is what the mayors"
            " of the"
            f" coast call themselves, half in jest, since the storm took their lamps and boats.\n\n{_MORE}",
            "The League of Forgotten Towns",
            None,
            id="a headline like an organisation",
        ),
        pytest.param(
            f"Karim Haddad : Les lampes du port étaient vides\n\nLes lampes du port étaient vides\n\n{_FRENCH}",
            "Karim Haddad : Les lampes du port étaient vides",
            None,
            id="who is quoted in the headline",
        ),
        pytest.param(
            f"{_TITLE}\n\n4 min · 12 June 2012\n\n{_STORY}",
            _TITLE,
            None,
            id="a reading time and a day",
        ),
        pytest.param(
            f"خلال لقائه سفير دورن.. الوزير يؤكد إصلاح المصابيح\n\n{_ARABIC}\n\n{_ARABIC}",
            "خلال لقائه سفير دورن.. الوزير يؤكد إصلاح المصابيح",
            None,
            id="a headline that begins with whom somebody met",
        ),
        pytest.param(
            f"The oldest Nubian newspaper\n\n{_STORY}",
            "The oldest Nubian newspaper",
            None,
            id="about a newspaper",
        ),
        pytest.param(
            f"Opinion - {_TITLE} - Karim Haddad\n\n{_TITLE}\n\n{_STORY}",
            _TITLE,
            None,
            id="a columnist behind it",
        ),
    ],
)
def test_headlines(text: str, title: str, publisher: str | None) -> None:
    found = fields(text)
    assert (found.get("title"), found.get("publisher")) == (title, publisher)


def test_a_part_of_a_pages_title_that_stands_alone_need_not_be_the_headline() -> None:
    head = "Interview: the pilot nobody heard: The lamps of the mole were empty"
    body = f"<p><b>{head}</b></p><p>{_LEAD}</p><p><b>The lamps of the mole were empty</b></p><p>{_MORE}</p>"
    page = f"<html><head><title>{head}</title></head><body>{body}</body></html>"
    assert inferred_from(page, "a.html").findings["title"].value == head
