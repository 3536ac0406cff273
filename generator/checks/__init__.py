"""Checks: one module per concern, found by name; each looks at one article in its archive.

A module of this package defines

    def check(article: Article, facts: Facts) -> Iterator[Problem]

It sees front matter as written, valid or not, so that every problem of a file is told at once.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.model import Article, Problem
from generator.settings import Settings
from generator.vocabulary import Vocabulary


@dataclass(frozen=True)
class Facts:
    """What a check may know besides the article; each question and its answer may be written down.

    Attributes:
        paths: the path of every article.
        hidden: those of articles that are drafts or embargoed.
        addresses: every address that articles claim, folded, with the articles that claim it.
        original_of: bytes of an original beside an article, by path and file name; raises
            StoreError.
    """

    settings: Settings
    vocabulary: Vocabulary
    paths: Collection[str]
    hidden: Collection[str]
    addresses: Mapping[str, tuple[str, ...]]
    original_of: Callable[[str, str], bytes]


Check = Callable[[Article, Facts], Iterator[Problem]]


@cache
def checks() -> tuple[Check, ...]:
    """Every check, by module name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").check for name in names)


def problem(article: Article, field: str, found: object, message: str, remedy: str) -> Problem:
    """A problem in a field of an article, with the field's line."""
    line = article.lines.get(field.partition(".")[0], 1)
    return Problem(article.file, line, field, str(found), message, remedy)


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list field; nothing where the field is no list."""
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
