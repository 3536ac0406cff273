"""What stands around the story in real texts, each in its smallest form."""

from __future__ import annotations

import pytest

from .labelled import ARABIC, STORY, fields

GLYPHS = "ﻗﺎل اﻟﻤﺴﺆوﻟﻮن إن اﻟﺠﺴﺮ ﺳﻴﺒﻘﻰ ﻣﻐﻠﻘﺎ ﺣﺘﻰ اﻧﺘﻬﺎء اﻟﻔﻴﻀﺎن، وإن اﻟﺴﻜﺎن ﻧﻘﻠﻮا إﻟﻰ ﻣﺪارس ﻗﺮﻳﺒﺔ ﻓﻲ اﻟﻤﺪﻳﻨﺔ."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"CHAIRMAN: DR. KARIM AL ZED\nEDITOR-IN-CHIEF: LINA HADDAD\n\nViews /Editorial\n\n"
            f"Qara under water\n\nPublished: 07 Feb 2016 - 02:23 am\n\n{STORY}",
            {"title": "Qara under water", "authors": None, "date": "2016-02-07"},
            id="masthead and path of sections",
        ),
        pytest.param(
            f"Harbour Journal\n\nThe Bridge Closes\n\nSun, 08/18/2019 - 12:16am\n\n"
            f"The Bridge Closes – Reuters\n\n{STORY}",
            {"title": "The Bridge Closes", "source": "Reuters", "date": "2019-08-18"},
            id="agency behind the headline, once more",
        ),
        pytest.param(
            f"violences Qara\n\nUn pont “de plus en plus fragile”\n\n{STORY}",
            {"title": "Un pont “de plus en plus fragile”"},
            id="kicker in small letters",
        ),
        pytest.param(
            f"DERNIERE MINUTE\n\nDERNIERE MINUTE\n\nQara: le pont fermé\n\nVous lisez:\n\n"
            f"Qara: le pont fermé\nTaille du texte Aa Aa\n{STORY}\n"
            "Tous droits de reproduction et de représentation réservés. © 2018 - Agence France-Presse.",
            {"title": "Qara: le pont fermé", "source": "AFP"},
            id="buttons of a French page",
        ),
        pytest.param(
            f"عـاجـل: اجتماع الوزراء ينتهي بلا اتفاق\n\nسقوط جسر في قارة\n\n03/01/2018\n{ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة"},
            id="ticker above the headline",
        ),
        pytest.param(
            f"عاجل: سقوط جسر في قارة\n\n{ARABIC} {ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة"},
            id="urgent headline",
        ),
        pytest.param(
            f"8\n12\n-A +A\nأ ف ب (قارة)\n{ARABIC} {ARABIC} {ARABIC}",
            {"source": "AFP"},
            id="counters above an agency and a place",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\n{ARABIC} {ARABIC} {ARABIC}\n\nالمصدر : الجزيرة + وكالات",
            {"source": "الجزيرة"},
            id="outlet and agencies",
        ),
        pytest.param(
            f"Files\n\nThe bridge closes for a year\n\n{STORY}",
            {"title": "The bridge closes for a year"},
            id="a word above the headline",
        ),
        pytest.param(
            f"Michael Harrow\nOf bridges and dividers\nApril 24, 2014 12:23 AM\n{STORY}",
            {
                "title": "Of bridges and dividers",
                "authors": ["Michael Harrow"],
                "date": "2014-04-24",
            },
            id="a columnist's name above the headline",
        ),
        pytest.param(
            f"- The Harbour Line - https://harbour.example -\n\nThe bridge closes\n\n{STORY}",
            {"title": "The bridge closes"},
            id="head of a printed page",
        ),
        pytest.param(
            f"The bridge closes\n\n{STORY} Ferries carry goods meanwhile. Source: IANS",
            {"source": "IANS"},
            id="source behind the last sentence",
        ),
        pytest.param(
            f"The bridge closes\n\nAugust 26, 2016 5:23 pm\nAssociated Press . Qara / Harbour Online"
            f"\n\n{STORY}",
            {"source": "AP", "date": "2016-08-26"},
            id="agency, place and paper",
        ),
        pytest.param(
            f"الخميس 11/مايو/2017\n\nسقوط جسر في قارة\n\nقال المسؤولون اليوم الإثنين إن الجسر سيبقى مغلقاً"
            f" حتى انتهاء الفيضان، وإن السكان نقلوا إلى مدارس قريبة. {ARABIC}",
            {"title": "سقوط جسر في قارة", "date": None},
            id="the day on which somebody looked, against the report's today",
        ),
        pytest.param(
            f"الثلاثاء 09/مايو/2017\n\nسقوط جسر في قارة\n\nقال المسؤولون اليوم الإثنين إن الجسر سيبقى مغلقاً"
            f" حتى انتهاء الفيضان، وإن السكان نقلوا إلى مدارس قريبة. {ARABIC}",
            {"title": "سقوط جسر في قارة", "date": "2017-05-09"},
            id="published the day after",
        ),
        pytest.param(
            f"Last Update 15:19\nMonday, 27 May 2019\n\nThe bridge closes\n\nSunday 8 Dec 2013\n\n{STORY}",
            {"title": "The bridge closes", "date": "2013-12-08"},
            id="clock of the site above the headline",
        ),
        pytest.param(
            "pont-qara\nDes habitants regardent le 9 novembre 2018 les dégâts causés par la crue de la veille"
            " à Qara, la première à frapper cette ville depuis sa reconstruction © AFP Zaid AL-KARIM\n\n"
            f"À Qara, un pont fermé\n\n{STORY}",
            {"title": "À Qara, un pont fermé", "date": None},
            id="picture above the headline",
        ),
        pytest.param(
            f"Le pont fermé\n\n{STORY} (Karim Haddad; Lina Morel et Marc Zed pour le service français)",
            {"authors": ["Karim Haddad"]},
            id="French credit, translators behind the semicolon",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\n2017-09-28 03:01:06 أخبار قارة/كريم حوذان\n\n{ARABIC} {ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة", "date": "2017-09-28"},
            id="date with time before paper and name",
        ),
        pytest.param(
            f"The bridge closes\n\nLina Haddad reports:  {STORY}",
            {"title": "The bridge closes", "authors": ["Lina Haddad"]},
            id="somebody reports",
        ),
        pytest.param(
            f"The bridge closes\n\nThe Harbour Courier reports: {STORY}",
            {"title": "The bridge closes", "authors": None},
            id="a paper reports",
        ),
    ],
)
def test_what_real_pages_have_around_a_story(text: str, expected: dict[str, object]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "- Qara : le port rouvre après trois jours de tempête\n- Tellin : deux blessés dans une mine\n"
            f"- Football : Qara battue à domicile\n\nThe bridge closes for repairs\n\n{STORY}",
            {"title": "The bridge closes for repairs"},
            id="other headlines in a list above",
        ),
        pytest.param(
            f"Photo bridge 1200px 22 10 21\n\nThe bridge closes for repairs\n\nBy Ines Kalb\n\n{STORY}",
            {"title": "The bridge closes for repairs", "authors": ["Ines Kalb"]},
            id="name of a picture above",
        ),
        pytest.param(
            f"Partager sur :\n\nThe bridge closes for repairs\n\n{STORY}",
            {"title": "The bridge closes for repairs"},
            id="label above",
        ),
        pytest.param(
            f"HomeNews from QaraThe bridge closes for repairs\n\nThe bridge closes for repairs\n\n{STORY}",
            {"title": "The bridge closes for repairs"},
            id="path glued to the headline",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\nQara (QNA)  {STORY}",
            {"title": "The bridge closes for repairs", "source": "QNA"},
            id="two blanks in the place of a dash",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY} {STORY}\n\nSource: Sanabel",
            {"source": "Sanabel"},
            id="a name that only its label tells",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY} {STORY}\n\nSource: social media",
            {"source": None},
            id="a label and nobody",
        ),
        pytest.param(
            f"الأخبار\n\nسقوط جسر في قارة\n\n{ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة", "publisher": None},
            id="the section of the news",
        ),
        pytest.param(
            f"سقوط جسر في قارة\nتاريخ النشر: 21st, November 2023 GMT\n{ARABIC} {ARABIC}",
            {"date": "2023-11-21"},
            id="comma behind an ordinal",
        ),
        pytest.param(
            f"شبكة قارة الإخبارية - {ARABIC} {ARABIC}",
            {"title": ARABIC.rstrip("."), "source": "شبكة قارة الإخبارية"},
            id="outlet before a story without headline",
        ),
        pytest.param(
            f"Bridge closes for repairs\n\nPosted Updated\n\nBy\nInes Kalb\nand\nKarim Zed (CNN)\n\n{STORY}",
            {"authors": ["Ines Kalb", "Karim Zed"], "source": "CNN"},
            id="byline over four lines, outlet in brackets",
        ),
        pytest.param(
            "Annual Report 2013\nThe state of the bridges\n\n4 February 2011\n\nThe bridge closes for repairs"
            f"\n\nThe bridge closes for repairs\n\n{STORY}",
            {"title": "The bridge closes for repairs", "date": "2011-02-04", "publisher": None},
            id="headline twice below the date",
        ),
        pytest.param(
            f"حقوق وحريات\n\nسقوط جسر في قارة بعد الفيضان\n\n{ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة بعد الفيضان"},
            id="section of rights",
        ),
        pytest.param(
            f"سقوط جسر في قارة\nطلين- قارة 11/03/2019\n{ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة", "date": "2019-03-11", "authors": None},
            id="places before the date",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n11:03 ص\nالإثنين 11 مارس 2019\nبي بي سي:\n{ARABIC} {ARABIC}",
            {"date": "2019-03-11", "source": "بي بي سي"},
            id="outlet with a colon above the story",
        ),
        pytest.param(
            f"Quick viewing(Text)\n\nThe bridge closes for repairs\n\nThe bridge closes for repairs\n\n{STORY}",
            {"title": "The bridge closes for repairs"},
            id="headline twice below a few words",
        ),
        pytest.param(
            f"The bridge closes\n\n{STORY} Ferries carry goods to the quarter of Tellin.AFP.",
            {"source": "AFP"},
            id="agency glued to the last word",
        ),
        pytest.param(
            f"The bridge closes\n\n{STORY} {STORY}\n\nSource: Al Jazeera and news agencies",
            {"source": "Al Jazeera"},
            id="outlet and agencies",
        ),
        pytest.param(
            "The bridge closes\nReuters | Qara | Updated: 20-12-2021 03:38 IST | Created: 20-12-2021 03:36\n"
            f"{STORY} {STORY}",
            {"source": "Reuters", "date": "2021-12-20"},
            id="agency in a long line of dates",
        ),
        pytest.param(
            f"Le pont fermé\n\ninformation fournie par France 24 • 16/10/2023 à 22:14\n\n{STORY}",
            {"source": "France 24", "date": "2023-10-16"},
            id="provided by an outlet, beside the date",
        ),
        pytest.param(
            f"«حظر النشر» في قارة... الوقائع\n\n«حظر النشر» في قارة... الوقائع\n\n{ARABIC} {ARABIC}",
            {"title": "«حظر النشر» في قارة... الوقائع"},
            id="quotation marks at the beginning of a headline",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\n21. مايو 2008 بواسطة المحرر\n\n{ARABIC} {ARABIC}",
            {"date": "2008-05-21", "authors": None},
            id="full stop behind the day, nobody's byline",
        ),
        pytest.param(
            f"نشرة الأخبار\n\nالثلاثاء، يونيو 05، 2018\n\nسقوط جسر في قارة بعد الفيضان\n\n{ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة بعد الفيضان", "date": "2018-06-05"},
            id="date as blogs in Arabic have it",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\nطلين ــ رويترز\n\nالتاريخ: 20 مايو 2010\n\n{ARABIC} {ARABIC}",
            {"date": "2010-05-20", "source": "Reuters"},
            id="city and agency with a lengthened line between",
        ),
        pytest.param(
            f"facebook pixel\nchevron_right Top\nThe bridge closes for repairs\n{STORY} {STORY}",
            {"title": "The bridge closes for repairs"},
            id="names of icons",
        ),
        pytest.param(
            "جسر طلين يفتح بعد الفيضان    وزير يزور ميناء قارة    فوز قارة على طلين في كرة القدم\n\n"
            "محكمة تؤيد حبس صيادين\nقارة اليوم\n"
            f"نشر في قارة اليوم يوم 10 - 01 - 2010\n\n{ARABIC} {ARABIC}",
            {"title": "محكمة تؤيد حبس صيادين", "date": "2010-01-10", "source": "قارة اليوم"},
            id="row of headlines above, paper and date as archives of papers have them",
        ),
        pytest.param(
            f"Le pont fermé pour travaux\nPublié dans Le Matin de Qara le 15 - 03 - 2011\n\n{STORY}",
            {"date": "2011-03-15", "source": "Le Matin de Qara"},
            id="paper and date in French",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY}\n\nReported by RFA’s Service. Translated by Lina Haddad."
            " Written in English by Ines Kalb.",
            {"authors": ["Ines Kalb"]},
            id="written in English by",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\nبلدي نيوز - طلين (كريم حداد)\n\n{ARABIC} {ARABIC}",
            {"authors": ["كريم حداد"], "source": "بلدي نيوز"},
            id="outlet, city and name",
        ),
        pytest.param(
            "اغلق القائمة\n\nالجمعة 2024-05-03\n\nالقاهره 06:34 ص\n\nجسر - أرشيفية\n\nسقوط جسر في قارة\n"
            f"\nوكالات الإثنين، 23 أغسطس 2021 11:00 م\n\n{ARABIC} {ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة", "date": "2021-08-23"},
            id="menu, today's date, clock and caption above the headline",
        ),
        pytest.param(
            f"How the bridge was closed – Special Report\n\nQARA (Reuters) — {STORY}",
            {"publisher": None},
            id="a kind of text is no site",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\n{ARABIC} {ARABIC}\nخاص بقلم كريم حسين حداد\n\nاترك تعليقاً",
            {"authors": ["كريم حسين حداد"]},
            id="exclusive, by",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY} {STORY}\nMarsa Media",
            {"source": "Marsa Media"},
            id="signed by an outlet",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY} {STORY}\nSocial Media",
            {"source": None},
            id="heading of a list below the story",
        ),
        pytest.param(
            f"سقوط جسر في قارة\n\nقارة نيوز\n{ARABIC} {ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة", "source": "قارة نيوز", "authors": None},
            id="outlet alone above the story",
        ),
        pytest.param(
            f"Le pont fermé pour travaux\n\n{STORY} {STORY}\nSaliou Cissé",
            {"authors": ["Saliou Cissé"]},
            id="a West African name below the story",
        ),
        pytest.param(
            "The bridge closes for repairs\n\nJoint Statement Marsa Center for Rights September 5th, 2012\n\n"
            f"{STORY}",
            {"date": "2012-09-05", "authors": None},
            id="who put out a statement, and its day",
        ),
        pytest.param(
            f"TELLIN24 - Give for those in need!\n\nThe bridge closes for repairs\n\n{STORY}",
            {"title": "The bridge closes for repairs"},
            id="appeal that only looks filed",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY} {STORY}\n\nArticle: QRT",
            {"source": "QRT"},
            id="article by",
        ),
        pytest.param(
            "Asharq Al-Awsat Saudi Edition\n\nﺳﻘﻮط ﺟﺴﺮ ﻓﻲ ﻗﺎرة ﺑﻌﺪ اﻟﻔﻴﻀﺎن\n\n- ﻃﻠﻴﻦ: ﻛﺮﻳﻢ ﺣﺪاد\n\n"
            f"{GLYPHS}\n\n{GLYPHS}",
            {"title": "سقوط جسر في قارة بعد الفيضان", "authors": ["كريم حداد"], "language": "ar"},
            id="Arabic in glyphs",
        ),
        pytest.param(
            f"The bridge closes for repairs\nAl Jazeera\nFerries carry goods to the island meanwhile.\n{STORY}",
            {"title": "The bridge closes for repairs", "source": "Al Jazeera"},
            id="outlet below the headline",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY} {STORY}\n\nPublished in Dawn, September 9th, 2024",
            {"source": "Dawn", "date": "2024-09-09"},
            id="published in",
        ),
        pytest.param(
            f"The bridge closes for repairs\n\n{STORY} {STORY}\nSource: Marsa Times July 19, 2020 01:52 UTC",
            {"source": "Marsa Times", "date": "2020-07-19"},
            id="date behind the source",
        ),
        pytest.param(
            "Tellin Families Protest in Marsa Over Missing Relatives, Asking for Answers\n"
            f"Balosh Families Protest in Marsa Over Enforced Disappearances\n\n{STORY}",
            {"authors": None},
            id="words in capitals before a city",
        ),
        pytest.param(
            "أحدث الأخبار\n  • 12:42 . وزير يزور الميناء... المزيد\n  • 12:21 . فوز قارة على طلين... المزيد\n"
            f"  • 12:20 . مطر في الجنوب... المزيد\n\nسقوط جسر في قارة\n\n{ARABIC} {ARABIC} {ARABIC}",
            {"title": "سقوط جسر في قارة"},
            id="list of headlines with its heading",
        ),
        pytest.param(
            "قناة قارة اليوم قارة سبورت قارة عقارات قارة\nالإشراف العام\nلينا حداد\nرئيس التحرير\nكريم زيد\n\n"
            f"سقوط جسر في المدينة بعد الفيضان\n\n{ARABIC} {ARABIC} {ARABIC}",
            {"title": "سقوط جسر في المدينة بعد الفيضان", "authors": None},
            id="sites and heads of a paper above the headline",
        ),
    ],
)
def test_what_stands_around_headlines(text: str, expected: dict[str, object]) -> None:
    found = fields(text)
    assert {name: found.get(name) for name in expected} == expected
