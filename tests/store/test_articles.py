"""articles/ and originals/ on disk."""

from __future__ import annotations

import hashlib
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest

from generator.errors import StoreError
from generator.model import Article
from generator.store import ArticleStore, Unreadable
from tests.conftest import SmallArchive

SHA = hashlib.sha256(b"original").hexdigest()
MINE = hashlib.sha256(b"mine").hexdigest()
NONE: frozenset[str] = frozenset()


def test_what_was_added_is_read_back(archive: SmallArchive) -> None:
    archive.store.add("2016/a-title", {"tags": ["siege"], "title": "A: title"}, "  One.\n\nTwo.")
    article = archive.store.read("2016/a-title")
    assert article == Article(
        "2016/a-title",
        {"title": "A: title", "tags": ["siege"]},
        {"title": 2, "tags": 3},
        "  One.\n\nTwo.",
    )
    assert isinstance(article, Article)
    assert article.file == "articles/2016/a-title.md"


def test_paths_are_sorted_and_hidden_files_are_passed_over(archive: SmallArchive) -> None:
    for name in ("2017/b", "2016/ب", "2016/a", "undated/deep/er", ".hidden/x", "2016/.writing-1"):
        archive.article(name)
    archive.write("articles/2016/a.txt", "an original")
    assert archive.articles() == ["2016/a", "2016/ب", "2017/b", "undated/deep/er"]
    found = [item.path for item in archive.store.read_all()]
    assert found == archive.articles()


def test_an_archive_inside_a_hidden_folder_has_its_articles(tmp_path: Path) -> None:
    archive = SmallArchive(tmp_path / ".hidden")
    archive.article("2016/a")
    assert archive.articles() == ["2016/a"]


def test_an_archive_without_articles(tmp_path: Path) -> None:
    assert ArticleStore(tmp_path).paths() == []
    assert list(ArticleStore(tmp_path).read_all()) == []
    assert ArticleStore(tmp_path).known_originals().paths == {}


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"No front matter", 1, "no front matter"),
        (b"---\ntitle: a\ntitle: b\n---\n", 3, "stands here twice"),
        (b"---\ntitle: a\nsource: \xff\n---\n", 3, "not UTF-8"),
        (b"", 1, "no front matter"),
    ],
)
def test_what_is_no_article_is_told(
    archive: SmallArchive, content: bytes, line: int, message: str
) -> None:
    archive.write("articles/2016/x.md", content)
    item = archive.store.read("2016/x")
    assert isinstance(item, Unreadable)
    assert item.problem.file == "articles/2016/x.md"
    assert item.problem.line == line
    assert message in item.problem.message
    assert item.problem.remedy


def test_a_missing_article_is_told(archive: SmallArchive) -> None:
    item = archive.store.read("2016/nothing")
    assert isinstance(item, Unreadable)
    assert item.problem.remedy


