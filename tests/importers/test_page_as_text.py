"""Pages that Lynx wrote down as text: which texts are such, and what of them is the report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UnreadableReport
from generator.importers import Claim, importer_for, page_as_text
from generator.model import Draft, RawReport
from tests.inference.harbour import LEAD, MORE, STORY, TITLE

SAMPLES = Path(__file__).parents[1] / "samples/page_as_text"
MENU = "".join(f"     * {name}\n" for name in ("Home", "Harbour", "Council", "Sport", "About us"))
FORM = "   ____________________ (BUTTON) Search\n"
COOKIES = (
    "We use cookies on these pages, and whoever reads on agrees to it. Our privacy notice says at length"
    " what is kept, for how long, and how consent is taken back, in words that nobody reads to the end."
)


def raw(text: str | bytes) -> RawReport:
    content = text.encode() if isinstance(text, str) else text
    return RawReport.of("page.txt", content, date(2026, 1, 1))


def set_as_lynx(*paragraphs: str, width: int = 77) -> str:
    """Paragraphs three columns in, broken before the word that finds no room."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line = "  "
        for word in paragraph.split(" "):
            if len(line) + 1 + len(word) > width:
                lines.append(line)
                line = "  "
            line += f" {word}"
        lines += [line, ""]
    return "\n".join(lines) + "\n"


def page(*, head: str = TITLE, above: str = "", below: str = "", story: str = "") -> str:
    body = story or set_as_lynx(*STORY.split("\n\n"))
    return f"{FORM}\n{MENU}\n{above}\n{head}\n\n{body}{below}"


def read(text: str) -> Draft:
    report = raw(text)
    assert page_as_text.claims(report) is Claim.STRONG
    (draft,) = page_as_text.read(report)
    return draft


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda file: file.stem)
def test_lynx_own_pages_are_claimed(sample: Path) -> None:
    assert importer_for(raw(sample.read_bytes())) is page_as_text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TITLE}\n\n{STORY}\n" * 6, id="ordinary text"),
        pytest.param(f"{TITLE}\n\n   {LEAD}\n   {MORE}\n" * 8, id="paragraphs that begin indented"),
        pytest.param(f"{TITLE}\n" + "   A short line\n" * 20, id="a poem"),
        pytest.param(f"{TITLE}\n\n{MENU * 6}\n{STORY}", id="lists without columns"),
        pytest.param(FORM + MENU, id="a few lines"),
        pytest.param(
            set_as_lynx(STORY, LEAD).replace("\n   ", "\n")[3:]
            + "  • one\n  • two\n  • three\n" * 4,
            id="a statement and what it demands",
        ),
        pytest.param(f"{TITLE}\n\n  • one\n  • two\n  • three\n{STORY}\n" * 6, id="bullets"),
        pytest.param(
            f"From: a@b.example\nTo: c@d.example\nSubject: a page\n\n{page()}", id="a mail"
        ),
        pytest.param("", id="nothing"),
    ],
)
def test_other_texts_are_not(text: str) -> None:
    assert page_as_text.claims(raw(text)) is Claim.NONE


def test_without_a_sign_where_nearly_all_is_set() -> None:
    text = f"{TITLE}\n\n" + set_as_lynx(*STORY.split("\n\n"), LEAD, MORE)
    assert read(text).text == "\n\n".join((TITLE, *STORY.split("\n\n"), LEAD, MORE))


def test_the_report_is_kept_and_lines_are_whole_again() -> None:
    draft = read(page(below=f"\nRelated\n\n{MENU}"))
    assert draft.text == f"{TITLE}\n\n{STORY}"
    assert [(said.field, said.value) for said in draft.candidates] == [("title", TITLE)]


def test_what_is_left_out_is_told_and_nothing_else_is_missing() -> None:
    draft = read(page(below=f"\nRelated\n\n{MENU}"))
    menu = ("Home", "Harbour", "Council", "Sport", "About us")
    assert draft.left_out == (*menu, "Related", *menu)


def test_the_day_above_a_headline() -> None:
    for day, begin in (
        ("14 May 2019", f"{TITLE}\n\n14 May 2019\n\n"),
        ("Tuesday", f"{TITLE}\n\n{STORY[:40]}"),
    ):
        assert read(page(above=f"   {day}\n")).text.startswith(begin)
    dated = read(page(above="   20 May 2019\n", head=f"{TITLE}\n\n   14 May 2019"))
    assert dated.text.startswith(f"{TITLE}\n\n14 May 2019\n\n{STORY[:40]}")


@pytest.mark.parametrize("width", [60, 77, 110])
def test_the_width_is_that_of_the_page(width: int) -> None:
    paragraphs = (*STORY.split("\n\n"), LEAD, MORE)
    body = set_as_lynx("14 May 2019, 09:20", "By Mira Holt", *paragraphs, width=width)
    text = read(page(story=body)).text
    assert text.split("\n\n") == [TITLE, "14 May 2019, 09:20", "By Mira Holt", *paragraphs]


def test_lines_without_a_blank_between_them_stay_apart() -> None:
    text = read(
        page(above="", story=f"   By Mira Holt\n   14 May 2019\n\n{set_as_lynx(LEAD, MORE)}")
    )
    assert text.text.split("\n\n")[1:3] == ["By Mira Holt", "14 May 2019"]


