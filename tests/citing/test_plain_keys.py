"""Short ways in citations end where the long ones do."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from slugify import slugify

from generator.citing.bibtex import _LIGATURES, _SPECIAL, escaped
from generator.citing.work import key_of


@given(st.text("ab1-_/é", min_size=1, max_size=60))
@example("2016/a-plain-slug")
@example("2016/--a")
@example("2016/" + "a" * 60)
def test_a_path_that_is_a_key_is_the_key(path: str) -> None:
    plain = slugify(path, max_length=48, word_boundary=True)
    is_same = plain == path.replace("/", "-")
    assert key_of(path) == plain if is_same else key_of(path).startswith(plain)


@given(st.text("ab -'`?!\\{}~^&%$#_é"))
def test_nothing_to_escape_is_nothing_changed(text: str) -> None:
    parts = _LIGATURES.split(text)
    assert escaped(text) == "{}".join(part.translate(_SPECIAL) for part in parts)


def test_another_package_for_transliteration_changes_no_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = key_of("2016/حصار")
    other = ModuleType("unidecode")
    other.unidecode = str.upper  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "unidecode", other)
    assert key_of("2016/حصار") == before
