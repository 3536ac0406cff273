"""Shelves: what is remembered of them is what a look at every report gives."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.model import PublicReport
from generator.shelves import NOTHING, Shelf, Shelves
from generator.state import fingerprint, marks_of_reports

TAGS, TAGS_TOGETHER = "tags", "tags together"


def report(path: str, tags: Iterable[str] = (), date: str = "2016") -> PublicReport:
    bare = PublicReport(
        path=path,
        address=f"reports/{path}/",
        site_language="en",
        language="en",
        title=path,
        date=parse_edtf(date),
        body="x" * len(date),
        summary="",
        display="full",
        source="",
        publisher="",
        tags=tuple(tags),
    )
    return replace(bare, digest=fingerprint(bare).hex())


def tags_of(one: PublicReport) -> Iterator[str]:
    return iter(one.tags)


def length(one: PublicReport) -> int:
    return one.length


def tagged(shelves: Shelves) -> Mapping[str, Shelf]:
    return shelves.of(TAGS, tags_of, length)


def told(shelves: Shelves) -> Mapping[str, Any]:
    """All that can be asked of the shelves of an archive."""
    shelves.of(TAGS_TOGETHER, lambda one: (one.tags,))
    return {
        "shelves": {
            tag: ([one.path for one in shelf], shelf.mark, shelf.weight, len(shelf))
            for tag, shelf in tagged(shelves).items()
        },
        "measured": shelves.measured_on(shelves.whole, "length", length),
        "whole": [one.path for one in shelves.whole],
        "one": [shelves.whole[place].path for place in range(-len(shelves.whole), 0)],
        "counted": dict(shelves.counted_on(shelves.whole, TAGS_TOGETHER)),
    }


@st.composite
def archives(draw: st.DrawFn) -> list[PublicReport]:
    """Some reports in the order of an archive; any two archives have many paths in common."""
    paths = draw(st.lists(st.sampled_from("abcdefghijklmnop"), unique=True, max_size=16))
    own = st.lists(st.sampled_from("xyz"), unique=True, max_size=3)
    days = st.sampled_from(["2015", "2016-02", "2016-02-03"])
    found = [report(path, draw(own), draw(days)) for path in paths]
    if draw(st.booleans()):
        found = [replace(one, digest="") for one in found]
    return sorted(found, key=lambda one: (one.date.sort_key, one.path))


@given(st.lists(archives(), min_size=2, max_size=6))
def test_what_is_remembered_leads_to_the_same(stages: list[list[PublicReport]]) -> None:
    before = None
    for reports in stages:
        shelves = Shelves(reports, before)
        assert told(shelves) == told(Shelves(reports))
        before = shelves.to_remember()


@given(archives())
def test_shelves_are_merged_in_the_order_of_the_archive(reports: list[PublicReport]) -> None:
    shelves = Shelves(reports)
    own = list(tagged(shelves).values())
    merged = shelves.merged(own) if own else NOTHING
    assert [one.path for one in merged] == [one.path for one in reports if one.tags]
    assert len(merged) == len(list(merged))


@given(archives())
def test_a_shelf_is_ordered_and_parted_without_a_look(reports: list[PublicReport]) -> None:
    shelves = Shelves(reports)
    by_length = shelves.ordered(shelves.whole, "length", length)
    assert list(by_length) == sorted(reports, key=length)
    parts = shelves.parted(shelves.whole, [1] * len(reports), 4, 4)
    assert [one for part in parts for one in part] == reports
    assert all(3 <= len(part) <= 4 for part in parts[:-1])
    assert [part.mark for part in parts] == [fingerprint(digests(part)) for part in parts]


def digests(part: Shelf) -> str:
    return "\n".join(one.digest or fingerprint(one).hex() for one in part)


class Counting:
    """Counts the reports that it is asked about."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, one: PublicReport) -> Sequence[str]:
        self.asked.append(one.path)
        return one.tags


def test_of_what_did_not_change_nothing_is_asked() -> None:
    reports = [report(f"{number:03d}", ["x", f"t{number % 9}"]) for number in range(90)]
    first = Shelves(reports)
    first.of(TAGS, tags_of)
    changed = [*reports[:5], report("005", ["y"]), *reports[6:], report("new", ["x"])]
    counting = Counting()
    again = Shelves(changed, first.to_remember()).of(TAGS, counting)
    assert counting.asked == ["005", "new"]
    assert [one.path for one in again["y"]] == ["005"]
    assert "005" not in [one.path for one in again["t5"]]


