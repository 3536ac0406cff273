"""Source by who issues a release: beside its kind, at both of its ends, in its own words."""

from __future__ import annotations

import pytest

from tests.inference.labelled import fields, inferred_from

_TITLE = "Hospital hit by shells in Nuwar"
_STORY = (
    "The hospital at Nuwar was hit by eleven shells in the night to Monday, and two patients of the surgical"
    " ward were killed, the teams of Doctors of the Rim who work there have found. The maternity is open."
)
_ARABIC_TITLE = "اعتداء على المحامين أمام قصر العدل في تل سروان"
_ARABIC = (
    "تلقت الرابطة التلينية للحقوق والحريات ببالغ القلق أنباء الاعتداء بالضرب الذي تعرض له يوم الخميس خمسة من"
    " المحامين داخل حرم قصر العدل في مدينة تل سروان، من قبل عناصر بلباس مدني، وذلك أثناء مرافعتهم هناك."
)


def source_of(text: str) -> object:
    return fields(f"{text}\n").get("source")


@pytest.mark.parametrize(
    "head",
    [
        "PRESS RELEASE\n\nDOCTORS OF THE RIM (DOR)\n\n{title}",
        "Doctors of the Rim\nPress release - for immediate release\n\n{title}",
    ],
)
def test_beside_the_kind_of_text(head: str) -> None:
    text = f"{head.format(title=_TITLE)}\n\n{_STORY}\n\n{_STORY}"
    assert source_of(text) == "Doctors of the Rim"


@pytest.mark.parametrize(
    "head",
    [
        "PRESS RELEASE\n\nOther People of the Rim\n\n{title}",  # of whom the text tells nothing
        "PRESS RELEASE\n\nWorld News\n\n{title}",
        "Doctors of the Rim\n\nHome\n\n{title}",  # a site's name
        "DOCTORS OF THE RIM\n\n{title}\n\nPress release",
    ],
)
def test_others_beside_it_are_none(head: str) -> None:
    assert source_of(f"{head.format(title=_TITLE)}\n\n{_STORY}\n\n{_STORY}") is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Daniel Okolvar", "nurses whom Daniel Okolvar leads"),
        ("Human Rights", "guardians of human rights"),
        ("Nurses of the Rim", "Nurses of the Rim"),
    ],
)
def test_people_and_sections_issue_nothing(line: str, told: str) -> None:
    story = _STORY.replace("Doctors of the Rim", told)
    body = line if line.startswith("Nurses") else None
    assert source_of(f"PRESS RELEASE\n\n{line}\n\n{_TITLE}\n\n{story}\n\n{story}") == body


@pytest.mark.parametrize(
    ("head", "told", "source"),
    [
        ("STATEMENT OF THE COMMITTEE FOR THE RIM", "the Committee for the Rim", True),
        ("STATEMENT OF Committee for the Rim", "the Committee for the Rim", False),
        ("PUBLIC STATEMENT BY DANIEL OKOLVAR", "nurses whom Daniel Okolvar leads", False),
        ("STATEMENT OF FACTS", "those who gathered facts", False),
    ],
)
def test_whose_statement_it_is_in_capitals(head: str, told: str, source: bool) -> None:
    story = _STORY.replace("Doctors of the Rim", told)
    found = source_of(f"{head}\n\n{_TITLE}\n\n{story}\n\n{story}")
    assert found == ("Committee for the Rim" if source else None)


def test_a_title_that_the_text_repeats_is_no_issuer() -> None:
    title = "Hospital of Nuwar closed"
    story = _STORY.replace(
        "Doctors of the Rim", "the Hospital of Nuwar closed on Monday by its nurses"
    )
    assert source_of(f"PRESS RELEASE\n\n{title}\n\n{story}\n\n{story}") is None


def test_a_body_at_both_ends() -> None:
    name = "الرابطة التلينية للحقوق والحريات"
    text = f"{name}\nص.ب 1184 تل سروان\n\n{_ARABIC_TITLE}\n\n{_ARABIC}\n\n{_ARABIC}"
    assert source_of(f"{text}\n\n{name}\nالمكتب التنفيذي") == name
    assert source_of(text) is None


def test_for_whom_somebody_signs() -> None:
    title = "Exactions au Haut-Nuwar : la LTD exige une enquête"
    story = (
        "Selon les informations de la Ligue tellinoise des droits, quatorze personnes ont été exécutées dans la"
        " nuit du 19 août par des éléments du troisième bataillon, et six cases ont été incendiées au village."
    )
    head, foot = "LIGUE TELLINOISE DES DROITS (LTD)\nBP 417", "Pour la LTD,\nLe Bureau"
    text = f"{head}\n\n{title}\n\n{story}\n\n{story}\n\n{foot}"
    assert source_of(text) == "Ligue tellinoise des droits"


def test_a_statement_says_whose_it_is() -> None:
    assert (
        source_of(f"بيان صادر عن وزارة العدل\n\n{_ARABIC_TITLE}\n\n{_ARABIC}\n\n{_ARABIC}")
        == "وزارة العدل"
    )


