"""The floors hold, and docs/contributing/accuracy.md says what is measured."""

from __future__ import annotations

from pathlib import Path

from . import floors
from .bodies import compared, words_found
from .labels import Labelled, labelled
from .scoring import Score, date_outcome, errors, score
from .tables import PAGE, tables, told_in


def report(truth: dict[str, object], found: dict[str, object], body: str = "") -> Labelled:
    return Labelled("text/made-up", Path("made-up.txt"), truth, found, body)


def test_nothing_is_below_its_floor() -> None:
    low = list(floors.below(floors.read(), floors.measured(labelled(), compared())))
    assert not low, f"{low}; see `make eval ERRORS=show`; only `make eval FLOORS=write` moves one"


def test_the_page_has_the_tables_of_today() -> None:
    assert told_in(PAGE) == tables(labelled(), compared()), "run `make eval DOCS=write`"


def test_every_raw_text_and_page_has_a_label() -> None:
    raw = {r.raw for r in labelled()}
    folders = {r.raw.parent for r in labelled() if r.format in ("text", "html")}
    there = {f for folder in folders for f in folder.glob("*") if f.suffix in (".txt", ".html")}
    assert there
    assert there <= raw


def test_a_fall_below_a_floor_is_seen_and_so_is_a_format_without() -> None:
    kept = {"text": {"title": 0.9, "bad dates": 0}}
    assert list(floors.below(kept, {"text": {"title": 0.9, "bad dates": 0}})) == []
    assert list(floors.below(kept, {"text": {"title": 0.89, "bad dates": 0}}))
    assert list(floors.below(kept, {"text": {"title": 1.0, "bad dates": 1}}))
    assert list(floors.below(kept, {"text": {"bad dates": 0}}))
    assert list(floors.below(kept, {**kept, "mail": {}})) == ["mail: has no floors yet"]


def test_names_count_one_by_one() -> None:
    found = score(report({"authors": ["A", "B", "C"]}, {"authors": ("A", "X")}), "authors")
    assert found == Score(right=1, wrong=1, missed=2)


def test_a_value_where_there_is_none_is_wrong_and_nothing_is_missed() -> None:
    assert score(report({"source": None}, {"source": "dpa"}), "source") == Score(wrong=1)
    assert score(report({"source": None}, {}), "source").is_empty
    assert score(report({}, {"source": "dpa"}), "source").is_empty  # the label does not say


def test_dates_are_told_apart() -> None:
    day, some = {"date": "2016-10-28"}, {"date_contains": "2016-10-28"}
    nothing: dict[str, object] = {"date": None}
    assert date_outcome(report({**day}, {"date": "2016-10-28"})) == "exact"
    assert date_outcome(report({**day}, {"date": "2016-10"})) == "within"
    assert date_outcome(report({**day}, {"date": "2016-10-29"})) == "wrong"
    assert date_outcome(report({**day}, {"date": "2015"})) == "wrong"
    assert date_outcome(report({**day}, {})) == "open"
    assert date_outcome(report({**some}, {"date": "[2016-10-21,2016-10-28]"})) == "within"
    assert date_outcome(report({**some}, {"date": "2016-10-28"})) == "wrong"  # more than is known
    assert date_outcome(report(nothing, {"date": "2016"})) == "invented"
    assert date_outcome(report(nothing, {"date": "XXXX"})) == "rightly open"
    assert date_outcome(report({}, {"date": "2016"})) == ""


def test_bodies_are_scored_by_their_marks() -> None:
    label: dict[str, object] = {"kept": ["one two", "three"], "dropped": ["cookie"]}
    marks = score(report(label, {}, "one two and a cookie"), "body")
    assert marks == Score(right=1, wrong=1, missed=1)
    assert len(list(errors([report(label, {}, "one two and a cookie")]))) == 1


def test_words_are_counted_with_how_often_they_occur() -> None:
    assert words_found("a a b", "a b b") == Score(right=2, wrong=1, missed=1)
    assert words_found("", "") == Score()
    assert words_found("a", "").f1 == 0


def test_shares_of_nothing_are_whole() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
