"""A report in a list has the same bytes wherever the list stands, but for the way up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalogue import Catalogue
from generator.dates import parse_edtf
from generator.model import PublicReport
from generator.rendering.named import NamedReports
from generator.vocabulary import Term, Vocabulary

REPORT = PublicReport(
    path="2016/a",
    address="reports/2016/a & b/",
    site_language="en",
    language="en",
    title="Bread & <salt>",
    date=parse_edtf("2016-10"),
    body="",
    summary="",
    display="full",
    source="tarn",
    publisher="",
)
TERM = Term(id="tarn", kind="source", labels={"en": "Tarn's News", "ar": "تارن"})


def named() -> NamedReports:
    words = {language: Catalogue(language) for language in ("en", "ar")}
    return NamedReports(Vocabulary({"tarn": TERM}), words)


def test_an_entry_has_title_date_and_source() -> None:
    listed = named().for_page("browse/2016/", "en")["list_of"]([REPORT])
    assert listed == (
        '<ul class="ar-list">\n<li class="ar-list__item">\n'
        '<p class="ar-list__title"><a href="../../reports/2016/a%20&amp;%20b/" lang="en" dir="ltr">'
        "Bread &amp; &lt;salt&gt;</a></p>\n"
        '<p class="ar-list__facts"><span class="ar-list__date">'
        '<time datetime="2016-10">October 2016</time></span><bdi>Tarn&#39;s News</bdi></p>\n'
        "</li>\n</ul>\n"
    )


def test_the_same_entry_leads_up_from_any_depth_in_any_language() -> None:
    reports = named()
    near = reports.for_page("", "en")["list_of"]([REPORT])
    far = reports.for_page("ar/tags/x/page-2/", "en")["list_of"]([REPORT])
    other = reports.for_page("ar/tags/x/page-2/", "ar")["list_of"]([REPORT])
    assert far == "".join(near).replace('href="./', 'href="../../../../')
    assert "تارن" in other
    assert "<span>الإنجليزية</span>" in other
    assert "Tarn" not in other


def test_a_warning_covers_the_summary() -> None:
    covered = replace(REPORT, summary="What was seen", warning="Violence")
    listed = named().for_page("", "en")["list_of"]([covered])
    assert "seen" not in listed
    assert 'class="ar-flag"' in listed
    assert "seen" in named().for_page("", "en")["list_of"]([replace(covered, warning="")])


@pytest.mark.parametrize(("title", "shown"), [("a " * 200, "a " * 148 + "a…"), ("x" * 300, None)])
def test_long_titles_are_cut_at_a_word(title: str, shown: str | None) -> None:
    listed = named().for_page("", "en")["list_of"]([replace(REPORT, title=title)])
    assert f">{shown or title}</a>" in listed


def test_a_date_that_html_cannot_say_is_no_time_element() -> None:
    page = named().for_page("", "en")
    assert page["date"](replace(REPORT, date=parse_edtf("2016-10?"))).startswith("<span>")
    assert page["date"](REPORT).startswith("<time ")
