"""What a set of articles answers to: all that the gate lets through of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator import frontmatter
from generator.errors import FrontMatterError, StoreError
from generator.model import FrontMatter, Report, sift
from generator.publication import publish
from generator.redirection import earlier_files
from generator.settings import Settings
from generator.store import ARTICLES
from generator.vocabulary import Vocabulary

PAGE = "page"
REDIRECT = "redirect"
ORIGINAL = "original"


@dataclass(frozen=True)
class Answer:
    """What answers at an address: its kind, and the path of the report whose it is."""

    kind: str
    path: str


@dataclass(frozen=True)
class Standing:
    """What a set of articles answers to.

    Attributes:
        answers: by address.
        reports: the valid articles, by path.
        contents: of all of them, by path.
    """

    answers: Mapping[str, Answer]
    reports: Mapping[str, Report]
    contents: Mapping[str, bytes]


def standing_of(
    articles: Iterable[tuple[str, bytes]], settings: Settings, is_there: Callable[[str], bool]
) -> Standing:
    """What articles answer to.

    Args:
        articles: files below the archive's folder with their bytes.
        settings: the languages that the site has.
        is_there: whether a file of that name stands in the archive's folder.
    """
    contents = {_path(name): content for name, content in articles}
    reports = {path: r for path, c in contents.items() if (r := _report(path, c)) is not None}
    archive = publish(reports.values(), settings, Vocabulary({}), _no_original)
    answers: dict[str, Answer] = {}
    for redirect in archive.redirects:
        answers[redirect.earlier] = Answer(REDIRECT, redirect.path)
    for report in archive.reports:
        answers[report.address] = Answer(PAGE, report.path)
    for stone in archive.tombstones:
        answers[stone.address] = Answer(PAGE, stone.path)
    for report in archive.reports:
        file = report.original.file if report.original else ""
        if file and is_there(f"{ARTICLES}/{posixpath.join(posixpath.dirname(report.path), file)}"):
            for address in (f"{report.address}{file}", *earlier_files(report)):
                answers[address] = Answer(ORIGINAL, report.path)
    return Standing(answers, reports, contents)


def _report(path: str, content: bytes) -> Report | None:
    """The article, if it is valid: what is not, stands on no site."""
    try:
        read = frontmatter.parse(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except (FrontMatterError, UnicodeDecodeError):
        return None
    fields = {name: value for name, value in read.fields.items() if value != ""}
    _, mistakes = sift(fields)
    return None if mistakes else Report(path, FrontMatter.model_validate(fields), read.body)


def _path(name: str) -> str:
    return name.removeprefix(f"{ARTICLES}/").removesuffix(".md")


def _no_original(path: str, file: str) -> bytes:
    raise StoreError(f"{path}: {file} is not read to compare addresses")
