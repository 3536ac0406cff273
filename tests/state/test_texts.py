"""Texts of reports on the disk, and what a build makes of them when they are damaged or gone."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import StateError
from generator.pipeline.building import memory as remembering
from generator.pipeline.building.loading import Articles
from generator.pipeline.building.memory import Memory
from generator.pipeline.building.reading import Known, Reader
from generator.state import Texts
from tests.conftest import SmallArchive

ANY_TEXT = st.text(st.characters(), max_size=60)  # surrogates as well


@given(st.lists(ANY_TEXT, max_size=8))
def test_each_text_is_read_as_it_was_written(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts"
        written = Texts.fresh(path)
        added = [written.add(text) for text in texts]
        assert [one.read() for one in added] == texts
        assert [one.length for one in added] == list(map(len, texts))
        again = Texts.at(path)
        assert again
        assert again.mark == written.mark
        assert [again.read(o.start, o.size, o.checksum) for o in added] == texts


def test_a_new_file_leaves_the_old_one_to_whoever_reads_it(tmp_path: Path) -> None:
    old = Texts.fresh(tmp_path / "texts")
    text = old.add("as it was")
    new = Texts.fresh(tmp_path / "texts")
    new.add("something else")
    assert text.read() == "as it was"
    assert new.mark != old.mark
    assert [file.name for file in tmp_path.iterdir()] == ["texts"]


def test_a_damaged_text_is_named_and_the_file_is_gone(tmp_path: Path) -> None:
    text = Texts.fresh(tmp_path / "texts").add("a text of some length")
    content = (tmp_path / "texts").read_bytes()
    (tmp_path / "texts").write_bytes(content.replace(b"some", b"same"))
    with pytest.raises(StateError, match=r"texts was damaged.*build again"):
        text.read()
    assert Texts.at(tmp_path / "texts") is None


@pytest.mark.parametrize(
    "content", [b"", b"archive texts 1\nshort", b"something else entirely, long"]
)
def test_a_file_of_another_form_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "texts").write_bytes(content)
    assert Texts.at(tmp_path / "texts") is None


def _bodies(some: SmallArchive) -> dict[str, str]:
    """One build's articles, by what is remembered of the builds before; their texts by path."""
    reader = Reader(some.folder, some.settings)
    articles = Articles(reader, Memory(some.folder / "state"), b"base", taken_ns=2**62)
    archive = articles.archive(some.vocabulary).archive
    found = {report.path: report.body for report in archive.reports}
    assert sum(map(len, archive.parts.values())) == len(found)
    articles.keep()
    return found


