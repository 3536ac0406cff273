"""Mails and mailboxes: any bytes, hostile ones, and nobody's address."""

from __future__ import annotations

import time
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import ArchiveError, UnreadableReport
from generator.importers import Claim, importer_for, mail, mbox, plain_text
from generator.model import BrokenPart, Draft, RawReport
from tests.inference.labelled import inferred_from

TODAY = date(2025, 3, 1)
_STORY = "A convoy of eleven lorries reached Tel Sarwan on Friday morning, after four days at the checkpoint. "
_HEAD = (
    b"From: Ana <ana@else.example>\nTo: desk@x.example\nSubject: Convoy\n"
    b"Date: Fri, 28 Oct 2016 10:00:00 +0200\n"
)


def _raw(content: bytes) -> RawReport:
    return RawReport.of("a.eml", content, TODAY)


def _read(content: bytes) -> Draft:
    (draft,) = importer_for(_raw(content)).read(_raw(content))
    return draft


def _all_of(draft: Draft) -> str:
    blocks = "".join(block.markdown + block.text for block in draft.blocks)
    return draft.text + blocks + "".join(c.value + c.place for c in draft.candidates)


_LINES = st.sampled_from(
    [
        *(
            b"MIME-Version: 1.0",
            b"Content-Type: multipart/mixed; boundary=x",
            b"--x",
            b"--x--",
            b"",
        ),
        *(
            b"Content-Type: text/html; charset=windows-1256",
            b"Content-Transfer-Encoding: base64",
            b"> quoted",
        ),
        *(
            b"Content-Type: message/rfc822",
            b"Subject: =?utf-8?b?@@?=",
            b"From: a@b.example",
            b"<p>words</p>",
        ),
        *(
            b"Content-Type: text/plain; format=flowed",
            b"---------- Forwarded message ---------",
            b"Sent: Monday",
        ),
        *(
            b"-- ",
            b"From x 2016",
            b"\xd3\xc7\xe3",
            _STORY.encode(),
            b"Content-Disposition: attachment; filename*=x''y",
        ),
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.binary(max_size=400), st.lists(_LINES, max_size=25).map(b"\n".join)))
def test_any_bytes_that_begin_as_a_mail_give_a_draft_or_a_named_error(rest: bytes) -> None:
    for content in (_HEAD + rest, b"From x@y.example Fri Oct 28 10:00:00 2016\n" + _HEAD + rest):
        try:
            drafts = [d for part in _parts(content) for d in importer_for(part).read(part)]
        except ArchiveError as error:
            assert str(error)
            continue
        assert all("ana@else.example" not in _all_of(draft) for draft in drafts)
        assert all(draft.withheld for draft in drafts)


def _parts(content: bytes) -> list[RawReport]:
    raw = _raw(content)
    if not content.startswith(b"From "):
        return [raw]
    return [part for part in mbox.parts(raw) if isinstance(part, RawReport)]


@pytest.mark.parametrize(
    "content",
    [
        _HEAD + b"\n" + b"a" * 7_000_000,
        _HEAD + b"\n" + b"> " * 3_000_000,
        _HEAD + b"\n" + b"From: a@b.example\n" * 100_000,
        _HEAD + b"\n" + b"On Mon, 1 Jan 2016 x wrote\n" * 100_000,
        _HEAD + b"To: " + b"a@b.example, " * 400_000 + b"\n\nwords",
        _HEAD + b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + b"<blockquote>" * 100_000,
        _HEAD
        + b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: message/rfc822\n\n" * 5_000,
        _HEAD + b"\nwords \x00 and NUL bytes",
        _HEAD + b"Content-Type: text/plain; charset=utf-16\n\nwords that are not in it",
        b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3000)
        )
        .replace(b"", b"", 1)
        .join([_HEAD, b"words"]),
    ],
    ids=[
        "line",
        "quotes",
        "heads",
        "wrote",
        "to",
        "nested-html",
        "nested-mail",
        "nul",
        "charset",
        "nested-parts",
    ],
)
def test_hostile_mails_end_in_bounded_time(content: bytes) -> None:
    start = time.perf_counter()
    try:
        draft = _read(content)
    except ArchiveError as error:
        assert str(error)
    else:
        assert "ana@" not in _all_of(draft)
    assert time.perf_counter() - start < 30


def test_too_much_text_is_a_named_error() -> None:
    with pytest.raises(UnreadableReport, match="8 MB of text"):
        _read(_HEAD + b"\n" + b"word " * 2_000_000)


