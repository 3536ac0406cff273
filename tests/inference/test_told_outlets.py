"""Source by who is told what the story says, and never by what is merely quoted."""

from __future__ import annotations

import pytest

from generator.inference.reading import begin
from generator.inference.told_outlets import told_outlet
from tests.inference.labelled import context, draft_of, inferred_from

_MORE = (
    "The bridge has been closed since the flood, and the ferry takes no lorries, so flour and fuel reach the"
    " island a week late and at twice the price that they had in spring."
)
_MORE_ARABIC = (
    "والجسر مغلق منذ الفيضان، والعبارة لا تحمل الشاحنات، لذلك يصل الطحين والوقود إلى الجزيرة متأخرين أسبوعاً"
    " وبضعف الثمن الذي كانا عليه في الربيع، كما يقول سكان القرى الشمالية كلها منذ أشهر طويلة."
)


def source_of(story: str, more: str = _MORE) -> object:
    text = f"Flour is short on the island\n\n{story} {more}\n\n{more}\n"
    finding = inferred_from(text.encode(), "report.txt").findings.get("source")
    return finding.value if finding else None


@pytest.mark.parametrize(
    ("story", "source"),
    [
        ("“We bake every other day,” Odran Vesk told the Tellin Post on Monday.", "Tellin Post"),
        (
            "Odran Vesk told the Lantern that he bakes every other day. “Less,” he told the Lantern.",
            "Lantern",
        ),
        ("Tarn Mirror gathered that bakers work every other day.", "Tarn Mirror"),
        ("A baker told AFP by phone that he works every other day.", "AFP"),
        (
            "« Nous cuisons un jour sur deux », a déclaré à l’AFP un boulanger, joint par l’AFP à Nuwar.",
            "AFP",
        ),
    ],
)
def test_who_is_told_is_the_source(story: str, source: str) -> None:
    assert source_of(story) == source


@pytest.mark.parametrize(
    ("story", "source"),
    [
        ("وقال الخباز وسيم قندليف لـ«المنارة»: «نخبز يوماً بعد يوم».", "المنارة"),
        (
            "وقال الخباز وسيم قندليف، في حديث إلى «العربي الجديد»، إنه يخبز يوماً بعد يوم.",
            "العربي الجديد",
        ),
        ('وأوضح مراسل "صدى نوار" أن الأفران تعمل يوماً بعد يوم.', "صدى نوار"),
        ("وأضاف الخباز لرويترز عبر الهاتف أنه يخبز يوماً بعد يوم.", "Reuters"),
    ],
)
def test_who_is_told_in_arabic_is_the_source(story: str, source: str) -> None:
    assert source_of(story, _MORE_ARABIC) == source


@pytest.mark.parametrize(
    "story",
    [
        "An official told Reuters at the time that the list had been a matter of typing.",
        "The minister told the Security Council, then the Security Council again, that flour was on its way.",
        "The bakers told Odran Vesk, and then told Odran Vesk once more, that they had no flour.",
        "Flour is on its way, according to the Tellin Post.",
        "He has learnt to bake with little. He has learnt to wait.",
        "Bakers gathered that morning at the mill. “Bakers,” he said, “are bakers.” Bakers spoke to us.",
        "Relatives gathered outside the prison.",
        "An official told the Tellin Post last week that flour was on its way.",
        "The guard told the Tellin Post one thing and told the Tarn Mirror another.",
        "Vesk told Brandok that there was none. “Wait,” Brandok said. Vesk told Brandok so again.",
    ],
)
def test_others_are_not(story: str) -> None:
    assert source_of(story) is None


@pytest.mark.parametrize(
    "story",
    [
        "وقال قيادي لـ«كتائب نوار» إن الطريق مغلق، وانضم المقاتلون إلى «المنارة».",
        "وقال مسؤول لوكالة رويترز الأسبوع الماضي إن الطحين في الطريق.",
        "وعدل القانون بما يكفل للحق في الغذاء أن يحمى.",
    ],
)
def test_others_are_not_in_arabic(story: str) -> None:
    assert source_of(story, _MORE_ARABIC) is None


def test_a_credit_says_more_than_who_is_told() -> None:
    story = "NUWAR (Reuters) - A baker told AFP by phone that he had none."
    text = f"Flour is short\n\n{story} {_MORE}\n\n{_MORE}\n"
    finding = inferred_from(text.encode(), "report.txt").findings["source"]
    assert finding.value == "Reuters"
    assert "told" not in finding.evidence


def test_a_text_without_a_story_has_none() -> None:
    assert told_outlet(begin(draft_of("Told"), context())) is None


@pytest.mark.parametrize(
    "story",
    [
        pytest.param("Special correspondent Dina Mirk in Tarn contributed.", id="kind of work"),
        pytest.param("Tellinese reporters weigh going back to the island.", id="country"),
        pytest.param(
            "“Less flour,” a baker told the Network on Monday.", id="a network, whichever"
        ),
        pytest.param(
            "“Less flour,” a baker told the Network for Bread on Monday.",
            id="organisation, told once",
        ),
    ],
)
def test_what_kind_of_reporters_they_are_is_nobodys_name(story: str) -> None:
    assert source_of(story) is None


@pytest.mark.parametrize(
    ("story", "source"),
    [
        ("“Less flour,” a Lantern reporter heard from bakers in Tarn.", "Lantern"),
        ("“Less flour,” a baker told the Network. The Network for Island Bread keeps count.", None),
    ],
)
def test_a_papers_own_reporters_are_told_by_its_name(story: str, source: str | None) -> None:
    assert source_of(story) == source


def test_an_organisation_is_named_in_full_with_what_it_is_for() -> None:
    story = "“Less flour,” a baker told the Network for the Hungry on Monday."
    foot = f"{_MORE}\n\nNetwork for the Hungry, Secretariat - bread@hungry.example"
    assert source_of(story, foot) == "Network for the Hungry"


def test_a_channel_that_has_its_country_behind_its_name_is_somebody_elses() -> None:
    told = "قال مدير المخبز أدهم نور في تصريح لقناة (قنديل نيوز){} إن الطحين لا يكفي."
    assert source_of(told.format(""), _MORE_ARABIC) == "قنديل نيوز"
    assert source_of(told.format(" الفضائية"), _MORE_ARABIC) == "قنديل نيوز"
    assert source_of(told.format(" التلينية"), _MORE_ARABIC) is None
    talk = "قال مدير المخبز أدهم نور في مقابلة مع قناة (قنديل نيوز) التلينية إن الطحين لا يكفي."
    assert source_of(talk, _MORE_ARABIC) == "قنديل نيوز"
