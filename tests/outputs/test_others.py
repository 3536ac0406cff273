"""The filter of words in another script lets through all that are there, and few that are not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outputs import _others
from generator.outputs._others import END, filter_of, words_of_others
from generator.outputs.search_index import files
from generator.pagefind import words_of
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive

SEARCH = Path(_others.__file__).parents[1] / "theme/assets/archive/search"


def has(bits: bytes, entry: str) -> bool:
    hashed = _others._hashed(_others._OFFSET, entry)
    places = _others._places(hashed, 8 * len(bits))
    return all(bits[place >> 3] & (1 << (place & 7)) for place in places)


def as_file(*words: str) -> bytes:
    return json.dumps(words).encode()


@given(st.lists(st.text("abcحصار", min_size=1, max_size=9)))
def test_every_beginning_and_every_whole_word_is_there(words: list[str]) -> None:
    bits = filter_of([as_file(*words[:2]), as_file(*words[2:])])
    for word in words:
        assert has(bits, word + END)
        assert all(has(bits, word[:length]) for length in range(3, len(word) + 1))


def test_few_others_are_let_through() -> None:
    bits = filter_of([as_file(*(f"word{number}" for number in range(5000)))])
    assert len(bits) < 8 * 5000
    through = sum(has(bits, f"other{number}{END}") for number in range(5000))
    assert through < 0.06 * 5000


def test_each_language_has_the_words_of_the_other_script() -> None:
    words = ["ferry", "حصار", "un2", "état", "2016", "abcحصار", "covid19", "covid20"]
    assert json.loads(words_of_others("ar", words)) == ["abc*", "covid*", "ferry"]
    assert json.loads(words_of_others("en", words)) == ["abcحصار", "حصار"]


def test_a_word_that_ends_otherwise_has_its_beginnings_alone() -> None:
    bits = filter_of([words_of_others("ar", ["covid19"])])
    assert has(bits, "covid")
    assert not has(bits, f"covid{END}")


def test_the_page_has_the_same_languages() -> None:
    script = (SEARCH / "query.js").read_text("utf-8")
    (listed,) = re.findall(r"IN_ARABIC_SCRIPT = new Set\((.*?)\)", script)
    assert frozenset(json.loads(listed)) == _others.ARABIC_SCRIPT


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ["ferries", "harbours", "nationally"]),
        ("en", ["بدير", "المتحده", "حصار", "میرۓ", "خانۀ", "ہۂ"]),
    ],
)
def test_pagefind_changes_no_word_of_another_script(language: str, words: list[str]) -> None:
    found = words_of(language).stems(words)
    for word in words:
        ((stem, _),) = found[word]
        assert json.loads(words_of_others(language, [word])) == [stem]


def test_what_the_list_of_shards_names(archive: SmallArchive) -> None:
    archive.article("2016/one", "The ferry Kestrel sank.")
    archive.article("2016/two", "غرقت العبارة Kestrel قرب الميناء.", language="ar")
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    made = {file.path: file.content for file in files(loaded.archive)}
    others = json.loads(made["pagefind/shards.json"])["others"]
    assert others.keys() == {"en", "ar"}
    assert has(made[others["ar"]], f"kestrel{END}")
    assert not has(made[others["ar"]], f"ferry{END}")
    assert not has(made[others["en"]], f"غرقت{END}")
