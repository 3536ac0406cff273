"""Status: a withdrawal has its day and reason, and no other status has one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import Facts, problem
from generator.model import Article, Problem


def check(article: Article, facts: Facts) -> Iterator[Problem]:  # noqa: ARG001  # the contract of all checks
    """`status: withdrawn` and `withdrawn:` go together."""
    is_withdrawn = article.fields.get("status") == "withdrawn"
    reason = article.fields.get("withdrawn")
    if is_withdrawn and not reason:
        remedy = "add 'withdrawn:' with 'date: …' and 'reason: …' below it"
        yield problem(
            article, "status", "withdrawn", "a withdrawal needs its day and reason", remedy
        )
    if reason and not is_withdrawn:
        remedy = "set 'status: withdrawn', or remove 'withdrawn:'"
        yield problem(article, "withdrawn", reason, "the report is not withdrawn", remedy)
