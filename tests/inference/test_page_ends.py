"""Pages: what stands below a story, whose picture it is, and who merely put it on a blog."""

from __future__ import annotations

import pytest

from .labelled import inferred_from

_TITLE = "Pilots refuse night shifts at the harbour"
_PARAGRAPH = (
    "The pilots of the harbour of Marsa Tellin would bring in no ship between dusk and dawn, until the lamps on"
    " the northern mole burn again, their union said after a vote in which four hundred and twelve took part."
)
_STORY = f"<p>{_PARAGRAPH}</p>" * 5


def found(
    below: str = "", above: str = "", head: str = f"<title>{_TITLE}</title>"
) -> dict[str, object]:
    body = f"<article><h1>{_TITLE}</h1>{above}{_STORY}</article>{below}"
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    findings = inferred_from(page.encode(), "page.html").findings
    return {name: finding.value for name, finding in findings.items()}


@pytest.mark.parametrize(
    ("label", "name", "source"),
    [
        ("Source:", "Gulf Horizon", "Gulf Horizon"),
        ("المصدر:", "رويترز", "Reuters"),
        ("Source</p><p>from", "Caravan of Mercy", "Caravan of Mercy"),
        ("Sources of water", "Gulf Horizon", None),
    ],
)
def test_the_name_below_source_wherever_it_stands(
    label: str, name: str, source: str | None
) -> None:
    others = "".join(f"<p>Another report {number}</p>" for number in range(12))
    story = f"<p>{label}</p><p>{name}</p>{others}"
    text = f"{_TITLE}\n\n" + f"{_PARAGRAPH}\n\n" * 3
    text += story.replace("<p>", "").replace("</p>", "\n")
    finding = inferred_from(text.encode(), "report.txt").findings.get("source")
    assert (finding.value if finding else None) == source


def test_a_sign_of_rights_below_a_picture_is_its_photographers() -> None:
    above = "<p>The mole in 2006</p><p>© Reuters</p>"
    foot = "<footer><p>© Copyright Liberty Concern 2009</p></footer>"
    values = found(foot, above)
    assert values.get("source") is None
    assert values["rights"] == "© Copyright Liberty Concern 2009"


def test_authors_of_other_reports_stand_below_the_line_of_rights() -> None:
    lines = ["Olives of the year", "16 May 2012", "Opinion", "Bread first", "By Marta Olinder"]
    text = (
        f"{_TITLE}\n\n" + f"{_PARAGRAPH}\n\n" * 4 + "© Tarn Mirror 2006-2012\n\n" + "\n".join(lines)
    )
    assert "authors" not in inferred_from(text.encode(), "report.txt").findings
    signed = f"{_TITLE}\n\n" + f"{_PARAGRAPH}\n\n" * 4 + "By Marta Olinder\n\n© Tarn Mirror 2012"
    assert inferred_from(signed.encode(), "report.txt").findings["authors"].value == [
        "Marta Olinder"
    ]


def test_whoever_put_a_report_on_a_blog_need_not_have_written_it() -> None:
    poster = "<span class='post-author'>Posted by Annika Zell</span>"
    assert found(poster)["authors"] == ["Annika Zell"]
    assert found(poster, "<p>By Ivo Tassel and Mirren Duquay</p>")["authors"] == [
        "Ivo Tassel",
        "Mirren Duquay",
    ]


def test_an_outlet_with_an_agency_on_its_own_site_names_the_agency() -> None:
    head = f"<title>{_TITLE}</title><meta property='og:site_name' content='Le Quotidien.fr'>"
    above = (
        "<p>Le Quotidien.fr avec AFP | 14.03.2012 à 18h22 • Mis à jour le 15.03.2012 à 08h10</p>"
    )
    values = found(above=above, head=head)
    assert (values["source"], values["date"]) == ("AFP", "2012-03-14")


def test_a_section_behind_a_comma_is_no_part_of_a_title() -> None:
    text = "إضراب عمال المرفأ في نوار يدخل أسبوعه الثاني"
    story = "<p>دخل إضراب عمال المرفأ في نوار أسبوعه الثاني أمس من دون بوادر على قرب التوصل إلى تسوية.</p>"
    page = f"<html><head><title>{text}, أخبــــــار</title></head><body><p>{text}</p>{story * 6}</body></html>"
    assert inferred_from(page.encode(), "page.html").findings["title"].value == text


def test_a_job_is_no_author() -> None:
    names = "<p class='byline'>ريما الحاصباني</p><p class='byline'>مراسلة شؤون البيئة</p>"
    assert found(above=names)["authors"] == ["ريما الحاصباني"]
