"""Build: the public archive as pages and files, in a staging folder until all is well."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.drawing import Outline, looks_swapped
from generator.errors import OutlineError, StoreError
from generator.model import FrontMatter, OutputFile, Problem, Report, sift
from generator.outputs import all_files, security
from generator.pages import all_pages
from generator.publication import PublicArchive, publish
from generator.rendering import BodyRenderer, Renderer, Theme
from generator.settings import Settings
from generator.store import ArticleStore, Unreadable, read_outline
from generator.vocabulary import Vocabulary

_INDEX = "index.html"


@dataclass(frozen=True)
class LoadedArchive:
    """The public archive, and what kept articles out of it."""

    archive: PublicArchive
    problems: tuple[Problem, ...]


def load_archive(folder: Path, settings: Settings, vocabulary: Vocabulary) -> LoadedArchive:
    """Read every article and let through the gate what is public.

    An article that cannot be read or is not valid is left out, with a problem that says why; so is
    an outline for the map that cannot be used.
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
    outline, unusable = load_outline(folder, settings, vocabulary)
    problems += unusable
    archive = publish(reports, settings, vocabulary, store.original_beside, outline)
    return LoadedArchive(archive, tuple(problems))


def load_outline(
    folder: Path, settings: Settings, vocabulary: Vocabulary
) -> tuple[Outline | None, Sequence[Problem]]:
    """The organisation's own outline for the map, or None for the world; and what is wrong with it.

    Where it lies is compared with the places: an outline with latitude and longitude exchanged may
    well be in range.
    """
    name = settings.map.outline
    if not name:
        return None, ()
    try:
        outline = read_outline(folder, name)
    except OutlineError as error:
        remedy = "the map shows the bundled outline of the world until this is corrected"
        return None, (Problem(name, 0, "", "", str(error), remedy),)
    places = [term.coordinates for term in vocabulary.terms.values() if term.coordinates]
    if looks_swapped(outline, [(longitude, latitude) for latitude, longitude in places]):
        message = "no place lies in it, but places would if latitude and longitude were exchanged"
        remedy = "write the longitude first in GeoJSON, the latitude first in vocabulary.yml"
        return outline, (Problem(name, 0, "", "", message, remedy),)
    return outline, ()


def build_site(
    archive: PublicArchive, theme: Theme, bodies: BodyRenderer, folder: Path
) -> Iterator[Problem]:
    """Write every page and file of the archive into ``folder``, on top of what MkDocs put there.

    Yields:
        A problem for each original that could not be read; its page is there all the same. And one
        for each redirect in whose place a page of the site stands; the page stays.

    Raises:
        OSError: the folder cannot be written.
        SearchIndexError: the search index could not be made.
    """
    renderer = Renderer(archive, theme, bodies)
    for page in all_pages(archive):
        write_output(folder, OutputFile(f"{page.address}{_INDEX}", renderer.render(page)))
    try:
        for file in all_files(archive):
            if file.path.endswith(".html") and (folder / file.path).exists():
                yield _in_the_way(file.path.removesuffix(_INDEX))
            else:
                write_output(folder, file)
    except StoreError as error:
        yield Problem(
            "articles", 0, "original", "", str(error), "run `archive check` for the place"
        )


def _in_the_way(address: str) -> Problem:
    message = f"/{address} is a page of the site, and nothing leads on from there"
    remedy = "remove the address from the redirect_from that has it"
    return Problem("articles", 0, "redirect_from", address, message, remedy)


def write_output(folder: Path, file: OutputFile) -> None:
    """Write one file below ``folder``."""
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)


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
        _take_away_own_security_file(site)
        for entry in sorted(site.glob(".*")):
            _carry_over(entry, staging / entry.name)
        site.rename(previous)
    staging.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


def _carry_over(entry: Path, place: Path) -> None:
    """Move an entry of the site before to its place; what the build made itself stands."""
    if entry.is_dir() and place.is_dir() and not entry.is_symlink():
        for child in sorted(entry.iterdir()):
            _carry_over(child, place / child.name)
    elif not place.exists():
        shutil.move(entry, place)


def _take_away_own_security_file(site: Path) -> None:
    """It is no entry to keep: without its setting there is to be none."""
    file = site / security.PATH
    if file.is_file() and file.read_bytes().startswith(security.MARK):
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()
