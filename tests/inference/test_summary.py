"""Summaries: taken, never of what is no part of the story, and none where one would do harm."""

from __future__ import annotations

import pytest

from .labelled import inferred_from

STORY = (
    "Officials in the harbour city said that the bridge to the island would stay closed until"
    " engineers have looked at each of its pillars. The flood had damaged them in the night."
)
FIRST = STORY.partition(" The flood")[0]


def _summary(text: str, name: str = "report.txt") -> object:
    found = inferred_from(text, name).findings.get("summary")
    return found.value if found else None


@pytest.mark.parametrize(
    "head",
    [
        "Bridge closes\n\n",
        "Bridge closes\n\nMARSA TELLIN, Oct 28 (Reuters) - ",
        "Bridge closes\n\nA ferry off Nuwar on 3 May 2016. Photo: Karim Zed\n\n",
        "Bridge closes\n\nThis site uses cookies to improve your experience.\n\n",
        "Bridge closes\n\nEditor's note: this report was corrected on the day after.\n\n",
    ],
)
def test_first_sentence_of_the_story(head: str) -> None:
    assert _summary(head + STORY) == FIRST


def test_a_papers_own_dateline_is_no_part_of_it() -> None:
    told = "قضت محكمة في العاصمة أمس بسجن أربعة عشر صحافياً لمدد تتراوح بين سنة وسبع سنوات."
    more = (
        "وجرت المحاكمة في جلسات مغلقة لم يسمح لعائلات المتهمين بحضورها منذ بدايتها قبل ثلاثة أشهر."
    )
    story = f"تلين ـ «المنارة» ـ من وسيم قندليف: {told} {more}"
    assert _summary(f"محكمة تسجن صحافيين\n\n{story}\n\n{more}") == told


def test_what_a_listing_says_of_a_report_is_none() -> None:
    told = "Qalvara: officials on the bridge to the island in the harbour city"
    listing = f"Map in English on {told}; published on 21 Nov 2019 by Tellin Relief"
    page = f"<title>Bridge closes</title><meta name=description content='{listing}'><h1>Bridge closes</h1>"
    body = "".join(f"<p>{STORY}</p>" for _ in range(3))
    assert _summary(f"<html><head></head><body>{page}{body}</body></html>", "page.html") == FIRST


def test_a_short_sentence_takes_the_next_one_along() -> None:
    text = f"Bridge closes\n\nIt was cold. {STORY}"
    assert _summary(text) == f"It was cold. {FIRST}"


def test_a_quotation_is_not_cut() -> None:
    words = (
        "“We saw the pillar move. Then we ran for the far side of it,” a fisherman of Nuwar said."
    )
    assert _summary(f"Bridge closes\n\n{words} {STORY}") == words


def test_a_long_sentence_is_cut_at_a_word() -> None:
    long = "The bridge " + "and the quay of the island " * 20 + "are closed."
    value = _summary(f"Bridge closes\n\n{long}")
    assert isinstance(value, str)
    assert value.endswith(" …")
    assert len(value) <= 202
    assert long.startswith(value.removesuffix(" …"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{STORY}", "report.txt"),  # the title is the first sentence already
        (f"---\ntitle: Bridge closes\nwarning: Shows the dead.\n---\n\n{STORY}\n", "report.md"),
        ("Bridge closes\n\nClosed.", "report.txt"),
    ],
)
def test_none(text: str, name: str) -> None:
    assert _summary(text, name) is None


PAGE = (
    "<!DOCTYPE html><html><head><title>Bridge closes | Tellin Today</title>"
    '<meta property="og:site_name" content="Tellin Today">'
    '<meta name="description" content="{description}"></head><body><article><h1>Bridge closes</h1>'
    f"<p>{STORY}</p><p>{STORY.replace('harbour', 'old')}</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("description", "value"),
    [
        (
            "The bridge to the island is closed until its pillars have been looked at by engineers.",
            "The bridge to the island is closed until its pillars have been looked at by engineers.",
        ),
        ("Tellin Today: independent news and views from all over Qalvara, every day", FIRST),
        ("Bridge closes", FIRST),
        ("Officials in the harbour city said that the bridge to the island would […]", FIRST),
    ],
)
def test_description_of_a_page(description: str, value: str) -> None:
    assert _summary(PAGE.format(description=description), "page.html") == value