def test_attachments_without_text_are_named() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "x"
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="بيان.pdf")
    with pytest.raises(UnreadableReport, match=r"بيان\.pdf"):
        _read(message.as_bytes())


def test_a_report_is_not_younger_than_its_mail() -> None:
    assert _read(_HEAD + b"\n" + _STORY.encode()).raw.retrieved == date(2016, 10, 28)
    late = _HEAD.replace(b"2016", b"2036")
    assert _read(late + b"\n" + _STORY.encode()).raw.retrieved == TODAY


def test_a_sender_is_no_author() -> None:
    draft = _read(_HEAD + b"\n" + _STORY.encode())
    assert not draft.values("authors")


@pytest.mark.parametrize("name", ["a.txt", "a.eml", "a"])
def test_mails_are_claimed_by_content(name: str) -> None:
    raw = RawReport.of(name, _HEAD + b"\n" + _STORY.encode(), TODAY)
    assert mail.claims(raw) is Claim.STRONG
    assert plain_text.claims(raw) is Claim.NONE


def test_a_mail_pasted_in_french_gives_nobodys_address() -> None:
    pasted = (
        "-----Message d'origine-----\nDe : liste@rim.example\n[mailto:liste@rim.example] De la part de M. H.\n"
        f"Envoyé : lundi 31 août 2009 10:47\nÀ : liste@rim.example\nObjet : communiqué\n\n{_STORY}{_STORY}\n"
    )
    raw = RawReport.of("a.txt", pasted.encode(), TODAY)
    assert mail.claims(raw) is Claim.STRONG
    assert "@" not in _all_of(_read(pasted.encode()))
    prose = f"De : ce que l'on sait\nÀ : la suite\nObjet : rien\n\n{_STORY}"
    assert mail.claims(RawReport.of("a.txt", prose.encode(), TODAY)) is Claim.NONE


def test_a_mail_pasted_in_german_gives_nobodys_address() -> None:
    head = (
        "Von: liste@rim.example\nGesendet: Montag, 31. August 2009 10:47\nAn: liste@rim.example\n"
    )
    pasted = f"{head}Betreff: Mitteilung\n\n{_STORY}{_STORY}\n"
    assert mail.claims(RawReport.of("a.txt", pasted.encode(), TODAY)) is Claim.STRONG
    assert "@" not in _all_of(_read(pasted.encode()))


def test_a_subject_that_the_story_hardly_knows_is_no_title() -> None:
    lead = (
        "Eleven lorries of the food convoy were stopped at the bridge of Arlent for a third week. "
    )
    body = f"Food convoy stopped at the Arlent bridge for a third week\n\n{lead}{_STORY}\n\n{_STORY}{_STORY}\n"
    head = _HEAD.replace(b"Subject: Convoy", b"Subject: Fwd: have you seen this?")
    findings = inferred_from(head + b"\n" + body.encode(), "a.eml").findings
    assert findings["title"].value == "Food convoy stopped at the Arlent bridge for a third week"
    own = _HEAD.replace(b"Subject: Convoy", b"Subject: Lorries of food stopped at bridge")
    findings = inferred_from(own + b"\n" + body.encode(), "a.eml").findings
    assert findings["title"].value == "Lorries of food stopped at bridge"


def test_mails_of_a_box_are_known_by_their_id_and_not_by_their_lines() -> None:
    one = (
        b"From x Fri Oct 28 10:00:00 2016\nMessage-ID: <ana@else.example>\nX-Status: %s\n"
        + _HEAD
        + b"\n%s\n\n"
    )
    first, second, third = (
        next(part for part in mbox.parts(_raw(one % words)) if isinstance(part, RawReport))
        for words in ((b"R", b"Words."), (b"RO", b"Words."), (b"R", b"Others."))
    )
    assert first.inside and second.inside and third.inside
    assert first.inside.part == third.inside.part
    assert "@" not in first.inside.part
    assert first.sha256 == second.sha256 != third.sha256


def test_a_box_is_read_in_a_stream() -> None:
    line = b"From x Fri Oct 28 10:00:00 2016\n" + _HEAD + b"\n>From the harbour.\n\n"
    parts = list(mbox.parts(_raw(line * 500)))
    assert len(parts) == 500
    assert b"\nFrom the harbour." in parts[0].content if isinstance(parts[0], RawReport) else False
    huge = _raw(
        line
        + b"From x Fri Oct 28 10:00:00 2016\n"
        + _HEAD
        + b"\n"
        + b"a" * 34_000_000
        + b"\n\n"
        + line
    )
    kinds = [isinstance(part, BrokenPart) for part in mbox.parts(huge)]
    assert kinds == [False, True, False]
