"""What organisations put out themselves, and what papers write of them."""

from __future__ import annotations

import pytest

from generator.inference.agencies import agencies_for
from generator.inference.institutions import is_known_organisation, organisation_of
from generator.vocabulary import Vocabulary

from .harbour import FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields

_MORE = (
    "The pilots have asked for new lamps since the storm of last winter, in which two boats were lost on the"
    " mole, and the port authority has answered none of their letters, according to the secretary."
)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            f"{TITLE}\n\nTellin, July 30, 2021 — The port must free the pilots, the Committee to Protect"
            f" Pilots said today. {LEAD}\n\nA pilot told CPP that nobody answers.\n\nHe told CPP so twice.",
            "Committee to Protect Pilots",
            id="said today, behind a day",
        ),
        pytest.param(
            f"{TITLE}\n\nTELLIN, July 30, 2021 (QNN) — The port must free the pilots, the Committee to Protect"
            f" Pilots said today. {LEAD}",
            "QNN",
            id="an agency tells that it said so",
        ),
        pytest.param(
            f"{TITLE}\n\nAmnesty International today asked the port of Tellin to say where it is holding three"
            f" pilots, none of whom has been seen since their boat was stopped at the mole.\n\n{_MORE}",
            "Amnesty International",
            id="today asked",
        ),
        pytest.param(
            f"{TITLE}\n\nAmnesty International said on Tuesday that the port of Tellin must say where it is"
            f" holding three pilots, none of whom has been seen since their boat was stopped.\n\n{_MORE}",
            None,
            id="said on Tuesday",
        ),
        pytest.param(
            f"{TITLE}\n\nTELLIN: Amnesty International today asked the port to say where it is holding three"
            f" pilots, none of whom has been seen since their boat was stopped at the mole.\n\n{_MORE}",
            None,
            id="a paper of today",
        ),
        pytest.param(
            f"{TITLE}\n\nThe Association of Ship Owners today asked the port to say where it is holding three"
            f" pilots, none of whom has been seen since their boat was stopped at the mole.\n\n{_MORE}",
            None,
            id="somebody today asked",
        ),
        pytest.param(
            f"The Tellin Center for Human Rights is deeply worried about three pilots of the harbour, who have"
            f" refused food since 2 April because they may not write to their children.\n\n{_MORE}",
            "Tellin Center for Human Rights",
            id="is worried",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nReporters sans frontières (RSF) dénonce la fouille de deux reporters, privés"
            " de leurs carnets à l'embarcadère de Tellin au retour d'une enquête sur les lampes du port."
            f"\n\n{FRENCH}",
            "Reporters sans frontières",
            id="dénonce",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nMira Holt (LTD) dénonce la fouille de deux reporters, privés de leurs"
            f" carnets à l'embarcadère de Tellin au retour d'une enquête sur les lampes.\n\n{FRENCH}",
            None,
            id="a deputy and the letters of her party",
        ),
        pytest.param(
            f"(HRW/IFEX) – The following is a press release:\n\n{TITLE}\n\n{LEAD}\n\n{_MORE}",
            "Human Rights Watch",
            id="letters where an appeal begins",
        ),
        pytest.param(f"(MORE/LESS) – {TITLE}\n\n{LEAD}\n\n{_MORE}", None, id="words there"),
        pytest.param(
            f"{TITLE}\n\n(TellinPRwire) –   Tellin (AP) - {LEAD}",
            "AP",
            id="a dateline behind who passes it on",
        ),
    ],
)
def test_sources(text: str, source: str | None) -> None:
    assert fields(text).get("source") == source


def test_who_passes_on_a_release_is_not_the_one_who_said_it() -> None:
    told = f"(Geneva) – The port must let the pilots go, Tellin Rights Network said today. {LEAD}"
    assert fields(f"{TITLE}\n\n{told}")["publisher"] == "Tellin Rights Network"
    forum = "\n\n".join("Announcement Collapse X Filter Show Clear".split())
    assert "publisher" not in fields(f"{forum}\n\nNo announcement yet.\n\n{TITLE}\n\n{told}")
    dated = told.replace("(Geneva)", "Geneva, July 30, 2021")
    assert "publisher" not in fields(f"{TITLE}\n\n{dated}")


def test_organisations_and_their_letters() -> None:
    assert organisation_of("HRW") == "Human Rights Watch"
    assert not organisation_of("hrw")
    assert is_known_organisation("the Committee to Protect Journalists".removeprefix("the "))
    assert not is_known_organisation("Human Rights")


def test_letters_that_are_words_count_in_capitals_and_in_brackets() -> None:
    agencies = agencies_for(Vocabulary({}))
    assert agencies.signed("Tellin - APP") == agencies.lettered("APP") == "APP"
    assert agencies.signed("TELLIN ـ أ ف ب") == "AFP"
    assert not agencies.named("APP")
    assert not agencies.signed("App")
    assert agencies.named("Kuwait News Agency (KUNA)") == "KUNA"
    assert not agencies.named("Kuwait News Agency (photo)")


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("BNO News", "BNO News"),
        ("Asian News International", "ANI"),
        ("Bangladesh Sangbad Sangstha", "BSS"),
        ("United News of India", "UNI"),
        ("News Agency of Nigeria", "NAN"),
        ("Bernama", "Bernama"),
        ("Antara News", "Antara"),
        ("AKIpress", "AKIpress"),
        ("UNIAN", "UNIAN"),
        ("إيسنا", "ISNA"),
    ],
)
def test_agencies_by_their_credits(credit: str, name: str) -> None:
    assert agencies_for(Vocabulary({})).named(credit) == name
