"""Source by what the heading of a statement says of its issuer, and by letters that speak in it."""

from __future__ import annotations

import pytest

from tests.inference.labelled import fields

_REST = (
    "Three of its members were taken from a café near the ferry on Sunday evening by men in a car without"
    " plates, and nobody has told their families since where they are held or what they are accused of."
)
_FRENCH = (
    "Trois de ses membres ont été emmenés dimanche soir d'un café près du bac par des hommes dans une"
    " voiture sans plaques, et personne n'a dit aux familles où ils se trouvent ni de quoi ils sont accusés."
)


def source_of(text: str) -> object:
    return fields(text).get("source")


@pytest.mark.parametrize(
    ("heading", "issuer"),
    [
        (
            "The Harbour Leaders' Group has issued the following statement:",
            "Harbour Leaders' Group",
        ),
        (
            "Tellin Pilots Union today released the following joint appeal on the ferry strike:",
            "Tellin Pilots Union",
        ),
        ("La Ligue Tellinoise a publié le communiqué suivant :", "Ligue Tellinoise"),
    ],
)
def test_a_heading_says_whose_statement_it_is(heading: str, issuer: str) -> None:
    rest = _FRENCH if "publié" in heading else _REST
    assert source_of(f"{heading}\n\n{rest}\n\n{rest}") == issuer


@pytest.mark.parametrize(
    "heading",
    [
        "Police Chief Osric Maren has issued the following statement:",
        "The ministry has issued the following numbers:",
        "The Harbour Leaders' Group has issued the following statement. It was read out on Sunday.",
        "Mary Torvald released the following statement:",
        "Tonight Harbour Folk has issued the following statement:",
        "UN Special Rapporteur Sami Kreft has issued the following statement:",
    ],
)
def test_other_headings_name_no_issuer(heading: str) -> None:
    assert source_of(f"{heading}\n\n{_REST}\n\n{_REST}") is None


def test_a_statement_comes_from_whom_its_text_names_again() -> None:
    heading = (
        "An Oral Statement to the 16th Session of the Harbour Assembly from the Tellin Legal Resource Centre"
        " (TLRC), a non-governmental organisation in consultative status"
    )
    text = (
        "TARVANIA: The silence of the courts\n\n{}\n\nThank you Mr. President,\n\n{}\n\n"
        "The {} urges you to act."
    )
    told = source_of(text.format(heading, _REST, "TLRC"))
    assert told == "Tellin Legal Resource Centre"
    assert source_of(text.format(heading, _REST, "court")) is None
    of_a_person = "A statement from Ambassador Osric Maren"
    assert source_of(f"Ferry\n\n{of_a_person}\n\n{_REST} Ambassador Osric Maren smiled.") is None


_LETTERS = (
    "HWTC is alarmed about nine students.\n\n{}\n\nHWTC stands with the nine and asks for visits."
)


def test_letters_that_speak_are_the_issuers() -> None:
    assert source_of(f"Nine students\n\n{_LETTERS.format(_REST)}") == "HWTC"
    strongly = f"The HWTC strongly condemns arrests.\n\n{_REST}\n\nThe HWTC stands beside them."
    assert source_of(strongly) == "HWTC"


@pytest.mark.parametrize(
    "rest",
    [
        f"{_REST} HWTC spokeswoman Mary Torvald said that she was shocked.",
        f"{_REST} That is what HWTC told reporters on Sunday.",
    ],
)
def test_letters_that_are_said_to_speak_are_in_the_news(rest: str) -> None:
    assert source_of(f"Nine students\n\n{_LETTERS.format(rest)}") is None


def test_letters_that_speak_once_may_be_anybodys() -> None:
    assert source_of(f"Nine students\n\nHWTC is alarmed about nine students.\n\n{_REST}") is None


def test_a_known_organisation_on_top_issues_what_calls_itself_a_note() -> None:
    note = f"NOTE on the freedoms of Tellin\n\n{_REST}\n\n{_REST}"
    assert source_of(f"FIDH\n\n{note} FIDH was there.") == "FIDH"
    assert source_of(f"FIDH\n\n{note}") is None, "nothing says that it is its own"
    assert source_of(f"FIDH\n\nFreedoms of Tellin\n\n{_REST}\n\n{_REST}") is None
    assert source_of(f"Syrian Observatory for Human Rights\n\n{note}") is None, "a wire's, perhaps"


def test_the_rights_of_a_text_that_another_site_passes_on() -> None:
    told = f"{_REST} Human Rights Watch was there."
    text = (
        f"Lantern.ca\nTarvania: Poet denied care\n\n{told}\n\n{_REST}\n\n© Human Rights Watch -\n"
    )
    found = fields(text)
    assert found["publisher"] == "Lantern.ca"
    assert found["source"] == "Human Rights Watch"


@pytest.mark.parametrize("first", ["report.pdf", "statement.docx", "index.php", "data.csv"])
def test_the_name_of_a_file_is_no_sites(first: str) -> None:
    assert "publisher" not in fields(f"{first}\nTarvania: Poet denied care\n\n{_REST}\n\n{_REST}")
