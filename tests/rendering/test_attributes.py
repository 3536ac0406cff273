"""Addresses as links: what is reserved is quoted, and nothing else."""

from __future__ import annotations

from urllib.parse import quote, unquote

from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.attributes import IRI_SAFE, iri


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_every_character_of_ascii_is_quoted_as_it_should_be(address: str) -> None:
    expected = "".join(quote(c, safe=IRI_SAFE) if c.isascii() else c for c in address)
    assert iri(address) == expected
    assert unquote(iri(address)) == unquote(expected)


def test_slugs_of_any_script_stay_readable() -> None:
    assert iri("ar/reports/2016/إغلاق-الجسر/") == "ar/reports/2016/إغلاق-الجسر/"
    assert iri("reports/a b?c#d/") == "reports/a%20b%3Fc%23d/"
