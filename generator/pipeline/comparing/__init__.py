"""Compare: which addresses answered at a commit and would not any more.

Promised are the pages of reports and tombstones, earlier addresses that lead to them, public
originals, and hand-written pages with their files. Lists, feeds and data come and go with what is in
them. Only what differs from the commit is read closely, so that 100,000 articles take seconds.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.errors import HistoryError
from generator.model import Problem
from generator.pipeline.comparing.handwritten import lost_pages
from generator.pipeline.comparing.standing import ORIGINAL, Answer, Standing, standing_of
from generator.pipeline.comparing.ways import problem_of
from generator.pipeline.mentions import DOCS
from generator.settings import CONFIG_FILE, Settings, languages_in
from generator.store import ARTICLES, Commit, object_id_of


def lost_addresses(folder: Path, settings: Settings, revision: str) -> Iterator[Problem]:
    """A problem for each address that answered at the commit and would lead nowhere.

    Raises:
        HistoryError: git cannot say what was published at the commit.
        SettingsError: its mkdocs.yml cannot be used.
    """
    commit = Commit(folder, revision)
    then = commit.files(ARTICLES, DOCS, CONFIG_FILE)
    if CONFIG_FILE not in then:
        raise HistoryError(f"at '{revision}' there is no {CONFIG_FILE} in this folder")
    (config,) = commit.read([then[CONFIG_FILE]])
    settings_then = languages_in(config, f"{CONFIG_FILE} at '{revision}'")
    now = _files_of(folder, like=then[CONFIG_FILE])
    changed = _changed(then, now, everything=not _same_addresses(settings, settings_then))
    names = [name for name in changed if name in then and name.endswith(".md")]
    contents = commit.read(then[name] for name in names)
    before = standing_of(zip(names, contents, strict=True), settings_then, then.__contains__)
    present = [(name, _read(folder / name)) for name in changed if name in now]
    after = standing_of((n for n in present if n[0].endswith(".md")), settings, now.__contains__)
    lost = {
        address: answer
        for address, answer in before.answers.items()
        if address not in after.answers
    }
    if lost:
        lost = _without_those_of_others(lost, folder, now, changed, settings)
    for address, answer in sorted(lost.items()):
        if not _is_decided(answer, after):
            yield problem_of(address, answer, before, after, now, revision)
    yield from lost_pages(then, now, after.answers, revision)


def _files_of(folder: Path, like: str) -> dict[str, str]:
    """The git object id of each file below articles/ and docs/ as it is on the disk."""
    found: dict[str, str] = {}
    for part in (ARTICLES, DOCS):
        for place, folders, names in os.walk(folder / part):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = Path(place).relative_to(folder).as_posix()
            for name in names:
                if not name.startswith("."):
                    content = _read(Path(place, name))
                    found[f"{below}/{name}"] = object_id_of(content, like)
    return found


def _changed(then: Mapping[str, str], now: Mapping[str, str], *, everything: bool) -> list[str]:
    """Articles to look at: those that differ, and those in whose folder a file has gone."""
    articles = sorted(
        n for n in {*then, *now} if n.startswith(f"{ARTICLES}/") and n.endswith(".md")
    )
    if everything:
        return articles
    gone = (name for name in then if name not in now and not name.endswith(".md"))
    folders = {posixpath.dirname(name) for name in gone if name.startswith(f"{ARTICLES}/")}
    return [
        name
        for name in articles
        if then.get(name) != now.get(name) or posixpath.dirname(name) in folders
    ]


def _same_addresses(one: Settings, other: Settings) -> bool:
    return list(one.languages) == list(other.languages)


def _without_those_of_others(
    lost: Mapping[str, Answer],
    folder: Path,
    now: Mapping[str, str],
    changed: Iterable[str],
    settings: Settings,
) -> dict[str, Answer]:
    """Without addresses that an unchanged article leads on from."""
    known = set(changed)
    articles = ((name, _read(folder / name)) for name in now if name not in known)
    claiming = ((n, c) for n, c in articles if n.endswith(".md") and b"redirect_from" in c)
    others = standing_of(
        ((n, c) for n, c in claiming if n.startswith(f"{ARTICLES}/")), settings, now.__contains__
    )
    return {address: answer for address, answer in lost.items() if address not in others.answers}


def _is_decided(answer: Answer, after: Standing) -> bool:
    """Whether an original has gone because the record says that it may not be shown."""
    report = after.reports.get(answer.path)
    if answer.kind != ORIGINAL or report is None:
        return False
    front = report.front
    is_withheld = front.original is not None and front.original.withheld is not None
    return front.status == "withdrawn" or front.display != "full" or is_withheld


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
