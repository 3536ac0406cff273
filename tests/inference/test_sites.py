"""Sites beside and above titles: known ones by their name, unknown ones by their place."""

from __future__ import annotations

import pytest

from generator.inference.credits import is_known_outlet, is_outlet
from generator.inference.sections import is_section

from .labelled import inferred_from

_STORY = (
    "The ferry to Nuwar ran aground in fog on Wednesday with eighty people aboard, and fishing boats took"
    " all of them ashore, the coast guard of Qalvara said, adding that nobody was hurt."
)


def _found(first: str, *, story: str = _STORY) -> tuple[object, object]:
    findings = inferred_from(f"{first}\n\n{story}\n").findings
    publisher = findings.get("publisher")
    return findings["title"].value, publisher.value if publisher else None


@pytest.mark.parametrize(
    "name", ["Le Monde", "The New York Times", "عنب بلدي", "الجزيرة نت", "CNN.com"]
)
def test_known_outlets_are_known_by_their_whole_name(name: str) -> None:
    assert is_outlet(name)
    assert not is_known_outlet(f"{name} and others of its kind")


@pytest.mark.parametrize(
    "line", ["World | Middle East", "العرب والعالم", "Actualités du monde", "News"]
)
def test_sections(line: str) -> None:
    assert is_section(line)


@pytest.mark.parametrize("line", ["Ferry to Nuwar", "The World Is Watching", "of the", "2016"])
def test_no_sections(line: str) -> None:
    assert not is_section(line)


@pytest.mark.parametrize(
    ("first", "publisher"),
    [
        ("Ferry to Nuwar Runs Aground in Fog - Le Monde", "Le Monde"),
        ("Ferry to Nuwar Runs Aground in Fog – Middle East – RFI", "RFI"),
        ("Airwars – Ferry to Nuwar Runs Aground in Fog", "Airwars"),
        ("Ferry to Nuwar Runs Aground in Fog | Saltwind", "Saltwind"),
        ("Ferry to Nuwar Runs Aground in Fog | World | Saltwind", "Saltwind"),
        ("Ferry to Nuwar Runs Aground in Fog_Saltwind.example.news", "Saltwind.example.news"),
    ],
)
def test_site_is_parted_from_title(first: str, publisher: str) -> None:
    assert _found(first) == ("Ferry to Nuwar Runs Aground in Fog", publisher)


@pytest.mark.parametrize(
    "title",
    [
        "Ferry to Nuwar Runs Aground in Fog - Witnesses",
        "Before | After: The Ferry to Nuwar",
        "Fog, Ferry | Who Is to Blame for What Happened off Nuwar?",
        "Nuwar - a ferry without end?",
        "Amnesty: Ferry to Nuwar should not have left",
    ],
)
def test_title_keeps_its_own_bar_and_dash(title: str) -> None:
    assert _found(title) == (title, None)


def test_site_behind_a_dash_is_whom_people_talk_to() -> None:
    told = _STORY.replace("the coast guard of Qalvara said", "the captain told Salt Wind")
    title = "Ferry to Nuwar Runs Aground in Fog"
    assert _found(f"{title} - Salt Wind", story=told) == (title, "Salt Wind")
    assert _found(f"{title} - Salt Wind") == (f"{title} - Salt Wind", None)


def test_agency_behind_a_dash_is_no_site_where_another_one_files() -> None:
    title = "Ferry to Nuwar Runs Aground in Fog - Xinhua"
    assert _found(title, story=f"NUWAR (Reuters) - {_STORY}") == (title, None)
    own = _found(f"{title} | English.news.cn", story=f"NUWAR, May 3 (Xinhua) -- {_STORY}")
    assert own == ("Ferry to Nuwar Runs Aground in Fog", "English.news.cn")
