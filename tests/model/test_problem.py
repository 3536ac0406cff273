"""Problems as an editor reads them."""

from __future__ import annotations

from generator.model import Problem


def test_a_problem_in_one_line() -> None:
    problem = Problem(
        "articles/a.md", 3, "tags", "sieg", "'sieg' is no term", "did you mean 'siege'?"
    )
    assert str(problem) == "articles/a.md:3: tags: 'sieg' is no term; did you mean 'siege'?"


def test_the_value_found_is_told_where_the_message_does_not() -> None:
    problem = Problem("a.md", 3, "status", "public", "must be 'draft'", "write draft")
    assert str(problem) == "a.md:3: status: must be 'draft' (found 'public'); write draft"
    long = Problem("a.md", 0, "", "x" * 200, "is wrong", "mend it")
    assert str(long) == f"a.md: is wrong (found '{'x' * 79}…'); mend it"


def test_a_problem_as_plain_values() -> None:
    assert Problem("a", 1, "b", "c", "d", "e").as_dict() == {
        "file": "a",
        "line": 1,
        "field": "b",
        "found": "c",
        "message": "d",
        "remedy": "e",
    }
