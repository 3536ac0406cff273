"""Tags: the vocabulary's terms that stand in the text, each with the words that matched."""

from __future__ import annotations

from collections import Counter

from generator.inference.reading import Reading
from generator.model import Finding


def vocabulary_terms(reading: Reading) -> Finding | None:
    """Every term in title or story, in the order of first mention."""
    title = reading.found.get("title")
    headline = str(title.value if title else reading.draft.stated.get("title", ""))
    counted: dict[str, Counter[str]] = {}
    for match in reading.context.vocabulary.matches(f"{headline}\n{reading.story()}"):
        counted.setdefault(match.term.id, Counter())[match.words] += 1
    if not counted:
        return None
    evidence = "; ".join(f"{term}: {_words(seen)}" for term, seen in counted.items())
    return Finding(list(counted), evidence)


def _words(seen: Counter[str]) -> str:
    """The words that matched, the most frequent first, at most three."""
    listed = [f"'{words}'" + (f" ×{n}" if n > 1 else "") for words, n in seen.most_common(3)]
    return ", ".join(listed)
