"""A check that goes on from the one before tells what a check that reads everything tells."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks import Facts
from generator.executors import Processes
from generator.model import Problem
from generator.pipeline.checking import check_archive
from generator.pipeline.checking.asking import Answers, Noted
from generator.pipeline.checking.examining import Examiner
from tests.conftest import VOCABULARY, SmallArchive

_SLUGS = [f"report-{number}" for number in range(12)]


def again(archive: SmallArchive) -> list[Problem]:
    return list(check_archive(archive.folder, archive.settings, archive.vocabulary, 0))


def cold(archive: SmallArchive) -> list[Problem]:
    return list(check_archive(archive.folder, archive.settings, archive.vocabulary, 10**6))


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles whose checks were run, in the order in which they were."""
    paths: list[str] = []
    checked = Examiner._checked

    def noting(self: Examiner, *given: object) -> object:
        paths.append(given[1].path)  # type: ignore[attr-defined]
        return checked(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Examiner, "_checked", noting)
    return paths


def test_what_did_not_change_is_not_checked_again(
    archive: SmallArchive, examined: list[str]
) -> None:
    for slug in _SLUGS:
        archive.with_original(f"2016/{slug}")
    assert again(archive) == []
    assert len(examined) == len(_SLUGS)
    examined.clear()
    assert again(archive) == []
    assert examined == []
    archive.article("2016/new", same_as="2016/report-1")
    assert again(archive) == []
    assert examined == ["2016/new"]


def test_files_that_were_only_touched_are_not_checked_again(
    archive: SmallArchive, examined: list[str]
) -> None:
    for slug in _SLUGS:
        archive.with_original(f"2016/{slug}")
    again(archive)
    examined.clear()
    copy = archive.folder / "copy"
    shutil.copytree(archive.folder / "articles", copy)
    shutil.rmtree(archive.folder / "articles")
    copy.rename(archive.folder / "articles")
    assert again(archive) == []
    assert examined == []


def test_only_those_are_checked_again_whose_answers_changed(
    archive: SmallArchive, examined: list[str]
) -> None:
    archive.article("2016/a", "See [b](b.md).")
    archive.article("2016/b")
    archive.article("2016/c")
    again(archive)
    examined.clear()
    archive.article("2016/b", status="draft")
    (problem,) = again(archive)
    assert problem.file == "articles/2016/a.md"
    assert "not public" in problem.message
    assert set(examined) == {"2016/a", "2016/b"}


@pytest.mark.parametrize("file", ["vocabulary.yml", "mkdocs.yml"])
def test_settings_and_vocabulary_count(archive: SmallArchive, file: str) -> None:
    archive.article("2016/a", tags=["siege"], language="ar", redirect_from=["/x/"])
    archive.article("2016/b", redirect_from=["/ar/reports/2016/a/"])
    before = again(archive)
    text = (archive.folder / file).read_text()
    changed = text.replace("siege", "other").replace(
        "ar: {site_name: مرصد الميناء", "fr: {site_name: x"
    )
    archive.write(file, changed.replace("ar-SY", "fr-FR"))
    assert again(archive) == cold(archive)
    assert again(archive) != before


@pytest.mark.parametrize("content", [b"", b"\x80", b"archive build state 2\nrubbish"])
def test_a_damaged_memory_changes_nothing(archive: SmallArchive, content: bytes) -> None:
    archive.article("2016/a", tags=["none"])
    expected = again(archive)
    for name in ("seen", "records"):
        (archive.folder / ".archive/check" / name).write_bytes(content)
        assert again(archive) == expected


def test_a_folder_that_cannot_be_written_changes_nothing(archive: SmallArchive) -> None:
    archive.article("2016/a", tags=["none"])
    archive.write(".archive", "no folder")
    assert again(archive) == cold(archive)


