"""Headlines of reports pasted into forums, lists and web logs, and furniture that is none."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, LEAD, TITLE
from .labelled import STORY, fields, inferred_from

_BODY = f"{LEAD}\n\n{STORY}"
_ARABIC_BODY = f"{ARABIC_LEAD}\n\n{ARABIC_LEAD}"
_SENT = "ما يلي وردنا من مرصد مصابيح البحر:"
_THREAD = (
    "The quiet harbour they promised us all\n\nThread starter saltmarsh\nStart date Aug 27, 2005"
)
_REMARK = "just another night at the bar"
_OTHER = "Wells run dry in the hills"
_ITEMS = (
    "Nine plants that forgive you - March 3, 2021",
    "How to choose a lamp - March 1, 2021",
    "Five hats for a rainy city - November 12, 2020",
)
_TICKER = "\n-\n".join(("", *_ITEMS)).strip()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"sandpiper\nSENIOR MEMBER\n- Joined\n- Mar 2, 2009\nSo much for lamps and ferry pilots.\n{TITLE}\n"
            f"{TITLE} - World - The Tellin Post\n{_BODY}",
            TITLE,
            id="above itself with the site's name",
        ),
        pytest.param(
            f"{_THREAD}\n\n{_REMARK}\n\n{TITLE}\nFriday, August 26, 2005 5:31 PM EDT\n"
            f"The Associated Press\nBy RITA OLMAZ\n\n{_BODY}",
            TITLE,
            id="above its day in a thread",
        ),
        pytest.param(
            f"Open Harbour mailing list archive\n[ Other Periods\n| Search\n]\nRe: [Harbour] {TITLE}\n"
            f"Has anybody the statement?\nRita\n2007/6/21 <rita@xxxxxxx>:\n>\n> {TITLE}\n> {LEAD}\n> {STORY}",
            TITLE,
            id="a list's subject, quoted below",
        ),
        pytest.param(
            f"{ARABIC_LEAD}\n*\n{_SENT}\n{ARABIC_TITLE}\n{_ARABIC_BODY}",
            ARABIC_TITLE,
            id="below whom it came from",
        ),
        pytest.param(
            f"-\n{_TICKER}\n{_OTHER}\n{_BODY}",
            _OTHER,
            id="below other headlines with their days",
        ),
        pytest.param(
            f"News :: Civil and Harbour Rights : Labor : Lamps\n\n{TITLE}\n\n{_BODY}",
            TITLE,
            id="below the topics of a newswire",
        ),
        pytest.param(
            f"Wed., March 14, 2018\nThe Inland Lantern\n\nFerry pilots report refuses night\n\n"
            f"Wed., March 14, 2018\n\nUnion criticized over the lamps\n\n{LEAD} The report says so.",
            "Ferry pilots report refuses night",
            id="a sentence that ends as papers are called",
        ),
        pytest.param(
            f"رئيس حزب المصابيح\nسليم قندليف\nرئيس التحرير\nنبيل طارون\n\n{ARABIC_TITLE}\n\n{_ARABIC_BODY}",
            ARABIC_TITLE,
            id="below the heads of a party's paper",
        ),
    ],
)
def test_a_pasted_headline(text: str, title: str) -> None:
    assert fields(text)["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"0 SHARES Share Tweet\n\n{_BODY}", id="a counter and its buttons"),
        pytest.param(
            f"ACCESSIBILITY A A A Harbour Centre\n\nRadio | TV | Photo\n\n{_BODY}",
            id="sizes of letters",
        ),
        pytest.param(f"| محليــات\n\n{_ARABIC_BODY}", id="a section behind a bar"),
        pytest.param(
            f"- بين المرشدين طفلان كانا نائمين على الرصيف\n\n{_ARABIC_BODY}",
            id="a point of a report",
        ),
        pytest.param(f"تلين - البحر اليوم\n{_ARABIC_BODY}", id="a city and a paper"),
    ],
)
def test_furniture_above_a_story_is_no_headline(text: str) -> None:
    assert inferred_from(text).findings["title"].evidence.startswith("first sentence")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            f"{_THREAD}\n\n{_REMARK}\n\n{_BODY}",
            "The quiet harbour they promised us all",
            id="a thread in which nothing is pasted",
        ),
        pytest.param(
            f"{TITLE}\n\n{_BODY}\n\n{_OTHER}\n{_OTHER} - World - The Tellin Post",
            TITLE,
            id="a link below the story",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_SENT}\n\n{STORY}", TITLE, id="nothing but a story is sent"
        ),
        pytest.param(
            f"{_ITEMS[0]}\n\n{_BODY}",
            _ITEMS[0].partition(" - ")[0],
            id="one headline with a day is the report's own",
        ),
        pytest.param(
            f"Prague - a city in the dark of night\n\n{_BODY}",
            "Prague - a city in the dark of night",
            id="a dash in a headline",
        ),
    ],
)
def test_look_alikes_of_pasted_headlines(text: str, title: str) -> None:
    assert fields(text)["title"] == title
