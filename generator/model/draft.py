"""A raw report on its way to an article."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.model.page import Problem


@dataclass(frozen=True)
class RawReport:
    """A file as it arrived.

    Attributes:
        name: the path that the editor gave, for messages; nothing is derived from it.
        content: its bytes.
        retrieved: the day of the import, an upper bound for every date in it.
    """

    name: str
    content: bytes
    retrieved: date

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the bytes, as 64 lower-case hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Draft:
    """What an importer read from a raw report, before anything is inferred.

    Attributes:
        raw: where it came from.
        media_type: IANA media type of the original, such as ``text/plain``.
        text: the readable text; lines end with ``\\n``.
        is_markdown: whether ``text`` is Markdown already; plain text is escaped later.
        stated: fields that the format itself states, as in front matter; nothing overrules them
            but the editor.
        problems: what could not be read, and what an editor should look at.
    """

    raw: RawReport
    media_type: str
    text: str
    is_markdown: bool = False
    stated: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What a rule inferred for one field.

    Attributes:
        value: the value, as front matter has it; None where the rule found that nothing can be
            said, and says why in ``note``.
        evidence: the words it rests on, for a person to check.
        consumed: indices of lines that are this field and not the body.
        note: what a person should look at.
    """

    value: object
    evidence: str
    consumed: frozenset[int] = frozenset()
    note: str = ""
