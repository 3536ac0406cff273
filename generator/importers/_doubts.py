"""What an editor should look at in a text that was decoded: its charset, and characters that are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Problem, RawReport

_MOJIBAKE = re.compile("\ufffd")


def doubts(raw: RawReport, text: str, charset: str) -> Iterator[Problem]:
    """Where the charset is not UTF-8 and only guessed, and where a character could not be read."""
    if not charset.startswith("utf"):
        yield Problem(
            raw.name, 0, "", charset, f"not UTF-8, read as {charset}", "look whether it reads well"
        )
    if (broken := _MOJIBAKE.search(text)) is not None:
        line = text.count("\n", 0, broken.start()) + 1
        yield Problem(
            raw.name, line, "", "\ufffd", "has characters that are lost", "compare with the source"
        )
