"""Names that stand where a byline does and are of those who speak, write in, died or wrote a book."""

from __future__ import annotations

import pytest

from .harbour import ARABIC_LEAD, ARABIC_TITLE, LEAD, TITLE
from .labelled import fields, inferred_from

_MORE = (
    "The port authority promised new lamps before the winter, but captains say that they have heard such"
    " promises after every storm of the past ten years, and that two boats were lost in the meantime."
)
_ASKED = "When will the lamps on the northern mole burn again, and who pays for the ships that wait at anchor?"
_LOST = "The pilots of the harbour know that the lamps are dark, and that I have lost my son there."
_SAID = "لن نعمل ليلا قبل إصلاح المصابيح على الرصيف الشمالي، ولن نقبل وعودا جديدة بعد كل ما سمعناه من السلطة"
_AR_TOLD = f"{ARABIC_LEAD} ولا تغادر سفينة من ميناء تلين."
_PAGE = "<html lang=en><head><title>{0} | The Tellin Post</title></head><body>{1}</body></html>"
_STORY = f"<main><h1>{TITLE}</h1><p>{LEAD}</p><p>{_MORE}</p>{{0}}</main>{{1}}"
_LINK = "<a rel=author href=/a>Mary Holt</a>"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f"Your questions answered\n\nMary Holt, Tellin – {_ASKED}\n\n{LEAD} No boat leaves Tellin.",
            id="who asks",
        ),
        pytest.param(
            f"{TITLE}\n\nMary Holt, Tellin – {_LOST}\n\n{LEAD} No boat leaves Tellin.",
            id="who tells of a son",
        ),
        pytest.param(
            f"Minutes of the council\n\nMary Holt, Tellin – {_MORE}\n\n{LEAD} No boat leaves Tellin.",
            id="who speaks in a council",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nتلين - سامر مرزوق: {_SAID}.\n\n{_AR_TOLD}", id="who speaks"
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالكتلة - الإصلاح - سامر مرزوق: {ARABIC_LEAD}\n\n{_AR_TOLD}",
            id="a party's speaker",
        ),
        pytest.param(
            f"شهداء الميناء\n\nسامر مرزوق (تلين)\n\nنورا حداد (مرسى)\n\n{_AR_TOLD}", id="the dead"
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالأسير / سامر مرزوق\n\nوكان الأسير مرشدا. {_AR_TOLD}",
            id="a prisoner",
        ),
        pytest.param(
            f"{ARABIC_TITLE}\n\nالنقابة / سامر مرزوق\n\n{ARABIC_LEAD}\n\nوقالت النقابة إنها لن تقبل."
            f" {_AR_TOLD}",
            id="a union's man",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\nQuote of the day: a ship in harbour is safe, but that is not"
            " what ships are built for, as captains of all harbours know. —John Shedden",
            id="a saying",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\nI have lost my son at the harbour, and nobody of the port"
            " authority ever came to say a word about the lamps. —Mary Holt",
            id="a reader behind the last sentence",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\nWho keeps silent has his share in whatever happens, and who"
            " speaks too late has half of it as well. —Daniel Marsk",
            id="who is quoted without marks",
        ),
        pytest.param(
            f"{TITLE}\n\n{LEAD}\n\n{_MORE}\n\nTwo of the lamps of the harbour, dark since the storm in which"
            " two boats were lost. – Mary Holt",
            id="whose picture it is",
        ),
        pytest.param(
            f"{TITLE}\n\nThe lamps are a disgrace to the city, writes Daniel Marsk. But who will pay?\n\n{LEAD}"
            f"\n\n{_MORE}",
            id="whose column is quoted",
        ),
        pytest.param(f"The ten richest\n\n1 | Daniel Marsk\n\n{LEAD}\n\n{_MORE}", id="in a list"),
    ],
)
def test_of_nobody_who_wrote_it(text: str) -> None:
    assert fields(text).get("authors", []) == []


@pytest.mark.parametrize(
    ("inside", "behind"),
    [
        pytest.param(
            "", f"<aside class=related><h3>Wells run dry</h3>{_LINK}</aside>", id="related"
        ),
        pytest.param(
            "", f"<div class='popular-posts'><p>Wells run dry</p>{_LINK}</div>", id="popular"
        ),
        pytest.param(
            "",
            "<div class=comments><a rel='author external nofollow' href=/a>Mary Holt</a> says: yes</div>",
            id="a reader",
        ),
        pytest.param(
            "",
            "<div class=kommentar><span class=autor>Mary Holt</span> schrieb: Gut.</div>",
            id="a reader in German",
        ),
        pytest.param(
            "<dl><dt>Author</dt><dd>Daniel Marsk</dd><dt>Publisher</dt><dd>Coast Books</dd></dl>",
            "",
            id="of a book",
        ),
        pytest.param(
            "<table><tr><th>Bill</th><td>Lamp act</td></tr><tr><th>Author</th><td>Mary Holt</td></tr></table>",
            "",
            id="of a bill",
        ),
        pytest.param("<p><b>Auteur</b> Daniel Marsk, La nuit, 1923</p>", "", id="of a painting"),
        pytest.param(
            "<div itemscope itemtype='https://schema.org/Book'><span itemprop=author itemscope>"
            "<meta itemprop=name content='Daniel Marsk'></span></div>",
            "",
            id="of a book, for programs",
        ),
        pytest.param(
            "<span itemprop=author itemscope itemtype='https://schema.org/Organization'>"
            "<meta itemprop=name content='Harbour Lamp'></span>",
            "",
            id="an organisation, for programs",
        ),
    ],
)
def test_of_nobody_who_wrote_the_page(inside: str, behind: str) -> None:
    page = _PAGE.format(TITLE, _STORY.format(inside, behind)).encode()
    assert "authors" not in inferred_from(page, "page.html").findings


def test_whoever_put_an_agencys_report_there_did_not_write_it() -> None:
    story = f"<main><h1>{TITLE}</h1><p>Tellin (AFP) - {LEAD}</p><p>{_MORE}</p></main>"
    page = _PAGE.format(TITLE, f"{story}<aside class=widget>{_LINK}</aside>").encode()
    assert "authors" not in inferred_from(page, "page.html").findings
