"""Mails: what in one is the report, and what is people's: their addresses, comments, signatures.

recognition    whether a file is a mail, pasted or saved, a mailbox, or a page in a mail's form
message        bytes → headers, body, names of attachments; lenient, since mails are broken
forwarding     where a forwarded report begins, and what its own head says
quoting        replies, signatures, disclaimers, footers of lists
addresses      mail addresses and telephone numbers
pictures       those in the text of a mail, and those that hang on it
reading        all of it: bytes → the parts of a draft
"""

from generator.mail.reading import WITHHELD, MailParts, mail_parts
from generator.mail.recognition import is_mail, is_mailbox, is_snapshot

__all__ = ["WITHHELD", "MailParts", "is_mail", "is_mailbox", "is_snapshot", "mail_parts"]
