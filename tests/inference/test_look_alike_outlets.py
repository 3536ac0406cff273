"""What looks like the line in which a site or paper names itself and is none: canals, cities, plays, maps."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE, page
from .labelled import fields, inferred_from

_MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_STORY = f"{LEAD}\n\n{_MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "تلين - قناة السويس",
        "ميناء تلين - قناة الملاحة",
        "شبكة الكهرباء - تلين",
        "تلين - موقع الحادث",
        "وكالة السيارات - تلين",
        "إذاعة مدرسية - تلين",
        "تلين - صحيفة حائط",
        "مباريات اليوم - تلين",
        "المصدر - مسؤول في الميناء",
    ],
)
def test_what_an_arabic_caption_shows(line: str) -> None:
    found = fields(f"{ARABIC_TITLE}\n\n{line}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD}")
    assert (found.get("publisher"), found.get("source")) == (None, None)


@pytest.mark.parametrize(
    "begins",
    [
        "Good News: ",
        "World Today: ",
        "The Gold Standard: ",
        "The Harbour Mirror: ",
        "TELLIN, JUNE 9, TARN. TARN is poor, and TARN is dark. ",
        "HARBOUR, JUNE 9, MIDNIGHT. MIDNIGHT is late. ",
        "Nuwar, 17 April 2009 [corrected] - ",
        "Nuwar, 17 avr. 09 [fifth day] --- ",
        "(AI) – ",
        "(SIP) – ",
    ],
)
def test_how_a_story_begins(begins: str) -> None:
    found = fields(f"{TITLE}\n\n{begins}{LEAD}\n\n{_MORE}")
    assert (found.get("publisher"), found.get("source")) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"Papers of the day\n\nTellin Times: {LEAD}\n\nTarn Courier: {_MORE}",
            id="a press review",
        ),
        pytest.param(
            f"{TITLE}\n\nA reply to the article\n\nPublished in Tarn Quarterly, March 9th, 2005\n\n{_STORY}",
            id="where the article stood to which this replies",
        ),
        pytest.param(
            f"{TITLE}\n\n{_STORY}\n\nHolt, M. Lamps\n\nPublished in Tarn Quarterly, March 9th, 2005",
            id="a reference",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\n{FRENCH}\n\nPublié dans Journal officiel le 12 - 04 - 2011",
            id="a gazette",
        ),
        pytest.param(f"Skip to more content\n\n{TITLE}\n\n{_STORY}", id="a link to what is below"),
        pytest.param(
            f"انتقل إلى بقية صفحات الملف\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}", id="such a link"
        ),
        pytest.param(f"12 June 2012\n\nTarn\n\n{TITLE}\n\nTarn\n\n{_STORY}", id="a city, twice"),
        pytest.param(
            f"12 June 2012\n\nShare this\n\n{TITLE}\n\nShare this\n\n{_STORY}", id="a button, twice"
        ),
        pytest.param(
            f"{TITLE}\n\n{_STORY}\n\nThis text has been published by the Holt family and others.",
            id="a family",
        ),
        pytest.param(f"{TITLE}\n\n{_STORY}\n\n© 2012 The Holt Family", id="its rights"),
        pytest.param(f"{TITLE}\n\n{_STORY}\n\n© 2012 The Tarn Toy Company", id="a company's"),
    ],
)
def test_no_publisher(text: str) -> None:
    assert fields(text).get("publisher") in (None, "Papers of the day")


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("The lamps were stolen, RFE/RL's Tellin Service reported on Monday.", None),
        ("BBC's Mira Holt, reporting from Tarn, was beaten by soldiers, pilots said.", None),
        ("CNN's Mira Holt, reporting from Tarn, said that she had been shot at.", None),
        ("The lamps were stolen by a gang, according to the police of Tarn. (Reuters)", None),
    ],
)
def test_broadcasters_and_agencies_of_whom_others_tell(told: str, source: str | None) -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{told}\n\n{_MORE}\n\n{LEAD}"
    assert fields(text).get("source") == source


@pytest.mark.parametrize(
    "end",
    [
        " See the way there. (MAP)",
        " Readers find ships on their phones. (APP)",
        " I never saw him again. (Saba)",
        " Seventeen ships wait. Source: Harbour statistics office",
        "\n\nRead more on BBC",
        "\n\nRead the full report on CNN",
    ],
)
def test_how_a_story_ends(end: str) -> None:
    assert fields(f"{TITLE}\n\n{LEAD}\n\n{_MORE}{end}").get("source") is None


@pytest.mark.parametrize("end", ["(فارس)", "(العمانية)", "(بنا)", "المصدر: مكتب الإحصاء"])
def test_how_an_arabic_story_ends(end: str) -> None:
    assert fields(f"{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n{ARABIC_LEAD} {end}").get("source") is None


@pytest.mark.parametrize("line", ["UN Report", "From Combined News Services"])
def test_whose_report_is_told(line: str) -> None:
    text = f"{TITLE}\n\nPhoto: Mira Holt/UN\n\n{line}\n\n{_STORY}"
    assert fields(text).get("source") is None


@pytest.mark.parametrize("behind", ["Video", "Page 2", "Home", "بقلم: سامي القنديل", "محليات"])
def test_what_stands_behind_a_title_and_names_no_site(behind: str) -> None:
    body = f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{_MORE}</p>"
    html = page(f"<meta charset=utf-8><title>{TITLE} - {behind}</title>", body)
    assert "publisher" not in inferred_from(html, "report.html").findings


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("index.html", None),
        ("cms.example.com", None),
        ("wordpress.com", None),
        ("v1.2.beta", None),
        ("Home | The Tellin Post", "The Tellin Post"),
        ("News | The Tellin Post of Tarn", "The Tellin Post of Tarn"),
        ("Harbour | Tellin Centre for Rights", "Harbour | Tellin Centre for Rights"),
    ],
)
def test_what_a_site_calls_itself(name: str, publisher: str | None) -> None:
    head = f"<title>{TITLE}</title><meta property='og:site_name' content='{name}'>"
    found = inferred_from(page(head, f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{_MORE}</p>"), "report.html")
    finding = found.findings.get("publisher")
    assert (finding.value if finding else None) == publisher


@pytest.mark.parametrize("behind", ["again", "in Tarn", "of Tarn", "tonight"])
def test_last_words_of_a_headline_are_no_badge(behind: str) -> None:
    body = f"<h1>{TITLE} {behind}</h1><p>{LEAD}</p><p>{_MORE}</p>"
    found = inferred_from(page(f"<title>{TITLE} | Tellin Post</title>", body), "report.html")
    assert found.findings["title"].value == f"{TITLE} {behind}"
