"""BibTeX, RIS and CSL-JSON as other people's parsers read them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors
from hypothesis import example, given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from generator.citing import Name, Work, bibtex, csl_json, ris
from generator.citing.work import key_of, one_line
from tests.citing.works import HASH, NEWS, OWN, by, dated


def read_bibtex(text: str) -> dict[str, Any]:
    """The one entry: its type, its fields as LaTeX prints them, its authors apart."""
    known = get_default_latex_context_db()
    braces = [MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}")]
    circumflex = MacroTextSpec("textasciicircum", "^")
    known.add_context_category("braces", prepend=True, macros=[*braces, circumflex])
    latex = LatexNodes2Text(
        latex_context=known, keep_braced_groups=False, strict_latex_spaces=True, keep_comments=True
    )
    library = parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    read = {
        name: value
        if name == "url"  # verbatim in biblatex
        else [latex.latex_to_text(author) for author in value]
        if name == "author"
        else latex.latex_to_text(value)
        for name, value in fields.items()
    }
    return {"type": entry.entry_type, "key": entry.key, **read}


def read_ris(text: str) -> dict[str, Any]:
    (entry,) = rispy.loads(text)
    return dict(entry)


def read_csl(text: str) -> dict[str, Any]:
    (item,) = json.loads(text)
    return dict(item)


def test_bibtex() -> None:
    assert bibtex(NEWS) == (
        "@misc{2016-cranes,\n"
        "  author = {Holt, Mira and Nader, Sami},\n"
        "  title = {{Two cranes fail at the Old Quay}},\n"
        "  date = {2016-10-28},\n"
        "  year = {2016},\n"
        "  month = oct,\n"
        "  howpublished = {The Tarn Lantern},\n"
        "  library = {Harbour Watch},\n"
        "  url = {https://harbour.example/reports/2016/cranes/},\n"
        "  langid = {english},\n"
        f"  note = {{Source: Northern Wire; SHA-256 of the original: {HASH}}},\n"
        "  copyright = {© 2016 Harbour Watch},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("edtf", "fields"),
    [
        ("2016-10-28", {"date": "2016-10-28", "year": "2016", "month": "oct"}),
        ("2016", {"date": "2016", "year": "2016"}),
        ("2017-03-21?", {"date": "2017-03-21?", "year": "[March 21, 2017?]"}),
        ("2015/2017", {"date": "2015/2017", "year": "[between 2015 and 2017]"}),
        ("2015/..", {"date": "2015/..", "year": "[since 2015]"}),
        ("201X", {"date": "201X", "year": "[the 2010s]"}),
        ("[2019-05-11,2019-05-18]", {"year": "[11 or 18 May 2019]"}),
        ("XXXX", {"year": "n.d."}),
    ],
)
def test_dates_in_bibtex(edtf: str, fields: dict[str, str]) -> None:
    read = read_bibtex(bibtex(dated(edtf)))
    assert {name: read[name] for name in ("date", "year", "month") if name in read} == fields


@pytest.mark.parametrize(
    ("edtf", "year", "date"),
    [
        ("2016-10-28", "2016", "2016/10/28/"),
        ("2016-10", "2016", "2016/10//"),
        ("2016", "2016", "2016///"),
        ("2017-03-21?", None, "///[March 21, 2017?]"),
        ("[2019-05-11,2019-05-18]", "2019", "2019/05//[11 or 18 May 2019]"),
        ("[2016-12-30,2017-01-06]", None, "///[30 December 2016 or 6 January 2017]"),
        ("XXXX", None, "///n.d."),
    ],
)
def test_dates_in_ris(edtf: str, year: str | None, date: str) -> None:
    read = read_ris(ris(dated(edtf)))
    assert (read.get("year"), read["date"]) == (year, date)


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2016-10-28", {"date-parts": [[2016, 10, 28]]}),
        ("2016-10", {"date-parts": [[2016, 10]]}),
        ("2017-03-21?", {"date-parts": [[2017, 3, 21]], "circa": True}),
        ("2016~", {"date-parts": [[2016]], "circa": True}),
        ("2015/2017-03", {"date-parts": [[2015], [2017, 3]]}),
        ("[2019-05-11,2019-05-18]", {"literal": "[11 or 18 May 2019]"}),
        ("[2016-12-01..2016-12-20]", {"literal": "[between 1 December 2016 and 20 December 2016]"}),
        ("2015/..", {"literal": "[since 2015]"}),
        ("201X", {"literal": "[the 2010s]"}),
        ("XXXX", None),
    ],
)
def test_dates_in_csl(edtf: str, issued: object) -> None:
    read = read_csl(csl_json(dated(edtf)))
    assert read.get("issued") == issued
    assert read["custom"]["edtf"] == edtf


def test_all_of_them_carry_permalink_hash_and_rights() -> None:
    in_bibtex, in_ris, in_csl = (
        read_bibtex(bibtex(NEWS)),
        read_ris(ris(NEWS)),
        read_csl(csl_json(NEWS)),
    )
    assert in_bibtex["url"] == in_csl["URL"] == NEWS.permalink
    assert in_ris["urls"] == [NEWS.permalink]
    assert HASH in in_bibtex["note"] and HASH in in_ris["notes"][0] and HASH in in_csl["note"]
    assert NEWS.rights in in_bibtex["copyright"]
    assert NEWS.rights in in_ris["notes"] and NEWS.rights in in_csl["note"]
    assert "accessed" not in in_csl


def test_the_institution_of_a_report() -> None:
    own, behind = read_ris(ris(OWN)), read_ris(ris(replace(OWN, publisher="Port Union")))
    assert (own["publisher"], own.get("secondary_title")) == ("Harbour Watch", None)
    assert (behind["publisher"], behind["secondary_title"]) == ("Port Union", "Harbour Watch")
    assert read_bibtex(bibtex(OWN))["organization"] == "Harbour Watch"
    assert read_ris(ris(NEWS))["secondary_title"] == "The Tarn Lantern"


def test_an_inferred_date_is_said_to_be_so() -> None:
    work = replace(OWN, is_date_inferred=True)
    assert read_bibtex(bibtex(work))["year"] == "[October 28, 2016]"
    assert "inferred" in read_bibtex(bibtex(work))["note"]
    assert read_ris(ris(work))["date"] == "2016/10/28/[October 28, 2016]"
    assert "inferred" in read_csl(csl_json(work))["note"]


def test_an_author_called_and_stays_one_author() -> None:
    work = by("Bread and Roses Group", "Mira Holt")
    assert read_bibtex(bibtex(work))["author"] == ["Bread and Roses Group", "Holt, Mira"]


any_text = st.text(
    st.characters(exclude_categories=["Cs", "Cn", "Co"])
    | st.sampled_from("{}\\%&$#_~^\"'`-@,=\n\r\u200f\u2066"),
    min_size=1,
).filter(one_line)


@given(title=any_text, author=any_text)
@example(title='50% & {more} \\ $5 #1 a_b ~ ^ "q" @misc{x, y = {z}}', author="} and {")
@example(title="سطر\u200f أول\nثانٍ {", author="ريما\u2067 الأشقلي")
@example(title="ER  - \r\nTY  - BOOK", author="🕊️ -- ,")
@example(title="% comment", author="a % b")
def test_any_title_and_author_survive(title: str, author: str) -> None:
    title, author = one_line(title), one_line(author)
    work = replace(OWN, title=title, names=(Name(author),))
    assert read_ris(ris(work))["title"] == title
    assert read_ris(ris(work))["authors"] == [author]
    assert read_csl(csl_json(work))["title"] == title
    assert read_csl(csl_json(work))["author"] == [{"literal": author}]
    read = read_bibtex(bibtex(work))
    assert read["title"] == title
    assert read["author"] == [author]


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(
    st.lists(
        st.text(st.characters(categories=["L", "N"]) | st.sampled_from("-/"), min_size=1),
        min_size=2,
        max_size=20,
        unique=True,
    )
)
def test_keys_are_ascii_and_told_apart(paths: list[str]) -> None:
    keys = [key_of(path) for path in paths]
    assert all(key.isascii() and key and not set(key) & set(' ,{}%#\\"') for key in keys)
    assert len({*keys}) >= len({path.replace("/", "-") for path in paths})


def test_a_work_without_an_address_says_none() -> None:
    work: Work = replace(OWN, permalink="", sha256="")
    assert "url" not in read_bibtex(bibtex(work))
    assert "urls" not in read_ris(ris(work))
    assert "URL" not in read_csl(csl_json(work))
