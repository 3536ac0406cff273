"""Originals: the file beside the article is there and has the SHA-256 of its record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from generator.checks import Facts, problem
from generator.errors import StoreError
from generator.model import Article, Problem


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """A public original that is missing or changed, and a record that names none."""
    record = article.fields.get("original")
    if not isinstance(record, Mapping):
        return
    file, recorded = record.get("file"), record.get("sha256")
    if not file and not record.get("withheld"):
        yield problem(
            article,
            "original",
            recorded,
            "says neither where the original is nor why it is withheld",
            "add 'file: …' or 'withheld: …' below it",
        )
    if not isinstance(file, str) or not file:
        return
    try:
        content = facts.original_of(article.path, file)
    except StoreError as error:
        yield problem(article, "original.file", file, str(error), "restore the file from git")
        return
    actual = hashlib.sha256(content).hexdigest()
    if isinstance(recorded, str) and actual != recorded:
        yield problem(
            article,
            "original.sha256",
            actual,
            f"'{file}' has changed since it was imported: its SHA-256 was {recorded}",
            "restore the file from git; an original is never edited",
        )
