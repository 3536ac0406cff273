"""The search index: what goes in, and Pagefind's answers."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import SearchIndexError
from generator.outputs._shards import Sizes
from generator.outputs.search_index import FORMS_MARK, file_groups, files
from generator.pagefind import Index, Record, words_of
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive
from tests.pagefind.reading import index_of


def fragments(archive: SmallArchive, language: str) -> Iterator[dict[str, object]]:
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    for file in files(loaded.archive):
        if file.path.startswith(f"pagefind/{language}/all/fragment/"):
            text = zlib.decompress(file.content, 31).decode().removeprefix("pagefind_dcd")
            yield json.loads(text)


def test_each_report_is_in_the_bundle_of_its_language(archive: SmallArchive) -> None:
    archive.article("2016/one", "English words.", date="2016-10-28", source="northern-wire")
    archive.article("2016/ميناء", "كلمات عربية.", language="ar", date="2016-10")
    (english,) = fragments(archive, "en")
    (arabic,) = fragments(archive, "ar")
    assert english["url"] == "reports/2016/one/"
    assert english["meta"] == {
        "title": "one",
        "date": "28 October 2016",
        "language": "en",
        "source": "Northern Wire",
        "date.ar": "28 تشرين الأول 2016",
    }
    assert arabic["url"] == "ar/reports/2016/ميناء/"


def test_arabic_words_are_found_without_vowels_and_prefixes(archive: SmallArchive) -> None:
    archive.article("2016/ميناء", "وبالمدينة حصارٌ.", language="ar")
    (fragment,) = fragments(archive, "ar")
    assert fragment["content"] == f"ميناء وبالمدينة حصارٌ. {FORMS_MARK} Siege حصار"
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    made = {f.path: f.content for f in files(loaded.archive) if f.path.startswith("pagefind/ar/")}
    index = index_of({path: made[path] for path in made if ".pf_" in path})
    asked = words_of("ar").stems(["مدينه", "بالمدينه", "حصار"])
    for word, place in (("مدينه", 1), ("بالمدينه", 1), ("حصار", 2)):
        ((stem, _),) = asked[word]
        assert place in index[stem][0][0]


def test_an_english_record_has_no_such_forms(archive: SmallArchive) -> None:
    archive.article("2016/one", "English words.")
    (fragment,) = fragments(archive, "en")
    assert FORMS_MARK not in str(fragment["content"])


def test_tags_and_authors_can_be_searched_for(archive: SmallArchive) -> None:
    archive.article("2016/one", "Words.", tags=["siege"], authors=["Mira Holt"])
    (fragment,) = fragments(archive, "en")
    assert "Siege" in str(fragment["content"])
    assert "Mira Holt" in str(fragment["content"])


def test_the_rights_decide_what_is_indexed(archive: SmallArchive) -> None:
    archive.article("2016/excerpt", "First.\n\nSecond.", display="excerpt")
    (fragment,) = fragments(archive, "en")
    assert "First." in str(fragment["content"])
    assert "Second." not in str(fragment["content"])


def test_a_thousand_records_at_once() -> None:
    with Index("en") as index:
        index.add(
            Record(f"r/{n}/", f"word{n} common " * 40, {"title": str(n)}) for n in range(1000)
        )
        paths = [path for path, _ in index.files()]
    assert len([path for path in paths if path.startswith("fragment/")]) == 1000


def test_no_file_is_empty() -> None:
    with Index("ar") as index:
        index.add([Record("r/", "كلمة", {"title": "عنوان"})])
        assert all(content for _, content in index.files())


def test_a_missing_pagefind_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pagefind.service.get_executable", lambda: None)
    with pytest.raises(SearchIndexError, match="not installed"):
        Index("en").__enter__()


def test_a_pagefind_that_dies_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setattr("generator.pagefind.service.get_executable", lambda: broken)
    with pytest.raises(SearchIndexError, match="ended without an answer"):
        Index("en").__enter__()


def test_every_name_of_a_tag_finds_the_report(archive: SmallArchive) -> None:
    archive.article("2016/one", "Words.", tags=["old-quay", "port-tarn"])
    (fragment,) = fragments(archive, "en")
    shown, _, others = str(fragment["content"]).partition(FORMS_MARK)
    assert "Customs Quay" in others
    assert "ميناء تارن" in others
    assert "Customs Quay" not in shown


def test_shards_tell_what_they_have(archive: SmallArchive) -> None:
    for number in range(1, 9):
        archive.article(f"2016/r-{number}", f"Words {number}.", date=f"20{number:02}-03-0{number}")
    archive.article("2016/set", "One of two.", date="[2003-12-31,2004-01-01]")
    archive.article("undated/one", "Words.", date="XXXX")
    archive.article("2016/ar", "كلمات.", language="ar", date="2016")
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    made = {f.path: f.content for f in files(loaded.archive, Sizes(4, 4, 2, 1))}
    shards = json.loads(made["pagefind/shards.json"])["shards"]
    assert [(shard["path"], shard["count"], shard["undated"]) for shard in shards] == [
        ("pagefind/en/2008/", 1, 0),
        ("pagefind/en/2004-2007/", 4, 0),
        ("pagefind/en/2000-2003/", 4, 0),
        ("pagefind/en/undated/", 1, 1),
        ("pagefind/ar/all/", 1, 0),
    ]
    assert shards[2]["years"] == [2001, 2002, 2003, 2004]
    assert (shards[2]["first"], shards[2]["last"]) == ("2001-03-01", "2003-12-31")
    assert (shards[3]["first"], shards[3]["last"]) == (None, None)
    for shard in shards:
        assert f"{shard['path']}facets.json" in made
        (language,) = shard["entry"]["languages"].values()
        assert f"{shard['path']}pagefind.{language['hash']}.pf_meta" in made
        assert f"pagefind/wasm.{language['wasm']}.pagefind" in made


def test_a_shard_is_made_from_its_own_reports_only(archive: SmallArchive) -> None:
    sizes = Sizes(2, 4, 2, 1)
    for number in range(1, 9):
        archive.article(f"2016/r-{number}", "Words.", date=f"20{number:02}-03-0{number}")
    before = groups_of(archive, sizes)
    archive.article("2016/r-new", "Words.", date="2003-05-05")
    after = groups_of(archive, sizes)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {"search en 2000-2003"}


def groups_of(archive: SmallArchive, sizes: Sizes) -> dict[str, object]:
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    return {group.name: group.made_from for group in file_groups(loaded.archive, sizes)}
