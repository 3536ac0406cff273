"""The day of an update as the report's, where the story tells of that weekday, and never otherwise."""

from __future__ import annotations

import pytest

from tests.inference.labelled import inferred_from

_STORY = (
    "Polling stations in Dalvaria closed on {day} after a vote that the opposition had called upon its people"
    " to stay away from, and the commission said that thirty-eight of a hundred voters had come by three."
)


@pytest.mark.parametrize(
    ("line", "day", "date"),
    [
        ("Last Updated: Friday, 12 November, 2004, 14:33 GMT", "Friday", "2004-11-12"),
        ("Last Updated: Friday, 12 November, 2004, 14:33 GMT", "Monday", None),
        ("Last Updated: Friday, 12 November, 2004, 14:33 GMT", "last Friday", None),
        ("Last Updated: Friday, 12 November, 2004", "Friday", "2004-11-12"),
        ("Last Updated: Friday, 12 November, 2004", "what was yesterday Thursday", "2004-11-12"),
        ("Last Updated: Friday, 12 November, 2004", "what was yesterday Friday", None),
        ("Last Updated: 12 November 2004, was 11 November 2004", "Friday", None),
        ("Last Updated: 12 November 2004, was 11 November 2004", "Thursday", None),
    ],
)
def test_the_only_day_on_a_page(line: str, day: str, date: str | None) -> None:
    text = f"Home | World\n\n{line}\n\nDalvaria votes amid boycott\n\n{_STORY.format(day=day)}\n"
    finding = inferred_from(text.encode(), "report.txt").findings.get("date")
    assert (finding.value if finding else None) == date


def test_below_the_story_a_site_tells_of_itself() -> None:
    story = _STORY.format(day="Friday")
    text = f"Dalvaria votes amid boycott\n\n{story}\n\nLast Updated: Friday, 12 November, 2004\n"
    assert "date" not in inferred_from(text.encode(), "report.txt").findings


def test_a_day_of_publication_is_better() -> None:
    head = "Published: 11 November 2004\nLast Updated: Friday, 12 November, 2004"
    text = f"Dalvaria votes amid boycott\n\n{head}\n\n{_STORY.format(day='Friday')}\n"
    assert inferred_from(text.encode(), "report.txt").findings["date"].value == "2004-11-11"


@pytest.mark.parametrize(
    "line", ["Today is Tuesday, 4 August 2009", "الساعة الآن 09:14 السبت 4/8/2009"]
)
def test_a_clock_of_the_site_is_no_day_of_the_report(line: str) -> None:
    text = f"Dalvaria votes amid boycott\n\n{line}\n\n{_STORY.format(day='Friday')}\n"
    assert "date" not in inferred_from(text.encode(), "report.txt").findings
