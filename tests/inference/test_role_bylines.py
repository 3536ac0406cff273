"""Authors and their organisation in lines of their own: name, role, body."""

from __future__ import annotations

import pytest

from tests.inference.labelled import fields

_TITLE = "Coast: a third year of waiting for the pilots"
_STORY = (
    "In recent days women of the coast have entered the third year of their vigil outside the harbour prison,"
    " in which most of the men who were taken on the road from Nuwar have not been put on trial until now."
)


def text_of(*block: str, story: str = _STORY) -> str:
    return "\n\n".join((_TITLE, *block, story, story))


@pytest.mark.parametrize(
    "role", ["Coast and Human Rights Researcher", "Intern", "Senior Analyst for Tarvania"]
)
def test_a_name_above_its_role(role: str) -> None:
    found = fields(text_of("Anna Kuijpers", role, "Global Harbour Defence"))
    assert found["authors"] == ["Anna Kuijpers"]
    assert found["source"] == "Global Harbour Defence"


def test_without_a_body_the_source_stays_open() -> None:
    found = fields(text_of("Anna Kuijpers", "Coast and Human Rights Researcher"))
    assert (found["authors"], found.get("source")) == (["Anna Kuijpers"], None)


@pytest.mark.parametrize(
    "block",
    [
        ("Media contact", "Anna Kuijpers", "Human Rights Researcher", "Global Harbour Defence"),
        ("Anna Kuijpers", "Researcher", "Zjoerd Kreft", "Researcher", "Global Harbour Defence"),
        ("Anna Kuijpers", "Human Rights and the Sea", "Global Harbour Defence"),
        ("Imprisoned in Tarvania", "Anna Kuijpers", "Reporter", "Harbour Radio"),
        ("Maria and the Sea", "Reporter", "Harbour Radio"),
        ("Mary Of The Coast", "Reporter", "Harbour Radio"),
    ],
)
def test_contacts_panels_and_sections_are_no_bylines(block: tuple[str, ...]) -> None:
    assert "source" not in fields(text_of(*block))


@pytest.mark.parametrize(
    "below", ["Executive Summary", "The Long Wait", "Nuwar", "World News", "Human Rights"]
)
def test_the_line_below_a_role_may_be_a_chapter_or_a_place(below: str) -> None:
    found = fields(text_of("Anna Kuijpers", "Human Rights Researcher", below))
    assert (found["authors"], found.get("source")) == (["Anna Kuijpers"], None)


def test_whom_the_story_tells_of_did_not_write_it() -> None:
    story = f"{_STORY} Kuijpers was taken on Sunday."
    assert "source" not in fields(
        text_of("Anna Kuijpers", "Reporter", "Harbour Radio", story=story)
    )


def test_a_body_may_be_called_after_somebody() -> None:
    found = fields(text_of("Anna Kuijpers", "Researcher", "Sami Torvald Foundation"))
    assert found["source"] == "Sami Torvald Foundation"
