"""Bundles have what Pagefind itself would put in, and its engine finds it."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.corpus import Corpus
from generator.errors import SearchIndexError
from generator.pagefind import Index, Record, bundle, words_of
from generator.pagefind.words import unpacked
from tests.pagefind.reading import index_of, page_list


def as_written(part: str) -> tuple[str, ...]:
    return (part,)


def records(language: str, count: int) -> list[Record]:
    return [
        Record(
            f"r/{number}/", one.body, {"title": str(one.fields["title"]), "date": f"{number} May"}
        )
        for number, one in enumerate(Corpus().reports(count * 4))
        if one.fields["language"] == language
    ][:count]


def by_pagefind(language: str, known: Sequence[Record]) -> dict[str, bytes]:
    with Index(language) as index:
        index.add(known)
        return dict(index.files())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_has_the_words_and_places_of_pagefinds_own(language: str) -> None:
    known = records(language, 40)
    made = bundle(known, words_of(language), as_written)
    own = by_pagefind(language, known)
    assert index_of(made.files) == index_of(own)
    theirs, ours = page_list(own), page_list(made.files)
    assert ours[0] == theirs[0]
    assert [length for _, length in ours[1]] == [length for _, length in theirs[1]]
    assert ours[3:] == theirs[3:]


ODD = (
    "The U.S.-based émigré café-owner can’t run running fooBar 3,000.50 #tag @me co-op naïve e-mail "
    "https://a.example/c_d?x=1&y=2 &amp; &lt;b> 😀 RUNNING ___PAGEFIND_WEIGHT___5 _ ⁂ <b>bold</b> & "
    "word1, NATO NATO's ΑΘΗΝΑ straße İstanbul 東京 «كلمةٌ» ٣٥ الأوقات، أُوقات"
)


@pytest.mark.parametrize("language", ["en", "ar", "fr", "xx"])
def test_odd_words_are_read_as_pagefind_reads_them(language: str) -> None:
    plain = [word for word in ODD.split() if not word.startswith(("___", "&"))]
    known = [Record("a/", " ".join(plain), {"title": "Odd"}), Record("b/", plain[3])]
    own = index_of(by_pagefind(language, known))
    assert index_of(bundle(known, words_of(language), as_written).files) == own
    bundle([Record("a/", ODD)], words_of(language), as_written)


@settings(max_examples=15)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=12))
def test_any_text_makes_a_bundle(parts: list[str]) -> None:
    made = bundle([Record("a/", " ".join(parts))], words_of("en"), as_written)
    (name,) = made.ids
    fragment = json.loads(unpacked(made.files[f"fragment/{name}.pf_fragment"]))
    assert fragment["content"] == " ".join(" ".join(parts).split())


def test_long_texts_and_many_pages() -> None:
    chance = random.Random(3)
    words = [f"w{number}" for number in range(60)]
    known = [Record("long/", " ".join(chance.choices(words, k=9000)))]
    known += [Record(f"r/{n}/", "rare" if n % 97 == 0 else "often") for n in range(700)]
    own = index_of(by_pagefind("en", known))
    assert index_of(bundle(known, words_of("en"), as_written).files) == own


def test_a_file_of_the_index_is_small_and_ranges_do_not_overlap() -> None:
    made = bundle(records("en", 200), words_of("en"), as_written)
    ranges = page_list(made.files)[2]
    assert len(ranges) > 20
    for (_, end, _), (begin, _, _) in pairwise(ranges):
        assert end < begin
    sizes = [len(unpacked(made.files[path])) for path in made.files if path.startswith("index/")]
    assert sorted(sizes)[len(sizes) // 2] < 30_000


def test_the_same_records_make_the_same_bytes_whatever_was_asked_before() -> None:
    known = records("en", 30)
    first = bundle(known, words_of("en"), as_written)
    words_of.cache_clear()
    words_of("en").stems(["another", "words"])
    assert bundle(known, words_of("en"), as_written) == first


def test_several_spellings_stand_in_one_place() -> None:
    known = [Record("a/", "one two three")]
    made = bundle(known, words_of("en"), lambda part: (part, "other") if part == "two" else (part,))
    assert index_of(made.files)["two"][0][0] == index_of(made.files)["other"][0][0] == {1}


def test_two_records_of_the_same_bytes_are_both_there() -> None:
    made = bundle([Record("a/", "x"), Record("a/", "x")], words_of("en"), as_written)
    assert len(set(made.ids)) == 2


def test_an_unknown_word_of_pagefinds_protocol_is_refused() -> None:
    with Index("en") as index, pytest.raises(SearchIndexError):
        index._ask({"type": "Nonsense"})
