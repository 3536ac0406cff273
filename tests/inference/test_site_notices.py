"""The site's name in the notices that it prints around each of its reports, and behind the rights."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields


@pytest.mark.parametrize(
    ("notice", "publisher"),
    [
        (
            "(Except for the headline, this story has not been edited by Harbour Mail staff and is published"
            " from a syndicated feed.)",
            "Harbour Mail",
        ),
        (
            "(Only the headline of this report may have been reworked by the Tellin Quay team; the rest is"
            " generated from a feed.)",
            "Tellin Quay",
        ),
        (
            "The story that the birds did not feed was told by Harbour Zoo staff on Monday.",
            None,
        ),
        (
            "Any use of tellin24online content without written consent is prohibited.",
            "tellin24online",
        ),
        ("Reproduction of Tellin Quay material without permission is a breach.", "Tellin Quay"),
        ("Any use of this content without permission is prohibited.", None),
        ("The court ruled that use of Tellin Quay content without consent was theft.", None),
        ("Reproduction of Reuters content without consent is prohibited.", None),
    ],
)
def test_notices_of_a_site_name_it(notice: str, publisher: str | None) -> None:
    assert fields(f"{TITLE}\n\n{LEAD}\n\n{notice}").get("publisher") == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Publié par La Voix de Tellin le 21-02-2018, 17h05 | 52", "La Voix de Tellin"),
        ("Publié par Tellin News le 21-02-2018, 17h05 | 52", "Tellin News"),
        ("Publié par Mira Le Goff le 21-02-2018, 17h05", None),
        ("Publié par La Goff le 21-02-2018", None),
        ("Publié par La rédaction de Tellin le 21-02-2018", None),
    ],
)
def test_who_put_a_report_out_on_a_day(line: str, publisher: str | None) -> None:
    assert fields(f"{FRENCH_TITLE}\n\n{line}\n\n{FRENCH}").get("publisher") == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Pour TellinMatin.example", "TellinMatin.example"),
        ("Pour le port de Tellin.example", None),
        ("Pour en savoir plus : tellin.example", None),
    ],
)
def test_site_for_which_somebody_reported(line: str, publisher: str | None) -> None:
    text = f"{FRENCH_TITLE}\n\n{FRENCH}\n\nUne dépêche de Mira Holt\n\n{line}"
    assert fields(text).get("publisher") == publisher


@pytest.mark.parametrize(
    ("rights", "publisher"),
    [
        ("© 2003 Al Fanar (www.alfanar.example)", "Al Fanar"),
        ("© 2003 Samir Holt (www.samirholt.example)", None),
        ("© 2003 Al Fanar (www.pictures.example)", None),
        ("© 2003 Al Fanar", None),
    ],
)
def test_holder_whose_address_stands_behind(rights: str, publisher: str | None) -> None:
    assert fields(f"{TITLE}\n\n{LEAD}\n\n{rights}").get("publisher") == publisher


@pytest.mark.parametrize(
    ("heading", "publisher"),
    [
        (f"{TITLE} – TW – 2019/11/7", "TW"),
        (f"{TITLE} – TW – 7 November 2019", "TW"),
        (f"{TITLE} | Tellin News - Channel 7", "Tellin News - Channel 7"),
    ],
)
def test_day_behind_the_site_is_no_part_of_its_name(heading: str, publisher: str) -> None:
    assert fields(f"{heading}\n\n{TITLE}\n\n{LEAD}").get("publisher") == publisher


def test_notice_that_a_site_has_moved_names_it_and_is_no_headline() -> None:
    text = (
        "أصوات تلين الآن على موقعنا الجديد\n\nاضغط هنا للانتقال إلى الموقع\n\n"
        f"{ARABIC_LEAD}\n\n{ARABIC_LEAD}"
    )
    found = fields(text)
    assert found["publisher"] == "أصوات تلين"
    assert str(found["title"]).startswith("يرفض مرشدو الميناء")


def test_who_has_moved_in_a_headline_is_no_notice() -> None:
    title = "مستشفى تلين الآن على موقعه الجديد"
    found = fields(f"{title}\n\n{ARABIC_LEAD}")
    assert (found.get("publisher"), found["title"]) == (None, title)


def test_way_past_the_menu_is_no_publisher() -> None:
    text = f'Press "Enter" to skip to content\n\n{TITLE}\n\n{LEAD}'
    found = fields(text)
    assert (found.get("publisher"), found["title"]) == (None, TITLE)
