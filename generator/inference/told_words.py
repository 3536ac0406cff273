"""Words of a text that tell what it is about, so that two texts about the same share some."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.orthography import folded_words, is_arabic, stems

_BEGINNING = 5
"""Letters of a word in which its forms agree: "Morvania", "Morvanian"."""

_SHORTEST_WORD, _SHORTEST_ARABIC = 4, 3
_FUNCTION_WORDS = frozenset(
    """
    with from that this after over have will says said their more than into about your been were when what
    which they them also only before between during under against where while other some there these those
    dans pour avec plus sans sous entre après avant contre cette leur leurs selon chez être sont elle nous
    vous votre الذي التي الذين هذا هذه ذلك على الى عن من في مع بعد قبل بين حول خلال عند منذ كان كانت قال
    """.split()
)
_ENOUGH_READ, _LONGEST_READ = 1800, 3000
_NOTHING = frozenset([""])


def beginning_of(lines: Iterable[str]) -> str:
    """As many whole lines as tell what a text is about: the lead, and what explains it."""
    told: list[str] = []
    length = 0
    for line in lines:
        told.append(line if len(line) <= _LONGEST_READ else line[:_LONGEST_READ])
        length += len(line)
        if length >= _ENOUGH_READ:
            break
    return "\n".join(told)


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that tell something, as far as their forms agree; and numbers."""
    told: set[str] = set()
    for line in text.split("\n"):
        told.update(map(_key, folded_words(line)))
    return frozenset(told) - _NOTHING


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    """In what the forms of a word agree; nothing for one that tells nothing."""
    if word.isdecimal():
        return word[:_BEGINNING] if len(word) > 1 else ""
    arabic = is_arabic(word)
    if len(word) < (_SHORTEST_ARABIC if arabic else _SHORTEST_WORD) or word in _FUNCTION_WORDS:
        return ""
    return min(stems(word), key=len) if arabic else word[:_BEGINNING]
