"""Editing front matter: the change is made, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import frontmatter
from generator.errors import FrontMatterError
from generator.store.editing import Append, Change, Put, edited
from tests.test_frontmatter import AWKWARD, BODIES, TEXTS

CORRECTION = {"date": "2020-01-02", "note": "Two: not three."}
ARTICLE = """\
---
# Kept by the harbour desk
title:   "Dockers  walk out"   # as printed
date: '2016-10-28'
tags: [siege,
  old-quay]   # two

corrections:
  # the first
  - date: "2019-01-01"
    note: >
      A folded
      note.

  # below the last
original: {file: a.txt, sha256: x}
inferred:
    title: first line
---


The   body.

---
  Its end.\t
"""


def test_a_new_field_stands_at_its_place_and_all_else_stays() -> None:
    after = edited(ARTICLE.encode(), [Put("status", "withdrawn")]).decode()
    assert after == ARTICLE.replace("# two\n", "# two\nstatus: withdrawn\n")


def test_an_item_joins_a_list_as_it_is_written() -> None:
    after = edited(ARTICLE.encode(), [Append("corrections", CORRECTION)]).decode()
    added = "      note.\n\n  - date: \"2020-01-02\"\n    note: 'Two: not three.'\n"
    assert after == ARTICLE.replace("      note.\n\n", added)


def test_a_value_within_a_field_is_replaced_alone() -> None:
    after = edited(ARTICLE.encode(), [Put("original.file", "b c.txt")]).decode()
    assert after == ARTICLE.replace("a.txt", "b c.txt")


def test_what_cannot_be_spliced_is_written_anew_and_nothing_around_it() -> None:
    after = edited(ARTICLE.encode(), [Append("tags", "x")]).decode()
    written = "tags:\n- siege\n- old-quay\n- x\n"
    assert after == ARTICLE.replace("tags: [siege,\n  old-quay]   # two\n", written)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: a", "title: a\nstatus: withdrawn"),
        ("status:\ntitle: a", "status: withdrawn\ntitle: a"),
        ("status: 'draft' # no\ntitle: a", "status: withdrawn # no\ntitle: a"),
        ("  title: a\n  source: b", "  title: a\n  source: b\n  status: withdrawn"),
        ("title: |\n  two\n  lines\n# end", "title: |\n  two\n  lines\nstatus: withdrawn\n# end"),
        ("warning: x\ntitle: a", "warning: x\ntitle: a\nstatus: withdrawn"),
        ("warning: x", "status: withdrawn\nwarning: x"),
        ("{title: a, source: b}", "title: a\nsource: b\nstatus: withdrawn"),
    ],
)
def test_ways_of_writing(front: str, expected: str) -> None:
    body = "\n\nA body.\n"
    after = edited(f"---\n{front}\n---{body}".encode(), [Put("status", "withdrawn")]).decode()
    assert after == f"---\n{expected}\n---{body}"


def test_line_ends_and_byte_order_mark_stay() -> None:
    raw = b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode() + b"one\nmixed\r\nend"
    after = edited(raw, [Append("corrections", CORRECTION), Put("status", "withdrawn")])
    assert after.startswith(b"\xef\xbb\xbf---\r\n# Kept")
    assert after.endswith(b"one\nmixed\r\nend")
    assert b"status: withdrawn\r\n" in after
    front = after[: after.index(b"---\r\n\r\n\r\nThe")]
    assert front.count(b"\n") == front.count(b"\r\n")


def test_the_body_may_change_too() -> None:
    raw = b"---\r\ntitle: a\r\n---\r\n\r\nOne [x](y.md).\r\nTwo.\r\n"
    after = edited(raw, [], body="One [x](../z.md).\nTwo.")
    assert after == raw.replace(b"y.md", b"../z.md")


@pytest.mark.parametrize("raw", [b"no front matter", b"---\ntitle: a", b"---\na: 1\na: 2\n---\n"])
def test_what_cannot_be_read_is_not_edited(raw: bytes) -> None:
    with pytest.raises(FrontMatterError):
        edited(raw, [Put("status", "withdrawn")])


VALUES = TEXTS | st.sampled_from(AWKWARD)
FIELDS = st.fixed_dictionaries(
    {"title": VALUES},
    optional={
        "date": st.sampled_from(["2016-10-28", "XXXX", "[2016,2017]"]),
        "source": VALUES,
        "tags": st.lists(VALUES, max_size=3),
        "status": st.sampled_from(["published", "draft"]),
        "corrections": st.lists(
            st.fixed_dictionaries({"date": st.just("2016-01-02"), "note": VALUES}), max_size=2
        ),
        "redirect_from": st.lists(VALUES, max_size=2),
        "original": st.fixed_dictionaries({"file": VALUES, "sha256": st.just("0" * 64)}),
        "inferred": st.dictionaries(st.sampled_from(["title", "date"]), VALUES, max_size=2),
    },
)
CHANGES = st.one_of(
    st.builds(Put, st.just("status"), VALUES),
    st.builds(Put, st.just("withdrawn"), st.builds(lambda note: {"reason": note}, VALUES)),
    st.builds(Put, st.just("original.file"), VALUES),
    st.builds(Append, st.just("redirect_from"), VALUES),
    st.builds(Append, st.just("corrections"), st.builds(lambda note: {"note": note}, VALUES)),
)


@given(
    fields=FIELDS,
    changes=st.lists(CHANGES, min_size=1, max_size=3),
    body=BODIES,
    crlf=st.booleans(),
)
def test_any_change_is_made_and_nothing_else(
    fields: dict[str, object], changes: list[Change], body: str, crlf: bool
) -> None:
    text = frontmatter.compose(fields, body).replace("---\n", "---\n# begin\n", 1)
    if crlf:
        text = text.replace("\n", "\r\n")
    before = frontmatter.parse(text.replace("\r\n", "\n"))
    expected = dict(before.fields)
    for change in changes:
        expected = change.applied(expected)
    after = edited(text.encode(), changes).decode()
    read = frontmatter.parse(after.replace("\r\n", "\n"))
    assert read.fields == expected
    assert read.body == before.body
    raw_body = text[len(text) - len(before.body.replace("\n", "\r\n" if crlf else "\n")) :]
    assert after.endswith(raw_body)
    assert ("\r" in after) == crlf