def test_processes_give_the_same(archive: SmallArchive) -> None:
    chance = random.Random(0)
    for number in range(800):
        archive.article(f"2016/a-{number}", same_as=f"2016/a-{chance.randrange(900)}")
    alone, shared = (
        list(
            check_archive(
                archive.folder, archive.settings, archive.vocabulary, 10**6, Processes(count)
            )
        )
        for count in (1, 2)
    )
    assert alone == shared
    assert alone


def test_a_small_archive_leaves_nothing(archive: SmallArchive) -> None:
    archive.article("2016/a")
    archive.run("check")
    assert not (archive.folder / ".archive").exists()


def test_every_answer_of_facts_is_a_question() -> None:
    """A field of Facts that is not noted would let a check rest on what nobody asked again."""
    noted = Noted(Answers(frozenset(), frozenset(), {}, lambda *_: b""))
    facts = noted.facts(None, None)  # type: ignore[arg-type]
    own = {name for name in Facts.__dataclass_fields__ if name not in ("settings", "vocabulary")}
    for name in own:
        before = len(noted.asked)
        value = getattr(facts, name)
        _ = value("2016/a", "a.txt") if callable(value) else ("x" in value, list(value))
        assert len(noted.asked) > before, name


def _place(chance: random.Random) -> str:
    return f"{chance.choice(('2016', '2017'))}/{chance.choice(_SLUGS)}"


def _write(archive: SmallArchive, chance: random.Random) -> None:
    fields: dict[str, object] = {
        "tags": chance.choice(([], ["siege"], ["sieg"])),
        "status": chance.choice(("published", "draft")),
        "language": chance.choice(("en", "ar")),
        "same_as": chance.choice(("", _place(chance), _place(chance))),
        "redirect_from": [
            chance.choice((f"/reports/{_place(chance)}/", f"/ar/reports/{_place(chance)}/", "/o/"))
        ],
    }
    links = (f"[x](../{_place(chance)}.md)", f"[x](/reports/{_place(chance)}/)", "words")
    kept = {name: value for name, value in fields.items() if value and chance.random() < 0.5}
    write_one = chance.choice((archive.article, archive.with_original))
    if write_one is archive.article:
        archive.article(_place(chance), chance.choice(links), **kept)
    else:
        archive.with_original(_place(chance), chance.choice((b"A text.\n", b"Other")), **kept)


def _one_of(archive: SmallArchive, chance: random.Random) -> Path | None:
    found = sorted(f for f in (archive.folder / "articles").rglob("*") if f.is_file())
    return chance.choice(found) if found else None


def _remove(archive: SmallArchive, chance: random.Random) -> None:
    if file := _one_of(archive, chance):
        file.unlink()


def _rename(archive: SmallArchive, chance: random.Random) -> None:
    if file := _one_of(archive, chance):
        file.rename(file.with_name(chance.choice(_SLUGS).title() + file.suffix))


def _damage(archive: SmallArchive, chance: random.Random) -> None:
    if file := _one_of(archive, chance):
        file.write_bytes(chance.choice((b"\xff", b"---\ntitle: [\n---\n", b"other", b"")))


def _stray(archive: SmallArchive, chance: random.Random) -> None:
    archive.write(f"articles/2016/{chance.choice(('a.txt', '.writing-x', '.hidden'))}", "x")


def _terms(archive: SmallArchive, chance: random.Random) -> None:
    archive.write(
        "vocabulary.yml", chance.choice((VOCABULARY, VOCABULARY.replace("siege", "sieg")))
    )


_EDITS: tuple[Callable[[SmallArchive, random.Random], object], ...] = (
    *(_write,) * 4,
    _remove,
    _rename,
    _damage,
    _stray,
    _terms,
)


@pytest.mark.parametrize("seed", range(int(os.environ.get("CHECK_ROUNDS", "3"))))
def test_after_any_edits_it_tells_the_same(archive: SmallArchive, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(12):
        for _ in range(chance.randrange(1, 6)):
            chance.choice(_EDITS)(archive, chance)
        assert again(archive) == cold(archive)
        assert again(archive) == cold(archive)
