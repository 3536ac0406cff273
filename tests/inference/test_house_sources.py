"""How agencies, papers and organisations say whose a report is, and what only looks like it."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import ARABIC, fields


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            f"{TITLE} | Tellin Rights Vigil\n\n{TITLE}\n\n(Geneva) – The lamps burn for tankers alone, Tellin"
            f" Rights Vigil said in a report released today.\n\n{LEAD}",
            "Tellin Rights Vigil",
            id="said in a report released today",
        ),
        pytest.param(
            f"{TITLE} | Tellin Rights Vigil\n\n{TITLE}\n\nThe lamps burn for tankers alone, Tellin Rights"
            f" Vigil said in a report last year.\n\n{LEAD}",
            None,
            id="said in a report last year",
        ),
        pytest.param(
            f"{FRENCH_TITLE} - Ports sans frontières\n\nCOMMUNIQUÉ DE PRESSE\n\n{FRENCH_TITLE}\n\nLes lampes"
            f" ne brûlent que pour les pétroliers, a déclaré Ports sans frontières ce lundi.\n\n{FRENCH}",
            "Ports sans frontières",
            id="a déclaré … ce lundi",
        ),
        pytest.param(
            f"بيان حول المصابيح | شبكة أحياء تلين\n\nبيان حول المصابيح\n\n{ARABIC_LEAD}\n\nإن شبكة أحياء تلين،"
            " إذ تتقدم بالشكر إلى البحارة، تحمل البلدية كامل المسؤولية عن الظلام في الميناء وعن كل سفينة.\n\n"
            "شبكة أحياء تلين 26 أيار 2012",
            "شبكة أحياء تلين",
            id="a statement that its site signs",
        ),
        pytest.param(
            f"{ARABIC_TITLE} | سنابل تلين\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD} وقال أحد البحارة لسنابل تلين إن"
            " الخبز نفد.",
            "سنابل تلين",
            id="told the site, without quotation marks",
        ),
        pytest.param(
            f'{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nوقال النقيب، في مقابلة مع صحيفة "دي بروكه" المحلية، إن'
            " المصابيح لن تضاء قبل الشتاء.",
            "دي بروكه",
            id="a talk with a paper",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nالمصدر : المرساة + وكالات",
            "المرساة",
            id="and agencies",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nالمصدر: تلين - وكالات",
            None,
            id="a city, and agencies",
        ),
        pytest.param(
            f"{TITLE} | Norda\n\n{TITLE}\n\n(Norda) - {LEAD}",
            "Norda",
            id="the site's own dateline",
        ),
        pytest.param(
            f"{TITLE} | Norda\n\n{TITLE}\n\n(Lanterns) - {LEAD}", None, id="another word there"
        ),
        pytest.param(f"{ARABIC_TITLE}\n\n{ARABIC}", None, id="nobody"),
        pytest.param(
            f"{FRENCH_TITLE} - Tellin.net\n\n{FRENCH_TITLE}\n\nPublié le mardi 17 mai 2011 | Le"
            f" Figaro\n\n{FRENCH}",
            "Le Figaro",
            id="the paper behind the day",
        ),
        pytest.param(
            f"{TITLE} | Karveli.info\n\n{TITLE}\n\nKarveli.info, Tellin / 14 Aug.'08 / 13:20\n\n{LEAD}",
            "Karveli.info",
            id="the site before the place and the day",
        ),
        pytest.param(
            f"{TITLE}\n\nThe Tellin Centre for Rights Defenders (TCRD) has received reliable information that"
            f" the pilots of the harbour were threatened by letter, and that two of them have left.\n\n{LEAD}",
            "Tellin Centre for Rights Defenders",
            id="has received information",
        ),
        pytest.param(
            f"{TITLE}\n\nThe Ministry of the Interior has received reliable information that the pilots were"
            f" threatened by letter.\n\n{LEAD}",
            None,
            id="so has a ministry",
        ),
        pytest.param(f"{FRENCH_TITLE}\n\n{FRENCH}\n\n{FRENCH}\n\nD'après TAP", "TAP", id="d'après"),
        pytest.param(
            f"{TITLE} - The Meridian\n\n{TITLE}\n\n{LEAD}\n\nPublished in The Meridian, March 14th, 2016",
            None,
            id="published in the site itself",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nLe CdM/AFP | 01/06/2010\n\n{FRENCH}",
            "AFP",
            id="with an agency beside the day",
        ),
        pytest.param(
            f"تنسيقية تلين\nأمس الساعة 10:48 مساءً ·\n\nتعلن تنسيقية تلين أسماء البحارة.\n\n{ARABIC_LEAD}",
            "تنسيقية تلين",
            id="a page of a network announces",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nTexte par MONDE 7 avec dépêches AFP\n\n{FRENCH}",
            "AFP",
            id="avec dépêches",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين، مرسى، جنيف - «المدى»، أ ف ب، رويترز\n\n{ARABIC_LEAD}",
            "AFP",
            id="a paper and two agencies behind cities",
        ),
        pytest.param(
            f"{FRENCH_TITLE} - RHI\n\n{FRENCH_TITLE}\n\nPar RHI\n\n{FRENCH}",
            "RHI",
            id="by the site",
        ),
        pytest.param(
            f"قنديل تلين - {ARABIC_TITLE}\n\n{ARABIC_TITLE}\n\nقنديل تلين/ {ARABIC_LEAD}",
            "قنديل تلين",
            id="the site and a slash",
        ),
        pytest.param(
            f"{ARABIC_TITLE} | رحاب بريس\n\n{ARABIC_TITLE}\n\nرحاب بريس - سامر قندليف الأربعاء 14 مارس 2012 -"
            f" 13:30\n\n{ARABIC_LEAD}",
            "رحاب بريس",
            id="outlet, name and day",
        ),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source
