"""What looks like an organisation's own words and is told by others: news, profiles, reviews, letters."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, LEAD, TITLE
from .labelled import fields

_MORE = (
    "The port authority promised new lamps before the winter, and captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_WAIT = "and seventeen ships wait at anchor outside the bar for a pilot and for daylight."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"Who counts ships?\n\nHarbour Watch counts ships at the mole, {_WAIT}\n\n{_MORE}\n\n"
            "Harbour Watch demands new lamps, but many pilots think that it does too little.",
            id="a profile",
        ),
        pytest.param(
            f"{TITLE}\n\nTarn Lines plans to buy three ferries, {_WAIT}\n\n{_MORE}\n\n"
            "Tarn Lines calls for lower harbour fees, which the authority refuses.",
            id="a company",
        ),
        pytest.param(
            f"A pilot in the storm\n\nCaptain Alaric sails out in this novel, {_WAIT}\n\n{_MORE}\n\n"
            "Captain Alaric demands the truth, and he gets it.",
            id="whom a novel is about",
        ),
        pytest.param(
            f"{TITLE}\n\nThe Tellin Council Resolution adds two hundred pilots, {_WAIT}\n\n{_MORE}\n\n"
            "The Tellin Council Resolution calls on all captains to wait.",
            id="a resolution",
        ),
        pytest.param(
            f"{TITLE}\n\nNorth Tarn closes its harbour, {_WAIT}\n\n{_MORE}\n\nNorth Tarn demands money.",
            id="a country",
        ),
        pytest.param(
            f"Statements\n\n{TITLE}\n\nThe Northern Pilots has welcomed the lamps, {_WAIT}\n\n{_MORE}",
            id="somebody below a section",
        ),
        pytest.param(
            f"Statement\n\n{TITLE}\n\nHarbour Watch has condemned the killing of two pilots, our"
            f" correspondent writes from Tarn, {_WAIT}\n\n{_MORE}",
            id="told by a correspondent",
        ),
        pytest.param(
            "Réaction du ministère\n\nLe ministère répond – communiqué LTD\n\nLe ministère a rejeté hier les"
            " accusations que la Ligue tellinoise des droits (LTD) avait portées contre la police du port."
            f"\n\n{FRENCH}",
            id="an answer to a communiqué",
        ),
        pytest.param(
            f"{TITLE}\n\nAmnesty International today accused the police of beating pilots. The police could"
            f" not be reached, and the mayor told our reporter that he knew nothing of it.\n\n{_MORE}",
            id="a paper that asked the mayor",
        ),
        pytest.param(
            f"{TITLE}\n\nTELLIN, 3 May 2017 – The lamps stay dark, the Union of Harbour Pilots said today. The"
            f" mayor told this newspaper that he would buy lamps himself.\n\n{_MORE}",
            id="a paper to which the mayor spoke",
        ),
        pytest.param(
            f"{TITLE}\n\nTellin – The Tarn Lines condemns the strike in an advertisement, {_WAIT}\n\n{_MORE}",
            id="an advertisement",
        ),
        pytest.param(
            f"{TITLE}\n\nOld Tellin is worried about the lamps at its harbour, {_WAIT}\n\n{_MORE}",
            id="a quarter",
        ),
        pytest.param(
            f'{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n(تلين) – قالت "نقابة المرشدين" اليوم إن المصابيح لن تضاء، فيما'
            f" نفى رئيس البلدية ذلك لمراسلنا في اتصال هاتفي.\n\n{ARABIC_LEAD}",
            id="a paragraph on a union",
        ),
    ],
)
def test_told_by_others(text: str) -> None:
    assert fields(text).get("source") is None


@pytest.mark.parametrize(
    "line",
    [
        "Harbour Watch compiles this report each year, and the ministry rejects it each year.",
        "Tarn University Press publishes this digest in the spring.",
        "The Tarn Weather Office issues this bulletin twice a day, and no pilot reads it.",
        "“You're listening to Lamps, from Harbour Watch,” says a voice in the cabin of each ship.",
        "We received this letter from Tarn Prison:\n\nIn Tarn Prison it is dark.",
        "Written by Tellin Association for Theatre\n\nDirected by Mira Holt",
        "Statement by Committee on Harbours",
    ],
)
def test_who_makes_something_else(line: str) -> None:
    assert fields(f"{TITLE}\n\n{line}\n\n{LEAD}\n\n{_MORE}").get("source") is None


def test_a_letter_from_a_prison() -> None:
    letter = "وصلتنا هذه الرسالة من سجن تلين المركزي:"
    text = f"{ARABIC_TITLE}\n\n{letter}\n\n{ARABIC_LEAD}\n\nفي سجن تلين المركزي سبعون سجينا."
    assert fields(text).get("source") is None
