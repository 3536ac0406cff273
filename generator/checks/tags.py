"""Tags: each is a term of the vocabulary, and stands once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks import Facts, problem, texts
from generator.model import Article, Problem


def check(article: Article, facts: Facts) -> Iterator[Problem]:
    """Tags that vocabulary.yml does not know, and tags given twice."""
    for tag, count in Counter(texts(article.fields.get("tags"))).items():
        if tag not in facts.vocabulary:
            near = facts.vocabulary.nearest(tag)
            remedy = f"did you mean '{near}'?" if near else "add it to vocabulary.yml or remove it"
            yield problem(article, "tags", tag, f"'{tag}' is no term of the vocabulary", remedy)
        if count > 1:
            yield problem(article, "tags", tag, f"'{tag}' stands {count} times", "keep it once")