def test_a_shelf_that_nothing_changed_on_keeps_its_mark_unseen() -> None:
    reports = [report("a", ["x"]), report("b", ["y"])]
    first = Shelves(reports)
    mark = tagged(first)["x"].mark
    assert mark == fingerprint(marks_of_reports(reports[:1]))
    again = tagged(Shelves([*reports, report("c", ["y"])], first.to_remember()))
    assert again["x"].known_mark == mark
    assert not again["y"].known_mark


def test_near_what_changed_means_so_many_places_then_and_now() -> None:
    reports = [report(f"{number:02d}", ["x"]) for number in range(10)]
    first = Shelves(reports)
    tagged(first)
    assert first.disturbed(TAGS, 2) is None
    without = Shelves([*reports[:5], *reports[6:]], first.to_remember())
    tagged(without)
    assert without.disturbed(TAGS, 2) == {"03", "04", "05", "06", "07"}
    moved = Shelves([*reports[:9], report("09", ["z"])], first.to_remember())
    tagged(moved)
    assert moved.disturbed(TAGS, 1) == {"08", "09"}


def test_what_changed_came_or_went_is_altered() -> None:
    first = Shelves([report("a"), report("b"), report("c")])
    tagged(first)
    assert first.altered is None
    later = Shelves([report("a"), report("b", ["x"]), report("d")], first.to_remember())
    assert later.altered == {"b", "c", "d"}


def test_of_one_report_on_a_shelf_the_others_are_not_listed() -> None:
    shelf = Shelves([report("a"), report("b")]).whole
    assert (shelf[0].path, shelf[-1].path) == ("a", "b")
    assert "_reports" not in vars(shelf)


def test_numbers_of_many_that_are_gone_are_given_up() -> None:
    reports = [report(f"{number:02d}", ["x"]) for number in range(10)]
    first = Shelves(reports)
    tagged(first)
    few = Shelves(reports[:4], first.to_remember())
    tagged(few)
    assert len(few.to_remember().paths) == 10
    last = Shelves(reports[:4], few.to_remember())
    tagged(last)
    assert len(last.to_remember().paths) == 4


def test_another_process_is_sent_the_reports() -> None:
    reports = [report("a", ["x"]), report("b", ["y"])]
    shelf = tagged(Shelves(reports))["x"]
    assert pickle.loads(pickle.dumps(shelf)) == (reports[0],)


def test_where_nothing_changed_nothing_is_forgotten() -> None:
    """A build that asks for little, as after a change of a hand-written page, leaves the rest."""
    reports = [report("a", ["x"]), report("b", ["y"])]
    first = Shelves(reports)
    tagged(first)
    first.measured_on(first.whole, "length", length)
    first.fact("told", lambda _: "as it was")
    before = first.to_remember()
    again = Shelves(reports, before)
    again.of("others", tags_of)
    after = again.to_remember()
    assert {*before.shelves} < {*after.shelves}
    assert (after.measures, after.facts) == (before.measures, before.facts)
    changed = Shelves([*reports, report("c", ["x"])], before)
    changed.of("others", tags_of)
    assert {*changed.to_remember().shelves} == {"others"}


def test_a_number_is_not_given_again() -> None:
    reports = [report(name, ["x"]) for name in "abcd"]
    first = Shelves(reports)
    tagged(first)
    without = Shelves(reports[:3], first.to_remember())
    tagged(without)
    later = Shelves([*reports[:3], report("e", ["x"])], without.to_remember())
    assert [one.path for one in tagged(later)["x"]] == ["a", "b", "c", "e"]
    assert list(later.to_remember().paths) == ["a", "b", "c", "", "e"]


def test_what_was_never_measured_is_measured_of_all() -> None:
    reports = [report("a", ["x"]), report("b", ["y"], "2016-02")]
    first = Shelves(reports)
    tagged(first)
    again = Shelves(reports, first.to_remember())
    assert list(again.measured_on(again.whole, "length", length)) == list(map(length, reports))
