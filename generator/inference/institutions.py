"""Names of organisations: "The Qalvara Observatory For Civil Rights", "Ligue qalvare des droits humains"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import cast

import yaml
from frontmatter.default_handlers import SafeLoader  # in C, where the machine has it

from generator.inference.credits import folded_credit

_LONGEST = 80
SMALL_WORDS = frozenset("of the and for to against in & de la le les du des et on".split())
_INSTITUTION = re.compile(  # "The Qalvara Observatory For Civil Rights"
    r"(?:The\s)?(?:(?:[A-ZÀ-Þ][\w'’.-]+|of|the|and)\s){0,4}(?:Observatory|Network|Cent(?:er|re)|Committee|Monitor|Organi[sz]ation"
    r"|Foundation|Federation|Institute|Association|League|Forum|Union|Alliance|Coalition|Council)\s(?:for|on|of|to|against)\s"
    r"(?:[A-ZÀ-Þ][\w'’-]+|and|of|the|in)(?:\s(?:[A-ZÀ-Þ][\w'’-]+|and|of|the|in|&)){0,4}",
    re.IGNORECASE,
)
KIND_OF_BODY = re.compile(r"\b(?:Observatory|Network|Cent(?:er|re)|Committee|League)\b")
"""What an organisation may call itself in its own reports: "The Observatory documented …"."""

_LETTERS_BEHIND = re.compile(r"\s\([A-Z]{2,8}\)$")
_INSTITUTION_IN_FRENCH = re.compile(
    r"(?:Ligue|Observatoire|Association|Collectif|Comité|Centre|Réseau|Fédération|Organisation|Fondation|Coordination"
    r"|Mouvement|Institut|Syndicat|Alliance)(?:\s[a-zà-ÿ]{4,15})?\s(?:des?|du|pour|contre|d['’])\s?(?:l['’]|la\s|le\s|les\s)?"
    r"[\w'’ -]{3,60}",
    re.IGNORECASE,
)
_FRENCH_VERB = re.compile(
    r"\s(?:est|sont|a|ont|dénonce|demande|exige|appelle|condamne|accuse|réclame|dit|veut)\b"
)


def is_institution(text: str) -> bool:
    """Whether a text is nothing but an organisation's name: "The Qalvara Observatory For Civil Rights"."""
    text = without_letters(text)
    if len(text) <= _LONGEST and text[:1].isupper() and _INSTITUTION_IN_FRENCH.fullmatch(text):
        return not _FRENCH_VERB.search(text)
    is_name = all(word[:1].isupper() or word.lower() in SMALL_WORDS for word in text.split())
    return is_name and _INSTITUTION.fullmatch(text) is not None


def without_letters(name: str) -> str:
    """A name without its letters in brackets behind it."""
    return _LETTERS_BEHIND.sub("", name)


def is_known_organisation(text: str) -> bool:
    """Whether a text is, as a whole, the name of an organisation that stands in ``organisations.yml``."""
    return folded_credit(text) in _known()[0]


def is_of_states(text: str) -> bool:
    """Whether a known organisation is one of states, such as a court, of whose words every paper tells."""
    return folded_credit(text) in _known()[3]


def organisation_named(text: str) -> str:
    """The organisation that a text is the name of, as ``organisations.yml`` has it; an empty text for none."""
    return _known()[2].get(folded_credit(text), "")


def organisation_of(letters: str) -> str:
    """The organisation that letters in brackets stand for, as printed; an empty text for none."""
    return _known()[1].get(letters.strip(), "")


@cache
def _known() -> tuple[frozenset[str], Mapping[str, str], Mapping[str, str], frozenset[str]]:
    """The organisations that are known: their names, folded; their full names by their letters, and by
    each name; the names of those that are of states."""
    text = (resources.files(__package__) / "organisations.yml").read_text("utf-8")
    entries = cast("list[dict[str, object]]", yaml.load(text, Loader=SafeLoader))
    letters = {
        str(printed): str(entry["name"])
        for entry in entries
        for printed in cast("list[object]", entry["letters"])
    }
    full = {
        folded_credit(str(name)): str(entry["name"])
        for entry in entries
        for name in (entry["name"], *cast("list[object]", entry.get("also", [])))
    }
    states = {str(entry["name"]) for entry in entries if entry.get("of_states")}
    of_states = frozenset(folded for folded, name in full.items() if name in states)
    return frozenset(full), letters, full, of_states
