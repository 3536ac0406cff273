"""Source by the first words of a release and what stands around them, and by who says to have made a text."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, FRENCH, FRENCH_TITLE, LEAD, TITLE
from .labelled import fields

_MORE = (
    "Two boats were lost on the mole in the storm of last winter, and the port authority has answered none of"
    " the letters that were written to it since then by pilots, fishermen and the families of the drowned."
)
_LIGUE = "La Ligue tellinoise des marins (LTM) tient pour indispensable que les lampes brûlent."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            f"{FRENCH_TITLE} – Communiqué de la LTM\n\n{_LIGUE} {FRENCH}",
            "Ligue tellinoise des marins",
            id="its letters beside the word communiqué",
        ),
        pytest.param(
            f"{FRENCH_TITLE}\n\nCommuniqué UTP\n\n{_LIGUE} {FRENCH}",
            None,
            id="somebody else's letters",
        ),
        pytest.param(
            f"{TITLE}\n\nHarbour Watch marks the day of sailors with a vigil on the mole. {LEAD}\n\n{_MORE}\n\n"
            "Harbour Watch urges the authority to light the lamps.",
            "Harbour Watch",
            id="begins with its name and demands something",
        ),
        pytest.param(
            f"{TITLE}\n\nHarbour Watch marks the day of sailors with a vigil on the mole. {LEAD}\n\n{_MORE}\n\n"
            "Harbour Watch urged the authority to light the lamps.",
            None,
            id="news that it demanded something",
        ),
        pytest.param(
            f"{TITLE}\n\nTarn marks the day of sailors with a vigil on the mole. {LEAD}\n\n{_MORE}\n\n"
            "Harbour Watch urges the authority to light the lamps.",
            None,
            id="somebody demands something below",
        ),
        pytest.param(
            f"Press releases\n{TITLE}\nHarbour Watch Tellin has welcomed lamps. {LEAD}\n{_MORE}",
            "Harbour Watch Tellin",
            id="has welcomed, under press releases",
        ),
        pytest.param(
            f"News\n{TITLE}\nHarbour Watch Tellin has welcomed lamps. {LEAD}\n{_MORE}",
            None,
            id="has welcomed, in the news",
        ),
        pytest.param(
            f"{TITLE}\n\nHARBOUR WATCH TELLIN\nLamps\n(Geneva) – {LEAD}\n\nA third of the boats turned"
            f" back, Harbour Watch Tellin found.\n\n{_MORE} Harbour Watch Tellin said.",
            "Harbour Watch Tellin",
            id="in capitals above what it found",
        ),
        pytest.param(
            f"{TITLE}\n\nHARBOUR WATCH TELLIN\nLamps\n(Geneva) – {LEAD}\n\n{_MORE}",
            None,
            id="in capitals, and not told of",
        ),
        pytest.param(
            f"{TITLE}\n\nGeneva – The Tellin Council for Sailors calls for an inquiry. {LEAD}\n\n{_MORE}",
            "Tellin Council for Sailors",
            id="behind a city",
        ),
        pytest.param(
            f"{TITLE}\n\nGeneva – The Tellin Council for Sailors called for an inquiry. {LEAD}\n\n{_MORE}",
            None,
            id="behind a city, told by others",
        ),
    ],
)
def test_whose_release_it_is(text: str, source: str | None) -> None:
    assert fields(f"{text}\n").get("source") == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            f"{TITLE}\n\nOCHA Tellin compiles this report together with pilots.\n\n{LEAD}\n\n{_MORE}",
            "OCHA Tellin",
            id="compiles this report",
        ),
        pytest.param(
            f"{TITLE}\n\nMary Torvald compiles this report for a living.\n\n{LEAD}\n\n{_MORE}",
            None,
            id="a person does",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\nHost: You've been listening to Lamps, from Harbour Watch. Bye.",
            "Harbour Watch",
            id="podcast",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\nShe said she had been listening to Lamps, from Harbour Watch.",
            None,
            id="somebody heard a podcast",
        ),
        pytest.param(
            f"ما يلي وردنا من المنتدى التليني للبحارة:\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}\n\n"
            "المنتدى التليني للبحارة",
            "المنتدى التليني للبحارة",
            id="received",
        ),
        pytest.param(
            f"وردنا من أهالي حي الميناء:\n\n{ARABIC_TITLE}\n\n{ARABIC_LEAD}",
            None,
            id="received, no issuer",
        ),
        pytest.param(
            f"{TITLE}\nWritten by Independent Federation of Pilots of Tellin\n\n{LEAD}\n\n{_MORE}",
            "Independent Federation of Pilots of Tellin",
            id="written by an organisation",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\nThis content originally appeared on Harbour Watch and was"
            f" authored by HW Staff.\n\nShare\n\nCitations\n\n{_MORE} Retrieved from {TITLE}",
            "Harbour Watch",
            id="appeared elsewhere, above citations",
        ),
    ],
)
def test_who_says_to_make_it(text: str, source: str | None) -> None:
    assert fields(f"{text}\n").get("source") == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            f"{TITLE}\n\nMay 14, 2002|By From Tarn Mirror News Services.\n\n{LEAD}",
            "Tarn Mirror News Services",
        ),
        (f"{TITLE}\n\nMay 14, 2002|By From news services.\n\n{LEAD}", None),
        (
            f"{TITLE}\n\nSource: Harbour Rights Network (HRN)\n\n{LEAD}",
            "Harbour Rights Network (HRN)",
        ),
        (
            f"{TITLE}\n\nBy Mira Holt\nTarn Sentinel Foreign Service\n\n{LEAD}\n\n{_MORE}\n\n"
            "© 2008 The Tarn Sentinel Company",
            "Tarn Sentinel",
        ),
        (f"{TITLE}\n\nBy Mira Holt\nHarbour Foreign Service\n\n{LEAD}\n\n{_MORE}", None),
        (
            f'{ARABIC_TITLE}\n\nتحديث 21 يونيو 2019: {ARABIC_LEAD}\n\n(تلين) - قالت "شبكة رصد الميناء" اليوم إن'
            f" المصابيح لم تضأ. {ARABIC_LEAD}",
            "شبكة رصد الميناء",
        ),
        (f"{ARABIC_TITLE}\n\nتلين – قنديل الإخبارية\n\n{ARABIC_LEAD}", "قنديل الإخبارية"),
        (f"{ARABIC_TITLE}\n\nتلين – الصفحة الإخبارية\n\n{ARABIC_LEAD}", None),
    ],
)
def test_credits(text: str, source: str | None) -> None:
    assert fields(f"{text}\n").get("source") == source
