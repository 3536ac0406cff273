"""Slugs: the last part of an address."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store.slugs import LONGEST, numbered, slug_for


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Dockers walk out at Port Tarn", "dockers-walk-out-at-port-tarn"),
        ("  Spaces,   commas & “quotes” ", "spaces-commas-quotes"),
        ("قطع خطوط المياه عن دير أشقل", "قطع-خطوط-المياه-عن-دير-أشقل"),
        ("ÉTÉ à la gare", "été-à-la-gare"),
        ("E\u0301te\u0301", "été"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c", "a-b-c"),
        ("🕊️🔥", "report"),
        ("—…!?", "report"),
        ("Peace 🕊️ now", "peace-now"),
        ("50% of 1,000", "50-of-1000"),
        ("\u200fحصار\u200e", "حصار"),
        (".hidden", "hidden"),
        ("x" * 100, "x" * 80),
        ("ش" * 100, "ش" * 40),
        ("one " + "x" * 100, "one"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slug_for(title) == slug


def test_a_long_title_ends_at_a_word() -> None:
    words = ["word", "another", "third"] * 10
    slug = slug_for(" ".join(words))
    assert 60 < len(slug) <= LONGEST
    assert set(slug.split("-")) == set(words)
    exactly = "a" * 39 + "-" + "b" * 40
    assert slug_for(exactly) == exactly
    assert slug_for(exactly + " c") == exactly


@given(st.text(min_size=0, max_size=200))
def test_any_title_gives_a_safe_short_slug(title: str) -> None:
    slug = slug_for(title)
    assert 0 < len(slug.encode()) <= LONGEST
    assert re.fullmatch(r"[^\W_]\S*", slug) or unicodedata.category(slug[0]).startswith(("N", "L"))
    assert not set(slug) & set("/\\.:?#%&<>\"' \n\t")
    assert slug == slug.strip("-")
    assert slug == unicodedata.normalize("NFC", slug)
    assert slug_for(slug) == slug


@given(st.text(max_size=120))
def test_numbered_slugs_differ_and_stay_short(title: str) -> None:
    slugs = list(islice(numbered(slug_for(title)), 12))
    assert len(set(slugs)) == 12
    assert slugs[0] == slug_for(title)
    assert slugs[1].endswith("-2")
    assert all(len(slug.encode()) <= LONGEST for slug in slugs)
