"""Links in the body to other reports: each leads to one that is there, and that readers may see."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.checks import Facts
from generator.checks.addresses import folded
from generator.model import Article, Problem

_LINK = re.compile(
    r"\]\(\s*<?(?P<target>(?![a-z][a-z0-9+.-]*:|//)(?:[^)\s>#]+\.md|/?(?:[a-z]{2,3}/|\.\./)*reports/[^)\s>#]+))"
    r"(?:#[^)\s>]*)?[\s>)]"
)


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """Links such as ``[…](../2016/the-slug.md)`` or ``[…](/reports/2016/the-slug/)``."""
    for match in _LINK.finditer(article.body):
        target = unquote(match["target"])
        path = _path(article, target, facts)
        if path in facts.paths and (path not in facts.hidden or article.path in facts.hidden):
            continue
        message = f"the link to '{target}' leads nowhere"
        if path in facts.paths:
            message = f"the link to '{target}' leads to a report that is not public"
        yield Problem(
            article.file,
            article.body_line + article.body.count("\n", 0, match.start()),
            "",
            target,
            message,
            _remedy(article, path, facts),
        )


def _path(article: Article, target: str, facts: Facts) -> str:
    """The path of the article that a link is meant for."""
    if target.endswith(".md"):
        folder = posixpath.dirname(article.path)
        return posixpath.normpath(posixpath.join(folder, target)).removesuffix(".md")
    if not target.startswith("/"):
        return ""  # relative to the page: breaks as soon as one of the two moves
    claimed = facts.addresses.get(folded(target.strip("/") + "/"), ())
    return claimed[0] if claimed else ""


def _remedy(article: Article, path: str, facts: Facts) -> str:
    if path in facts.paths:
        return "publish that report first, or remove the link"
    near = difflib.get_close_matches(path, facts.paths, 1) if path else []
    if not near:
        return "write the path of its file, such as ../2016/the-slug.md"
    folder = posixpath.dirname(article.path) or "."
    return f"did you mean '{posixpath.relpath(near[0], folder)}.md'?"
