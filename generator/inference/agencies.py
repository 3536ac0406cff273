"""News agencies by the words that credit them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import cast

import yaml
from frontmatter.default_handlers import SafeLoader  # in C, where the machine has it

from generator.inference.calendar_names import ANY_MONTH
from generator.inference.credits import folded_credit
from generator.orthography import western_digits
from generator.vocabulary import SOURCE_KIND, Vocabulary

_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:(?:19|20)\d\d)?)?")
_DAY_IN_FIGURES = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2(?:19|20)\d\d)(?!\d)"
)
_DAY_BEHIND = re.compile(rf"[\s,]+\d{{1,2}}\s+(?:{ANY_MONTH})\b.*", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-Z]).*", re.DOTALL)
_FOR_THE_SITE = re.compile(r"^\W*ل?(?:موقع|صحيفة|جريدة|شبكة|وكالة)\s(?=[«\"“]?\S+$)|^لدى\s")
_LONGEST_CREDIT = 120
_FEWEST_OF_A_NAME = 2
_RANGE = re.compile(r"(?:19|20)\d\d\s*[-–—]\s*(?:(?:19|20)\d\d|present)")
_RIGHTS_WORDS = re.compile(
    r"©|\(c\)|\bcopyright\b|all rights reserved|(?:(?:جميع|كل|كافة) الحقوق|حقوق النشر) محفوظة"
    r"(?:\s+(?:لدى\s|لـ\s?|ل(?:موقع\s)?(?=\S)))?|حقوق النشر"
    r"|tous droits(?: de reproduction)?(?: et de représentation)? réservés\.?",
    re.IGNORECASE,
)


_KIND = re.compile(  # as folded: in small letters, without accents and hamza
    r"^(?:وكاله (?:انباء |الانباء )?|(?:l'|the )?agence (?:de presse )?|agency )"
    r"| (?:للانباء|news agency|agency|and staff|international|arabic|عربي)$"
)


_KIND_BEHIND = re.compile(
    r",\s(?:association|inc|ltd|llc|gmbh|s\.?a|ong|n\.?g\.?o)\b.*$", re.IGNORECASE
)
_ADDRESS_BEHIND = re.compile(r"\s\((?:https?://|www\.)[^()\s]+\)")
_POWERED = re.compile(r"\s*\b(?:powered|designed|developed|hosted) by\b.*", re.IGNORECASE)
"""What a site's foot says of who made it."""

_LETTERS_BEHIND = re.compile(r"(?P<name>[^()]{5,60}?)\s\((?P<letters>[^()]{2,12})\)")
_PARTS_SIGNED = re.compile(r"\s*[,،;/|]\s*|\s+[-–—ـ]\s+")
_DOT_BEHIND = re.compile(r"(?<=\w{4})\.$")  # no "Inc.", no "S.A."


