"""vocabulary.yml: the terms that tag reports, and how they are recognised in text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Annotated

import yaml
from frontmatter.default_handlers import SafeLoader
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from generator.errors import VocabularyError
from generator.orthography import fold, folded_words, is_arabic, stems, words

VOCABULARY_FILE = "vocabulary.yml"
SOURCE_KIND = "source"
_PARTED = re.compile(r"[,،;؛:!?؟…()\[\]«»“”\"|/]|[.۔]\s|\n\s*\n")
_SHORT_WORD, _LEFT = 5, 2  # letters, of which a plural may leave two: "dies"
_SHORTEST_STEM = 3  # letters of an Arabic word that are left behind clitics
_CLITIC = re.compile(r"^[A-Za-z]{1,2}['’](?=\w{2})|['’]s?$")  # L'ONU, the UN's


def _on_earth(value: tuple[float, float]) -> tuple[float, float]:
    latitude, longitude = value
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # so is NaN
        raise ValueError("write the latitude first (-90 to 90), then the longitude (-180 to 180)")
    return value


Description = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class Term(BaseModel):
    """One term.

    Attributes:
        id: what articles name it by: lower-case letters, digits and hyphens.
        kind: place, actor, theme, source …; ``source`` terms are agencies and outlets, recognised
            as who wrote a report and never as what it is about.
        labels: its name per language.
        aliases: other spellings and names per language.
        description: what it means in this archive, a sentence or two per language.
        broader: id of the term that contains it.
        coordinates: latitude and longitude in degrees (WGS 84).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    kind: str
    labels: dict[str, str] = Field(min_length=1)
    aliases: dict[str, list[str]] = Field(default_factory=dict)
    description: dict[str, Description] = Field(default_factory=dict)
    broader: str | None = None
    coordinates: Annotated[tuple[float, float], AfterValidator(_on_earth)] | None = None

    def label(self, language: str) -> str:
        """Its name in ``language``, or in the first one that it has."""
        return self.labels.get(language) or next(iter(self.labels.values()))

    def description_in(self, language: str) -> str:
        """What it means, in ``language``; an empty text where that is not written."""
        return self.description.get(language, "")

    def names(self) -> Iterator[str]:
        """Each spelling in each language, labels first."""
        yield from self.labels.values()
        for spellings in self.aliases.values():
            yield from spellings


@dataclass(frozen=True)
class Match:
    """Where a term stands in a text."""

    term: Term
    words: str
    start: int


@dataclass(frozen=True)
class Vocabulary:
    """All terms, by id, in the order of the file."""

    terms: Mapping[str, Term]

    def __contains__(self, term_id: object) -> bool:
        return term_id in self.terms

    def get(self, term_id: str) -> Term | None:
        """The term with this id, or None where there is none."""
        return self.terms.get(term_id)

    def label(self, term_id: str, language: str) -> str:
        """A term's name in ``language``, by its id or a name; any other text stands for itself."""
        term = self.terms.get(term_id) or self.terms.get(self.id_of(term_id))
        return term.label(language) if term else term_id

    def with_broader(self, term_id: str) -> tuple[Term, ...]:
        """A term, and the terms that contain it, the nearest first; nothing for an unknown id."""
        chain: list[Term] = []
        term = self.terms.get(term_id)
        while term is not None:
            chain.append(term)
            term = self.terms.get(term.broader or "")
        return tuple(chain)

    def of_kind(self, kind: str) -> tuple[Term, ...]:
        """All terms of one kind, in the order of the file."""
        return tuple(term for term in self.terms.values() if term.kind == kind)

    def id_of(self, name: str) -> str:
        """The id of the term that is called ``name`` in any language, or an empty text."""
        return self._ids_by_name.get(_folded(name), "")

    def nearest(self, name: str) -> str:
        """The id that ``name`` was probably meant to be, or an empty text."""
        if known := self.id_of(name):
            return known
        close = difflib.get_close_matches(name.lower().replace(" ", "-"), self.terms, 1, 0.7)
        return close[0] if close else ""

    def matches(self, text: str) -> Iterator[Match]:
        """Each place where a term that is not a source stands in the text as whole words.

        Case, accents, Arabic vowels, hamza and one-letter prefixes don't matter, nor does an
        English plural; a name in capitals ("UN", "U.N.") matches capitals only. The end of a
        sentence parts names. The longest name wins.
        """
        read = _Read(text)
        end = 0
        for place, names in read.beginnings(self._beginning_with):
            hit = read.longest_at(place, names) if place >= end else None
            if hit is not None:
                term, length = hit
                end = place + length
                found = read.words(place, end)
                start, stop = found[0].start(), found[-1].end()
                yield Match(term, text[start:stop], start)

    @cached_property
    def _beginning_with(self) -> _Beginnings:
        return _Beginnings(self._names_by_first_word)

    @cached_property
    def _ids_by_name(self) -> Mapping[str, str]:
        return {_folded(name): t.id for t in self.terms.values() for name in t.names()}

    @cached_property
    def _names_by_first_word(self) -> dict[str, tuple[_Name, ...]]:
        names: dict[str, list[_Name]] = {}
        for term in self.terms.values():
            if term.kind == SOURCE_KIND:
                continue
            for spelling in term.names():
                for name in _Name.of(term, spelling):
                    for form in name.forms[0]:
                        names.setdefault(form, []).append(name)
        return {form: tuple(entries) for form, entries in names.items()}


