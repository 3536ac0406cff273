"""Plain text: whatever reads as text becomes a draft, all else a named error."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnclaimedReport, UnreadableReport
from generator.importers import Claim, importer_for
from generator.importers.plain_text import claims, read
from generator.model import Draft, RawReport

TODAY = date(2025, 3, 1)


def _read(content: bytes, name: str = "report.txt") -> Draft:
    raw = RawReport.of(name, content, TODAY)
    (draft,) = importer_for(raw).read(raw)
    return draft


@settings(deadline=None)
@given(
    st.one_of(st.text().map(lambda text: text.encode("utf-8", "replace")), st.binary(max_size=300))
)
def test_any_bytes_give_a_draft_or_a_named_error(content: bytes) -> None:
    try:
        draft = _read(content)
    except ArchiveError as error:
        assert str(error)
        return
    assert any(char.isalnum() or char == "_" for char in draft.text)
    assert "\r" not in draft.text
    assert draft.raw.content == content


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "windows-1252"]
)
def test_charsets(charset: str) -> None:
    arabic = "قال شهود إن الطريق الساحلي امتلأ منذ الفجر بالجرارات والعربات المحملة بالفرش والدواجن"
    western = (
        "Les pêcheurs de l’île de Nuwar ont repris la mer jeudi, après trois semaines de grève."
    )
    text = western if charset == "windows-1252" else arabic
    draft = _read(text.encode(charset))
    assert draft.text == text
    assert bool(draft.problems) == charset.startswith("windows")


def test_line_ends_and_controls() -> None:
    assert _read(b"a\r\nb\rc\x0cd\x08e").text == "a\nb\nc\nde"


def test_signs_of_a_pages_code() -> None:
    coded = b"&quot;Lamps&quot; &#8211; Tellin&nbsp;Post &copy; 2019"
    assert _read(coded).text == '"Lamps" – Tellin\xa0Post © 2019'
    assert _read(coded).raw.content == coded
    assert (
        _read(b"Fish &amp; chips &lt; bread; AT&T; R&D").text
        == "Fish &amp; chips &lt; bread; AT&T; R&D"
    )


def test_lost_characters_are_told_with_their_line() -> None:
    (problem,) = _read("one\ntwo \ufffd".encode()).problems
    assert problem.line == 2


@pytest.mark.parametrize("content", [b"", b"  \n", b"...", b"\xef\xbb\xbf"])
def test_without_a_word_nothing_is_read(content: bytes) -> None:
    with pytest.raises(UnreadableReport, match="no word"):
        _read(content)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n", b"a\x00b", b"{\\rtf1"])
def test_other_formats_are_not_claimed(content: bytes) -> None:
    with pytest.raises(UnclaimedReport, match="no importer"):
        _read(content)


@pytest.mark.parametrize(
    "head",
    [
        "From: Ana <ana@else.example>\nTo: desk@else.example\nSubject: Report\nDate: Mon, 2 May 2016\n",
        "> From: ana@else.example\n> Sent: Monday\n> To: desk\n> Subject: Report\n",
        "Subject: Report\nFrom: ana@else.example\nDate: 2 May 2016\n",
        "من: ana@else.example\nإلى: المكتب\nالموضوع: تقرير\n",
    ],
)
def test_a_mail_is_no_plain_text(head: str) -> None:
    raw = RawReport.of("a.txt", f"{head}\nThe text of it.\n".encode(), date(2026, 1, 1))
    assert claims(raw) is Claim.NONE


@pytest.mark.parametrize(
    "text",
    [
        "From the harbour to the bridge\n\nDate: 2 May 2016\n\nText.",
        "From: the Observatory\nTo: the Minister\nSubject: Water\n\nAn open letter.",
    ],
)
def test_what_only_looks_like_a_mail_is_read(text: str) -> None:
    assert claims(RawReport.of("a.txt", text.encode(), date(2026, 1, 1))) is Claim.FALLBACK


def test_a_damaged_utf8_file_stays_utf8() -> None:
    content = ("Le café d’été à Nuwar est fermé. " * 3).encode() + b"\xff\xfe end"
    (draft,) = read(RawReport.of("a.txt", content, date(2026, 1, 1)))
    assert "café d’été" in draft.text
    assert any("lost" in problem.message for problem in draft.problems)