@dataclass(frozen=True)
class Agencies:
    """Agencies and other sources.

    Attributes:
        by_credit: their names by each of their credits, folded.
        by_letters: their names by letters that are words or first names too, as printed: "APP", "INA".
    """

    by_credit: Mapping[str, str]
    by_letters: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first word of each credit, folded."""
        return frozenset(credit.partition(" ")[0] for credit in self.by_credit)

    def named(self, credit: str) -> str:
        """The agency that these words, and nothing else, credit; an empty text for none."""
        if len(credit) > _LONGEST_CREDIT:
            return ""
        folded = folded_credit(credit)
        name = self.by_credit.get(folded, "")
        if name or " " not in folded:
            return name
        return self.by_credit.get(_KIND.sub("", folded), "") or self._with_letters(credit)

    def _with_letters(self, credit: str) -> str:
        """The agency of "Tellin News Agency (TNA)", whose letters stand behind its name."""
        match = _LETTERS_BEHIND.fullmatch(credit) if credit.endswith(")") else None
        if match is None:
            return ""
        name = self.by_credit.get(folded_credit(match["name"]), "")
        return (
            name if name in (self.named(match["letters"]), self.lettered(match["letters"])) else ""
        )

    def lettered(self, text: str) -> str:
        """The agency that letters in brackets mean, which are words elsewhere: "(APP)" and "(INA)"."""
        return self.by_letters.get(text.strip(), "")

    def signed(self, text: str) -> str:
        """The agency whose name or letters are a part of what stands in brackets: "Tellin - APP"."""
        parts = _PARTS_SIGNED.split(text)
        named = (self.named(part) or self.lettered(part) for part in parts)
        return next(filter(None, named), "")

    def any_part(self, text: str) -> str:
        """The agency that a part of the text between commas, slashes or bars credits."""
        parts = re.split(r"\s*[,،;/|]\s*|\s+[-–—]\s+", text)
        return next(filter(None, (self.named(part) for part in parts)), "")

    def parted_from(self, text: str) -> tuple[str, str]:
        """A name and the agency that its last words credit: "Mira Holt" and "Reuters"; else all of it."""
        words = text.split()
        for count in (3, 2, 1):
            name, end = " ".join(words[:-count]), " ".join(words[-count:])
            if len(words) - count >= _FEWEST_OF_A_NAME and (agency := self.named(end)):
                return name, agency
        return text, ""


def agencies_for(vocabulary: Vocabulary) -> Agencies:
    """The agencies known everywhere and the vocabulary's sources; the latter by their id."""
    credits = dict(_known())
    for term in vocabulary.of_kind(SOURCE_KIND):
        credits.update({folded_credit(name): term.id for name in term.names()})
    return Agencies(credits, dict(_lettered()))


@lru_cache(maxsize=256)  # several rules ask for the same line
def copyright_holder(line: str) -> str:
    """Who a rights line names: "dpa GmbH" in "© 2016 dpa GmbH, Berlin. All rights reserved."."""
    line = next((part for part in re.split(r"\s[|•·]\s", line) if _RIGHTS_WORDS.search(part)), line)
    for pattern in (_DAY_IN_FIGURES, _YEARS):
        for years in reversed(list(pattern.finditer(western_digits(line)))):
            line = f"{line[: years.start()]} {line[years.end() :]}"
    rest = _RIGHTS_WORDS.sub(" ", _ADDRESS_BEHIND.sub("", line))
    rest = re.sub(
        r"^[\s.,:;|–—�-]+|[\s.,:;|–—-]+$|,\s(?:Contact|Privacy|Terms)\b.*",
        "",
        re.sub(r"\s+", " ", rest),
    )
    holder = _NEXT_SENTENCE.sub("", _DAY_BEHIND.sub("", rest.removeprefix("by ")))
    holder = _POWERED.sub("", _KIND_BEHIND.sub("", holder))
    return _DOT_BEHIND.sub("", _FOR_THE_SITE.sub("", holder).strip(' "“”«»'))


def has_range_of_years(line: str) -> bool:
    """Whether a rights line bears years from when to when: a site's footer, and no report's line."""
    return _RANGE.search(western_digits(line)) is not None


@cache
def any_short_credit() -> str:
    """A pattern for agencies' credits of a word or of letters apart: "AFP", "Reuters", "أ ف ب"."""
    known = {str(credit) for entry in _entries() for credit in _credits(entry)}
    short = (
        c for c in known if re.fullmatch(r"[^\W\d_]{3,9}|A[AP]|[^\W\d_](?:[. ][^\W\d_]){1,3}\.?", c)
    )
    return "|".join(re.escape(credit) for credit in sorted(short, key=lambda c: (-len(c), c)))


def _entries() -> list[Mapping[str, object]]:
    text = (resources.files(__package__) / "agencies.yml").read_text("utf-8")
    entries: list[Mapping[str, object]] = yaml.load(text, Loader=SafeLoader)
    return entries


def _credits(entry: Mapping[str, object]) -> list[object]:
    credits = entry["credits"]
    assert isinstance(credits, list)
    return credits


@cache
def _known() -> tuple[tuple[str, str], ...]:
    return tuple(
        (folded_credit(str(credit)), str(entry["name"]))
        for entry in _entries()
        for credit in _credits(entry)
    )


@cache
def _lettered() -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(letters), str(entry["name"]))
        for entry in _entries()
        for letters in cast("list[object]", entry.get("letters", []))
    )
