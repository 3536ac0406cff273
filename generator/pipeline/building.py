"""Build: the public archive as pages and files, in a staging folder until all is well."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import StoreError
from generator.model import FrontMatter, OutputFile, Page, Problem, Report, sift
from generator.outputs import all_files
from generator.pages import all_pages
from generator.publication import PublicArchive, publish
from generator.rendering import BodyRenderer, Renderer, Theme
from generator.settings import Settings
from generator.store import ArticleStore, Unreadable
from generator.vocabulary import Vocabulary

_INDEX = "index.html"


@dataclass(frozen=True)
class LoadedArchive:
    """The public archive, and what kept articles out of it."""

    archive: PublicArchive
    problems: tuple[Problem, ...]


def load_archive(folder: Path, settings: Settings, vocabulary: Vocabulary) -> LoadedArchive:
    """Read every article and let through the gate what is public.

    An article that cannot be read or is not valid is left out, with a problem that says why.
    """
    store = ArticleStore(folder)
    reports: list[Report] = []
    problems: list[Problem] = []
    for article in store.read_all():
        if isinstance(article, Unreadable):
            problems += article.problems
            continue
        fields = {name: value for name, value in article.fields.items() if value != ""}
        _, mistakes = sift(fields)
        if mistakes:
            problems += [
                Problem(
                    article.file,
                    article.lines.get(mistake.field, 1),
                    mistake.place,
                    mistake.found,
                    mistake.message,
                    "the report is left out until this is corrected",
                )
                for mistake in mistakes
            ]
        else:
            reports.append(Report(article.path, FrontMatter.model_validate(fields), article.body))
    archive = publish(reports, settings, vocabulary, store.original_beside)
    return LoadedArchive(archive, tuple(problems))


def build_site(
    archive: PublicArchive, theme: Theme, bodies: BodyRenderer, folder: Path
) -> Iterator[Problem]:
    """Write every page and file of the archive into ``folder``, on top of what MkDocs put there.

    Yields:
        A problem for each original that could not be read; its page is there all the same.

    Raises:
        OSError: the folder cannot be written.
        SearchIndexError: the search index could not be made.
    """
    renderer = Renderer(archive, theme, bodies)
    for page in all_pages(archive):
        write_output(folder, OutputFile(f"{page.address}{_INDEX}", renderer.render(page)))
    try:
        for file in all_files(archive):
            write_output(folder, file)
    except StoreError as error:
        yield Problem(
            "articles", 0, "original", "", str(error), "run `archive check` for the place"
        )


def write_output(folder: Path, file: OutputFile) -> None:
    """Write one file below ``folder``."""
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)


def home_page(archive: PublicArchive, language: str) -> Page:
    """What the archive adds to the home page of a language: its size, ways in, newest reports."""
    dated = [report for report in archive.reports if report.date.is_known]
    years = [report.date.earliest.year for report in dated if report.date.earliest]
    return Page(
        address=archive.settings.prefix(language),
        language=language,
        title="",
        template="home.html",
        context={
            "count": len(archive.reports),
            "first": min(years, default=0),
            "last": max(years, default=0),
            "newest": dated[: -archive.settings.newest - 1 : -1],
        },
        depends_on=tuple(report.path for report in archive.reports),
    )


def addresses_of(archive: PublicArchive) -> frozenset[str]:
    """The address of every page that the archive makes."""
    return frozenset(page.address for page in all_pages(archive))


def swap(staging: Path, site: Path) -> None:
    """Put a finished site in the place of the one before; entries that start with a dot stay.

    Between the two renames there is a moment without a site; a build that is killed in it leaves
    the one before beside its place, and the next build puts the new one there.

    Raises:
        OSError: the folder cannot be renamed.
    """
    previous = site.with_name(f".{site.name}.previous")
    shutil.rmtree(previous, ignore_errors=True)
    if site.exists():
        for entry in site.glob(".*"):
            shutil.move(entry, staging / entry.name)
        site.rename(previous)
    staging.rename(site)
    shutil.rmtree(previous, ignore_errors=True)