def test_a_statement_about_something_says_whose_it_is_first() -> None:
    head = "بيان صادر عن حزب العمل التليني حول اعتقال الرفيق عادل مرزوقان"
    assert source_of(f"{head}\n\n{_ARABIC}\n\n{_ARABIC}") == "حزب العمل التليني"


def test_capitals_above_the_kind_of_text_are_its_issuer_and_no_title() -> None:
    head = "MINISTRY OF WATER AND FISHERIES OF QALVARA\n\nPress Statement No. 114/2015"
    title = "Statement regarding the bridge at Nuwar"
    story = (
        "The Ministry of Water and Fisheries of Qalvara informs that the bridge at Nuwar will stay closed until"
        " engineers have looked at each of its pillars, which the flood had damaged in the night to Monday."
    )
    text = f"{head}\n\n{title}\n\n{story}\n\n{story}\n"
    findings = inferred_from(text.encode(), "report.txt").findings
    assert findings["title"].value == title
    assert findings["source"].value == "Ministry of Water and Fisheries of Qalvara"


@pytest.mark.parametrize(
    ("notice", "source"),
    [
        (
            "Anadolu Agency website contains only a portion of the news stories offered to subscribers.",
            "Anadolu Agency",
        ),
        ("Story from Halcyon News:\nhttp://news.halcyon.example/1.stm", "Halcyon News"),
        (
            "This paper is issued by the Meridian Centre for Conflict Studies. The views are the authors'.",
            "Meridian Centre for Conflict Studies",
        ),
        ("Stories from the valley are read every evening.", None),
    ],
)
def test_what_a_site_prints_below_its_own_stories(notice: str, source: str | None) -> None:
    story = _STORY.replace("Doctors of the Rim", "nurses")
    assert source_of(f"{_TITLE}\n\n{story}\n\n{story}\n\n{notice}") == source


def test_an_agency_behind_the_last_paragraph_though_more_follows() -> None:
    story = _STORY.replace("Doctors of the Rim", "nurses")
    end = "The hospital's director declined to say how long the ward would stay closed. "
    for words, source in (("EFE", "EFE"), ("(APS)", "APS"), ("Sunday", None)):
        tail = f"{end}{words}\n\nClick here to get the latest headlines"
        assert source_of(f"{_TITLE}\n\n{story}\n\n{story}\n\n{tail}") == source


_LEARNED = (
    "{name} has learned with regret of the decision of the authorities to close the cultural centre in Nuwar"
    " as of the first of June, where it had stood upon an agreement of both sides for twenty-three years."
)


_FOREIGN = "Ministry of Foreign Affairs of Qalvara"


@pytest.mark.parametrize(
    ("top", "name", "source"),
    [
        (_FOREIGN.upper(), f"The {_FOREIGN}", _FOREIGN),
        (_FOREIGN.upper(), "The Foreign Ministry of Qalvara", None),
        (_FOREIGN.upper(), f"Yesterday the {_FOREIGN}", None),
        ("The Qalvara Network for Rights", "The Qalvara Network for Rights Monitors", None),
        ("Nuwar Today", "Nuwar Today", None),
    ],
)
def test_a_body_above_its_own_words(top: str, name: str, source: str | None) -> None:
    text = f"{top}\n\nOn the closure of the centre in Nuwar\n\n{_LEARNED.format(name=name)}\n"
    finding = inferred_from(text.encode(), "report.txt").findings.get("source")
    assert (finding.value if finding else None) == source


@pytest.mark.parametrize(
    ("top", "source"),
    [
        ("جمهورية دلفاريا\nوزارة الصحة العامة\nإدارة الإعلام", "وزارة الصحة العامة"),
        ("RÉPUBLIQUE DE DALVARIE\nMinistère de la Justice", "Ministère de la Justice"),
        ("Republic of Dalvaria\n\nMinistry of Health", "Ministry of Health"),
        ("Home | News\nMinistry of Health", None),
        ("Government News\nMinistry of Justice denies torture in Nuwar prison", None),
        ("دولة دلفاريا\nمجلس الوزراء يقر موازنة العام المقبل", None),
        ("Republic of Dalvaria\nA dispatch from the capital\nMinistry of Health", None),
    ],
)
def test_the_office_in_a_letterhead(top: str, source: str | None) -> None:
    office = source or "the Guild of Fishers"
    is_arabic = "دلفاريا" in top
    story = (
        f"أعلنت {office} اليوم أن {_ARABIC}" if is_arabic else f"Today {office} said this. {_STORY}"
    )
    title = _ARABIC_TITLE if is_arabic else _TITLE
    found = inferred_from(f"{top}\n\n{title}\n\n{story}\n".encode(), "report.txt").findings
    finding = found.get("source")
    told = finding is not None and "where an issuer does" in finding.evidence
    assert (finding.value if finding and told else None) == source
    if source is not None:
        assert found["title"].value == title