@dataclass(frozen=True)
class _Name:
    """One spelling of a term: for each of its words, the forms under which it is recognised.

    ``capitals`` is how an acronym has to be written; empty for other names.
    """

    term: Term
    forms: tuple[frozenset[str], ...]
    capitals: str = ""
    is_punctuated: bool = False

    @classmethod
    def of(cls, term: Term, spelling: str) -> Iterator[_Name]:
        """The name, and an acronym also with dots: "UN" and "U.N."."""
        found = [match[0] for match in words(spelling)]
        if not found:
            return
        forms = tuple(_forms(word) for word in found)
        if len(found) > 1 or not _is_acronym(found[0]):
            yield cls(term, forms, is_punctuated=_PARTED.search(spelling) is not None)
            return
        yield cls(term, forms, found[0])
        yield cls(term, tuple(frozenset({fold(c)}) for c in found[0]), ".".join(found[0]))

    def stands_in(self, found: list[re.Match[str]]) -> bool:
        """Whether no mark parts these words, and an acronym is in capitals."""
        text = found[0].string
        if self.capitals:
            written = text[found[0].start() : found[-1].end()]
            return _CLITIC.sub("", written) == self.capitals
        gaps = (text[a.end() : b.start()] for a, b in pairwise(found))
        return self.is_punctuated or not any(map(_PARTED.search, gaps))

    def follows(self, folded: Sequence[str]) -> bool:
        """Whether the words after the first are these."""
        wanted = self.forms[1:]
        return len(folded) == len(wanted) and all(
            not forms.isdisjoint(stems(word)) for forms, word in zip(wanted, folded, strict=True)
        )


class _Beginnings(dict[str, "tuple[_Name, ...]"]):
    """The names that may begin with a word, which is folded. What was found out of a word is kept."""

    _MOST = 1 << 18

    def __init__(self, names: Mapping[str, tuple[_Name, ...]]) -> None:
        self._names = names  # by each form of their first word
        self._beginnings = frozenset(form[:_LEFT] for form in names)
        self._ends = frozenset(form[-_SHORTEST_STEM:] for form in names)

    def __missing__(self, word: str) -> tuple[_Name, ...]:
        if len(self) >= self._MOST:
            self.clear()
        forms = () if self._is_unlike(word) else stems(word)
        found = {id(name): name for form in forms for name in self._names.get(form, ())}
        self[word] = names = tuple(found.values())
        return names

    def _is_unlike(self, word: str) -> bool:
        """Whether no name begins as a word of Latin letters does, or ends as one of Arabic letters.

        The forms of the first differ at their ends only, those of the second where they begin.
        """
        if word.isascii():
            is_plain = "'" not in word and len(word) > _SHORT_WORD
            return is_plain and word[:_LEFT] not in self._beginnings
        return is_arabic(word) and word[-_SHORTEST_STEM:] not in self._ends