def test_windows_line_ends_and_a_mark_at_the_start_are_read(archive: SmallArchive) -> None:
    archive.write("articles/2016/x.md", b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\n\r\nOne.\r\n")
    item = archive.store.read("2016/x")
    assert isinstance(item, Article)
    assert item.fields == {"title": "a"}
    assert item.body == "One."


def test_add_never_overwrites(archive: SmallArchive) -> None:
    file = archive.article("2016/a", title="An editor's")
    before = file.read_bytes()
    with pytest.raises(StoreError, match="not overwritten"):
        archive.store.add("2016/a", {"title": "An editor's"}, "A text.")
    with pytest.raises(StoreError):
        archive.store.add("2016/a", {"title": "Another"}, "")
    assert file.read_bytes() == before


def test_originals_are_kept_once_and_never_overwritten(archive: SmallArchive) -> None:
    store = archive.store
    store.store_beside("2016/a", "a.txt", b"original")
    store.store_beside("2016/a", "a.txt", b"original")
    store.store_withheld(SHA, lambda: BytesIO(b"original"))
    store.store_withheld(SHA, lambda: BytesIO(b"original"))
    with pytest.raises(StoreError, match="not overwritten"):
        store.store_beside("2016/a", "a.txt", b"changed")
    with pytest.raises(StoreError, match="changed while it was imported"):
        store.store_withheld(MINE, lambda: BytesIO(b"changed"))
    assert not (archive.folder / "originals" / MINE).exists()
    archive.write(f"originals/{MINE}", b"something else")
    with pytest.raises(StoreError, match="not overwritten"):
        store.store_withheld(MINE, lambda: BytesIO(b"mine"))
    assert (archive.folder / "articles/2016/a.txt").read_bytes() == b"original"
    assert (archive.folder / "originals" / SHA).read_bytes() == b"original"


def test_a_folder_in_the_way_is_a_store_error(archive: SmallArchive) -> None:
    (archive.folder / "articles/2016/a.txt").mkdir(parents=True)
    (archive.folder / "articles/2016/a.md").mkdir()
    archive.write("originals", "a file where a folder should be")
    with pytest.raises(StoreError):
        archive.store.store_beside("2016/a", "a.txt", b"original")
    with pytest.raises(StoreError):
        archive.store.add("2016/a", {"title": "A"}, "")
    with pytest.raises(StoreError):
        archive.store.store_withheld(SHA, lambda: BytesIO(b"original"))
    with pytest.raises(StoreError, match=r"2016/a\.md cannot be read"):
        archive.store.known_originals()


@pytest.mark.parametrize(
    "record",
    [
        f"original:\n  file: a.txt\n  sha256: {SHA}\n",
        f"original:\n    sha256: '{SHA}'\n",
        f'original:\n  sha256:  "{SHA}"\n',
        f"original: {{file: a.txt, sha256: {SHA}}}\n",
        f'original: {{"sha256": "{SHA}"}}\n',
    ],
)
def test_an_original_is_known_however_an_editor_writes_it(
    archive: SmallArchive, record: str
) -> None:
    archive.write("articles/2016/a.md", f"---\ntitle: a\n{record}---\n\nBody\n")
    assert archive.store.known_originals().paths == {SHA: "2016/a"}


@pytest.mark.parametrize(
    "part",
    [
        "part: https://site.example/?p=12",
        "part: 'https://site.example/?p=12'",
        'part: "https://site.example/?p=12"  # of the old site',
    ],
)
@pytest.mark.parametrize("flow", [False, True])
def test_a_part_is_known_however_an_editor_writes_it(
    archive: SmallArchive, part: str, flow: bool
) -> None:
    text = (
        f"{{sha256: {SHA}, {part.partition('  #')[0]}}}" if flow else f"\n  {part}\n  sha256: {SHA}"
    )
    archive.write("articles/2016/a.md", f"---\ntitle: a\noriginal: {text}\n---\n\nBody\n")
    known = archive.store.known_originals()
    assert known.parts["https://site.example/?p=12"].path == "2016/a"
    assert known.parts["https://site.example/?p=12"].sha256 == SHA
    assert known.paths == {SHA: "2016/a"}


def test_a_hash_in_a_body_or_a_broken_file_is_no_original(archive: SmallArchive) -> None:
    archive.article("2016/a", body=f"A list:\n\n  sha256: {SHA}\n\n---\n\n sha256: {SHA}")
    archive.write("articles/2016/b.md", f"no front matter\n  sha256: {SHA}\n")
    archive.write("articles/2016/c.md", b"---\n\xff\n---\n")
    assert archive.store.known_originals().paths == {}


def test_has_original_compares_the_bytes(archive: SmallArchive) -> None:
    store = archive.store
    assert not store.has_original("2016/a", "a.txt", SHA)
    assert not store.has_original("2016/a", "", SHA)
    store.store_beside("2016/a", "a.txt", b"original")
    store.store_withheld(SHA, lambda: BytesIO(b"original"))
    assert store.has_original("2016/a", "a.txt", SHA)
    assert store.has_original("2016/a", "", SHA)
    archive.write("articles/2016/a.txt", b"changed")
    archive.write(f"originals/{SHA}", b"changed")
    assert not store.has_original("2016/a", "a.txt", SHA)
    assert not store.has_original("2016/a", "", SHA)


@pytest.mark.parametrize(
    "file",
    [
        "../../secret.txt",
        "../secret.txt",
        "sub/secret.txt",
        "/etc/passwd",
        "..",
        ".",
        ".hidden",
        "draft.md",
        "link.txt",
        "nul\x00.txt",
        "folder",
        "missing.txt",
        "x" * 300,
    ],
)
def test_an_original_stands_beside_its_article_and_nowhere_else(
    archive: SmallArchive, file: str
) -> None:
    for name in ("secret.txt", "articles/secret.txt", "articles/2016/sub/secret.txt"):
        archive.write(name, "secret")
    archive.write("articles/2016/.hidden", "secret")
    archive.article("2016/draft", status="draft")
    (archive.folder / "articles/2016/link.txt").symlink_to(archive.folder / "secret.txt")
    (archive.folder / "articles/2016/folder").mkdir()
    with pytest.raises(StoreError) as caught:
        archive.store.original_beside("2016/a", file)
    assert repr(file) in str(caught.value)


def test_addresses_are_numbered_by_year(archive: SmallArchive) -> None:
    archive.article("2016/a-title")
    archive.article("2016/a-title-2")
    store = archive.store
    assert store.free_path("A title", 2016, "", "", NONE) == "2016/a-title-3"
    assert store.free_path("A title", 2017, "", "", NONE) == "2017/a-title"
    assert store.free_path("A title", None, "", "", NONE) == "undated/a-title"
    assert store.free_path("A title", 800, "", "", NONE) == "0800/a-title"
    assert store.free_path("A title", 2017, "", "", {"2017/a-title"}) == "2017/a-title-2"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_file_systems_that_fold_case_and_accents_see_no_clash(
    archive: SmallArchive, form: Literal["NFC", "NFD"]
) -> None:
    archive.write(f"articles/2016/{unicodedata.normalize(form, 'Été-À-La-Gare')}.md", "x")
    archive.write(f"articles/2016/{unicodedata.normalize(form, 'حصار-أشقل')}.md", "x")
    store = archive.store
    assert store.free_path("été à la gare", 2016, "", "", NONE) == "2016/été-à-la-gare-2"
    assert store.free_path("حصار أشقل", 2016, "", "", NONE) == "2016/حصار-أشقل-2"


def test_a_file_of_another_report_takes_the_address(archive: SmallArchive) -> None:
    archive.write("articles/2016/a-title.txt", b"another's original")
    (archive.folder / "articles/2016/b-title.txt").mkdir()
    (archive.folder / "articles/2016/c-title").mkdir()
    store = archive.store
    assert store.free_path("A title", 2016, ".txt", MINE, NONE) == "2016/a-title-2"
    assert store.free_path("B title", 2016, ".txt", MINE, NONE) == "2016/b-title-2"
    assert store.free_path("C title", 2016, "", MINE, NONE) == "2016/c-title"


def test_what_a_killed_import_left_is_taken_up_again(archive: SmallArchive) -> None:
    archive.write("articles/2016/a-title.txt", b"mine")
    assert archive.store.free_path("A title", 2016, ".txt", MINE, NONE) == "2016/a-title"


@pytest.mark.parametrize("words", [1, 5000])
@pytest.mark.parametrize("part", ["", "  part: 'a: b'\n"])
def test_an_original_is_known_however_long_the_front_matter(
    archive: SmallArchive, words: int, part: str
) -> None:
    front = f"title: {'word ' * words}\noriginal:\n{part}  sha256: {SHA}\n"
    archive.write("articles/2016/a.md", f"---\n{front}---\n\n{'Body ' * 5000}\n")
    known = archive.store.known_originals()
    assert known.paths == {SHA: "2016/a"}
    assert list(known.parts) == (["a: b"] if part else [])


def test_paths_leave_out_what_is_hidden(archive: SmallArchive) -> None:
    for name in ("2016/a", "top", "2016/deep/b", ".hidden/c", "2016/.d", "2017/.git/e"):
        archive.write(f"articles/{name}.md", "")
    (archive.folder / "articles/2017/folder.md").mkdir()
    assert archive.store.paths() == ["2016/a", "2016/deep/b", "2017/folder", "top"]
