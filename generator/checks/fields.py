"""Fields: known, present, and valid by the model of the front matter."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.checks import Facts, problem
from generator.model import FIELD_ORDER, Article, Problem, sift

_REMEDIES = {
    "date": "write '2016-10-28', '2016-10', '[2016-10-21,2016-10-28]', or 'XXXX' if it is not known",
    "language": "write a BCP 47 tag such as en or ar",
    "status": "write published, draft, embargoed or withdrawn",
    "display": "write full, excerpt or link",
}


def check(article: Article, facts: Facts) -> Iterator[Problem]:  # noqa: ARG001  # the contract of all checks
    """Every field that is unknown, missing, or not valid."""
    empty = [name for name, value in article.fields.items() if value == ""]
    for name in empty:
        yield problem(article, name, "", "is empty", "fill it in or remove the line")
    fields = {name: value for name, value in article.fields.items() if value != ""}
    _, mistakes = sift(fields)
    for mistake in mistakes:
        if mistake.field in empty:
            continue
        remedy = _REMEDIES.get(mistake.field, "correct it or remove it")
        if mistake.kind == "missing":
            remedy = f"add '{mistake.place}: …'"
        elif mistake.kind == "extra_forbidden" and mistake.place in article.fields:
            near = difflib.get_close_matches(mistake.field, FIELD_ORDER, 1)
            remedy = (
                f"did you mean '{near[0]}'?" if near else "remove it; `archive schema` lists all"
            )
        yield problem(article, mistake.place, mistake.found, mistake.message, remedy)
