"""Citations as links that carry their file."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote
from urllib.request import urlopen

from hypothesis import given
from hypothesis import strategies as st

from generator.pages._cite import Export, cite
from tests.citing.works import OWN, by

_URL = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-F]{2}|[^\x00-\x9f])*")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_address_carries_its_text(text: str) -> None:
    address = Export("RIS", "a.ris", "application/x-research-info-systems", text).address
    head, _, data = address.partition(",")
    assert head == "data:application/x-research-info-systems;charset=utf-8"
    assert unquote(data, errors="strict") == text
    assert _URL.fullmatch(data)


def test_pages_have_line_feeds_and_files_what_their_format_asks_for() -> None:
    _, ris, _ = cite(OWN, "2016/cranes").exports
    assert "\r" not in ris.shown
    assert ris.shown.splitlines() == ris.text.splitlines()
    assert "TY  - RPRT%0D%0A" in ris.address.replace("%20", " ")


def test_files_are_named_after_the_report() -> None:
    files = [export.file for export in cite(OWN, "2016/deep/رافعتان").exports]
    assert files == ["رافعتان.bib", "رافعتان.ris", "رافعتان.json"]


def test_python_opens_such_an_address() -> None:
    work = replace(by("Mira Holt"), title="50% & more #1")
    for export in cite(work, "2016/cranes").exports:
        with urlopen(export.address) as answer:
            assert answer.read().decode() == export.text


def test_people_read_the_permalink_and_machines_its_bytes() -> None:
    work = replace(OWN, permalink="https://harbour.example/ar/reports/%D9%85/")
    made = cite(work, "2016/م")
    assert "https://harbour.example/ar/reports/م/" in str(made.chicago)
    assert all(work.permalink in export.text for export in made.exports)
