"""Datelines of agencies, each in its own manner, and lines that only look like one."""

from __future__ import annotations

import pytest

from generator.inference.datelines import dateline_of


@pytest.mark.parametrize(
    ("line", "date", "agency"),
    [
        ("NUWAR (Reuters) - Fog lay", "", "Reuters"),
        ("NUWAR (AP) _ Fog lay", "", "AP"),
        ("NUWAR (Reuters)-Fog lay", "", "Reuters"),
        ("Nuwar, SANA – Fog lay", "", "SANA"),
        ("NUWAR, Oct. 28 (Xinhua) -- Fog lay", "Oct. 28", "Xinhua"),
        ("NUWAR. Oct 28 (Interfax) - Fog lay", "Oct 28", "Interfax"),
        ("NUWAR, October 28. /TASS/. Fog lay", "October 28", "TASS"),
        ("NUWAR, 28th October, 2016 (WAM) -- Fog lay", "28th October, 2016", "WAM"),
        ("Nuwar, Oct 28, 2016, SPA -- Fog lay", "Oct 28, 2016", "SPA"),
        ("Tel Sarwan (Qalvara) (AFP) - Le brouillard", "", "AFP"),
        ("NNA - Fog lay", "", "NNA"),
        ("نوار- أ ف ب: خيم الضباب", "", "أ ف ب"),
        ("نوار - رويترز: خيم الضباب", "", "رويترز"),
        ("نوار - (وأج) خيم الضباب", "", "وأج"),
        ("نوار، بلماريا (أ ب) — خيم الضباب", "", "أ ب"),
        ("نوار، بلماريا (CNN)-- خيم الضباب", "", "CNN"),
        ("(نوار، 2 مارس/آذار 2022) – قالت جمعية", "2 مارس/آذار 2022", ""),
        ("عين سبول (بلماريا) - 12 - 3 (كونا) -- وزع وفد", "", "كونا"),
    ],
)
def test_dateline(line: str, date: str, agency: str) -> None:
    found = dateline_of(line)
    assert found is not None
    assert (found.date, found.agency) == (date, agency)


@pytest.mark.parametrize(
    "line",
    [
        "GUARD SHELLS GOVERNMENT-HELD QUARTERS",
        "Nuwar - an island in fog",
        "مقتل قائد (داعش) في غارة",
        "وقالت وكالة الأنباء الألمانية (د ب أ) إن الضباب خيم",
        "اتفاق موسكو رويترز: لا هدنة",
        "Guard, SANA say - a report of fog",
    ],
)
def test_no_dateline(line: str) -> None:
    assert dateline_of(line) is None