def test_texts_that_nobody_asks_for_any_more_are_left_behind(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_SPARE", 0)
    archive.article("2016/stays", "What stays. " * 9, date="2016")
    sizes = []
    for number in range(9):
        archive.article("2016/changes", f"{number} " * 99, date="2016")
        found = {path: text.strip() for path, text in _bodies(archive).items()}
        assert found["2016/changes"] == (f"{number} " * 99).strip()
        assert found["2016/stays"] == ("What stays. " * 9).strip()
        sizes.append((archive.folder / "state/texts").stat().st_size)
    assert max(sizes) < 3 * min(sizes)
    assert sorted(sizes) != sizes


@pytest.mark.parametrize("lost", ["texts", "articles-*", "shelves"])
def test_what_is_lost_is_read_anew(archive: SmallArchive, lost: str) -> None:
    archive.article("2016/one", "The first text.", date="2016")
    archive.article("2016/two", "The second text.", date="2016")
    before = _bodies(archive)
    for file in (archive.folder / "state").glob(lost):
        file.unlink()
    archive.article("2016/three", "The third text.", date="2016")
    after = _bodies(archive)
    assert {path: text.strip() for path, text in after.items()} == {
        "2016/one": "The first text.",
        "2016/two": "The second text.",
        "2016/three": "The third text.",
    }
    assert before.items() <= after.items()


def test_what_did_not_change_is_not_read_again(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it has: a picture, corrections, an original, kin, links; a withdrawn one too."""
    picture = {"file": "a.png", "sha256": "0" * 64, "media_type": "image/png", "size": "2x3"}
    archive.article("2016/picture", "![A](a.png)", date="2016", pictures=[picture])
    archive.article(
        "2016/all",
        "[A link](picture.md)",
        date="2016-10?",
        corrections=[{"date": "2017-01-01", "note": "A note."}],
        original={"sha256": "1" * 64, "retrieved": "2016-10-28", "withheld": "a mail"},
        same_as="2016/picture",
        inferred={"date": "evidence"},
    )
    withdrawn = {"date": "2020-01-01", "reason": "A reason."}
    archive.article("2016/gone", "", status="withdrawn", withdrawn=withdrawn)
    archive.article("2016/invalid", "", date="the day before")
    first = _bodies(archive)
    read: list[str] = []
    monkeypatch.setattr(Reader, "known", _noting(Reader.known, read))
    archive.article("2016/new", "New.", date="2016")
    assert _bodies(archive).keys() == {*first, "2016/new"}
    assert read == ["2016/new"]


def test_what_a_killed_build_wrote_down_is_not_believed(archive: SmallArchive) -> None:
    """It had written what an article was in between, and not yet that it had seen it so."""
    archive.article("2016/one", "The first text.", date="2016")
    archive.article("2016/two", "The second text.", date="2016")
    before = _bodies(archive)
    state = archive.folder / "state"
    seen = (state / "seen").read_bytes()
    published = (archive.folder / "articles/2016/one.md").read_bytes()
    archive.article("2016/one", "", status="draft")
    assert set(_bodies(archive)) == {"2016/two"}
    (state / "seen").write_bytes(seen)
    (archive.folder / "articles/2016/one.md").write_bytes(published)
    assert _bodies(archive) == before


def _noting(known: Callable[..., Known], read: list[str]) -> Callable[..., Known]:
    def noting(reader: Reader, path: str, content: bytes) -> Known:
        read.append(path)
        return known(reader, path, content)

    return noting


def _is_remembered(archive: SmallArchive, words: str) -> bool:
    files = (archive.folder / "state").iterdir()
    return any(words.encode() in file.read_bytes() for file in files)


def test_of_what_was_withdrawn_edited_or_removed_no_text_is_kept(archive: SmallArchive) -> None:
    for name in ("withdrawn", "edited", "removed", "stays"):
        archive.article(f"2016/{name}", f"The words that are {name}.", date="2016")
    _bodies(archive)
    assert _is_remembered(archive, "The words that are withdrawn.")
    withdrawn = {"date": "2020-01-01", "reason": "A reason."}
    archive.article("2016/withdrawn", "", status="withdrawn", withdrawn=withdrawn)
    archive.article("2016/edited", "Other words.", date="2016")
    (archive.folder / "articles/2016/removed.md").unlink()
    assert set(_bodies(archive)) == {"2016/edited", "2016/stays"}
    for name in ("withdrawn", "edited", "removed"):
        assert not _is_remembered(archive, f"The words that are {name}.")
    assert _is_remembered(archive, "The words that are stays.")
    assert _bodies(archive)["2016/stays"].strip() == "The words that are stays."


def test_what_a_failed_build_had_added_is_left_out(archive: SmallArchive) -> None:
    archive.article("2016/stays", "The words that stay.", date="2016")
    _bodies(archive)
    archive.article("2016/new", "The words of a build that failed.", date="2016")
    reader = Reader(archive.folder, archive.settings)
    failing = Articles(reader, Memory(archive.folder / "state"), b"base", taken_ns=2**62)
    assert len(failing.archive(archive.vocabulary).archive.reports) == 2
    assert _is_remembered(archive, "The words of a build that failed.")
    (archive.folder / "articles/2016/new.md").unlink()
    archive.article("2016/other", "Other words.", date="2016")
    assert set(_bodies(archive)) == {"2016/other", "2016/stays"}
    assert not _is_remembered(archive, "The words of a build that failed.")
