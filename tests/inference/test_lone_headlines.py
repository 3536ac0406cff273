"""Headlines that only their place tells: as long as paragraphs, or of a form that other lines have."""

from __future__ import annotations

import pytest

from .labelled import fields, inferred_from

_LEAD = (
    "The pilots of the harbour went on with their strike on Friday, and warplanes of the coast guard flew over"
    " the northern mole, where twenty-six barrels of oil had burnt and the captain of a ferry had died."
)
_MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_STORY = f"{_LEAD}\n\n{_MORE}"
_LONG = (
    "Warplanes of the coast guard fly over the northern mole where twenty-six barrels of oil burnt overnight,"
    " while pilots go on with their strike, amid reports on the death of the captain of a ferry"
)
_ARABIC_LONG = (
    "طائرات خفر السواحل تحلق فوق الرصيف الشمالي حيث احترق 26 برميلاً من النفط ، والمرشدون يواصلون إضرابهم"
    " لليوم الثالث.. ومقتل قبطان عبارة متأثراً بجراح أصيب بها قبل أيام في محيط الميناء"
)
_ARABIC_LEAD = (
    "واصل المرشدون إضرابهم في الميناء لليوم الثالث، فيما حلقت طائرات خفر السواحل فوق الرصيف الشمالي حيث احترق"
    " النفط في 26 برميلاً، وتوفي قبطان عبارة متأثراً بجراحه كما قال مصدر طبي."
)


@pytest.mark.parametrize(
    ("title", "story"), [(_LONG, _STORY), (_ARABIC_LONG, f"{_ARABIC_LEAD}\n\n{_ARABIC_LEAD}")]
)
def test_a_headline_as_long_as_a_paragraph(title: str, story: str) -> None:
    inferred = inferred_from(f"{title}\n\n{story}")
    assert inferred.findings["title"].value == title
    assert title not in inferred.body
    dated = fields(f"{title}\n28 October 2016\n\n{story}")
    assert (dated["title"], dated["date"]) == (title, "2016-10-28")
    longer = f"{title}، {title}" if title == _ARABIC_LONG else f"{title}, {_LONG.lower()}"
    beside = fields(f"{longer} - Reporters Without Borders\n\n{story}")
    assert (beside["title"], len(longer) > 300) == (longer, True)
    for site in ("Tellin Observatory for Human Rights", "Reporters Without Borders"):
        found = fields(f"{title} - {site}\n\n{story}")
        assert (found["title"], found["publisher"]) == (title, site)
        assert fields(f"{site}\n\n{title}\n\n{story}")["title"] == title


@pytest.mark.parametrize(
    "first",
    [
        f"{_LONG}.",
        _LONG.replace(" overnight,", " overnight. A voice said:"),
        f"Tellin, Oct 28 (Reuters) - {_LONG}",
        _LONG[:1].lower() + _LONG[1:],
        ", ".join((_LONG, _LEAD[:-1], _LONG.lower())),
        "The lamp of the old town hall has been painted green by pupils who want to remember the years in which"
        " nobody had light, and the mayor came to look at it with a choir",
    ],
)
def test_a_paragraph_is_no_headline(first: str) -> None:
    assert first.removesuffix(".")[-40:] in inferred_from(f"{first}\n\n{_STORY}").body


def test_where_no_paragraph_has_a_full_stop_the_first_is_none() -> None:
    inferred = inferred_from(f"{_LONG}\n\n{_LEAD.rstrip('.')}\n\n{_MORE.rstrip('.')}")
    assert _LONG in inferred.body


def test_a_motto_stands_above_a_long_headline() -> None:
    above = "Reporters Without Borders\nFor the freedom of information"
    assert fields(f"{above}\n\n{_LONG}\n\n{_STORY}")["title"] == _LONG


@pytest.mark.parametrize(
    "title",
    [
        "Daily report 28/10/2016",
        "حصيلة ضحايا يوم الجمعة 28-10-2016",
        "Bilan du vendredi 28 octobre 2016",
        "He Was a Pilot. He Lit the Mole. He Drowned at His Lamp.",
        "By Bus, on Foot, by Boat",
        "By the numbers: eleven years of storms",
    ],
)
@pytest.mark.parametrize("above", ["", "Tellin Observatory for Human Rights\n\n"])
def test_the_one_line_that_is_left_above_the_story(title: str, above: str) -> None:
    text = f"{above}{title}\n\nBy Mira Holt\n\n{_STORY}"
    found = fields(text)
    assert (found["title"], found["authors"]) == (title, ["Mira Holt"])


@pytest.mark.parametrize(
    "line",
    [
        "By Mira Holt",
        "By Our Staff Reporter",
        "Photo: Mira Holt / AFP",
        "TELLIN, 28 October 2016",
        "28 October 2016",
        "Tellin – (Northern Wire)",
        "https://post.example/harbours/1204",
        "By our own correspondent in the old harbour of Tellin",
        "By noon, nobody was left on the mole.",
        "By Reuters, in the harbour of Tellin",
        "By bus, Samir Holt",
        "He was a pilot. He lit the mole. He drowned at his lamp.",
        "Report 28/10/2016",
    ],
)
def test_a_line_that_is_no_headline_though_it_is_alone(line: str) -> None:
    assert fields(f"{line}\n\n{_STORY}").get("title") != line


def test_such_a_line_leaves_the_body_wherever_it_stands_and_the_site_above_it() -> None:
    title, site = "Daily report 28/10/2016", "Tellin Observatory for Human Rights"
    body = inferred_from(f"{site}\n\n{title}\n\nBy Mira Holt\n\n{title}\n\n{_STORY}").body
    assert body == _STORY


def test_of_two_such_lines_nobody_knows_which() -> None:
    found = fields(
        f"By the numbers: eleven years of storms\n\nBy bus, on foot, by boat\n\n{_STORY}"
    )
    assert str(found["title"]).startswith("The pilots of the harbour went on")


@pytest.mark.parametrize(
    "headline",
    [
        "Regime | Coast | Pilots: Who put out the lamps in 2017?",
        "'They told us to leave' - pilots tell of the night on the mole",
        "Gunfire in the morning, talks in the evening - the admirals say one thing, do another",
    ],
)
def test_a_site_that_is_known_ends_a_headline_with_other_signs_in_it(headline: str) -> None:
    found = fields(f"{headline} - Reporters Without Borders\n\n{_STORY}")
    assert (found["title"], found["publisher"]) == (headline, "Reporters Without Borders")


def test_a_headline_that_begins_with_a_body_is_not_its_name() -> None:
    title = "مركز توثيق الحوادث في تلين (VDC) يصدر تقريره الإحصائي الشهري"
    lead = f"أصدر مركز توثيق الحوادث في تلين (VDC) تقريره الإحصائي الشهري. {_ARABIC_LEAD}"
    assert fields(f"{title}\n\n{lead}\n\n{_ARABIC_LEAD}").get("source") != title


def test_a_journalist_of_whom_a_report_tells_is_not_told_it() -> None:
    text = "{} was freed on Thursday night after 880 days, his family said, and he went home to the harbour."
    title = "A journalist is free"
    tells = text.format("Al Jazeera journalist Mira Holt")
    assert "source" not in fields(f"{title}\n\n{tells}\n\n{_MORE}")
    sees = (
        "An AFP journalist at the mole saw seventeen ships at anchor outside the bar on Friday, and no pilot."
        " Nobody was at work, an AFP correspondent said."
    )
    assert fields(f"{title}\n\n{sees}\n\n{_MORE}")["source"] == "AFP"
