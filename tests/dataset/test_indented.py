"""Our own indents are those of the standard library."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from generator.dataset.indented import indented

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)


@given(VALUES)
@example({"a": [], "b": {}, "c": ["أ", {"d": "\u2028\x00\ud800"}], "e": None})
def test_a_value_is_written_as_json_dumps_does(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


@given(VALUES)
def test_a_part_is_written_for_its_depth(value: object) -> None:
    whole = json.dumps({"list": [value]}, ensure_ascii=False, indent=1)
    assert f'{{\n "list": [\n  {indented(value, 2)}\n ]\n}}' == whole
