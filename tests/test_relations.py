"""Which reports belong together, and that a new one disturbs few of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.model import PublicReport
from generator.relations import Related, families, relate
from generator.shelves import Shelves
from generator.state import fingerprint


def report(path: str, tags: Sequence[str] = (), **fields: str) -> PublicReport:
    language = fields.pop("language", "en")
    return PublicReport(
        path=path,
        address=f"reports/{path}/",
        site_language=language,
        language=language,
        title=path,
        date=parse_edtf("2016"),
        body="",
        summary="",
        display="full",
        source="",
        publisher="",
        tags=tuple(tags),
        **fields,  # type: ignore[arg-type]  # texts by name
    )


def with_digest(one: PublicReport) -> PublicReport:
    return replace(one, digest=fingerprint(one).hex())


def related(reports: Sequence[PublicReport]) -> Related:
    """As it is where nothing is remembered."""
    return relate(Shelves(reports))


def paths(found: Sequence[PublicReport]) -> list[str]:
    return [one.path for one in found]


def test_copies_of_copies_are_one_family() -> None:
    reports = [report("a"), report("b", same_as="a"), report("c", same_as="b"), report("d")]
    grown = families(reports, lambda one: one.same_as)
    assert {path: paths(family) for path, family in grown.items()} == {
        "a": ["a", "b", "c"],
        "b": ["a", "b", "c"],
        "c": ["a", "b", "c"],
    }


def test_reports_that_name_each_other_are_one_family() -> None:
    reports = [
        report("a", translation_of="b"),
        report("b", translation_of="a"),
        report("c", translation_of="a"),
    ]
    grown = families(reports, lambda one: one.translation_of)
    assert set(map(tuple, map(paths, grown.values()))) == {("a", "b", "c")}


def test_related_are_those_that_share_two_tags_the_nearest_first() -> None:
    reports = [
        report("far", ["x", "y"]),
        report("before", ["x", "y"]),
        report("more in common", ["x", "y", "z"]),
        report("one tag only", ["x"]),
        report("own", ["x", "y", "z"]),
        report("after", ["y", "x"]),
        report("Arabic", ["x", "y"], language="ar"),
        report("copy", ["x", "y"], same_as="own"),
        report("translation", ["x", "y"], translation_of="own"),
    ]
    found = related(reports)
    assert found["own"] == ("more in common", "after", "before")
    assert "one tag only" not in found
    assert "copy" not in found
    assert "own" not in found["translation"]


def test_at_most_five_however_many_tags() -> None:
    many = [str(number) for number in range(40)]
    found = related([report(f"{number:03d}", many) for number in range(200)])
    assert len(found["100"]) == 4
    assert {len(others) for others in found.values()} <= {2, 3, 4, 5}


TAGS = st.lists(st.sampled_from("abcdef"), max_size=4, unique=True)


@given(st.lists(TAGS, max_size=40), TAGS, st.data())
def test_a_new_report_changes_what_is_related_to_few_others(
    tags: list[list[str]], new: list[str], data: st.DataObject
) -> None:
    old = [report(f"{number:03d}", own) for number, own in enumerate(tags)]
    place = data.draw(st.integers(0, len(old)))
    added = [*old[:place], report("new", new), *old[place:]]
    before, after = related(old), related(added)
    changed = [one.path for one in old if before.get(one.path) != after.get(one.path)]
    pairs = len(new) * (len(new) - 1) // 2
    assert len(changed) <= 4 * pairs
    for one in added:
        others = [other for other in added if other.path in after.get(one.path, ())]
        assert all(len(set(one.tags) & set(other.tags)) >= 2 for other in others)


@st.composite
def archives(draw: st.DrawFn) -> list[PublicReport]:
    """Some reports in the order of an archive; any two archives have many paths in common."""
    paths = draw(st.lists(st.sampled_from("abcdefghijklmnop"), unique=True, max_size=16))
    found = []
    for path in paths:
        kin = st.sampled_from(["", "", "", "a", "b"])
        fields = {"translation_of": draw(kin), "same_as": draw(kin)}
        language = draw(st.sampled_from(["en", "en", "ar"]))
        one = report(path, draw(TAGS), language=language, **fields)
        one = replace(one, date=parse_edtf(draw(st.sampled_from(["2015", "2016", "2017"]))))
        found.append(replace(one, digest=draw(st.sampled_from(["", fingerprint(one).hex()]))))
    return sorted(found, key=lambda one: (one.date.sort_key, one.path))


@given(st.lists(archives(), min_size=2, max_size=5))
def test_what_is_remembered_leads_to_the_same(stages: list[list[PublicReport]]) -> None:
    before = None
    for reports in stages:
        shelves = Shelves(reports, before)
        assert relate(shelves) == related(reports)
        before = shelves.to_remember()


def test_of_what_did_not_change_nothing_is_looked_at() -> None:
    reports = [
        with_digest(report(f"{number:03d}", ["x", "y", f"t{number % 9}"])) for number in range(90)
    ]
    shelves = Shelves(reports)
    told = dict.fromkeys(relate(shelves), ("as told",))
    before = shelves.to_remember()._replace(facts={"related": told})
    after = relate(Shelves([*reports, with_digest(report("new", ["x", "y"]))], before))
    assert sorted(path for path, others in after.items() if others != ("as told",)) == [
        "088",
        "089",
        "new",
    ]


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_is_related_to_nothing(count: int) -> None:
    assert related([report("a", ["x", "y"])] * count) == {}