def test_a_headline_in_the_middle_of_its_lines() -> None:
    first, second = f"{TITLE} until the lamps are lit", "on the northern mole"
    long = f"{first} {second}"
    centred = "\n".join(" " * ((79 - len(line)) // 2) + line for line in (first, second))
    assert read(page(head=centred)).text.startswith(f"{long}\n\n")


def test_the_higher_of_two_headings_that_tell_of_the_report() -> None:
    below = f"{TITLE}\n\n   14 May 2019\n\nPilots refuse shifts"
    assert read(page(head=below)).text.startswith(
        f"{TITLE}\n\n14 May 2019\n\nPilots refuse shifts\n\n"
    )
    other = f"Council elects a treasurer\n\n   14 May 2019\n\n{TITLE}"
    assert read(page(head=other)).text.startswith(f"{TITLE}\n\n14 May 2019\n\n")


def test_the_report_is_where_most_of_the_prose_is() -> None:
    teaser = set_as_lynx(f"Bakers of Orsk ask for flour. {LEAD}")
    draft = read(page(above=teaser + MENU * 2, below=MENU * 2 + teaser))
    assert draft.text == f"{TITLE}\n\n{STORY}"
    assert sum(line.startswith("Bakers of Orsk") for line in draft.left_out) == 2


def test_cookies_are_no_report_however_long() -> None:
    notice = set_as_lynx(*[COOKIES] * 9)
    gap = "".join(f"{name} of the harbour\n\n" for name in "ABCDEFGHIJ")
    assert read(page(above=notice + gap)).text == f"{TITLE}\n\n{STORY}"


def test_rights_are_kept_wherever_they_stand() -> None:
    draft = read(page(below=f"\nRelated\n\n{MENU}\n   © 2019 Tellin Post\n"))
    assert draft.text.endswith("\n\n© 2019 Tellin Post")


def test_numbers_of_links_go_with_their_list_and_stay_without() -> None:
    body = set_as_lynx(STORY.replace("captains", "[7]captains").replace("\n\n", " "))
    listed = "\nReferences\n\n" + "".join(
        f"{n:4}. https://port.example/{n}\n" for n in range(1, 12)
    )
    assert "[7]" not in read(page(story=body, below=listed)).text
    assert "port.example" not in read(page(story=body, below=listed)).text
    assert "[7]captains" in read(page(story=body)).text


def test_teasers_below_a_heading_that_announces_them() -> None:
    teaser = (
        "The lorries that bring water to the upper town waited for two days at the northern gate..."
    )
    draft = read(page(below=f"\nRead also\n\n{set_as_lynx(teaser, teaser)}"))
    assert draft.text == f"{TITLE}\n\n{STORY}"


def test_a_paragraph_below_such_a_heading_is_the_reports() -> None:
    last = f"{LEAD} They will vote again on Friday."
    draft = read(page(below=f"\nRead also\n\n{set_as_lynx(last)}"))
    assert draft.text.endswith(last)


def test_a_page_of_w3m() -> None:
    menu = "".join(f"  • {name}\n" for name in ("Home", "Harbour", "Council"))
    lines = set_as_lynx(*STORY.split("\n\n"), LEAD).replace("\n   ", "\n").removeprefix("   ")
    text = f"Tellin Post\n[          ]Search\n{menu}\nHarbour\n\n{TITLE}\n\n14 May 2019\n\n{lines}\n{menu}"
    draft = read(text)
    assert draft.text == f"{TITLE}\n\n14 May 2019\n\n{STORY}\n\n{LEAD}"
    assert draft.left_out[:3] == ("Tellin Post", "[          ]Search", "Home")


def test_another_charset_is_told() -> None:
    report = raw(page(head=TITLE.replace("Ferry", "Féry")).encode("windows-1252"))
    (draft,) = page_as_text.read(report)
    assert [problem.message[:9] for problem in draft.problems] == ["not UTF-8"]


def test_a_heading_that_announces_others_where_no_report_is() -> None:
    text = f"{FORM}\n{MENU}\nRelated\n\n   More of it\n{MENU}\nRead also\n\n{MENU}"
    (draft,) = page_as_text.read(raw(text))
    assert "More of it" in draft.text


def test_nothing_but_menus() -> None:
    with pytest.raises(UnreadableReport, match="no word"):
        list(page_as_text.read(raw(FORM.replace("Search", "") * 3)))


@pytest.mark.parametrize(
    "unit", [" ", "[", "   [a", "   * ", "\n   a b", "References\n\n", "1/1/2011"]
)
def test_long_files_take_no_long_time(unit: str) -> None:
    report = raw(page(below=unit * (400_000 // len(unit))))
    page_as_text.claims(report)
    assert list(page_as_text.read(report))


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_give_a_report_or_an_error(content: bytes, is_page: bool) -> None:
    report = raw(page().encode() + content if is_page else content)
    page_as_text.claims(report)
    try:
        drafts = list(page_as_text.read(report))
    except UnreadableReport:
        return
    assert len(drafts) == 1
