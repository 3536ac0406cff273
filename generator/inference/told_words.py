"""Words of a text that tell what it is about, so that two texts about the same share some."""

from __future__ import annotations

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
_NOTHING = frozenset([""])


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that tell something, as far as their forms agree; and numbers."""
    return frozenset(map(_key, folded_words(text))) - _NOTHING


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    """In what the forms of a word agree; nothing for one that tells nothing."""
    if word.isdecimal():
        return word[:_BEGINNING] if len(word) > 1 else ""
    arabic = is_arabic(word)
    if len(word) < (_SHORTEST_ARABIC if arabic else _SHORTEST_WORD) or word in _FUNCTION_WORDS:
        return ""
    return min(stems(word), key=len) if arabic else word[:_BEGINNING]
