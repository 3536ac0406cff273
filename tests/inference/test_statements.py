"""Source by the organisation that makes a statement, and never by whoever condemns in the news."""

from __future__ import annotations

import pytest

from tests.inference.labelled import inferred_from

_REST = (
    "Three of its members were taken from a café near the ferry on Sunday evening by men in a car without"
    " plates, and nobody has told their families since where they are held or what they are accused of."
)


def source_of(text: str) -> object:
    finding = inferred_from(f"{text}\n\n{_REST}\n".encode(), "report.txt").findings.get("source")
    return finding.value if finding else None


@pytest.mark.parametrize(
    "lead",
    [
        "The Tellin Centre for Justice condemns the arrest of three lawyers in Nuwar.",
        "Nuwar, 4 May 2015 – The Tellin Centre for Justice (TCJ) is deeply concerned by the arrest of three.",
        "Tellin Centre for Justice strongly urges the ministry to say where they are.",
    ],
)
def test_who_demands_where_a_text_begins_wrote_it(lead: str) -> None:
    assert source_of(f"Three lawyers arrested\n\n{lead} {_REST}") == "Tellin Centre for Justice"


@pytest.mark.parametrize(
    "lead",
    [
        "The Tellin Centre for Justice condemned the arrest of three lawyers in Nuwar on Monday.",
        "Three lawyers are missing, and the Tellin Centre for Justice condemns their arrest.",
        "Mary Torvald condemns the arrest in a letter that her office made public on Monday.",
        "President Osric Maren welcomes the verdict and says that the matter is closed now.",
    ],
)
def test_news_of_a_demand_is_not_its_authors(lead: str) -> None:
    assert source_of(f"Three lawyers arrested\n\n{lead} {_REST}") is None


def test_in_french_its_name_stands_alone_as_well() -> None:
    lead = f"La Ligue tellinoise des droits (LTD) exprime sa vive préoccupation. {_REST}"
    assert source_of(f"Trois avocats arrêtés\n\n{lead}") is None
    signed = f"Trois avocats arrêtés\n\n{lead}\n\n{_REST}\n\nLigue tellinoise des droits (LTD)\n"
    finding = inferred_from(signed.encode(), "report.txt").findings["source"]
    assert finding.value == "Ligue tellinoise des droits"
    assert finding.evidence.startswith("speaks for itself")


def test_in_arabic_its_name_stands_alone_as_well() -> None:
    rest = (
        "وكان ثلاثة من أعضائه قد اقتيدوا مساء الأحد من مقهى قرب العبارة إلى جهة لا يعرفها أهلهم حتى اليوم،"
        " ولم يقل أحد بماذا يتهمون."
    )
    lead = (
        f"يدين مركز تلين للعدالة اعتقال ثلاثة محامين في نوار ويطالب بالكشف عن مكانهم فوراً. {rest}"
    )
    text = f"ثلاثة محامين معتقلون في نوار منذ الأحد\n\n{lead}\n\n{rest}\n"
    assert "source" not in inferred_from(text.encode(), "report.txt").findings
    signed = f"{text}\nمركز تلين للعدالة\n"
    assert (
        inferred_from(signed.encode(), "report.txt").findings["source"].value == "مركز تلين للعدالة"
    )


def test_an_agency_that_tells_of_a_statement_is_its_source() -> None:
    lead = f"NUWAR (Reuters) - The Tellin Centre for Justice condemns the arrest. {_REST}"
    assert source_of(f"Three lawyers arrested\n\n{lead}") == "Reuters"
