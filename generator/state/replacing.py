"""Putting a new site in the place of the one before, so that being killed in between harms nothing.

A few changed files are moved into the site one by one, those that vanish go last; what was written
down before says how to end that, and the next build begins with it. Where much changed, or nothing
is known of the site, the new one is completed beside it with links to the files that stay, and the
two change places.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.state.keeping import load, save

MOST_IN_PLACE = 5000
"""Files that are moved one by one; they take some tenths of a second, in which readers see a mix."""


@dataclass(frozen=True)
class Replacement:
    """What is to happen to a site.

    Attributes:
        site, staging: the two folders.
        put: files that go from staging into the site, as paths below both.
        gone: files that the site has no longer.
        whole: whether staging is the whole new site.
        state: file that becomes the state of the next build, and its place.
    """

    site: str
    staging: str
    put: Sequence[str]
    gone: Sequence[str]
    whole: bool
    state: tuple[str, str] = ("", "")


def can_be_in_place(put: Sequence[str], gone: Sequence[str]) -> bool:
    """Whether files can be moved one by one: few, and none where a folder of before stands."""
    if len(put) + len(gone) > MOST_IN_PLACE:
        return False
    return not (_folders(put) & set(gone)) and not (_folders(gone) & set(put))


def replace_site(replacement: Replacement, journal: Path) -> None:
    """Do what was decided; from the moment in which it is written down it will be done.

    Raises:
        OSError: the disk is full, or a folder may not be written.
    """
    save(journal, replacement)
    _sync(journal)
    _carry_out(replacement)
    journal.unlink()


def finish_replacement(journal: Path) -> bool:
    """End what a build that was killed had begun; whether there was anything."""
    replacement = load(journal, {Replacement})
    if isinstance(replacement, Replacement):
        _carry_out(replacement)
    journal.unlink(missing_ok=True)
    return isinstance(replacement, Replacement)


def complete(staging: Path, site: Path, names: Iterable[str]) -> None:
    """Give the new site the files that stay, as links where the file system has them.

    Raises:
        OSError: one of them is not there, or the disk is full.
    """
    made: set[Path] = set()
    for name in names:
        place = staging / name
        if place.parent not in made:
            place.parent.mkdir(parents=True, exist_ok=True)
            made.add(place.parent)
        place.unlink(missing_ok=True)  # made anew with the same bytes: the file of before stays
        try:
            os.link(site / name, place)
        except FileNotFoundError:
            raise
        except OSError:  # a file system without links, or with too many to one file
            shutil.copy2(site / name, place)


def _carry_out(replacement: Replacement) -> None:
    site, staging = Path(replacement.site), Path(replacement.staging)
    if replacement.whole:
        _change_places(site, staging)
    else:
        _move_in(site, staging, replacement)
    state, place = replacement.state
    if state and Path(state).exists():
        Path(state).replace(place)
    shutil.rmtree(staging, ignore_errors=True)


def _move_in(site: Path, staging: Path, replacement: Replacement) -> None:
    for name in replacement.put:
        if (staging / name).exists():  # otherwise it was moved before the build was killed
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).replace(site / name)
    for name in replacement.gone:
        (site / name).unlink(missing_ok=True)
        remove_empty(site, (site / name).parent)


def remove_empty(site: Path, folder: Path) -> None:
    """Take away a folder of a site, and those above it, if nothing is in it."""
    while folder != site:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _change_places(site: Path, staging: Path) -> None:
    """Entries of the site before that begin with a dot stay."""
    previous = site.with_name(f".{site.name}.previous")
    if staging.exists():
        shutil.rmtree(previous, ignore_errors=True)
        if site.exists():
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


def _folders(names: Iterable[str]) -> set[str]:
    """Every folder that these files stand in."""
    found: set[str] = set()
    for name in names:
        while (name := name.rpartition("/")[0]) and name not in found:
            found.add(name)
    return found


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
