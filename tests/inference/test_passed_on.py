"""Credits, labels and days as sites print them around what they pass on: bare labels, brackets, glued days."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields, inferred_from


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(f"{TITLE}\n\n{LEAD}\n\nSource BBC", "BBC", id="a label without a sign"),
        pytest.param(f"{TITLE}\n\n{LEAD}\n\nSource close to the pilots", None, id="who told it"),
        pytest.param(
            f"{TITLE}\n\n{LEAD} (Washington Post)\n\nFull story",
            "Washington Post",
            id="in brackets",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD} (Harbour Road)\n\nFull story", None, id="a place in brackets"
        ),
        pytest.param(
            f"{TITLE}\n\nBy Sami Torvald – DAWN.COM\n\n{LEAD}", "DAWN.COM", id="behind the author"
        ),
        pytest.param(f"{FRENCH_TITLE}\n\npar AFP FR\n\n{FRENCH}", "AFP", id="a desk of an agency"),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\n@pharedutarn.com",
            "pharedutarn.com",
            id="an address signs",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\nholt@pharedutarn.com", None, id="a mail address"
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nWhoever saw it may tell the pilots.\n\n@gmail.com",
            None,
            id="where anybody has a mailbox",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\npilotes\n\n@pharedutarn.com",
            None,
            id="a parted address",
        ),
        pytest.param(
            f"{TITLE}\n\n(APC/XYZ) – {LEAD}", None, id="letters of which one is known, and no alert"
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD} Somebody abroad had noticed: “They waited for the lamps.” (New York Times)",
            None,
            id="where a quotation was printed",
        ),
        pytest.param(
            f"{TITLE}\n\nWorld.News | By Sami Torvald\n\n{LEAD}", None, id="a section with a dot"
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nJeudi 17 septembre 2020 ((pharedutarn.com))–{FRENCH}",
            "pharedutarn.com",
            id="a site",
        ),
        pytest.param(f"THE HAGUE, Netherlands (AP) _ {LEAD}", "AP", id="a city with its article"),
        pytest.param(
            f"{ARABIC_TITLE}\n\nاضيف الخبر في يوم الأحد ١٥ - مارس - ٢٠٠٩. نقلا عن: البديل\n\n{ARABIC_LEAD}",
            "البديل",
            id="from where it was added",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nهسبريس ـ تلين\n\n{ARABIC_LEAD}",
            "هسبريس",
            id="a paper before its city",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nوقفة عند الرصيف الشمالي في المرفأ ـ AFP\n\n{ARABIC_LEAD}",
            None,
            id="a picture's",
        ),
        pytest.param(
            f"بيان في يوم المرافئ\n\n{ARABIC_LEAD}\n\nإن المنظمة التلينية لحقوق البحارة تهيب بها أن تضيء.",
            "المنظمة التلينية لحقوق البحارة",
            id="who demands in a statement",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\nإن المنظمة التلينية لحقوق البحارة تهيب بها أن تضيء.",
            None,
            id="in the news",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n(Tellin) – Les pilotes ont droit à des lampes, a déclaré Human Rights Watch"
            f" aujourd’hui. {FRENCH}",
            "Human Rights Watch",
            id="said so today",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالمنارة\n\n{ARABIC_LEAD}", None, id="a word below a headline"
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nفيتو\n\n{ARABIC_LEAD}", "فيتو", id="a known paper below it"
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nقاسيون_سليم الدروبي\n\n{ARABIC_LEAD}",
            "قاسيون",
            id="a paper and its author",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n26 أكتوبر 2020\n\nفريق التحرير - قنديل تلين\n\n{ARABIC_LEAD}",
            "قنديل تلين",
            id="its editors",
        ),
        pytest.param(f"هسبريس من تلين: {ARABIC_LEAD}", "هسبريس", id="a paper from a city"),
        pytest.param(
            f"{ARABIC_TITLE}\n\nعلم مركز الخليج لحقوق الإنسان من مصادر محلية. {ARABIC_LEAD}",
            "مركز الخليج لحقوق الإنسان",
            id="what an organisation learned",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\n{ARABIC_LEAD} ونشرت صحيفة «الجارديان» صورا للرصيف.",
            None,
            id="who printed it",
        ),
        pytest.param(
            f"{TITLE}\n\nPublisher International Trade Union Confederation\n\nPublication Date 11 June 2009\n\n"
            f"Cite as International Trade Union Confederation, {TITLE}, 11 June 2009\n\n{LEAD}",
            "International Trade Union Confederation",
            id="a record without bars",
        ),
        pytest.param(
            f"TELLIN (BosNewsLife)-- {LEAD}", "BosNewsLife", id="a known outlet of one word"
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\nFrom Harbour Law, Feb. 20. Used with permission.",
            "Harbour Law",
            id="permitted",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH} Quelques reporters sont restés.",
            None,
            id="a few reporters",
        ),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{TITLE}\n\n6 June, 2018The union of the harbour met. {LEAD}", "2018-06-06"),
        (f"{TITLE}\n\n6 June, 2018 is the day on which it met. {LEAD}", None),
        (f"{FRENCH_TITLE}\n\n18 mars 2013Publicité\n\n{FRENCH}", "2013-03-18"),
        (f"AT TARN 3 May 2009 – My mother hid us in the well of the village. {LEAD}", None),
        (f"Tellin, 11 nov. 2019 [AlterTellin] --- {FRENCH}", "2019-11-11"),
        (f"{FRENCH_TITLE}\n\nJeudi 17 septembre 2020 ((pharedutarn.com))–{FRENCH}", "2020-09-17"),
    ],
)
def test_days_ahead_of_a_story(text: str, date: str | None) -> None:
    assert fields(text).get("date") == date


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"News / National\nby Staff reporter\n{LEAD}", None),
        (f"Droits humains\n6 mai 2022\n\n{FRENCH_TITLE}\n\n{FRENCH}", FRENCH_TITLE),
        (f"4 novembre 2021 | Tellin Human Rights Group\n\n{FRENCH}", None),
        (f"{TITLE} in the capital – report\n\n{LEAD}", f"{TITLE} in the capital – report"),
        (f"{ARABIC_TITLE} :\n{ARABIC_TITLE}\n{ARABIC_LEAD}", ARABIC_TITLE),
        (f"PHOTO NADIA BERRADA, ARCHIVES LE PHARE\n\n{FRENCH}", None),
        (f"Publication: Monitor Volume: 3 Issue: 71\n\n{LEAD}", None),
        (f"Jump to main content\n\n{TITLE}\n\n{LEAD}", TITLE),
        (f"د. سمير خليل\n{ARABIC_LEAD}\n{ARABIC_LEAD}", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    found = inferred_from(text).findings["title"]
    assert (None if found.evidence.startswith("first sentence") else found.value) == title


def test_the_author_behind_a_paper() -> None:
    found = fields(f"{ARABIC_TITLE}\n\nقاسيون_سليم الدروبي\n\n{ARABIC_LEAD}")
    assert found["authors"] == ["سليم الدروبي"]


def test_a_party_is_no_author() -> None:
    assert "authors" not in fields(
        f"{ARABIC_TITLE}\n\nحركة مرشدي تلين\n\n12 مارس 2014\n\n{ARABIC_LEAD}"
    )
