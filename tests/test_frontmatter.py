"""Article text ⇄ fields and body."""

from __future__ import annotations

import frontmatter as python_frontmatter
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import frontmatter
from generator.errors import FrontMatterError
from generator.model import FIELD_ORDER

_NO_SURROGATES = st.characters(codec="utf-8", exclude_characters="\r")
TEXTS = st.text(_NO_SURROGATES, min_size=1, max_size=80)
BODIES = st.text(st.one_of(st.sampled_from("\n\n -#`>*: \t"), _NO_SURROGATES), max_size=200)

AWKWARD = [
    "no",
    "yes",
    "null",
    "~",
    "2016",
    "2016-10-28",
    "1_000",
    "12:30:45",
    "0o17",
    "1e3",
    ".inf",
    "=",
    "<<",
    "---",
    "--- ",
    "...",
    "- item",
    "# no comment",
    "a: b",
    "a #b",
    "'quoted'",
    '"quoted" and more',
    "it's",
    "back\\slash",
    "[x](y)",
    "{a: b}",
    "&anchor",
    "*alias",
    "!tag",
    "%percent",
    "@at",
    "`tick`",
    "| pipe",
    "> folded",
    "? what",
    "two\nlines",
    "two\n---\nlines",
    "\n",
    " edges ",
    "tab\there",
    "emoji 🕊️ and 👨‍👩‍👧",
    "\u200fمن اليمين\u200e",
    "حصار «الميناء»: يوم",
    "line\u2028separator",
    "next\x85line",
    "bell\x07",
    "\ufeffmark",
    "word " * 3000,
]


@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_titles_come_back_and_python_frontmatter_reads_the_same(title: str) -> None:
    fields = {"title": title, "authors": [title, "B"], "inferred": {"title": title}}
    text = frontmatter.compose(fields, "A body.")
    parsed = frontmatter.parse(text)
    assert parsed.fields == fields
    assert parsed.body == "A body."
    assert python_frontmatter.loads(text).metadata == fields


@given(title=TEXTS, note=TEXTS, body=BODIES)
@example(title="x", note="x", body="---\ntitle: y\n---\n")
@example(title="x", note="x", body="\n\n    code\n\n        deeper\n\n")
@example(title="x", note="x", body="")
@example(title="x", note="x", body="```yaml\n---\na: b\n---\n```")
def test_anything_comes_back(title: str, note: str, body: str) -> None:
    fields = {
        "title": title,
        "tags": [title, note],
        "corrections": [{"date": "2016-10-28", "note": note}],
        "original": {"sha256": "0" * 64, "withheld": note},
    }
    text = frontmatter.compose(fields, body)
    parsed = frontmatter.parse(text)
    assert parsed.fields == fields
    assert parsed.body == body
    assert text.endswith("\n")
    assert frontmatter.compose(parsed.fields, parsed.body) == text


@given(title=TEXTS, evidence=TEXTS)
def test_python_frontmatter_reads_equal_values(title: str, evidence: str) -> None:
    fields = {"title": title, "date": "2016-10-28", "inferred": {"date": evidence}}
    post = python_frontmatter.loads(frontmatter.compose(fields, "One.\n\nTwo."))
    assert post.metadata == fields
    assert post.content == "One.\n\nTwo."


def test_fields_are_written_in_our_order_and_unknown_ones_last() -> None:
    names = [*reversed(FIELD_ORDER), "zebra", "apple"]
    text = frontmatter.compose(dict.fromkeys(names, "x"), "")
    assert list(frontmatter.parse(text).fields) == [*FIELD_ORDER, "zebra", "apple"]


def test_an_article_as_it_is_written() -> None:
    fields = {
        "tags": ["siege"],
        "title": "تقرير: no",
        "date": "[2016-10-21,2016-10-28]",
        "corrections": [{"date": "2016-11-01", "note": "name"}],
    }
    assert frontmatter.compose(fields, "Body.") == (
        "---\n"
        "title: 'تقرير: no'\n"
        'date: "[2016-10-21,2016-10-28]"\n'
        "tags:\n"
        "- siege\n"
        "corrections:\n"
        '- date: "2016-11-01"\n'
        "  note: name\n"
        "---\n"
        "\n"
        "Body.\n"
    )


