"""Sections: the same pages and files, in parts that are known by what shapes them."""

from __future__ import annotations

import pytest

from generator.archive import PublicArchive
from generator.model import Report
from generator.outputs import file_sections, group_sections, records
from generator.pages import all_addresses, all_pages, page_sections
from generator.state import fingerprint
from tests.pages.test_page_sizes import archive_of, report, term


def archive(*further: Report) -> PublicArchive:
    years = ("2015", "2016", "2016-05", "[2016-04-30,2016-05-01]", "XXXX")
    reports = [
        report(
            number,
            date=years[number % 5],
            tags=[f"t{number % 7}", f"t{number % 3}"],
            authors=[f"A {number % 4}", f"a-{number % 4}"],
            source=f"S{number % 2}",
            language="ar" if number % 3 else "en",
        )
        for number in range(120)
    ]
    kinds = ("theme", "place")
    terms = [
        term(n, id=f"t{n}", kind=kinds[n % 2], broader="t0" if n > 4 else None) for n in range(7)
    ]
    paths = {one.path for one in further}
    return archive_of([*(one for one in reports if one.path not in paths), *further], terms)


def keys(made: PublicArchive) -> dict[str, bytes]:
    sections = [*page_sections(made)]
    found = {s.name: fingerprint(s.made_from) for s in sections if s.made_from is not None}
    others = [*file_sections(made)]
    return found | {s.name: fingerprint(s.made_from) for s in others if s.made_from is not None}


def test_sections_have_every_page_and_file_once() -> None:
    made = archive()
    names = [section.name for section in page_sections(made)]
    names += [section.name for section in file_sections(made)]
    names += [section.name for section in group_sections(made)]
    assert len(names) == len(set(names))
    pages = [page.address for section in page_sections(made) for page in section.make()]
    assert sorted(pages) == sorted(page.address for page in all_pages(made))
    assert sorted(pages) == sorted(all_addresses(made))
    parted = [section for section in file_sections(made) if section.name.startswith("records ")]
    files = [file.path for section in parted for file in section.make()]
    assert sorted(files) == sorted(file.path for file in records.files(made))


@pytest.mark.parametrize("tags", [["t0"], ["t1"], ["t2", "new"], []])
def test_a_section_whose_key_is_the_same_has_the_same_pages(tags: list[str]) -> None:
    before, after = archive(), archive(report(500, date="2016-05-02", tags=tags, source="S1"))
    same = {name for name, key in keys(before).items() if keys(after).get(name) == key}
    assert len(same) > 100
    for old in page_sections(before):
        if old.name in same:
            new = next(section for section in page_sections(after) if section.name == old.name)
            pages = [fingerprint(p.address, p.title, p.context) for p in old.make()]
            assert pages == [fingerprint(p.address, p.title, p.context) for p in new.make()]


def test_a_changed_report_changes_the_keys_of_what_shows_it() -> None:
    before, after = keys(archive()), keys(archive(report(501, date="2016-05-02", tags=["t1"])))
    changed = {name for name in after if before.get(name) != after[name]}
    assert {"tag en t1", "tag ar t1", "browse en (2016, 5)", "browse ar 2016"} <= changed
    assert "tag en t2" not in changed


def _groups(made: PublicArchive) -> dict[str, tuple[bytes, dict[str, bytes]]]:
    """Each section of feeds and data by its name: its key, and what its groups are made from."""
    return {
        section.name: (
            fingerprint(section.made_from),
            {group.name: fingerprint(group.made_from) for group in section.make()},
        )
        for section in group_sections(made)
        if section.made_from is not None
    }


@pytest.mark.parametrize(
    "further",
    [
        report(500, date="2016-05-02", tags=["t0"], source="S1"),
        report(500, date="XXXX", tags=["new"], language="ar"),
        report(3, date="2016-05", tags=["t4"], corrections=[{"date": "2020-01-01", "note": "N."}]),
    ],
    ids=["a new report", "one without a date", "a changed one"],
)
def test_groups_of_a_section_whose_key_is_the_same_are_the_same(further: Report) -> None:
    before, after = _groups(archive()), _groups(archive(further))
    same = {name for name, (key, _) in before.items() if name in after and after[name][0] == key}
    assert {"feeds tags/t2/", "data tags/t2"} <= same
    assert "feeds " not in same
    assert all(before[name][1] == after[name][1] for name in same)
