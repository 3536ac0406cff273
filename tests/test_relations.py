"""Which reports belong together, and that a new one disturbs few of the others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.model import PublicReport
from generator.relations import families, related


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
    assert paths(found["own"]) == ["more in common", "after", "before"]
    assert "one tag only" not in found
    assert "copy" not in found
    assert "own" not in paths(found["translation"])


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
        others = after.get(one.path, ())
        assert all(len(set(one.tags) & set(other.tags)) >= 2 for other in others)


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_is_related_to_nothing(count: int) -> None:
    assert related([report("a", ["x", "y"])] * count) == {}