class _Read:
    """A text, word by word. Where its words stand is looked up only if they may be a name."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.folded = list(chain.from_iterable(map(folded_words, text.split("\n"))))
        self._places = words(text)
        self._placed: list[re.Match[str]] = []

    def words(self, begin: int, end: int) -> list[re.Match[str]]:
        """Some of its words, as matches that know their place."""
        self._placed += islice(self._places, max(0, end - len(self._placed)))
        return self._placed[begin:end]

    def beginnings(self, beginning_with: _Beginnings) -> Iterator[tuple[int, tuple[_Name, ...]]]:
        """The places of words with which names may begin, and these names."""
        of_words = map(beginning_with.__getitem__, self.folded)
        return ((place, names) for place, names in enumerate(of_words) if names)

    def longest_at(self, place: int, names: Iterable[_Name]) -> tuple[Term, int] | None:
        """The longest of these names that begins at a word, and how many words it has."""
        best: tuple[Term, int] | None = None
        second = stems(self.folded[place + 1]) if place + 1 < len(self.folded) else ()
        for name in names:
            length = len(name.forms)
            if length > 1 and name.forms[1].isdisjoint(second):
                continue
            if best is not None and length <= best[1]:
                continue
            if name.follows(self.folded[place + 1 : place + length]) and name.stands_in(
                self.words(place, place + length)
            ):
                best = (name.term, length)
        return best


def read_vocabulary(folder: Path) -> Vocabulary:
    """Read vocabulary.yml in ``folder``; an archive without one has no terms.

    Raises:
        VocabularyError: the file cannot be read, or with every mistake in it at once.
    """
    path = folder / VOCABULARY_FILE
    if not path.exists():
        return Vocabulary({})
    try:
        entries = yaml.load(path.read_text("utf-8"), Loader=SafeLoader) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise VocabularyError(f"{path} cannot be read: {error}") from error
    if not isinstance(entries, list):
        raise VocabularyError(f"{path} is not a list of terms: begin each with '- id: …'")
    terms: dict[str, Term] = {}
    mistakes: list[str] = []
    for number, entry in enumerate(entries, 1):
        mistakes += _read_term(entry, number, terms)
    mistakes += [
        f"'{term.id}': broader '{term.broader}' is no term here"
        for term in terms.values()
        if term.broader and term.broader not in terms
    ]
    mistakes += [
        f"'{term.id}' contains itself: follow its 'broader' and take one of them out"
        for term in terms.values()
        if _contains_itself(term, terms)
    ]
    if mistakes:
        raise VocabularyError(f"{path}: " + "; ".join(mistakes))
    return Vocabulary(terms)


def _contains_itself(term: Term, terms: Mapping[str, Term]) -> bool:
    passed: set[str] = set()
    broader = terms.get(term.broader or "")
    while broader is not None and broader.id != term.id and broader.id not in passed:
        passed.add(broader.id)
        broader = terms.get(broader.broader or "")
    return broader is not None and broader.id == term.id


def _read_term(entry: object, number: int, terms: dict[str, Term]) -> list[str]:
    """Add one entry to ``terms``, or say what is wrong with it."""
    try:
        term = Term.model_validate(entry)
    except ValidationError as error:
        name = (
            entry.get("id", f"number {number}") if isinstance(entry, dict) else f"number {number}"
        )
        return [
            f"term {name}, {'.'.join(map(str, detail['loc']))}: {detail['msg']}"
            for detail in error.errors()
        ]
    if term.id in terms:
        return [f"'{term.id}' stands here twice"]
    terms[term.id] = term
    return []


def _forms(word: str) -> frozenset[str]:
    """A term's word is recognised in the singular too, and an Arabic one without its article.

    Other Arabic prefixes are taken off the text's words only: in a name they are letters of it.
    """
    folded = fold(word)
    if not is_arabic(folded):
        return frozenset(stems(word))
    return frozenset((folded, folded[2:]) if _has_article(folded) else (folded,))


@lru_cache(maxsize=16_384)
def _folded(name: str) -> str:
    return " ".join(fold(match[0]) for match in words(name))


def _has_article(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4


def _is_acronym(word: str) -> bool:
    return word.isascii() and word.isupper() and 2 <= len(word) <= 5