def test_scalars_are_read_as_the_text_that_stands_there() -> None:
    text = "---\na: no\nb: 2016\nc: 2016-10-28\nd: ~\ne:\nf: 'null'\ng: 0x1F\nh: [1, yes]\n---\n"
    assert frontmatter.parse(text).fields == {
        "a": "no",
        "b": "2016",
        "c": "2016-10-28",
        "d": "",
        "e": "",
        "f": "null",
        "g": "0x1F",
        "h": ["1", "yes"],
    }


def test_lines_count_from_the_top_of_the_file() -> None:
    text = (
        "---\ntitle: x\n# a comment\n\ntags:\n- a\n- b\nsummary: |\n  one\n  two\nurl: y\n---\nBody"
    )
    assert frontmatter.parse(text).lines == {"title": 2, "tags": 5, "summary": 8, "url": 11}


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\ntitle: x\n---\n\nBody\n", "Body", 5),
        ("---\ntitle: x\n---\nBody", "Body", 4),
        ("---\ntitle: x\n---", "", 3),
        ("---\ntitle: x\n---\n", "", 4),
        ("---  \ntitle: x\n---\t\n\n\n  Body\n\n", "\n  Body\n", 5),
        ("---\n---\nBody", "Body", 3),
        ("---\ntitle: x\n---\n\n---\n", "---", 5),
    ],
)
def test_where_the_body_begins(text: str, body: str, line: int) -> None:
    parsed = frontmatter.parse(text)
    assert (parsed.body, parsed.body_line) == (body, line)
    assert frontmatter.has_front_matter(text)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no front matter"),
        ("Title\n\nBody", 1, "no front matter"),
        ("\n---\ntitle: x\n---\n", 1, "no front matter"),
        ("----\ntitle: x\n----\n", 1, "no front matter"),
        ("---\ntitle: x\n", 1, "has no end"),
        ("---\ntitle: x\n ---\n", 1, "has no end"),
        ("---\ntitle: x\ntitle: y\n---\n", 3, "'title' stands here twice"),
        ("---\ntitle: x\noriginal:\n  file: a\n  file: b\n---\n", 5, "'file' stands here twice"),
        ("---\ntitle: a: b\n---\n", 2, "not valid YAML"),
        ("---\ntitle: x\ntags: [a\n---\n", 4, "not valid YAML"),
        ("---\ntitle: x\n\tdate: y\n---\n", 3, "not valid YAML"),
        ('---\ntitle: "x\n---\n', 3, "not valid YAML"),
        ("---\ntitle: *nothing\n---\n", 2, "not valid YAML"),
        ("---\ntitle: %x\n---\n", 2, "not valid YAML"),
        ("---\ntitle: a\x00b\n---\n", 1, "not valid YAML"),
        ("---\n- a\n- b\n---\n", 2, "not a list of fields"),
        ("---\njust a text\n---\n", 2, "not a list of fields"),
        ("---\ntitle: x\n? [a, b]\n: c\n---\n", 3, "must be a text"),
        ("---\ntitle: x\ntags: &t [*t]\n---\n", 3, "used twice"),
        ("---\ntags: &t [a]\nauthors: *t\n---\n", 2, "used twice"),
    ],
)
def test_what_is_broken_is_told_with_its_line_and_a_remedy(
    text: str, line: int, message: str
) -> None:
    with pytest.raises(FrontMatterError, match=message) as caught:
        frontmatter.parse(text)
    assert caught.value.line == line
    assert caught.value.remedy


def test_a_short_text_cannot_stand_for_gigabytes() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)
    )
    with pytest.raises(FrontMatterError, match=r"twice|nested"):
        frontmatter.parse(f"---\n{bomb}---\n")


@pytest.mark.parametrize("depth", [50, 900, 5000])
def test_deep_nesting_is_told(depth: int) -> None:
    with pytest.raises(FrontMatterError, match=r"nest|YAML"):
        frontmatter.parse(f"---\ntitle: {'[' * depth}{']' * depth}\n---\n")


@given(st.text(st.sampled_from("-:[]{}&*!|>'\"%@`#,?\n\t ab1~é"), max_size=60))
def test_any_text_is_front_matter_or_a_front_matter_error(text: str) -> None:
    try:
        parsed = frontmatter.parse(f"---\n{text}\n---\nBody")
    except FrontMatterError as error:
        assert error.line >= 1
        assert error.remedy
        return
    assert set(parsed.lines) == set(parsed.fields)


@pytest.mark.parametrize("text", ["", "---", "---\n", "Title\n---\nx\n---\n", "---\ntitle: x"])
def test_texts_without_front_matter(text: str) -> None:
    assert not frontmatter.has_front_matter(text)
