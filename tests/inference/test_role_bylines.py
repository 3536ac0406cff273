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
    found = fields(text_of("Liesbeth Kuijpers", role, "Global Harbour Defence"))
    assert found["authors"] == ["Liesbeth Kuijpers"]
    assert found["source"] == "Global Harbour Defence"


def test_without_a_body_the_source_stays_open() -> None:
    found = fields(text_of("Liesbeth Kuijpers", "Coast and Human Rights Researcher"))
    assert (found["authors"], found.get("source")) == (["Liesbeth Kuijpers"], None)


@pytest.mark.parametrize(
    "block",
    [
        ("Media contact", "Liesbeth Kuijpers", "Human Rights Researcher"),
        ("Liesbeth Kuijpers", "Researcher", "Zjoerd Kreft", "Researcher"),
        ("Liesbeth Kuijpers", "Human Rights and the Sea"),
    ],
)
def test_contacts_panels_and_sections_are_no_bylines(block: tuple[str, ...]) -> None:
    assert "authors" not in fields(text_of(*block))


def test_whom_the_story_tells_of_did_not_write_it() -> None:
    story = f"{_STORY} Kuijpers was taken on Sunday."
    assert "authors" not in fields(
        text_of("Liesbeth Kuijpers", "Reporter", "Tarn Radio", story=story)
    )
