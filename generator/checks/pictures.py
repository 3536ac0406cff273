"""Pictures: each is there, is what it was, tells nothing of people, and is recorded if the text shows it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from generator.checks import Facts, problem
from generator.errors import StoreError, UnusablePicture
from generator.model import Article, Problem
from generator.pictures import cleaned

_SHOWN = re.compile(r"!\[(?:\\.|[^\]\\])*\]\(\s*<?(?P<file>(?![a-z][a-z0-9+.-]*:|/)[^)\s>]+)")


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """The pictures that the front matter names, and those that the text shows."""
    records = article.fields.get("pictures")
    named: set[str] = set()
    for record in records if isinstance(records, list) else []:
        if isinstance(record, Mapping) and isinstance(record.get("file"), str):
            named.add(record["file"])
            yield from _recorded(article, record["file"], record.get("sha256"), facts)
    for match in _SHOWN.finditer(article.body):
        file = unquote(match["file"])
        if file not in named:
            line = article.body_line + article.body.count("\n", 0, match.start())
            message = f"the picture '{file}' is not named under 'pictures:', so it is not shown"
            yield Problem(article.file, line, "pictures", file, message, _remedy(article))


def _recorded(article: Article, file: str, recorded: object, facts: Facts) -> Iterator[Problem]:
    try:
        content = facts.original_of(article.path, file)
    except StoreError as error:
        yield problem(article, "pictures", file, str(error), "restore the file from git")
        return
    actual = hashlib.sha256(content).hexdigest()
    if isinstance(recorded, str) and actual != recorded:
        yield problem(
            article,
            "pictures",
            actual,
            f"'{file}' is another picture than the one recorded: its SHA-256 was {recorded}",
            f"restore the file from git, or write 'sha256: {actual}' there if it was meant",
        )
    try:
        is_clean = cleaned(content).content == content
    except UnusablePicture as error:
        yield problem(article, "pictures", file, f"'{file}' {error}", "take the picture out")
        return
    if not is_clean:
        yield problem(
            article,
            "pictures",
            file,
            f"'{file}' carries more than the picture, such as where and by whom it was taken",
            f"run `archive picture {article.path} FILE` with that file, and take the old one out",
        )


def _remedy(article: Article) -> str:
    return f"add it with `archive picture {article.path} FILE`, or take it out of the text"
