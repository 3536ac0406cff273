"""References: to other articles, and from `inferred` to the fields it explains."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from generator.checks import Facts, problem
from generator.model import Article, Problem


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """References to articles that are not there, and evidence for fields that are not."""
    for name in ("translation_of", "same_as"):
        path = article.fields.get(name)
        if not isinstance(path, str) or not path or path in facts.paths:
            continue
        near = difflib.get_close_matches(path, facts.paths, 1)
        remedy = f"did you mean '{near[0]}'?" if near else "write the path below articles/"
        yield problem(article, name, path, f"there is no article '{path}'", remedy)
    inferred = article.fields.get("inferred")
    for name in inferred if isinstance(inferred, Mapping) else ():
        if not article.fields.get(name):
            remedy = "remove the line below 'inferred:', or give the field its value back"
            yield problem(article, "inferred", name, f"explains '{name}', which is not set", remedy)
