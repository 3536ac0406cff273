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

_MARK = re.compile(r"[\\`*_\[\]{}<>|\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_ENTITY = re.compile(r"&[#\w]+;")
_LINE_BEGINS = re.compile(r"\s|[#=+:!~?-]|\d+\.")
_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""What parts words, and is no mark, nor a line's end, nor a plain space."""


def as_paragraphs(body: str, runs_other_way: Callable[[str], bool]) -> str | None:
    """The HTML of a body that is plain prose; None where Markdown has to be asked.

    Args:
        body: Markdown.
        runs_other_way: whether a paragraph is written in the other direction than its page.
    """
    if _may_be_markdown(body):
        return None
    return "\n".join(
        [
            f'<p dir="auto">{_escaped(text)}</p>'
            if runs_other_way(text)
            else f"<p>{_escaped(text)}</p>"
            for text in _paragraphs(body)
        ]
    )


def prose_text(body: str) -> str | None:
    """The words of such a body as ``markup.paragraphs_of`` its HTML has them; None as above."""
    if _may_be_markdown(body):
        return None
    if "  " not in body and (body.isascii() or _SPACE.search(body) is None):
        return "\n\n".join([text.replace("\n", " ") for text in _paragraphs(body)])
    texts = (" ".join(text.split()) for text in _paragraphs(body))
    return "\n\n".join(text for text in texts if text)


def _paragraphs(body: str) -> list[str]:
    """What stands between empty lines."""
    return [text for part in body.split("\n\n") if (text := part.strip("\n"))]


def has_marks(text: str) -> bool:
    """Whether a character stands in the text that may mean something wherever it stands."""
    return _MARK.search(text) is not None


def _may_be_markdown(body: str) -> bool:
    """Whether anything in the text could mean something: a character, or how a line begins or ends.

    One pattern for all of it would be tried at every character, and takes six times as long.
    """
    if has_marks(body) or ("&" in body and _ENTITY.search(body)):
        return True
    lines = filter(None, body.split("\n"))
    return any(_LINE_BEGINS.match(line) or line[-1].isspace() for line in lines)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False) if "&" in text else text
