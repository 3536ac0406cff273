"""Each hostile file ends in a named error or a right result, as the page in the docs says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SmallArchive
from tests.hostile.files import EVIL, HOSTILE, STORY
from tests.hostile.table import archive_in, outcome, table, table_on_page
from tests.pictures.drawn import SECRET


@pytest.fixture(scope="module")
def gave(tmp_path_factory: pytest.TempPathFactory) -> tuple[SmallArchive, dict[str, str]]:
    """An archive into which all of them were imported, and what each gave."""
    folder = tmp_path_factory.mktemp("hostile") / "archive"
    folder.mkdir()
    archive = archive_in(folder)
    return archive, {hostile.name: outcome(archive, hostile) for hostile in HOSTILE}


def test_the_page_says_what_each_gave(gave: tuple[SmallArchive, dict[str, str]]) -> None:
    said = gave[1]
    today = table([(hostile, said[hostile.name]) for hostile in HOSTILE])
    assert today == table_on_page(), "run python -m tests.hostile.table"


def test_no_error_is_one_that_nobody_meant(gave: tuple[SmallArchive, dict[str, str]]) -> None:
    assert [said for said in gave[1].values() if "please report" in said or "Error:" in said] == []


def test_nothing_of_it_reached_an_article(gave: tuple[SmallArchive, dict[str, str]]) -> None:
    archive = gave[0]
    articles = [(path, archive.store.content(path)) for path in archive.articles()]
    assert sum(STORY.encode()[:40] in content for _, content in articles) > 10
    for path, content in articles:
        for word in (EVIL, "root:", "javascript:", "<script", "picture:", "\x1b"):
            is_told = word == EVIL and b"system" in content  # what was no field is shown as words
            assert is_told or word.encode() not in content, (path, word)
    pictures = [file for file in archive.folder.rglob("articles/**/*.*g") if file.is_file()]
    assert pictures
    assert not [file for file in pictures if SECRET in file.read_bytes()]


def test_nothing_was_written_elsewhere(gave: tuple[SmallArchive, dict[str, str]]) -> None:
    archive = gave[0]
    assert [file.name for file in archive.folder.parent.iterdir()] == ["archive"]
    places = {Path(name).parts[0] for name in archive.listing()}
    assert places <= {"articles", "originals", "raw", "mkdocs.yml", "vocabulary.yml"}
    assert archive.run("verify").exit_code == 0
