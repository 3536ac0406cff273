"""Escaping for pages says what Jinja's own does."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.rendering.escaping import escaped, quoted

TEXTS = st.text(st.sampled_from("ab&<>\"' ة"), max_size=8)


@given(TEXTS)
def test_texts_are_escaped_as_jinja_does(text: str) -> None:
    assert type(escaped(text)) is str
    assert escaped(text) == str(escape(text))
    assert quoted(text) == html.escape(text)


@given(TEXTS)
def test_html_stays_as_it_is(text: str) -> None:
    assert escaped(Markup(text)) == text


def test_other_values_are_what_they_say_of_themselves() -> None:
    assert (escaped(7), escaped(None), escaped(["<"])) == ("7", "None", "[&#39;&lt;&#39;]")
