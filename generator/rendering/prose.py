"""Bodies without any Markdown in them, as most reports are: paragraphs, and nothing to look for.

Python-Markdown takes milliseconds to find out that a text is only paragraphs. A text in which no
character could mean anything to it is recognised here by a pattern, and written as Python-Markdown
would have: ``tests/rendering/test_prose.py`` proves the bytes equal wherever this applies.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

KNOWN_EXTENSIONS = frozenset(
    (
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "sane_lists",
        "tables",
        "toc",
    )
)
"""Extensions of Python-Markdown that change nothing in a text without the characters below."""

_MEANS_SOMETHING = re.compile(
    r"[\\`*_\[\]{}<>|\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]"  # anywhere
    r"|&[#\w]+;"  # an entity
    r"|^(?:\s*[^\S\n]|[#=+:!~?-]|\d+\.)"  # at the beginning of a line: space, or a mark
    r"|[^\S\n]$",  # at its end: a line break
    re.MULTILINE,
)
_BLANK_LINES = re.compile(r"\n{2,}")


def as_paragraphs(body: str, runs_other_way: Callable[[str], bool]) -> str | None:
    """The HTML of a body that is plain prose; None where Markdown has to be asked.

    Args:
        body: Markdown.
        runs_other_way: whether a paragraph is written in the other direction than its page.
    """
    if _MEANS_SOMETHING.search(body):
        return None
    paragraphs = (text for text in _BLANK_LINES.split(body.strip("\n")) if text)
    return "\n".join(
        f'<p dir="auto">{_escaped(text)}</p>'
        if runs_other_way(text)
        else f"<p>{_escaped(text)}</p>"
        for text in paragraphs
    )


def _escaped(text: str) -> str:
    return html.escape(text, quote=False) if "&" in text else text
