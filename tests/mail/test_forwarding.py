"""Where a forwarded report begins, and what of a mail is no report."""

from __future__ import annotations

import pytest

from generator.mail.forwarding import clean_subject, forwarded_in
from generator.mail.quoting import additions

_STORY = (
    "A convoy of eleven lorries reached Tel Sarwan on Friday morning, after it had been held at the "
    + ("southern checkpoint for four days without any reason being given to its drivers.")
)
_HEAD = [
    "From: Wire <w@x.example>",
    "Sent: Friday, 28 October 2016 10:00",
    "To: Desk",
    "Subject: Convoy",
]


@pytest.mark.parametrize(
    ("subject", "clean"),
    [
        ("Fwd: Re: [desk] Convoy", "Convoy"),
        ("إعادة توجيه: رد: إغلاق الجسر", "إغلاق الجسر"),
        ("RE[2]: FW: Convoy", "Convoy"),
        ("Refugees: what is known", "Refugees: what is known"),
        ("[list]", "[list]"),
        ("Fwd:", "Fwd:"),
    ],
)
def test_subjects(subject: str, clean: str) -> None:
    assert clean_subject(subject) == clean


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ----------",
        "Begin forwarded message:",
        "-------- Forwarded Message --------",
        "-----Original Message-----",
        "---------- رسالة معاد توجيهها ----------",
        "________________________________",
    ],
)
def test_a_forwarded_report_and_its_head(mark: str) -> None:
    lines = ["Pls run", "", mark, *_HEAD, "", _STORY]
    found = forwarded_in(lines, "Fwd: Convoy")
    assert found is not None
    assert lines[found.start :] == [_STORY]
    assert found.fields["subject"] == "Convoy"
    assert found.fields["date"].endswith("10:00")


def test_a_head_in_french_over_several_lines() -> None:
    head = [
        "De : liste@rim.example",
        "[mailto:liste@rim.example] De la part de Marc Hennebert",
        "Envoyé : lundi 31 août 2009 10:47",
        "À : liste@rim.example",
        "Objet : TR: communiqué",
    ]
    lines = ["-----Message d'origine-----", *head, "", _STORY]
    found = forwarded_in(lines, "")
    assert found is not None
    assert lines[found.start :] == [_STORY]
    assert found.fields["subject"] == "TR: communiqué"


def test_a_mark_whose_head_was_cut_off() -> None:
    lines = ["Please pass on", "", "----- Forwarded message -----", "", _STORY]
    found = forwarded_in(lines, "Fwd: Convoy")
    assert found is not None
    assert lines[found.start :] == ["", _STORY]
    assert forwarded_in([_STORY, *lines[1:]], "Convoy") is None


def test_an_answer_is_no_forwarded_report() -> None:
    assert (
        forwarded_in([_STORY, "", "-----Original Message-----", *_HEAD, "", "When?"], "Re: x")
        is None
    )


def test_lines_that_look_like_a_head_are_none() -> None:
    assert forwarded_in(["From: the harbour", "", _STORY, "Subject: water"], "Fwd: x") is None


@pytest.mark.parametrize(
    "tail",
    [
        ["-- ", "Ana", "Desk"],
        ["Best regards,", "", "Ana Relleck", "Tel: +999 55 123456"],
        ["مع التحية", "آنا"],
        ["For more information, please contact:", "Ana Relleck, ana@else.example"],
        ["Sent from my iPhone"],
        ["Get Outlook for Android"],
        ["أُرسلت من الـ iPhone"],
        ["____________", "desk mailing list", "desk@list.example"],
        ['You received this message because you are subscribed to the Google Groups "x" group.'],
        ["This e-mail is confidential. If you are not the intended recipient, delete it."],
        ["On Sat, 29 Oct 2016 at 10:11, Desk <d@x.example> wrote:", "> Any news?", "> Desk"],
        ["في الجمعة، 1 شباط 2019، كتب مكتب التحرير:", "> هل من جديد؟"],
        ["Le 3 mai 2016 à 10:11, Ana a écrit :", "> Des nouvelles ?"],
    ],
)
def test_what_people_add_goes(tail: list[str]) -> None:
    lines = [_STORY, "", *tail]
    kept = [line for n, line in enumerate(lines) if n not in additions(lines) and line]
    assert kept == [_STORY]


@pytest.mark.parametrize(
    "line",
    [
        "© 2016 dpa GmbH",
        "Thanks to the truce, the harvest was brought in.",
        "The message was confidential, the minister said.",
        "On Sunday the minister wrote:",
        "Sent from the front, the letter took nine weeks to reach the family in Nuwar, its "
        "neighbours said.",
    ],
)
def test_lines_of_a_report_stay(line: str) -> None:
    lines = [_STORY, "", _STORY, "", line]
    assert len(lines) - 1 not in additions(lines)
