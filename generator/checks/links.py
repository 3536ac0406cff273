"""Links in the body to other articles: each leads to one that is there."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.checks import Facts
from generator.model import Article, Problem

_LINK = re.compile(r"\]\(\s*<?(?![a-z][a-z0-9+.-]*:|/)(?P<file>[^)\s>#]+\.md)(?:#[^)\s>]*)?[\s>)]")


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """Links such as ``[…](../2016/the-slug.md)`` that lead to no article."""
    folder = posixpath.dirname(article.path)
    for match in _LINK.finditer(article.body):
        file = unquote(match["file"])
        path = posixpath.normpath(posixpath.join(folder, file)).removesuffix(".md")
        if path in facts.paths:
            continue
        near = difflib.get_close_matches(path, facts.paths, 1)
        target = posixpath.relpath(near[0], folder or ".") if near else ""
        yield Problem(
            article.file,
            article.body_line + article.body.count("\n", 0, match.start()),
            "",
            file,
            f"the link to '{file}' leads to no article",
            f"did you mean '{target}.md'?" if near else "correct it, or remove the link",
        )
