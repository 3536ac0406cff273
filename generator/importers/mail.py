"""A mail, saved (.eml) or pasted: what it tells or forwards, without the people who sent it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.importers import Claim
from generator.mail import WITHHELD, MailParts, is_mail, mail_parts
from generator.model import Draft, Problem, RawReport

NAME = "mail"


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins with the lines of a mail's head."""
    return Claim.STRONG if is_mail(raw.head) else Claim.NONE


def read(raw: RawReport) -> Iterator[Draft]:
    """The one report in the mail; it can't be younger than the mail.

    Raises:
        UnreadableReport: there is no word of a report in it, too much text, or mails in mails.
    """
    parts = mail_parts(raw)
    yield Draft(
        replace(raw, retrieved=parts.arrived),
        "message/rfc822",
        parts.text,
        problems=tuple(_problems(raw, parts)),
        blocks=parts.blocks,
        candidates=parts.candidates,
        withheld=WITHHELD,
        pictures=parts.pictures,
    )


def _problems(raw: RawReport, parts: MailParts) -> Iterator[Problem]:
    if parts.attachments:
        yield Problem(
            raw.name,
            0,
            "",
            ", ".join(parts.attachments),
            f"has {len(parts.attachments)} attachments, which were not read",
            "save them, and import them separately",
        )
    if parts.left_out:
        kind = "of the mail around the forwarded report" if parts.is_forwarded else "of the mail"
        yield Problem(
            raw.name,
            0,
            "",
            "",
            f"{parts.left_out} lines {kind} were left out: comments, answers, signatures, footers",
            "the original keeps them",
        )
