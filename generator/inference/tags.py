"""Tags: terms that the format names, and those of the vocabulary that stand in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.inference.reading import Reading, same
from generator.model import Candidate, Draft, Finding
from generator.vocabulary import SOURCE_KIND, Term, Vocabulary

_OF_THE_PAGE = ("meta article:tag", "meta news_keywords", "meta dc.subject", "meta parsely-tags")


def vocabulary_terms(reading: Reading) -> Finding | None:
    """Every term that the format names; then those in title or story, in order of first mention."""
    vocabulary = reading.context.vocabulary
    named: dict[str, list[str]] = {}
    for candidate in _named_tags(reading.draft):
        term = term_of(candidate, vocabulary)
        if term and term.kind != SOURCE_KIND and term.id not in named:
            named[term.id] = [f"{candidate.place} '{candidate.value}'"]
    title = reading.found.get("title")
    headline = str(title.value if title else reading.draft.stated.get("title", ""))
    counted: dict[str, Counter[str]] = {}
    in_title: set[str] = set()
    for match in vocabulary.matches(f"{headline}\n{reading.story()}"):
        counted.setdefault(match.term.id, Counter())[match.words] += 1
        if match.start < len(headline):
            in_title.add(match.term.id)
    for term_id, seen in counted.items():
        where = (
            (" in the title" if seen.total() == 1 else ", also in the title")
            if term_id in in_title
            else ""
        )
        named.setdefault(term_id, []).append(_words(seen) + where)
    if not named:
        return None
    evidence = "; ".join(f"{term_id}: {', '.join(said)}" for term_id, said in named.items())
    return Finding(list(named), evidence)


def own_tags(draft: Draft) -> tuple[Candidate, ...]:
    """The tags that the format gives the report; the keywords of a page are often the site's."""
    return () if draft.media_type == "text/html" else draft.values("tags")


def _named_tags(draft: Draft) -> Iterator[Candidate]:
    """The format's own tags, and those that a page gives this report, each apart.

    A page's ``keywords`` are not among them: they are the same on all pages of many sites.
    """
    yield from own_tags(draft)
    for candidate in draft.values("tags") if draft.media_type == "text/html" else ():
        if candidate.place in _OF_THE_PAGE or candidate.place.startswith("JSON-LD"):
            for part in re.split(r"\s*[,;|،؛]\s*", candidate.value):
                yield replace(candidate, value=part)


def term_of(candidate: Candidate, vocabulary: Vocabulary) -> Term | None:
    """The term that a format's own tag means: by id, label or alias, or by its other name."""
    for name in filter(None, (candidate.value, candidate.alias)):
        spellings = (name.lower(), vocabulary.id_of(name), vocabulary.id_of(name.replace("-", " ")))
        for spelling in spellings:
            if (term := vocabulary.get(spelling)) is not None:
                return term
    return None


def unknown_tags(draft: Draft, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The format's own tags that are no terms of the vocabulary, each once."""
    seen: set[str] = set()
    for candidate in own_tags(draft):
        key = same(candidate.value)
        if key and key not in seen and term_of(candidate, vocabulary) is None:
            seen.add(key)
            yield candidate


def _words(seen: Counter[str]) -> str:
    """The words that matched, the most frequent first, at most three."""
    listed = [f"'{words}'" + (f" ×{n}" if n > 1 else "") for words, n in seen.most_common(3)]
    return ", ".join(listed)
